package mark

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"

	"readout/record/table"
	"readout/timex"
)

// Event shows a row of the table of events: where it is from, who did what to
// whom, and the sentence with the words it rests on in brackets.
func Event(w io.Writer, e *table.Event) error {
	p := printer{Writer: bufio.NewWriter(w)}
	p.from(e.ID, e.Published, e.Publisher, e.DuplicateOf)
	what := e.Type
	if e.Mode != "" {
		what += "/" + strings.ReplaceAll(e.Mode, table.Between, "+")
	}
	for _, a := range []struct {
		is   bool
		name string
	}{{e.Historical, "historical"}, {e.Future, "future"}, {e.Hypothetical, "hypothetical"}, {e.Negation, "negation"}} {
		if a.is {
			what += " (" + a.name + ")"
		}
	}
	date := timex.Words(e.Date, time.DateOnly)
	if date == "" {
		date = "undated"
	}
	say := date + " · " + parties(e.Actors, e.ActorCountries, "someone") + " → " + what
	if e.Recipients != "" {
		say += " → " + parties(e.Recipients, e.RecipientCountries, "")
	}
	for _, more := range []string{e.Object, e.Place} {
		if more != "" {
			say += " · " + more
		}
	}
	if e.AccordingTo != "" {
		say += " · according to " + e.AccordingTo
	}
	p.para("    ", "      ", Flat(say))
	p.para("    ", "      ", fmt.Sprintf("confidence %g, %s", e.Confidence, e.Rule))
	p.para("      ", "      ", Flat(bracketed(e.Sentence, e.Trigger)))
	return p.Flush()
}

// Statement shows a row of the table of statements.
func Statement(w io.Writer, s *table.Statement) error {
	p := printer{Writer: bufio.NewWriter(w)}
	p.from(s.ID, s.Published, s.Publisher, s.DuplicateOf)
	who := s.Speaker
	if who == "" {
		who = s.Source
	}
	if who == "" {
		who = "unnamed source"
	}
	say := who
	if s.SpeakerCountry != "" {
		say += " (" + s.SpeakerCountry + ")"
	}
	if s.CoSpeakers != "" {
		say += " and " + strings.ReplaceAll(s.CoSpeakers, table.Between, " and ")
	}
	if s.Cue != "" {
		say += " · " + s.Cue
	}
	say += " · " + s.Kind
	if s.ReportedBy != "" {
		say += " · as " + s.ReportedBy + " reports"
	}
	p.para("    ", "      ", Flat(say))
	p.para("    ", "      ", fmt.Sprintf("confidence %g", s.Confidence))
	p.para("      ", "      ", Flat(bracketed(s.Sentence, s.Content)))
	if !strings.Contains(s.Sentence, s.Content) {
		p.para("      ", "      ", Flat("["+s.Content+"]"))
	}
	return p.Flush()
}

// from tells where a row is from.
func (p *printer) from(id string, published *table.Day, publisher, reprints string) {
	s := id
	if published != nil {
		s += " · " + published.String()
	}
	if publisher != "" {
		s += " · " + publisher
	}
	if reprints != "" {
		s += " · reprints " + reprints
	}
	p.line("%s", Flat(s))
}

// parties names actors or recipients with their countries.
func parties(names, countries, nobody string) string {
	if names == "" {
		return nobody
	}
	n, c := strings.Split(names, table.Between), strings.Split(countries, table.Between)
	for i := range n {
		if i < len(c) && c[i] != "" {
			n[i] += " (" + c[i] + ")"
		}
	}
	return strings.Join(n, " and ")
}

// bracketed sets words of a sentence in brackets.
func bracketed(sentence, words string) string {
	before, after, ok := strings.Cut(sentence, words)
	if !ok || words == "" {
		return sentence
	}
	return before + "[" + words + "]" + after
}
