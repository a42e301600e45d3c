package score

import "slices"

// A happening is what a measure compares: a class of event, with the parties
// where they count.
type happening struct {
	class     string
	others    []string // classes that count as right too
	from, to  CodedParty
	symmetric bool
	optional  bool
}

// A classer gives the class by which a measure compares an event, empty for
// none.
type classer func(*CodedEvent) string

// collapse makes one of the events of a sentence that have one class and share
// a source, share a target, or are mirror images of each other, so that
// compound lists of parties and one row for each pair compare.
func collapse(events []CodedEvent, class classer) []happening {
	type group struct {
		happening
		s, t []CodedParty // empty where the parties were not annotated
	}
	var groups []group
	shares := func(a, b []CodedParty) bool {
		return slices.ContainsFunc(a, func(x CodedParty) bool { return slices.Contains(b, x) })
	}
	for i := range events {
		e := &events[i]
		c := class(e)
		if c == "" {
			continue
		}
		s, t := keys(e.Source, true), keys(e.Target, true)
		hit := -1
		for k := range groups {
			g := &groups[k]
			if g.class == c && e.Source != nil && (shares(g.s, s) || shares(g.t, t) || shares(g.s, t) && shares(g.t, s)) {
				hit = k
				break
			}
		}
		if hit < 0 {
			groups = append(groups, group{happening: happening{class: c, others: e.Others, optional: e.Optional}})
			if e.Source != nil {
				groups[len(groups)-1].s, groups[len(groups)-1].t = s, t
			}
			continue
		}
		g := &groups[hit]
		g.s, g.t = append(g.s, s...), append(g.t, t...)
		g.optional = g.optional && e.Optional
	}
	out := make([]happening, len(groups))
	for i := range groups {
		out[i] = groups[i].happening
	}
	return out
}

// keys are the different keys of parties, in order.
func keys(parties []CodedParty, sector bool) []CodedParty {
	var out []CodedParty
	for _, p := range parties {
		if k := p.key(sector); !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// dyads spreads events into pairs of source and target, each distinct pair
// once a sentence. A party that is not told is the empty one. The pairs of a
// reciprocal event have no direction.
func dyads(events []CodedEvent, class classer, sector bool) []happening {
	var all []happening
	for i := range events {
		e := &events[i]
		c := class(e)
		if c == "" || e.Source == nil {
			continue
		}
		s, t := keys(e.Source, sector), keys(e.Target, sector)
		h := happening{class: c, others: e.Others, optional: e.Optional}
		h.symmetric = e.Symmetric || len(s) > 1 && len(t) == 0 && reciprocalType(c)
		if h.symmetric && len(s) > 1 && len(t) == 0 {
			for a := range s {
				for b := a + 1; b < len(s); b++ {
					h.from, h.to = s[a], s[b]
					h.symmetric = true
					all = append(all, h)
				}
			}
			continue
		}
		if len(s) == 0 {
			s = []CodedParty{{}}
		}
		if len(t) == 0 {
			t = []CodedParty{{}}
		}
		for _, a := range s {
			for _, b := range t {
				h.from, h.to = a, b
				all = append(all, h)
			}
		}
	}
	var out []happening
next:
	for _, h := range all {
		for k := range out {
			r := &out[k]
			if r.class != h.class {
				continue
			}
			if r.from == h.from && r.to == h.to {
				r.symmetric = r.symmetric || h.symmetric
				continue next
			}
			if r.from == h.to && r.to == h.from && r.from != r.to {
				r.symmetric = true
				continue next
			}
		}
		out = append(out, h)
	}
	return out
}

// fits reports whether a found happening is the gold one; other says that the
// gold's other classes count too.
func (g *happening) fits(s *happening, other bool) bool {
	if g.class != s.class && !(other && slices.Contains(g.others, s.class)) {
		return false
	}
	return g.from == s.from && g.to == s.to || (g.symmetric || s.symmetric) && g.from == s.to && g.to == s.from
}

// match pairs gold and found one to one and counts: required gold of the same
// class first, then required gold by its other classes, then optional gold,
// whose matches count nowhere.
func match(gold, found []happening, c *Counts) {
	free := make([]bool, len(found))
	for i := range free {
		free[i] = true
	}
	done := make([]bool, len(gold))
	for _, pass := range []struct{ optional, other bool }{{false, false}, {false, true}, {true, true}} {
		for i := range gold {
			if done[i] || gold[i].optional != pass.optional {
				continue
			}
			for j := range found {
				if free[j] && gold[i].fits(&found[j], pass.other) {
					free[j], done[i] = false, true
					if !pass.optional {
						c.add(gold[i].class, 1, 0, 0)
					}
					break
				}
			}
		}
	}
	for i := range gold {
		if !done[i] && !gold[i].optional {
			c.add(gold[i].class, 0, 0, 1)
		}
	}
	for j := range found {
		if free[j] {
			c.add(found[j].class, 0, 1, 0)
		}
	}
}
