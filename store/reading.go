package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/record"
	"readout/record/table"
	"readout/relation"
)

// A Coded is a record with its rows and the line of JSON that it is.
type Coded struct {
	Record     *record.Record
	Line       []byte
	Events     []table.Event
	Statements []table.Statement
}

// Code makes the rows of a record, which must keep the law (Record.Check), and
// the line that it is unless the caller has that already.
func Code(r *record.Record, line []byte) (Coded, error) {
	c := Coded{Record: r, Line: line, Events: make([]table.Event, len(r.Events)), Statements: make([]table.Statement, len(r.Statements))}
	if line == nil {
		var err error
		if c.Line, err = r.Line(); err != nil {
			return Coded{}, err
		}
	}
	flat := table.Flattener{DuplicateOf: r.Article.DuplicateOf}
	flat.Load(r)
	for i := range c.Events {
		c.Events[i] = flat.Event(i)
		c.Events[i].Happening = relation.HappeningID(relation.Happening(&c.Events[i]))
	}
	for i := range c.Statements {
		c.Statements[i] = flat.Statement(i)
	}
	return c, nil
}

// reading ties the rows of a record to the entities in it.
func (c *Coded) reading() *Reading {
	a := &c.Record.Article
	r := &Reading{
		Article: Article{ID: a.ID, URL: a.URL, Title: a.Title, Byline: a.Byline, Publisher: a.Publisher, Published: a.Published, Language: a.Language,
			DuplicateOf: a.DuplicateOf, Lead: lead(a), Events: len(c.Events), Statements: len(c.Statements)},
		Record: c.Record, Line: c.Line, Events: make([]Event, len(c.Events)), Statements: make([]Statement, len(c.Statements)),
		Keys: make(map[string]string, len(c.Record.Entities)),
	}
	parties := make(map[string]Party, len(c.Record.Entities))
	for i := range c.Record.Entities {
		e := &c.Record.Entities[i]
		r.Keys[e.ID] = Key(e)
		parties[e.ID] = Party{Key: r.Keys[e.ID], Name: e.Name, Kind: e.Kind, Country: e.Country, Sectors: e.Sectors, Office: e.Office, Named: named(e)}
	}
	all := func(ids []string) []Party {
		var out []Party
		for _, id := range ids {
			if p, ok := parties[id]; ok {
				out = append(out, p)
			}
		}
		return out
	}
	one := func(id string) *Party {
		p, ok := parties[id]
		if !ok {
			return nil
		}
		return &p
	}
	events, statements := map[string]*record.Event{}, map[string]*record.Statement{}
	for i := range c.Record.Statements {
		statements[c.Record.Statements[i].ID] = &c.Record.Statements[i]
	}
	for i := range c.Record.Events {
		events[c.Record.Events[i].ID] = &c.Record.Events[i]
	}
	for i := range c.Events {
		r.Events[i].Event = c.Events[i]
		if e := events[local(c.Events[i].ID)]; e != nil { // a row may be given without its record's event
			r.Events[i].Actors, r.Events[i].Recipients = all(e.Actors), all(e.Recipients)
			if s := statements[e.AccordingTo]; s != nil {
				r.Events[i].Source = one(s.Speaker)
			}
		}
	}
	for i := range c.Statements {
		r.Statements[i].Statement = c.Statements[i]
		if s := statements[local(c.Statements[i].ID)]; s != nil {
			r.Statements[i].Speaker, r.Statements[i].CoSpeakers = one(s.Speaker), all(s.CoSpeakers)
			r.Statements[i].Addressees, r.Statements[i].About = all(s.Addressee), all(s.About)
			if o := statements[s.Within]; o != nil {
				r.Statements[i].Reporter = one(o.Speaker)
			}
		}
	}
	return r
}

// local is the id inside the record of the id of a row.
func local(id string) string { return id[strings.LastIndexByte(id, '/')+1:] }

// lead is how the text begins, titles left out.
func lead(a *record.Article) string {
	const most = 280
	text := record.NewText(a.Text)
	for _, b := range a.Blocks {
		if b.Kind != "paragraph" && b.Kind != "standfirst" {
			continue
		}
		s := oneLine(text.Words(b.Span))
		if utf8.RuneCountInString(s) <= most {
			return s
		}
		r := []rune(s)[:most]
		end := most
		for end > most/2 && !unicode.IsSpace(r[end-1]) {
			end--
		}
		return strings.TrimRightFunc(string(r[:end]), unicode.IsSpace) + " …"
	}
	return ""
}
