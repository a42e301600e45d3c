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
	captions    map[string]bool    // what texts call themselves: "fact sheet"
	compass     map[string][]int32 // "north" → states whose names begin so
	people      []person
	sound       map[string][]int32 // skeletons of given name and surname → people
	bodies      []lexicon.Body
	sites       []site
	titles      []title
	roles       []role
	person      int32               // the role "person", or -1 if the files have none
	landNames   []landName          // sorted by the class's words
	meant       map[string][]int32  // office → titles that may mean it
	homelands   map[string][]string // word for a people without a state of its own → codes
	bodySeats   map[string][]int32  // folded name of a seat → bodies of many states
	terms       map[string][]term   // office → who held it when, in the order of the files
	given       map[string]byte     // folded given name → gender
	honorifics  map[string]honorific
	designators map[string]designator // folded phrase → what it says
	designated  int                   // words of the longest designator
	speech      map[string]bool       // lemmas of verbs that govern quotations
	calendar    map[string]bool       // months and weekdays, in lower case
	seats       map[seatWord]bool     // what capitals and seats stand for: for a party
	organs      map[organKey]int32    // bodies of states
	class       classes
	own         map[string][]string // code → folded names of the state and its people, the longest first
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
	land  string // code of the one country whose office it is, "State Department spokesman", or empty
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
	fault(k.enterClasses(in.classes))
	k.enterCalendar(in.times)
	k.enterParties(in.countries)
	fault(k.enterLandNames())
	k.enterPeople(in.offices, in.people)
	k.enterBodies(in.bodies)
	k.enterOrgans()
	k.enterPeoples()
	k.enterPlaces(in.places, in.namesakes)
	k.enterNouns(in)
	k.person = int32(slices.IndexFunc(k.roles, func(r role) bool { return r.Noun == "person" }))
	k.enterLands()
	k.enterNames(in)
	k.enterSpeech(set)
	k.enterSeats(in.metonymy)
	if err := errors.Join(faults...); err != nil {
		return nil, fmt.Errorf("actor knowledge: %w", err)
	}
	if id, ok := k.trie.ids["of"]; ok {
		k.trie.of = id
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

// addName enters a proper name, without a leading "the", which the text must
// have, too, before one that is a plural of one word: "the States".
func (k *knowledge) addName(name string, f form) {
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		name = rest
	}
	if rest, ok := strings.CutPrefix(name, "the "); ok {
		name, f.the = rest, strings.HasSuffix(rest, "s") && !strings.Contains(rest, " ")
	}
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
