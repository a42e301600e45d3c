package actor

import "slices"

// mostMembers bounds how many are spoken of together as "they".
const mostMembers = 8

// group notes persons, countries or bodies that are spoken of together, for
// "they" and "the two".
func (r *casting) group(i int32, c *candidate) {
	if c.with >= 0 && c.ent >= 0 && c.conj < 0 {
		// "Biden met with Putin"
		first := &r.cands[c.with]
		if first.ent >= 0 && first.set < 0 && r.find(first.ent) != r.find(c.ent) && r.ents[r.find(first.ent)].kind == r.ents[r.find(c.ent)].kind && !r.ents[r.find(c.ent)].thing {
			x := blank(Group)
			x.plural, x.set, x.last = true, []int32{r.find(first.ent), r.find(c.ent)}, c.sent
			first.set = r.make(x)
		}
		return
	}
	if c.conj < 0 || c.ent < 0 || c.by == byDemonym {
		return
	}
	first := &r.cands[c.conj]
	if first.ent < 0 || r.ents[r.find(first.ent)].thing || r.ents[r.find(c.ent)].thing {
		return
	}
	if first.set < 0 && first.with >= 0 {
		first.set = r.cands[first.with].set // "Biden met with Macron and Scholz": all three
	}
	if first.set < 0 {
		x := blank(Group)
		x.plural, x.set = true, []int32{r.find(first.ent)}
		first.set = r.make(x)
	}
	s := &r.ents[first.set]
	e := r.find(c.ent)
	if len(s.set) >= mostMembers {
		return
	}
	for _, m := range s.set {
		if m == e {
			return
		}
	}
	s.set = append(s.set, e)
	s.last = c.sent
}

// together returns the persons of the row or meeting that the text told last,
// if they are three or more and a plural that means people like them may take
// them up: "the leaders" after "Biden met with Macron and Scholz".
func (r *casting) together(c *candidate) []int32 {
	members := r.lastRow(c, setReach, 0, func(e int32) bool { return r.oneOf(c, &r.ents[e]) })
	if len(members) < 3 {
		return nil
	}
	return members
}

// oneOf reports whether somebody may be one of the persons whom plural c means.
func (r *casting) oneOf(c *candidate, x *ent) bool {
	return x.kind == Person && !x.plural && r.fitsNoun(c, x)
}

// lastRow returns those whom the text last told in one row or meeting, at most
// reach sentences back, if all fit and, unless n is 0, they are n; else nil.
func (r *casting) lastRow(c *candidate, reach int32, n int, fits func(e int32) bool) []int32 {
	for k := len(r.recent) - 1; k >= 0; k-- {
		d := &r.cands[r.recent[k]]
		if c.sent-d.sent > reach {
			return nil
		}
		if d.set < 0 || n > 0 && len(r.ents[d.set].set) != n {
			continue
		}
		members := slices.Clone(r.ents[d.set].set)
		for i := range members {
			members[i] = r.find(members[i])
		}
		if !slices.ContainsFunc(members, func(e int32) bool { return !fits(e) }) {
			return members
		}
	}
	return nil
}

// setReach bounds how many sentences back a row is taken up.
const setReach = 8

// termed returns the group that a plural written with a capital takes up, as a
// document does that speaks of "G7 Leaders" and then of "Leaders"; -1 without.
func (r *casting) termed(c *candidate) int32 {
	if !c.plural || c.def != bare && c.def != theDef || c.mods != "" || c.other || c.count > 0 || c.owner >= 0 || len(c.parties) > 0 || !r.capitalised(c) {
		return -1
	}
	l := r.byNoun[c.key]
	for n := len(l) - 1; n >= 0 && n >= len(l)-30; n-- {
		e := r.find(l[n])
		x := &r.ents[e]
		if x.kind != Group || !x.plural || len(x.cands) == 0 || c.sent-x.last > setReach {
			continue
		}
		if first := &r.cands[x.cands[0]]; first.first < first.head && first.key != "" && r.capitalised(first) && first.by == byNominal && first.def != ownDef && first.sent < c.sent {
			return e
		}
	}
	return -1
}
