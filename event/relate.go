package event

import (
	"readout/actor"
	"readout/syntax"
)

// Relate finds the links between the events of one article.
func Relate(doc *syntax.Document, cast *actor.Cast, events []Event) []Link { return nil }
