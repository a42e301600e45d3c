package event

import (
	"slices"
	"time"

	"readout/timex"
)

// A newsday is the day of the news, and whether the passage being read has
// left it for the past.
//
// An event is dated by the time expression nearest to it in its own clause,
// else by one that governs the clause, else by one that opens the sentence.
// Without any, an event that a main clause tells in the past or present is
// the news of the day, unless the passage has turned to the past: a sentence
// with a date more than longAgo days before the news, or in the pluperfect,
// makes what follows in its paragraph background until a sentence names the
// news day or the paragraph ends.
type newsday struct {
	day   string    // YYYY-MM-DD, or empty when unknown
	at    time.Time // of day
	known bool
	block int
	past  bool // the passage has turned to the past
}

// longAgo is the number of days before the news from which an event counts
// as background.
const longAgo = 21

func newNewsday(published string) newsday {
	d := newsday{day: published, block: -1}
	if at, err := time.Parse(time.DateOnly, published); err == nil {
		d.at, d.known = at, true
	}
	return d
}

// enter notes which paragraph the sentence stands in.
func (d *newsday) enter(m *matcher) {
	if b := m.doc.Sentences[m.sentence].Block; b != d.block {
		d.block, d.past = b, false
	}
}

// leave notes whether the sentence just read turned to the past or back.
func (d *newsday) leave(m *matcher, events []Event) {
	for i := range events {
		if slices.Contains(events[i].Aux, Historical) && events[i].Within < 0 && !m.relativeClause(events[i].Head) {
			d.past = true
			return
		}
	}
	for _, x := range m.times {
		if x.Sentence == m.sentence {
			if a, ok := d.age(x.Value); ok && a <= 7 && a >= 0 {
				d.past = false
			}
		}
	}
}

// age returns the days from the end of what a value covers to the news day;
// negative in the future.
func (d *newsday) age(value string) (int, bool) {
	if !d.known || value == "" {
		return 0, false
	}
	_, to, ok := timex.Bounds(value)
	if !ok {
		return 0, false
	}
	end, err := time.Parse(time.DateOnly, to)
	if err != nil {
		return 0, false
	}
	return int(d.at.Sub(end).Hours() / 24), true
}

// when dates event e and reports whether it is historical.
func (r *reading) when(d *draft, e *Event) bool {
	m := r.m
	best := m.timeOf(d)
	if best >= 0 {
		x := m.times[best]
		e.Date, e.Time = x.Value, best
		if age, ok := r.day.age(x.Value); ok {
			if age < -1 && !d.future && d.code.Type != "AGREE" && d.code.Type != "THREATEN" && d.code.Type != "CONCEDE" {
				// A day to come does not date what has come about.
				e.Date, e.Time, best = "", -1, -1
			} else if age > 0 && m.ahead(d, m.attach(&x)) {
				// What is agreed on or asked for lies ahead, whatever year the day was read in.
				e.Date, e.Time, best = "", -1, -1
			} else if age > longAgo {
				return true
			}
		}
		if best >= 0 {
			return false
		}
	}
	if d.future || d.hypothetical {
		return false
	}
	if _, said := m.speaker(d.trigger); m.pluperfect(d.trigger) && !said {
		return r.day.past
	}
	if r.day.past && m.past(d.trigger) {
		return true
	}
	if r.day.known && !r.day.past && m.main(d.trigger) && !m.habitual(d.trigger) {
		if e.Date, e.Time = r.fray(d, e); e.Time < 0 && !r.next(d) {
			e.Date = r.day.day
		}
	}
	return false
}

// next reports whether a draft tells what came "then", after what the sentence
// before dated otherwise than by the day of the news.
func (r *reading) next(d *draft) bool {
	t := &r.m.tree
	for c := t.first[d.trigger]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Base() == "advmod" && lower(k.Form) == "then" {
			n := len(r.events)
			return n > 0 && r.m.sentence-r.events[n-1].Sentence <= 1 && r.events[n-1].Date != r.day.day
		}
	}
	return false
}

// fray returns the day of the last act of force between the parties of event
// e, at most three sentences back, that the text dates in the week before the
// news, with its time: "Yesterday the North fired shells. The South retaliated";
// -1 without one.
func (r *reading) fray(d *draft, e *Event) (string, int) {
	m := r.m
	if Quad(e.Type) != 4 || !m.past(d.trigger) || len(e.Actors) == 0 {
		return "", -1
	}
	among := func(parties []int, x *Event) bool {
		for _, p := range parties {
			if m.foreign([]int{p}, x.Actors) && m.foreign([]int{p}, x.Recipients) {
				return false
			}
		}
		return true
	}
	for k := len(r.events) - 1; k >= 0 && m.sentence-r.events[k].Sentence <= 3; k-- {
		x := &r.events[k]
		if x.Time < 0 || Quad(x.Type) != 4 || len(x.Recipients) == 0 && len(x.Actors) < 2 {
			continue
		}
		if age, ok := r.day.age(x.Date); ok && age > 0 && age <= 7 && among(e.Actors, x) && among(e.Recipients, x) {
			return x.Date, x.Time
		}
	}
	return "", -1
}

// ahead reports whether token at stands in an infinitive that tells what the
// trigger of d agrees to, asks for or threatens.
func (m *matcher) ahead(d *draft, at int) bool {
	switch d.code.Type {
	case "AGREE", "REQUEST", "THREATEN":
	default:
		return false
	}
	t := &m.tree
	for steps := 0; at >= 0 && at != d.trigger && steps < maxClimb; steps++ {
		switch t.tok(at).Base() {
		case "xcomp", "ccomp", "acl", "advcl":
			if t.mark(at) == "to" && t.under(at, d.trigger) {
				return true
			}
		}
		at = t.head(at)
	}
	return false
}

// pluperfect reports whether verb i is in the past perfect.
func (m *matcher) pluperfect(i int) bool {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := t.tok(int(c))
		if k.Base() == "aux" && lower(k.Form) == "had" {
			return true
		}
	}
	return false
}

// past reports whether the clause of token i is in the past, or not finite.
func (m *matcher) past(i int) bool {
	t := &m.tree
	v := m.clauseVerb(i)
	if v < 0 {
		return true
	}
	switch t.tok(v).XPos {
	case "VBZ", "VBP":
		return false
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		k := t.tok(int(c))
		if k.UPos == "AUX" && (k.XPos == "VBZ" || k.XPos == "VBP") {
			return false
		}
	}
	return true
}

// clauseVerb returns the verb of the clause that token i stands in: i itself
// or the nearest verb above it; -1 in a sentence without one.
func (m *matcher) clauseVerb(i int) int {
	t := &m.tree
	for steps := 0; i >= 0 && steps < maxClimb; steps++ {
		if t.isVerb(i) {
			return i
		}
		i = t.head(i)
	}
	return -1
}

// main reports whether token i stands in a main clause, in what somebody says
// in one, or in a clause joined to one.
func (m *matcher) main(i int) bool {
	t := &m.tree
	for steps := 0; steps < maxClimb; steps++ {
		h := t.head(i)
		if h < 0 {
			return true
		}
		switch t.tok(i).Rel {
		case "acl:relcl":
			return false
		}
		switch t.tok(i).Base() {
		case "advcl":
			if t.finite(i) || t.mark(i) == "after" || t.mark(i) == "before" || t.mark(i) == "since" {
				return false
			}
		case "obl", "nmod":
			switch t.preposition(i) {
			case "after", "before", "since", "following", "despite", "because_of", "over", "amid":
				return false
			}
		case "acl":
			return false
		}
		i = h
	}
	return false
}

// habitual reports whether the clause of token i tells what somebody does as
// a rule: a present tense outside of headlines and of what is said.
func (m *matcher) habitual(i int) bool {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if m.f.c.habit.word(lower(t.tok(int(c)).Form)) {
			return true
		}
	}
	return false
}
