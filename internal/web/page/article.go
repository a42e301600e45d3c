package page

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"readout/internal/mark"
	"readout/internal/tell"
	"readout/record"
	"readout/store"
)

type articlePage struct {
	frame
	A          record.Article
	Engine     record.Engine
	Warnings   []string
	NoTitle    bool
	Blocks     []block
	Events     []eventCard
	Statements []statementCard
	Who        []whoCard

	Part, Parts            int
	PartBefore, PartBehind string
}

type eventCard struct {
	store.Event
	Links []tie
}

type statementCard struct {
	store.Statement
	Number int
	Links  []tie
}

type whoCard struct {
	*record.Entity
	Key  string
	At   []mention
	More int
}

type mention struct{ ID, Words string }

// mostMentions is how many mentions of one entity are listed.
const mostMentions = 12

func (p *pages) article(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("article")
	reading, err := p.store.Article(r.Context(), id)
	if err != nil {
		return err
	}
	proof := newProof(reading)
	v := articlePage{A: reading.Record.Article, Engine: reading.Record.Engine, Warnings: reading.Record.Warnings, Part: 1, Parts: proof.parts()}
	if s := r.URL.Query().Get("part"); s != "" {
		if v.Part, err = strconv.Atoi(s); err != nil || v.Part < 1 || v.Part > v.Parts {
			return store.ErrNotFound
		}
	}
	self := tell.Article(id)
	if v.Part > 1 {
		v.PartBefore = self + "?part=" + strconv.Itoa(v.Part-1)
	}
	if v.Part < v.Parts {
		v.PartBehind = self + "?part=" + strconv.Itoa(v.Part+1)
	}
	v.NoTitle = !slices.ContainsFunc(v.A.Blocks, func(b record.Block) bool { return b.Kind == "title" && partOf(b.Start) == v.Part })
	title := cmp.Or(v.A.Title, titleOf(proof), "Article "+id)
	v.frame = frame{Title: title, Section: "articles", Self: self, Data: true, Cite: citeArticle(v.A, title),
		More: []choice{{Label: "Record (readout/1)", Link: dataAddress(self+"/record", "json")}}}
	v.Blocks = proof.blocks(v.Part)
	v.cards(proof)
	p.show(w, r, http.StatusOK, "article", &v)
	return nil
}

// titleOf is the title block of an article.
func titleOf(p *proof) string {
	for _, b := range p.record.Article.Blocks {
		if b.Kind == "title" {
			return mark.Flat(p.text.Words(b.Span))
		}
	}
	return ""
}

// cards shows what was read in the part of the text that is shown.
func (v *articlePage) cards(p *proof) {
	address := func(local string) string {
		for i := range p.reading.Events {
			if e := p.reading.Events[i]; e.ID == e.ArticleID+"/"+local && partOf(int(e.Start)) != v.Part {
				return tell.Event(e.ID)
			}
		}
		for i := range p.reading.Statements {
			if s := p.reading.Statements[i]; s.ID == s.ArticleID+"/"+local && partOf(int(s.Start)) != v.Part {
				return tell.Statement(s.ID)
			}
		}
		return "#" + local
	}
	for _, e := range p.reading.Events {
		if partOf(int(e.Start)) == v.Part {
			_, local := split(e.ID)
			v.Events = append(v.Events, eventCard{e, p.ties(local, address)})
		}
	}
	for i, s := range p.reading.Statements {
		if partOf(int(s.Start)) == v.Part {
			_, local := split(s.ID)
			v.Statements = append(v.Statements, statementCard{s, i + 1, p.ties(local, address)})
		}
	}
	for i := range p.record.Entities {
		e := &p.record.Entities[i]
		card := whoCard{Entity: e, Key: p.reading.Keys[e.ID]}
		for k, m := range e.Mentions {
			switch {
			case partOf(m.Start) != v.Part:
			case len(card.At) == mostMentions:
				card.More++
			default:
				card.At = append(card.At, mention{mentionID(e.ID, k), p.text.Words(m.Span)})
			}
		}
		if len(card.At) > 0 {
			v.Who = append(v.Who, card)
		}
	}
	slices.SortStableFunc(v.Who, func(a, b whoCard) int { return (len(b.At) + b.More) - (len(a.At) + a.More) })
}

// citeArticle names an article as a bibliography does.
func citeArticle(a record.Article, title string) string {
	out := ""
	if a.Byline != "" {
		out = a.Byline + ": "
	}
	out += "“" + title + "”"
	if a.Publisher != "" {
		out += ", " + a.Publisher
	}
	if a.Published != "" {
		out += ", " + sayDay(a.Published)
	}
	if a.URL != "" {
		out += ", " + a.URL
	}
	return out
}
