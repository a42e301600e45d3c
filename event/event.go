// Package event finds who did what to whom: patterns over dependency trees,
// written as plain text in the lexicon, coded as PLOVER 2.0 events with the
// CAMEO code beside them.
//
// The patterns are in lexicon/data/patterns*.txt; the head of patterns.txt
// describes their language. A pattern is written as one plain active clause.
// What a clause may become in a text (passive, relative clause, participle,
// infinitive under control, conjunction, noun with a support verb, headline)
// is the work of this package, so that one line covers all of them: a trigger's
// arguments are first brought into one normal form (frame), and patterns are
// held against that.
package event

import "readout/article"

// An Event is something one party did to, with or towards another.
// Indexes refer to the cast's entities, the times and the places of the same
// article; -1 means none.
type Event struct {
	Type       string // PLOVER type: "SANCTION"
	Mode       []string
	Contexts   []string
	CAMEO      string
	Actors     []int
	Recipients []int
	Object     *Object
	Date       string // narrowest value the text supports, or empty
	Time       int    // the time expression that gave Date, or -1
	Place      int
	Aux        []string // historical, future, hypothetical, negation; sorted
	Trigger    article.Span
	Sentence   int
	Head       int // token of the trigger
	Confidence float64
	Rule       string // "sanction/expel-envoy"

	// Within is the index of the event, a speech act, whose complement asserts
	// this one: of "accuses Russia of cyberattacks" the cyberattacks lie
	// within the accusation. The writer does not vouch for such an event; it
	// is according to the actor of the speech act. -1 outside of any.
	Within int
	// Again is the index of the event before it of which this one tells more,
	// as "two were killed in the attack" does; -1 of none.
	Again int
	// Also are the triggers of the other reports of the happening in the
	// article, which Dedupe folded into this one.
	Also []article.Span
	// BySpeaker is true of a speech act that a quotation performs by itself
	// ("“Release them immediately”") in a sentence that does not name its
	// speaker. Actors is then empty, and the event means nothing until it is
	// completed with the speaker of the statement that it lies in.
	BySpeaker bool
}

// An Object is what the event was done with or about: ten diplomats, aid.
type Object struct {
	Entity int // index into the cast's entities, or -1
	Count  int // 0 when the text gives no number
	Of     string
}

// Kinds of link, as the record names them.
const (
	RespondsTo = "responds_to"
	Because    = "because"
	PartOf     = "part_of"
	SameEvent  = "same_event"
	Denies     = "denies"
	AgreesWith = "agrees_with"
)

// A Link joins two events of one article, by their indexes. Cue is the words
// that say so, empty when no word does.
type Link struct {
	Kind     string
	From, To int
	Cue      article.Span
}
