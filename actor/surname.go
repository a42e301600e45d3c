package actor

import (
	"slices"
	"strings"
)

// fullPerson returns the entity of a person named in full.
func (r *casting) fullPerson(c *candidate) int32 {
	if p := r.choosePerson(c, formPerson); p >= 0 {
		return r.personEntity(p)
	}
	ws := strings.Fields(c.key)
	if len(ws) == 0 {
		return r.make(blank(Person))
	}
	ws = r.k.dropSuffix(ws)
	last, first := ws[len(ws)-1], ws[0]
	if len(ws) > 1 {
		if p := r.turned(c, ws); p >= 0 {
			return r.personEntity(p)
		}
		if p := r.soundsLike(c, first, last); p >= 0 {
			return r.personEntity(p)
		}
		if p := r.calledShort(c, first, last); p >= 0 {
			return r.personEntity(p)
		}
		some := r.byLast[skeleton(last)]
		for _, e := range some[max(len(some)-50, 0):] {
			e = r.find(e)
			x := &r.ents[e]
			if !sameSpelling(x.surname, last) || x.given == "" {
				continue
			}
			if x.given == first || sameSpelling(x.given, first) || r.k.shortened(x.given, first) || len(first) == 1 && x.given[0] == first[0] || len(x.given) == 1 && x.given[0] == first[0] {
				return e
			}
		}
	}
	x := blank(Person)
	x.key, x.surname, x.gender = c.key, last, c.gender
	if len(ws) > 1 {
		x.given = first
	}
	if x.gender == 0 {
		x.gender = r.k.given[first]
	}
	e := r.make(x)
	r.indexPerson(e)
	return e
}

// calledShort returns the holder of the office by whose title the name goes, whom
// the lexicon knows by a short form of the given name, or by what it is short
// for: "Treasury Secretary Jacob J. Lew", who is Jack Lew; or -1.
func (r *casting) calledShort(c *candidate, first, last string) int32 {
	for _, f := range r.k.trie.find(last) {
		if f.kind != formSurname || !r.k.shortened(r.k.people[f.ref].given, first) {
			continue
		}
		p := &r.k.people[f.ref]
		if p.surname == last && slices.ContainsFunc(c.nouns, func(n form) bool { return n.kind == formTitle && r.k.wasCalled(p, n.ref, r.date) }) {
			return f.ref
		}
	}
	return -1
}

// shortened reports whether one of two given names is a short form of the other:
// "Sandra" and "Sandy".
func (k *knowledge) shortened(a, b string) bool {
	return k.class.shortGiven[a+" "+b] || k.class.shortGiven[b+" "+a]
}

// turned returns the person in office whom the lexicon knows by the two words of
// a name in the other order, the surname first as in East Asia and Hungary:
// "Kishida Fumio"; or -1. A title must speak for him, or his state, where both
// orders are in use.
func (r *casting) turned(c *candidate, ws []string) int32 {
	if len(ws) != 2 || len(c.forms) > 0 {
		return -1
	}
	d := candidate{forms: r.k.trie.find(ws[1] + " " + ws[0]), key: ws[1] + " " + ws[0], nouns: c.nouns, title: c.title, role: c.role, gender: c.gender, parties: c.parties}
	if p := r.choosePerson(&d, formPerson); p >= 0 && r.k.people[p].active(r.date, freshYears) &&
		(len(c.nouns) > 0 || r.k.class.eitherOrder[lowered(r.k.people[p].country)]) {
		return p
	}
	return -1
}

// For so many years after his last office a man is news by his surname, and
// for so many more one who led a state.
const (
	freshYears = 2
	fameYears  = 12
	// rareName is how many in the knowledge may bear a surname that tells who
	// is meant by who is in office.
	rareName = 3
)

// choosePerson picks among those whom the lexicon knows by the name, or
// returns -1. A surname alone is not enough: a title, a lead, or the country
// must speak for him too.
func (r *casting) choosePerson(c *candidate, kind formKind) int32 {
	best, most := int32(-1), 0
	ws := strings.Fields(c.key)
	if c.hyphens && len(ws) == 2 && r.k.class.particle[ws[0]] {
		ws = ws[1:] // "al-Assad"
	}
	bearers, fresh, leaders := 0, 0, 0
	for _, f := range c.forms {
		if f.kind != formSurname && f.kind != kind {
			continue
		}
		bearers++
		p := &r.k.people[f.ref]
		if p.served(r.date, freshYears) {
			fresh++
		} else if r.k.leads(p) && p.served(r.date, fameYears) {
			leaders++
		}
	}
	for _, f := range c.forms {
		if f.kind != kind && !(kind == formSurname && f.kind == formPerson) {
			continue
		}
		p := &r.k.people[f.ref]
		score := 1
		if f.kind == formSurname && len(ws) > 1 {
			// "Hunter Biden" is not Joe.
			if p.given == "" || !(p.given == ws[0] || sameSpelling(p.given, ws[0])) || middlesDiffer(c.key, fold(p.name)) {
				continue
			}
			score += 20
		}
		if f.kind == formPerson {
			score += 20
			if len(ws) > 2 && fold(p.name) == c.key {
				score += 3 // "George W. Bush", though his father is called "George Bush" too
			}
		}
		switch leads := r.k.leads(p); {
		case p.active(r.date, freshYears):
			score += 3
			if leads || fresh == 1 && bearers <= rareName {
				score += 4 // "Blinken warns Iran"
			}
			if p.served(r.date, 0) {
				score++
			}
		case leads && leaders == 1 && fresh == 0 && p.served(r.date, fameYears):
			score += 7 // "Trump" in 2023
		case fresh == 0 && bearers <= 2*rareName && p.rises(r.date):
			score += 7 // "Macron" in 2016
		case leads:
			score += 2
		}
		if c.gender != 0 && p.gender != 0 && c.gender != p.gender {
			continue
		}
		called := false
		for _, n := range c.nouns {
			if n.kind == formTitle && r.k.wasCalled(p, n.ref, r.date) {
				called = true
			}
		}
		called = called || c.title < 0 && c.role >= 0 && r.k.heldAs(p, r.k.roles[c.role].Noun, r.date)
		if called {
			score += 8
		} else if c.title >= 0 && len(ws) == 1 {
			score -= 4
		} else if c.role >= 0 && len(ws) == 1 && r.k.roles[c.role].flags&(flagOfficial|flagLeader) == 0 {
			score -= 6
		}
		if len(c.parties) > 0 {
			if r.k.parties[c.parties[0]].Code == p.country {
				score += 5
			} else {
				score -= 5
			}
		}
		if s, ok := r.k.states[p.country]; ok && r.weight != nil && r.weight[s] > 0 {
			score += 2
		}
		if _, given := r.k.given[c.key]; given && kind == formSurname && !called && len(c.nouns) == 0 && len(c.parties) == 0 && !r.k.leads(p) {
			score -= 4 // "his father, Paul" is no senator
		}
		if score > most {
			best, most = f.ref, score
		}
	}
	if kind == formSurname && most < 8 {
		return -1
	}
	return best
}

// soundsLike returns somebody of the lexicon whose name is spelt nearly so, or
// -1: "Vladimir Poutine", "Aleksey Navalny".
func (r *casting) soundsLike(c *candidate, first, last string) int32 {
	for _, p := range r.k.sound[skeleton(first)+" "+skeleton(last)] {
		q := &r.k.people[p]
		if sameSpelling(q.given, first) && sameSpelling(q.surname, last) && !middlesDiffer(c.key, fold(q.name)) && (c.gender == 0 || q.gender == 0 || c.gender == q.gender) {
			return p
		}
	}
	return -1
}

// middlesDiffer reports whether two folded names both have words between the
// first and the last and none of them agrees, an initial counting for any word
// that begins so: "Mohamed Hassan Mohamed" is not Mohamed Abdullahi Mohamed.
func middlesDiffer(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) < 3 || len(y) < 3 {
		return false
	}
	for _, v := range x[1 : len(x)-1] {
		for _, w := range y[1 : len(y)-1] {
			if v == w || sameSpelling(v, w) || v[0] == w[0] && (len(strings.Trim(v, ".")) == 1 || len(strings.Trim(w, ".")) == 1) {
				return false
			}
		}
	}
	return true
}

// knownSurname returns the person of the document whom a single word names:
// the nearest before it, else the first after it.
func (r *casting) knownSurname(i int32, c *candidate) int32 {
	var some []int32
	if strings.Contains(c.key, " ") {
		if c.hyphens {
			for _, e := range r.byLast[skeleton(c.key[strings.LastIndexByte(c.key, ' ')+1:])] {
				if strings.HasSuffix(r.ents[r.find(e)].key, " "+c.key) {
					some = append(some, e)
				}
			}
		}
		return r.nearest(i, c, some, false)
	}
	some = append(some, r.byLast[skeleton(c.key)]...)
	for _, f := range c.forms {
		if f.kind == formSurname {
			if e, ok := r.byPers[f.ref]; ok && !slices.Contains(some, e) {
				some = append(some, e)
			}
		}
	}
	if e := r.nearest(i, c, some, true); e >= 0 {
		return e
	}
	first := slices.DeleteFunc(slices.Clone(r.byFirst[skeleton(c.key)]), func(e int32) bool { return !sameSpelling(r.ents[r.find(e)].given, c.key) })
	if _, isName := r.k.given[c.key]; isName || len(first) == 1 {
		return r.nearest(i, c, first, false)
	}
	return -1
}

// nearest picks the entity that is mentioned last before candidate i, else
// first after it. A surname alone goes on meaning whom it has meant, though kin
// of his be brought in by full name. So it does where he is known and of a rare
// name, though another of whom nothing is known be named once.
func (r *casting) nearest(i int32, c *candidate, some []int32, bySurname bool) int32 {
	best, at := int32(-1), int32(0)
	settled := bySurname && slices.ContainsFunc(some, func(e int32) bool { x := &r.ents[r.find(e)]; return x.alone && !r.asKin(x) })
	famous := settled && r.bearers(c) <= 3*rareName && slices.ContainsFunc(some, func(e int32) bool { x := &r.ents[r.find(e)]; return x.alone && x.person >= 0 })
	for n := len(some) - 1; n >= 0 && n >= len(some)-50; n-- {
		e := r.find(some[n])
		x := &r.ents[e]
		if famous && x.person < 0 && !x.alone && len(x.full) == 1 {
			continue // "“Pope Scolds Trump”", taken for a name
		}
		if bySurname && !sameSpelling(x.surname, c.key) && !r.shortForm(x, c) {
			continue
		}
		if c.gender != 0 && x.gender != 0 && c.gender != x.gender || c.plural && x.surname != c.key || settled && !x.alone && r.asKin(x) {
			continue
		}
		before, after := x.short, int32(-1)
		n, _ := slices.BinarySearch(x.full, i)
		if bySurname && n == 0 && !x.alone {
			before = -1 // named by a given name alone so far, whose surname the reader does not know
		}
		if n > 0 {
			before = max(before, x.full[n-1])
		}
		if n < len(x.full) {
			after = x.full[n]
		}
		score := before
		if before < 0 {
			score = -after - 2
		}
		if best < 0 || score > at {
			best, at = e, score
		}
	}
	return best
}

// asKin reports whether the text brings a person in as somebody's kin: "his wife,
// Ana Silva".
func (r *casting) asKin(x *ent) bool {
	if len(x.full) == 0 {
		return false
	}
	c := &r.cands[x.full[0]]
	kin := func(role int32) bool { return role >= 0 && r.k.roles[role].flags&flagKin != 0 }
	if slices.ContainsFunc(x.cands, func(i int32) bool { n := r.nounBefore(i); return n >= 0 && kin(r.cands[n].role) }) {
		return true
	}
	if c.same >= 0 && kin(r.cands[c.same].role) {
		return true
	}
	return slices.ContainsFunc(c.nouns, func(f form) bool { return f.kind == formRole && kin(f.ref) })
}

// nounBefore returns the noun for somebody right before name i, but for a comma,
// whatever the tree makes of the two: "her husband, Tom"; -1 without.
func (r *casting) nounBefore(i int32) int32 {
	c := &r.cands[i]
	if c.by != byName {
		return -1
	}
	for k := i - 1; k >= 0 && r.cands[k].sent == c.sent; k-- {
		switch n := &r.cands[k]; {
		case n.by != byNominal || n.plural:
		case n.last == c.first, n.last+1 == c.first && r.doc.Sentences[c.sent].Tokens[n.last].Form == ",":
			return k
		default:
			return -1
		}
	}
	return -1
}

// shortForm reports whether the candidate is a short form of a person whom the
// lexicon knows.
func (r *casting) shortForm(x *ent, c *candidate) bool {
	for _, f := range c.forms {
		if f.kind == formSurname && f.ref == x.person {
			return true
		}
	}
	return false
}

// dropSuffix drops "Jr." and the like.
func (k *knowledge) dropSuffix(ws []string) []string {
	for len(ws) > 1 && k.class.nameSuffix[ws[len(ws)-1]] {
		ws = ws[:len(ws)-1]
	}
	return ws
}
