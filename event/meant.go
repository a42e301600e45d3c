package event

import (
	"slices"

	"readout/actor"
)

// meant returns whom pronoun x, an object that the cast leaves open, stands for:
// the only party but the actors that the sentence names before it and that can
// be called so: "Turkey, the sponsor of the opposition, urged it to attend".
func (m *matcher) meant(c *candidate, x int) find {
	t := &m.tree
	if t.tok(x).UPos != "PRON" || len(m.at(x)) > 0 || len(c.actors) == 0 || slices.Contains(c.code.Modes, "investigate") || t.tok(x).Base() != "obj" && t.tok(x).Base() != "iobj" {
		return find{}
	}
	form := lower(t.tok(x).Form)
	var found []int
	for k := 0; k < x; k++ {
		if b := t.tok(k).Base(); b == "amod" || b == "compound" {
			continue // "Syrian" is not what "it" stands for
		}
		for _, e := range m.at(k) {
			if !callable(&m.cast.Entities[e], form, t.tok(k).XPos == "NN") || sharePlace([]int{e}, c.actors) || len(found) > 0 && found[0] == e {
				continue
			}
			if len(found) > 0 {
				return find{}
			}
			found = append(found, e)
		}
	}
	return find{found, byPlace}
}

// callable reports whether an entity, named by a noun in the singular or not, may be
// called by the object form of a pronoun.
func callable(e *actor.Entity, form string, singular bool) bool {
	switch form {
	case "it":
		return singular && e.Kind == actor.Group || e.Kind == actor.Country || e.Kind == actor.Government || e.Kind == actor.Organization
	case "them":
		return e.Kind == actor.Group || e.Kind == actor.Organization
	case "him", "her":
		return e.Kind == actor.Person
	}
	return false
}

// teller returns the noun of speech or decision on which the clause of verb v
// hangs, whose owner a pronoun in it stands for: "the US announcement that it would";
// or -1.
func (m *matcher) teller(v int) int {
	t := &m.tree
	for steps := 0; v >= 0 && steps < 4; steps++ {
		h := t.head(v)
		if h < 0 {
			return -1
		}
		switch t.tok(v).Base() {
		case "acl", "ccomp":
			if t.isNoun(h) && (m.f.c.summary.has(t, h) || m.f.c.uttered.has(t, h)) {
				return h
			}
			if !t.isVerb(h) {
				return -1
			}
		case "conj", "xcomp":
		default:
			return -1
		}
		v = h
	}
	return -1
}

// sayer returns the verb of speech whose complement the clause of verb v is, where what
// is said is to come, which who says so does himself: "insisted it will not let them in";
// or -1.
func (m *matcher) sayer(v int) int {
	t := &m.tree
	h := t.head(v)
	if h < 0 || h > v || t.tok(v).Base() != "ccomp" || !t.isVerb(h) || !t.finite(h) || !m.f.c.say.has(t, h) || !t.auxiliary(v, "will") && !t.auxiliary(v, "would") {
		return -1
	}
	return h
}
