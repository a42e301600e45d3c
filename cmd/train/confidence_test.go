package main

import (
	"math"
	"testing"

	"readout/event"
)

// The fit finds the odds of what it is shown, and keeps what holds of headlines
// out of the other weights.
func TestFit(t *testing.T) {
	var data []trial
	add := func(set, n, right int, features ...int) {
		for i := range n {
			data = append(data, trial{set: set, features: event.Features(features), right: i < right})
		}
	}
	add(fromSentences, 1000, 750, 10, 0)
	add(fromSentences, 1000, 250, 10, 10)
	add(fromHeadlines, 1000, 900, 10, 0)
	l := fit(data, 2, 1e-6, 50)
	for _, c := range []struct {
		set  int
		x    event.Features
		want float64
	}{{fromSentences, event.Features{10, 0}, 0.75}, {fromSentences, event.Features{10, 10}, 0.25}, {fromHeadlines, event.Features{10, 0}, 0.9}} {
		if got := l.of(&trial{set: c.set, features: c.x}); math.Abs(got-c.want) > 1e-3 {
			t.Errorf("set %d, %v: %v, want %v", c.set, c.x, got, c.want)
		}
	}
}

// Linear equations of a symmetric matrix.
func TestSolve(t *testing.T) {
	x := solve([][]float64{{4, 1, 0}, {1, 3, 1}, {0, 1, 2}}, []float64{6, 10, 8})
	for i, want := range []float64{1, 2, 3} {
		if math.Abs(x[i]-want) > 1e-12 {
			t.Errorf("x[%d] = %v, want %v", i, x[i], want)
		}
	}
}
