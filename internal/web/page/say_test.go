package page

import (
	"testing"
	"time"

	"readout/internal/tell"
	"readout/record/table"
	"readout/store"
)

func TestSay(t *testing.T) {
	for got, want := range map[string]string{
		sayDay("2021-06-16"): "16 June 2021", sayDay("2021-06"): "June 2021", sayDay("2021"): "2021", sayDay("2021-W09"): "week of 1 March 2021", sayDay("2021-SU"): "summer 2021",
		sayDay("2021-W<b>"): "2021-W<b>", sayDay(""): "", number(1234567): "1\u202f234\u202f567", number(999): "999", count(1, "entity"): "1 entity", count(2, "entity"): "2 entities",
		score(-5.5): "−5.5", score(2): "+2", score(0): "0", span(time.Hour): "1 hour", span(90 * time.Second): "1 minute", span(72 * time.Hour): "3 days", ago(time.Unix(90, 0), time.Unix(80, 0)): "just now", sentence("élan"): "Élan", sentence("\xff"): "\xff", percent(.895): "90 %", clip("abc", 2): "ab…", outside("javascript:x"): "", outside("https://a.example/ b"): "https://a.example/%20b",
		string(passage("Oslo <met> Rome.", "<met>")):                       "Oslo <mark>&lt;met&gt;</mark> Rome.",
		tell.Event("https://a.example/x/ev1"):                              "/events/https:%2F%2Fa.example%2Fx/ev1",
		deed(store.Event{Event: table.Event{Type: "CONSULT"}}):             "someone consults",
		deed(store.Event{Event: table.Event{Type: "ODD", Negation: true}}): "someone ODD (negated)",
		deed(store.Event{Event: table.Event{Type: "ACCUSE"}, Actors: []store.Party{{Name: "A"}, {Name: "B"}}, Recipients: []store.Party{{Name: "C"}}}): "A and B accuse C",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestTail: nineteen rows in twenty are drawn, and the rest counted.
func TestTail(t *testing.T) {
	bins := []store.Bin{{From: "1945-05-01", N: 2}, {From: "1990-01-01", N: 0}, {From: "2021-01-01", N: 30}, {From: "2021-02-01", N: 68}}
	if i := tailOf(bins); i != 2 {
		t.Errorf("tail at %d", i)
	}
	h, left, err := cut(store.Histogram{Bins: bins}, "2021-01-01")
	if err != nil || left != 2 || len(h.Bins) != 2 {
		t.Errorf("%v, %d left, %v", h, left, err)
	}
	if tailOf(nil) != 0 {
		t.Error("a tail of nothing")
	}
}
