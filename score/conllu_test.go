package score

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// conlluSentence makes a CoNLL-U sentence; an item of several words is a multiword
// token with its surface before its words.
func conlluSentence(items []string) string {
	var b strings.Builder
	n := 0
	row := func(id, form string) {
		head := n - 1
		fmt.Fprintf(&b, "%s\t%s\t_\t_\t_\t_\t%d\troot\t_\t_\n", id, form, head)
	}
	for _, it := range items {
		parts := strings.Fields(it)
		if len(parts) > 1 {
			fmt.Fprintf(&b, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n", n+1, n+len(parts)-1, parts[0])
			parts = parts[1:]
		}
		for _, w := range parts {
			n++
			row(fmt.Sprint(n), w)
		}
	}
	return b.String() + "\n"
}

// The cases are those of the shared task's own test of its alignment.
func TestCoNLLUAlignment(t *testing.T) {
	for _, c := range []struct {
		gold, system []string
		correct      int
	}{
		{[]string{"a"}, []string{"a"}, 1},
		{[]string{"a", "b", "c"}, []string{"a", "b", "c"}, 3},
		{[]string{"abc a b c"}, []string{"a", "b", "c"}, 3},
		{[]string{"a", "bc b c", "d"}, []string{"a", "b", "c", "d"}, 4},
		{[]string{"abcd a b c d"}, []string{"ab a b", "cd c d"}, 4},
		{[]string{"abc a b c", "de d e"}, []string{"a", "bcd b c d", "e"}, 5},
		{[]string{"abcd"}, []string{"a", "b", "c", "d"}, 0},
		{[]string{"abc", "d"}, []string{"a", "b", "c", "d"}, 1},
		{[]string{"a", "bc", "d"}, []string{"a", "b", "c", "d"}, 2},
		{[]string{"a", "bc b c", "d"}, []string{"a", "b", "cd"}, 2},
		{[]string{"abc a BX c", "def d EX f"}, []string{"ab a b", "cd c d", "ef e f"}, 4},
		{[]string{"ab a b", "cd bc d"}, []string{"a", "bc", "d"}, 2},
		{[]string{"a", "bc b c", "d"}, []string{"ab AX BX", "cd CX a"}, 1},
	} {
		g, s := conlluSentence(c.gold), conlluSentence(c.system)
		got, err := CoNLLU(strings.NewReader(g), strings.NewReader(s))
		if err != nil {
			t.Errorf("%v, %v: %v", c.gold, c.system, err)
			continue
		}
		if got.Words.Correct != c.correct {
			t.Errorf("%v, %v: %d words right, want %d", c.gold, c.system, got.Words.Correct, c.correct)
		}
	}
}

const goldCoNLLU = `# text = He left. They can't go.
1	He	he	PRON	PRP	Case=Nom|Number=Sing	2	nsubj	_	_
2	left	leave	VERB	VBD	Mood=Ind|Typo=Yes	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	_	VERB	VB	_	0	root:x	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

`

const systemCoNLLU = `1	He	he	PRON	PRP	Number=Sing|Case=Nom	2	nsubj:pass	_	_
2	left	leave	VERB	VBN	Mood=Ind	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_
4	They	they	PRON	PRP	_	2	nsubj	_	_
5	ca	can	AUX	MD	_	7	aux	_	SpaceAfter=No
6	n't	n't	PART	RB	_	7	advmod	_	_
7	go	GO	VERB	VB	_	2	conj	_	SpaceAfter=No
8	.	.	PUNCT	.	_	7	punct	_	_

`

func TestCoNLLUScores(t *testing.T) {
	got, err := CoNLLU(strings.NewReader(goldCoNLLU), strings.NewReader(systemCoNLLU))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name                  string
		score                 CoNLLUScore
		gold, system, correct int
	}{
		{"Tokens", got.Tokens, 7, 8, 6},
		{"Sentences", got.Sentences, 2, 1, 0},
		{"Words", got.Words, 8, 8, 8},
		{"UPOS", got.UPOS, 8, 8, 8},
		{"XPOS", got.XPOS, 8, 8, 7},
		{"UFeats", got.UFeats, 8, 8, 8},
		{"Lemmas", got.Lemmas, 8, 8, 7}, // n't; a gold lemma of "_" fits all
		{"UAS", got.UAS, 8, 8, 6},       // They, go
		{"LAS", got.LAS, 8, 8, 6},
	} {
		if c.score.Gold != c.gold || c.score.System != c.system || c.score.Correct != c.correct {
			t.Errorf("%s: %+v, want %d of %d gold, %d system", c.name, c.score, c.correct, c.gold, c.system)
		}
	}
	if p, r, f := got.Tokens.Precision(), got.Tokens.Recall(), got.Tokens.F1(); p != 0.75 || r != 6.0/7 || f != 0.8 {
		t.Errorf("tokens: %v %v %v", p, r, f)
	}
	var b bytes.Buffer
	if err := got.WriteTable(&b); err != nil {
		t.Fatal(err)
	}
	const line = "Lemmas     |     87.50 |     87.50 |     87.50 |     87.50\n"
	if !strings.Contains(b.String(), line) {
		t.Errorf("table:\n%s\nwant a line\n%s", b.String(), line)
	}
}

func TestCoNLLUFaults(t *testing.T) {
	one := func(rows string) string { return rows + "\n\n" }
	good := one("1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n2\tb\t_\t_\t_\t_\t1\tdep\t_\t_")
	for _, c := range []struct{ gold, system, want string }{
		{good, one("1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n2\tc\t_\t_\t_\t_\t1\tdep\t_\t_"), `gold has "b", system "c"`},
		{good, one("1\ta\t_\t_\t_\t_\t0\troot\t_\t_"), "gold and system differ"},
		{good, one("1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n2\tb\t_\t_\t_\t_\t0\troot\t_\t_"), "system: sentence at line 1: 2 roots"},
		{one("1\ta\t_\t_\t_\t_\t2\tdep\t_\t_\n2\tb\t_\t_\t_\t_\t1\tdep\t_\t_\n3\tc\t_\t_\t_\t_\t0\troot\t_\t_"), good, "gold: sentence at line 1: cycle"},
		{good, "1\ta\n", "system: CoNLL-U line 1: 2 columns"},
	} {
		_, err := CoNLLU(strings.NewReader(c.gold), strings.NewReader(c.system))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %q", err, c.want)
		}
	}
	_, err := CoNLLU(strings.NewReader(good), strings.NewReader(""))
	if !errors.Is(err, ErrDifferentText) {
		t.Errorf("error %v", err)
	}
}
