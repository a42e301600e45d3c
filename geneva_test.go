package readout_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/intake"
	"readout/record"
)

// dataDir is where the gold sets and corpora lie, which are not part of the
// project: the folder that READOUT_DATA names, or a shared folder beside the
// checkout.
func dataDir() string {
	if d := os.Getenv("READOUT_DATA"); d != "" {
		return d
	}
	return filepath.Join("..", "shared", "data")
}

// dataFile returns the path of a file of the data, or skips the test.
func dataFile(t testing.TB, path ...string) string {
	t.Helper()
	name := filepath.Join(append([]string{dataDir()}, path...)...)
	if _, err := os.Stat(name); err != nil {
		t.Skipf("no data: %v (set READOUT_DATA)", err)
	}
	return name
}

// readFile reads the only article of a file.
func readFile(t testing.TB, name string, opts intake.Options) *record.Record {
	t.Helper()
	in, err := intake.Open(context.Background(), name, opts)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	a, err := in.Next()
	if err != nil {
		t.Fatal(err)
	}
	rec, err := mustReader(t).Read(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	if err := rec.Check(); err != nil {
		t.Fatal(err)
	}
	return rec
}

// want is an event that must be found. Parties are names; "" means any.
type want struct {
	what                string // "SANCTION/withdraw"
	actors, recipients  []string
	date, place, within string // within: words of the sentence
	count               int
}

func (w want) in(r *record.Record) bool {
	return slices.ContainsFunc(r.Events, func(e record.Event) bool {
		typ, mode, _ := strings.Cut(w.what, "/")
		if e.Type != typ || mode != "" && !slices.Contains(e.Mode, mode) {
			return false
		}
		if !among(r, w.actors, e.Actors) || !among(r, w.recipients, e.Recipients) {
			return false
		}
		if w.date != "" && (e.Date == nil || e.Date.Value != w.date) {
			return false
		}
		if w.count != 0 && (e.Object == nil || e.Object.Count != w.count) {
			return false
		}
		if w.place != "" && !slices.ContainsFunc(r.Places, func(p record.Place) bool { return p.ID == e.Place && p.Name == w.place }) {
			return false
		}
		for _, s := range r.Sentences {
			if s.ID == e.Sentence {
				return strings.Contains(quote(r.Article.Text, s.Span), w.within)
			}
		}
		return false
	})
}

// among reports whether each name is that of one of the entities.
func among(r *record.Record, names, ids []string) bool {
	for _, n := range names {
		if !slices.ContainsFunc(r.Entities, func(e record.Entity) bool { return e.Name == n && slices.Contains(ids, e.ID) }) {
			return false
		}
	}
	return true
}

// TestGeneva reads the report by which the project measures itself.
func TestGeneva(t *testing.T) {
	r := readFile(t, dataFile(t, "articles", "geneva-summit.txt"), intake.Options{Published: "2021-06-16"})
	putin, biden, russia, usa := []string{"Vladimir Putin"}, []string{"Joe Biden"}, []string{"Russia"}, []string{"United States"}
	both := []string{"Vladimir Putin", "Joe Biden"}
	for name, w := range map[string]want{
		"the meeting":              {what: "CONSULT", actors: both, date: "2021-06-16", place: "Geneva"},
		"the recall":               {what: "SANCTION/withdraw", actors: russia, recipients: usa, date: "2021-03"},
		"ten diplomats":            {what: "SANCTION/expel", actors: usa, recipients: russia, date: "2021-04", count: 10},
		"new sanctions":            {what: "SANCTION/discontinue", actors: usa, recipients: russia, date: "2021-04"},
		"blamed on Moscow":         {what: "ACCUSE/allege", actors: usa, recipients: russia, within: "blamed"},
		"further expulsions":       {what: "SANCTION/expel", actors: russia, within: "further expulsions"},
		"cyberattacks, elections":  {what: "ACCUSE", actors: biden, recipients: russia, within: "electoral interference"},
		"American space":           {what: "ACCUSE", actors: putin, recipients: usa, within: "American space"},
		"cybersecurity":            {what: "AGREE", actors: both, within: "consultations on cybersecurity"},
		"killer":                   {what: "ACCUSE", actors: biden, recipients: putin, within: "killer"},
		"warning about Navalny":    {what: "THREATEN", actors: biden, within: "issued a warning"},
		"return of ambassadors":    {what: "AGREE", actors: both, within: "return of their respective ambassadors"},
		"Navalny accuses":          {what: "ACCUSE", actors: []string{"Alexei Navalny"}, recipients: russia},
		"lack of cooperation":      {what: "ACCUSE", actors: putin, recipients: usa, within: "lack of cooperation"},
		"the Kremlin's call":       {what: "REQUEST", actors: russia, within: "called for"},
		"limits on the embassy":    {actors: russia, within: "banning the US embassy", what: "SANCTION"},
		"Sullivan's consultations": {what: "SANCTION/withdraw", within: "return to Washington for consultations"},
	} {
		if !w.in(r) {
			t.Errorf("%s: no such event: %+v", name, w)
		}
	}
	for words, speaker := range map[string]string{
		"There was no animosity":                  "Vladimir Putin",
		"on many issues our assessments diverge":  "Vladimir Putin",
		"a frank and direct discussion":           "Vladimir Putin",
		"a constructive, balanced person":         "Vladimir Putin",
		"This man knew he was breaking the law":   "Vladimir Putin",
		"would be a tragedy":                      "Joe Biden",
		"And with me":                             "Joe Biden",
		"return to their place of employment":     "Vladimir Putin",
		"consultations on cybersecurity":          "Vladimir Putin",
		"the greatest number of cyberattacks":     "Vladimir Putin",
		"The concerns of the American side":       "Vladimir Putin",
		"nothing new":                             "Vladimir Putin",
		"destroyed infrastructure":                "Vladimir Putin",
		"On the contrary, I am convinced that we": "Vladimir Putin",
		"this interview had been":                 "Vladimir Putin",
	} {
		if got := speakersOf(r, words); len(got) == 0 || slices.ContainsFunc(got, func(s string) bool { return s != speaker }) {
			t.Errorf("“%s”: speakers %q, want %s", words, got, speaker)
		}
	}
	for _, name := range []string{"Vladimir Poutine", "Alexeï Navalny"} {
		for _, e := range r.Entities {
			if e.Name == name {
				t.Errorf("%s is an entity of its own", name)
			}
		}
	}
}

// speakersOf returns who is said to have said the words.
func speakersOf(r *record.Record, words string) []string {
	var out []string
	for _, s := range r.Statements {
		for _, c := range s.Content {
			if !strings.Contains(quote(r.Article.Text, c), words) {
				continue
			}
			name := "nobody"
			for _, e := range r.Entities {
				if e.ID == s.Speaker {
					name = e.Name
				}
			}
			out = append(out, name)
			break
		}
	}
	return out
}
