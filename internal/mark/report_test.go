package mark

import (
	"bytes"
	"strings"
	"testing"

	"readout/record"
)

func TestReport(t *testing.T) {
	text := "Oslo \x1b[31mmet\u202e Rome, “yes” it said."
	r := &record.Record{
		Article:    record.Article{ID: "a", Title: "A title\nin two lines", Published: "2021-06-16", Text: text},
		Sentences:  []record.Sentence{{ID: "s1", Span: record.Span{Start: 0, End: 34}}},
		Entities:   []record.Entity{{ID: "e1", Name: "Norway", Country: "NOR"}, {ID: "e2", Name: "Italy", Country: "ITA"}},
		Statements: []record.Statement{{ID: "st1", Kind: "direct", Speaker: "e2", CoSpeakers: []string{"e1"}, Content: []record.Span{{Start: 21, End: 26}}, Sentence: "s1"}},
		Events: []record.Event{{ID: "ev1", Type: "CONSULT", Quad: 1, Actors: []string{"e1", "e2"}, Date: &record.Date{Value: "2021-06-16"},
			Trigger: record.Span{Start: 10, End: 13}, Sentence: "s1", Rule: "x", AccordingTo: "st1", Aux: []string{"negation"}}},
		Warnings: []string{"beware"},
	}
	var out bytes.Buffer
	if err := Report(&out, r); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"A title in two lines\n2021-06-16\n", "2021-06-16 · Norway and Italy → CONSULT (negation) · according to Italy and Norway",
		"[met] Rome", "Italy and Norway · direct\n      “yes”", "warning: beware", "1 event: 1 cooperative"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	if strings.ContainsAny(out.String(), "\x1b\u202e") {
		t.Error("a hostile text can reach the terminal")
	}
	for _, line := range strings.Split(out.String(), "\n") {
		if len([]rune(line)) > width {
			t.Errorf("line of %d columns", len([]rune(line)))
		}
	}
}

// FuzzReport: no text breaks the report, and none of its control characters
// reach the terminal.
func FuzzReport(f *testing.F) {
	f.Add("Oslo met Rome.", 5, 8)
	f.Add("“é\x00\u2066漢", 1, 3)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		text = strings.ToValidUTF8(text, "?")
		n := len([]rune(text))
		if start < 0 || end <= start || end > n {
			return
		}
		r := &record.Record{Article: record.Article{ID: "a", Text: text}, Sentences: []record.Sentence{{ID: "s1", Span: record.Span{End: n}}},
			Events: []record.Event{{ID: "ev1", Type: "CONSULT", Trigger: record.Span{Start: start, End: end}, Sentence: "s1"}}}
		var out bytes.Buffer
		if err := Report(&out, r); err != nil {
			t.Fatal(err)
		}
		for _, c := range out.String() {
			if c < ' ' && c != '\n' || c == 0x7f || c >= 0x202a && c <= 0x202e {
				t.Fatalf("control character %U in the report", c)
			}
		}
	})
}
