// Package event finds who did what to whom: patterns over dependency trees,
// written as plain text in the lexicon, coded as PLOVER 2.0 events with the
// CAMEO code beside them.
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
