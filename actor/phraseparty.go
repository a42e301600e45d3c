package actor

import (
	"slices"
)

// country answers with a state, a territory, a capital or a seat.
func (a *asker) country() bool {
	var h hit
	folk := false
	switch {
	case len(a.s.names) > 0:
		h = a.s.names[len(a.s.names)-1]
		for i := len(a.s.names) - 1; i >= 0; i-- {
			if a.k.partyIn(a.s.names[i].forms) >= 0 && a.alone(a.s.names[i]) {
				h = a.s.names[i]
			}
		}
	case len(a.s.folk) > 0:
		h, folk = a.s.folk[0], true
	default:
		return false
	}
	if !folk && !a.alone(h) {
		return false
	}
	for _, f := range h.forms {
		p := f.ref
		switch {
		case f.kind == formCountry || f.kind == formDemonym && folk:
			c := &a.k.parties[p]
			a.out.Country, a.out.Name = c.Code, c.Name
			switch {
			case c.Status == "breakaway":
				a.out.Sectors = []string{"PRE"}
			case c.Status == "region" && !folk:
				a.out.Sectors = []string{"CVL"}
			}
		case f.kind == formCapital || f.kind == formMetonym:
			c := &a.k.parties[p]
			a.out.Country, a.out.Name = c.Code, c.Name
			switch {
			case f.kind == formMetonym:
				a.out.Sectors = []string{f.sector}
			case c.main:
				a.out.Sectors = []string{"GOV"}
			default:
				a.out.Sectors = []string{"CVL"}
				a.out.Name = a.words(h.first, h.last)
			}
		case f.kind == formPlace:
			best := f
			for _, o := range h.forms {
				if o.kind == formPlace && (a.hint != "" && a.k.sites[o.ref].country == a.hint || a.k.sites[o.ref].population > a.k.sites[best.ref].population) {
					best = o
				}
			}
			a.out.Country, a.out.Name, a.out.Sectors = a.k.sites[best.ref].country, a.words(h.first, h.last), []string{"CVL"}
			if a.out.Country == "" {
				a.out.Sectors = nil
			}
		default:
			continue
		}
		if folk {
			a.out.Name = a.words(0, len(a.sent.Tokens))
		}
		return true
	}
	return false
}

// alone reports whether a hit is no part of a longer name: it is a country's,
// or no single word of a name stands beside it.
func (a *asker) alone(h hit) bool {
	if anyForm(h.forms, func(f form) bool { return f.kind == formCountry || f.kind == formMetonym }) {
		return true
	}
	toks := a.sent.Tokens
	name := func(i int) bool {
		if i < 0 || i >= len(toks) || toks[i].UPos != "PROPN" || a.inNoun(i) || a.inFolk(i) {
			return false
		}
		for _, o := range a.s.names {
			if o.first <= i && i < o.last && o.last-o.first > 1 {
				return false
			}
		}
		return true
	}
	return !name(h.first-1) && !name(h.last)
}

// parties returns the states and territories that the phrase names, in order.
func (a *asker) parties() []int32 {
	var out []int32
	add := func(p int32) {
		if p >= 0 && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	type found struct {
		at    int
		party int32
	}
	var all []found
	for _, h := range a.s.folk {
		for _, f := range h.forms {
			if f.kind == formDemonym {
				all = append(all, found{h.first, f.ref})
				break
			}
		}
	}
	for _, h := range a.s.names {
		if p := a.k.partyIn(h.forms); p >= 0 && a.alone(h) {
			all = append(all, found{h.first, p})
		}
	}
	slices.SortStableFunc(all, func(x, y found) int { return x.at - y.at })
	for _, f := range all {
		add(f.party)
	}
	return out
}
