package split

import (
	"testing"

	"readout/article"
)

// Datelines that name their agency in brackets are cut off; brackets behind a
// name in a sentence are not.
func TestAgencyLine(t *testing.T) {
	for text, want := range map[string]string{
		"Bern/Vienna (dpa) – The two ministers met on Monday.":                      "The two ministers met on Monday.",
		"LIMA / QUITO, Apr 9 (Agencies).- The president left for Chile.":            "The president left for Chile.",
		"Hanoi, May 3 (Reporter Li Na) The premier met his guest.":                  "The premier met his guest.",
		"Eva Horn (CDU) – the party's deputy leader – resigned on Monday.":          "Eva Horn (CDU) – the party's deputy leader – resigned on Monday.",
		"Eva Horn (CDU) met the envoy.":                                             "Eva Horn (CDU) met the envoy.",
		"On May 3 (Monday) Chinese ships left the port.":                            "On May 3 (Monday) Chinese ships left the port.",
		"Police said (as before) that – so far – nobody had been hurt in the town.": "Police said (as before) that – so far – nobody had been hurt in the town.",
	} {
		a := &article.Article{Text: text, Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{End: len(text)}}}}
		s := Sentences(a)
		last := s[len(s)-1]
		if got := text[last.Start:last.End]; got != want {
			t.Errorf("%q: the report begins at %q, want %q", text, got, want)
		}
	}
}
