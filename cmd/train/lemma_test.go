package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestInflect(t *testing.T) {
	for _, c := range []struct{ word, plural, ed, ing string }{
		{"vote", "votes", "voted", "voting"},
		{"stop", "stops", "stopped", "stopping"},
		{"deny", "denies", "denied", "denying"},
		{"obey", "obeys", "obeyed", "obeying"},
		{"panic", "panics", "panicked", "panicking"},
		{"clash", "clashes", "clashed", "clashing"},
		{"agree", "agrees", "agreed", "agreeing"},
		{"die", "dies", "died", "dying"},
		{"shoot", "shoots", "shooted", "shooting"},
		{"veto", "vetoes", "vetoed", "vetoing"},
		{"raid", "raids", "raided", "raiding"},
	} {
		if got := plural(c.word); got != c.plural {
			t.Errorf("%s: plural %s, want %s", c.word, got, c.plural)
		}
		if got := withEnding(c.word, "ed"); !slices.Contains(got, c.ed) {
			t.Errorf("%s: %v, want %s", c.word, got, c.ed)
		}
		if got := withEnding(c.word, "ing"); !slices.Contains(got, c.ing) {
			t.Errorf("%s: %v, want %s", c.word, got, c.ing)
		}
	}
	if got := withEnding("visit", "ed"); !slices.Equal(got, []string{"visited", "visitted"}) {
		t.Errorf("visit: %v", got)
	}
}

func TestLemmaLearner(t *testing.T) {
	learn := func() string {
		l := newLemmaLearner()
		if err := addIrregular(l, irregular); err != nil {
			t.Fatal(err)
		}
		for _, w := range []string{"raided raid", "attacked attack", "bombed bomb", "warned warn", "fled flee"} {
			f := strings.Fields(w)
			l.add(f[0], "VERB", "VBD", f[1])
		}
		l.addInflected()
		var b bytes.Buffer
		if err := l.write(&b, []string{"x.conllu"}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	first := learn()
	if learn() != first {
		t.Error("two runs differ")
	}
	for _, want := range []string{"\n[VBD]\n", "\n^fled\t1 e\n", "\n^went\t4 go\n", "from cmd/train/irregular.txt and x.conllu"} {
		if !strings.Contains(first, want) {
			t.Errorf("table lacks %q", want)
		}
	}
	for text, want := range map[string]string{"VBD x y": "irregular.txt:1: no |", "VBD | a b;": "irregular.txt:1: an entry is empty"} {
		if err := addIrregular(newLemmaLearner(), text); err == nil || err.Error() != want {
			t.Errorf("%q: error %v", text, err)
		}
	}
}
