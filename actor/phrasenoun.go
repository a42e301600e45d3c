package actor

import (
	"slices"
	"strings"
)

// role answers with a common noun for somebody: its sectors, those of its
// modifiers, and the country that stands beside it.
func (a *asker) role() bool {
	cut := a.cut()
	var head []hit
	for _, n := range a.s.nouns {
		if n.last <= cut && anyForm(n.forms, titleOrRole) && !a.inCountry(n) {
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
		former = former || a.k.class.former[lowered(toks[i].Form)]
	}
	if a.holder(main, former, owner) {
		return true
	}
	general := a.general(main.forms) || owner >= 0 && a.armed(main.forms)
	for i := len(head) - 2; general && i >= 0; i-- {
		a.addForms(head[i].forms)
	}
	if general && owner >= 0 {
		for _, s := range a.k.bodies[owner].SectorsOn(a.date) {
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

// holder answers with who holds the office that a title names, if the phrase
// determines it.
func (a *asker) holder(h hit, former bool, owner int32) bool {
	if former || owner >= 0 || h.last < a.cut() || len(a.sent.Tokens) > 1 && a.k.class.notHolder[lowered(a.sent.Tokens[0].Form)] {
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
			if r.flags&(flagVague|flagSpeaker|flagLeader|flagRelative) != 0 || len(r.sectors) == 0 || a.k.class.generalNoun[r.Noun] {
				return true
			}
		}
	}
	return false
}

// armed reports whether the noun is for armed people of any side, so that the
// body whose they are says more: "Boko Haram fighters".
func (a *asker) armed(forms []form) bool {
	return anyForm(forms, func(f form) bool {
		return f.kind == formRole && len(a.k.roles[f.ref].sectors) > 0 && a.k.roles[f.ref].sectors[0] == "UAF"
	})
}

// inCountry reports whether a noun is a word of a country's name: "Donetsk
// People's Republic".
func (a *asker) inCountry(n hit) bool {
	for _, h := range a.s.names {
		if h.first <= n.first && n.last <= h.last && anyForm(h.forms, func(f form) bool { return f.kind == formCountry }) {
			return true
		}
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

func titleOrRole(f form) bool { return f.kind == formTitle || f.kind == formRole }

func (a *asker) addForms(forms []form) {
	roles := anyForm(forms, func(f form) bool { return f.kind == formRole && len(a.k.roles[f.ref].sectors) > 0 })
	for _, f := range forms {
		if f.kind == formRole || f.kind == formTitle && !roles {
			a.addForm(f)
		}
	}
}
