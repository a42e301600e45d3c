package relation

import (
	"testing"

	"readout/record/table"
)

func TestBetween(t *testing.T) {
	day := func(s string) *table.Day { return table.ParseDay(s) }
	hack := table.Event{ArticleID: "a", Type: "ACCUSE", Mode: "allege", Contexts: "cyber", Day: day("2031-05-02"), DayFrom: "day",
		Actors: "Norland", ActorCountries: "NLD", ActorSectors: "GOV", Recipients: "Sudia", RecipientCountries: "SDN", RecipientSectors: "GOV"}
	no := table.Event{ArticleID: "b", Type: "REJECT", Contexts: "cyber|intelligence", Day: day("2031-05-03"), DayFrom: "published",
		Actors: "Ama Bel", ActorCountries: "SDN", ActorSectors: "GOV+DIP", Recipients: "Norland", RecipientCountries: "NLD", RecipientSectors: "GOV"}
	raid := table.Event{ArticleID: "a", Type: "ASSAULT", Mode: "airstrike", Quad: 4, Day: day("2031-05-02"), DayFrom: "day",
		Actors: "Norland", ActorCountries: "NLD", ActorSectors: "GOV", Recipients: "villagers", RecipientCountries: "SDN", RecipientSectors: "CVL", Place: "Kosti", PlaceCountry: "SDN"}
	change := func(e table.Event, article string, do func(*table.Event)) *table.Event {
		e.ArticleID = article
		if do != nil {
			do(&e)
		}
		return &e
	}
	for _, c := range []struct {
		name string
		e, o *table.Event
		want Tie
	}{
		{"one article", &hack, change(hack, "a", nil), None},
		{"two reports", &raid, change(raid, "b", nil), Same},
		{"who acts for a state is the state", &raid, change(raid, "b", func(e *table.Event) { e.Actors, e.ActorSectors = "the Norland government", "GOV" }), Same},
		{"another place", &raid, change(raid, "b", func(e *table.Event) { e.Place = "Rabak" }), None},
		{"the country is no other place", &raid, change(raid, "b", func(e *table.Event) { e.Place = "SDN" }), Same},
		{"another day", &raid, change(raid, "b", func(e *table.Event) { e.Day = day("2031-05-03") }), None},
		{"no day told", &raid, change(raid, "b", func(e *table.Event) { e.Day, e.DayFrom = day("2031-05-04"), "published" }), Same},
		{"no day told, no place", &raid, change(raid, "b", func(e *table.Event) { e.Day, e.DayFrom, e.Place = day("2031-05-04"), "published", "" }), None},
		{"no day told, long after", &raid, change(raid, "b", func(e *table.Event) { e.Day, e.DayFrom = day("2031-05-05"), "published" }), None},
		{"another victim", &raid, change(raid, "b", func(e *table.Event) { e.Recipients, e.RecipientSectors = "Sudia's army", "MIL" }), None},
		{"said not to have happened", &raid, change(raid, "b", func(e *table.Event) { e.Negation = true }), Denied},
		{"planned", &raid, change(raid, "b", func(e *table.Event) { e.Future = true }), None},
		{"another accusation", &hack, change(hack, "b", func(e *table.Event) { e.Contexts = "election" }), None},
		{"a refusal of the accusation", &hack, &no, Denied},
		{"seen from the refusal", &no, &hack, Denies},
		{"a refusal before it", &hack, change(no, "b", func(e *table.Event) { e.Day = day("2031-05-01") }), None},
		{"a refusal long after", &hack, change(no, "b", func(e *table.Event) { e.Day = day("2031-05-10") }), None},
		{"a refusal of something else", &hack, change(no, "b", func(e *table.Event) { e.Contexts = "trade" }), None},
		{"a refusal to somebody else", &hack, change(no, "b", func(e *table.Event) { e.RecipientCountries = "FRA" }), None},
	} {
		if got := Between(c.e, c.o); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
		back := map[Tie]Tie{Denies: Denied, Denied: Denies}
		want := c.want
		if b, ok := back[want]; ok {
			want = b
		}
		if got := Between(c.o, c.e); got != want {
			t.Errorf("%s, seen from the other: %d, want %d", c.name, got, want)
		}
	}
}
