package actor_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout/actor"
)

func TestAsk(t *testing.T) {
	r := newResolver(t)
	for _, c := range []struct {
		query                          actor.Query
		name, country, sectors, office string
	}{
		{actor.Query{Text: "the Russian president", Date: "2021-06-16"}, "Vladimir Putin", "RUS", "GOV", "President of Russia"},
		{actor.Query{Text: "the US president", Date: "2021-06-16"}, "Joe Biden", "USA", "GOV", "President of the United States"},
		{actor.Query{Text: "the US president", Date: "18 May 2018"}, "Donald Trump", "USA", "GOV", "President of the United States"},
		{actor.Query{Text: "Donald Trump", Date: "2022-04-01"}, "Donald Trump", "USA", "ELI", ""},
		{actor.Query{Text: "Donald Trump", Date: "2016-04-01"}, "Donald Trump", "USA", "PTY", ""},
		{actor.Query{Text: "Donald Trump", Date: "2009-04-01"}, "Donald Trump", "USA", "", ""},
		{actor.Query{Text: "Vladimir Poutine", Date: "2021-06-16"}, "Vladimir Putin", "RUS", "GOV", "President of Russia"},
		{actor.Query{Text: "former President Barack Obama", Date: "2021-06-16"}, "Barack Obama", "USA", "ELI", ""},
		{actor.Query{Text: "US Ambassador John Sullivan", Date: "2021-06-16"}, "John Sullivan", "USA", "GOV", "Ambassador of the United States to Russia"},
		{actor.Query{Text: "Iranian Deputy Foreign Minister Hamid Ranjbari"}, "Hamid Ranjbari", "IRN", "GOV", ""},
		{actor.Query{Text: "the Kremlin"}, "Russia", "RUS", "GOV", ""},
		{actor.Query{Text: "Iran"}, "Iran", "IRN", "", ""},
		{actor.Query{Text: "Canberra"}, "Australia", "AUS", "GOV", ""},
		{actor.Query{Text: "police in Lagos"}, "police in Lagos", "NGA", "COP", ""},
		{actor.Query{Text: "two French soldiers"}, "two French soldiers", "FRA", "MIL", ""},
		{actor.Query{Text: "the National Guard", Context: "Saudi forces"}, "National Guard", "SAU", "MIL", ""},
		{actor.Query{Text: "a former Polish minister"}, "former Polish minister", "POL", "ELI", ""},
		{actor.Query{Text: "Transnistria"}, "Transnistria", "MDA", "PRE", ""},
		{actor.Query{Text: "National Rally"}, "National Rally", "FRA", "PTY", ""},
		{actor.Query{Text: "the Muslim Brotherhood"}, "Muslim Brotherhood", "EGY", "PTY", ""},
		{actor.Query{Text: "a Swedish aid worker"}, "Swedish aid worker", "SWE", "CVL", ""},
		{actor.Query{Text: "xyzzy"}, "", "", "", ""},
		{actor.Query{Text: ""}, "", "", "", ""},
	} {
		a := r.Ask(c.query)
		if a.Text != c.query.Text || a.Name != c.name || a.Country != c.country || strings.Join(firstOf(a.Sectors), " ") != c.sectors || a.Office != c.office {
			t.Errorf("%+v\n got %+v\nwant %q %q %q %q", c.query, a, c.name, c.country, c.sectors, c.office)
		}
	}
}

func firstOf(s []string) []string { return s[:min(len(s), 1)] }

// TestPhraseOfAnything asks about phrases of random words and letters.
func TestPhraseOfAnything(t *testing.T) {
	r := newResolver(t)
	rapid.Check(t, func(t *rapid.T) {
		ws := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(vocabulary), rapid.String()), 0, 8).Draw(t, "words")
		text := strings.Join(ws, " ")
		a := r.Phrase(text, rapid.SampledFrom([]string{"", "2021-06-16", "today", "1 May", "99"}).Draw(t, "date"))
		if a.Text != text || a.Sectors == nil {
			t.Fatalf("%+v", a)
		}
	})
}
