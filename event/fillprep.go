package event

import (
	"slices"

	"readout/lexicon"
)

func (m *matcher) fillPrep(c *candidate, s *slot, f *frame, i int, used *taken) bool {
	for pass := range 4 {
		far := pass%2 == 1
		for n, x := range f.preps {
			if x.far != far || used.has(x.tok) || !hasPrep(s.Preps, x.prep) || x.tok == c.actorToken && x.prep == "by" && (s.Role == 'R' || s.Role == 'C') {
				continue
			}
			if x.prep == "by" && s.Role == 'R' && c.p.kind == lexicon.VerbPattern && slices.ContainsFunc(f.subj, func(s subject) bool { return s.tok == x.tok && s.kind == ownSubject }) {
				continue // who does it is not to whom it is done
			}
			if s.Role == 'R' && m.fronted(x, i) || s.Role == 'C' && n >= f.nested[0] && n < f.nested[1] && m.partnered(f) {
				continue
			}
			if isPlacing(x.prep) != (pass >= 2) {
				continue // whom it is aimed at goes before where it happens
			}
			if s.Role == 'X' {
				if m.takeInner(c, x.tok) {
					used.add(x.tok)
					return true
				}
				continue
			}
			if m.isTime(x.tok) || far && s.Role == 'R' && isPlacing(x.prep) && m.elsewhere(x.tok) {
				continue
			}
			if m.accept(c, s, x.tok) {
				used.add(x.tok)
				if x.far {
					c.recipTrust = min(c.recipTrust, 0.95)
				}
				if s.Role == 'C' && (x.prep == "between" || x.prep == "among") && len(c.partners) == 1 {
					m.andAnother(c, x.tok)
				}
				return true
			}
		}
		if pass < 2 && (s.Role == 'X' || s.Role == '*' || len(s.classes) > 0) {
			for _, x := range f.clauses {
				if x.far == far && x.mark != "" && hasPrep(s.Preps, x.mark) {
					if len(s.classes) > 0 {
						if m.accept(c, s, x.tok) {
							c.clause = x.tok
							return true
						}
						continue
					}
					if s.Role == '*' {
						return true
					}
					if m.takeInner(c, x.tok) {
						return true
					}
				}
			}
		}
	}
	if slices.Contains(s.Preps, "to") && s.Role != 'X' {
		for _, o := range f.iobj {
			if m.accept(c, s, o) {
				return true
			}
		}
	}
	return false
}

// andAnother adds to the partners of c, of whom token i behind "between" names
// one, the other, which a parser may join to a noun that tells of the first, or
// that the first hangs on: "between protesters opposed to the president and police".
func (m *matcher) andAnother(c *candidate, i int) {
	t := &m.tree
	for k := i + 1; k < len(t.s.Tokens); k++ {
		if h := t.head(k); t.tok(k).Base() != "conj" || h < 0 || h == i || t.isVerb(k) || !t.has(k, "cc") || !t.under(k, i) && !t.under(i, h) {
			continue
		}
		if p := without(m.parties(k, owned).parties, c.partners); len(p) > 0 {
			c.partners = union(c.partners, p)
			c.recipTrust = min(c.recipTrust, byOwner)
			return
		}
	}
}

// partnered reports whether a verb has a party behind a "with" or "to" of its own, so
// that no other phrase within a phrase names with whom: "spoke with Roe about a trip to
// Chad".
func (m *matcher) partnered(f *frame) bool {
	return slices.ContainsFunc(f.preps, func(x prepArg) bool {
		return !x.far && (x.prep == "with" || x.prep == "to") && len(m.at(x.tok)) > 0
	})
}

// fronted reports whether an argument of verb v stands behind "on" ahead of the subject
// and tells of what or where it is said: "On Iran, Chad called for talks".
func (m *matcher) fronted(x prepArg, v int) bool {
	t := &m.tree
	if x.prep != "on" || x.tok > v || t.head(x.tok) != v || t.preposition(x.tok) != "on" || t.isRelative(x.tok) {
		return false
	}
	s := t.child(v, "nsubj")
	return s > x.tok
}

// elsewhere reports whether the place at token i is that of another deed, told
// by a participle behind a noun: "attacks by men trained in Libya".
func (m *matcher) elsewhere(i int) bool {
	h := m.tree.head(i)
	return h >= 0 && m.tree.isVerb(h) && m.tree.tok(h).Base() == "acl"
}

// isPlacing reports whether a preposition tells where rather than at whom.
func isPlacing(prep string) bool {
	switch prep {
	case "in", "near", "across", "inside", "around", "along", "throughout", "from", "off", "within", "outside":
		return true
	}
	return false
}

// hasPrep reports whether one of the alternatives is the preposition.
func hasPrep(alts []string, prep string) bool {
	return slices.Contains(alts, prep)
}
