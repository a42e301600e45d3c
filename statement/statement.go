// Package statement finds who said what: attributions as the PolNeAR
// guidelines define them, with source, cue and content.
package statement

import "readout/article"

// Kinds of statement: Direct content lies wholly in quotation marks, none of
// Indirect's does, part of Mixed's does.
const (
	Direct   = "direct"
	Indirect = "indirect"
	Mixed    = "mixed"
)

// A Statement is one attribution: a source, a cue and a content.
type Statement struct {
	Kind       string
	Speaker    int          // entity, or -1 when the text names none
	CoSpeakers []int        // entities that make it together with Speaker
	Source     article.Span // the words naming the speaker; empty without
	Cue        article.Span // empty for a quotation without one, given to the speaker before, and for an interview's answer
	Content    []article.Span
	Addressee  []int
	About      []int
	Contexts   []string
	Heading    int    // block of the nearest heading before it, or -1
	Sentence   int    // of the cue, or of the first content
	Stance     string // kind of cue: say, claim, deny, warn, …
	Negated    bool   // "did not say"
	Confidence float64
	Within     int // index of the statement inside whose content it is reported, or -1

	// granted is true where the words of the content are the writer's own and
	// only the attitude is the speaker's: "criticised the attack".
	granted bool
}
