package store

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout/event"
)

// Say puts the filter into words, as in "accusations by Russia against the
// United States since March 2021, confidence at least 0.6". The names of keys
// and country codes come from name, which may be nil; Store.Say knows them.
func (f Filter) Say(k Kind, name func(value string) string) string {
	if name == nil {
		name = func(value string) string { return value }
	}
	s := saying{name: name}
	s.add(f.what(k))
	s.list("by ", slices.Concat(f.Actor, f.ActorCountry))
	s.list(f.towards(), slices.Concat(f.Recipient, f.RecipientCountry))
	s.list("by or towards ", f.Party)
	switch k {
	case Events:
		s.list("according to ", f.Speaker)
	case Statements:
		s.list("by ", f.Speaker)
	default:
		s.list("with statements by ", f.Speaker)
	}
	s.list("about ", f.About)
	s.list("with ", f.Entity)
	s.list("with parties of ", f.Country)
	s.plain("with parties of sector ", f.Sector)
	s.plain("on ", f.Context)
	s.list("at ", f.Place)
	s.plain("published by ", f.Publisher)
	if f.Article != "" {
		s.add("in article " + f.Article)
	}
	if f.Words != "" {
		s.add("with the words " + f.Words)
	}
	s.add(said(f.From, f.To))
	var more []string
	if f.MinConfidence > 0 {
		more = append(more, "confidence at least "+strconv.FormatFloat(f.MinConfidence, 'g', -1, 64))
	}
	switch f.Judged {
	case "":
	case "none":
		more = append(more, "not judged yet")
	case "any":
		more = append(more, "judged")
	default:
		more = append(more, "judged "+f.Judged)
	}
	if f.Reprints == "none" {
		more = append(more, "without reprints")
	}
	return strings.Join(append([]string{strings.Join(s.parts, " ")}, more...), ", ")
}

type saying struct {
	name  func(string) string
	parts []string
}

func (s *saying) add(part string) {
	if part != "" {
		s.parts = append(s.parts, part)
	}
}

func (s *saying) list(lead string, values []string) {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = withArticle(s.name(v))
	}
	s.plain(lead, names)
}

func (s *saying) plain(lead string, values []string) {
	if len(values) > 0 {
		s.add(lead + either(values))
	}
}

// either joins alternatives.
func either(values []string) string {
	spaced := make([]string, len(values))
	for i, v := range values {
		spaced[i] = strings.ReplaceAll(v, "_", " ")
	}
	if len(spaced) < 2 {
		return strings.Join(spaced, "")
	}
	return strings.Join(spaced[:len(spaced)-1], ", ") + " or " + spaced[len(spaced)-1]
}

// what names the rows that are wanted.
func (f Filter) what(k Kind) string {
	var adjectives []string
	for _, a := range f.Aux {
		adjectives = append(adjectives, map[string]string{"negation": "negated", "none": "actual"}[a])
		if adjectives[len(adjectives)-1] == "" {
			adjectives[len(adjectives)-1] = a
		}
	}
	var lead string
	if len(adjectives) > 0 {
		lead = either(adjectives) + " "
	}
	modes := ""
	if len(f.Mode) > 0 {
		modes = " of mode " + either(f.Mode)
	}
	types := make([]string, len(f.Type))
	for i, t := range f.Type {
		if types[i] = nouns[t]; types[i] == "" {
			types[i] = t + " events"
		}
	}
	switch {
	case k == Statements && len(f.Speech) > 0:
		return either(f.Speech) + " statements"
	case k == Events && len(types) > 0:
		return lead + either(types) + modes
	case k != Events && len(types) > 0:
		return string(k) + " with " + lead + either(types) + modes
	}
	return lead + string(k) + modes
}

// nouns are what events of a type are called.
var nouns = map[string]string{
	"AGREE": "agreements", "CONSULT": "consultations", "SUPPORT": "expressions of support", "CONCEDE": "concessions",
	"COOPERATE": "acts of cooperation", "AID": "deliveries of aid", "RETREAT": "retreats and releases", "REQUEST": "requests",
	"ACCUSE": "accusations", "REJECT": "refusals", "THREATEN": "threats", "PROTEST": "protests", "SANCTION": "sanctions",
	"MOBILIZE": "mobilisations", "COERCE": "acts of coercion", "ASSAULT": "assaults",
}

// towards is the preposition before recipients.
func (f Filter) towards() string {
	for _, t := range f.Type {
		if event.Quad(t) < 3 {
			return "towards "
		}
	}
	if len(f.Type) == 0 || slices.Contains(f.Type, "REQUEST") {
		return "towards "
	}
	return "against "
}

// withArticle puts "the" before the names that want it.
func withArticle(name string) string {
	for _, start := range []string{"United ", "European ", "African ", "Arab ", "Czech Republic", "Democratic Republic", "Dominican Republic", "Central African", "Netherlands", "Philippines", "Gambia", "Bahamas", "Maldives"} {
		if strings.HasPrefix(name, start) {
			return "the " + name
		}
	}
	return name
}

// said puts days into words.
func said(from, to string) string {
	switch {
	case from == "" && to == "":
		return ""
	case from == to && len(from) == len("2006-01-02"):
		return "on " + sayDay(from)
	case from == to:
		return "in " + sayDay(from)
	case to == "":
		return "since " + sayDay(from)
	case from == "":
		return "until " + sayDay(to)
	}
	return fmt.Sprintf("from %s to %s", sayDay(from), sayDay(to))
}

func sayDay(s string) string {
	for _, form := range [][2]string{{"2006-01-02", "2 January 2006"}, {"2006-01", "January 2006"}} {
		if t, err := time.Parse(form[0], s); err == nil {
			return t.Format(form[1])
		}
	}
	return s
}
