package lexicon

import (
	"errors"
	"slices"
	"strings"
	"unicode"
)

// added is what dictionaries add to the lexicon's own files.
type added struct {
	people  []Person
	bodies  []Body
	roles   []Role
	aliases map[string][]string // further names of states, by code
	faults  []error
}

// DictionaryFaults tells which lines of PETRARCH dictionaries were passed
// over, and why, in order of file and line; nil for none.
func (s *Set) DictionaryFaults() error { return errors.Join(s.added.faults...) }

// A namer knows which names the lexicon's own files have.
type namer struct {
	parties map[string]bool // states, bodies, places, and the bodies added
	people  map[string]Person
	nouns   map[string]bool
	given   map[string]bool
	styles  map[string]bool // words before names: titles, honorifics, demonyms
	persons map[string]bool // those added
	out     added
}

// readDictionaries reads the dictionaries among the files of the set and keeps
// what they add. If other files have faults it adds nothing: the readers of
// those will tell.
func (s *Set) readDictionaries() {
	d := dictionaries{cameo: newCameoCodes()}
	for _, f := range s.files {
		switch f.Kind {
		case actorsDictionary:
			d.readActors(f.Lines)
		case agentsDictionary:
			d.readAgents(f.Lines)
		}
	}
	if len(d.actors)+len(d.agents)+len(d.faults) == 0 {
		return
	}
	n, err := s.namer()
	if err != nil {
		return
	}
	for i := range d.actors {
		n.actor(&d.actors[i])
	}
	for i := range d.agents {
		n.agent(&d.agents[i])
	}
	n.out.faults = d.faults
	s.added = n.out
}

func (s *Set) namer() (*namer, error) {
	n := &namer{parties: map[string]bool{}, people: map[string]Person{}, nouns: map[string]bool{}, given: map[string]bool{},
		styles: map[string]bool{}, persons: map[string]bool{}, out: added{aliases: map[string][]string{}}}
	own := &Set{files: s.files} // before anything is added
	countries, err1 := own.Countries()
	offices, err2 := own.Offices()
	people, err3 := own.People()
	bodies, err4 := own.Bodies()
	places, _, err5 := own.Places()
	roles, err6 := own.Roles()
	titles, err7 := own.Titles()
	given, err8 := own.Given()
	honorifics, err9 := own.Honorifics()
	party := func(names ...string) {
		for _, name := range names {
			n.parties[foldName(name)] = true
		}
	}
	style := func(phrase string) {
		for _, w := range strings.Fields(foldName(phrase)) {
			n.styles[w] = true
		}
	}
	for _, c := range countries {
		party(c.Name, c.Capital)
		party(c.Aliases...)
		party(c.Demonyms...)
		for _, m := range c.Metonyms {
			party(m.Name)
		}
		for _, w := range append([]string{c.Name}, append(c.Demonyms, c.Aliases...)...) {
			style(w)
		}
	}
	for _, b := range bodies {
		party(b.Name)
		party(b.Aliases...)
	}
	for _, p := range places {
		party(p.Name)
	}
	for _, o := range offices {
		p := Person{Name: o.Person, Gender: o.Gender, Country: o.Country, Sectors: []string{o.Sector}}
		n.people[foldName(o.Person)] = p
		for _, v := range o.Short {
			n.people[foldName(v)] = p
		}
	}
	for _, p := range people {
		n.people[foldName(p.Name)] = p
		for _, v := range p.Variants {
			n.people[foldName(v)] = p
		}
	}
	for _, r := range roles {
		n.nouns[r.Noun] = true
		style(r.Noun)
	}
	for _, t := range titles {
		n.nouns[t.Noun] = true
		style(t.Noun)
	}
	for _, g := range given {
		n.given[foldName(g.Name)] = true
	}
	for _, h := range honorifics {
		style(h.Form)
	}
	return n, errors.Join(err1, err2, err3, err4, err5, err6, err7, err8, err9)
}

// foldName is a name in small letters without marks.
func foldName(s string) string {
	s = strings.TrimPrefix(strings.ToLower(s), "the ")
	var b strings.Builder
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		for _, r := range w {
			if unicode.IsLetter(r) || unicode.IsNumber(r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// actor adds an entry of an actor file: a person, further names of a state or
// a body.
func (n *namer) actor(e *dictEntry) {
	if p, ok := n.known(e); ok {
		n.spell(e, p)
		return
	}
	if n.person(e) {
		n.addPerson(e)
		return
	}
	var names []string
	for _, name := range e.names {
		f := foldName(name)
		if _, person := n.people[f]; f != "" && !n.parties[f] && !person && !n.persons[f] && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return
	}
	c := e.codes[len(e.codes)-1].party
	international := slices.Contains(strings.Fields(internationalCodes), c.country)
	if c.sectors == "" && c.country != "" && !international {
		n.out.aliases[c.country] = append(n.out.aliases[c.country], names...)
		for _, name := range names {
			n.parties[foldName(name)] = true
		}
		return
	}
	b := Body{Name: names[0], Kind: bodyKind(c, international), Country: c.country, Sectors: strings.Fields(c.sectors), Aliases: names[1:], Line: e.line}
	if b.Country == "" && len(b.Sectors) == 0 {
		return
	}
	for _, name := range names {
		n.parties[foldName(name)] = true
	}
	n.out.bodies = append(n.out.bodies, b)
}

// known returns the person that the lexicon's own files know by the main name
// of an entry.
func (n *namer) known(e *dictEntry) (Person, bool) {
	p, ok := n.people[foldName(e.names[0])]
	return p, ok
}

// person reports whether an entry is somebody: what it is depends on the date,
// it is or was of the elite, or its first word is a given name.
func (n *namer) person(e *dictEntry) bool {
	for _, c := range e.codes {
		if c.from != "" || c.to != "" || strings.Contains(c.party.sectors, "ELI") {
			return true
		}
	}
	words := strings.Fields(foldName(e.names[0]))
	return len(words) > 1 && len(words) < 5 && n.given[words[0]]
}

// spellings are the further names of an entry that are names of a person:
// without titles before them, and not of what surrounds him ("the Karzai
// government").
func (n *namer) spellings(e *dictEntry, main string) []string {
	var out []string
	for _, name := range e.names {
		words := strings.Fields(name)
		for len(words) > 1 && n.styles[foldName(words[0])] {
			words = words[1:]
		}
		name = strings.Join(words, " ")
		f := foldName(name)
		last := f[strings.LastIndexByte(f, ' ')+1:]
		switch last {
		case "government", "administration", "regime", "cabinet", "family", "supporters", "camp", "":
			continue
		}
		if _, taken := n.people[f]; taken || n.parties[f] || n.persons[f] || f == foldName(main) || len(words) == 1 && n.styles[f] {
			continue
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// spell adds further names of a person that the lexicon knows.
func (n *namer) spell(e *dictEntry, p Person) {
	if v := n.spellings(e, p.Name); len(v) > 0 {
		n.out.people = append(n.out.people, Person{Name: p.Name, Gender: p.Gender, Country: p.Country, Variants: v, Line: e.line})
		for _, name := range v {
			n.persons[foldName(name)] = true
		}
	}
}

// addPerson adds somebody: one line for each term, and for the time in no term
// what the entry says without a date.
func (n *namer) addPerson(e *dictEntry) {
	main := e.names[0]
	if f := foldName(main); n.parties[f] || n.persons[f] {
		return
	}
	variants := n.spellings(e, main)
	for _, name := range append([]string{main}, variants...) {
		n.persons[foldName(name)] = true
	}
	for _, c := range terms(e.codes) {
		p := Person{Name: main, Country: c.party.country, Sectors: strings.Fields(c.party.sectors), Variants: variants, From: c.from, To: c.to, Line: e.line}
		if len(p.Sectors) == 0 {
			p.Sectors = []string{"GOV"} // the bare code of a state or of a body: who acts for it
		}
		n.out.people = append(n.out.people, p)
	}
}

// agent adds a noun of an agent file and its plurals.
func (n *namer) agent(e *dictEntry) {
	c := e.codes[0].party
	var sectors []string
	if c.country != "" && slices.Contains(strings.Fields(internationalCodes), c.country) {
		sectors = append(sectors, c.country)
	}
	sectors = append(sectors, strings.Fields(c.sectors)...)
	if len(sectors) == 0 {
		return
	}
	add := func(noun string, flags ...string) {
		if n.nouns[noun] || n.parties[foldName(noun)] {
			return
		}
		n.nouns[noun] = true
		n.out.roles = append(n.out.roles, Role{Noun: noun, Kind: roleKind(noun), Sectors: sectors, Flags: flags, Line: e.line})
	}
	for _, noun := range e.names {
		add(noun)
	}
	for _, noun := range e.plural {
		add(noun, "plural")
	}
}
