package statement

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/lexicon"
)

const weightsHead = `# Weights of the confidence of statements, in thousandths.
# Made by "go test ./statement -run TestCueCounts -update"; not to be edited by hand.
#
# origin: learned by logistic regression from the training part of PolNeAR 1.0 as the project's own parser and cue lexicon read it
# licence: Apache-2.0 (weights only; none of the annotated texts)
#
# sign = weight, or "part frame | sign = weight"; without a sign, of the frame itself. The signs are those of statement/sign.go;
# "cue" is the logit of how often the cue with its frame made a statement (cuecounts.txt).

`

// A trial is a candidate of annotated text.
type trial struct {
	names  []string
	values []float64
	hit    bool
}

// trialOf names the weights that bear on c and what each is multiplied by,
// c itself left out of the counts.
func trialOf(r *reading, c *candidate, hit bool) trial {
	less := lexicon.CueCount{Seen: 1}
	if hit {
		less.Hits = 1
	}
	frame := c.part.String() + " " + frameGroup(c.frame)
	t := trial{hit: hit}
	add := func(name string, v float64) { t.names, t.values = append(t.names, name), append(t.values, v) }
	done := r.custom(c, less)
	add(frame+" |", 1)
	add(custom, done)
	add(frame+" | "+custom, done)
	for _, s := range r.signs(c) {
		add(s, 1)
		add(frame+" | "+s, 1)
	}
	return t
}

// fit learns weights by coordinate descent, the squares held down by ridge.
// Names seen fewer than least times are left out. The order of the trials and
// names is fixed, so that the same data give the same weights.
func fit(trials []trial, ridge float64, least, rounds int) map[string]float64 {
	type cell struct {
		trial int
		value float64
	}
	columns := map[string][]cell{}
	for i, t := range trials {
		for k, n := range t.names {
			columns[n] = append(columns[n], cell{i, t.values[k]})
		}
	}
	var names []string
	for n, c := range columns {
		if len(c) >= least && !strings.Contains(n, "=") && strings.Count(n, "|") < 2 {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	x := make([]float64, len(trials))
	w := map[string]float64{}
	for range rounds {
		for _, n := range names {
			g, h := -ridge*w[n], ridge
			for _, c := range columns[n] {
				p := 1 / (1 + math.Exp(-x[c.trial]))
				y := 0.0
				if trials[c.trial].hit {
					y = 1
				}
				g += (y - p) * c.value
				h += p * (1 - p) * c.value * c.value
			}
			step := g / h
			w[n] += step
			for _, c := range columns[n] {
				x[c.trial] += step * c.value
			}
		}
	}
	return w
}

func writeWeights(t *testing.T, w map[string]float64) {
	var names []string
	for n := range w {
		names = append(names, n)
	}
	slices.Sort(names)
	text := weightsHead
	for _, n := range names {
		if v := int(math.Round(1000 * w[n])); v != 0 {
			text += fmt.Sprintf("%s = %d\n", n, v)
		}
	}
	if err := os.WriteFile(filepath.Join("..", "lexicon", "data", "cueweights.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
