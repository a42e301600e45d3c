package record

import (
	"math"
	"strconv"

	"readout/actor"
	"readout/article"
	"readout/event"
	"readout/place"
	"readout/statement"
	"readout/syntax"
	"readout/timex"
)

// A Reading is what the rooms found in one article, before it is written.
// Indexes point into the slices of the same reading.
type Reading struct {
	Engine     Engine
	Document   *syntax.Document
	Cast       *actor.Cast
	Times      []timex.Time
	Places     []place.Place
	Events     []event.Event
	Statements []statement.Statement
	// AccordingTo gives for each event the statement inside which it is
	// asserted, or -1 when the writer asserts it himself. It may be nil.
	AccordingTo []int
	Links       []Join
	Warnings    []string
}

// A Join is a link between two findings of a reading.
type Join struct {
	Kind     string
	From, To End
	Cue      article.Span // empty when no words say so
}

// An End is one side of a Join: an event, or a statement.
type End struct {
	Statement bool
	Index     int
}

// Build writes a reading down. Ids are given in order: s1…, e1…, t1…, p1…,
// st1…, ev1….
func Build(in Reading) *Record {
	b := builder{Reading: in, offsets: article.NewOffsets(in.Document.Article.Text)}
	a := in.Document.Article
	r := &Record{
		Schema: Schema, Engine: in.Engine, Article: b.article(a),
		Sentences: make([]Sentence, len(in.Document.Sentences)), Entities: []Entity{},
		Times: make([]Time, len(in.Times)), Places: make([]Place, len(in.Places)),
		Statements: make([]Statement, len(in.Statements)), Events: make([]Event, len(in.Events)),
		Links: []Link{}, Warnings: append(append([]string(nil), a.Warnings...), in.Warnings...),
	}
	for i, s := range in.Document.Sentences {
		r.Sentences[i] = Sentence{id("s", i), b.span(s.Span), s.Block}
	}
	if in.Cast != nil {
		r.Entities = make([]Entity, len(in.Cast.Entities))
		for i := range in.Cast.Entities {
			r.Entities[i] = b.entity(i, &in.Cast.Entities[i])
		}
	}
	for i, t := range in.Times {
		r.Times[i] = Time{id("t", i), b.span(t.Span), t.Value, t.Kind}
	}
	for i, p := range in.Places {
		r.Places[i] = b.place(i, p)
	}
	for i := range in.Statements {
		r.Statements[i] = b.statement(i, &in.Statements[i])
	}
	for i := range in.Events {
		r.Events[i] = b.event(i, &in.Events[i])
	}
	for _, j := range in.Links {
		r.Links = append(r.Links, Link{j.Kind, j.From.id(), j.To.id(), b.maybe(j.Cue)})
	}
	return r
}

type builder struct {
	Reading
	offsets *article.Offsets
}

// id returns the identifier of the i-th thing of a kind, counted from 1.
func id(prefix string, i int) string { return prefix + strconv.Itoa(i+1) }

func ids(prefix string, indexes []int) []string {
	out := make([]string, len(indexes))
	for k, i := range indexes {
		out[k] = id(prefix, i)
	}
	return out
}

func (e End) id() string {
	if e.Statement {
		return id("st", e.Index)
	}
	return id("ev", e.Index)
}

func (b *builder) span(s article.Span) Span {
	return Span{b.offsets.Point(s.Start), b.offsets.Point(s.End)}
}

func (b *builder) maybe(s article.Span) *Span {
	if s.Empty() {
		return nil
	}
	sp := b.span(s)
	return &sp
}

func (b *builder) article(a *article.Article) Article {
	out := Article{ID: a.ID, URL: a.URL, Title: a.Title, Byline: a.Byline, Publisher: a.Publisher, Published: a.Published,
		Language: a.Language, SHA256: a.Digest(), Text: a.Text, Blocks: make([]Block, len(a.Blocks))}
	for i, bl := range a.Blocks {
		out.Blocks[i] = Block{string(bl.Kind), b.span(bl.Span)}
	}
	return out
}

func (b *builder) entity(i int, e *actor.Entity) Entity {
	out := Entity{ID: id("e", i), Name: e.Name, Kind: e.Kind, Country: e.Country, Sectors: e.Sectors, Office: e.Office,
		Ref: ref(e.Wikidata, e.Geonames), Mentions: make([]Mention, len(e.Mentions))}
	for k, m := range e.Mentions {
		out.Mentions[k] = Mention{b.span(m.Span), m.As}
	}
	return out
}

func ref(wikidata string, geonames int) *Ref {
	if wikidata == "" && geonames == 0 {
		return nil
	}
	return &Ref{wikidata, geonames}
}

func (b *builder) place(i int, p place.Place) Place {
	out := Place{ID: id("p", i), Span: b.span(p.Span), Name: p.Name, Country: p.Country, Ref: ref("", p.Geonames)}
	if p.Located {
		lat, lon := p.Lat, p.Lon
		out.Lat, out.Lon = &lat, &lon
	}
	return out
}

func (b *builder) statement(i int, s *statement.Statement) Statement {
	out := Statement{ID: id("st", i), Kind: s.Kind, Source: b.maybe(s.Source), Cue: b.maybe(s.Cue), Content: make([]Span, len(s.Content)),
		CoSpeakers: ids("e", s.CoSpeakers), Addressee: ids("e", s.Addressee), About: ids("e", s.About), Contexts: s.Contexts, Sentence: id("s", s.Sentence), Confidence: round(s.Confidence)}
	if s.Speaker >= 0 {
		out.Speaker = id("e", s.Speaker)
	}
	if s.Within >= 0 {
		out.Within = id("st", s.Within)
	}
	for k, c := range s.Content {
		out.Content[k] = b.span(c)
	}
	if s.Heading >= 0 {
		h := s.Heading
		out.Heading = &h
	}
	return out
}

func (b *builder) event(i int, e *event.Event) Event {
	out := Event{ID: id("ev", i), Type: e.Type, Mode: e.Mode, Contexts: e.Contexts, CAMEO: e.CAMEO, Quad: event.Quad(e.Type),
		Score: event.Score(e.Type, e.Mode), Actors: ids("e", e.Actors), Recipients: ids("e", e.Recipients), Aux: e.Aux,
		Trigger: b.span(e.Trigger), Sentence: id("s", e.Sentence), Confidence: round(e.Confidence), Rule: e.Rule}
	if o := e.Object; o != nil {
		out.Object = &Object{Count: o.Count, Of: o.Of}
		if o.Entity >= 0 {
			out.Object.Entity = id("e", o.Entity)
		}
	}
	if e.Date != "" {
		out.Date = &Date{Value: e.Date}
		if e.Time >= 0 {
			out.Date.Time = id("t", e.Time)
		}
	}
	if e.Place >= 0 {
		out.Place = id("p", e.Place)
	}
	if i < len(b.AccordingTo) && b.AccordingTo[i] >= 0 {
		out.AccordingTo = id("st", b.AccordingTo[i])
	}
	return out
}

// round keeps two decimals: confidence means no more than that.
func round(x float64) float64 { return math.Round(x*100) / 100 }
