package actor

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout/lexicon"
)

// A person is somebody whom the lexicon knows.
type person struct {
	name     string
	gender   byte
	country  string
	wikidata string
	offices  []lexicon.Office // in the order of the files
	spells   []lexicon.Person // what he is outside office, with terms
	given    string           // folded first name, or empty
	surname  string           // folded
}

// A term is one person's time in an office.
type term struct {
	person   int32
	from, to string
	country  string // of the office
}

// A standing is what a person is on a date.
type standing struct {
	office  string // or empty
	sectors []string
	country string // of the office, else of the person
	former  bool   // held office, and does no longer
}

// on returns what the person is on the date (YYYY-MM-DD, or empty for the
// present as far as the lexicon knows it). Without an office then, it is what
// people*.txt says; with neither, one who held office before belongs to the
// elite (ELI).
func (p *person) on(date string) standing {
	s := standing{country: p.country}
	before := false
	for i := range p.offices {
		o := &p.offices[i]
		switch {
		case o.HeldOn(date):
			// On the day of a change the one who comes in is taken.
			if s.office == "" || o.From == date {
				s.office, s.country = o.Title, o.Country
			}
			if o.Sector != "" && !slices.Contains(s.sectors, o.Sector) {
				s.sectors = append(s.sectors, o.Sector)
			}
		case o.To != "" && (date == "" || o.To < date):
			before = true
		}
	}
	for _, dated := range []bool{true, false} { // what he is at the time says more than what he always is
		for i := range p.spells {
			sp := &p.spells[i]
			if (sp.From != "" || sp.To != "") != dated || !sp.KnownOn(date) {
				continue
			}
			for _, x := range sp.Sectors {
				if !slices.Contains(s.sectors, x) {
					s.sectors = append(s.sectors, x)
				}
			}
		}
	}
	if len(s.sectors) == 0 && before {
		s.sectors = []string{"ELI"}
		if p.clergy() {
			s.sectors = []string{"REL"}
		}
	}
	s.former = before && s.office == ""
	return s
}

// clergy reports whether the person held no offices but those of a faith,
// which make nobody one of the political elite.
func (p *person) clergy() bool {
	for i := range p.offices {
		if p.offices[i].Sector != "REL" {
			return false
		}
	}
	return true
}

// lastKnown returns what the person was at the end of his last office.
func (p *person) lastKnown() standing {
	s := standing{country: p.country}
	to := ""
	for i := range p.offices {
		if o := &p.offices[i]; o.To >= to && o.Sector != "" {
			to = o.To
			s.office, s.country, s.sectors = o.Title, o.Country, []string{o.Sector}
		}
	}
	return s
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

// active reports whether the person held an office on the date or in the years
// before, or the lexicon knows what he was then.
func (p *person) active(date string, years int) bool {
	return p.served(date, years) || slices.ContainsFunc(p.spells, func(s lexicon.Person) bool { return len(s.Sectors) > 0 && s.KnownOn(date) })
}

// served reports whether the person held an office on the date or in the years
// before.
func (p *person) served(date string, years int) bool {
	for i := range p.offices {
		o := &p.offices[i]
		if lexicon.Within(date, o.From, later(o.To, years)) || date == "" && o.To == "" {
			return true
		}
	}
	return false
}

// later returns the day so many years after a day.
func later(day string, years int) string {
	if len(day) < 4 {
		return day
	}
	y, err := strconv.Atoi(day[:4])
	if err != nil {
		return day
	}
	return fmt.Sprintf("%04d", y+years) + day[4:]
}

// leads reports whether the person ever led a state or its government.
func (k *knowledge) leads(p *person) bool {
	for i := range p.offices {
		o := &p.offices[i]
		c := k.state(o.Country)
		if c == nil {
			continue
		}
		switch rest := " of " + c.Phrase(); o.Title {
		case c.Leader + rest, "President" + rest, "Prime Minister" + rest, "King" + rest, "Queen" + rest, "Supreme Leader" + rest:
			return true
		}
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

// enterPeople enters the holders of offices and others with all their names.
func (k *knowledge) enterPeople(offices []lexicon.Office, people []lexicon.Person) {
	type key struct{ name, country string }
	byKey := map[key]int32{}
	byItem := map[string]int32{}
	byName := map[string]int32{}
	find := func(name, country, item string) int32 {
		if i, ok := byItem[item]; ok && item != "" {
			return i
		}
		if i, ok := byKey[key{name, country}]; ok {
			return i
		}
		// One name in two countries or bodies is one person unless both are
		// states: António Guterres of Portugal and of the United Nations.
		if i, ok := byName[name]; ok {
			other := &k.people[i]
			if (country == "" || international[country] || other.country == "" || international[other.country]) &&
				(item == "" || other.wikidata == "" || item == other.wikidata) {
				return i
			}
		}
		i := int32(len(k.people))
		k.people = append(k.people, person{name: name, country: country, wikidata: item})
		byKey[key{name, country}] = i
		if _, ok := byName[name]; !ok {
			byName[name] = i
		}
		if item != "" {
			byItem[item] = i
		}
		return i
	}
	fill := func(p *person, gender byte, country, item string) {
		if p.gender == 0 {
			p.gender = gender
		}
		if p.country == "" || international[p.country] && country != "" {
			p.country = country
		}
		if p.wikidata == "" {
			p.wikidata = item
		}
	}
	short := map[int32][]string{}
	k.people = make([]person, 0, len(offices))
	for _, o := range offices {
		i := find(o.Person, o.Country, o.Wikidata)
		p := &k.people[i]
		fill(p, o.Gender, o.Country, o.Wikidata)
		p.offices = append(p.offices, o)
		k.terms[o.Title] = append(k.terms[o.Title], term{i, o.From, o.To, o.Country})
		short[i] = append(short[i], o.Short...)
	}
	for _, q := range people {
		i := find(q.Name, q.Country, q.Wikidata)
		p := &k.people[i]
		fill(p, q.Gender, q.Country, q.Wikidata)
		p.spells = append(p.spells, q)
		short[i] = append(short[i], q.Variants...)
	}
	for i := range k.people {
		k.addPerson(int32(i), short[int32(i)])
		if p := &k.people[i]; p.given != "" && p.surname != "" {
			key := skeleton(p.given) + " " + skeleton(p.surname)
			k.sound[key] = append(k.sound[key], int32(i))
		}
	}
}

// addPerson enters the name and the other forms of a person.
func (k *knowledge) addPerson(i int32, forms []string) {
	p := &k.people[i]
	surname := func(s string) {
		if !k.calendar[strings.ToLower(s)] {
			k.addName(s, form{kind: formSurname, ref: i})
		}
	}
	sur := ""
	for _, f := range forms {
		if !strings.Contains(strings.TrimSpace(f), " ") {
			surname(f)
			if sur == "" && strings.Contains(p.name, f) {
				sur = f
			}
		} else {
			k.addName(f, form{kind: formPerson, ref: i})
			if s := surnameOf(f); len(s) > 0 && !strings.Contains(f, " of ") && p.country != "" && !surnameFirst[p.country] {
				surname(s)
			}
		}
	}
	parts := strings.Fields(p.name)
	if len(parts) == 1 {
		k.addName(p.name, form{kind: formPerson, ref: i})
		p.surname = fold(p.name)
		return
	}
	k.addName(p.name, form{kind: formPerson, ref: i})
	if sur == "" {
		if surnameFirst[p.country] {
			sur = parts[0]
		} else {
			sur = surnameOf(p.name)
		}
		surname(sur)
		if s, ok := strings.CutPrefix(sur, "al-"); ok {
			surname(s)
		}
	}
	p.surname = lastWord(fold(sur))
	p.given = fold(parts[0])
	if surnameFirst[p.country] {
		p.given = fold(parts[len(parts)-1])
	} else if len(parts) > 2 && len([]rune(strings.Trim(parts[1], "."))) <= 1 {
		k.addName(parts[0]+" "+strings.Join(parts[2:], " "), form{kind: formPerson, ref: i})
	}
}

// surnameFirst are the states whose people's names begin with the surname.
var surnameFirst = map[string]bool{
	"CHN": true, "TWN": true, "HKG": true, "MAC": true, "KOR": true, "PRK": true, "VNM": true, "SGP": true, "KHM": true,
}

// particles begin a surname of several words.
var particles = map[string]bool{
	"al": true, "el": true, "bin": true, "ben": true, "ibn": true, "de": true, "da": true, "do": true, "dos": true,
	"du": true, "del": true, "della": true, "di": true, "la": true, "le": true, "van": true, "von": true, "der": true,
	"den": true, "ter": true, "zu": true, "ould": true, "abu": true, "st": true, "san": true,
}

// surnameOf returns the last word of a full name with the particles before it,
// and without "Jr." and the like.
func surnameOf(name string) string {
	w := strings.Fields(name)
	for len(w) > 1 {
		switch fold(w[len(w)-1]) {
		case "jr", "sr", "ii", "iii", "iv":
			w = w[:len(w)-1]
			continue
		}
		break
	}
	if len(w) < 2 {
		return ""
	}
	i := len(w) - 1
	for i > 1 && particles[fold(w[i-1])] {
		i--
	}
	return strings.Join(w[i:], " ")
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
