package event

import (
	"strings"
	"testing"
)

// impacts are whole texts by how many events are left of them once happenings
// are folded: shells belong to the fire told before.
var impacts = []struct{ text, want string }{
	{"India fired mortars at Pakistani posts. Two shells landed near a school in Pakistan.", "IND ASSAULT/heavy-weapons PAK"},
	{"South Korean troops fired 36 shells at North Korean army posts. Six shells hit the area near North Korean army posts.", "KOR ASSAULT/heavy-weapons PRK"},
	{"Armenia and Azerbaijan exchanged fire. Four shells hit a village in Armenia.", "ARM+AZE ASSAULT -; AZE ASSAULT/heavy-weapons ARM"},
}

func TestImpacts(t *testing.T) {
	r := newReader(t)
	for _, c := range impacts {
		a := r.analyse(c.text, "2024-05-14")
		events := r.events.Dedupe(a.Document, a.Cast, r.events.Find(a.Document, a.Cast, a.Times, a.Places))
		var got []string
		for i := range events {
			got = append(got, Summary(a.Cast, &events[i]))
		}
		if !listed(c.want, got) {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, strings.Join(got, "; "), c.want)
		}
	}
}
