package page

import (
	"cmp"
	"html/template"
	"math"
	"strconv"
	"strings"
	"time"

	"readout/internal/mark"
	"readout/record/table"
	"readout/store"
	"readout/timex"
)

// verbs say what the actors of an event of a type do: several, and one.
var verbs = map[string][2]string{
	"AGREE": {"agree", "agrees"}, "CONSULT": {"consult", "consults"}, "SUPPORT": {"support", "supports"}, "CONCEDE": {"concede", "concedes"},
	"COOPERATE": {"cooperate with", "cooperates with"}, "AID": {"aid", "aids"}, "RETREAT": {"yield", "yields"}, "REQUEST": {"ask", "asks"},
	"ACCUSE": {"accuse", "accuses"}, "REJECT": {"refuse", "refuses"}, "THREATEN": {"threaten", "threatens"}, "PROTEST": {"protest against", "protests against"},
	"SANCTION": {"punish", "punishes"}, "MOBILIZE": {"mobilise against", "mobilises against"}, "COERCE": {"coerce", "coerces"}, "ASSAULT": {"assault", "assaults"},
}

// quads are the names of the quad classes.
var quads = [...]string{"", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}

func quad(n int32) string {
	if n < 1 || int(n) >= len(quads) {
		return ""
	}
	return quads[n]
}

// sayDay writes a time, a day, or what else a TIMEX3 value names, for a
// person, and leaves anything else as it is.
func sayDay(s string) string {
	const layout = "2 January 2006"
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.Format(layout)
	}
	return timex.Words(s, layout)
}

// shortDay names a stretch of days by its first in little room.
func shortDay(s string, unit store.Unit) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	switch unit {
	case store.ByYear:
		return t.Format("2006")
	case store.ByMonth:
		return t.Format("Jan 2006")
	}
	return t.Format("2 Jan 06")
}

// sayUnit names a stretch of days.
func sayUnit(from string, unit store.Unit) string {
	t, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return from
	}
	switch unit {
	case store.ByYear:
		return t.Format("2006")
	case store.ByMonth:
		return t.Format("January 2006")
	case store.ByWeek:
		return "week of " + t.Format("2 January 2006")
	}
	return t.Format("2 January 2006")
}

// days gives the bounds of a stretch of days, as a filter takes them.
func days(from string, unit store.Unit) (first, last string) {
	t, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return from, from
	}
	switch unit {
	case store.ByYear:
		return t.Format("2006"), t.Format("2006")
	case store.ByMonth:
		return t.Format("2006-01"), t.Format("2006-01")
	case store.ByWeek:
		return from, t.AddDate(0, 0, 6).Format(time.DateOnly)
	}
	return from, from
}

// score writes a PLOVER score with its sign.
func score(x float64) string {
	switch {
	case x > 0:
		return "+" + decimal(x)
	case x < 0:
		return "−" + decimal(-x)
	}
	return "0"
}

func decimal(x float64) string { return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64) }

func percent(x float64) string { return strconv.Itoa(int(math.Round(x*100))) + " %" }

// plain writes a code for a person: human_rights is human rights.
func plain(code string) string { return strings.ReplaceAll(code, "_", " ") }

// items parts the cell of a list.
func items(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, table.Between)
}

// aux lists the auxiliary modes of an event.
func aux(e store.Event) []string {
	var out []string
	for _, a := range []struct {
		is   bool
		name string
	}{{e.Historical, "historical"}, {e.Future, "future"}, {e.Hypothetical, "hypothetical"}, {e.Negation, "negated"}} {
		if a.is {
			out = append(out, a.name)
		}
	}
	return out
}

// happened says when an event happened: as the text has it, or else the day it
// was reported.
func happened(e store.Event) string {
	switch {
	case e.Date != "":
		return sayDay(e.Date)
	case e.Published != nil:
		return "reported " + sayDay(e.Published.String())
	}
	return "undated"
}

// count writes a number of things.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	if strings.HasSuffix(thing, "y") && !strings.HasSuffix(thing, "ay") {
		thing = strings.TrimSuffix(thing, "y") + "ie"
	}
	return number(n) + " " + thing + "s"
}

// number writes a whole number, not below zero, with narrow spaces between its thousands.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// total says how many rows a list has.
func total(n int, atLeast bool, thing string) string {
	if atLeast {
		return "more than " + count(n, thing)
	}
	return count(n, thing)
}

// deed says an event in one line of plain text, for titles and citations.
func deed(e store.Event) string {
	verb := verbs[e.Type]
	n := 1
	if len(e.Actors) > 1 || len(e.Actors) == 1 && e.Actors[0].Kind == "group" {
		n = 0
	}
	say := cmp.Or(verb[n], e.Type)
	if len(e.Recipients) > 0 {
		say += " " + names(e.Recipients, "")
	} else {
		say = strings.TrimSuffix(strings.TrimSuffix(say, " with"), " against")
	}
	say = names(e.Actors, "someone") + " " + say
	for _, a := range aux(e) {
		say += " (" + a + ")"
	}
	return say
}

// names joins the names of parties.
func names(parties []store.Party, nobody string) string {
	if len(parties) == 0 {
		return nobody
	}
	var out []string
	for _, p := range parties {
		out = append(out, mark.Flat(p.Name))
	}
	return strings.Join(out, " and ")
}

// passage is a sentence with the words that a finding rests on marked.
func passage(sentence, words string) template.HTML {
	before, after, ok := strings.Cut(sentence, words)
	if !ok || words == "" {
		return template.HTML(template.HTMLEscapeString(mark.Flat(sentence)))
	}
	return template.HTML(tail(before, 160) + "<mark>" + template.HTMLEscapeString(mark.Flat(words)) + "</mark>" + head(after, 220))
}

// head and tail cut what is far from the words that matter, at a space, and
// escape the rest. They keep the spaces beside those words.
func head(s string, most int) string {
	r := []rune(s)
	if len(r) > most {
		end := most
		for end > most/2 && r[end] != ' ' {
			end--
		}
		s = string(r[:end]) + " …"
	}
	return template.HTMLEscapeString(padded(s))
}

func tail(s string, most int) string {
	r := []rune(s)
	if len(r) > most {
		start := len(r) - most
		for start < len(r)-most/2 && r[start] != ' ' {
			start++
		}
		s = "… " + strings.TrimLeft(string(r[start:]), " ")
	}
	return template.HTMLEscapeString(padded(s))
}

// padded is Flat that keeps one space at either end.
func padded(s string) string {
	out := mark.Flat(s)
	if out == "" && s != "" {
		return " "
	}
	if strings.HasPrefix(s, " ") {
		out = " " + out
	}
	if strings.HasSuffix(s, " ") {
		out += " "
	}
	return out
}
