package event

import (
	"strings"
	"testing"
)

// linked reads a text and writes its links as "kind from>to", by type.
func linked(r *reader, text string) string {
	a := r.analyse(text, "2021-06-16")
	events := r.events.Dedupe(a.Document, a.Cast, r.events.Find(a.Document, a.Cast, a.Times, nil))
	var out []string
	for _, l := range r.events.Relate(a.Document, a.Cast, events) {
		out = append(out, l.Kind+" "+events[l.From].Type+">"+events[l.To].Type+" "+a.Document.Article.Words(l.Cue))
	}
	return strings.Join(out, "; ")
}

func TestRelate(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"Poland expelled two Russian diplomats on Monday. Russia retaliated with the expulsion of two Polish diplomats.", "responds_to SANCTION>SANCTION retaliated"},
		{"Turkey asked Sweden for the extradition of the suspects. Sweden rejected the request of Turkey.", "responds_to REJECT>REQUEST "},
		{"Spain recalled its ambassador from Argentina after the Argentine president criticised the Spanish prime minister.", "responds_to SANCTION>ACCUSE after"},
	} {
		if got := linked(r, c.text); got != c.want {
			t.Errorf("%s\n got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestDedupe(t *testing.T) {
	r := newReader(t)
	a := r.analyse("The German chancellor met the Polish prime minister in Berlin. The meeting between the German chancellor and the Polish prime minister lasted two hours.", "2021-06-16")
	events := r.events.Find(a.Document, a.Cast, a.Times, nil)
	kept := r.events.Dedupe(a.Document, a.Cast, events)
	if len(kept) != 1 || kept[0].Type != "CONSULT" || kept[0].Sentence != 0 {
		t.Errorf("%d events, %d left; want the one meeting", len(events), len(kept))
	}
}
