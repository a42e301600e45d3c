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
		if slices.Contains(events[i].Aux, Historical) && events[i].Within < 0 {
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
		e.Date = r.day.day
	}
	return false
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

// timeOf returns the time expression that dates a draft, or -1.
func (m *matcher) timeOf(d *draft) int {
	best, bestCost := -1, 1<<30
	for i := range m.times {
		x := &m.times[i]
		if x.Sentence != m.sentence || x.Value == "" || x.Kind != timex.Date && x.Kind != timex.Clock {
			continue
		}
		if _, _, ok := timex.Bounds(x.Value); !ok {
			continue
		}
		at := m.attach(x)
		if at < 0 || m.aside(x, at, d) {
			continue
		}
		cost := m.timeCost(at, d)
		for _, k := range d.merged {
			cost = min(cost, m.timeCostAt(at, k)+1)
		}
		if cost < bestCost {
			best, bestCost = i, cost
		}
	}
	if bestCost >= 100 {
		return -1
	}
	return best
}

// aside reports whether time x, which hangs on token at, dates something else
// than draft d: "since" tells no date ("the biggest raid since 1984"), and a
// time before a noun dates that noun ("resigned over the 2024 floods").
func (m *matcher) aside(x *timex.Time, at int, d *draft) bool {
	t := &m.tree
	for i := x.First; i < x.Last && i < len(t.s.Tokens); i++ {
		if t.head(i) == at && t.preposition(i) == "since" {
			return true
		}
	}
	if x.Last > at || !t.isNoun(at) || at == d.trigger || slices.Contains(d.covered, at) {
		return false
	}
	if t.tok(at).Base() == "nsubj" && t.head(at) == d.trigger {
		return false
	}
	for steps := 0; at >= 0 && at != d.trigger && steps < maxClimb; steps++ {
		switch t.preposition(at) {
		case "at", "in", "during", "on":
			at = t.head(at)
		default:
			return true
		}
	}
	return false
}

// attach returns the token outside the time expression on which it hangs, or
// -1 when it stands alone.
func (m *matcher) attach(x *timex.Time) int {
	t := &m.tree
	for i := x.First; i < x.Last && i < len(t.s.Tokens); i++ {
		if h := t.head(i); h >= 0 && (h < x.First || h >= x.Last) {
			return h
		}
	}
	return -1
}

func (m *matcher) timeCost(at int, d *draft) int {
	cost := m.timeCostAt(at, d.trigger)
	if d.inner >= 0 {
		cost = min(cost, m.timeCostAt(at, d.inner)+2)
	}
	return cost
}

// timeCostAt weighs how closely a time that hangs on token at goes with
// trigger i: 0 on the trigger itself, more for each step up from either.
func (m *matcher) timeCostAt(at, i int) int {
	t := &m.tree
	if at == i {
		return 0
	}
	// On an argument of the trigger, no clause between.
	cost := 1
	for k, steps := at, 0; k >= 0 && steps < maxClimb; k, steps = t.head(k), steps+1 {
		if k == i {
			return cost
		}
		if t.isVerb(k) {
			b := t.tok(k).Base()
			if b != "xcomp" {
				break
			}
		}
		cost++
	}
	// On something above the trigger.
	cost = 4
	for k, steps := i, 0; k >= 0 && steps < maxClimb; steps++ {
		h := t.head(k)
		if h < 0 {
			break
		}
		step := 2
		switch t.tok(k).Base() {
		case "xcomp", "obj", "nsubj":
			step = 1
		case "obl", "nmod", "compound", "amod":
			step = 2
		case "conj":
			step = 3
			if at == h && t.finiteAux(k) {
				step = 6
			}
		case "ccomp", "parataxis":
			step = 5
		case "advcl":
			step = 4
			if t.tok(k).Rel == "advcl:relcl" {
				step = 100
			}
			switch t.mark(k) {
			case "after", "before", "since", "until", "when":
				step = 100
			}
		case "acl":
			step = 6
			if t.tok(k).Rel == "acl:relcl" {
				step = 100
			}
		}
		cost += step
		k = h
		if k == at {
			return cost
		}
	}
	// Hung on a sister that opens the sentence.
	return 200
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
		switch lower(t.tok(int(c)).Form) {
		case "routinely", "often", "always", "usually", "repeatedly", "regularly", "long", "frequently":
			return true
		}
	}
	return false
}

// isTime reports whether token i belongs to a time expression.
func (m *matcher) isTime(i int) bool {
	for k := range m.times {
		x := &m.times[k]
		if x.Sentence == m.sentence && i >= x.First && i < x.Last {
			return true
		}
	}
	return false
}
