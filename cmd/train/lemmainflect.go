package main

import (
	"maps"
	"slices"
	"strings"
)

// addInflected teaches the regular forms of the verbs, adjectives and nouns
// that the learner knows, so that forms missing from the treebanks find their lemmas.
func (l *lemmaLearner) addInflected() {
	for _, tag := range [...]string{"VB", "VBP"} {
		for _, w := range l.words(tag) {
			if !plain(w) || most(l.tables[tag][w]) != "0 " {
				continue
			}
			l.hint("VBZ", plural(w), w)
			for _, past := range withEnding(w, "ed") {
				l.hint("VBD", past, w)
				l.hint("VBN", past, w)
			}
			for _, ing := range withEnding(w, "ing") {
				l.hint("VBG", ing, w)
			}
		}
	}
	for _, w := range l.words("JJ") {
		if !plain(w) || len(w) > 7 || most(l.tables["JJ"][w]) != "0 " {
			continue
		}
		for _, f := range withEnding(w, "er") {
			l.hint("JJR", f, w)
		}
		for _, f := range withEnding(w, "est") {
			l.hint("JJS", f, w)
		}
	}
	for _, w := range l.words("NN") {
		if plain(w) && most(l.tables["NN"][w]) == "0 " {
			l.hint("NNS", plural(w), w)
		}
	}
}

// words returns the words of a table in order.
func (l *lemmaLearner) words(table string) []string {
	return slices.Sorted(maps.Keys(l.tables[table]))
}

// hint teaches a form unless the treebanks have it.
func (l *lemmaLearner) hint(tag, form, lemma string) {
	if l.tables[tag][form] == nil {
		l.count(tag, form, editOf(form, lemma), 1)
	}
}

// plain reports whether a word has only small letters and enough of them to
// be inflected by rule.
func plain(w string) bool {
	return len(w) > 2 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == ""
}

// plural returns the form with -s.
func plural(w string) string {
	last, before := w[len(w)-1], w[len(w)-2]
	switch {
	case last == 'y' && !vowel(before):
		return w[:len(w)-1] + "ies"
	case last == 's', last == 'x', last == 'z', last == 'o' && !vowel(before), last == 'h' && (before == 'c' || before == 's'):
		return w + "es"
	}
	return w + "s"
}

// withEnding returns the forms with -ed, -ing, -er or -est: one, or that with and that
// without a doubled consonant where stress would decide.
func withEnding(w, ending string) []string {
	n := len(w)
	last, before := w[n-1], w[n-2]
	switch {
	case last == 'e' && ending[0] == 'e':
		return []string{w + ending[1:]}
	case last == 'e' && before == 'i':
		return []string{w[:n-2] + "ying"}
	case last == 'e' && before != 'e' && before != 'o' && before != 'y':
		return []string{w[:n-1] + ending}
	case last == 'y' && !vowel(before) && ending[0] == 'e':
		return []string{w[:n-1] + "i" + ending}
	case last == 'c':
		return []string{w + "k" + ending}
	}
	if vowel(last) || last == 'w' || last == 'x' || last == 'y' || !vowel(before) || vowel(w[n-3]) && w[n-3] != 'u' {
		return []string{w + ending}
	}
	doubled := w + w[n-1:] + ending
	if strings.Count(strings.Map(func(r rune) rune {
		if r < 128 && vowel(byte(r)) {
			return 'a'
		}
		return 'b'
	}, w), "a") == 1 {
		return []string{doubled}
	}
	return []string{w + ending, doubled}
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
