package readout_test

import (
	"path/filepath"
	"slices"
	"testing"

	"readout/intake"
)

// translated are reports in the English of translation machines: idioms word
// for word, offices paraphrased ("the head of the Spanish government"), hearsay
// in the conditional, marks of quotation that do not meet. The texts are our
// own; what is listed must be found in them.
var translated = []struct {
	file, published string
	events          map[string]want
	speakers        map[string]string
}{
	{"ceuta-border.txt", "2021-05-19", map[string]want{
		"the border":        {what: "ACCUSE/allege", actors: []string{"Pedro Sánchez"}, recipients: []string{"Morocco"}, date: "2021-05-19"},
		"call to Morocco":   {what: "REQUEST", actors: []string{"Ylva Johansson"}, recipients: []string{"Morocco"}},
		"solidarity":        {what: "SUPPORT", actors: []string{"Charles Michel"}, recipients: []string{"Spain"}},
		"Western Sahara":    {what: "SUPPORT", within: "recognized the sovereignty", date: "2020-12"},
		"ambassador's call": {what: "SANCTION/withdraw", actors: []string{"Morocco"}, recipients: []string{"Germany"}},
		"reproach":          {what: "ACCUSE/disapprove", actors: []string{"Morocco"}, recipients: []string{"Germany"}},
	}, map[string]string{
		"because of a disagreement":              "Pedro Sánchez",
		"It is a lack of respect":                "Pedro Sánchez",
		"The security of Ceuta will be defended": "Pedro Sánchez",
		"Nobody can intimidate or blackmail":     "Margaritis Schinas",
		"full solidarity":                        "Charles Michel",
		"preferred its relation with":            "Mustapha Ramid",
		"What did Spain expect":                  "Mustapha Ramid",
	}},
	{"angostura-raid.txt", "2008-03-04", map[string]want{
		"relations broken": {what: "SANCTION/withdraw", actors: []string{"Rafael Correa"}, recipients: []string{"Colombia"}, date: "2008-03-03"},
		"expulsion":        {what: "SANCTION/expel", actors: []string{"Ecuadorian government"}, recipients: []string{"Colombia"}, date: "2008-03-02"},
		"all diplomats":    {what: "SANCTION/expel", actors: []string{"Venezuela"}, recipients: []string{"Colombia"}, date: "2008-03-03"},
		"apologies":        {what: "CONCEDE", within: "apologies", date: "2008-03-02"},
		"telephone":        {what: "CONSULT/phone", actors: []string{"George W. Bush", "Álvaro Uribe"}, date: "2008-03-04"},
		"apology asked":    {what: "REQUEST", actors: []string{"Brazil"}, recipients: []string{"Colombia"}},
	}, map[string]string{
		"There is no justification possible": "Rafael Correa",
		"Move me ten battalions":             "Hugo Chávez",
		"lackey of the empire":               "Hugo Chávez",
		"a lie of size":                      "Rafael Correa",
		"financing of genocides":             "Álvaro Uribe",
		"provocative maneuvers":              "George W. Bush",
		"It is bad news that the man":        "Bernard Kouchner",
	}},
}

func TestTranslated(t *testing.T) {
	for _, c := range translated {
		r := readFile(t, filepath.Join("testdata", "translated", c.file), intake.Options{Published: c.published})
		for name, w := range c.events {
			if !w.in(r) {
				t.Errorf("%s: %s: no such event: %+v", c.file, name, w)
			}
		}
		for words, speaker := range c.speakers {
			if got := speakersOf(r, words); len(got) == 0 || slices.ContainsFunc(got, func(s string) bool { return s != speaker }) {
				t.Errorf("%s: “%s”: speakers %q, want %s", c.file, words, got, speaker)
			}
		}
	}
}
