package actor

import (
	"slices"
	"strings"

	"readout/syntax"
)

// An ent is an entity in the making.
type ent struct {
	kind    string
	party   int32 // index into the knowledge, or -1
	person  int32
	body    int32
	site    int32  // place of the gazetteer, from 1, or 0
	town    bool   // a place where people live close together
	name    string // canonical, when the lexicon knows it
	key     string // folded words of the longest form of an unknown name
	surname string // folded last word of a person's name
	given   string // folded first word of a person's full name
	gender  byte
	plural  bool
	country string
	sectors []string
	strong  bool // sectors are the lexicon's or a title's, not a mere role's
	office  string
	of      int32
	heads   []string // nouns by which the text has called it
	titles  []int32
	cands   []int32 // its mentions, in the order in which they were resolved
	named   int32   // the candidate with the longest form of the name, or -1
	set     []int32 // members of a pair or group spoken of together
	thing   bool    // no actor; only competes for pronouns
	vague   bool    // a noun too general to be a party by itself
	acts    bool    // a region that is spoken of as a party
	full    []int32 // its mentions by full name, in order
	short   int32   // the last of its mentions by a short name so far, or -1
	alone   bool    // a mention is the surname alone
	last    int32   // last sentence that mentions it
	into    int32   // entity that it was merged into, or -1
}

// A casting is the work on one document.
type casting struct {
	k         *knowledge
	doc       *syntax.Document
	date      string
	g         gatherer
	cands     []candidate
	ents      []ent
	byParty   map[int32]int32
	byOther   map[string]int32   // bodies, places, metonyms with a sector of their own, governments
	byPers    map[int32]int32    // the lexicon's people
	byLast    map[string][]int32 // skeleton of a surname → people
	byFirst   map[string][]int32 // skeleton of a given name → people
	byInit    map[string]int32   // initials → organisation
	byWord    map[string][]int32 // first word of a name → organisations and places
	byNoun    map[string][]int32 // key of a nominal → entities, in order of first mention
	recent    []int32            // candidates already resolved, in text order
	weight    []int              // per party: how often it is mentioned
	home      int32              // the party that the text is about most, or -1
	things    [2]int32           // what is no actor, one and many
	author    int32              // entity whose text this is, or -1
	voice     string             // code of the country whose government publishes the text, or ""
	authors   int32              // pseudo-entity of several who answer, or -1
	conferees int32              // pseudo-entity of those whose meeting the text reports, or -1
	ours      int32              // entity that "we" means in a text that nobody signs, or -1
	confers   bool               // the title says that somebody met somebody
	asker     int32              // who puts the questions of an interview, or -1
	interview bool               // the text asks questions, and the author answers
	stated    bool               // the title says whose word the text is
	asks      []bool             // by block: it asks something
	told      []int32            // by sentence: how many before it are not wholly quoted
	scores    []scored
	barred    []int32 // entities that binding keeps from a pronoun
	acting    int32   // subject, a person, of the clause of a plural pronoun, or -1
	w         *weights
}

func newCasting(k *knowledge) *casting {
	r := &casting{k: k, w: &salience, byParty: map[int32]int32{}, byOther: map[string]int32{}, byPers: map[int32]int32{},
		byLast: map[string][]int32{}, byFirst: map[string][]int32{}, byInit: map[string]int32{},
		byWord: map[string][]int32{}, byNoun: map[string][]int32{}}
	r.g.k, r.g.surnames, r.g.firsts = k, map[string]bool{}, map[string]bool{}
	return r
}

// begin makes the casting ready for a document. It keeps the room of the one
// before.
func (r *casting) begin(doc *syntax.Document) {
	r.doc, r.date = doc, doc.Article.Published
	r.home, r.author, r.authors, r.asker, r.voice, r.interview, r.stated, r.asks = -1, -1, -1, -1, "", false, false, r.asks[:0]
	clear(r.byParty)
	clear(r.byOther)
	clear(r.byPers)
	clear(r.byLast)
	clear(r.byFirst)
	clear(r.byInit)
	clear(r.byWord)
	clear(r.byNoun)
	clear(r.ents)
	r.ents, r.recent = r.ents[:0], r.recent[:0]
	if len(r.weight) == 0 {
		r.weight = make([]int, len(r.k.parties))
	}
	clear(r.weight)
	r.g.gather(doc)
	r.cands = r.g.cands
}

// end lets go of the document.
func (r *casting) end() {
	r.doc = nil
	r.g.t.Sentence = nil
	clear(r.g.cands)
	r.cands = nil
}

// find follows mergers.
func (r *casting) find(e int32) int32 {
	for e >= 0 && r.ents[e].into >= 0 {
		e = r.ents[e].into
	}
	return e
}

// make adds an entity and returns its index.
func (r *casting) make(e ent) int32 {
	e.into, e.named, e.of, e.short = -1, -1, -1, -1
	r.ents = append(r.ents, e)
	return int32(len(r.ents) - 1)
}

func blank(kind string) ent { return ent{kind: kind, party: -1, person: -1, body: -1} }

// join makes candidate i a mention of entity e.
func (r *casting) join(i, e int32) {
	c := &r.cands[i]
	e = r.find(e)
	c.ent = e
	x := &r.ents[e]
	x.cands = append(x.cands, i)
	x.last = max(x.last, c.sent)
	if x.gender == 0 && x.kind == Person && (c.gender == 'm' || c.gender == 'f') {
		x.gender = c.gender
	}
	if c.by == byName && (x.named < 0 || len(c.key) > len(r.cands[x.named].key)) {
		x.named = i
	}
}

// merge makes entity b part of entity a, keeping what the lexicon knows.
func (r *casting) merge(a, b int32) int32 {
	a, b = r.find(a), r.find(b)
	if a == b {
		return a
	}
	if r.ents[b].known() && !r.ents[a].known() {
		a, b = b, a
	}
	x, y := &r.ents[a], &r.ents[b]
	y.into = a
	for _, i := range y.cands {
		r.cands[i].ent = a
		if c := &r.cands[i]; c.by == byName && (x.named < 0 || len(c.key) > len(r.cands[x.named].key)) {
			x.named = i
		}
	}
	x.cands = append(x.cands, y.cands...)
	x.last = max(x.last, y.last)
	if x.gender == 0 {
		x.gender = y.gender
	}
	if x.country == "" {
		x.country = y.country
	}
	if x.office == "" {
		x.office = y.office
	}
	if x.of < 0 {
		x.of = y.of
	}
	for _, h := range y.heads {
		x.call(h)
	}
	for _, t := range y.titles {
		x.entitle(t)
	}
	if len(x.sectors) == 0 || !x.strong && y.strong {
		x.sectors, x.strong = y.sectors, y.strong
	}
	return a
}

// known reports whether the lexicon knows the entity.
func (e *ent) known() bool { return e.party >= 0 || e.person >= 0 || e.body >= 0 }

// call notes a noun by which the text calls the entity.
func (e *ent) call(noun string) {
	if noun != "" && len(e.heads) < 24 && !slices.Contains(e.heads, noun) {
		e.heads = append(e.heads, noun)
	}
}

func (e *ent) entitle(t int32) {
	if len(e.titles) < 12 && !slices.Contains(e.titles, t) {
		e.titles = append(e.titles, t)
	}
}

// addSectors adds sectors behind those there are; strong ones, of a title or
// the lexicon, take the place of weak ones.
func (e *ent) addSectors(sectors []string, strong bool) {
	if len(sectors) == 0 {
		return
	}
	if strong && !e.strong {
		e.sectors, e.strong = nil, true
	} else if !strong && e.strong {
		return
	}
	for _, s := range sectors {
		if !slices.Contains(e.sectors, s) {
			e.sectors = append(e.sectors[:len(e.sectors):len(e.sectors)], s)
		}
	}
}

// partyEntity returns the entity of a state or territory.
func (r *casting) partyEntity(p int32) int32 {
	if e, ok := r.byParty[p]; ok {
		return r.find(e)
	}
	x := blank(Country)
	c := &r.k.parties[p]
	x.party, x.name, x.country, x.sectors, x.strong = p, c.Name, c.Code, c.sectors(), true
	x.gender = 'n'
	if c.Status == "region" {
		x.kind = Place
	}
	e := r.make(x)
	r.byParty[p] = e
	return e
}

// personEntity returns the entity of somebody whom the lexicon knows.
func (r *casting) personEntity(p int32) int32 {
	if e, ok := r.byPers[p]; ok {
		return r.find(e)
	}
	who := &r.k.people[p]
	x := blank(Person)
	x.person, x.name, x.gender, x.surname, x.given = p, who.name, who.gender, who.surname, who.given
	s := who.on(r.date)
	if r.date == "" && s.former {
		s = who.lastKnown() // an undated text is taken to be of his time
	}
	x.country, x.sectors, x.office, x.strong = s.country, s.sectors, s.office, len(s.sectors) > 0
	e := r.make(x)
	r.byPers[p] = e
	r.indexPerson(e)
	return e
}

// indexPerson enters a person's names among those of the document.
func (r *casting) indexPerson(e int32) {
	x := &r.ents[e]
	if x.surname != "" {
		s := skeleton(x.surname)
		r.byLast[s] = append(r.byLast[s], e)
	}
	if x.given != "" {
		s := skeleton(x.given)
		r.byFirst[s] = append(r.byFirst[s], e)
	}
}

// otherEntity returns the entity with a key of its own, or makes it by
// the function.
func (r *casting) otherEntity(key string, fresh func() ent) int32 {
	if e, ok := r.byOther[key]; ok {
		return r.find(e)
	}
	e := r.make(fresh())
	r.byOther[key] = e
	return e
}

// bodyEntity returns the entity of a body that the lexicon knows.
func (r *casting) bodyEntity(b int32) int32 {
	body := &r.k.bodies[b]
	e := r.otherEntity("body:"+body.Name+"|"+body.Country, func() ent {
		x := blank(body.Kind)
		x.body, x.name, x.country, x.sectors, x.strong = b, body.Name, body.Country, body.SectorsOn(r.date), true
		if r.date == "" {
			x.sectors = body.Sectors // an undated text is taken to be of the time that made it known
		}
		x.gender = 'n'
		return x
	})
	if body.Kind == Government && strings.Contains(strings.ToLower(body.Name), "government") {
		r.byOther["organ:"+body.Country+":government"] = e
	}
	return e
}

// indexWords enters the words of an organisation's or place's name.
func (r *casting) indexWords(e int32, key string) {
	ws := strings.Fields(key)
	if len(ws) == 0 {
		return
	}
	if !slices.Contains(r.byWord[ws[0]], e) {
		r.byWord[ws[0]] = append(r.byWord[ws[0]], e)
	}
	if i := initials(ws); len(i) > 1 {
		if _, taken := r.byInit[i]; !taken {
			r.byInit[i] = e
		}
	}
}

// initials returns the first letters of the words that count in an acronym.
func initials(ws []string) string {
	var b []byte
	for _, w := range ws {
		switch w {
		case "of", "the", "and", "for", "in", "on", "de", "s":
			continue
		}
		b = append(b, w[0])
	}
	return string(b)
}
