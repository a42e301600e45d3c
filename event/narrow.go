package event

import "readout/lexicon"

// A narrowing gives an event that is about a word of a class a narrower code.
type narrowing struct {
	class wordClass
	code  lexicon.Code
}

// narrow gives c the narrower code of the first line "narrow" of the patterns
// whose code it has and whose class has a word that c is about.
func (m *matcher) narrow(c *candidate) {
	t := &m.tree
	for _, n := range m.f.narrow[c.code.CAMEO] {
		for k := range t.s.Tokens {
			if k != c.trigger && n.class.has(t, k) && m.about(k, c) {
				c.code = n.code.Over(c.code)
				return
			}
		}
	}
}

// about reports whether token k stands below the trigger of c in what c is
// about: not in its subject or its recipient, nor in what tells when, where or
// who, nor in a clause that is only joined to it.
func (m *matcher) about(k int, c *candidate) bool {
	t := &m.tree
	if t.hyphened(k) || k < c.trigger && t.isVerb(c.trigger) && !m.passive(c.trigger) {
		return false // "right-wing"; "in a speech on trade, he urged"
	}
	clause := false                       // passed, which a parser may hang on the nearest noun
	expelled := c.code.Type == "SANCTION" // whom it is done to says what is done
	for steps := 0; k >= 0 && k != c.trigger; steps++ {
		if steps > maxClimb || k == c.actorToken {
			return false
		}
		if !expelled && !clause && (k == c.recipToken || t.tok(k).UPos == "PROPN" && len(m.at(k)) > 0) {
			return false // the Human Rights Council is no right
		}
		switch t.tok(k).Base() {
		case "nsubj", "csubj":
			if h := t.head(k); h < 0 || h == c.trigger || !m.passive(h) {
				return false
			}
		case "obl", "nmod":
			switch t.preposition(k) {
			case "during", "after", "since", "following", "before", "amid", "near", "outside", "until", "despite", "ahead_of", "by", "because_of", "due_to", "as":
				return false
			}
		case "advcl":
			switch t.mark(k) {
			case "to", "for", "in_order_to":
			default:
				return false
			}
		case "acl", "xcomp", "ccomp":
			if t.tok(k).Rel == "acl:relcl" {
				return false
			}
			clause = true
		case "conj":
			if t.head(k) == c.trigger {
				return false
			}
		case "parataxis", "appos", "discourse", "vocative":
			return false
		}
		k = t.head(k)
	}
	return k == c.trigger
}
