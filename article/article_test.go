package article

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestOffsets: a point is the number of code points before the byte, wherever
// the byte lies and however the text is made.
func TestOffsets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("aé漢🙂“ \n")), 0, 700, -1).Draw(t, "text")
		o := NewOffsets(text)
		for i := 0; i <= len(text); i++ {
			if onRune(text, i) {
				if got, want := o.Point(i), utf8.RuneCountInString(text[:i]); got != want {
					t.Fatalf("Point(%d) = %d, want %d in %q", i, got, want, text)
				}
			}
		}
	})
}

func TestSpan(t *testing.T) {
	a, b := Span{2, 5}, Span{5, 9}
	if a.Overlaps(b) || !a.Overlaps(Span{4, 5}) || !a.Contains(Span{2, 2}) || a.Contains(b) {
		t.Error("half-open bounds are broken")
	}
	if got := a.Cover(b); got != (Span{2, 9}) {
		t.Errorf("Cover = %v", got)
	}
	if got := a.Cover(Span{}); got != a {
		t.Errorf("an empty span widened the other: %v", got)
	}
}

func TestBlockAt(t *testing.T) {
	a := &Article{Text: "One.\n\nTwo.", Blocks: []Block{{Title, Span{0, 4}}, {Paragraph, Span{6, 10}}}}
	for at, want := range map[int]int{0: 0, 3: 0, 4: -1, 5: -1, 6: 1, 9: 1, 10: -1} {
		if got := a.BlockAt(at); got != want {
			t.Errorf("BlockAt(%d) = %d, want %d", at, got, want)
		}
	}
	if err := a.Check(); err != nil {
		t.Error(err)
	}
	if p := a.Passage(Span{6, 9}); p.Words != "Two" {
		t.Errorf("Passage = %q", p.Words)
	}
}
