package page

import (
	"cmp"
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"readout/internal/mark"
	"readout/internal/tell"
	"readout/record"
	"readout/store"
)

// partLength is how many code points of an article one page shows: the blocks
// that begin in a stretch of that length. So the part follows from the place of
// the words alone.
const partLength = 20_000

func partOf(start int) int { return start/partLength + 1 }

// inText is the address of words in their article.
func inText(article, local string, start int) string {
	address := tell.Article(article)
	if part := partOf(start); part > 1 {
		address += fmt.Sprintf("?part=%d", part)
	}
	return address + "#" + url.PathEscape("at-"+local)
}

// A proof is an article's text with its marks and what they stand for.
type proof struct {
	reading *store.Reading
	record  *record.Record
	text    record.Text
	marks   []mark.Mark
}

// A block is a block of the text with its marks.
type block struct {
	Kind string
	HTML template.HTML
}

// newProof marks all that was read in an article.
func newProof(r *store.Reading) *proof {
	p := &proof{reading: r, record: r.Record, text: record.NewText(r.Record.Article.Text)}
	for _, s := range p.record.Sentences {
		p.marks = append(p.marks, mark.Mark{Span: s.Span, Class: "s"})
	}
	for _, e := range p.record.Entities {
		title := e.Name
		if e.Office != "" {
			title += ", " + e.Office
		}
		for i, m := range e.Mentions {
			p.marks = append(p.marks, mark.Mark{Span: m.Span, Class: "actor", ID: mentionID(e.ID, i), Link: "#" + e.ID, Title: title})
		}
	}
	for i, s := range p.record.Statements {
		p.statement(i, s)
	}
	for i, e := range p.record.Events {
		title := e.Type
		if i < len(r.Events) {
			title = e.Type + ": " + deed(r.Events[i])
		}
		p.marks = append(p.marks, mark.Mark{Span: e.Trigger, Class: fmt.Sprintf("ev q%d", e.Quad), ID: "at-" + e.ID, Link: "#" + e.ID, Title: title, Label: e.Type, Rank: 2})
	}
	return p
}

// statement marks what is said, with the number of the statement behind it,
// and the cue.
func (p *proof) statement(i int, s record.Statement) {
	title, label := fmt.Sprintf("Statement %d", i+1), fmt.Sprint(i+1)
	if i < len(p.reading.Statements) {
		if s := p.reading.Statements[i]; s.Speaker != nil {
			title += ": " + speaker(s)
		}
	}
	for k, c := range s.Content {
		m := mark.Mark{Span: c, Class: "said", Behind: true}
		if k == 0 {
			m.ID = "at-" + s.ID
		}
		if k == len(s.Content)-1 {
			m.Link, m.Title, m.Label = "#"+s.ID, title, label
		}
		p.marks = append(p.marks, m)
	}
	if s.Cue != nil {
		p.marks = append(p.marks, mark.Mark{Span: *s.Cue, Class: "cue", Link: "#" + s.ID, Title: title, Rank: 1})
	}
}

func mentionID(entity string, i int) string { return fmt.Sprintf("%s-%d", entity, i) }

// blocks gives the blocks of one part.
func (p *proof) blocks(part int) []block {
	var out []block
	for _, b := range p.record.Article.Blocks {
		if partOf(b.Start) == part {
			out = append(out, block{b.Kind, mark.HTML(p.text, b.Span, within(p.marks, b.Span))})
		}
	}
	return out
}

// parts is how many parts the article has.
func (p *proof) parts() int {
	n := 1
	for _, b := range p.record.Article.Blocks {
		n = max(n, partOf(b.Start))
	}
	return n
}

// within picks the marks that have words in a span.
func within(marks []mark.Mark, sp record.Span) []mark.Mark {
	var out []mark.Mark
	for _, m := range marks {
		if m.Start < sp.End && m.End > sp.Start {
			out = append(out, m)
		}
	}
	return out
}

// passage is the sentence of a finding, with the sentence before and behind it
// in the same block, and the finding's words marked.
func (p *proof) passage(sentence string, words []record.Span) template.HTML {
	at := slices.IndexFunc(p.record.Sentences, func(s record.Sentence) bool { return s.ID == sentence })
	if at < 0 {
		return ""
	}
	here := p.record.Sentences[at]
	sp := here.Span
	if at > 0 && p.record.Sentences[at-1].Block == here.Block {
		sp.Start = p.record.Sentences[at-1].Start
	}
	if at+1 < len(p.record.Sentences) && p.record.Sentences[at+1].Block == here.Block {
		sp.End = p.record.Sentences[at+1].End
	}
	marks := []mark.Mark{{Span: here.Span, Class: "s"}}
	for _, w := range words {
		sp.Start, sp.End = min(sp.Start, w.Start), max(sp.End, w.End)
		marks = append(marks, mark.Mark{Span: w, Class: "trigger"})
	}
	return mark.HTML(p.text, sp, marks)
}

// A tie is a link of the record, seen from one of its ends.
type tie struct{ Say, Label, Link string }

// ties names what a finding is tied to; address makes the address of the other
// end from its id in the record.
func (p *proof) ties(id string, address func(local string) string) []tie {
	var out []tie
	for _, l := range p.record.Links {
		words, ok := tieWords[l.Kind]
		if !ok {
			words = [2]string{plain(l.Kind), plain(l.Kind) + " of"}
		}
		switch id {
		case l.From:
			out = append(out, tie{words[0], p.name(l.To), address(l.To)})
		case l.To:
			out = append(out, tie{words[1], p.name(l.From), address(l.From)})
		}
	}
	for _, e := range p.record.Events {
		switch {
		case e.ID == id && e.AccordingTo != "":
			out = append(out, tie{"told in", p.name(e.AccordingTo), address(e.AccordingTo)})
		case e.AccordingTo == id:
			out = append(out, tie{"tells of", p.name(e.ID), address(e.ID)})
		}
	}
	return out
}

// tieWords say a link from its one end and from its other.
var tieWords = map[string][2]string{
	"responds_to": {"answers", "is answered by"}, "because": {"happens because of", "is the reason for"}, "part_of": {"is part of", "has as its part"},
	"same_event": {"is the same event as", "is the same event as"}, "denies": {"denies", "is denied by"}, "agrees_with": {"agrees with", "is agreed with by"},
}

// name says an event or a statement in a few words.
func (p *proof) name(local string) string {
	for i := range p.reading.Events {
		if e := &p.reading.Events[i]; e.ArticleID+"/"+local == e.ID {
			return deed(*e)
		}
	}
	for i := range p.reading.Statements {
		if s := &p.reading.Statements[i]; s.ArticleID+"/"+local == s.ID {
			return "what " + speaker(*s) + " says"
		}
	}
	return local
}

// speaker is whoever makes a statement.
func speaker(s store.Statement) string {
	if s.Speaker != nil {
		all := []string{s.Speaker.Name}
		for _, p := range s.CoSpeakers {
			all = append(all, p.Name)
		}
		return mark.Flat(strings.Join(all, " and "))
	}
	return cmp.Or(mark.Flat(s.Source), "an unnamed source")
}
