package cli

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/event"
	"readout/record"
)

// nearMisses is how many patterns that do not fit are shown for a trigger.
const nearMisses = 3

// explainTrials prints for each word that may tell an event which pattern it
// was read by, with what, and which it was not.
func explainTrials(buf *bytes.Buffer, x *readout.Explanation, all bool) {
	fmt.Fprintln(buf, "PATTERNS")
	if len(x.Trials) == 0 {
		fmt.Fprint(buf, "  none of the words tells an event\n\n")
		return
	}
	for i := 0; i < len(x.Trials); {
		j := i
		for j < len(x.Trials) && x.Trials[j].Sentence == x.Trials[i].Sentence && x.Trials[j].Token == x.Trials[i].Token {
			j++
		}
		explainWord(buf, x, distinct(x.Trials[i:j]), all)
		i = j
	}
	buf.WriteByte('\n')
}

// distinct keeps one trial of each pattern line: the one that got furthest.
func distinct(trials []event.Trial) []event.Trial {
	var out []event.Trial
	for _, t := range trials {
		k := slices.IndexFunc(out, func(o event.Trial) bool { return o.Line == t.Line })
		switch {
		case k < 0:
			out = append(out, t)
		case t.Won || t.Fits && !out[k].Fits || !out[k].Fits && t.Filled > out[k].Filled:
			out[k] = t
		}
	}
	return out
}

func explainWord(buf *bytes.Buffer, x *readout.Explanation, trials []event.Trial, all bool) {
	word := func(token int) string { return x.Document.Sentences[trials[0].Sentence].Tokens[token].Form }
	token := x.Document.Sentences[trials[0].Sentence].Tokens[trials[0].Token]
	shown := func(t event.Trial) string {
		if all {
			return t.Pattern
		}
		return brief(t.Pattern, token.Lemma, strings.ToLower(token.Form))
	}
	place := func(t event.Trial) string { return fmt.Sprintf("%s:%d", t.Line.File, t.Line.No) }
	var won *event.Trial
	var fit, miss []event.Trial
	for i := range trials {
		switch t := trials[i]; {
		case t.Won:
			won = &trials[i]
		case t.Fits:
			fit = append(fit, t)
		case t.Filled >= 0 || all:
			miss = append(miss, t)
		}
	}
	slices.SortStableFunc(miss, func(a, b event.Trial) int { return b.Filled - a.Filled })
	switch {
	case won == nil && len(miss) == 0:
		return
	case won == nil:
		fmt.Fprintf(buf, "  “%s”: no pattern fits\n", word(trials[0].Token))
	default:
		verdict := "told"
		switch o := won.Outcome; {
		case o.Why != "" && o.By >= 0:
			verdict = fmt.Sprintf("not told by itself: %s (“%s”)", o.Why, word(o.By))
		case o.Confidence > 0 && !o.Told:
			verdict = fmt.Sprintf("left out: confidence %.2f is below %.2f", o.Confidence, event.DefaultLeast)
		case o.Why != "":
			verdict = "not told: " + o.Why
		}
		fmt.Fprintf(buf, "  “%s”: %s\n", word(won.Token), verdict)
		fmt.Fprintf(buf, "    FIRED %s  %s\n          %s\n", won.Rule, place(*won), shown(*won))
		for _, f := range won.Slots {
			fmt.Fprintf(buf, "          %-9s = ", f.Role)
			if f.Token >= 0 {
				fmt.Fprintf(buf, "“%s”", word(f.Token))
			}
			for k, p := range f.Parties {
				sep := ", "
				if k == 0 {
					if sep = ""; f.Token >= 0 {
						sep = " → "
					}
				}
				fmt.Fprintf(buf, "%s%s", sep, party(x.Cast.Entities[p].Name, x.Cast.Entities[p].Country, x.Cast.Entities[p].Sectors))
			}
			buf.WriteByte('\n')
		}
		if o := won.Outcome; o.Confidence > 0 {
			fmt.Fprintf(buf, "          confidence %.2f%s%s\n", o.Confidence, because("raised by", o.Raised), because("lowered by", o.Lowered))
		}
	}
	for i, t := range fit {
		if i == nearMisses && !all {
			fmt.Fprintf(buf, "    fits  … and %d more\n", len(fit)-i)
			break
		}
		fmt.Fprintf(buf, "    fits  %s  %s, but asks for less or stands later\n", t.Rule, place(t))
		if all {
			fmt.Fprintf(buf, "          %s\n", shown(t))
		}
	}
	limit := nearMisses
	if won == nil && len(x.Record.Events) > 0 {
		limit = 1 // the sentence is told by other words
	}
	for i, t := range miss {
		if i == limit && !all {
			break
		}
		fmt.Fprintf(buf, "    near  %s  %s: %s\n          %s\n", t.Rule, place(t), t.Why, shown(t))
	}
}

func because(verb string, what []string) string {
	if len(what) == 0 {
		return ""
	}
	return "; " + verb + ": " + strings.Join(what, ", ")
}

// brief is a pattern with only that of its alternative triggers, and at most
// four of other alternatives, that a reader of one sentence needs.
func brief(pattern, lemma, form string) string {
	pattern, _, _ = strings.Cut(pattern, " / ")
	words := strings.Fields(pattern)
	for i, w := range words {
		alternatives := strings.Split(w, "|")
		if len(alternatives) == 1 {
			continue
		}
		if !strings.ContainsAny(w, "{}()[]:") {
			if k := slices.IndexFunc(alternatives, func(a string) bool { return a == lemma || a == form || strings.HasPrefix(a, lemma+"_") }); k >= 0 {
				words[i] = alternatives[k]
				continue
			}
		}
		if len(alternatives) > 4 {
			end := ""
			for _, mark := range "})" {
				if j := strings.IndexRune(w, mark); j >= 0 {
					end = w[j:]
					break
				}
			}
			words[i] = strings.Join(alternatives[:4], "|") + "|…" + end
		}
	}
	return strings.Join(words, " ")
}

func party(name, country string, sectors []string) string {
	about := strings.TrimSpace(country + " " + strings.Join(sectors, " "))
	if about == "" {
		return name + " (nothing known)"
	}
	return name + " (" + about + ")"
}

// explainFound prints the events and statements of the record in full.
func explainFound(buf *bytes.Buffer, x *readout.Explanation, published string) {
	r := x.Record
	who := map[string]*record.Entity{}
	for i := range r.Entities {
		who[r.Entities[i].ID] = &r.Entities[i]
	}
	text := []rune(r.Article.Text)
	words := func(s record.Span) string { return string(text[s.Start:s.End]) }
	names := func(ids []string) string {
		var out []string
		for _, id := range ids {
			if e := who[id]; e != nil {
				out = append(out, party(e.Name, e.Country, e.Sectors))
			}
		}
		return strings.Join(out, ", ")
	}
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(buf, "      %-13s%s\n", name, value)
		}
	}
	speaker := map[string]string{}
	for _, s := range r.Statements {
		if e := who[s.Speaker]; e != nil {
			speaker[s.ID] = names(append([]string{s.Speaker}, s.CoSpeakers...))
		} else if s.Source != nil {
			speaker[s.ID] = words(*s.Source)
		}
	}
	fmt.Fprintln(buf, "EVENTS")
	if len(r.Events) == 0 {
		fmt.Fprintln(buf, "  none")
	}
	for _, e := range r.Events {
		fmt.Fprintf(buf, "  %s  “%s”\n", strings.Join(append([]string{e.Type}, e.Mode...), "/"), words(e.Trigger))
		line("actors", names(e.Actors))
		line("recipients", names(e.Recipients))
		if o := e.Object; o != nil {
			line("object", strings.TrimSpace(fmt.Sprintf("%s %s", counted(o.Count), o.Of)))
		}
		if e.Date != nil {
			line("date", e.Date.Value)
		} else if published == "" && len(r.Times) > 0 {
			line("date", "unknown without --published")
		}
		for _, p := range r.Places {
			if p.ID == e.Place {
				line("place", p.Name)
			}
		}
		line("auxiliary", strings.Join(e.Aux, ", "))
		line("contexts", strings.Join(e.Contexts, ", "))
		if e.AccordingTo != "" {
			by := speaker[e.AccordingTo]
			if n := who[e.AccordingTo]; n != nil {
				by = n.Name
			}
			line("according to", by)
		}
		line("codes", fmt.Sprintf("CAMEO %s, quad %d, score %g, confidence %.2f", e.CAMEO, e.Quad, e.Score, e.Confidence))
	}
	if len(r.Statements) > 0 {
		fmt.Fprintln(buf, "\nSTATEMENTS")
	}
	for _, s := range r.Statements {
		cue := ""
		if s.Cue != nil {
			cue = words(*s.Cue)
		}
		fmt.Fprintf(buf, "  %s  %s “%s”\n", s.Kind, speaker[s.ID], cue)
		for _, c := range s.Content {
			line("content", words(c))
		}
		line("contexts", strings.Join(s.Contexts, ", "))
	}
	for _, l := range r.Links {
		fmt.Fprintf(buf, "  %s %s %s\n", l.From, l.Kind, l.To)
	}
}

func counted(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
