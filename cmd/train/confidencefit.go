package main

import (
	"math"
	"slices"
)

// A logistic is a logistic regression over the features of events and the rules
// that found them. Headlines and news that agree have intercepts of their own,
// which take up that right means something else there; they do not ship.
type logistic struct {
	weights []float64 // of features, per 1.0 of value
	own     [ownSets]float64
	rules   map[string]float64
}

// leastOfRule is how many events of a rule must have been judged for it to have
// a weight.
const leastOfRule = 8

// fit learns by Newton's method with the squares of the weights, but not of
// intercepts, held down by ridge. The data are used in the order given, so that
// the same data give the same weights.
func fit(data []trial, features int, ridge float64, steps int) logistic {
	judged := map[string]int{}
	var rules []string
	for i := range data {
		if d := &data[i]; d.set >= ownSets {
			if judged[d.rule]++; judged[d.rule] == leastOfRule {
				rules = append(rules, d.rule)
			}
		}
	}
	at := map[string]int{}
	for i, r := range rules {
		at[r] = features + ownSets + i
	}
	n := features + ownSets + len(rules)
	w := make([]float64, n)
	var x []term
	for range steps {
		gradient := make([]float64, n)
		hessian := make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
		}
		for i := range data {
			d := &data[i]
			x = terms(x, d, features, at)
			z := 0.0
			for _, t := range x {
				z += w[t.at] * t.value
			}
			p := sigmoid(z)
			y := 0.0
			if d.right {
				y = 1
			}
			weight := trialSets[d.set].weight
			for k, a := range x {
				gradient[a.at] += weight * (y - p) * a.value
				for _, b := range x[:k+1] {
					hessian[a.at][b.at] += weight * p * (1 - p) * a.value * b.value
				}
			}
		}
		for a := range n {
			for b := range a {
				hessian[b][a] = hessian[a][b]
			}
			if a > 0 && a < features || a >= features+ownSets { // the bias comes first
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
	l := logistic{weights: w[:features], rules: map[string]float64{}}
	copy(l.own[:], w[features:])
	for _, r := range rules {
		l.rules[r] = w[at[r]]
	}
	return l
}

// A term is a number of which a weight is learned, by its place among them.
type term struct {
	at    int
	value float64
}

// terms appends to x[:0] the features of a trial that are not zero, whether it
// is of a set with an intercept of its own, and its rule, in rising order.
func terms(x []term, d *trial, features int, rules map[string]int) []term {
	x = x[:0]
	for i, v := range d.features {
		if v != 0 {
			x = append(x, term{i, float64(v) / 10})
		}
	}
	if d.set < ownSets {
		x = append(x, term{features + d.set, 1})
	}
	if i, ok := rules[d.rule]; ok {
		x = append(x, term{i, 1})
	}
	return x
}

// of returns the probability that a trial is right.
func (l *logistic) of(d *trial) float64 {
	z := l.rules[d.rule]
	if d.set < ownSets {
		z += l.own[d.set]
	}
	for i, v := range d.features {
		z += l.weights[i] * float64(v) / 10
	}
	return sigmoid(z)
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

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
