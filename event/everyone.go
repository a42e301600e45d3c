package event

// toEveryone reports whether token x, to whom c appeals, names all of some kind
// rather than anybody: "all sides", "both parties", "every country". Those of a
// land, "all parties in Sudan", are somebody, as are two whom the text has told.
func (m *matcher) toEveryone(c *candidate, x int) bool {
	t := &m.tree
	whole := t.tok(x).UPos == "PRON" || m.f.c.world.has(t, x) || m.f.classes["warring"].has(t, x)
	if !m.f.c.everyone.has(t, x) && !m.f.c.sides.has(t, x) && !m.f.c.world.has(t, x) {
		return false
	}
	for k := t.first[x]; k >= 0; k = t.next[k] {
		switch b := t.tok(int(k)).Base(); b {
		case "det", "amod", "nummod":
			switch lower(t.tok(int(k)).Form) {
			case "all", "both", "every", "each", "other", "two":
				whole = true
			}
		case "nmod", "compound", "acl":
			if p := m.parties(int(k), anywhere); len(p.parties) > 0 && !m.stateless(p.parties) {
				return false
			}
		}
	}
	if p := m.parties(x, anywhere); !whole || len(p.parties) > 1 && !m.stateless(p.parties) {
		return false
	}
	c.toAll, c.toSides = true, m.f.c.sides.has(t, x)
	return true
}

// spelledOut returns the parties that an apposition below noun x names as those
// meant, if they are several: "the combatants, the army and the rebels".
func (m *matcher) spelledOut(x int) []int {
	t := &m.tree
	var out []int
	for k := x + 1; k < len(t.s.Tokens) && t.under(k, x); k++ {
		b := t.tok(k).Base()
		if b == "conj" && t.head(k) >= 0 {
			b = t.tok(t.head(k)).Base()
		}
		if (b == "appos" || t.tok(k).Base() == "conj" && m.f.classes["warring"].has(t, t.head(k))) && len(m.at(k)) > 0 && !m.onlyPlaces(m.at(k)) {
			out = union(out, m.at(k))
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// sides returns those who fight each other in the last act of violence told, at
// most opponentReach sentences back, without those who appeal to them.
func (r *reading) sides(d *draft) []int {
	m := r.m
	for k := len(r.events) - 1; k >= 0 && m.sentence-r.events[k].Sentence <= opponentReach; k-- {
		e := &r.events[k]
		if e.Type != "ASSAULT" || len(e.Aux) > 0 {
			continue
		}
		all := m.lords(union(e.Actors, e.Recipients))
		if len(all) < 2 || m.stateless(e.Actors) || len(e.Recipients) > 0 && m.stateless(e.Recipients) || !m.foreign(all, d.actors) {
			return nil
		}
		return all
	}
	return nil
}
