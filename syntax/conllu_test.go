package syntax

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"readout/article"
)

const sample = `# newdoc id = d1
# newpar
# block = title
# sent_id = d1-1
# text = Envoys can't leave.
1	Envoys	envoy	NOUN	NNS	Number=Plur	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	VerbForm=Fin	4	aux	_	_
3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
4	leave	leave	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# block = paragraph
# sent_id = d1-2
# text = Russia's Vega left.
1-2	Russia's	_	_	_	_	_	_	_	_
1	Russia	Russia	PROPN	NNP	Number=Sing	3	nmod:poss	_	Name=B-place
2	's	's	PART	POS	_	1	case	_	_
3	Vega	Vega	PROPN	NNP	Number=Sing	4	nsubj	_	Name=B-person
4	left	leave	VERB	VBD	Mood=Ind|Tense=Past|VerbForm=Fin	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No

# sent_id = d1-3
# text = “Now Jane Roe can.
1	“	"	PUNCT	` + "``" + `	_	3	punct	_	SpaceAfter=No
2	Now	now	ADV	RB	_	5	advmod	_	_
3	Jane	Jane	PROPN	NNP	Number=Sing	5	nsubj	_	Name=B-person
4	Roe	Roe	PROPN	NNP	Number=Sing	3	flat	_	Name=I-person
5	can	can	AUX	MD	VerbForm=Fin	0	root	_	SpaceAfter=No
6	.	.	PUNCT	.	_	5	punct	_	_

`

func TestDocumentRoundTrip(t *testing.T) {
	var docs []*Document
	if err := ReadDocuments(strings.NewReader(sample), func(d *Document) error {
		docs = append(docs, d)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(docs) != 1 {
		t.Fatalf("%d documents", len(docs))
	}
	d := docs[0]
	if err := d.Article.Check(); err != nil {
		t.Error(err)
	}
	if want := "Envoys can't leave.\n\nRussia's Vega left.“Now Jane Roe can."; d.Article.Text != want {
		t.Errorf("text %q, want %q", d.Article.Text, want)
	}
	if k := d.Article.Blocks[0].Kind; k != article.Title || len(d.Article.Blocks) != 2 {
		t.Errorf("blocks %v", d.Article.Blocks)
	}
	for i, s := range d.Sentences {
		for k, w := range s.Tokens {
			if d.Article.Words(w.Span) != w.Form {
				t.Errorf("sentence %d, token %d: %q at its span, form %q", i, k, d.Article.Words(w.Span), w.Form)
			}
		}
	}
	if want := []Name{{2, 4, Person}}; !reflect.DeepEqual(d.Sentences[2].Names, want) {
		t.Errorf("names %v, want %v", d.Sentences[2].Names, want)
	}
	var b bytes.Buffer
	if err := WriteCoNLLU(&b, d); err != nil {
		t.Fatal(err)
	}
	if b.String() != sample {
		t.Errorf("written:\n%s\nwant:\n%s", b.String(), sample)
	}
}

func TestScanCoNLLU(t *testing.T) {
	const text = "\ufeff# sent_id = x\r\n" +
		"# newpar\r\n" +
		"1\tdu\tde\tADP\tIN\t_\t2\tcase\t_\t_\r\n" +
		"1.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_\r\n" +
		"2-3\tau\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|X=1\r\n" +
		"2\tà\tà\tADP\t_\t_\t0\troot\t_\tA=b\r\n" +
		"3\tle\t_\tDET\t_\t_\t_\t_\t_\t_\r\n" +
		"4\t_\t_\tSYM\t_\t_\t2\tdep\t_\t_"
	var got []*CoNLLU
	err := ScanCoNLLU(strings.NewReader(text), func(c *CoNLLU) error {
		got = append(got, c)
		return nil
	})
	if err != nil || len(got) != 1 {
		t.Fatalf("%d sentences, error %v", len(got), err)
	}
	c := got[0]
	if c.Text != "du au_" || c.Line != 1 || !c.Space || len(c.Tokens) != 4 {
		t.Errorf("%+v", c)
	}
	if v, ok := c.Comment("sent_id"); !ok || v != "x" {
		t.Errorf("sent_id %q %v", v, ok)
	}
	if v, ok := c.Comment("newpar"); !ok || v != "" {
		t.Errorf("newpar %q %v", v, ok)
	}
	if _, ok := c.Comment("sent"); ok {
		t.Error("a key's beginning passes for the key")
	}
	if want := []Range{{1, 3, article.Span{Start: 3, End: 5}, "SpaceAfter=No|X=1"}}; !reflect.DeepEqual(c.Ranges, want) {
		t.Errorf("ranges %v, want %v", c.Ranges, want)
	}
	if a, b := c.Tokens[1].Span, c.Tokens[2].Span; a.Start != 3 || a.End != b.Start || b.End != 5 {
		t.Errorf("words of au at %v, %v", a, b)
	}
	if w := c.Tokens[3]; w.Lemma != "_" || w.Head != 1 {
		t.Errorf("%+v", w)
	}
	if w := c.Tokens[2]; w.Head != -1 || w.Rel != "" || w.Lemma != "" {
		t.Errorf("%+v", w)
	}
	if !reflect.DeepEqual(c.Misc, []string{"", "A=b", "", ""}) {
		t.Errorf("misc %q", c.Misc)
	}
}

func TestCoNLLUFaults(t *testing.T) {
	row := func(id, head string) string { return id + "\ta\ta\tX\tX\t_\t" + head + "\tdep\t_\t_\n" }
	for _, c := range []struct{ text, want string }{
		{"1\ta\n", "line 1: 2 columns"},
		{"1\ta\t\t\t\t\t\t\t\t\t\n", "line 1: more than 10 columns"},
		{"1\t\ta\tX\tX\t_\t0\tdep\t_\t_\n", "line 1: empty word"},
		{row("1", "0") + row("3", "0"), `line 2: word id "3", want 2`},
		{row("1", "x"), `line 1: bad head "x"`},
		{row("1", "-1"), `line 1: bad head "-1"`},
		{row("1", "2") + "\n", "line 2: word 1 has head 2 of 1 words"},
		{row("1", "1") + "\n", "line 2: word 1 has head 1 of 1 words"},
		{row("1", "0") + "# late\n", "line 2: comment inside a sentence"},
		{"2-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 1: range 2-3 out of order"},
		{"2-1\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", `line 1: bad range "2-1"`},
		{"1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n" + row("1", "0") + "\n", "line 3: multiword token ends at word 3 of 1"},
		{"# \xff\n", "line 1: not valid UTF-8"},
	} {
		err := ReadCoNLLU(strings.NewReader(c.text), func(Sentence) error { return nil })
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.text, err, c.want)
		}
	}
	stop := errors.New("stop")
	if err := ReadCoNLLU(strings.NewReader(row("1", "0")), func(Sentence) error { return stop }); err != stop {
		t.Errorf("error of yield came back as %v", err)
	}
}

// Whatever can be read can be written and read again as the same.
func FuzzCoNLLU(f *testing.F) {
	f.Add(sample)
	f.Add("1-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n2\tb\t_\t_\t_\t_\t1\tdep\t_\t_\n")
	f.Fuzz(func(t *testing.T, text string) {
		var first []*Document
		if ReadDocuments(strings.NewReader(text), func(d *Document) error {
			first = append(first, d)
			return nil
		}) != nil {
			return
		}
		for _, d := range first {
			if err := d.Article.Check(); err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := WriteCoNLLU(&b, d); err != nil {
				t.Fatal(err)
			}
			n := 0
			err := ReadCoNLLU(&b, func(s Sentence) error {
				if len(s.Tokens) != len(d.Sentences[n].Tokens) {
					t.Errorf("sentence %d has %d tokens, had %d", n, len(s.Tokens), len(d.Sentences[n].Tokens))
				}
				n++
				return nil
			})
			if err != nil || n != len(d.Sentences) {
				t.Fatalf("%d of %d sentences, error %v", n, len(d.Sentences), err)
			}
		}
	})
}

func TestTreebankRoundTrip(t *testing.T) {
	dir := os.Getenv("READOUT_DATA")
	if dir == "" {
		dir = "../../shared/data"
	}
	gold, err := os.ReadFile(filepath.Join(dir, "treebank", "ewt-dev.conllu"))
	if os.IsNotExist(err) {
		t.Skipf("no treebank: %v; set READOUT_DATA", err)
	} else if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	var want []Sentence
	if err := ReadDocuments(bytes.NewReader(gold), func(d *Document) error {
		want = append(want, d.Sentences...)
		return WriteCoNLLU(&b, d)
	}); err != nil {
		t.Fatal(err)
	}
	var got []Sentence
	if err := ReadDocuments(&b, func(d *Document) error {
		got = append(got, d.Sentences...)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(want) != 2001 || !reflect.DeepEqual(got, want) {
		t.Errorf("%d sentences came back from %d, or not the same", len(got), len(want))
	}
}

func BenchmarkScanCoNLLU(b *testing.B) {
	text := strings.Repeat(sample, 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := ReadCoNLLU(strings.NewReader(text), func(Sentence) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
