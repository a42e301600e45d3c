package actor

import "strings"

// findHome finds the party that the text speaks of most; of several, the one
// that it speaks of first.
func (r *casting) findHome() {
	best := 0
	for i := range r.cands {
		for _, f := range r.cands[i].forms {
			code, ok := r.stateOf(f)
			if !ok {
				continue
			}
			if s, ok := r.k.states[code]; ok && r.weight[s] > best {
				best, r.home = r.weight[s], s
			}
			break
		}
	}
}

// stateOf returns the code of the state that a form belongs to, which may be
// empty, if it is of a kind that belongs to one.
func (r *casting) stateOf(f form) (code string, ok bool) {
	switch f.kind {
	case formCountry, formDemonym, formMetonym, formCapital:
		return r.k.parties[f.ref].Code, true
	case formBody:
		return r.k.bodies[f.ref].Country, true
	case formPlace:
		return r.k.sites[f.ref].country, true
	}
	return "", false
}

// agreeKinds gives all mentions of an unknown name the kind of which the text
// is surest.
func (r *casting) agreeKinds() {
	type tally struct {
		kinds map[string]int
		n     int
	}
	by := map[string]*tally{}
	learned := false // names that the parser found; then what it left out is none
	for i := range r.doc.Sentences {
		learned = learned || len(r.doc.Sentences[i].Names) > 0
	}
	for i := range r.cands {
		c := &r.cands[i]
		if c.by != byName || nameKindOf(c.forms) != "" {
			continue
		}
		t := by[c.key]
		if t == nil {
			t = &tally{kinds: map[string]int{}}
			by[c.key] = t
		}
		t.kinds[c.kind] += int(c.sure) * int(c.sure)
		t.n++
	}
	for i := range r.cands {
		c := &r.cands[i]
		if c.by != byName || nameKindOf(c.forms) != "" || onlySurnames(c.forms) || r.k.calendar[c.key] || c.sure >= 4 && c.kind == Person && len(c.nouns) > 0 {
			continue
		}
		t := by[c.key]
		if t == nil {
			continue
		}
		best := ""
		if learned && t.n < 2 && len(r.k.compass[c.key]) == 0 && t.kinds[Person]+t.kinds[Organization]+t.kinds[Place]+t.kinds[Group] <= 1 {
			best = dropped
		}
		for _, k := range []string{Person, Organization, Place, Group, dropped} {
			if t.kinds[k] > t.kinds[best] {
				best = k
			}
		}
		c.kind = best
	}
	r.agreeSurnames()
}

// agreeSurnames makes persons of unknown names of several words, taken for
// organisations', by whose last word the text goes on to call a person of whom it
// gives no other name. A noun for what he is at the head is no part of the name:
// "Democrat Zora Quint", of whom the text says "Quint told".
func (r *casting) agreeSurnames() {
	persons := map[string]bool{} // surnames, each with whether only unknown ones are called so
	for i := range r.cands {
		c := &r.cands[i]
		if c.by != byName || c.kind != Person {
			continue
		}
		last := lastWord(c.key)
		if alone, ok := persons[last]; alone || !ok {
			persons[last] = len(c.forms) == 0 && last == c.key
		}
	}
	for i := range r.cands {
		c := &r.cands[i]
		ws := strings.Fields(c.key)
		if c.by != byName || len(ws) < 2 || len(ws) > 4 || len(c.forms) > 0 || c.kind != Organization || !persons[ws[len(ws)-1]] {
			continue
		}
		for _, f := range r.k.trie.find(ws[0]) {
			if len(ws) > 2 && f.kind == formRole && r.k.roles[f.ref].Kind == "person" {
				c.nouns, c.role = append(c.nouns, f), f.ref
				c.key = strings.Join(ws[1:], " ")
				c.core[0]++
				break
			}
		}
		c.kind = Person
	}
}

// weighForms counts a mention of a party for the state it belongs to, be it by
// name, by a body of that state, or inside a longer name.
func (r *casting) weighForms(c *candidate) {
	code := ""
	for _, f := range c.forms {
		if f.kind == formPlace && (!onlyPlaces(c.forms) || r.k.sites[f.ref].common || r.homonyms(c.forms)) {
			continue
		}
		if f.kind == formBody && r.ambiguous(c.forms, c.key) || f.kind == formCountry && r.sharedName(c.forms) {
			continue
		}
		if state, ok := r.stateOf(f); ok {
			code = state
			break
		}
	}
	if code == "" && c.by == byName && (len(c.forms) == 0 || c.kind == Person) && len(c.parties) > 0 {
		code = r.k.parties[c.parties[0]].Code
	}
	if s, ok := r.k.states[code]; ok {
		r.weight[s]++
	}
}

// sharedName reports whether the forms are territories of several states: "Punjab".
func (r *casting) sharedName(forms []form) bool {
	code := ""
	for _, f := range forms {
		if f.kind != formCountry {
			continue
		}
		p := &r.k.parties[f.ref]
		if p.main {
			return false
		}
		if code != "" && code != p.Code {
			return true
		}
		code = p.Code
	}
	return false
}

// homonyms reports whether the places of the forms lie in more than one
// country, so that the name by itself speaks for none.
func (r *casting) homonyms(forms []form) bool {
	code := ""
	for _, f := range forms {
		if f.kind != formPlace {
			continue
		}
		if c := r.k.sites[f.ref].country; code != "" && c != code {
			return true
		} else {
			code = c
		}
	}
	return false
}

// ambiguous reports whether the forms are bodies of several countries, or a
// party whose name many a country's might bear, so that the name by itself
// speaks for none.
func (r *casting) ambiguous(forms []form, key string) bool {
	code, n := "", 0
	for _, f := range forms {
		if f.kind != formBody {
			continue
		}
		b := &r.k.bodies[f.ref]
		if n++; n > 1 && b.Country != code || r.commonParty(f.ref, key) {
			return true
		}
		code = b.Country
	}
	return false
}

// commonParty reports whether a body is a political party and its folded name, as
// the text has it, is made of nothing but the words of which parties everywhere make theirs: "Labour
// Party", "Peoples Democratic Party".
func (r *casting) commonParty(b int32, name string) bool {
	body := &r.k.bodies[b]
	if len(body.Sectors) == 0 || body.Sectors[0] != "PTY" || body.Country == "USA" {
		return false // the world speaks of the American two by their names alone
	}
	for _, w := range strings.Fields(name) {
		if !r.k.class.partyWord[w] {
			return false
		}
	}
	return true
}

// elsewhere reports whether a party of a name that many a country's might bear
// is known of a country of which the text does not speak, while it speaks of
// another, so that the text's is another.
func (r *casting) elsewhere(b int32, name string) bool {
	if !r.commonParty(b, name) {
		return false
	}
	if s, ok := r.k.states[r.k.bodies[b].Country]; !ok || r.weight[s] > 0 {
		return false
	}
	for _, w := range r.weight {
		if w > 0 {
			return true
		}
	}
	return false
}
