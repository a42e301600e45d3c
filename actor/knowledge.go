package actor

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"readout/lexicon"
)

// knowledge is what the lexicon says about those who act, compiled for
// look-up. It is read-only once compiled.
type knowledge struct {
	trie        *trie
	parties     []party
	states      map[string]int32   // code → party
	spelt       map[string][]int32 // skeletons of the one-word names of states
	compass     map[string][]int32 // "north" → states whose names begin so
	people      []person
	sound       map[string][]int32 // skeletons of given name and surname → people
	bodies      []lexicon.Body
	sites       []site
	titles      []title
	roles       []role
	meant       map[string][]int32 // office → titles that may mean it
	terms       map[string][]term  // office → who held it when, in the order of the files
	given       map[string]byte    // folded given name → gender
	honorifics  map[string]honorific
	designators map[string]designator // folded phrase → what it says
	designated  int                   // words of the longest designator
	speech      map[string]bool       // lemmas of verbs that govern quotations
	calendar    map[string]bool       // months and weekdays, in lower case
	seats       map[seatWord]bool     // what capitals and seats stand for: for a party
	organs      map[organKey]int32    // bodies of states
	own         map[string][]string   // code → folded names of the state and its people, the longest first
}

// A party is a state or a territory.
type party struct {
	lexicon.Country
	main bool // the state that bears the code
}

// sectors are those of the party as an actor.
func (p *party) sectors() []string {
	if p.Status == lexicon.Breakaway {
		return []string{"GOV", "PRE"}
	}
	return []string{"GOV"}
}

// A title is a noun for office holders.
type title struct {
	lexicon.Title
	atoms []string
}

// A role is a common noun for actors.
type role struct {
	lexicon.Role
	sectors []string // without international codes
	code    string   // the international code among the sectors, or empty
	flags   roleFlag
}

type roleFlag uint32

const (
	flagPlural roleFlag = 1 << iota
	flagCollective
	flagState
	flagRelative
	flagFormer
	flagVague
	flagKin
	flagFemale
	flagMale
	flagLeader
	flagOfficial
	flagEnvoy
	flagSpeaker
	flagOpponent
	flagAlly
	flagWeapon
	flagNumber
	flagTroops
)

var roleFlagNames = map[string]roleFlag{
	"plural": flagPlural, "collective": flagCollective, "state": flagState, "relative": flagRelative,
	"former": flagFormer, "vague": flagVague, "kin": flagKin, "female": flagFemale, "male": flagMale,
	"leader": flagLeader, "official": flagOfficial, "envoy": flagEnvoy, "speaker": flagSpeaker,
	"adversary": flagOpponent, "ally": flagAlly, "weapon": flagWeapon, "number": flagNumber, "troops": flagTroops,
}

type honorific struct {
	gender byte
	role   int32 // or -1
	title  int32 // or -1
}

type designator struct {
	kind    string
	sectors []string
	country string
}

// international are the codes that stand in place of a country.
var international = map[string]bool{
	"IGO": true, "UNO": true, "EUR": true, "NGO": true, "ISM": true, "IMG": true, "MNC": true,
}

// compile reads the set's files. The error joins the faults of all files.
func compile(set *lexicon.Set) (*knowledge, error) {
	k := &knowledge{trie: newTrie(), compass: map[string][]int32{}, spelt: map[string][]int32{}, meant: map[string][]int32{}, sound: map[string][]int32{}, states: map[string]int32{}, terms: map[string][]term{},
		given: map[string]byte{}, honorifics: map[string]honorific{}, designators: map[string]designator{},
		speech: map[string]bool{}, calendar: map[string]bool{}, seats: map[seatWord]bool{}, organs: map[organKey]int32{}}
	in := read(set)
	var faults []error
	fault := func(err error) {
		if err != nil {
			faults = append(faults, err)
		}
	}
	fault(in.err)
	k.enterCalendar(in.times)
	k.enterParties(in.countries)
	k.enterPeople(in.offices, in.people)
	k.enterBodies(in.bodies)
	k.enterOrgans()
	k.enterPlaces(in.places, in.namesakes)
	k.enterNouns(in)
	k.enterNames(in)
	k.enterSpeech(set)
	k.enterSeats(in.metonymy)
	if err := errors.Join(faults...); err != nil {
		return nil, fmt.Errorf("actor knowledge: %w", err)
	}
	return k, nil
}

// enterParties enters states and territories.
func (k *knowledge) enterParties(countries []lexicon.Country) {
	for _, c := range countries {
		i := int32(len(k.parties))
		main := c.Status == lexicon.State
		if _, twice := k.states[c.Code]; main && !twice {
			k.states[c.Code] = i
			if name := fold(c.Name); !strings.Contains(name, " ") {
				k.spelt[skeleton(name)] = append(k.spelt[skeleton(name)], i)
			}
			switch first, _, _ := strings.Cut(fold(c.Name), " "); first {
			case "north", "south", "east", "west":
				k.compass[first] = append(k.compass[first], i)
			}
		}
		k.parties = append(k.parties, party{c, main})
	}
	// States come first, so that among several forms theirs are tried first.
	for _, main := range []bool{true, false} {
		for i := range k.parties {
			p := &k.parties[i]
			if p.main != main {
				continue
			}
			ref := int32(i)
			for _, n := range append([]string{p.Name}, p.Aliases...) {
				k.addName(n, form{kind: formCountry, ref: ref})
			}
			for _, n := range p.Demonyms {
				k.addName(n, form{kind: formDemonym, ref: ref})
			}
			if p.Capital != "" {
				k.addName(p.Capital, form{kind: formCapital, ref: ref})
			}
			for _, m := range p.Metonyms {
				k.addName(m.Name, form{kind: formMetonym, ref: ref, sector: m.Sector})
			}
		}
	}
}

// addName enters a proper name, without a leading "the".
func (k *knowledge) addName(name string, f form) {
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		name = rest
	}
	name = strings.TrimPrefix(name, "the ")
	f.caps = acronym(name)
	k.trie.add(name, f)
}

// acronym reports whether a name is a short run of capitals, so that only
// capitals in the text can mean it.
func acronym(name string) bool {
	letters := 0
	for _, r := range name {
		switch {
		case r == '.' || '0' <= r && r <= '9' || r == '-':
		case 'A' <= r && r <= 'Z':
			letters++
		default:
			return false
		}
	}
	return 0 < letters && letters <= 4
}

// enterBodies enters organisations, organs and groups.
func (k *knowledge) enterBodies(bodies []lexicon.Body) {
	k.bodies = bodies
	for i, b := range bodies {
		for _, n := range append([]string{b.Name}, b.Aliases...) {
			k.addName(n, form{kind: formBody, ref: int32(i)})
		}
	}
}

// enterNouns enters titles, roles and other nouns for somebody.
func (k *knowledge) enterNouns(in *input) {
	for i, t := range in.titles {
		k.titles = append(k.titles, title{t, words(t.Noun)})
		k.addNoun(t.Noun, form{kind: formTitle, ref: int32(i)}, false)
	}
	for i, r := range in.roles {
		c := role{Role: r}
		for _, s := range r.Sectors {
			if international[s] {
				c.code = s
			} else {
				c.sectors = append(c.sectors, s)
			}
		}
		for _, f := range r.Flags {
			c.flags |= roleFlagNames[f]
		}
		k.roles = append(k.roles, c)
		k.addNoun(r.Noun, form{kind: formRole, ref: int32(i)}, c.flags&flagPlural != 0)
	}
	k.readMeanings()
	classes := map[string]int32{"place": nominalPlace, "person": nominalPerson, "pair": nominalPair}
	for _, n := range in.nominals {
		if ref, ok := classes[n.Class]; ok {
			k.addNoun(n.Noun, form{kind: formNominal, ref: ref}, false)
		}
	}
}

// addNoun enters a common noun and its plural; of a noun that is plural
// already, or that has "of" in it, the fitting forms only.
func (k *knowledge) addNoun(noun string, f form, plural bool) {
	f.plural = plural
	k.trie.add(noun, f)
	if plural {
		return
	}
	f.plural = true
	head, rest := noun, ""
	for _, cut := range []string{" of ", " for ", " to ", " in ", " general"} {
		if i := strings.Index(noun, cut); i > 0 && len(noun[:i]) < len(head) {
			head, rest = noun[:i], noun[i:]
		}
	}
	for _, p := range plurals(head) {
		k.trie.add(p+rest, f)
	}
	if rest == " general" {
		k.trie.add(head+" generals", f)
	}
}

// plurals returns the plural forms of a noun phrase's last word.
func plurals(noun string) []string {
	i := strings.LastIndexAny(noun, " -") + 1
	head, w := noun[:i], noun[i:]
	if w == "" {
		return nil
	}
	last := w[len(w)-1]
	switch {
	case w == "person":
		return []string{head + "people", head + "persons"}
	case w == "child":
		return []string{head + "children"}
	case strings.HasSuffix(w, "man") && w != "german" && w != "human":
		return []string{head + strings.TrimSuffix(w, "man") + "men"}
	case strings.HasSuffix(w, "person"):
		return []string{head + w + "s", head + strings.TrimSuffix(w, "person") + "people"}
	case strings.HasSuffix(w, "craft") || strings.HasSuffix(w, "personnel") || w == "police":
		return []string{head + w}
	case strings.HasSuffix(w, "wife"):
		return []string{head + strings.TrimSuffix(w, "fe") + "ves"}
	case w == "thief":
		return []string{head + "thieves"}
	case last == 'y' && len(w) > 1 && consonant(w[len(w)-2]):
		return []string{head + w[:len(w)-1] + "ies"}
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		return []string{head + w + "es"}
	}
	return []string{head + w + "s"}
}

// enterNames enters what tells about unknown names.
func (k *knowledge) enterNames(in *input) {
	for _, g := range in.given {
		k.given[fold(g.Name)] = g.Gender
	}
	for _, h := range in.honorifics {
		c := honorific{gender: h.Gender, role: -1, title: -1}
		for _, f := range k.trie.find(h.Means) {
			switch f.kind {
			case formRole:
				c.role = f.ref
			case formTitle:
				c.title = f.ref
			}
		}
		k.honorifics[fold(h.Form)] = c
	}
	for _, d := range in.designators {
		w := words(d.Words)
		key := strings.Join(w, " ")
		if _, twice := k.designators[key]; !twice {
			k.designators[key] = designator{d.Kind, d.Sectors, d.Country}
			k.designated = max(k.designated, len(w))
		}
	}
}

// honorific returns what a word before a person's name means, if it is one:
// "Mr.", "Gen.", and compounds of a rank, "Colonel-General".
func (k *knowledge) honorific(word string) (honorific, bool) {
	if !capitalised(word) {
		return honorific{}, false
	}
	var room [32]byte
	var ends [4]int
	buf, stops := atoms(room[:0], ends[:0], word)
	switch len(stops) {
	case 0:
		return honorific{}, false
	case 1:
		h, ok := k.honorifics[string(buf)]
		return h, ok
	}
	last := string(buf[stops[len(stops)-2]:])
	if last != "general" && last != "colonel" && last != "commander" && last != "admiral" || !rank(string(buf[:stops[0]])) {
		return honorific{}, false
	}
	for _, f := range k.trie.find(last) {
		if f.kind == formRole {
			return honorific{role: f.ref, title: -1}, true
		}
	}
	return honorific{}, false
}

// rank reports whether a word is the first of a rank of several: "Colonel-General",
// "Vice-Admiral", but not "Secretary-General".
func rank(word string) bool {
	switch word {
	case "major", "colonel", "lieutenant", "brigadier", "captain", "surgeon", "vice", "rear", "wing", "sub":
		return true
	}
	return false
}

// enterCalendar enters the names of months and days, which are no actors.
func (k *knowledge) enterCalendar(entries []lexicon.TimeEntry) {
	for _, e := range entries {
		if e.Role == "month" || e.Role == "weekday" {
			for _, p := range e.Phrases {
				k.calendar[p] = true
			}
		}
	}
}

// enterSpeech enters the verbs that govern quotations.
func (k *knowledge) enterSpeech(set *lexicon.Set) {
	for _, l := range set.Lines("cues") {
		f := l.Fields()
		if len(f) != 4 || f[0] != "verb" || !slices.Contains(strings.Fields(f[2]), "quote") {
			continue
		}
		for _, v := range lexicon.List(f[3]) {
			if !strings.Contains(v, " ") {
				k.speech[v] = true
			}
		}
	}
}

// state returns the party that bears the code, or nil.
func (k *knowledge) state(code string) *party {
	if i, ok := k.states[code]; ok {
		return &k.parties[i]
	}
	return nil
}
