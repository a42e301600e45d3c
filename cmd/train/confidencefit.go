package main

import (
	"math"
	"slices"
)

// A logistic is a logistic regression over the features of events. Headlines and
// news that agree have intercepts of their own, which take up that right means
// something else there; they do not ship.
type logistic struct {
	weights []float64 // of features, per 1.0 of value
	own     [ownSets]float64
}

// fit learns by Newton's method with the squares of the weights, but not of
// intercepts, held down by ridge. The data are used in the order given, so that
// the same data give the same weights.
func fit(data []trial, features int, ridge float64, steps int) logistic {
	n := features + ownSets
	w := make([]float64, n)
	x := make([]float64, n)
	for range steps {
		gradient := make([]float64, n)
		hessian := make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
		}
		for i := range data {
			d := &data[i]
			load(x, d)
			p := sigmoid(dot(w, x))
			y := 0.0
			if d.right {
				y = 1
			}
			weight := trialSets[d.set].weight
			for a := range n {
				if x[a] == 0 {
					continue
				}
				gradient[a] += weight * (y - p) * x[a]
				for b := range a + 1 {
					hessian[a][b] += weight * p * (1 - p) * x[a] * x[b]
				}
			}
		}
		for a := range n {
			for b := range a {
				hessian[b][a] = hessian[a][b]
			}
			if a > 0 && a < features { // the bias comes first
				gradient[a] -= ridge * w[a]
				hessian[a][a] += ridge
			}
			hessian[a][a] += 1e-6
		}
		step := solve(hessian, gradient)
		most := 0.0
		for i := range w {
			w[i] += step[i]
			most = max(most, math.Abs(step[i]))
		}
		if most < 1e-7 {
			break
		}
	}
	l := logistic{weights: w[:features]}
	copy(l.own[:], w[features:])
	return l
}

// load puts the features of a trial, and whether it is of a set with an intercept
// of its own, into x.
func load(x []float64, d *trial) {
	clear(x)
	for i, v := range d.features {
		x[i] = float64(v) / 10
	}
	if d.set < ownSets {
		x[len(d.features)+d.set] = 1
	}
}

// of returns the probability that a trial is right.
func (l *logistic) of(d *trial) float64 {
	z := 0.0
	if d.set < ownSets {
		z = l.own[d.set]
	}
	for i, v := range d.features {
		z += l.weights[i] * float64(v) / 10
	}
	return sigmoid(z)
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

func dot(a, b []float64) float64 {
	s := 0.0
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}

// solve returns the x of ax = b for a symmetric positive a, by elimination
// with the largest pivot of each column. Both are used up.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for c := range n {
		best := c
		for r := c + 1; r < n; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[best][c]) {
				best = r
			}
		}
		a[c], a[best] = a[best], a[c]
		b[c], b[best] = b[best], b[c]
		for r := c + 1; r < n; r++ {
			f := a[r][c] / a[c][c]
			if f == 0 {
				continue
			}
			for k := c; k < n; k++ {
				a[r][k] -= f * a[c][k]
			}
			b[r] -= f * b[c]
		}
	}
	x := slices.Clone(b)
	for c := n - 1; c >= 0; c-- {
		for k := c + 1; k < n; k++ {
			x[c] -= a[c][k] * x[k]
		}
		x[c] /= a[c][c]
	}
	return x
}
