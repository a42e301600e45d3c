package event

import "testing"

// What private people of no known country do to each other is no event, and
// nor is force where the text names a country but none for them.
func TestPolitical(t *testing.T) {
	r := newReader(t)
	r.events = openFinder(t, Options{Least: 0.01})
	for _, c := range []struct {
		text string
		want int
	}{
		{"The teacher asked the neighbour to leave.", 0},
		{"Ottilie Brandt accused Maren Holt of lying.", 0},
		{"The Kenyan teacher Asha Odongo criticised the Ugandan farmer Grace Okello.", 0},
		{"Slovenian voters rejected the bill on Sunday.", 1},
		{"The prime minister of Chad accused Ghana of lying.", 1},
		{"Gunmen attacked villagers on Friday.", 1},
		{"Kenya is a country in Africa. The chemist beat the lodger on Friday.", 0},
	} {
		a := r.analyse(c.text, "2024-05-14")
		if events := r.events.Find(a.Document, a.Cast, a.Times, a.Places); len(events) != c.want {
			t.Errorf("%s\n\t%d events, want %d: %v", c.text, len(events), c.want, events)
		}
	}
}
