// Package timex finds expressions of time and works out what they mean,
// against the date on which the article was published.
package timex

import "readout/article"

// Kinds of time, as the record names them.
const (
	Date     = "date"
	Duration = "duration"
	Set      = "set"
	Clock    = "time"
)

// A Time is one expression of time. Value is a TIMEX3 value ("2021-03",
// "2021-W24", "P2D", "2021-06-16/2021-06-17"), empty when the text does not
// support one.
type Time struct {
	article.Span
	Sentence    int // index into the document's sentences
	First, Last int // tokens [First, Last)
	Value       string
	Kind        string
}
