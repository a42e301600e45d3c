package page

import (
	"cmp"
	"context"
	"html/template"

	"readout/event"
	"readout/internal/tell"
	"readout/store"
)

// A tied row is one of another article that is tied to the one shown.
type tied struct {
	Say, Label, Link string
	Quote            template.HTML
	Publisher, Day   string
}

// mostElsewhere is how many ties of a kind a page shows.
const mostElsewhere = 10

// elsewhere says what other articles have on a row.
func (p *pages) elsewhere(ctx context.Context, id string) ([]tied, error) {
	ties, err := p.store.Elsewhere(ctx, id)
	if err != nil {
		return nil, err
	}
	shown := map[string]int{}
	var out []tied
	for _, t := range ties {
		if shown[t.Kind]++; shown[t.Kind] > mostElsewhere {
			continue
		}
		out = append(out, sayTie(t))
	}
	return out, nil
}

func sayTie(t store.Tie) tied {
	say := tell.Tie(t)
	if e := t.Event; e != nil {
		label := deed(*e)
		switch {
		case t.Kind == event.AgreesWith && e.Source != nil:
			label = e.Source.Name + ": " + label
		case e.Negation:
			label += ", said not to have happened"
		}
		out := tied{Say: say, Label: label, Link: tell.Event(e.ID), Quote: passage(e.Sentence, e.Trigger), Publisher: e.Publisher}
		if e.Published != nil {
			out.Day = e.Published.String()
		}
		return out
	}
	s := t.Statement
	out := tied{Say: say, Label: speaker(*s), Link: tell.Statement(s.ID), Quote: passage(s.Sentence, s.Content), Publisher: s.Publisher}
	if s.Published != nil {
		out.Day = s.Published.String()
	}
	return out
}

// mostAsked is how many events of a day are held against other articles for
// the day's contradictions.
const mostAsked = 12

// denialsElsewhere lists the contradictions between articles on what is
// refused or said not to have happened on a day.
func (p *pages) denialsElsewhere(ctx context.Context, window store.Filter, most int) ([]denial, error) {
	var out []denial
	for _, part := range []store.Filter{{Type: []string{"REJECT"}}, {Aux: []string{"negation"}}} {
		f := window
		f.Type, f.Aux, f.Reprints = part.Type, part.Aux, "none"
		list, err := p.store.Events(ctx, f, store.Page{Size: mostAsked})
		if err != nil {
			return nil, err
		}
		for _, e := range list.Items {
			ties, err := p.store.Elsewhere(ctx, e.ID)
			if err != nil {
				return nil, err
			}
			for _, t := range ties {
				if len(out) == most {
					return out, nil
				}
				if t.Kind != event.Denies || t.Back || t.Event == nil {
					continue
				}
				out = append(out, denial{Say: sentence(names(e.Actors, "someone")) + " denies: " + deed(*t.Event), Title: cmp.Or(e.Title, e.ArticleID), Link: tell.Event(e.ID),
					Quotes: []template.HTML{passage(t.Event.Sentence, t.Event.Trigger), passage(e.Sentence, e.Trigger)}})
				break // one is enough to tell
			}
		}
	}
	return out, nil
}
