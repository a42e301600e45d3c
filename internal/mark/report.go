// Package mark shows a record to a person: plain text for a terminal or a
// pipe, every finding beside the words it rests on.
package mark

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"readout/record"
	"readout/timex"
)

// width is the number of columns that lines are broken at.
const width = 100

// Report writes r for a person to read. It uses no colour and no control
// characters, so that it reads the same in a terminal, a pipe and a file.
func Report(w io.Writer, r *record.Record) error {
	p := printer{Writer: bufio.NewWriter(w), r: r, text: record.NewText(r.Article.Text), entity: map[string]*record.Entity{},
		place: map[string]*record.Place{}, sentence: map[string]record.Span{}, statement: map[string]*record.Statement{}}
	for i := range r.Entities {
		p.entity[r.Entities[i].ID] = &r.Entities[i]
	}
	for i := range r.Places {
		p.place[r.Places[i].ID] = &r.Places[i]
	}
	for _, s := range r.Sentences {
		p.sentence[s.ID] = s.Span
	}
	for i := range r.Statements {
		p.statement[r.Statements[i].ID] = &r.Statements[i]
	}
	p.head()
	p.facts()
	p.events()
	p.statements()
	for _, warning := range r.Warnings {
		p.para("warning: ", "  ", warning)
	}
	return p.Flush()
}

type printer struct {
	*bufio.Writer
	r         *record.Record
	text      record.Text
	entity    map[string]*record.Entity
	place     map[string]*record.Place
	sentence  map[string]record.Span
	statement map[string]*record.Statement
}

func (p *printer) line(format string, args ...any) {
	fmt.Fprintf(p, format, args...)
	p.WriteByte('\n')
}

func (p *printer) head() {
	a := p.r.Article
	title := a.Title
	for _, b := range a.Blocks {
		if title == "" && b.Kind == "title" {
			title = p.text.Words(b.Span)
		}
	}
	if title == "" {
		title = a.ID
	}
	p.para("", "", Flat(title))
	var about []string
	for _, s := range []string{a.Publisher, a.Byline, a.Published, a.URL} {
		if s != "" {
			about = append(about, Flat(s))
		}
	}
	if len(about) > 0 {
		p.para("", "", strings.Join(about, " · "))
	}
	p.line("")
}

// facts says in a few lines who the report is about and what it holds.
func (p *printer) facts() {
	r := p.r
	verbal, material := [2]int{}, [2]int{}
	for _, e := range r.Events {
		switch e.Quad {
		case 1:
			verbal[0]++
		case 2:
			material[0]++
		case 3:
			verbal[1]++
		case 4:
			material[1]++
		}
	}
	p.line("HEADLINE FACTS")
	p.line("  %s: %d cooperative (%d in words, %d in deeds), %d conflictual (%d in words, %d in deeds)",
		count(len(r.Events), "event"), verbal[0]+material[0], verbal[0], material[0], verbal[1]+material[1], verbal[1], material[1])
	p.line("  %s, %s", count(len(r.Statements), "statement"), count(len(r.Sentences), "sentence"))
	if who := p.parties(); who != "" {
		p.para("  parties: ", "    ", who)
	}
	if who := p.speakers(); who != "" {
		p.para("  quoted:  ", "    ", who)
	}
	if lead := p.lead(); lead != nil {
		p.para("  lead:    ", "    ", p.say(lead))
	}
	p.line("")
}

func (p *printer) events() {
	if len(p.r.Events) == 0 {
		return
	}
	p.line("WHO DID WHAT TO WHOM")
	for i := range p.r.Events {
		e := &p.r.Events[i]
		p.para("  ", "      ", p.say(e))
		p.passage(p.sentence[e.Sentence], e.Trigger)
	}
	p.line("")
}

// say tells an event in one line: date · who → what → whom · where.
func (p *printer) say(e *record.Event) string {
	date := "undated"
	if e.Date != nil {
		date = timex.Words(e.Date.Value, time.DateOnly)
	}
	what := e.Type
	if len(e.Mode) > 0 {
		what += "/" + strings.Join(e.Mode, "+")
	}
	for _, a := range e.Aux {
		what += " (" + a + ")"
	}
	parts := []string{date, p.names(e.Actors, "someone") + " → " + what}
	if len(e.Recipients) > 0 {
		parts[1] += " → " + p.names(e.Recipients, "")
	}
	if o := e.Object; o != nil && (o.Of != "" || o.Count > 0) {
		of := o.Of
		if o.Count > 0 {
			of = strings.TrimSpace(fmt.Sprintf("%d %s", o.Count, of))
		}
		parts = append(parts, of)
	}
	if pl := p.place[e.Place]; pl != nil {
		parts = append(parts, pl.Name)
	}
	if s := p.statement[e.AccordingTo]; s != nil {
		parts = append(parts, "according to "+p.speaker(s))
	}
	return strings.Join(parts, " · ")
}

func (p *printer) names(ids []string, none string) string {
	var out []string
	for _, id := range ids {
		if e := p.entity[id]; e != nil {
			out = append(out, e.Name)
		}
	}
	if len(out) == 0 {
		return none
	}
	return strings.Join(out, " and ")
}

func (p *printer) speaker(s *record.Statement) string {
	if e := p.entity[s.Speaker]; e != nil {
		all := []string{e.Name}
		for _, id := range s.CoSpeakers {
			if o := p.entity[id]; o != nil {
				all = append(all, o.Name)
			}
		}
		return strings.Join(all, " and ")
	}
	if s.Source != nil {
		return Flat(p.text.Words(*s.Source))
	}
	return "unnamed source"
}

func (p *printer) statements() {
	if len(p.r.Statements) == 0 {
		return
	}
	p.line("WHO SAID WHAT")
	for i := range p.r.Statements {
		s := &p.r.Statements[i]
		head := "  " + p.speaker(s)
		if s.Cue != nil {
			head += " · " + Flat(p.text.Words(*s.Cue))
		}
		head += " · " + s.Kind
		if o := p.statement[s.Within]; o != nil {
			head += " · as " + p.speaker(o) + " reports"
		}
		if len(s.Contexts) > 0 {
			head += " · on " + strings.Join(s.Contexts, ", ")
		}
		p.para("", "      ", head)
		var said []string
		for _, c := range s.Content {
			said = append(said, Flat(p.text.Words(c)))
		}
		p.para("      ", "      ", strings.Join(said, " … "))
	}
	p.line("")
}

// reach is how many code points of the sentence are shown on either side of
// the words that a finding rests on.
const reach = 110

// passage prints the words around hit inside the sentence, hit in brackets.
func (p *printer) passage(sentence, hit record.Span) {
	start, end := max(sentence.Start, hit.Start-reach), min(max(sentence.End, hit.End), hit.End+reach)
	before, after := p.text.Words(record.Span{Start: start, End: hit.Start}), p.text.Words(record.Span{Start: hit.End, End: end})
	if start > sentence.Start {
		if i := strings.IndexByte(before, ' '); i >= 0 {
			before = before[i+1:]
		}
		before = "… " + before
	}
	if end < sentence.End {
		if i := strings.LastIndexByte(after, ' '); i >= 0 {
			after = after[:i]
		}
		after += " …"
	}
	p.para("      ", "      ", Flat(before+"["+p.text.Words(hit)+"]"+after))
}

// para writes s broken at the width, the first line after first, the others
// after rest.
func (p *printer) para(first, rest, s string) {
	col := utf8.RuneCountInString(first)
	p.WriteString(first)
	for i, word := range strings.Fields(s) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
			p.WriteString(leading(s))
			col += len(leading(s))
		case col+1+n > width:
			p.WriteByte('\n')
			p.WriteString(rest)
			col = utf8.RuneCountInString(rest)
		default:
			p.WriteByte(' ')
			col++
		}
		p.WriteString(word)
		col += n
	}
	p.WriteByte('\n')
}

func leading(s string) string { return s[:len(s)-len(strings.TrimLeft(s, " "))] }

// Flat makes one line of s and drops what could disturb a terminal or the
// order of what stands beside it: control characters, and those that turn the
// direction of writing.
func Flat(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func some(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
