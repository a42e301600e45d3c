package actor

import (
	"slices"
	"strings"

	"readout/lexicon"
)

// A term is one person's time in an office.
type term struct {
	person   int32
	from, to string
	country  string // of the office
}

// lastOffice returns the office that a title may mean and that the person held
// last, or nil.
func (k *knowledge) lastOffice(who *person, title int32) *lexicon.Office {
	var last *lexicon.Office
	for i := range who.offices {
		o := &who.offices[i]
		if k.means(title, o.Title) && o.Sector != "" && (last == nil || o.From >= last.From) {
			last = o
		}
	}
	return last
}

// leads reports whether the person ever led a state or its government.
func (k *knowledge) leads(p *person) bool {
	return slices.ContainsFunc(p.offices, func(o lexicon.Office) bool { return k.topOffice(&o) })
}

// topOffice reports whether whoever holds the office leads a state or its government.
func (k *knowledge) topOffice(o *lexicon.Office) bool {
	c := k.state(o.Country)
	if c == nil {
		return false
	}
	switch rest := " of " + c.Phrase(); o.Title {
	case c.Leader + rest, "President" + rest, "Prime Minister" + rest, "King" + rest, "Queen" + rest, "Supreme Leader" + rest:
		return true
	}
	return false
}

// holder returns who is meant by a title in a country on a date: the index of
// the person and the office, or -1. Without a country, offices that need none
// are left: "Pope".
func (k *knowledge) holder(t int32, code, date string) (int32, string) {
	if s, ok := k.states[code]; ok {
		return k.holderIn(t, s, date)
	}
	for _, office := range k.titles[t].Offices {
		if terms := k.terms[office]; len(terms) > 0 && code != "" && terms[0].country != code {
			continue // "the EU's top diplomat"
		}
		if p := k.held(office, date); p >= 0 {
			return p, office
		}
	}
	return -1, ""
}

// holderIn is holder for a party, a part of a state being one: the leader of
// Chechnya is its head, and not Russia's. Offices that need no country are not
// those of another: "Botswana's top diplomat" is not the EU's.
func (k *knowledge) holderIn(t, p int32, date string) (int32, string) {
	c := &k.parties[p]
	for _, office := range k.titles[t].For(c.Country) {
		if terms := k.terms[office]; len(terms) > 0 && terms[0].country != c.Code || !c.main && !strings.HasSuffix(office, c.Phrase()) {
			continue
		}
		if p := k.held(office, date); p >= 0 {
			return p, office
		}
	}
	return -1, ""
}

// held returns who held the office on the date, or -1: the one who came in
// last.
func (k *knowledge) held(office, date string) int32 {
	best := int32(-1)
	from := ""
	for _, t := range k.terms[office] {
		if lexicon.Within(date, t.from, t.to) && (best < 0 || t.from > from) {
			best, from = t.person, t.from
		}
	}
	return best
}

// means reports whether the title may mean the office.
func (k *knowledge) means(t int32, office string) bool {
	return slices.Contains(k.meant[office], t)
}

// readMeanings finds, for each office that somebody held, the titles that may
// mean it.
func (k *knowledge) readMeanings() {
	templates := map[string][]int32{}
	for t := range k.titles {
		for _, o := range k.titles[t].Offices {
			templates[o] = append(templates[o], int32(t))
		}
	}
	for office, terms := range k.terms {
		found := slices.Clone(templates[office])
		if c := k.state(terms[0].country); c != nil {
			o := strings.ReplaceAll(office, c.Phrase(), "{country}")
			found = append(found, templates[o]...)
			if rest, ok := strings.CutPrefix(o, c.Leader); ok {
				found = append(found, templates["{leader}"+rest]...)
			}
		}
		slices.Sort(found)
		k.meant[office] = slices.Compact(found)
	}
}

// wasCalled reports whether the person held, before the date or on it, an
// office that the title may mean.
func (k *knowledge) wasCalled(p *person, t int32, date string) bool {
	for i := range p.offices {
		o := &p.offices[i]
		if (date == "" || o.From <= date) && k.means(t, o.Title) {
			return true
		}
	}
	return false
}

// heldAs reports whether the person held, before the date or on it, an office whose
// name begins with the noun: "Senator Smith" of a "Senator of the United States".
func (k *knowledge) heldAs(p *person, noun, date string) bool {
	switch noun {
	case "lawmaker", "congressman", "congresswoman", "congressperson": // "lawmaker" is what "Rep." is short for
		noun = "representative"
	}
	for i := range p.offices {
		o := &p.offices[i]
		if rest, ok := strings.CutPrefix(fold(o.Title), noun); ok && strings.HasPrefix(rest, " ") && (date == "" || o.From <= date) {
			return true
		}
	}
	return false
}

// enterLands notes of the titles whose offices name no country in braces to
// which country they belong: that of all who held them ("Pentagon Press
// Secretary"), or of whom nobody is known, that whose phrase they end with.
func (k *knowledge) enterLands() {
	for i := range k.titles {
		t := &k.titles[i]
		for n, o := range t.Offices {
			land := k.landOf(o)
			if land == "" || n > 0 && land != t.land {
				t.land = ""
				break
			}
			t.land = land
		}
	}
}

// landOf returns the code of the state whose office this is, or "" of one with
// the country in braces and of one of many states.
func (k *knowledge) landOf(office string) string {
	if strings.ContainsAny(office, "{}") {
		return ""
	}
	if terms := k.terms[office]; len(terms) > 0 {
		if k.state(terms[0].country) == nil || international[terms[0].country] {
			return ""
		}
		return terms[0].country
	}
	at := strings.LastIndex(office, " of ")
	if at < 0 {
		return ""
	}
	for _, f := range k.trie.find(strings.TrimPrefix(office[at+len(" of "):], "the ")) {
		if f.kind == formCountry && k.parties[f.ref].main {
			return k.parties[f.ref].Code
		}
	}
	return ""
}
