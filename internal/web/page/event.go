package page

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"readout/internal/tell"
	"readout/record"
	"readout/record/table"
	"readout/store"
)

type eventPage struct {
	frame
	E          store.Event
	Engine     record.Engine
	Passage    any
	Links      []tie
	Elsewhere  []tied
	Pairs      []choice
	Judgements []store.Judgement
	Form       judgeForm
	Fault      string
}

// A judgeForm is what was filled in.
type judgeForm struct {
	Verdict, Who, Why string
	Known             bool // who it is need not be asked
	Fields            []formField
}

type formField struct {
	Name, Label, Value string
	Wide               bool
}

// A correctedField is a field of a correction beside the machine's.
type correctedField struct{ Name, Machine, Person string }

func (p *pages) event(w http.ResponseWriter, r *http.Request) error {
	v, err := p.eventView(r)
	if err != nil {
		return err
	}
	p.show(w, r, http.StatusOK, "event", v)
	return nil
}

func (p *pages) eventView(r *http.Request) (*eventPage, error) {
	ctx := r.Context()
	id := r.PathValue("article") + "/" + r.PathValue("event")
	reading, err := p.store.Article(ctx, r.PathValue("article"))
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(reading.Events, func(e store.Event) bool { return e.ID == id })
	if at < 0 {
		return nil, store.ErrNotFound
	}
	v := &eventPage{E: reading.Events[at], Engine: reading.Record.Engine}
	if v.Judgements, err = p.store.Judgements(ctx, id); err != nil {
		return nil, err
	}
	slices.Reverse(v.Judgements)
	proof := newProof(reading)
	ev := reading.Record.Events[at]
	v.Passage = proof.passage(ev.Sentence, []record.Span{ev.Trigger})
	v.Links = proof.ties(ev.ID, func(local string) string { return rowAddress(reading, local) })
	if v.Elsewhere, err = p.elsewhere(ctx, id); err != nil {
		return nil, err
	}
	if len(v.E.Actors) > 0 && len(v.E.Recipients) > 0 {
		a, b := v.E.Actors[0], v.E.Recipients[0]
		v.Pairs = append(v.Pairs, choice{Label: a.Name + " and " + b.Name, Link: tell.Pair(a.Key, b.Key)})
		if isCode(a.Country) && isCode(b.Country) && a.Country != b.Country && (a.Kind != "country" || b.Kind != "country") {
			v.Pairs = append(v.Pairs, choice{Label: p.countryName(a.Country) + " and " + p.countryName(b.Country), Link: tell.Pair(a.Country, b.Country)})
		}
	}
	say := deed(v.E)
	v.frame = frame{Title: sentence(say), Section: "events", Self: tell.Event(id), Data: true,
		Cite: "Event " + id + ": " + say + " (" + v.E.Type + ", " + happened(v.E) + "), read in " + citeArticle(reading.Record.Article, cmp.Or(v.E.Title, "an article"))}
	v.Form.Who, v.Form.Known = p.caller(ctx), p.caller(ctx) != ""
	machine := columns(&v.E.Event)
	for _, name := range store.Correctable() {
		v.Form.Fields = append(v.Form.Fields, formField{Name: name, Label: plain(name), Value: machine[name]})
	}
	return v, nil
}

// columns gives the cells of an event's row by column.
func columns(e *table.Event) map[string]string {
	out := map[string]string{}
	cells := table.Cells(e)
	for i, c := range table.Columns[table.Event]() {
		out[c.Name] = cells[i]
	}
	return out
}

// Corrected lists the fields of a correction beside the machine's, in the
// order of the columns.
func (v *eventPage) Corrected(j store.Judgement) []correctedField {
	machine := columns(&v.E.Event)
	var out []correctedField
	for _, name := range store.Correctable() {
		if person, ok := j.Fields[name]; ok {
			out = append(out, correctedField{name, machine[name], person})
		}
	}
	return out
}

// rowAddress is the address of an event or a statement of an article.
func rowAddress(r *store.Reading, local string) string {
	for i := range r.Record.Events {
		if r.Record.Events[i].ID == local {
			return "/events/" + url.PathEscape(r.Record.Article.ID) + "/" + url.PathEscape(local)
		}
	}
	return "/statements/" + url.PathEscape(r.Record.Article.ID) + "/" + url.PathEscape(local)
}

type statementPage struct {
	frame
	S         store.Statement
	Inner     []store.Statement // those reported in what it says
	Engine    record.Engine
	Passage   any
	Links     []tie
	Elsewhere []tied
}

func (p *pages) statement(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("article") + "/" + r.PathValue("statement")
	reading, err := p.store.Article(r.Context(), r.PathValue("article"))
	if err != nil {
		return err
	}
	at := slices.IndexFunc(reading.Statements, func(s store.Statement) bool { return s.ID == id })
	if at < 0 {
		return store.ErrNotFound
	}
	v := &statementPage{S: reading.Statements[at], Engine: reading.Record.Engine}
	for _, s := range reading.Statements {
		if s.Within == id {
			v.Inner = append(v.Inner, s)
		}
	}
	proof := newProof(reading)
	st := reading.Record.Statements[at]
	v.Passage = proof.passage(st.Sentence, st.Content)
	v.Links = proof.ties(st.ID, func(local string) string { return rowAddress(reading, local) })
	if v.Elsewhere, err = p.elsewhere(r.Context(), id); err != nil {
		return err
	}
	v.frame = frame{Title: speaker(v.S) + ": " + clip(v.S.Content, 70), Section: "statements", Self: tell.Statement(id), Data: true,
		Cite: "Statement " + id + " by " + speaker(v.S) + ", read in " + citeArticle(reading.Record.Article, cmp.Or(v.S.Title, "an article"))}
	p.show(w, r, http.StatusOK, "statement", v)
	return nil
}
