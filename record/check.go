package record

import (
	"fmt"
	"unicode/utf8"
)

// Check reports the first breach of the record's law: a span out of the text
// or empty, an id used twice, a reference to an id that is not there, an event
// or statement that rests on no words.
func (r *Record) Check() error {
	c := checker{points: utf8.RuneCountInString(r.Article.Text), ids: map[string]string{}}
	if r.Schema != Schema {
		c.fail("no record: its schema is %q, not %q", r.Schema, Schema)
	}
	if !utf8.ValidString(r.Article.Text) {
		c.fail("text is not valid UTF-8")
	}
	end := 0
	for i, b := range r.Article.Blocks {
		c.span(fmt.Sprintf("block %d", i), b.Span)
		if b.Start < end {
			c.fail("block %d overlaps the one before it", i)
		}
		end = b.End
	}
	for _, s := range r.Sentences {
		c.id(s.ID, "sentence")
		c.span(s.ID, s.Span)
		if s.Block < 0 || s.Block >= len(r.Article.Blocks) {
			c.fail("%s: no block %d", s.ID, s.Block)
		}
	}
	for _, e := range r.Entities {
		c.id(e.ID, "entity")
		if e.Name == "" || len(e.Mentions) == 0 {
			c.fail("%s: an entity needs a name and a mention", e.ID)
		}
		for _, m := range e.Mentions {
			c.span(e.ID, m.Span)
		}
	}
	for _, t := range r.Times {
		c.id(t.ID, "time")
		c.span(t.ID, t.Span)
	}
	for _, p := range r.Places {
		c.id(p.ID, "place")
		c.span(p.ID, p.Span)
	}
	for _, s := range r.Statements {
		c.id(s.ID, "statement")
	}
	for _, e := range r.Events {
		c.id(e.ID, "event")
	}
	for _, s := range r.Statements {
		c.statement(r, s)
	}
	for _, e := range r.Events {
		c.event(e)
	}
	for i, l := range r.Links {
		for _, end := range []string{l.From, l.To} {
			if k := c.ids[end]; k != "event" && k != "statement" {
				c.fail("link %d: no event or statement %q", i, end)
			}
		}
		if l.Cue != nil {
			c.span(fmt.Sprintf("link %d", i), *l.Cue)
		}
	}
	return c.err
}

// checker keeps the first fault and what is known so far.
type checker struct {
	points int
	ids    map[string]string // id → kind of thing
	err    error
}

func (c *checker) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
}

func (c *checker) id(id, kind string) {
	if id == "" || c.ids[id] != "" {
		c.fail("%s id %q is empty or used twice", kind, id)
	}
	c.ids[id] = kind
}

func (c *checker) ref(from, id, kind string) {
	if c.ids[id] != kind {
		c.fail("%s: no %s %q", from, kind, id)
	}
}

func (c *checker) refs(from string, ids []string, kind string) {
	for _, id := range ids {
		c.ref(from, id, kind)
	}
}

func (c *checker) span(of string, s Span) {
	if s.Start < 0 || s.End <= s.Start || s.End > c.points {
		c.fail("%s: span [%d,%d) is empty or outside the text of %d code points", of, s.Start, s.End, c.points)
	}
}

func (c *checker) statement(r *Record, s Statement) {
	c.ref(s.ID, s.Sentence, "sentence")
	if s.Speaker != "" {
		c.ref(s.ID, s.Speaker, "entity")
	}
	if len(s.CoSpeakers) > 0 && s.Speaker == "" {
		c.fail("%s: co-speakers without a speaker", s.ID)
	}
	c.refs(s.ID, s.CoSpeakers, "entity")
	if s.Within != "" {
		c.ref(s.ID, s.Within, "statement")
	}
	if s.Source != nil {
		c.span(s.ID, *s.Source)
	}
	if s.Cue != nil {
		c.span(s.ID, *s.Cue)
	}
	if len(s.Content) == 0 {
		c.fail("%s: a statement needs content", s.ID)
	}
	for _, sp := range s.Content {
		c.span(s.ID, sp)
	}
	c.refs(s.ID, s.Addressee, "entity")
	c.refs(s.ID, s.About, "entity")
	if s.Heading != nil && (*s.Heading < 0 || *s.Heading >= len(r.Article.Blocks)) {
		c.fail("%s: no block %d", s.ID, *s.Heading)
	}
	c.confidence(s.ID, s.Confidence)
}

func (c *checker) event(e Event) {
	c.ref(e.ID, e.Sentence, "sentence")
	c.span(e.ID, e.Trigger)
	c.refs(e.ID, e.Actors, "entity")
	c.refs(e.ID, e.Recipients, "entity")
	if e.Type == "" || e.Rule == "" {
		c.fail("%s: an event needs a type and the rule that made it", e.ID)
	}
	if e.Object != nil && e.Object.Entity != "" {
		c.ref(e.ID, e.Object.Entity, "entity")
	}
	if e.Date != nil && e.Date.Time != "" {
		c.ref(e.ID, e.Date.Time, "time")
	}
	if e.Place != "" {
		c.ref(e.ID, e.Place, "place")
	}
	if e.AccordingTo != "" {
		c.ref(e.ID, e.AccordingTo, "statement")
	}
	c.confidence(e.ID, e.Confidence)
}

func (c *checker) confidence(of string, x float64) {
	if !(x >= 0 && x <= 1) {
		c.fail("%s: confidence %v is not between 0 and 1", of, x)
	}
}
