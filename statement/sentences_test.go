package statement

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSentences reads testdata/sentences.txt: texts of a line, a paragraph
// each " ¶ " apart, each with all that is said in it: "> speakers | source | cue
// | content", with "-" for nothing and "<" at the head of one within another.
func TestSentences(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "sentences.txt"))
	if err != nil {
		t.Fatal(err)
	}
	reader := newTextReader(t)
	text, want := "", []string{}
	check := func() {
		if text == "" {
			return
		}
		r := reader.read(t, textArticle(strings.ReplaceAll(text, " ¶ ", "\n\n")))
		var got []string
		for i := range r.list {
			got = append(got, r.line(&r.list[i]))
		}
		if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
			t.Errorf("%s\n got:\n%s\n want:\n%s", text, g, w)
		}
		text, want = "", nil
	}
	for _, l := range strings.Split(string(b), "\n") {
		switch {
		case l == "" || strings.HasPrefix(l, "#"):
		case strings.HasPrefix(l, "> "):
			want = append(want, l)
		default:
			check()
			text = l
		}
	}
	check()
}

// line is a statement as testdata/sentences.txt has it.
func (r readText) line(s *Statement) string {
	words := func(w string) string {
		if w == "" {
			return "-"
		}
		return w
	}
	head := "> "
	if s.Within >= 0 {
		head = "> < "
	}
	return head + strings.Join([]string{r.who(s), words(r.Words(s.Source)), words(r.Words(s.Cue)), r.content(s)}, " | ")
}
