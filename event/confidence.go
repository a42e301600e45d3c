package event

import (
	"errors"

	"readout/lexicon"
)

// A scorer weighs the features of events. Weights are whole thousandths and
// features whole tenths, so that the same events have the same confidence on
// every machine.
type scorer [featureCount]int

// newScorer reads the weights of the lexicon: each feature has one.
func newScorer(set *lexicon.Set) (scorer, error) {
	var s scorer
	list, err := set.Weights("confidence")
	faults := []error{err}
	at := map[string]int{}
	for i, n := range featureNames {
		at[n] = i
	}
	for _, w := range list {
		i, ok := at[w.Name]
		if !ok {
			faults = append(faults, w.Line.Errorf("events have no feature %q", w.Name))
			continue
		}
		delete(at, w.Name)
		s[i] = w.Value
	}
	if err == nil && len(list) > 0 {
		for _, n := range featureNames {
			if _, missing := at[n]; missing {
				faults = append(faults, list[0].Line.Errorf("the feature %q has no weight", n))
			}
		}
	}
	return s, errors.Join(faults...)
}

// confidence is the learned probability that an event is right in type and in
// the countries of both sides, as the gold sets have it: 0.02 to 0.98, to four
// places.
func (r *reading) confidence(d *draft, e *Event) float64 {
	x := r.features(d, e)
	if r.sample != nil {
		r.sample(&x)
	}
	sum := 0
	for i, w := range r.m.f.scorer {
		sum += w * x[i]
	}
	return min(max(round(logistic(sum)), 0.02), 0.98)
}

// logistic returns 1/(1+exp(-z/10000)). It only multiplies, adds and divides,
// one operation at a time, so that no machine's exponential enters.
func logistic(z int) float64 {
	n := min(max(z, -z), 200_000)
	e, power := 1.0, 0.99990000499983334 // exp(-1/10000), squared for each bit of n
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			e = float64(e * power)
		}
		power = float64(power * power)
	}
	if z < 0 {
		return float64(e / float64(1+e))
	}
	return float64(1 / float64(1+e))
}

// round cuts to four places, so that the written form is the same everywhere.
func round(x float64) float64 { return float64(int(x*1e4+0.5)) / 1e4 }
