package actor

// agedKey is the key of somebody who is called by his age: "the 36-year-old".
const agedKey = "year-old"

// aged adds a candidate for each person who is called by no more than his age:
// "the 36-year-old", "a 14-year-old", "two 12-year-olds".
func (g *gatherer) aged() {
	t := &g.t
	if g.k.person < 0 {
		return
	}
	for i := range t.Tokens {
		if w := lowered(t.tok(i).Form); w != "old" && w != "olds" || !g.byAge(i) || g.cover[i]&(coverName|coverNoun) != 0 || g.headed[i] >= 0 {
			continue
		}
		start := t.phraseStart(i)
		c := candidate{by: byNominal, title: -1, role: g.k.person, class: -1, head: int32(i), key: agedKey, plural: lowered(t.tok(i).Form) == "olds"}
		c.nouns = []form{{kind: formRole, ref: g.k.person}}
		c.first, c.last = int32(start), int32(i+1)
		c.core = [2]int32{int32(i), int32(i + 1)}
		g.determine(&c, start, hit{first: i, last: i + 1})
		if c.def == bare && !c.plural {
			continue
		}
		c.count, c.mods = 0, "" // years, not people
		g.add(c)
	}
}

// byAge reports whether token i is the "old" of "36-year-old" and stands for whoever
// is of that age: "the 36-year-old", not "the 36-year-old lawyer".
func (g *gatherer) byAge(i int) bool {
	t := &g.t
	if i < 4 || t.tok(i-1).Form != "-" || lowered(t.tok(i-2).Form) != "year" || t.tok(i-3).Form != "-" {
		return false
	}
	switch t.rel(i) {
	case "nsubj", "obj", "obl", "iobj", "nmod", "conj", "root":
		return i+1 == len(t.Tokens) || t.tok(i+1).UPos != "NOUN" && t.tok(i+1).UPos != "PROPN" && t.tok(i+1).UPos != "ADJ"
	}
	return false
}

// ofAge returns the person whom "the 36-year-old" stands for, a named one if any of
// those told of last has a name; or -1.
func (r *casting) ofAge(c *candidate) int32 {
	if c.key != agedKey || c.plural || c.def != theDef && c.def != thisDef {
		return -1
	}
	if e := r.recentPerson(c, func(x *ent) bool { return x.named >= 0 }); e >= 0 {
		return e
	}
	return r.recentPerson(c, func(*ent) bool { return true })
}
