// Package lemma finds the dictionary form of a tagged word, by a table of rules
// that cmd/train learned from treebanks.
package lemma

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed lemmas.txt
var table string

// A Lemmatiser finds the dictionary form of a tagged word, by the lemma
// conventions of UD English EWT and GUM: "n't" is "not", "me" is "I", "200,000"
// is "200000", names keep their case. It is read-only and safe for concurrent use.
type Lemmatiser struct {
	edits map[string]*rules // by tag
	cases map[string]*rules // by tag and shape
}

// rules are the outcomes by suffix and whole word of one tag.
type rules struct {
	words    map[string]rule
	suffixes map[string]rule
	longest  int
}

type rule struct {
	cut  int
	add  string
	fold letterCase
}

// A letterCase says what becomes of a form's capitals in its lemma.
type letterCase uint8

const (
	keepCase letterCase = iota
	lowerCase
	titleCase
)

var letterCases = map[string]letterCase{"keep": keepCase, "lower": lowerCase, "title": titleCase}

// New opens the table embedded in the program.
func New() (*Lemmatiser, error) { return read(table) }

// read reads a table that cmd/train wrote.
func read(text string) (*Lemmatiser, error) {
	l := &Lemmatiser{edits: map[string]*rules{}, cases: map[string]*rules{}}
	var t *rules
	isCase := false
	no := 0
	for line := range strings.Lines(text) {
		no++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' && line[len(line)-1] == ']' && !strings.Contains(line, "\t") {
			name := line[1 : len(line)-1]
			t = &rules{words: map[string]rule{}, suffixes: map[string]rule{}}
			if isCase = strings.Contains(name, " "); isCase {
				l.cases[name] = t
			} else {
				l.edits[name] = t
			}
			continue
		}
		key, outcome, ok := strings.Cut(line, "\t")
		if t == nil || !ok {
			return nil, fmt.Errorf("lemma table line %d: %q", no, line)
		}
		r, err := readRule(outcome, isCase)
		if err != nil {
			return nil, fmt.Errorf("lemma table line %d: %w", no, err)
		}
		if w, ok := strings.CutPrefix(key, "^"); ok && w != "" {
			t.words[w] = r
		} else {
			t.suffixes[key] = r
			t.longest = max(t.longest, len(key))
		}
	}
	return l, nil
}

func readRule(s string, isCase bool) (rule, error) {
	if isCase {
		c, ok := letterCases[s]
		if !ok {
			return rule{}, fmt.Errorf("unknown case %q", s)
		}
		return rule{fold: c}, nil
	}
	n, add, ok := strings.Cut(s, " ")
	cut, err := strconv.Atoi(n)
	if !ok || err != nil || cut < 0 {
		return rule{}, fmt.Errorf("bad edit %q", s)
	}
	return rule{cut: cut, add: add}, nil
}

// find returns the rule of a word: its own, or that of its longest suffix.
func (t *rules) find(word string) rule {
	if r, ok := t.words[word]; ok {
		return r
	}
	for n := min(t.longest, len(word)-1); n > 0; n-- {
		if r, ok := t.suffixes[word[len(word)-n:]]; ok {
			return r
		}
	}
	return t.suffixes[""]
}

// Lemma returns the lemma of a word with its universal and Penn tag. An
// unknown tag leaves the form but for its capitals.
func (l *Lemmatiser) Lemma(form, upos, xpos string) string {
	if form == "" {
		return ""
	}
	if xpos == "CD" && form[0] >= '0' && form[0] <= '9' {
		return strings.ReplaceAll(form, ",", "")
	}
	tag := Tag(upos, xpos)
	word := Key(form)
	var r rule
	if t := l.edits[tag]; t != nil {
		r = t.find(word)
	}
	if shape := Shape(form); shape != "" {
		if t := l.cases[tag+" "+shape]; t != nil {
			r.fold = t.find(word).fold
		} else if !proper(xpos) {
			r.fold = lowerCase
		}
	}
	return r.apply(form, word)
}

// proper reports whether words of the tag keep their capitals.
func proper(xpos string) bool { return xpos == "NNP" || xpos == "NNPS" || xpos == "ADD" }

// apply edits a form whose key is word. Where capitals go, and before an
// apostrophe, the key stands for the form.
func (r rule) apply(form, word string) string {
	if r.fold == lowerCase || !isLetterAt(form) || r.cut > len(form) ||
		!strings.EqualFold(form[len(form)-r.cut:], word[max(0, len(word)-r.cut):]) {
		form = word
	}
	if rest := len(form) - r.cut; rest < 0 || rest == 0 && r.add == "" || rest < len(form) && !utf8.RuneStart(form[rest]) {
		return form // an edit leaves something, and whole characters
	}
	if r.cut > 0 || r.add != "" {
		add := r.add
		if r.cut == len(form) && r.fold != lowerCase && isCapitalAt(form) {
			add = capital(add)
		}
		form = form[:len(form)-r.cut] + add
	}
	if r.fold == titleCase {
		return capital(strings.ToLower(form))
	}
	return form
}

func isLetterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func isCapitalAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isCapital(r)
}

func isCapital(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) }

// capital gives s a capital at its beginning.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if s == "" || !unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Tag returns the name of the table for a word's tags.
func Tag(upos, xpos string) string {
	if xpos != "ADD" && proper(xpos) && upos != "PROPN" && upos != "" {
		return xpos + "/" + upos
	}
	return xpos
}

// Key returns the form in small letters with straight apostrophes.
func Key(form string) string {
	s := strings.ToLower(form)
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return s
}

// Shape returns how a form is capitalised: "" without capitals, "Aa" with
// one at its beginning, "AA" all capitals, "AAA" more than four of them, "aA"
// otherwise.
func Shape(form string) string {
	first, upper, lower := false, 0, 0
	for i, r := range form {
		switch {
		case isCapital(r):
			upper++
			first = first || i == 0
		case unicode.IsLower(r):
			lower++
		}
	}
	switch {
	case upper == 0:
		return ""
	case lower == 0 && upper > 4:
		return "AAA"
	case lower == 0 && upper > 1:
		return "AA"
	case first && upper == 1:
		return "Aa"
	}
	return "aA"
}

// Edit applies an edit and a case of the table to a form, for cmd/train.
func Edit(form, edit, letters string) string {
	r, err := readRule(edit, false)
	if err != nil {
		return form
	}
	r.fold = letterCases[letters]
	return r.apply(form, Key(form))
}
