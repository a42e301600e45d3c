// Package actor finds who can act in a text: persons, countries, governments,
// organisations, groups and roles. It resolves every mention (names, variant
// spellings, nominals, pronouns, demonyms, metonyms) to one entity per article.
package actor

import (
	"slices"

	"readout/article"
)

// Kinds of entity, as the record names them.
const (
	Person       = "person"
	Country      = "country"
	Government   = "government"
	Organization = "organization"
	Group        = "group"
	Role         = "role"
	Place        = "place"
)

// Ways in which a mention names its entity, as the record names them.
const (
	AsName       = "name"
	AsAlias      = "alias"
	AsNominal    = "nominal"
	AsPronoun    = "pronoun"
	AsPossessive = "possessive"
	AsDemonym    = "demonym"
	AsMetonym    = "metonym"
)

// An Entity is someone or something that can act, resolved once per article.
type Entity struct {
	Name     string // canonical: "Vladimir Putin", "United States", "Russian diplomats"
	Kind     string
	Country  string   // PLOVER code (ISO 3166-1 alpha-3, IGO, UNO, …) or empty
	Sectors  []string // PLOVER sectors, the main one first
	Office   string   // held on the article's date: "President of Russia"
	Wikidata string   // "Q7747" or empty
	Geonames int      // or 0
	Gender   byte     // 'm', 'f', 'n' or 0 when unknown
	Plural   bool     // a group of people: "protesters"
	Town     bool     // a place where people live close together
	Of       int      // index of the entity it belongs to ("Russian diplomats" to Russia, "its ambassador"), or -1
	Mentions []Mention
}

// A Mention is one place where the text names an entity. A plural nominal
// such as "the two presidents" is one mention of each entity it stands for.
type Mention struct {
	article.Span
	Entity      int // index into Cast.Entities
	Sentence    int
	First, Last int // tokens [First, Last) of the sentence
	Head        int // the token by which the tree attaches the mention
	As          string
}

// A Cast is everyone in one article. Entities are in order of first mention.
type Cast struct {
	Entities []Entity
	// Interview reports that the text is an interview: questions and answers.
	Interview bool
	// Interviewee is the entity whose answers they are, or -1.
	Interviewee int
	// Authors are the entities whose word the whole text is, as its title tells
	// ("Statement by …"); none of a report, of a letter or of an interview.
	Authors []int
	at      map[[2]int][]int // (sentence, head token) → entity indexes
	asks    []bool           // by block
}

// NewCast indexes entities by where their mentions attach to the trees. The
// cast owns the slice from then on.
func NewCast(entities []Entity) *Cast {
	c := &Cast{Entities: entities, Interviewee: -1, at: map[[2]int][]int{}}
	for i, e := range entities {
		for _, m := range e.Mentions {
			k := [2]int{m.Sentence, m.Head}
			c.at[k] = append(c.at[k], i)
		}
	}
	return c
}

// At returns the indexes of the entities mentioned with head token of the
// given sentence: none, one, or several for a plural nominal. For a relative
// pronoun ("who", "which") it returns those of the noun it relates to, for the
// "we" of a quotation its speaker, though these are no mentions. The caller must not change the result.
func (c *Cast) At(sentence, token int) []int { return c.at[[2]int{sentence, token}] }

// Asks reports whether the block of an interview is a question, so that "I"
// in it is who asks.
func (c *Cast) Asks(block int) bool {
	return c.Interview && block >= 0 && block < len(c.asks) && c.asks[block]
}

// Add adds an entity that was found outside the casting, with its mentions, and
// returns its index. Such entities come last, not in order of first mention.
func (c *Cast) Add(e Entity) int {
	n := len(c.Entities)
	for i := range e.Mentions {
		m := &e.Mentions[i]
		m.Entity = n
		k := [2]int{m.Sentence, m.Head}
		c.at[k] = append(c.at[k], n)
	}
	c.Entities = append(c.Entities, e)
	return n
}

// Mention adds a mention to entity n, in text order.
func (c *Cast) Mention(n int, m Mention) {
	m.Entity = n
	e := &c.Entities[n]
	i := len(e.Mentions)
	for i > 0 && e.Mentions[i-1].Start > m.Start {
		i--
	}
	e.Mentions = slices.Insert(e.Mentions, i, m)
	k := [2]int{m.Sentence, m.Head}
	c.at[k] = append(c.at[k], n)
}
