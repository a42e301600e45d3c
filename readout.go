// Package readout is the front door: a Reader turns an article into a record
// of who did and said what to whom, about what, when, where and according to
// whom, each finding with the words it rests on.
//
//	r, err := readout.NewReader(readout.Options{})
//	rec, err := r.Read(ctx, &article.Article{ID: "1", Published: "2021-06-16", Text: …, Blocks: …})
//
// Package intake makes articles out of files, pages and lines of JSON.
package readout

import (
	"context"
	"fmt"
	"sync"

	"readout/actor"
	"readout/article"
	"readout/event"
	"readout/lexicon"
	"readout/parse"
	"readout/place"
	"readout/record"
	"readout/statement"
	"readout/syntax"
	"readout/timex"
)

// Version is the version of the engine that records name.
const Version = "0.1.0"

// Options for a Reader. The zero value reads with the embedded knowledge.
type Options struct {
	// Lexicon is a folder of knowledge files that replace or add to the
	// embedded ones; empty for none.
	Lexicon string
	// Confidence is that below which events are left out, 0 to 1; zero means
	// event.DefaultLeast, a negative value leaves out none.
	Confidence float64
}

// A Reader reads articles. It is safe for concurrent use: each call of Read
// works on one goroutine and shares only read-only knowledge.
type Reader struct {
	set        *lexicon.Set
	engine     record.Engine
	parser     *parse.Parser
	times      *timex.Finder
	actors     *actor.Resolver
	places     *place.Finder
	events     *event.Finder
	statements *statement.Finder
}

// NewReader loads the model and compiles the knowledge. Faults in knowledge
// files are returned together, each with file and line.
func NewReader(opts Options) (*Reader, error) {
	set, err := lexicon.Open(opts.Lexicon)
	if err != nil {
		return nil, err
	}
	r := &Reader{set: set}
	var loading sync.WaitGroup
	var faults [6]error
	loading.Go(func() { r.parser, faults[0] = parse.New(parse.Options{Lexicon: set}) })
	loading.Go(func() { r.times, faults[1] = timex.NewFinder(set, timex.Options{}) })
	loading.Go(func() { r.actors, faults[2] = actor.NewResolver(set, actor.Options{}) })
	loading.Go(func() { r.places, faults[3] = place.NewFinder(set, place.Options{}) })
	loading.Go(func() { r.events, faults[4] = event.NewFinder(set, event.Options{Least: opts.Confidence}) })
	loading.Go(func() { r.statements, faults[5] = statement.NewFinder(set, statement.Options{}) })
	loading.Wait()
	if err := lexicon.Join(faults[:]...); err != nil {
		return nil, err
	}
	r.engine = record.Engine{Version: Version, Lexicon: set.Hash(), Model: r.parser.Hash()}
	return r, nil
}

// Engine identifies what makes the records.
func (r *Reader) Engine() record.Engine { return r.engine }

// Lexicon returns the knowledge in force.
func (r *Reader) Lexicon() *lexicon.Set { return r.set }

// Parser returns the language analysis that the reader uses.
func (r *Reader) Parser() *parse.Parser { return r.parser }

// Read reads one article. It fails when the article breaks the promises of
// its type (article.Check), when ctx ends or when the analysis itself has a fault,
// whose line of code the error names; nothing else is an error: what cannot be
// read well is named in the record's warnings.
func (r *Reader) Read(ctx context.Context, a *article.Article) (*record.Record, error) {
	if err := a.Check(); err != nil {
		return nil, err
	}
	in := record.Reading{Engine: r.engine, Document: &syntax.Document{Article: a}, Cast: actor.NewCast(nil)}
	if a.Language != "" && a.Language != "en" {
		in.Warnings = append(in.Warnings, fmt.Sprintf("the text seems to be in language %q, not English: it was not analysed", a.Language))
		return record.Build(in), nil
	}
	for _, stage := range []func(*record.Reading){r.parse, r.who, r.what, r.said} {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("article %q: %w", a.ID, err)
		}
		if err := guarded(stage, &in); err != nil {
			return nil, fmt.Errorf("article %q: %w", a.ID, err)
		}
	}
	return record.Build(in), nil
}

func (r *Reader) parse(in *record.Reading) { in.Document = r.parser.Parse(in.Document.Article) }

func (r *Reader) who(in *record.Reading) {
	in.Times = r.times.Find(in.Document)
	in.Cast = r.actors.Resolve(in.Document)
	in.Places = r.places.Find(in.Document)
}

func (r *Reader) what(in *record.Reading) {
	found := r.events.Find(in.Document, in.Cast, in.Times, in.Places)
	in.Events = r.events.Dedupe(in.Document, in.Cast, found)
}

func (r *Reader) said(in *record.Reading) {
	in.Statements = r.statements.Find(in.Document, in.Cast)
	rel := r.statements.Relate(in.Document, in.Cast, in.Statements, in.Events)
	in.AccordingTo = rel.AccordingTo
	for _, l := range r.events.Relate(in.Document, in.Cast, in.Events) {
		in.Links = append(in.Links, record.Join{Kind: l.Kind, From: record.End{Index: l.From}, To: record.End{Index: l.To}, Cue: l.Cue})
	}
	for _, l := range rel.Links {
		in.Links = append(in.Links, record.Join{Kind: l.Kind, From: end(l.From), To: end(l.To), Cue: l.Cue})
	}
	in.Keep(func(e *event.Event) bool { return !e.BySpeaker || len(e.Actors) > 0 })
}

// end is one end of a link between statements and events, as the record has it.
func end(e statement.End) record.End {
	if e.Statement >= 0 {
		return record.End{Statement: true, Index: e.Statement}
	}
	return record.End{Index: e.Event}
}
