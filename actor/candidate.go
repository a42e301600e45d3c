package actor

// A candidate is a phrase that may be a mention. The fields about meaning are
// filled as far as the sentence alone tells; resolution does the rest.
type candidate struct {
	sent        int32
	first, last int32 // tokens [first, last)
	head        int32
	core        [2]int32 // of a name: its tokens without titles
	by          naming
	rel         relation
	def         definite
	plural      bool
	possessive  bool // "its", or owns a noun with "'s"
	reflexive   bool
	ofActor     bool // a possessor of somebody who can act: "its" of "its ambassador"
	quoted      bool
	speech      bool // subject of a verb of speech
	acts        bool // subject of a verb with an object or a clause
	minded      bool // subject of a verb of which only somebody is, in the active or in the passive
	former      bool // "former", "ex-"
	then        bool // "then-President"
	hyphens     bool // of a name: one word of several parts ("Akufo-Addo", "O'Hara")
	based       bool // says where it is based: "the Doha-based leader"
	inner       bool // of a name: an apposition to the noun before it, a phrase of its own ("his wife Anna")
	other       bool // "another", "other"
	each        bool // "each side"
	place       bool // stands for a place, not for a party
	located     bool // stands after "in", "at" and the like
	sector      string
	person      byte     // grammatical person of a pronoun: 1, 2, 3
	gender      byte     // 'm', 'f', 'n' or 0
	count       int32    // a number before the noun, or 0
	clause      int32    // token of its predicate, or -1
	doer        int32    // of a pronoun or noun that is acted on: token of the subject that its clause leaves unsaid, or -1
	told        int32    // of a pronoun that is the subject of a relative clause: token of the phrase to which the clause relates, or -1
	content     [2]int32 // of a pronoun that speaks: tokens of what is said
	ruler       int32    // of a pronoun: token of the subject of the clause nearest above its own, or of its own where it is a possessor; -1
	says        int32    // token of the verb of speech whose "who" means it, or -1
	teller      int32    // of a pronoun that is the subject of what is said: token of who says it, or -1
	quote       int32    // quotation that it lies in, or -1
	title       int32    // main title, or -1
	role        int32    // main role, or -1
	class       int8     // of a noun that is no role: nominalPlace, …; -1
	people      bool     // "Russians"
	early       bool     // a pronoun that is the subject of a clause before the main one: "While he waited, Smith …"
	idle        bool     // says what somebody is not, or what "I" or "you" are: no pronoun stands for it
	aside       bool     // the subject of a relative clause, or the noun that one says: "whose father is a baker"
	modifier    bool     // a noun before another: "police" of "police raid"
	spread      bool     // parties are coordinated: "Russian and American"
	nouns       []form   // titles and roles in text order
	extra       []form   // roles among the modifiers
	forms       []form   // of a name: what the lexicon knows it as
	kind        string   // of a name: what the learned names or its words say it is
	sure        int8     // how sure the kind is, from 0
	key         string   // folded words of a name, or folded head of a nominal
	mods        string   // folded modifiers of a nominal, for comparison
	parties     []int32  // countries by modifier, possessor or place, in text order
	owner       int32    // candidate that owns it, or to whom it belongs; -1
	where       int32    // name of where it is ("police in Lagos"), or -1
	same        int32    // candidate with which apposition or predication unites it, or -1
	conj        int32    // candidate with which it is coordinated (the first of them), or -1
	with        int32    // subject whom this one accompanies ("met with …"), or -1
	ent         int32    // entity, once resolved; -1
	ents        []int32  // several entities, for a plural
	like        int32    // candidate whose entity stands for this one, though it is no mention of it; -1
	set         int32    // pseudo-entity of those coordinated with it, or -1
}

// naming says how a candidate names.
type naming uint8

const (
	byName naming = iota
	byNominal
	byPronoun
	byDemonym // an adjective: "Russian" of "Russian troops"
	byThing   // a noun for something that cannot act; competes for "it"
)

// relation is the grammatical role of a candidate, as far as salience asks.
type relation uint8

const (
	relOther relation = iota
	relSubject
	relPassive // subject of a passive verb
	relObject
	relOblique
	relOwner // a possessor
	relNominal
	relApposition
	relRoot
	relCompound
)

// definite says how a nominal is determined.
type definite uint8

const (
	bare definite = iota
	theDef
	thisDef
	aDef
	someDef // "some", "any", "many", "no", "each", …
	ownDef  // by a possessor
)

// A gatherer finds the candidates of a document, sentence by sentence.
type gatherer struct {
	k       *knowledge
	t       tree
	s       scan
	cands   []candidate
	quotes  []quotation
	ranges  [][2]int32 // candidates of each sentence
	known   []nameSpan
	spans   []nameSpan
	cover   []int32 // per token: covered by names, nouns, demonyms
	headed  []int32 // per token: the candidate whose head or name it is, or -1
	swallow []int32 // per token: where the name ends whose title it is part of, or 0
	taken   []bool  // per noun hit: belongs to a name
	// surnames are the last words of the persons' names of several words so far.
	surnames map[string]bool
	firsts   map[string]bool // their first words
	buf      []byte
	ends     []int
}
