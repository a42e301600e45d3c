package score

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// Counts are what one measure comes to.
type Counts struct {
	Right, Extra, Missed int
	ByClass              map[string]*Counts // nil inside
}

func (c *Counts) add(class string, right, extra, missed int) {
	c.Right, c.Extra, c.Missed = c.Right+right, c.Extra+extra, c.Missed+missed
	if class == "" {
		return
	}
	if c.ByClass == nil {
		c.ByClass = map[string]*Counts{}
	}
	if c.ByClass[class] == nil {
		c.ByClass[class] = &Counts{}
	}
	c.ByClass[class].add("", right, extra, missed)
}

// Precision is the share of what was found that is right, 0 if nothing was.
func (c *Counts) Precision() float64 { return share(c.Right, c.Right+c.Extra) }

// Recall is the share of the gold that was found, 0 if there is none.
func (c *Counts) Recall() float64 { return share(c.Right, c.Right+c.Missed) }

// F1 is the harmonic mean of precision and recall.
func (c *Counts) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// EventScores are the figures of events against gold sentences.
type EventScores struct {
	Sentences int
	Events    int // gold events after collapsing
	Strays    int // found sentences that gold does not have
	Type      Counts
	Countries Counts // type and the countries of both sides
	Sectors   Counts // the same and their first sectors
	Root      Counts // two digits of CAMEO
	Code      Counts // the whole CAMEO code
	Sentence  Counts // does a sentence hold any event
}

// Events scores found events against gold, sentence by sentence, joined by id.
// A gold sentence that was not read counts as one without events.
//
// Type compares PLOVER types as a multiset in each sentence after events of
// one type that share a party on a side were made one, in gold and system
// alike. Countries and Sectors compare pairs of source and target. IGO, UNO
// and EUR are one, NGO and NGM, IMG and UIS. Root and Code are measured over
// the sentences whose gold events all have a code. Events of no PLOVER type
// are left out of the first three. These are the rules of the neutral scorer
// that the gold was measured with before.
func Events(gold, found []Coded) *EventScores {
	s := &EventScores{Sentences: len(gold)}
	by := map[string][]CodedEvent{}
	for _, f := range found {
		by[f.ID] = f.Events
	}
	known := map[string]bool{}
	for i := range gold {
		known[gold[i].ID] = true
		s.one(gold[i].Events, by[gold[i].ID])
	}
	for _, f := range found {
		if !known[f.ID] {
			s.Strays++
		}
	}
	return s
}

func (s *EventScores) one(gold, found []CodedEvent) {
	typ := func(e *CodedEvent) string { return e.Type }
	g, f := collapse(gold, typ), collapse(found, typ)
	s.Events += len(g)
	match(g, f, &s.Type)
	required := slices.ContainsFunc(g, func(h happening) bool { return !h.optional })
	switch {
	case required && len(f) > 0:
		s.Sentence.add("event", 1, 0, 0)
	case required:
		s.Sentence.add("event", 0, 0, 1)
	case len(f) > 0 && len(g) == 0:
		s.Sentence.add("event", 0, 1, 0)
	}
	if !slices.ContainsFunc(gold, func(e CodedEvent) bool { return e.Source == nil }) {
		match(dyads(gold, typ, false), dyads(found, typ, false), &s.Countries)
		match(dyads(gold, typ, true), dyads(found, typ, true), &s.Sectors)
	}
	if !slices.ContainsFunc(gold, func(e CodedEvent) bool { return e.CAMEO == "" }) {
		bare := slices.Clone(gold)
		for i := range bare {
			bare[i].Others, bare[i].Optional = nil, false
		}
		for _, m := range []struct {
			digits int
			counts *Counts
		}{{2, &s.Root}, {9, &s.Code}} {
			code := func(e *CodedEvent) string { return e.CAMEO[:min(m.digits, len(e.CAMEO))] }
			match(collapse(bare, code), collapse(found, code), m.counts)
		}
	}
}

// Print writes one line a measure and then one a type for each of the three
// measures of types.
func (s *EventScores) Print(w io.Writer) error {
	p := printer{w: w}
	p.f("sentences %d   gold events after collapsing %d\n", s.Sentences, s.Events)
	if s.Strays > 0 {
		p.f("%d of the system's records are not in gold and were left out\n", s.Strays)
	}
	p.f("%-12s %6s %6s %6s   %5s %5s %5s\n", "measure", "P", "R", "F1", "right", "extra", "missed")
	row := func(indent, name string, c *Counts) {
		p.f("%s%-*s %6.3f %6.3f %6.3f   %5d %5d %5d\n", indent, 12-len(indent), name, c.Precision(), c.Recall(), c.F1(), c.Right, c.Extra, c.Missed)
	}
	measures := []struct {
		name   string
		counts *Counts
	}{{"type", &s.Type}, {"+countries", &s.Countries}, {"+sectors", &s.Sectors}, {"CAMEO root", &s.Root}, {"CAMEO code", &s.Code}, {"any event", &s.Sentence}}
	for _, m := range measures {
		row("", m.name, m.counts)
	}
	for _, m := range measures[:3] {
		p.f("\n%s, by type\n", m.name)
		for _, class := range slices.Sorted(maps.Keys(m.counts.ByClass)) {
			row("  ", class, m.counts.ByClass[class])
		}
	}
	return p.err
}

// A printer writes until the first error and keeps it.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) f(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}
