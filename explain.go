package readout

import (
	"readout/actor"
	"readout/article"
	"readout/event"
	"readout/record"
	"readout/syntax"
)

// An Explanation is a reading with what lies behind it.
type Explanation struct {
	Record   *record.Record
	Document *syntax.Document
	Cast     *actor.Cast
	Trials   []event.Trial // what was held against each trigger, and why it fits or not
}

// Explain reads an article as Read does and keeps the trees, the actors and
// every pattern that was tried. The article must hold its type's promises.
func (r *Reader) Explain(a *article.Article) (*Explanation, error) {
	if err := a.Check(); err != nil {
		return nil, err
	}
	in := record.Reading{Engine: r.engine, Document: &syntax.Document{Article: a}}
	for _, stage := range []func(*record.Reading){r.parse, r.who, r.what, r.said} {
		stage(&in)
	}
	return &Explanation{record.Build(in), in.Document, in.Cast, r.events.Explain(in.Document, in.Cast, in.Times, in.Places)}, nil
}

// CheckExamples reads every example of the event patterns in force and returns
// how many there are; the error joins a fault with file and line for each that
// is not coded as it says.
func (r *Reader) CheckExamples() (examples int, err error) {
	return r.events.Check(func(sentence string) (event.Analysis, error) {
		a := &article.Article{ID: "example", Text: sentence, Published: exampleDate,
			Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{End: len(sentence)}}}}
		in := record.Reading{Document: &syntax.Document{Article: a}}
		r.parse(&in)
		r.who(&in)
		return event.Analysis{Document: in.Document, Cast: in.Cast, Times: in.Times, Places: in.Places}, a.Check()
	})
}

// exampleDate is the day on which the examples of the patterns are read.
const exampleDate = "2021-06-16"
