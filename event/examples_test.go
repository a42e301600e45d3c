package event

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/actor"
	"readout/article"
	"readout/lexicon"
	"readout/parse"
	"readout/place"
	"readout/timex"
)

// A reader is the whole chain up to events.
type reader struct {
	parser *parse.Parser
	actors *actor.Resolver
	times  *timex.Finder
	places *place.Finder
	events *Finder
}

func newReader(t testing.TB) *reader {
	t.Helper()
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{events: openFinder(t, Options{})}
	if r.parser, err = parse.New(parse.Options{}); err != nil {
		t.Fatal(err)
	}
	if r.actors, err = actor.NewResolver(set, actor.Options{}); err != nil {
		t.Fatal(err)
	}
	if r.times, err = timex.NewFinder(set, timex.Options{}); err != nil {
		t.Fatal(err)
	}
	if r.places, err = place.NewFinder(set, place.Options{}); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *reader) analyse(text, published string) Analysis {
	a := &article.Article{Text: text, Published: published}
	at := 0
	for _, p := range strings.Split(text, "\n\n") {
		if p != "" {
			a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Span: article.Span{Start: at, End: at + len(p)}})
		}
		at += len(p) + 2
	}
	doc := r.parser.Parse(a)
	return Analysis{doc, r.actors.Resolve(doc), r.times.Find(doc), r.places.Find(doc)}
}

// The examples under the patterns must be coded as they say. The parser
// learns anew from time to time and may then misread a few of them; more than
// one in forty is a fault of the patterns.
func TestExamples(t *testing.T) {
	r := newReader(t)
	n, err := r.events.Check(func(text string) (Analysis, error) { return r.analyse(text, "2021-06-16"), nil })
	if n < 100 {
		t.Fatalf("only %d examples", n)
	}
	if err == nil {
		return
	}
	faults := strings.Split(err.Error(), "\n")
	report := t.Logf
	if len(faults)*40 > n {
		report = t.Errorf
	}
	report("%d of %d examples fail:\n%v", len(faults), n, err)
}

// Check must see a wrong example.
func TestCheckFindsFaults(t *testing.T) {
	dir := t.TempDir()
	rules := "# origin: test\n# licence: Apache-2.0\nrule sanction/outsmart mode=expel cameo=161\nA outsmart R\n" +
		"> Russia outsmarted France. => RUS SANCTION/expel FRA\n> Russia outsmarted France. => FRA SANCTION/expel RUS\n"
	if err := os.WriteFile(filepath.Join(dir, "patterns.test.txt"), []byte(rules), 0o644); err != nil {
		t.Fatal(err)
	}
	set, err := lexicon.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t)
	if r.events, err = NewFinder(set, Options{}); err != nil {
		t.Fatal(err)
	}
	r.events.examples = slices.DeleteFunc(r.events.examples, func(x example) bool { return x.rule != "sanction/outsmart" })
	n, err := r.events.Check(func(text string) (Analysis, error) { return r.analyse(text, "2021-06-16"), nil })
	if n != 2 || err == nil || strings.Count(err.Error(), "\n") != 0 || !strings.Contains(err.Error(), "patterns.test.txt:6:") {
		t.Errorf("%d examples, %v; want one fault at line 6", n, err)
	}
}

// The summit of Geneva, as its report tells it.
func TestGenevaSummit(t *testing.T) {
	dir := os.Getenv("READOUT_DATA")
	if dir == "" {
		dir = "../../shared/data"
	}
	b, err := os.ReadFile(filepath.Join(dir, "articles", "geneva-summit.txt"))
	if err != nil {
		t.Skipf("no report to read (READOUT_DATA names its folder): %v", err)
	}
	r := newReader(t)
	a := r.analyse(string(b), "2021-06-16")
	events := r.events.Dedupe(a.Document, a.Cast, r.events.Find(a.Document, a.Cast, a.Times, a.Places))
	var got []string
	for i := range events {
		got = append(got, Summary(a.Cast, &events[i])+" "+events[i].Date)
	}
	for _, want := range []string{
		"RUS+USA CONSULT",
		"RUS SANCTION/withdraw USA historical 2021-03",
		"USA SANCTION/expel RUS historical n=10 2021-04",
		"RUS SANCTION/expel USA historical",
		"RUS SANCTION/discontinue USA historical",
		"USA ACCUSE/disapprove RUS",
		"USA THREATEN RUS 2021-W24",
		"USA ACCUSE/allege RUS",
		"RUS ACCUSE/allege USA",
		"RUS ACCUSE/disapprove USA",
		"RUS+USA AGREE",
		"RUS REQUEST/meet USA",
		"RUS SUPPORT USA",
	} {
		if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, want) }) {
			t.Errorf("no event %q", want)
		}
	}
	if t.Failed() {
		t.Logf("found:\n%s", strings.Join(got, "\n"))
	}
}

const benchText = `Russia expelled ten American diplomats on Friday in response to sanctions that the United States imposed last week.
The German chancellor met the Polish prime minister in Berlin and agreed to send more weapons to Ukraine. Protesters in Nairobi
demanded that the president resign, and police fired tear gas at them. The weather in the capital was fine, and most people who
had come to the market by bus went home before the evening. Prices of bread and oil have risen since the spring, the bank said.`

// BenchmarkFind measures the stage alone, on text of which half tells events.
func BenchmarkFind(b *testing.B) {
	r := newReader(b)
	a := r.analyse(strings.Repeat(strings.ReplaceAll(benchText, "\n", " ")+"\n\n", 4), "2021-06-16")
	words := 0
	for i := range a.Document.Sentences {
		words += len(a.Document.Sentences[i].Tokens)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		r.events.Find(a.Document, a.Cast, a.Times, nil)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkNewFinder(b *testing.B) {
	set, err := lexicon.Open("")
	if err != nil {
		b.Fatal(err)
	}
	for range b.N {
		if _, err := NewFinder(set, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
