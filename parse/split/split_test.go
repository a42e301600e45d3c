package split

import (
	"os"
	"strings"
	"testing"

	"readout/article"
	"readout/syntax"
)

// block makes an article of one paragraph.
func block(text string) *article.Article {
	return &article.Article{ID: "t", Text: text, Blocks: []article.Block{
		{Kind: article.Paragraph, Span: article.Span{Start: 0, End: len(text)}}}}
}

// marked writes sentences as testdata/split.txt has them.
func marked(text string, sentences []syntax.Sentence) string {
	var b strings.Builder
	end := 0
	for i := range sentences {
		for k, w := range sentences[i].Tokens {
			gap := strings.ReplaceAll(text[end:w.Start], "\n", "↵")
			switch {
			case i > 0 && k == 0 && gap == "":
				b.WriteString("‖")
			case i > 0 && k == 0 && strings.HasSuffix(gap, " "):
				b.WriteString(gap + "‖ ")
			case i > 0 && k == 0:
				b.WriteString(gap + "‖")
			case gap == "" && end > 0:
				b.WriteString("·")
			default:
				b.WriteString(gap)
			}
			b.WriteString(w.Form)
			end = w.End
		}
	}
	return b.String()
}

func TestSplitNews(t *testing.T) {
	file, err := os.ReadFile("testdata/split.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for i, want := range strings.Split(string(file), "\n") {
		if want == "" || strings.HasPrefix(want, "# ") || want == "#" {
			continue
		}
		cases++
		text := strings.NewReplacer("‖ ", "", "‖", "", "·", "", "↵", "\n").Replace(want)
		if got := marked(text, Sentences(block(text))); got != want {
			t.Errorf("line %d\n got %s\nwant %s", i+1, got, want)
		}
	}
	if cases < 150 {
		t.Errorf("only %d cases", cases)
	}
	t.Logf("%d cases", cases)
}
