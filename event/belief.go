package event

import "strings"

// disowned reports whether what word h is about, in a finite clause, is said
// not to be known, believed or true: "does not believe that …", "no evidence
// that …", "rumours that …", "it is unlikely that …".
func (m *matcher) disowned(h int) bool {
	t := &m.tree
	c := &m.f.c
	switch {
	case m.mistaken(h):
		return true
	case c.untrue.has(t, h):
		return !m.negated(h)
	case c.belief.has(t, h):
		return m.negated(h) || m.nobodys(h)
	case c.rumour.has(t, h):
		return true
	case c.evidence.has(t, h), c.utterance.has(t, h), c.accusation.has(t, h):
		if t.isVerb(h) {
			return false
		}
		for k := t.first[h]; k >= 0; k = t.next[k] {
			x := t.tok(int(k))
			if (x.Base() == "amod" || x.Base() == "compound") && c.untrue.has(t, int(k)) {
				return true // "false claims that"
			}
			if (x.Base() == "det" || x.Base() == "amod") && (lower(x.Form) == "no" || lower(x.Form) == "little" || lower(x.Form) == "scant") || x.Base() == "case" && lower(x.Form) == "without" {
				return c.evidence.has(t, h)
			}
		}
		g := t.head(h)
		return c.evidence.has(t, h) && g >= 0 && t.isVerb(g) && t.tok(h).Base() == "obj" && (m.negated(g) || m.nobodys(g))
	}
	return false
}

// mistaken reports whether verb h takes something for true, or says it, that is
// not: "was wrongly believed to be dead", "mistakenly reported that".
func (m *matcher) mistaken(h int) bool {
	t := &m.tree
	if !t.isVerb(h) || !m.f.c.belief.has(t, h) && !m.f.c.say.has(t, h) {
		return false
	}
	for k := t.first[h]; k >= 0; k = t.next[k] {
		if t.tok(int(k)).Base() == "advmod" && m.f.classes["in-error"].has(t, int(k)) {
			return true
		}
	}
	return false
}

// nobodys reports whether the subject of verb i is nobody: "nobody", "no one",
// "neither side", "few experts".
func (m *matcher) nobodys(i int) bool {
	t := &m.tree
	s := t.child(i, "nsubj")
	if s < 0 {
		return false
	}
	switch lower(t.tok(s).Form) {
	case "nobody", "none", "few", "neither":
		return true
	case "one":
		return t.determined(s, "no")
	}
	d := t.child(s, "det")
	if d < 0 {
		d = t.child(s, "amod")
	}
	return d >= 0 && (lower(t.tok(d).Form) == "neither" || lower(t.tok(d).Form) == "few" || lower(t.tok(d).Form) == "no")
}

// pronouned reports whether a relative clause with head i has its pronoun:
// "rumours that spread", where "rumours that Turkey recalled its ambassador"
// are of what the clause tells.
func (m *matcher) pronouned(i int) bool {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if strings.HasPrefix(t.tok(int(c)).XPos, "W") {
			return true
		}
	}
	return t.child(i, "nsubj") < 0
}
