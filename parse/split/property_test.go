package split

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// checkSplit reports the first promise of Sentences that the sentences of
// an article break.
func checkSplit(a *article.Article, sentences []syntax.Sentence) error {
	covered := make([]int, len(a.Text))
	end, block := 0, -1
	valid := utf8.ValidString(a.Text)
	for i := range sentences {
		s := &sentences[i]
		if s.Block < block || s.Block >= len(a.Blocks) {
			return fmt.Errorf("sentence %d: block %d after %d", i, s.Block, block)
		}
		block = s.Block
		b := a.Blocks[block]
		if !b.Kind.News() {
			return fmt.Errorf("sentence %d in a block of kind %s", i, b.Kind)
		}
		n := len(s.Tokens)
		if n == 0 || n > LongestSentence {
			return fmt.Errorf("sentence %d has %d tokens", i, n)
		}
		if s.Start != s.Tokens[0].Start || s.End != s.Tokens[n-1].End {
			return fmt.Errorf("sentence %d: span %v is not its tokens'", i, s.Span)
		}
		if !b.Contains(s.Span) {
			return fmt.Errorf("sentence %d: span %v crosses block %v", i, s.Span, b.Span)
		}
		for k := range s.Tokens {
			w := &s.Tokens[k]
			if w.Start < end || w.Empty() || w.Form != a.Text[w.Start:w.End] || w.Head != -1 {
				return fmt.Errorf("sentence %d, token %d: %+v", i, k, *w)
			}
			if valid && (!utf8.RuneStart(a.Text[w.Start]) || w.End < len(a.Text) && !utf8.RuneStart(a.Text[w.End])) {
				return fmt.Errorf("sentence %d, token %d cuts a character", i, k)
			}
			if strings.ContainsFunc(w.Form, blank) {
				return fmt.Errorf("sentence %d, token %d: blank in %q", i, k, w.Form)
			}
			end = w.End
			for j := w.Start; j < w.End; j++ {
				covered[j]++
			}
		}
	}
	for _, b := range a.Blocks {
		if b.Start < 0 || b.End > len(a.Text) || b.Start >= b.End {
			continue
		}
		for j, r := range a.Text[b.Start:b.End] {
			want := 1
			if blank(r) || !b.Kind.News() {
				want = 0
			}
			if covered[b.Start+j] != want {
				return fmt.Errorf("%q at %d is in %d tokens", r, b.Start+j, covered[b.Start+j])
			}
		}
	}
	return nil
}

// awkward are the pieces that random texts are made of.
var awkward = []string{
	" ", " ", " ", " ", "\n", "\n\n", "\t", "\u00a0", "\u200b", "\ufeff", "a", "A", "b.", "U.S.", "Gen.", "No.", "etc.", "p.m.",
	".", ".", "..", "...", "…", "!", "?", "?!", ",", ";", ":", "-", "--", "—", "–", "'", "'", "’", "‘", "\"", "“", "”", "«", "»",
	"„", "``", "''", "(", ")", "[", "]", "{", "}", "<", ">", "/", "\\", "@", "#", "$", "€", "%", "&", "*", "+", "=", "_", "~", "|",
	"don't", "can't", "cannot", "gonna", "n't", "'s", "’s", "s'", "O'Neill", "anti-war", "co-", "al-Qaeda", "F-16",
	"1", "23", "1,000", "3.5", "10:30", "9/11", "713-555-0199", "5th", "1990s", "'90s", "5pm", "$5m", "http://", "www.a.com/x",
	"a@b.org", "example.com", "said", "The", "He", "I", "é", "İ", "ß", "中文", "。", "ا", "🎉", "👩‍🚀", "🇫🇷", "́", "\u200d",
	"\u00ad", "\x00", "\x7f", "½", "²", "№", ":-)", "•",
}

func TestSplitProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := &article.Article{}
		kinds := []article.Kind{article.Title, article.Paragraph, article.Caption, article.List}
		var b strings.Builder
		for n := rapid.IntRange(1, 4).Draw(t, "blocks"); n > 0; n-- {
			if b.Len() > 0 {
				b.WriteString("\n\n")
			}
			start := b.Len()
			for _, p := range rapid.SliceOfN(rapid.SampledFrom(awkward), 0, 60).Draw(t, "text") {
				b.WriteString(p)
			}
			if b.Len() > start {
				a.Blocks = append(a.Blocks, article.Block{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"),
					Span: article.Span{Start: start, End: b.Len()}})
			}
		}
		a.Text = b.String()
		if err := checkSplit(a, Sentences(a)); err != nil {
			t.Fatalf("%v\n%q", err, a.Text)
		}
	})
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{
		"The talks failed. “Why?” he asked.", "U.S.-led forces (AP) — J. R. Smith's", "\xff\xfe.\x80 A", "a.a.a.a.", "''''\"\"",
		strings.Repeat("“", 50), "http://((((", "x@", "1-2-3-4", "A.\n\n\nB", "🇫🇷🇫", "don't'n't", "co-1b.a",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := block(text)
		if text == "" {
			a.Blocks = nil
		}
		if err := checkSplit(a, Sentences(a)); err != nil {
			t.Fatalf("%v\n%q", err, text)
		}
	})
}

// TestSplitBadArticle gives Sentences what no intake would make.
func TestSplitBadArticle(t *testing.T) {
	a := &article.Article{Text: "One. Two.", Blocks: []article.Block{
		{Kind: article.Paragraph, Span: article.Span{Start: -1, End: 4}},
		{Kind: article.Paragraph, Span: article.Span{Start: 4, End: 3}},
		{Kind: article.Paragraph, Span: article.Span{Start: 0, End: 99}},
		{Kind: article.Source, Span: article.Span{Start: 0, End: 4}},
		{Kind: article.Paragraph, Span: article.Span{Start: 5, End: 9}},
	}}
	got := Sentences(a)
	if len(got) != 1 || got[0].Block != 4 || got[0].Tokens[0].Form != "Two" {
		t.Errorf("got %+v", got)
	}
	if got := Sentences(&article.Article{}); len(got) != 0 {
		t.Errorf("empty article: %+v", got)
	}
}

// TestSplitLinear holds the time of Sentences linear in texts made to be hard.
func TestSplitLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	units := []string{
		"a.a.a.", "a.", "ab.", "a", "A", ".", "…", "'", "''", "\"", "“", "”", "“ ", "\" ", "(", ")", "-", "a-", "anti-", "1-", "1-1",
		"1,", "1:", "1.", "1/", "'s", "n't", "a's", "'9", "@", "a@", "@a", "http://", "www.", "www.a", "a/", "://", "#a", "$", "&a",
		"a&", "A&", "A&A ", "A$", "A.  ", "👩\u200d", "🇫", "é", "́", "? ", "A. ", "\xff", "x.com", "a.b.cd", "U.S.", "Gen. ", "\n", "• ", "—", ":-)", ":", "5pm", "\u200b",
	}
	for _, unit := range units {

		const size = 1 << 18
		text := strings.Repeat(unit, size/len(unit))
		start := time.Now()
		sentences := Sentences(block(text))
		if took := time.Since(start); took > 2*time.Second && !splitsLinear(unit, size) {
			t.Errorf("%q: %v for 256 KB, and more than 64 times as long as for a sixteenth", unit, took)
		}
		if err := checkSplit(block(text), sentences); err != nil {
			t.Errorf("%q: %v", unit, err)
		}
	}
}

// splitsLinear reports whether the time of Sentences grows with the length of a
// text, in one of a few tries: a busy machine slows some of them. What grows
// with the square takes 256 times as long for the whole as for a sixteenth.
func splitsLinear(unit string, size int) bool {
	took := func(size int) time.Duration {
		b := block(strings.Repeat(unit, size/len(unit)))
		start := time.Now()
		Sentences(b)
		return time.Since(start)
	}
	for range 5 {
		part := took(size / 16)
		if took(size) <= 64*part {
			return true
		}
	}
	return false
}

// The embedded abbreviations must read without a fault, since Sentences cannot
// return one.
func TestEmbeddedAbbreviations(t *testing.T) {
	if _, err := lexicon.EmbeddedAbbreviations(); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkSplit(b *testing.B) {
	const paragraph = "GENEVA (AP) — President Vega met his rival, Gen. Ibrahim Hassan, on Wednesday for talks that the U.S. called useful. " +
		"“We don't expect much,” said Maria Lopez, a 45-year-old diplomat who worked on the $1.5bn deal in 2015. " +
		"The two leaders agreed to return their ambassadors, officials said, and to begin consultations on arms control by Jan. 5. " +
		"‘Nobody will leave’, he told reporters in the country's capital. It wasn't clear what would follow."
	a := &article.Article{}
	for len(a.Text) < 100<<10 {
		start := len(a.Text)
		a.Text += paragraph + "\n\n"
		a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Span: article.Span{Start: start, End: start + len(paragraph)}})
	}
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Sentences(a)
	}
}
