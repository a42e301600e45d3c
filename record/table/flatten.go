package table

import (
	"strings"
	"unicode"

	"readout/record"
	"readout/timex"
)

// A Flattener makes rows of records. It may be used again, for one record
// after another, but not by two goroutines at once.
type Flattener struct {
	// DuplicateOf is the id of the article that the record's reprints, for the
	// rows made from now on.
	DuplicateOf string

	r         *record.Record
	text      record.Text
	entity    map[string]*record.Entity
	place     map[string]*record.Place
	sentence  map[string]record.Span
	order     map[string]int32 // number of each sentence, from 1
	statement map[string]*record.Statement
}

// Load takes up a record, which must keep the law (Record.Check).
func (f *Flattener) Load(r *record.Record) {
	f.r, f.text = r, record.NewText(r.Article.Text)
	f.entity, f.place = map[string]*record.Entity{}, map[string]*record.Place{}
	f.sentence, f.statement, f.order = map[string]record.Span{}, map[string]*record.Statement{}, map[string]int32{}
	for i := range r.Entities {
		f.entity[r.Entities[i].ID] = &r.Entities[i]
	}
	for i := range r.Places {
		f.place[r.Places[i].ID] = &r.Places[i]
	}
	for i, s := range r.Sentences {
		f.sentence[s.ID], f.order[s.ID] = s.Span, int32(i+1)
	}
	for i := range r.Statements {
		f.statement[r.Statements[i].ID] = &r.Statements[i]
	}
}

// Event makes the row of the record's i-th event.
func (f *Flattener) Event(i int) Event {
	a, e := &f.r.Article, &f.r.Events[i]
	row := Event{
		ID: cell(a.ID) + "/" + e.ID, ArticleID: cell(a.ID), URL: cell(a.URL), Publisher: cell(a.Publisher), Published: ParseDay(a.Published),
		Title: cell(a.Title), DuplicateOf: cell(f.DuplicateOf), Type: e.Type, Mode: list(e.Mode), Contexts: list(e.Contexts), CAMEO: e.CAMEO,
		Quad: int32(e.Quad), Score: e.Score, AccordingTo: f.source(e.AccordingTo), Sentence: f.words(f.sentence[e.Sentence]), SentenceNumber: f.order[e.Sentence],
		Trigger: f.words(e.Trigger), Start: int32(e.Trigger.Start), End: int32(e.Trigger.End), Confidence: e.Confidence, Rule: e.Rule,
		Reports: 1, Publishers: 1,
	}
	if e.Date != nil {
		row.Date = e.Date.Value
	}
	row.Day, row.DayFrom = day(row.Date, row.Published)
	for _, x := range e.Aux {
		switch x {
		case "historical":
			row.Historical = true
		case "future":
			row.Future = true
		case "hypothetical":
			row.Hypothetical = true
		case "negation":
			row.Negation = true
		}
	}
	row.Actors, row.ActorCountries, row.ActorSectors, row.ActorOffices, row.ActorWikidata = f.parties(e.Actors)
	row.Recipients, row.RecipientCountries, row.RecipientSectors, row.RecipientOffices, row.RecipientWikidata = f.parties(e.Recipients)
	if o := e.Object; o != nil {
		row.ObjectCount, row.Object = int64(o.Count), cell(o.Of)
		if x := f.entity[o.Entity]; x != nil && row.Object == "" {
			row.Object = cell(x.Name)
		}
	}
	if p := f.place[e.Place]; p != nil {
		row.Place, row.PlaceCountry, row.Latitude, row.Longitude = cell(p.Name), p.Country, p.Lat, p.Lon
		if p.Ref != nil {
			row.Geonames = int64(p.Ref.Geonames)
		}
	}
	return row
}

// day gives the first day of a date, or the day of publication, and says
// which of them it is.
func day(date string, published *Day) (d *Day, from string) {
	if first, last, ok := timex.Bounds(date); ok {
		switch {
		case first == last:
			from = "day"
		case len(date) == len("2021-06"):
			from = "month"
		case len(date) == len("2021"):
			from = "year"
		default:
			from = "span"
		}
		return ParseDay(first), from
	}
	if published == nil {
		return nil, ""
	}
	return published, "published"
}

// parties gives the parallel lists of the columns about actors or recipients.
func (f *Flattener) parties(ids []string) (names, countries, sectors, offices, wikidata string) {
	var n, c, s, o, w []string
	for _, id := range ids {
		e := f.entity[id]
		if e == nil {
			continue
		}
		n, c, s, o = append(n, e.Name), append(c, e.Country), append(s, strings.Join(e.Sectors, "+")), append(o, e.Office)
		w = append(w, wiki(e))
	}
	return list(n), list(c), list(s), list(o), list(w)
}

func wiki(e *record.Entity) string {
	if e.Ref == nil {
		return ""
	}
	return e.Ref.Wikidata
}

// source names who makes a statement: the speaker, or else the words for him.
func (f *Flattener) source(id string) string {
	s := f.statement[id]
	if s == nil {
		return ""
	}
	if e := f.entity[s.Speaker]; e != nil {
		return cell(e.Name)
	}
	if s.Source != nil {
		return f.words(*s.Source)
	}
	return "unnamed source"
}

// Statement makes the row of the record's i-th statement.
func (f *Flattener) Statement(i int) Statement {
	a, s := &f.r.Article, &f.r.Statements[i]
	row := Statement{
		ID: cell(a.ID) + "/" + s.ID, ArticleID: cell(a.ID), URL: cell(a.URL), Publisher: cell(a.Publisher), Published: ParseDay(a.Published),
		Title: cell(a.Title), DuplicateOf: cell(f.DuplicateOf), Kind: s.Kind, Contexts: list(s.Contexts),
		CoSpeakers: f.names(s.CoSpeakers), Addressees: f.names(s.Addressee), About: f.names(s.About), Sentence: f.words(f.sentence[s.Sentence]), SentenceNumber: f.order[s.Sentence], Confidence: s.Confidence,
	}
	if e := f.entity[s.Speaker]; e != nil {
		row.Speaker, row.SpeakerKind, row.SpeakerCountry = cell(e.Name), e.Kind, e.Country
		row.SpeakerSectors, row.SpeakerOffice, row.SpeakerWiki = strings.Join(e.Sectors, "+"), cell(e.Office), wiki(e)
	}
	if s.Source != nil {
		row.Source = f.words(*s.Source)
	}
	if f.statement[s.Within] != nil {
		row.Within, row.ReportedBy = cell(a.ID)+"/"+s.Within, f.source(s.Within)
	}
	if s.Cue != nil {
		row.Cue = f.words(*s.Cue)
	}
	parts := make([]string, len(s.Content))
	for k, sp := range s.Content {
		parts[k] = f.words(sp)
		if k == 0 {
			row.Start, row.End = int32(sp.Start), int32(sp.End)
		}
		row.Start, row.End = min(row.Start, int32(sp.Start)), max(row.End, int32(sp.End))
	}
	row.Content = strings.Join(parts, " … ")
	if s.Heading != nil {
		row.Heading = f.words(a.Blocks[*s.Heading].Span)
	}
	return row
}

func (f *Flattener) names(ids []string) string {
	var n []string
	for _, id := range ids {
		if e := f.entity[id]; e != nil {
			n = append(n, e.Name)
		}
	}
	return list(n)
}

func (f *Flattener) words(sp record.Span) string { return cell(f.text.Words(sp)) }

// cell makes one line of s: white space becomes single spaces.
func cell(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' && (c != ' ' || i == 0 || i == len(s)-1 || s[i+1] <= ' ') || c >= 0x7f {
			return strings.Join(strings.FieldsFunc(s, blank), " ")
		}
	}
	return s
}

// blank reports white space and control characters, which have no place in a cell.
func blank(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// list joins the items of a list for one cell; it is empty when all items are.
func list(items []string) string {
	empty := true
	for _, s := range items {
		empty = empty && s == ""
	}
	if empty {
		return ""
	}
	clean := make([]string, len(items))
	for i, s := range items {
		clean[i] = strings.ReplaceAll(cell(s), Between, "/")
	}
	return strings.Join(clean, Between)
}
