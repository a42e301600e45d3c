package score

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"readout/syntax"
)

// A CoNLLUScore is precision, recall and F1 of one metric, as counts.
type CoNLLUScore struct {
	Gold, System, Correct int
	// Aligned is the number of aligned words, for the metrics over words.
	Aligned int
}

// Precision returns correct over system, 0 when there is none.
func (s CoNLLUScore) Precision() float64 { return quotient(s.Correct, s.System) }

// Recall returns correct over gold, 0 when there is none.
func (s CoNLLUScore) Recall() float64 { return quotient(s.Correct, s.Gold) }

// F1 returns the harmonic mean of precision and recall.
func (s CoNLLUScore) F1() float64 { return quotient(2*s.Correct, s.Gold+s.System) }

// AlignedAccuracy returns correct over aligned words.
func (s CoNLLUScore) AlignedAccuracy() float64 { return quotient(s.Correct, s.Aligned) }

func quotient(n, d int) float64 {
	if d == 0 {
		return 0
	}
	return float64(n) / float64(d)
}

// CoNLLUScores are the metrics of the CoNLL 2018 shared task.
type CoNLLUScores struct {
	Tokens, Sentences, Words            CoNLLUScore
	UPOS, XPOS, UFeats, AllTags, Lemmas CoNLLUScore
	UAS, LAS                            CoNLLUScore
}

// ErrDifferentText is in the chain of CoNLLU's error when the words of gold
// and system do not spell the same characters.
var ErrDifferentText = errors.New("gold and system differ in their characters")

// CoNLLU compares two CoNLL-U files by the definition of the CoNLL 2018 shared
// task (conll18_ud_eval.py, Zeman et al. 2018): tokens and sentences match by
// the characters they cover, white space left out; words match so too, inside
// multiword tokens by the longest common subsequence of their forms; relations
// are compared without subtypes, features only the universal ones. A gold lemma
// of "_" matches every lemma. Both trees must have one root and no cycle where
// they have heads at all.
func CoNLLU(gold, system io.Reader) (*CoNLLUScores, error) {
	g, err := readCoNLLU(gold)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	s, err := readCoNLLU(system)
	if err != nil {
		return nil, fmt.Errorf("system: %w", err)
	}
	if i := firstDifference(g.chars, s.chars); i >= 0 {
		return nil, fmt.Errorf("%w: at character %d gold has %q, system %q", ErrDifferentText, i,
			runesFrom(g.chars, i), runesFrom(s.chars, i))
	}
	pairs := alignWords(g.words, s.words)
	count := func(eq func(g, s *evalWord) bool) CoNLLUScore {
		c := CoNLLUScore{Gold: len(g.words), System: len(s.words), Aligned: len(pairs)}
		for _, p := range pairs {
			if eq == nil || eq(&g.words[p.gold], &s.words[p.system]) {
				c.Correct++
			}
		}
		return c
	}
	upos := func(g, s *evalWord) bool { return g.token.UPos == s.token.UPos }
	xpos := func(g, s *evalWord) bool { return g.token.XPos == s.token.XPos }
	feats := func(g, s *evalWord) bool { return g.feats == s.feats }
	// toGold maps a system word to its gold partner, or -1.
	toGold := make([]int, len(s.words))
	for i := range toGold {
		toGold[i] = -1
	}
	for _, p := range pairs {
		toGold[p.system] = p.gold
	}
	head := func(g, s *evalWord) bool {
		if g.head < 0 || s.head < 0 {
			return g.head < 0 && s.head < 0
		}
		return toGold[s.head] == g.head
	}
	return &CoNLLUScores{
		Tokens:    spanScore(g.tokens, s.tokens),
		Sentences: spanScore(g.sentences, s.sentences),
		Words:     count(nil),
		UPOS:      count(upos),
		XPOS:      count(xpos),
		UFeats:    count(feats),
		AllTags:   count(func(g, s *evalWord) bool { return upos(g, s) && xpos(g, s) && feats(g, s) }),
		Lemmas: count(func(g, s *evalWord) bool {
			return g.token.Lemma == "" || g.token.Lemma == s.token.Lemma
		}),
		UAS: count(head),
		LAS: count(func(g, s *evalWord) bool { return head(g, s) && g.rel == s.rel }),
	}, nil
}

// charSpan is a range of characters that are not white space.
type charSpan struct{ start, end int }

type evalWord struct {
	charSpan
	token *syntax.Token
	multi bool // inside a multiword token, whose charSpan it has
	head  int  // index of the head among all words, -1 for the root
	rel   string
	feats string
	form  string
}

type conlluText struct {
	chars             []rune
	tokens, sentences []charSpan
	words             []evalWord
}

func readCoNLLU(r io.Reader) (*conlluText, error) {
	a := &conlluText{}
	err := syntax.ScanCoNLLU(r, func(c *syntax.CoNLLU) error {
		if err := checkTree(c); err != nil {
			return fmt.Errorf("sentence at line %d: %w", c.Line, err)
		}
		a.add(c)
		return nil
	})
	return a, err
}

func (a *conlluText) add(c *syntax.CoNLLU) {
	first, base := len(a.chars), len(a.words)
	ranges := c.Ranges
	for i := 0; i < len(c.Tokens); {
		last, span := i+1, c.Tokens[i].Span
		multi := len(ranges) > 0 && ranges[0].First == i
		if multi {
			last, span = ranges[0].Last, ranges[0].Span
			ranges = ranges[1:]
		}
		start := len(a.chars)
		for _, r := range c.Text[span.Start:span.End] {
			if !unicode.IsSpace(r) {
				a.chars = append(a.chars, r)
			}
		}
		e := charSpan{start, len(a.chars)}
		a.tokens = append(a.tokens, e)
		for ; i < last; i++ {
			t := &c.Tokens[i]
			head := t.Head
			if head >= 0 {
				head += base
			}
			a.words = append(a.words, evalWord{charSpan: e, token: t, multi: multi, head: head,
				rel: t.Base(), feats: universalFeats(t.Feats), form: strings.ToLower(t.Form)})
		}
	}
	a.sentences = append(a.sentences, charSpan{first, len(a.chars)})
}

// checkTree reports a tree with several roots or a cycle; a sentence without
// any relation is not parsed and passes.
func checkTree(c *syntax.CoNLLU) error {
	roots, parsed := 0, false
	for i := range c.Tokens {
		if c.Tokens[i].Head < 0 {
			roots++
		}
		parsed = parsed || c.Tokens[i].Rel != ""
	}
	if !parsed {
		return nil
	}
	if roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	state := make([]byte, len(c.Tokens)) // 1: on the path, 2: reaches the root
	for i := range c.Tokens {
		j := i
		for j >= 0 && state[j] == 0 {
			state[j] = 1
			j = c.Tokens[j].Head
		}
		if j >= 0 && state[j] == 1 {
			return fmt.Errorf("cycle at word %d", j+1)
		}
		for j = i; j >= 0 && state[j] == 1; j = c.Tokens[j].Head {
			state[j] = 2
		}
	}
	return nil
}

var universalNames = []string{
	"PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case",
	"Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
}

// universalFeats keeps the universal features, sorted.
func universalFeats(feats string) string {
	if feats == "" {
		return ""
	}
	all := strings.Split(feats, "|")
	kept := all[:0]
	for _, f := range all {
		name, _, _ := strings.Cut(f, "=")
		if slices.Contains(universalNames, name) {
			kept = append(kept, f)
		}
	}
	slices.Sort(kept)
	return strings.Join(kept, "|")
}

func spanScore(gold, system []charSpan) CoNLLUScore {
	s := CoNLLUScore{Gold: len(gold), System: len(system)}
	for i, j := 0, 0; i < len(gold) && j < len(system); {
		switch {
		case system[j].start < gold[i].start:
			j++
		case gold[i].start < system[j].start:
			i++
		default:
			if gold[i].end == system[j].end {
				s.Correct++
			}
			i++
			j++
		}
	}
	return s
}

func firstDifference(a, b []rune) int {
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return i
		}
	}
	if len(b) > len(a) {
		return len(a)
	}
	return -1
}

func runesFrom(r []rune, i int) string { return string(r[i:min(i+20, len(r))]) }
