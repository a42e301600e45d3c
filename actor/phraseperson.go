package actor

import (
	"slices"
	"strings"
)

// person answers with a person: by full name, by a title and a surname, or by
// a surname alone.
func (a *asker) person() bool {
	cut := a.cut()
	toks := a.sent.Tokens
	for i := len(a.s.names) - 1; i >= 0; i-- {
		h := a.s.names[i]
		if h.first >= cut || a.headAfter(h) || h.last < len(toks) && toks[h.last].XPos == "POS" {
			continue
		}
		first := h.first
		for first > 0 && toks[first-1].UPos == "PROPN" && !a.inNoun(first-1) && !a.inFolk(first-1) && h.last-h.first == 1 {
			if _, ok := a.k.honorific(toks[first-1].Form); ok {
				break
			}
			first--
		}
		c := candidate{by: byName, title: -1, role: -1, class: -1, forms: h.forms, key: a.key(first, h.last)}
		last := h.last
		for last < len(toks) && toks[last].UPos == "PROPN" && !a.inNoun(last) {
			last++
		}
		if last > h.last && a.key(h.last, last) != "jr" {
			continue // the words are first names here
		}
		if h.last-h.first == 1 && first == h.first && allCapitals(toks[h.first].Form) && hasLower(a.out.Text) && !writtenInCapitals(h.forms) {
			continue // an acronym
		}
		a.titlesBefore(&c, first)
		if len(c.nouns) == 0 {
			a.titlesAfter(&c, last)
		}
		p := a.pick(&c, first == 0 && last == len(toks) || len(c.nouns) > 0 || first == 1 && toks[0].UPos == "DET")
		if p < 0 {
			continue
		}
		who := &a.k.people[p]
		s := who.on(a.date)
		a.out.Name, a.out.Country, a.out.Sectors, a.out.Office = who.name, s.country, slices.Clone(s.sectors), s.office
		if a.date == "" && !c.former {
			a.officeMeant(who, &c)
		}
		if slices.Equal(a.out.Sectors, []string{"ELI"}) && !c.former && who.active(a.date, freshYears) {
			// Out of office for a short time, the title still says what he was.
			if t := a.titled(&c); len(t) > 0 {
				a.out.Sectors = t
			}
		}
		a.titleSectors(&c)
		return true
	}
	return a.stranger()
}

// officeMeant lets the title of an undated phrase say when it speaks of: the
// last time the person held such an office.
func (a *asker) officeMeant(who *person, c *candidate) {
	for _, n := range c.nouns {
		if n.kind != formTitle {
			continue
		}
		if o := a.k.lastOffice(who, n.ref); o != nil {
			a.out.Sectors, a.out.Office, a.out.Country = []string{o.Sector}, o.Title, o.Country
		}
	}
}

// pick chooses among those who bear the name. alone says that the phrase is
// nothing but the name with its title, so that a surname will do.
func (a *asker) pick(c *candidate, alone bool) int32 {
	best, most := int32(-1), 0
	ws := strings.Fields(c.key)
	home := a.home()
	for _, f := range c.forms {
		p := int32(-1)
		score := 1
		switch f.kind {
		case formPerson:
			p, score = f.ref, 30
		case formSurname:
			who := &a.k.people[f.ref]
			if len(ws) > 1 && !(who.given == ws[0] || who.given != "" && sameSpelling(who.given, ws[0])) || !alone {
				continue
			}
			p = f.ref
		default:
			continue
		}
		who := &a.k.people[p]
		if who.active(a.date, freshYears) {
			score += 3
		}
		if a.k.leads(who) {
			score += 4
		}
		called := len(c.nouns) == 0
		for _, n := range c.nouns {
			if n.kind == formTitle && a.k.wasCalled(who, n.ref, a.date) {
				score += 8
				called = true
			}
			if n.kind == formRole {
				called = true
			}
		}
		if !called && f.kind == formSurname {
			score -= 3
		}
		if home != "" && who.country == home {
			score += 5
		}
		if score > most {
			best, most = p, score
		}
	}
	if most < 4 {
		return -1
	}
	return best
}

// titlesBefore notes the titles and roles before the name.
func (a *asker) titlesBefore(c *candidate, first int) {
	for _, n := range a.s.nouns {
		if n.last <= first {
			c.nouns = append(c.nouns, personForms(n.forms)...)
		}
	}
	for i := 0; i < first; i++ {
		if h, ok := a.k.honorific(a.sent.Tokens[i].Form); ok {
			if h.title >= 0 {
				c.nouns = append(c.nouns, form{kind: formTitle, ref: h.title})
			}
			if h.role >= 0 {
				c.nouns = append(c.nouns, form{kind: formRole, ref: h.role})
			}
			if c.kind == "" {
				c.kind = Person
			}
		}
		c.former = c.former || a.k.class.former[lowered(a.sent.Tokens[i].Form)]
	}
}

// titlesAfter notes the titles and roles that a comma sets behind the name.
func (a *asker) titlesAfter(c *candidate, last int) {
	if last >= len(a.sent.Tokens) || a.sent.Tokens[last].Form != "," {
		return
	}
	for _, n := range a.s.nouns {
		if n.first > last {
			c.nouns = append(c.nouns, personForms(n.forms)...)
		}
	}
}

// titled returns the sectors of the titles of office given to the name.
func (a *asker) titled(c *candidate) []string {
	var out []string
	for _, n := range c.nouns {
		if n.kind != formTitle {
			continue
		}
		if s := a.k.titles[n.ref].Sector; s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// writtenInCapitals reports whether a person of the lexicon is written in capitals.
func writtenInCapitals(forms []form) bool {
	return anyForm(forms, func(f form) bool { return f.kind == formPerson && f.caps })
}

func hasLower(s string) bool { return strings.ToUpper(s) != s }

// titleSectors lets the title speak where the lexicon does not know what the
// person was, and makes a former one ELI.
func (a *asker) titleSectors(c *candidate) {
	if c.former {
		a.out.Sectors = []string{"ELI"}
		a.out.Office = ""
		return
	}
	if n := len(a.out.Sectors); n > 0 && a.out.Sectors[0] != "ELI" && len(c.nouns) > 0 {
		// A title that he is given now comes before what else he is.
		known := a.out.Sectors
		a.out.Sectors = nil
		for _, n := range c.nouns {
			if n.kind == formTitle || a.k.roles[n.ref].flags&(flagOfficial|flagLeader) != 0 {
				a.addForm(n)
			}
		}
		for _, s := range known {
			if !slices.Contains(a.out.Sectors, s) {
				a.out.Sectors = append(a.out.Sectors, s)
			}
		}
		return
	} else if n > 0 {
		return
	}
	for _, n := range c.nouns {
		a.addForm(n)
	}
}

// addForm adds the sectors of a title or role, and its international code.
func (a *asker) addForm(f form) {
	var more []string
	switch f.kind {
	case formTitle:
		more = []string{a.k.titles[f.ref].Sector}
	case formRole:
		more = a.k.roles[f.ref].sectors
		if a.out.Country == "" {
			a.out.Country = a.k.roles[f.ref].code
		}
	}
	for _, s := range more {
		if s != "" && !slices.Contains(a.out.Sectors, s) {
			a.out.Sectors = append(a.out.Sectors, s)
		}
	}
}

// stranger answers with somebody whom the lexicon does not know, named after a
// title: "Sen. Feliciano Valencia".
func (a *asker) stranger() bool {
	toks := a.sent.Tokens
	end := a.cut()
	first := end
	for first > 0 && toks[first-1].UPos == "PROPN" && !a.inNoun(first-1) && !a.inFolk(first-1) && !a.inParty(first-1) {
		if _, ok := a.k.honorific(toks[first-1].Form); ok {
			break
		}
		first--
	}
	for _, h := range a.s.names {
		if h.first < first && h.last == end && anyForm(h.forms, func(f form) bool { return f.kind == formBody || f.kind == formCountry }) {
			return false // "National Rally" is no national called Rally
		}
	}
	if first == end || first == 0 && end == len(toks) && !a.givenAt(0) {
		return false
	}
	c := candidate{by: byName, title: -1, role: -1, class: -1, key: a.key(first, end)}
	a.titlesBefore(&c, first)
	if len(c.nouns) == 0 {
		a.titlesAfter(&c, end)
	}
	person := c.kind == Person || first == 0 && a.givenAt(0)
	for _, n := range c.nouns {
		person = person || n.kind == formTitle || a.k.roles[n.ref].Kind == "person"
	}
	if !person {
		return false
	}
	if ws := strings.Fields(c.key); len(ws) > 1 {
		for _, p := range a.k.sound[skeleton(ws[0])+" "+skeleton(ws[len(ws)-1])] {
			who := &a.k.people[p]
			if sameSpelling(who.given, ws[0]) && sameKnown(who.surname, ws[len(ws)-1]) {
				s := who.on(a.date)
				a.out.Name, a.out.Country, a.out.Sectors, a.out.Office = who.name, s.country, slices.Clone(s.sectors), s.office
				a.titleSectors(&c)
				return true
			}
		}
	}
	if len(c.nouns) == 0 && c.kind == "" && len(a.parties()) == 0 {
		return false // a name that says nothing
	}
	a.out.Name = a.words(first, end)
	a.out.Country = a.home()
	a.titleSectors(&c)
	return true
}

func (a *asker) givenAt(i int) bool {
	_, ok := a.k.given[fold(a.sent.Tokens[i].Form)]
	return ok
}

func (a *asker) inNoun(i int) bool { return covers(a.s.nouns, i) }
func (a *asker) inFolk(i int) bool { return covers(a.s.folk, i) }
func (a *asker) inParty(i int) bool {
	for _, h := range a.s.names {
		if h.first <= i && i < h.last && a.k.partyIn(h.forms) >= 0 && a.alone(h) {
			return true
		}
	}
	return false
}

func covers(hits []hit, i int) bool {
	for _, h := range hits {
		if h.first <= i && i < h.last {
			return true
		}
	}
	return false
}

// key returns the folded words of tokens [first, last).
func (a *asker) key(first, last int) string {
	s := a.sent.SpanOf(first, last)
	return fold(a.out.Text[s.Start:s.End])
}
