package event

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout/lexicon"
)

// The logistic function of ten-thousandths, without the machine's exponential.
func TestLogistic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		z := rapid.IntRange(-300_000, 300_000).Draw(t, "z")
		want := 1 / (1 + math.Exp(-float64(min(max(z, -200_000), 200_000))/1e4))
		if got := logistic(z); math.Abs(got-want) > 1e-9 {
			t.Fatalf("logistic(%d) = %v, want %v", z, got, want)
		}
	})
}

// Each feature has a weight, and each weight a feature.
func TestScorerFaults(t *testing.T) {
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := newScorer(set); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	text := "# origin: x\n# licence: x\nbias = 10\nfutur = 5\n"
	if err := os.WriteFile(filepath.Join(dir, "confidence.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if set, err = lexicon.Open(dir); err != nil {
		t.Fatal(err)
	}
	_, err = newScorer(set)
	for _, want := range []string{`confidence.txt:4: events have no feature "futur"`, `the feature "future" has no weight`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want %q", err, want)
		}
	}
}

// Samples are the events of Find at any confidence, each with its features.
func TestSamples(t *testing.T) {
	f := openFinder(t, Options{Least: -1})
	doc, cast := grow(`
Russia Russia PROPN NNP 2 nsubj RUS
expelled expel VERB VBD 0 root
American American ADJ JJ 4 amod USA
diplomats diplomat NOUN NNS 2 obj`)
	events := f.Find(doc, cast, nil, nil)
	samples := f.Samples(doc, cast, nil, nil)
	if len(events) != 1 || len(samples) != 1 || samples[0].Rule != events[0].Rule || samples[0].Confidence != events[0].Confidence {
		t.Fatalf("found %+v, samples %+v", events, samples)
	}
	names, x := FeatureNames(), samples[0].Features
	if len(names) != len(x) {
		t.Fatalf("%d names of %d features", len(names), len(x))
	}
	for i, n := range names {
		want := -1
		switch n {
		case "bias", "SANCTION", "heads the sentence", "sentence without end", "alone in its sentence":
			want = 10
		case "no actor", "no recipient", "told by a noun", "future", "negation", "ASSAULT":
			want = 0
		}
		if want >= 0 && x[i] != want {
			t.Errorf("%s is %d, want %d", n, x[i], want)
		}
	}
}
