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
			if _, ok := a.k.honorifics[fold(toks[first-1].Form)]; ok {
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
		from := ""
		for i := range who.offices {
			o := &who.offices[i]
			if a.k.means(n.ref, o.Title) && o.From >= from {
				from = o.From
				a.out.Sectors, a.out.Office, a.out.Country = []string{o.Sector}, o.Title, o.Country
			}
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
		if who.active(a.date) {
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
		if h, ok := a.k.honorifics[fold(a.sent.Tokens[i].Form)]; ok && capitalised(a.sent.Tokens[i].Form) {
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
		switch lowered(a.sent.Tokens[i].Form) {
		case "former", "ex", "retired", "late", "ousted":
			c.former = true
		}
	}
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
	if len(a.out.Sectors) > 0 {
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
		if _, ok := a.k.honorifics[fold(toks[first-1].Form)]; ok {
			break
		}
		first--
	}
	if first == end || first == 0 && end == len(toks) && !a.givenAt(0) {
		return false
	}
	c := candidate{by: byName, title: -1, role: -1, class: -1, key: a.key(first, end)}
	a.titlesBefore(&c, first)
	if end < len(toks) && toks[end].Form == "," && len(c.nouns) == 0 {
		for _, n := range a.s.nouns {
			if n.first > end {
				c.nouns = append(c.nouns, personForms(n.forms)...)
			}
		}
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
			if sameSpelling(who.given, ws[0]) && sameSpelling(who.surname, ws[len(ws)-1]) {
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
		if h.first <= i && i < h.last && partyIn(h.forms) >= 0 {
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

// role answers with a common noun for somebody: its sectors, those of its
// modifiers, and the country that stands beside it.
func (a *asker) role() bool {
	cut := a.cut()
	var head []hit
	for _, n := range a.s.nouns {
		if n.last <= cut && anyForm(n.forms, titleOrRole) {
			head = append(head, n)
		}
	}
	toks := a.sent.Tokens
	if len(head) == 0 || a.vague(head[len(head)-1].forms) && head[len(head)-1].last == cut {
		// "a team of heavily armed police", "several of the largest unions"
		var tail []hit
		for _, n := range a.s.nouns {
			if n.first > cut && anyForm(n.forms, titleOrRole) && !a.vague(n.forms) {
				tail = append(tail, n)
			}
		}
		if len(tail) > 0 {
			head = tail[:1]
		}
	}
	if len(head) == 0 {
		return false
	}
	main := head[len(head)-1]
	a.out.Country = a.home()
	owner := a.owningBody(main)
	if owner >= 0 && a.out.Country == "" {
		a.out.Country = a.k.bodies[owner].Country
	}
	former := false
	for i := 0; i < main.first; i++ {
		switch lowered(toks[i].Form) {
		case "former", "ex", "retired", "ousted", "late":
			former = true
		}
	}
	if a.holder(main, former, owner) {
		return true
	}
	general := a.general(main.forms)
	for i := len(head) - 2; general && i >= 0; i-- {
		a.addForms(head[i].forms)
	}
	if general && owner >= 0 {
		for _, s := range a.k.bodies[owner].Sectors {
			if !slices.Contains(a.out.Sectors, s) {
				a.out.Sectors = append(a.out.Sectors, s)
			}
		}
	}
	a.addForms(main.forms)
	for i := len(head) - 2; !general && i >= 0; i-- {
		a.addForms(head[i].forms)
	}
	if former && anyForm(main.forms, func(f form) bool {
		return f.kind == formTitle || f.kind == formRole && a.k.roles[f.ref].flags&(flagOfficial|flagLeader|flagEnvoy) != 0
	}) {
		a.out.Sectors = []string{"ELI"}
	}
	a.out.Name = a.words(0, len(toks))
	return true
}

func titleOrRole(f form) bool { return f.kind == formTitle || f.kind == formRole }

// holder answers with who holds the office that a title names, if the phrase
// determines it.
func (a *asker) holder(h hit, former bool, owner int32) bool {
	if former || owner >= 0 || h.last < a.cut() || len(a.sent.Tokens) > 1 && a.sent.Tokens[0].Form != "" && indefinite(a.sent.Tokens[0].Form) {
		return false
	}
	for _, f := range h.forms {
		if f.kind != formTitle || f.plural {
			continue
		}
		p, office := a.k.holder(f.ref, a.home(), a.date)
		if p < 0 {
			continue
		}
		who := &a.k.people[p]
		s := who.on(a.date)
		a.out.Name, a.out.Country, a.out.Sectors, a.out.Office = who.name, s.country, slices.Clone(s.sectors), office
		return true
	}
	return false
}

func indefinite(w string) bool {
	switch lowered(w) {
	case "a", "an", "another", "some", "any", "every", "deputy", "vice", "assistant":
		return true
	}
	return false
}

func (a *asker) addForms(forms []form) {
	roles := anyForm(forms, func(f form) bool { return f.kind == formRole && len(a.k.roles[f.ref].sectors) > 0 })
	for _, f := range forms {
		if f.kind == formRole || f.kind == formTitle && !roles {
			a.addForm(f)
		}
	}
}

// vague reports whether a noun is too general to say who it is.
func (a *asker) vague(forms []form) bool {
	for _, f := range forms {
		if f.kind == formRole && a.k.roles[f.ref].flags&flagVague == 0 || f.kind == formTitle {
			return false
		}
	}
	return true
}

// general reports whether what stands before or after the noun says more of
// the sector than the noun: "intelligence agency officer", "member of Hamas".
func (a *asker) general(forms []form) bool {
	for _, f := range forms {
		if f.kind == formRole {
			r := &a.k.roles[f.ref]
			if r.flags&(flagVague|flagSpeaker|flagLeader|flagRelative) != 0 || len(r.sectors) == 0 || generalNoun(r.Noun) {
				return true
			}
		}
	}
	return false
}

// generalNoun reports whether the noun takes its sector from its modifier.
func generalNoun(noun string) bool {
	switch noun {
	case "official", "officer", "chief", "agent", "staff", "employee", "worker", "member", "commander", "director", "head":
		return true
	}
	return false
}

// owningBody returns the body that the noun is of: "president of the
// Riigikogu", "Hamas leader"; or -1.
func (a *asker) owningBody(main hit) int32 {
	for _, h := range a.s.names {
		if h.last <= main.first || h.first >= main.last {
			if b := a.bodyIn(h.forms); b >= 0 {
				return b
			}
		}
	}
	return -1
}

// designated answers with an unknown name by a word in it.
func (a *asker) designated() {
	ws := words(a.out.Text)
	var sectors []string
	kind := ""
	for i := range ws {
		for n := 1; n <= a.k.designated && i+n <= len(ws); n++ {
			if d, ok := a.k.designators[strings.Join(ws[i:i+n], " ")]; ok {
				kind, sectors = d.kind, d.sectors
			}
		}
	}
	if !hasCapital(a.out.Text) || kind == "" || kind == "event" || kind == "product" {
		return
	}
	a.out.Name, a.out.Sectors, a.out.Country = a.words(0, len(a.sent.Tokens)), slices.Clone(sectors), a.home()
}
