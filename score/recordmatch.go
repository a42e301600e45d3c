package score

import (
	"slices"
)

// Levels at which events are matched.
const (
	byType      = 1 + iota
	byCountries // and the countries of both sides
	byDate      // and the date, where gold has one
)

// fits reports whether found event s can be gold event g at a level.
func (g *told) fits(s *told, level int) bool {
	return g.typ == s.typ &&
		(level < byCountries || slices.Equal(g.actors, s.actors) && slices.Equal(g.recipients, s.recipients)) &&
		(level < byDate || g.sameDate(s))
}

// sameDate reports whether s has the date of g, if g has one.
func (g *told) sameDate(s *told) bool { return g.date == "" || interval(g.date) == interval(s.date) }

// sameVoice reports whether both are told on nobody's word but the writer's,
// or on that of the same.
func (g *told) sameVoice(s *told, k known) bool {
	if len(g.accordingTo) == 0 || len(s.accordingTo) == 0 {
		return len(g.accordingTo) == len(s.accordingTo)
	}
	return k.anySame(g.accordingTo, s.accordingTo)
}

// root is the first two digits of a CAMEO code; appeals (02) are demands (10),
// both a REQUEST of PLOVER.
func root(code string) string {
	r := code[:min(2, len(code))]
	if r == "02" {
		return "10"
	}
	return r
}

// overlapping is the share of members that two sorted sets of names have in
// common; 0 if one is empty.
func overlapping(a, b []string) float64 {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

// A duo is a gold item and the one found for it, by index.
type duo struct{ gold, found int }

// greedy pairs one to one, the best first, then in order.
func greedy(weights map[duo]float64) []duo {
	list := make([]duo, 0, len(weights))
	for d := range weights {
		list = append(list, d)
	}
	slices.SortFunc(list, func(a, b duo) int {
		if x, y := weights[a], weights[b]; x != y {
			if x > y {
				return -1
			}
			return 1
		}
		if a.gold != b.gold {
			return a.gold - b.gold
		}
		return a.found - b.found
	})
	usedG, usedF := map[int]bool{}, map[int]bool{}
	var out []duo
	for _, d := range list {
		if !usedG[d.gold] && !usedF[d.found] {
			usedG[d.gold], usedF[d.found] = true, true
			out = append(out, d)
		}
	}
	return out
}

// matchEvents pairs gold events with those found that fit at the level: by the
// words of the trigger first, then by whatever else agrees.
func matchEvents(gold, found []told, level int, k known) []duo {
	weights := map[duo]float64{}
	for i := range gold {
		for j := range found {
			g, s := &gold[i], &found[j]
			if !g.fits(s, level) {
				continue
			}
			v := 8*one(common(g.trigger, s.trigger) > 0) + 2*jaccard(g.trigger, s.trigger)
			if v == 0 && common(g.also, s.trigger) > 0 {
				v = 6
			}
			v += 2*one(slices.Equal(g.actors, s.actors)) + 2*one(slices.Equal(g.recipients, s.recipients)) +
				.5*overlapping(g.actors, s.actors) + .5*overlapping(g.recipients, s.recipients)
			v += .6*one(g.date != "" && g.sameDate(s)) + .4*one(slices.Equal(g.mode, s.mode)) + .3*one(g.cameo == s.cameo) +
				.3*one(slices.Equal(g.aux, s.aux)) + .3*one(g.sameVoice(s, k))
			v += .3*one(k.anySame(g.names, s.names)) + .05*one(g.core)
			weights[duo{i, j}] = v
		}
	}
	return greedy(weights)
}

// matchStatements pairs gold statements with those found by the words of
// their contents.
func matchStatements(gold, found []saying, k known) []duo {
	weights := map[duo]float64{}
	for i := range gold {
		for j := range found {
			g, s := &gold[i], &found[j]
			if o := common(g.content, s.content); o > 0 {
				weights[duo{i, j}] = 2*float64(o)/float64(len(g.content)+len(s.content)) + .2*one(k.anySame(g.speakers, s.speakers)) +
					.1*one(common(g.cue, s.cue) > 0) + .05*one(g.kind == s.kind) + .01*one(g.core)
			}
		}
	}
	return greedy(weights)
}
