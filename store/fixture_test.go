package store

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"pgregory.net/rapid"

	"readout/event"
	"readout/record"
)

// cast is who acts in drawn records.
var cast = []record.Entity{
	{Name: "Norway", Kind: "country", Country: "NOR", Sectors: []string{"GOV"}, Ref: &record.Ref{Wikidata: "Q20"}},
	{Name: "Ruritania", Kind: "country", Country: "RUR", Sectors: []string{"GOV"}},
	{Name: "Maria Vale", Kind: "person", Country: "NOR", Sectors: []string{"GOV"}, Office: "Foreign Minister of Norway"},
	{Name: "José Ibáñez", Kind: "person", Country: "RUR", Sectors: []string{"MIL", "GOV"}, Ref: &record.Ref{Wikidata: "Q999"}},
	{Name: "Jose Ibanez", Kind: "person", Country: "RUR", Sectors: []string{"MIL", "GOV"}, Ref: &record.Ref{Wikidata: "Q999"}},
	{Name: "protesters", Kind: "group", Country: "RUR", Sectors: []string{"CVL"}},
	{Name: "Acme | Sons", Kind: "organization", Sectors: []string{"BUS"}},
}

var phrases = []string{"gas pipelines were shut", "the ministers’ talks ended", "sanctions against the port", "a naïve café owner spoke", "police sources said"}

// drawRecord draws a record of a few sentences that keeps the law.
func drawRecord(t *rapid.T, id string) *record.Record {
	r := &record.Record{Schema: record.Schema, Engine: record.Engine{Version: rapid.SampledFrom([]string{"1", "2"}).Draw(t, "engine")}, Article: record.Article{
		ID: id, Title: rapid.SampledFrom(phrases).Draw(t, "title"), Publisher: rapid.SampledFrom([]string{"", "The Post", "Daily Echo"}).Draw(t, "publisher"), Language: "en",
		Published: rapid.SampledFrom([]string{"", "2021-03-31", "2021-04-01", "2021-04-01", "2022-01-02"}).Draw(t, "published"),
	}, Entities: []record.Entity{}, Times: []record.Time{}, Links: []record.Link{}}
	if rapid.IntRange(0, 5).Draw(t, "reprint") == 0 {
		r.Article.DuplicateOf = "another"
	}
	var text strings.Builder
	add := func(s string) record.Span {
		at := utf8.RuneCountInString(text.String())
		text.WriteString(s)
		return record.Span{Start: at, End: at + utf8.RuneCountInString(s)}
	}
	for i, k := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(cast)-1), 2, 4, rapid.ID[int]).Draw(t, "cast") {
		e := cast[k]
		e.ID = fmt.Sprint("e", i+1)
		as := "name"
		if e.Name == "protesters" {
			as = "nominal"
		}
		e.Mentions = []record.Mention{{Span: add(e.Name), As: as}}
		add(" ")
		r.Entities = append(r.Entities, e)
	}
	entity := func(label string) string {
		return r.Entities[rapid.IntRange(0, len(r.Entities)-1).Draw(t, label)].ID
	}
	types := event.Types()
	for i := range rapid.IntRange(1, 3).Draw(t, "sentences") {
		s := add(rapid.SampledFrom(phrases).Draw(t, "phrase") + ".")
		add(" ")
		sid := fmt.Sprint("s", i+1)
		r.Sentences = append(r.Sentences, record.Sentence{ID: sid, Span: s})
		if rapid.Bool().Draw(t, "said") {
			st := record.Statement{ID: fmt.Sprint("st", len(r.Statements)+1), Kind: rapid.SampledFrom([]string{"direct", "indirect", "mixed"}).Draw(t, "speech"), Content: []record.Span{s},
				Sentence: sid, Contexts: rapid.SampledFrom([][]string{nil, {"cyber"}, {"cyber", "health"}}).Draw(t, "contexts"), Confidence: float64(rapid.IntRange(0, 20).Draw(t, "c")) / 20}
			if rapid.Bool().Draw(t, "known") {
				st.Speaker = entity("speaker")
				if rapid.Bool().Draw(t, "with") {
					st.CoSpeakers = []string{entity("with")}
				}
			}
			if rapid.Bool().Draw(t, "of") {
				st.About = []string{entity("about")}
			}
			if n := len(r.Statements); n > 0 && rapid.Bool().Draw(t, "reported") {
				st.Within = r.Statements[n-1].ID
			}
			r.Statements = append(r.Statements, st)
		}
		for range rapid.IntRange(0, 2).Draw(t, "events") {
			kind := rapid.SampledFrom(types).Draw(t, "type")
			e := record.Event{ID: fmt.Sprint("ev", len(r.Events)+1), Type: kind.Type, Quad: kind.Quad, Score: kind.Score, Actors: []string{entity("actor")}, Recipients: []string{}, Sentence: sid, Trigger: record.Span{Start: s.Start, End: s.Start + 3},
				Rule: "r", Confidence: float64(rapid.IntRange(0, 20).Draw(t, "c")) / 20, Aux: rapid.SampledFrom([][]string{nil, nil, {"future"}, {"negation", "historical"}}).Draw(t, "aux")}
			if rapid.Bool().Draw(t, "to") {
				e.Recipients = []string{entity("recipient")}
			}
			if rapid.Bool().Draw(t, "dated") {
				e.Date = &record.Date{Value: rapid.SampledFrom([]string{"2021", "2021-03", "2021-03-31", "1905-06-07"}).Draw(t, "date")}
			}
			if rapid.Bool().Draw(t, "placed") {
				lat, lon := 59.9, -10.75
				r.Places = append(r.Places, record.Place{ID: fmt.Sprint("p", len(r.Places)+1), Span: s, Name: "Oslo", Country: "NOR", Lat: &lat, Lon: &lon})
				e.Place = r.Places[len(r.Places)-1].ID
			}
			if len(r.Statements) > 0 && rapid.Bool().Draw(t, "according") {
				e.AccordingTo = r.Statements[len(r.Statements)-1].ID
			}
			r.Events = append(r.Events, e)
		}
	}
	r.Article.Text = strings.TrimRight(text.String(), " ")
	r.Article.Blocks = []record.Block{{Kind: "paragraph", Span: record.Span{Start: 0, End: utf8.RuneCountInString(r.Article.Text)}}}
	r.Article.SHA256 = fmt.Sprintf("%x", []byte(r.Article.Text))
	return r
}

// drawFilter draws a filter that finds something now and then.
func drawFilter(t *rapid.T) Filter {
	some := func(values ...string) func(label string) []string {
		return func(label string) []string {
			if rapid.IntRange(0, 4).Draw(t, label) > 0 {
				return nil
			}
			return rapid.SliceOfN(rapid.SampledFrom(values), 1, 2).Draw(t, label)
		}
	}
	one := func(label string, values ...string) string {
		if rapid.IntRange(0, 4).Draw(t, label) > 0 {
			return ""
		}
		return rapid.SampledFrom(values).Draw(t, label)
	}
	party := some("Q20", "norway", "Q999", "José Ibáñez", "jose ibanez", "RUR/group/protesters", "Nobody", "-/organization/acme-sons", "NOR", "rur")
	country := some("NOR", "rur", "Norway", "XXX")
	f := Filter{
		Words: one("words", "gas", `"gas pipeline"`, "-sanction", "pol* OR minister", "ministers", "cafe -gas", `"police sources`, "naïve", "-gas -police"),
		Actor: party("actor"), Recipient: party("recipient"), Party: party("party"), Speaker: party("speaker"), About: party("about"), Entity: party("entity"),
		Country: country("country"), ActorCountry: country("actor_country"), RecipientCountry: country("recipient_country"),
		Sector: some("GOV", "mil", "CVL")("sector"), Type: some("ACCUSE", "consult", "AID", "ASSAULT")("type"), Context: some("cyber", "health")("context"), Speech: some("direct", "Mixed")("speech"),
		From: one("from", "2021", "2021-04", "1905", "2021-04-01"), To: one("to", "2022", "2021-03-31"), Place: some("oslo", "NOR")("place"), Publisher: some("the post", "Daily Echo")("publisher"),
		Aux: some("none", "future", "negation")("aux"), MinConfidence: rapid.SampledFrom([]float64{0, 0, 0, 0.3, 0.55, 1}).Draw(t, "confidence"),
		Judged: one("judged", "right", "wrong", "none", "any"), Reprints: one("reprints", "none"), Article: one("article", "a1", "a/2"),
	}
	f, err := f.clean()
	if err != nil {
		f.From = ""
		if f, err = f.clean(); err != nil {
			return Filter{}
		}
	}
	return f
}

// plainRecord is a record of one paragraph in which nothing was found.
func plainRecord(id, text string) *record.Record {
	return &record.Record{Schema: record.Schema, Article: record.Article{ID: id, Text: text, SHA256: id,
		Blocks: []record.Block{{Kind: "paragraph", Span: record.Span{Start: 0, End: utf8.RuneCountInString(text)}}}}}
}

// parseQuery reads what can be read of a query.
func parseQuery(s string) url.Values {
	q, err := url.ParseQuery(s)
	if err != nil && q == nil {
		return url.Values{}
	}
	return q
}
