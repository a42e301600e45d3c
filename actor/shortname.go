package actor

import (
	"slices"
	"strings"
)

// identifyShort finds the entity of a name of one word.
func (r *casting) identifyShort(i int32, c *candidate) {
	if r.k.calendar[c.key] {
		if e := r.knownSurname(i, c); e >= 0 {
			r.join(i, e)
		}
		return
	}
	if e := r.compass(c.key); e >= 0 {
		r.join(i, e)
		return
	}
	if r.family(c) {
		r.join(i, r.otherEntity("family:"+c.key, func() ent {
			x := blank(Group)
			x.plural, x.key = true, c.key
			return x
		}))
		return
	}
	if c.kind == "" || c.kind == Person || onlySurnames(c.forms) {
		if e := r.knownSurname(i, c); e >= 0 {
			if p := r.titleBearer(c, e); p >= 0 {
				e = r.personEntity(p)
			}
			r.join(i, e)
			return
		}
		if p := r.choosePerson(c, formSurname); p >= 0 {
			r.join(i, r.personEntity(p))
			return
		}
		if c.kind == Person || len(c.forms) > 0 && !anyForm(c.forms, isPlace) {
			r.join(i, r.fullPerson(c))
			return
		}
	}
	if anyForm(c.forms, isPlace) && (c.kind == "" || c.kind == Place) {
		r.join(i, r.siteEntity(c))
		return
	}
	r.join(i, r.unknownName(c, nameKind(c)))
}

// family reports whether a name of one word is that of a family or a couple:
// "the Obamas", but not "the late Sanders".
func (r *casting) family(c *candidate) bool {
	if c.kind != Person || c.rel == relCompound || c.core[0] == 0 || len(r.byLast[skeleton(c.key)]) > 0 && !c.plural {
		return false
	}
	if lowered(r.doc.Sentences[c.sent].Tokens[c.core[0]-1].Form) != "the" || !strings.HasSuffix(c.key, "s") {
		return false
	}
	one := strings.TrimSuffix(c.key, "s")
	return c.plural || slices.ContainsFunc(r.k.trie.find(one), func(f form) bool { return f.kind == formSurname })
}

// titleBearer returns who of the lexicon bears the title before a surname,
// where e, of whom the document speaks by that surname, never did: "President
// Biden" in a report on Jill Biden. -1 where e may bear it.
func (r *casting) titleBearer(c *candidate, e int32) int32 {
	bears := func(p int32) bool {
		return slices.ContainsFunc(c.nouns, func(f form) bool {
			return f.kind == formTitle && r.k.wasCalled(&r.k.people[p], f.ref, r.date)
		})
	}
	x := &r.ents[e]
	if x.person >= 0 && bears(x.person) || slices.ContainsFunc(c.nouns, func(f form) bool { return f.kind == formTitle && slices.Contains(x.titles, f.ref) }) {
		return -1
	}
	p := r.choosePerson(c, formSurname)
	if p < 0 || !bears(p) || !r.k.people[p].active(r.date, freshYears) && r.bearers(c) > rareName {
		return -1 // "President Kim" of a bank is no president of former years
	}
	return p
}

// bearers returns how many of those whom the lexicon knows bear the surname.
func (r *casting) bearers(c *candidate) int {
	n := 0
	for _, f := range c.forms {
		if f.kind == formSurname {
			n++
		}
	}
	return n
}

// compass returns the country that "the North" or "the South" stands for, in a
// text about one of two countries that are told apart so; or -1.
func (r *casting) compass(word string) int32 {
	other := ""
	switch word {
	case "north":
		other = "south"
	case "south":
		other = "north"
	case "east":
		other = "west"
	case "west":
		other = "east"
	default:
		return -1
	}
	best, most := int32(-1), 0
	for _, p := range r.k.compass[word] {
		if w := r.weight[p]; w > most {
			best, most = p, w
		}
	}
	for _, p := range r.k.compass[other] {
		if w := r.weight[p]; w > most {
			_, rest, _ := strings.Cut(fold(r.k.parties[p].Name), " ")
			for _, q := range r.k.compass[word] {
				if strings.HasSuffix(fold(r.k.parties[q].Name), " "+rest) {
					best, most = q, w
				}
			}
		}
	}
	if best < 0 {
		return -1
	}
	return r.partyEntity(best)
}
