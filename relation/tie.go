package relation

import (
	"slices"
	"strings"

	"readout/record/table"
)

// A Tie is how the events of two articles hang together.
type Tie int

// Ties of an event e and an event o of another article.
const (
	None   Tie = iota
	Same       // both tell of one event
	Denies     // e denies o
	Denied     // o denies e
)

// Bounds, in days.
const (
	Apart  = 2 // between two reports of one event when one of them gives no day
	Answer = 7 // between an accusation and its refusal
)

// Between tells how e and o, rows of different articles, hang together:
//
//   - Same: type, reality and parties are the same, on one day, and neither mode nor place
//     sets them apart; of material conflict on days apart, both must name the place. What
//     is only said (accusations, threats, demands, support, refusals) must be about the
//     same issue too.
//   - Denies, Denied: the same but for negation, which one of them has; or a refusal
//     of what the other side alleges, of one issue, on the same day or up to a week after.
//
// States count as in Happening: a country, its government and whoever acts for it
// are one party.
func Between(e, o *table.Event) Tie {
	if e.ArticleID == o.ArticleID || e.Day == nil || o.Day == nil || e.Future != o.Future || e.Hypothetical != o.Hypothetical {
		return None
	}
	days := int(*o.Day - *e.Day)
	switch {
	case e.Type == o.Type:
		return alike(e, o, max(days, -days))
	case rebuff(o, e, days):
		return Denied
	case rebuff(e, o, -days):
		return Denies
	}
	return None
}

func alike(e, o *table.Event, days int) Tie {
	if days > Apart || days > 0 && e.DayFrom == "day" && o.DayFrom == "day" {
		return None
	}
	if !shared(actors(e), actors(o)) || !agree(recipients(e), recipients(o)) || !agree(list(e.Mode), list(o.Mode)) && e.Mode != "" && o.Mode != "" {
		return None
	}
	at, there := place(e), place(o)
	if at != "" && there != "" && at != there || days > 0 && e.Quad == materialConflict && (at == "" || at != there) {
		return None // in a war much alike happens day by day
	}
	switch e.Type {
	case "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT":
		if !shared(list(e.Contexts), list(o.Contexts)) {
			return None
		}
	}
	switch {
	case e.Negation == o.Negation:
		return Same
	case e.Negation:
		return Denies
	}
	return Denied
}

// materialConflict is a quad class.
const materialConflict = 4

// place is where in its country an event happened, or "".
func place(e *table.Event) string {
	if e.Place == e.PlaceCountry {
		return ""
	}
	return e.Place
}

// rebuff reports whether no is a refusal of the accusation, made so many days
// after it.
func rebuff(no, accusation *table.Event, days int) bool {
	return no.Type == "REJECT" && accusation.Type == "ACCUSE" && days >= 0 && days <= Answer && !no.Negation && !accusation.Negation &&
		slices.Contains(list(accusation.Mode), "allege") && shared(list(no.Contexts), list(accusation.Contexts)) &&
		shared(actors(no), recipients(accusation)) && agree(recipients(no), actors(accusation))
}

// agree reports whether two lists share something or both are empty.
func agree(a, b []string) bool { return len(a) == 0 && len(b) == 0 || shared(a, b) }

func shared(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

func actors(e *table.Event) []string {
	return list(parties(e.Actors, e.ActorCountries, e.ActorSectors))
}

func recipients(e *table.Event) []string {
	return list(parties(e.Recipients, e.RecipientCountries, e.RecipientSectors))
}

func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, table.Between)
}
