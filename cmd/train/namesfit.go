package main

import (
	"math"
	"slices"

	"readout/parse/names"
)

const (
	nameSteps = 150
	nameRate  = 0.1
	nameRidge = 6.0
)

// fitNames learns a multinomial logistic regression of the class of the rows for
// which use holds, by Adam over all of them at once, the squares of the weights
// held down. Names that are right but for their extent teach nothing. The
// rows are used in their order, so that the same rows give the same weights.
func fitNames(rows []nameRow, features int, use func(*nameRow) bool) [][names.Classes]float64 {
	var part []*nameRow
	for i := range rows {
		if r := &rows[i]; !r.partly && use(r) {
			part = append(part, r)
		}
	}
	type vector = [names.Classes]float64
	w, gradient := make([]vector, features), make([]vector, features)
	mean, square := make([]vector, features), make([]vector, features)
	for step := range nameSteps {
		clear(gradient)
		for _, r := range part {
			p := softmax(names.Sum(w, r.features))
			p[r.class]--
			for _, f := range r.features {
				for c, v := range p {
					gradient[f.ID][c] += v * float64(f.Value)
				}
			}
		}
		rate := nameRate * (1 - float64(step)/nameSteps)
		c1, c2 := 1-math.Pow(0.9, float64(step+1)), 1-math.Pow(0.99, float64(step+1))
		for i := range w {
			for c := range w[i] {
				d := (gradient[i][c] + nameRidge*w[i][c]) / float64(len(part))
				mean[i][c] = 0.9*mean[i][c] + 0.1*d
				square[i][c] = 0.99*square[i][c] + 0.01*d*d
				w[i][c] -= rate * mean[i][c] / c1 / (math.Sqrt(square[i][c]/c2) + 1e-8)
			}
		}
	}
	return w
}

// softmax returns the probabilities that go with sums.
func softmax(z [names.Classes]float64) [names.Classes]float64 {
	top, sum := slices.Max(z[:]), 0.0
	for c, v := range z {
		z[c] = math.Exp(v - top)
		sum += z[c]
	}
	for c := range z {
		z[c] /= sum
	}
	return z
}
