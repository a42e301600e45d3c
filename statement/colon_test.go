package statement

import (
	"strings"
	"testing"
)

// Who speaks before a colon, and behind a verb that translations put before its
// subject: of each text the speakers with their cues.
func TestColonsAndInversions(t *testing.T) {
	reader := newTextReader(t)
	for _, c := range [][2]string{
		{"Sahel: the junta of Niamey breaks with Paris", ""},
		{"Gaza: Israel says it struck a command centre", "Israel says"},
		{"Ukraine: Zelensky rejects ceasefire proposal", "Volodymyr Zelensky rejects"},
		{"Trump: ‘We will hit them hard’", "Donald Trump :"},
		{"Russia: “We will respond to any attack.”", "Russia :"},
		{"Mr. President, fellow leaders: I came here tonight from Warsaw.", ""},
		{"“We will not yield”, has declared the general Tiani.", "Abdourahamane Tchiani has declared"},
		{"Poland “does not envisage for the moment” a withdrawal, has indicated the minister Olga Brzoza.", "Olga Brzoza has indicated"},
		{"The storm killed three people, has said the governor.", "governor has said"},
	} {
		r := reader.read(t, textArticle(c[0]))
		var got []string
		for i := range r.list {
			got = append(got, r.who(&r.list[i])+" "+r.Words(r.list[i].Cue))
		}
		if g := strings.Join(got, "; "); g != c[1] {
			t.Errorf("%s: %q, want %q", c[0], g, c[1])
		}
	}
}
