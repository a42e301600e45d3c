package event

import "slices"

// reachOfAnswer is how many sentences back the deed may be told that is answered
// by "the accusation" or "their release".
const reachOfAnswer = 3

// rejected returns who accused the actors, or a compatriot or ally of theirs, where
// draft d rejects "the accusation".
func (r *reading) rejected(d *draft) []int {
	if d.code.Type != "REJECT" || r.m.objectIn(d, "accusation") < 0 {
		return nil
	}
	return r.lately(d.actors, func(typ string, _ []string) bool { return typ == "ACCUSE" })
}

// holder returns who holds those whose release draft d asks for: who, as the text
// told before, took their freedom, or else somebody's last.
func (r *reading) holder(d *draft) []int {
	o := r.m.objectIn(d, "freeing")
	if o < 0 {
		return nil
	}
	if p := r.m.tree.possessor(o); p >= 0 {
		if h := r.captor(r.m.at(p)); len(h) > 0 {
			return r.m.lords(h)
		}
	}
	return r.lately(d.actors, func(_ string, modes []string) bool { return taking(modes) })
}

// objectIn returns the noun of the class that is the object of a draft's
// trigger, or stands behind it with "for", or -1.
func (m *matcher) objectIn(d *draft, class string) int {
	f, words := m.frame(d.trigger), m.f.classes[class]
	for _, o := range f.obj {
		if words.has(&m.tree, o) {
			return o
		}
	}
	for _, a := range f.preps {
		if a.prep == "for" && !a.far && words.has(&m.tree, a.tok) {
			return a.tok
		}
	}
	return -1
}

// lately returns the actors of the deed of a kind that was told last before, in
// this sentence or up to reachOfAnswer before it, if they are foreign to the actors.
func (r *reading) lately(actors []int, kind func(typ string, modes []string) bool) []int {
	m := r.m
	for k := len(r.drafts) - 1; k >= 0; k-- {
		if x := &r.drafts[k]; !x.dropped && kind(x.code.Type, x.code.Modes) && len(x.actors) > 0 && m.foreign(x.actors, actors) && !m.stateless(x.actors) {
			return m.lords(slices.Clone(x.actors))
		}
	}
	for k := len(r.events) - 1; k >= 0 && m.sentence-r.events[k].Sentence <= reachOfAnswer; k-- {
		e := &r.events[k]
		if !kind(e.Type, e.Mode) || len(e.Actors) == 0 || m.stateless(e.Actors) {
			continue
		}
		if m.foreign(e.Actors, actors) {
			return m.lords(slices.Clone(e.Actors))
		}
	}
	return nil
}
