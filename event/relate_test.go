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

// One happening is one event, however often the article tells it; two that
// differ in day, place or parties stay two.
func TestDedupe(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"The German chancellor met the Polish prime minister in Berlin. The meeting between the German chancellor and the Polish prime minister lasted two hours.",
			"DEU+POL CONSULT -"},
		{"Hungary chides Romania over border.\n\nThe rain fell.\n\nThe Hungarian foreign minister lashed out at Romania on Monday. He left.",
			"HUN ACCUSE/disapprove ROU"},
		{"Spain will meet Portugal.\n\nThe rain fell.\n\nSpain will meet Portugal next week, Spanish officials said. The meeting between Spain and Portugal was scheduled long ago.",
			"ESP+PRT AGREE -"},
		{"Ethiopian troops attacked a camp in Sudan on Friday. Ten people were killed in the attack. The Sudanese army said three Sudanese soldiers were wounded.",
			"ETH ASSAULT SDN"},
		{"Ethiopian troops attacked a camp in Sudan on Friday. Three Kenyan soldiers were killed.",
			"ETH ASSAULT SDN; - ASSAULT KEN"},
		{"Spain urged Chile to withdraw. Spain urged Chile to release the sailors.", "ESP REQUEST/yield CHL"},
		{"Spain criticised Chile over the fishing zone. Spain also criticised Chile over the tariffs.", "ESP ACCUSE/disapprove CHL; ESP ACCUSE/disapprove CHL"},
		{"The Peruvian president met the Chilean president. Peruvian, Chilean, and Bolivian ministers met.",
			"CHL+PER CONSULT -; BOL+CHL+PER CONSULT/multilateral -"},
		{"Israel struck Beirut on Friday. Israel struck Damascus on Sunday.",
			"ISR ASSAULT LBN; ISR ASSAULT SYR"},
	} {
		a := r.analyse(c.text, "2021-06-16")
		var got []string
		for _, e := range r.events.Dedupe(a.Document, a.Cast, r.events.Find(a.Document, a.Cast, a.Times, nil)) {
			got = append(got, strings.Split(Summary(a.Cast, &e), " n=")[0])
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %q, want %q", c.text, s, c.want)
		}
	}
}
