package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"readout/event"
	"readout/record"
	"readout/record/table"
	"readout/relation"
)

// A Tie joins an event or a statement with one of another article.
type Tie struct {
	// Kind is same_event, denies or agrees_with, as in the links of records: the
	// other tells the same, they contradict each other, or somebody else says
	// what the statement says too.
	Kind string `json:"kind"`
	Back bool   `json:"back,omitempty"` // denies, agrees_with: the other is the one that does
	Own  string `json:"own"`            // the event that is held against the other: the one asked for, or one that the statement tells of, makes or denies
	// Event or Statement is the other, complete as Event and Statement give it.
	Event     *Event     `json:"event,omitempty"`
	Statement *Statement `json:"statement,omitempty"`
}

// Bounds of what Elsewhere goes through.
const (
	mostOwn  = 8   // events of a statement
	mostNear = 300 // events of one type and country in the days around, the newest
	mostRead = 16  // articles whose statements are looked through
	mostTies = 100
)

// Elsewhere returns what other articles, reprints left out, have on an event or
// on what a statement says, as relation.Between tells: contradictions first, then
// what is said by others, then the same told again; by day, the newest first. A
// statement of another article that denies or confirms the same event there
// is tied as well. At most a hundred are given.
func (s *Store) Elsewhere(ctx context.Context, id string) ([]Tie, error) {
	return remember(ctx, s, "elsewhere", Events, Filter{}, id, func() ([]Tie, error) { return s.elsewhere(ctx, id) })
}

func (s *Store) elsewhere(ctx context.Context, id string) ([]Tie, error) {
	article, local, ok := cutID(id)
	if !ok {
		return nil, fmt.Errorf("event or statement %q: %w", id, ErrNotFound)
	}
	r, err := s.Article(ctx, article)
	if err != nil {
		return nil, err
	}
	own, said := ownOf(r, local)
	if own == nil && said == nil {
		return nil, fmt.Errorf("event or statement %q: %w", id, ErrNotFound)
	}
	var out []Tie
	seen := map[string]bool{}
	add := func(t Tie) {
		if other := t.Other(); !seen[other] {
			seen[other] = true
			out = append(out, t)
		}
	}
	read := map[string]*Reading{}
	for _, o := range own {
		near, err := s.near(ctx, o.event)
		if err != nil {
			return nil, err
		}
		for i := range near {
			e := &near[i]
			t := Tie{Own: o.event.ID, Event: e}
			switch relation.Between(&o.event.Event, &e.Event) {
			case relation.Same:
				t.Kind = event.SameEvent
				if said != nil && e.Source != nil && (said.Speaker == nil || said.Speaker.Key != e.Source.Key) {
					t.Kind, t.Back = event.AgreesWith, true
				}
				if o.denied {
					t.Kind, t.Back = event.Denies, false
				}
			case relation.Denies:
				t.Kind = event.Denies
			case relation.Denied:
				t.Kind, t.Back = event.Denies, true
			default:
				continue
			}
			if o.denied && t.Back {
				continue // it denies what is denied here
			}
			add(t)
			if t.Kind == event.Denies {
				continue
			}
			if read[e.ArticleID] == nil {
				if len(read) == mostRead {
					continue
				}
				if read[e.ArticleID], err = s.Article(ctx, e.ArticleID); err != nil {
					return nil, err
				}
			}
			for _, t := range answersTo(read[e.ArticleID], e.ID) {
				t.Own = o.event.ID
				add(t)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Tie) int {
		return cmp.Or(cmp.Compare(rank(a.Kind), rank(b.Kind)), cmp.Compare(b.published(), a.published()), cmp.Compare(a.Other(), b.Other()))
	})
	return out[:min(len(out), mostTies)], nil
}

// Other is the id of the other row.
func (t Tie) Other() string {
	if t.Event != nil {
		return t.Event.ID
	}
	return t.Statement.ID
}

func (t Tie) published() table.Day {
	day := (*table.Day)(nil)
	if t.Event != nil {
		day = t.Event.Published
	} else {
		day = t.Statement.Published
	}
	if day == nil {
		return -1 << 31
	}
	return *day
}

func rank(kind string) int {
	return slices.Index([]string{event.Denies, event.AgreesWith, event.SameEvent}, kind)
}

// cutID parts the id of a row into that of its article and its own there.
func cutID(id string) (article, local string, ok bool) {
	i := strings.LastIndexByte(id, '/')
	if i < 0 {
		return "", "", false
	}
	return id[:i], id[i+1:], true
}

// An ownEvent is an event that stands for what is asked for.
type ownEvent struct {
	event  *Event
	denied bool // the statement asked for denies it
}

// ownOf returns the events that stand for the row of an article: an event
// itself; of a statement those that it tells of, the one that it makes, and
// those that it denies. said is the statement, if it is one.
func ownOf(r *Reading, local string) (own []ownEvent, said *Statement) {
	id := r.Article.ID + "/" + local
	for i := range r.Events {
		if r.Events[i].ID == id {
			return []ownEvent{{event: &r.Events[i]}}, nil
		}
	}
	at := slices.IndexFunc(r.Statements, func(x Statement) bool { return x.ID == id })
	if at < 0 {
		return nil, nil
	}
	st := &r.Record.Statements[at]
	for i := range r.Events {
		e := &r.Record.Events[i]
		denied := slices.ContainsFunc(r.Record.Links, func(l record.Link) bool { return l.Kind == event.Denies && l.From == st.ID && l.To == e.ID })
		makes := st.Cue != nil && e.Trigger.Start < st.Cue.End && st.Cue.Start < e.Trigger.End
		if (denied || makes || e.AccordingTo == st.ID) && len(own) < mostOwn {
			own = append(own, ownEvent{&r.Events[i], denied})
		}
	}
	return own, &r.Statements[at]
}

// near returns the events of other articles that may be tied to e.
func (s *Store) near(ctx context.Context, e *Event) ([]Event, error) {
	if e.Day == nil {
		return nil, nil
	}
	var out []Event
	err := s.around(ctx, e, e.Type, e.Actors, relation.Apart, relation.Apart, &out)
	switch {
	case err != nil:
	case e.Type == "ACCUSE":
		err = s.around(ctx, e, "REJECT", e.Recipients, 0, relation.Answer, &out)
	case e.Type == "REJECT":
		err = s.around(ctx, e, "ACCUSE", e.Actors, relation.Answer, 0, &out)
	}
	return out, err
}

// around adds the events of other articles that have a type and one of the
// parties, or somebody of the same country, so many days before and after e.
func (s *Store) around(ctx context.Context, e *Event, kind string, parties []Party, before, after table.Day, out *[]Event) error {
	var named, country []string
	for _, p := range parties {
		if p.Country != "" {
			country = append(country, p.Country)
		} else {
			named = append(named, p.Key)
		}
	}
	for _, f := range []Filter{{Country: country}, {Party: named}} {
		if f.Country == nil && f.Party == nil {
			continue
		}
		f.Type, f.From, f.To, f.Reprints = []string{kind}, (*e.Day - before).String(), (*e.Day + after).String(), "none"
		l, err := s.Events(ctx, f, Page{Size: mostNear})
		if err != nil {
			return err
		}
		for _, o := range l.Items {
			if o.ArticleID != e.ArticleID {
				*out = append(*out, o)
			}
		}
	}
	return nil
}

// answersTo returns the statements of an article that deny or confirm its
// event.
func answersTo(r *Reading, id string) []Tie {
	_, local, _ := cutID(id)
	var out []Tie
	for _, l := range r.Record.Links {
		if l.To != local || l.Kind != event.Denies && l.Kind != event.AgreesWith {
			continue
		}
		for i := range r.Statements {
			if r.Record.Statements[i].ID == l.From {
				out = append(out, Tie{Kind: l.Kind, Back: true, Statement: &r.Statements[i]})
			}
		}
	}
	return out
}
