// Package tell says a row of the store in a line, for feeds, mail and messages
// to other programs, and knows its permanent address. The address is a path:
// the same for people and, below the root of the API, for programs.
package tell

import (
	"net/url"
	"strings"
	"time"

	"readout/event"
	"readout/record/table"
	"readout/store"
)

// A Line is a row in few words.
type Line struct {
	Kind       string // event, statement or article
	ID         string
	Title      string
	Summary    string // the words that it rests on
	Path       string
	URL        string    // of the article
	Publisher  string    // of the article
	Published  time.Time // of the article; zero when unknown
	Categories []string
}

// Article is the path of an article.
func Article(id string) string { return "/articles/" + url.PathEscape(id) }

// Event is the path of an event, whose id is that of its row.
func Event(id string) string { return "/events/" + inArticle(id) }

// Statement is the path of a statement, whose id is that of its row.
func Statement(id string) string { return "/statements/" + inArticle(id) }

// Entity is the path of an entity.
func Entity(key string) string { return "/entities/" + url.PathEscape(key) }

// Pair is the path of two parties.
func Pair(a, b string) string { return "/pairs/" + url.PathEscape(a) + "/" + url.PathEscape(b) }

// inArticle escapes the two parts of the id of a row.
func inArticle(id string) string {
	i := strings.LastIndexByte(id, '/')
	if i < 0 {
		return url.PathEscape(id)
	}
	return url.PathEscape(id[:i]) + "/" + url.PathEscape(id[i+1:])
}

// OfEvent says who did what to whom.
func OfEvent(e *store.Event) Line {
	title := e.Type
	if e.Mode != "" {
		title += " (" + spoken(e.Mode) + ")"
	}
	if e.Event.Actors != "" {
		title = spoken(e.Event.Actors) + ": " + title
	}
	if e.Event.Recipients != "" {
		title += " → " + spoken(e.Event.Recipients)
	}
	for _, x := range []struct {
		is   bool
		word string
	}{{e.Negation, "said not to have happened"}, {e.Hypothetical, "hypothetical"}, {e.Future, "planned"}, {e.Historical, "background"}} {
		if x.is {
			title += ", " + x.word
		}
	}
	summary := e.Sentence
	if e.AccordingTo != "" {
		summary += " (according to " + e.AccordingTo + ")"
	}
	return Line{Kind: "event", ID: e.ID, Title: title, Summary: summary, Path: Event(e.ID), URL: e.URL, Publisher: e.Publisher, Published: day(e.Published),
		Categories: append([]string{e.Type}, split(e.Contexts)...)}
}

// OfStatement says who spoke, and about what.
func OfStatement(s *store.Statement) Line {
	who := s.Statement.Speaker
	if who == "" {
		who = s.Source
	}
	if s.Statement.CoSpeakers != "" {
		who += " and " + spoken(s.Statement.CoSpeakers)
	}
	if who == "" {
		who = "Unnamed source"
	}
	if s.Contexts != "" {
		who += " on " + strings.ReplaceAll(spoken(s.Contexts), "_", " ")
	}
	if s.ReportedBy != "" {
		who += ", as " + s.ReportedBy + " reports"
	}
	return Line{Kind: "statement", ID: s.ID, Title: who, Summary: s.Content, Path: Statement(s.ID), URL: s.URL, Publisher: s.Publisher, Published: day(s.Published), Categories: split(s.Contexts)}
}

// OfArticle gives the title of an article and how it begins.
func OfArticle(a *store.Article) Line {
	title := a.Title
	if title == "" {
		title = a.ID
	}
	return Line{Kind: "article", ID: a.ID, Title: title, Summary: a.Lead, Path: Article(a.ID), URL: a.URL, Publisher: a.Publisher, Published: Day(a.Published)}
}

// Tie says how the other row of a tie stands to the one asked for.
func Tie(t store.Tie) string {
	switch {
	case t.Kind == event.Denies && t.Back:
		return "contradicted by"
	case t.Kind == event.Denies:
		return "contradicts"
	case t.Kind == event.AgreesWith:
		return "also said by"
	}
	return "told again"
}

// Day is the time at which a day such as 2021-06-16 begins, in UTC; the zero
// time for what is no day.
func Day(s string) time.Time {
	t, _ := time.Parse(time.DateOnly, s)
	return t
}

func day(d *table.Day) time.Time {
	if d == nil {
		return time.Time{}
	}
	return Day(d.String())
}

// spoken is the list of a cell as one says it.
func spoken(cell string) string { return strings.ReplaceAll(cell, table.Between, ", ") }

func split(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, table.Between)
}
