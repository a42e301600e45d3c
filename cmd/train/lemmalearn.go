package main

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"readout/parse/lemma"
)

const (
	// longestSuffix is the most bytes a learned suffix has.
	longestSuffix = 6
	// suffixWords is how many different words must speak for a suffix.
	suffixWords = 3
	// seenWeight is how much a form seen with its capitals counts against one
	// seen without.
	seenWeight = 10
)

// A lemmaLearner learns edit and case rules by tag: for each tag the shortest
// suffixes that tell the edit from form to lemma, and the words that they get
// wrong.
type lemmaLearner struct {
	tables map[string]wordCounts // by tag, or by tag and shape for case
}

// wordCounts counts the outcomes of each word, in small letters.
type wordCounts map[string]map[string]int

func newLemmaLearner() *lemmaLearner {
	return &lemmaLearner{tables: map[string]wordCounts{}}
}

func (l *lemmaLearner) add(form, upos, xpos, gold string) {
	tag := lemma.Tag(upos, xpos)
	word, low := lemma.Key(form), gold
	if gold != "I" {
		low = lemma.Key(gold)
	}
	edit := editOf(word, low)
	l.count(tag, word, edit, 1)
	shape := lemma.Shape(form)
	if shape == "" {
		if gold == low && xpos != "NNP" && xpos != "NNPS" { // seen small, so a capital would be the sentence's
			l.count(tag+" Aa", word, "lower", 1)
		}
		return
	}
	if c := caseOf(form, gold, edit); c != "" {
		l.count(tag+" "+shape, word, c, seenWeight)
	}
}

func (l *lemmaLearner) count(table, word, outcome string, weight int) {
	t := l.tables[table]
	if t == nil {
		t = wordCounts{}
		l.tables[table] = t
	}
	if t[word] == nil {
		t[word] = map[string]int{}
	}
	t[word][outcome] += weight
}

// editOf returns the edit that makes lemma of word, as parse/lemma reads it: the
// number of bytes to cut from the end and what to add.
func editOf(word, lemma string) string {
	n := 0
	for n < len(word) && n < len(lemma) && word[n] == lemma[n] {
		n++
	}
	for n > 0 && (n < len(word) && !utf8.RuneStart(word[n]) || n < len(lemma) && !utf8.RuneStart(lemma[n])) {
		n--
	}
	return fmt.Sprintf("%d %s", len(word)-n, lemma[n:])
}

// caseOf returns the case rule that makes the lemma, or "" if none does.
func caseOf(form, gold, edit string) string {
	for _, c := range [...]string{"keep", "lower", "title"} {
		if lemma.Edit(form, edit, c) == gold {
			return c
		}
	}
	return ""
}

// write writes the tables: for each "[TAG]" or "[TAG SHAPE]" lines of
// suffix or ^word, tab, outcome.
func (l *lemmaLearner) write(w io.Writer, files []string) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# Rules from form to lemma by tag. A line is a suffix, or a whole word after ^,\n"+
		"# and its edit: bytes to cut, letters to add; under a shape, its case.\n"+
		"# The longest that fits counts.\n"+
		"# origin: made by cmd/train lemma from cmd/train/irregular.txt and %s\n"+
		"# licence: CC BY-SA 4.0 (UD English EWT), CC BY 4.0 (GUM)\n", strings.Join(files, ", "))
	names := make([]string, 0, len(l.tables))
	for n := range l.tables {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		rules := learnRules(l.tables[n])
		if len(rules) == 1 && (rules[0].outcome == "0 " || rules[0].outcome == "keep") {
			continue
		}
		fmt.Fprintf(b, "[%s]\n", n)
		for _, r := range rules {
			fmt.Fprintf(b, "%s\t%s\n", r.suffix, r.outcome)
		}
	}
	return b.Flush()
}

type lemmaRule struct{ suffix, outcome string }

// learnRules returns the rules of one table in order of suffix; the first is
// that of the empty suffix.
func learnRules(words wordCounts) []lemmaRule {
	type vote struct {
		outcomes map[string]int
		words    int
	}
	votes := map[string]*vote{}
	best := map[string]string{} // per word
	for w, c := range words {
		o := most(c)
		best[w] = o
		for n := 0; n <= longestSuffix && n < len(w); n++ {
			s := w[len(w)-n:]
			if n > 0 && !utf8.RuneStart(s[0]) {
				continue
			}
			v := votes[s]
			if v == nil {
				v = &vote{outcomes: map[string]int{}}
				votes[s] = v
			}
			v.outcomes[o]++
			v.words++
		}
	}
	suffixes := make([]string, 0, len(votes))
	for s := range votes {
		suffixes = append(suffixes, s)
	}
	sort.Slice(suffixes, func(i, j int) bool {
		if len(suffixes[i]) != len(suffixes[j]) {
			return len(suffixes[i]) < len(suffixes[j])
		}
		return suffixes[i] < suffixes[j]
	})
	chosen := map[string]string{}
	inherit := func(s string) string {
		for {
			if o, ok := chosen[s]; ok {
				return o
			}
			if s == "" {
				return "0 "
			}
			_, n := utf8.DecodeRuneInString(s)
			s = s[n:]
		}
	}
	for _, s := range suffixes {
		v := votes[s]
		o := most(v.outcomes)
		if s == "" {
			chosen[s] = o
			continue
		}
		old := inherit(s)
		if o != old && v.outcomes[o] >= suffixWords && v.outcomes[o] > v.outcomes[old] {
			chosen[s] = o
		}
	}
	if len(votes) == 0 {
		chosen[""] = "0 "
	}
	for w, o := range best {
		s := w[len(w)-min(longestSuffix, len(w)-1):]
		for len(s) > 0 && !utf8.RuneStart(s[0]) {
			s = s[1:]
		}
		if inherit(s) != o {
			chosen["^"+w] = o
		}
	}
	rules := make([]lemmaRule, 0, len(chosen))
	for s, o := range chosen {
		rules = append(rules, lemmaRule{s, o})
	}
	sort.Slice(rules, func(i, j int) bool { return rules[i].suffix < rules[j].suffix })
	return rules
}

// most returns the outcome counted most, the first in order of those equal.
func most(c map[string]int) string {
	best, n := "", -1
	for o, k := range c {
		if k > n || k == n && o < best {
			best, n = o, k
		}
	}
	return best
}
