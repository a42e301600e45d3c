package page_test

import (
	"strings"
	"testing"

	"readout"
	"readout/article"
)

// TestElsewhere: a claim and its denial in another article lead to each other,
// and the day tells of them.
func TestElsewhere(t *testing.T) {
	reader, err := readout.NewReader(readout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := emptyStore(t)
	for id, text := range map[string]string{
		"claim":  "The United States accused Russia of hacking its power grid on Friday.",
		"denial": "Russia rejected the accusations of cyberattacks by the United States on Saturday.",
	} {
		a := &article.Article{ID: id, Text: text, Published: map[string]string{"claim": "2031-05-02", "denial": "2031-05-03"}[id], Publisher: "The " + id + " post"}
		a.Blocks = []article.Block{{Kind: article.Paragraph, Span: article.Span{Start: 0, End: len(text)}}}
		r, err := reader.Read(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		put(t, s, r)
	}
	h := desk(t, s)
	for address, want := range map[string][]string{
		"/events/claim/ev1":  {"In other articles", "contradicted by", `href="/events/denial/ev1"`, "The denial post"},
		"/events/denial/ev1": {"In other articles", "contradicts", `href="/events/claim/ev1"`},
		"/days/2031-05-03":   {"Russia denies: ", `href="/events/denial/ev1"`},
	} {
		got := get(t, h, address, 200)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s lacks %q:\n%s", address, w, got)
			}
		}
	}
}
