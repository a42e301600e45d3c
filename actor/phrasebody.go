package actor

import (
	"slices"
)

// body answers with a body that the lexicon knows.
func (a *asker) body() bool {
	cut := a.cut()
	for i := len(a.s.names) - 1; i >= 0; i-- {
		h := a.s.names[i]
		if h.first > cut && i > 0 || a.headAfter(h) {
			continue
		}
		best := a.bodyIn(h.forms)
		if best < 0 || anyForm(h.forms, func(f form) bool { return f.kind == formCountry }) {
			continue
		}
		b := &a.k.bodies[best]
		if before := h.first - 1; before >= 0 && h.last-h.first > 1 && a.sent.Tokens[before].UPos == "PROPN" &&
			!a.inNoun(before) && !a.inFolk(before) && (!a.inParty(before) || b.Country != "" && b.Country != a.home()) {
			continue // "Santa Marta Self Defense Forces" are not Japan's
		}
		if home := a.home(); home != "" && b.Country != "" && b.Country != home && generic(h.forms) {
			continue // "Chile's Defense Department"
		}
		a.out.Name, a.out.Country, a.out.Sectors = b.Name, b.Country, slices.Clone(b.SectorsOn(a.date))
		if a.out.Country == "" {
			a.out.Country = a.home()
		}
		return true
	}
	return false
}

// bodyIn picks a body among forms: of the country hinted at or named.
func (a *asker) bodyIn(forms []form) int32 {
	home := a.home()
	best := int32(-1)
	for _, f := range forms {
		if f.kind != formBody {
			continue
		}
		if best < 0 || home != "" && a.k.bodies[f.ref].Country == home {
			best = f.ref
		}
	}
	return best
}

// home is the country that the phrase names, or else the one hinted at.
func (a *asker) home() string {
	if p := a.parties(); len(p) > 0 {
		return a.k.parties[p[0]].Code
	}
	return a.hint
}

// headAfter reports whether a common noun for somebody follows the hit before
// any preposition, so that the hit is only its modifier.
func (a *asker) headAfter(h hit) bool {
	cut := a.cut()
	for _, n := range a.s.nouns {
		if n.first >= h.last && n.last <= cut {
			return true
		}
	}
	return false
}

// cut returns where the head of the phrase ends: before the first preposition
// or comma that no hit covers.
func (a *asker) cut() int {
	for i := 1; i < len(a.sent.Tokens); i++ {
		t := &a.sent.Tokens[i]
		if t.UPos != "ADP" && t.Form != "," {
			continue
		}
		inside := false
		for _, hits := range [][]hit{a.s.names, a.s.nouns} {
			for _, h := range hits {
				inside = inside || h.first < i && i < h.last
			}
		}
		if !inside {
			return i
		}
	}
	return len(a.sent.Tokens)
}
