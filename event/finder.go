package event

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"readout/actor"
	"readout/lexicon"
	"readout/place"
	"readout/syntax"
	"readout/timex"
)

// Options say how events are found. The zero value is the ordinary way.
type Options struct {
	// Least is the confidence below which an event is left out, 0 to 1. Zero
	// means the default, DefaultLeast; a negative value leaves out none.
	Least float64
}

// DefaultLeast is the confidence below which events are left out unless
// Options say otherwise: what is likelier wrong than right. Held out, that is one
// in seventeen of those found in news items and two in five of those in whole
// reports (docs/MODELS.md).
const DefaultLeast = 0.5

// A Finder finds events. It is read-only once made and safe for concurrent
// use.
type Finder struct {
	least    float64
	scorer   scorer
	index    map[string][]particled
	modals   []*pattern // patterns without a trigger of their own, found by their modal
	classes  map[string]wordClass
	tables   map[string]*lexicon.Table
	narrow   map[string][]narrowing // by the code that they narrow
	cues     cueIndex
	c        grammar
	patterns int
	examples []example
	verbs    map[string]bool            // lemmas that trigger verb patterns; true if no noun patterns as well
	phrasal  map[[2]string]bool         // verbs with a particle that have patterns of their own
	phrases  map[string]map[string]bool // classes of prepositions and marks, as written
	mods     map[string][]string        // words before the last of noun triggers, split once
	idle     *sync.Pool                 // of *matcher whose memory is used again
}

// NewFinder reads the patterns, classes and contexts of set and compiles them.
// All faults are returned together, each with its file and line.
func NewFinder(set *lexicon.Set, opts Options) (*Finder, error) {
	f := &Finder{least: opts.Least, index: map[string][]particled{}, mods: map[string][]string{}, phrases: map[string]map[string]bool{}, phrasal: map[[2]string]bool{}, idle: &sync.Pool{}}
	if f.least == 0 {
		f.least = DefaultLeast
	}
	var faults []error
	classes, err := set.Classes()
	faults = append(faults, err)
	f.classes = newClasses(classes)
	for _, c := range classes {
		if c.Name == "because" || c.Name == "after" {
			f.phrases[c.Name] = map[string]bool{}
			for _, w := range c.Words {
				f.phrases[c.Name][w] = true
			}
		}
	}
	faults = append(faults, f.readGrammar())
	all, err := set.Patterns()
	faults = append(faults, err, f.compile(all))
	cues, err := set.Contexts()
	faults = append(faults, err)
	f.cues, err = newCues(cues, set.Dealings())
	faults = append(faults, err)
	f.scorer, err = newScorer(set)
	faults = append(faults, err)
	f.verbs = map[string]bool{}
	for lemma, list := range f.index {
		verb, noun := false, false
		for _, p := range list {
			verb = verb || p.kind == lexicon.VerbPattern
			noun = noun || p.kind == lexicon.NounPattern
		}
		if verb {
			f.verbs[lemma] = !noun
		}
		for _, p := range list {
			if p.kind != lexicon.VerbPattern && p.particle != "" {
				f.mods[p.particle] = strings.Fields(p.particle)
			}
		}
	}
	if err := errors.Join(faults...); err != nil {
		return nil, fmt.Errorf("event patterns: %w", err)
	}
	return f, nil
}

// Patterns returns the number of pattern lines in force, and of words that
// trigger them.
func (f *Finder) Patterns() (patterns, triggers int) { return f.patterns, len(f.index) }

// Find returns the events of a document in text order, one for each distinct
// happening of a sentence. times and places are those of the document, in
// text order. The result refers to cast, times and places by index; it is the
// same for the same input. It gives parties a country and towns among
// them a sector where none is known: see house and inhabit.
func (f *Finder) Find(doc *syntax.Document, cast *actor.Cast, times []timex.Time, places []place.Place) []Event {
	m := f.matcher(doc, cast)
	m.times, m.places = times, places
	r := newReading(m)
	r.document()
	m.house(r.events)
	events := r.finish()
	inhabit(cast, events)
	f.release(m)
	return events
}

// document reads all sentences that are not too long.
func (r *reading) document() {
	for i := range r.m.doc.Sentences {
		if n := len(r.m.doc.Sentences[i].Tokens); n == 0 || n > longestSentence {
			continue
		}
		r.m.start(i)
		r.sentence()
	}
}

// longestSentence is the number of tokens above which a sentence is passed
// over: no writer made it, and work on a tree may grow with its square.
const longestSentence = 2000
