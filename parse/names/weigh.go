package names

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"readout/syntax"
)

// Classes is how many classes Weights tell apart: none of a person, body and
// place (0), and each of these (their kind in Kinds and one more).
const Classes = 4

// Weights say how much each feature of a name speaks for each class. They are
// immutable and safe for concurrent use.
type Weights struct {
	number map[string]int
	of     [][Classes]float64
}

//go:embed weights.txt
var shipped string

// ShippedWeights returns the weights embedded in the program.
func ShippedWeights() (*Weights, error) { return ReadWeights(strings.NewReader(shipped)) }

// ReadWeights reads lines of a feature, a tab and its weights for each class,
// divided by blanks. Lines that begin with # say something else.
func ReadWeights(r io.Reader) (*Weights, error) {
	w := &Weights{number: map[string]int{}}
	sc := bufio.NewScanner(r)
	for line := 1; sc.Scan(); line++ {
		if strings.HasPrefix(sc.Text(), "#") || sc.Text() == "" {
			continue
		}
		feature, values, _ := strings.Cut(sc.Text(), "\t")
		fields := strings.Fields(values)
		if len(fields) != Classes {
			return nil, fmt.Errorf("weights of names, line %d: %d numbers, not %d", line, len(fields), Classes)
		}
		var of [Classes]float64
		for c, f := range fields {
			v, err := strconv.ParseFloat(f, 64)
			if err != nil {
				return nil, fmt.Errorf("weights of names, line %d: %w", line, err)
			}
			of[c] = v
		}
		w.number[feature] = len(w.of)
		w.of = append(w.of, of)
	}
	return w, sc.Err()
}

// Sum adds up what features say for each class: logarithms of probabilities, but
// for a constant.
func Sum(of [][Classes]float64, features []Feature) (z [Classes]float64) {
	for _, f := range features {
		for c, v := range of[f.ID] {
			z[c] += float64(v * float64(f.Value))
		}
	}
	return z
}

// Sure reports whether by its scores a token is hardly outside names.
func Sure(s *Scores) bool { return s[0] < unsure }

// verdict is what comes of name n of sentence s; kind is -1 if it is none.
type verdict struct{ s, n, kind int }

// weigh gives names the kinds that the weights speak for and drops what is more
// likely none.
func (m *Mender) weigh(sentences []syntax.Sentence, scores []Scores) {
	m.verdicts = m.verdicts[:0]
	number := func(feature []byte) (int, bool) {
		id, ok := m.weights.number[string(feature)]
		return id, ok
	}
	at, seen := 0, 0 // where the scores of sentence seen begin
	m.Describe(sentences, scores, number, func(i, j int, features []Feature) {
		for ; seen < i; seen++ {
			at += len(sentences[seen].Tokens)
		}
		n := &sentences[i].Names[j]
		m.verdicts = append(m.verdicts, verdict{i, j, class(Sum(m.weights.of, features), kindOf(n.Kind), &scores[at+n.First])})
	})
	for _, v := range slices.Backward(m.verdicts) {
		s := &sentences[v.s]
		if v.kind < 0 {
			s.Names = slices.Delete(s.Names, v.n, v.n+1)
		} else {
			s.Names[v.n].Kind = Kinds[v.kind]
		}
	}
}

// class returns the kind of a name of the kind it had, for which the sums z
// speak. Where none of person, body and place is likeliest, it keeps its kind if
// that is another or if the network was sure that it is a name; else it gets
// another that the network holds for likelier than none, or is none, -1.
func class(z [Classes]float64, kind int, scores *Scores) int {
	best := 0
	for c, v := range z {
		if v > z[best] {
			best = c
		}
	}
	if best > 0 {
		return best - 1
	}
	if kind >= event || Sure(scores) {
		return kind
	}
	other := 0
	for k := event; k < kinds; k++ {
		if scores[k+1] > scores[other] {
			other = k + 1
		}
	}
	return other - 1
}
