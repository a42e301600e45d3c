package event

import (
	"slices"

	"readout/timex"
)

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
		if at < 0 {
			continue
		}
		cost := m.nounsTime(at, d.trigger)
		if cost < 0 {
			if m.aside(x, at, d) {
				continue
			}
			cost = m.timeCost(at, d)
		}
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
// than draft d: "since" and "until" tell no date ("the biggest raid since
// 1984", "will provide aid until 2027"), and a time before a noun dates that noun ("resigned over the 2024 floods").
func (m *matcher) aside(x *timex.Time, at int, d *draft) bool {
	t := &m.tree
	for i := x.First; i < x.Last && i < len(t.s.Tokens); i++ {
		if t.head(i) != at {
			continue
		}
		switch t.preposition(i) {
		case "since", "until", "till":
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

// nounsTime weighs a time that hangs on the attack of which trigger i tells in
// a relative clause, "the October 7 attacks that killed"; -1 if it does not.
func (m *matcher) nounsTime(at, i int) int {
	t := &m.tree
	if t.tok(i).Rel != "acl:relcl" || t.head(i) != at || !m.f.c.attack.has(t, at) {
		return -1
	}
	if s := t.child(i, "nsubj"); s < 0 || !t.isRelative(s) {
		return -1
	}
	return 6
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
			if b := t.tok(k).Base(); b != "xcomp" || k != at && t.isNoun(at) {
				break // a noun's time is not that of what is told above its clause
			}
		}
		cost++
	}
	// On what it is said in: "In a statement on Friday he said that".
	top := at
	if t.tok(at).Base() == "obl" && t.preposition(at) == "in" && m.f.c.utterance.has(t, at) {
		top = t.head(at)
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
		if k == at || k == top {
			return cost
		}
	}
	// Hung on a sister that opens the sentence.
	return 200
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
