package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"sort"

	"github.com/spf13/cobra"

	"readout/event"
)

const (
	confidenceRidge = 4.0
	confidenceSteps = 30
	confidenceFolds = 10
)

// confidenceCommand makes the weights of package event's confidence.
func confidenceCommand(s *settings) *cobra.Command {
	var out string
	var measure, list bool
	c := &cobra.Command{
		Use:   "confidence",
		Short: "Learn how far events are to be trusted",
		Long: `Learn how far events are to be trusted, by logistic regression over the events that
the program finds in gold sentences, gold records, texts whose events were judged by
reading (event/testdata/judged-*.tsv), and the headlines of generated stories. Prints what it comes to on folds held out.`,
		RunE: func(c *cobra.Command, _ []string) error {
			coder, err := newCoder()
			if err != nil {
				return err
			}
			data, err := coder.trials(s.data)
			if err != nil {
				return err
			}
			report(c.OutOrStdout(), data, list)
			if measure {
				return nil
			}
			return writeWeights(out, fit(data, len(event.FeatureNames()), confidenceRidge, confidenceSteps))
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "lexicon/data/confidence.txt", "file of weights to write")
	c.Flags().BoolVar(&measure, "measure", false, "print figures, write nothing")
	c.Flags().BoolVar(&list, "list", false, "list the events of gold with their confidence held out")
	return c
}

func writeWeights(name string, l logistic) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	fmt.Fprint(f, `# Weights of the confidence of events, in thousandths.
# origin: learned by "go run ./cmd/train confidence" from the events that Readout finds in the PLOVER gold standard sentences
#   (Open Event Data Alliance), in six articles coded for this project, in items of Wikipedia's current events, news and interviews
#   of GUM and releases of the White House that were judged for it, and in the headlines of the generated stories of NGEC
# licence: CC BY-SA 4.0
#
# feature = weight. An event's confidence is the logistic function of the sum of the weights of what holds of it; the names are
# those of event.FeatureNames. Words and depth count by tenths, all others are yes or no.

`)
	for i, n := range event.FeatureNames() {
		fmt.Fprintf(f, "%s = %d\n", n, int(math.Round(1000*l.weights[i])))
	}
	return f.Close()
}

// heldOut returns for each trial the confidence that weights learned without
// its group give it, as an event of gold.
func heldOut(data []trial) []float64 {
	fold := map[string]int{}
	for i := range data {
		if _, ok := fold[data[i].group]; !ok {
			fold[data[i].group] = len(fold) % confidenceFolds
		}
	}
	out := make([]float64, len(data))
	for k := range confidenceFolds {
		var rest []trial
		for i := range data {
			if fold[data[i].group] != k {
				rest = append(rest, data[i])
			}
		}
		l := fit(rest, len(event.FeatureNames()), confidenceRidge, confidenceSteps)
		for i := range data {
			if fold[data[i].group] == k {
				out[i] = l.of(&data[i])
			}
		}
	}
	return out
}

// report prints how good the confidence that events have now is, and how good
// that learned is on events held out.
func report(w io.Writer, data []trial, list bool) {
	learned := heldOut(data)
	was := make([]float64, len(data))
	for i := range data {
		was[i] = data[i].was
	}
	for _, part := range []struct {
		name string
		in   func(*trial) bool
	}{
		{"gold: type and countries right", func(d *trial) bool { return d.set == fromSentences || d.set == fromRecords }},
		{"news: type and countries right", func(d *trial) bool { return d.set == fromNews }},
		{"reports: type and countries right", func(d *trial) bool { return d.set == fromReports }},
		{"headlines: type right", func(d *trial) bool { return d.set == fromHeadlines }},
	} {
		var at []int
		right := 0
		for i := range data {
			if part.in(&data[i]) {
				at = append(at, i)
				if data[i].right {
					right++
				}
			}
		}
		fmt.Fprintf(w, "%s: %d events, %d right (%.1f %%)\n", part.name, len(at), right, 100*float64(right)/float64(len(at)))
		for _, x := range []struct {
			name string
			p    []float64
		}{{"as now", was}, {"learned, held out", learned}} {
			b, l, auc := figures(data, at, x.p)
			fmt.Fprintf(w, "  %-18s Brier %.4f  log loss %.4f  area under ROC %.3f\n", x.name, b, l, auc)
			calibration(w, data, at, x.p)
			curve(w, data, at, x.p)
		}
	}
	if list {
		order := []int{}
		for i := range data {
			if data[i].set != fromHeadlines {
				order = append(order, i)
			}
		}
		slices.SortStableFunc(order, func(a, b int) int { return int(math.Copysign(1, learned[a]-learned[b])) })
		for _, i := range order {
			fmt.Fprintf(w, "%.2f (now %.2f) %-5v %s\n", learned[i], was[i], data[i].right, data[i].what)
		}
	}
}

// figures are the mean square and the mean log error of probabilities, and the
// share of pairs of right and wrong that they order rightly.
func figures(data []trial, at []int, p []float64) (brier, loss, auc float64) {
	type pair struct {
		p     float64
		right bool
	}
	var list []pair
	for _, i := range at {
		y := 0.0
		if data[i].right {
			y = 1
		}
		q := min(max(p[i], 1e-4), 1-1e-4)
		brier += (y - q) * (y - q)
		loss -= y*math.Log(q) + (1-y)*math.Log(1-q)
		list = append(list, pair{p[i], data[i].right})
	}
	var good, n, of float64
	for _, a := range list {
		for _, b := range list {
			if a.right && !b.right {
				of++
				switch {
				case a.p > b.p:
					good++
				case a.p == b.p:
					good += 0.5
				}
			}
		}
	}
	n = float64(len(at))
	return brier / n, loss / n, good / of
}

// calibration prints for each tenth of confidence how many events have it and
// how many of these are right.
func calibration(w io.Writer, data []trial, at []int, p []float64) {
	var n, right [10]int
	var sum [10]float64
	for _, i := range at {
		k := min(int(p[i]*10), 9)
		n[k]++
		sum[k] += p[i]
		if data[i].right {
			right[k]++
		}
	}
	fmt.Fprint(w, "    given → right:")
	for k := range n {
		if n[k] > 0 {
			fmt.Fprintf(w, "  %.2f → %.2f (%d)", sum[k]/float64(n[k]), float64(right[k])/float64(n[k]), n[k])
		}
	}
	fmt.Fprintln(w)
}

// curve prints precision and the share of the right events that stay, by
// threshold.
func curve(w io.Writer, data []trial, at []int, p []float64) {
	total := 0
	for _, i := range at {
		if data[i].right {
			total++
		}
	}
	fmt.Fprint(w, "    above: precision, kept:")
	var steps []float64
	for t := 0.0; t < 0.95; t += 0.1 {
		steps = append(steps, t)
	}
	sort.Float64s(steps)
	for _, t := range steps {
		n, right := 0, 0
		for _, i := range at {
			if p[i] >= t {
				n++
				if data[i].right {
					right++
				}
			}
		}
		if n > 0 {
			fmt.Fprintf(w, "  %.1f: %.2f, %.2f", t, float64(right)/float64(n), float64(right)/float64(total))
		}
	}
	fmt.Fprintln(w)
}
