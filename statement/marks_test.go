package statement

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"readout/article"
)

// textArticle makes an article of which each line is a paragraph.
func textArticle(text string) *article.Article {
	a := &article.Article{Text: text}
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		if s := strings.TrimSpace(text[at:end]); s != "" {
			from := at + strings.Index(text[at:end], s)
			a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Span: article.Span{Start: from, End: from + len(s)}})
		}
		at = end + 1
	}
	return a
}

// Each text is followed by what the quotations hold, inner ones indented by
// "> ", "…" before one that carries on, "|" behind one left open, "?" before
// one whose beginning is a guess.
func TestQuotations(t *testing.T) {
	for text, want := range map[string][]string{
		`“We agree,” he said. “We do.”`:                         {"We agree,", "We do."},
		`"We agree," he said. "We do."`:                         {"We agree,", "We do."},
		`''We agree,'' he said. ''We do.''`:                     {"We agree,", "We do."},
		"``We agree,'' he said.":                                {"We agree,"},
		`«Nous sommes prêts», said the minister.`:               {"Nous sommes prêts"},
		`« Nous sommes prêts », said the minister.`:             {"Nous sommes prêts"},
		`»Wir sind bereit«, said the minister.`:                 {"Wir sind bereit"},
		`„Wir sind bereit“, said the minister.`:                 {"Wir sind bereit"},
		`”Vi är klara”, said the minister.`:                     {"Vi är klara"},
		`‘We are ready,’ said the minister.`:                    {"We are ready,"},
		`'The ministers' wives came,' he said.`:                 {"The ministers' wives came,"},
		`The ministers’ wives came. It’s the ’90s.`:             nil,
		`'It's done,' he said. 'Let's go.'`:                     {"It's done,", "Let's go."},
		`“He told me ‘never’ and left,” she said.`:              {"He told me ‘never’ and left,", "> never"},
		`'He told me "never" and left,' she said.`:              {`He told me "never" and left,`, "> never"},
		`“She said “no” to it,” he said.`:                       {"She said “no” to it,", "> no"},
		`“We will repair the destroyed infrastructure ”, he sa`: {"We will repair the destroyed infrastructure"},
		`“ We will repair it”, he said.`:                        {"We will repair it"},
		`" We will repair it ", he said.`:                       {"We will repair it"},
		`The loss “would be sad,” he said. It would harm us all. And me too “.`: {
			"would be sad,", "?It would harm us all. And me too"},
		`“We agree, he said. “We do.”`:                                 {"We agree, he said.|", "We do."},
		"“One.\n“Two.”":                                                {"One.|", "…Two."},
		"“One.\nTwo.” He left.":                                        {"One.|", "?…Two."},
		"“One,” he said.\n“Two.”":                                      {"One,", "Two."},
		`They would stay," Let us see who comes".`:                     {"Let us see who comes"},
		`It was 6'2" and 5" wide.`:                                     nil,
		`He called it a “success”.`:                                    {"success"},
		`rock 'n' roll and 'em`:                                        nil,
		`(“so-called”)—“new”—order`:                                    {"so-called", "new"},
		`It would only get worse. We know that all too well” he said.`: {"?We know that all too well"},
	} {
		a := textArticle(text)
		var got []string
		for _, q := range quotations(text, paragraphs(a)) {
			s := strings.Repeat("> ", q.depth)
			if q.bare {
				s += "?"
			}
			if q.carried {
				s += "…"
			}
			s += a.Words(q.inner)
			if q.unclosed {
				s += "|"
			}
			got = append(got, s)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s\n got  %q\n want %q", text, got, want)
		}
	}
}

var quoteRunes = []rune("ab S.,'\"“”‘’«»„`-—…(\n19é?")

func checkQuotations(t interface{ Fatalf(string, ...any) }, text string) {
	qs := quotations(text, paragraphs(textArticle(text)))
	var open []quotation
	for i, q := range qs {
		if q.Start < 0 || q.End > len(text) || q.Empty() || !q.Contains(q.inner) {
			t.Fatalf("%q: span %v, inner %v", text, q.Span, q.inner)
		}
		if !utf8.RuneStart(text[q.Start]) || q.End < len(text) && !utf8.RuneStart(text[q.End]) || strings.Contains(text[q.Start:q.End], "\n") {
			t.Fatalf("%q: %v cuts a character or crosses a line", text, q.Span)
		}
		if i > 0 && q.Start < qs[i-1].Start {
			t.Fatalf("%q: out of order", text)
		}
		for len(open) > 0 && open[len(open)-1].End <= q.Start {
			open = open[:len(open)-1]
		}
		if q.depth != len(open) || len(open) > 0 && !open[len(open)-1].Contains(q.Span) {
			t.Fatalf("%q: %v crosses another or has depth %d, not %d", text, q.Span, q.depth, len(open))
		}
		open = append(open, q)
	}
}

func TestQuotationsOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkQuotations(t, rapid.StringOf(rapid.SampledFrom(quoteRunes)).Draw(t, "text"))
	})
}

func FuzzQuotations(f *testing.F) {
	f.Add("“a ‘b’ c” 'd'\n\"e")
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			checkQuotations(t, text)
		}
	})
}

func BenchmarkQuotationsThousands(b *testing.B) {
	text := strings.Repeat("“a 'b” 'c' \"d e' ", 20000)
	paras := paragraphs(textArticle(text))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		quotations(text, paras)
	}
}
