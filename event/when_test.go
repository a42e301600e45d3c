package event

import (
	"slices"
	"strings"
	"testing"
)

// Dates that stand in another sentence, or in none. What is expected is a
// summary and the date, for texts of 2021-06-16, a Wednesday.
func TestDates(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"Armenia shelled a village in Azerbaijan on Monday. Azerbaijan retaliated by firing rockets at Armenia.",
			"ARM ASSAULT/heavy-weapons AZE 2021-06-14; AZE ASSAULT/heavy-weapons ARM 2021-06-14"},
		{"Armenia shelled a village in Azerbaijan on Monday. Turkey expelled two Armenian diplomats.",
			"ARM ASSAULT/heavy-weapons AZE 2021-06-14; TUR SANCTION/expel ARM n=2 2021-06-16"},
		{"Armenia shelled a village in Azerbaijan in 2016. Azerbaijan fired rockets at Armenia.",
			"ARM ASSAULT/heavy-weapons AZE historical 2016; AZE ASSAULT/heavy-weapons ARM historical"},
		{"Estonia will provide Ukraine with aid until 2027.", "EST AGREE UKR 2021-06-16"},
	} {
		a := r.analyse(c.text, "2021-06-16")
		events := r.events.Find(a.Document, a.Cast, a.Times, a.Places)
		var got []string
		for i := range events {
			got = append(got, strings.TrimSpace(Summary(a.Cast, &events[i])+" "+events[i].Date))
		}
		for _, want := range strings.Split(c.want, "; ") {
			if !slices.Contains(got, want) {
				t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, strings.Join(got, "; "), want)
			}
		}
	}
}
