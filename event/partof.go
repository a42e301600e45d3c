package event

import (
	"slices"

	"readout/lexicon"
)

// partOf gives measures that the clause tells as the frame of another the
// parties of that one: "expelled ten diplomats in a new wave of sanctions".
func (r *reading) partOf(d *draft) {
	m, t := r.m, &r.m.tree
	if d.code.Type != "SANCTION" || d.p.kind != lexicon.NounPattern || len(d.actors)+len(d.recipients) > 0 {
		return
	}
	k := t.overOf(d.trigger)
	switch t.preposition(k) {
	case "in", "as_part_of":
	default:
		return
	}
	if x := r.draftAt(t.head(k)); x != nil && x.code.Type == d.code.Type && !slices.Equal(x.code.Modes, d.code.Modes) && len(x.actors) > 0 && len(x.recipients) > 0 {
		d.actors, d.actorTrust = slices.Clone(x.actors), x.actorTrust
		d.recipients, d.recipTrust = m.lords(slices.Clone(x.recipients)), x.recipTrust
	}
}

// draftAt returns the draft of the sentence whose trigger is token i, or nil.
func (r *reading) draftAt(i int) *draft {
	for k := range r.drafts {
		if d := &r.drafts[k]; d.trigger == i && !d.dropped {
			return d
		}
	}
	return nil
}

// accuser returns who lays something to the recipients of a draft where no one
// is named: the government that acts against them for it. "The United States
// expelled ten diplomats after cyberattacks blamed on Moscow."
func (r *reading) accuser(d *draft) []int {
	m, t := r.m, &r.m.tree
	if d.code.Type != "ACCUSE" || !d.agentless || len(d.recipients) == 0 || t.tok(d.trigger).Base() != "acl" {
		return nil
	}
	k := t.head(d.trigger)
	if k < 0 {
		return nil
	}
	k = t.overOf(k)
	switch t.preposition(k) {
	case "after", "over", "for", "following", "in_response_to", "because_of", "in_retaliation_for":
	default:
		return nil
	}
	h := t.head(k)
	for steps := 0; h >= 0 && steps < maxClimb && r.draftAt(h) == nil && t.tok(h).UPos != "VERB"; steps++ {
		h = t.head(h)
	}
	x := r.draftAt(h)
	if x == nil || Quad(x.code.Type) < 3 || x.future || !m.is(x.actors, "GOV") || !m.foreign(x.actors, d.recipients) || len(x.recipients) == 0 || m.foreign(x.recipients, d.recipients) {
		return nil
	}
	return x.actors
}

// overOf returns the noun that noun i stands behind with "of", if it does, and so
// on: the wave of "a new wave of attacks".
func (t *tree) overOf(i int) int {
	for steps := 0; steps < maxClimb && t.head(i) >= 0 && t.tok(i).Base() == "nmod" && t.preposition(i) == "of"; steps++ {
		i = t.head(i)
	}
	return i
}
