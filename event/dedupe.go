package event

import (
	"slices"

	"readout/actor"
	"readout/article"
	"readout/syntax"
	"readout/timex"
)

// Dedupe folds the events of one article that tell one happening into the
// fullest of them, which takes what it lacks (date, place, object, contexts)
// from the others, and returns the events left, in order. Two events are one
// happening when their type, parties and dates agree and the later one
// repeats the words of the earlier or only speaks of it by a noun, when the
// earlier is of the headline, or when the later goes on telling of it (Again);
// where that is likely but not plain both are kept and Relate links them.
// Within is mended, Also is filled; the events given are not used again.
func (f *Finder) Dedupe(doc *syntax.Document, cast *actor.Cast, events []Event) []Event {
	c := comparer{doc, cast}
	into := make([]int, len(events)) // the event that tells it, or itself
	for i := range into {
		into[i] = i
	}
	for j := range events {
		for i := j - 1; i >= 0; i-- {
			if into[i] != i || c.apart(&events[i], &events[j]) {
				continue
			}
			again := c.again(events, into, i, j)
			if !again && !c.one(&events[i], &events[j]) {
				continue
			}
			a, b := i, j
			if !again && c.fullness(&events[j]) > c.fullness(&events[i]) {
				a, b = j, i
			}
			fold(&events[a], &events[b])
			for k := range into {
				if into[k] == b {
					into[k] = a
				}
			}
			break
		}
	}
	at := make([]int, len(events))
	out := make([]Event, 0, len(events))
	for i := range events {
		if into[i] == i {
			at[i] = len(out)
			out = append(out, events[i])
		}
	}
	for i := range out {
		if w := out[i].Within; w >= 0 {
			out[i].Within = at[into[w]]
			if out[i].Within == i {
				out[i].Within = -1
			}
		}
		out[i].Again = -1
	}
	return out
}

// again reports whether event j goes on telling of the attack of event i.
func (c comparer) again(events []Event, into []int, i, j int) bool {
	k := events[j].Again
	return k >= 0 && k < len(into) && into[k] == i && events[i].Type == events[j].Type
}

// fold gives a what it lacks and b has.
func fold(a, b *Event) {
	a.Also = append(append(a.Also, b.Trigger), b.Also...)
	if b.Date != "" && (a.Date == "" || a.Time < 0 && b.Time >= 0 && b.Within < 0) && len(a.Aux) == 0 {
		a.Date, a.Time = b.Date, b.Time
	}
	if a.Place < 0 {
		a.Place = b.Place
	}
	if a.Object == nil {
		a.Object = b.Object
	}
	if len(a.Recipients) == 0 && len(a.Actors) < 2 {
		a.Recipients = without(b.Recipients, a.Actors)
	}
	for _, x := range b.Contexts {
		if !slices.Contains(a.Contexts, x) {
			a.Contexts = append(a.Contexts, x)
		}
	}
	order := Contexts()
	slices.SortFunc(a.Contexts, func(x, y string) int { return slices.Index(order, x) - slices.Index(order, y) })
	a.Confidence = max(a.Confidence, b.Confidence)
}

type comparer struct {
	doc  *syntax.Document
	cast *actor.Cast
}

// apart reports whether two events are two because one sentence tells both,
// which holds of all but meetings of the same parties: "at the end of their
// meeting he took stock of the discussions".
func (c comparer) apart(a, b *Event) bool {
	return a.Sentence == b.Sentence && !(a.Type == "CONSULT" && b.Type == "CONSULT" && len(a.Recipients)+len(b.Recipients) == 0 && c.sameParties(a, b))
}

// one reports whether two events of different sentences are plainly one
// happening, a standing before b.
func (c comparer) one(a, b *Event) bool {
	if c.planned(a, b) || c.planned(b, a) || c.toll(a, b) || c.toll(b, a) || c.fate(a, b) {
		return true
	}
	if !c.alike(a, b) {
		return false
	}
	la, lb := c.lemma(a), c.lemma(b)
	noun := c.token(b).UPos == "NOUN" || c.token(a).UPos == "NOUN"
	if c.headline(a) && c.sameParties(a, b) {
		return true
	}
	switch a.Type {
	case "ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE":
		noun = noun || c.token(b).UPos == "ADJ" && b.Sentence-a.Sentence <= 3 // "this is unacceptable"
		return a.Rule == b.Rule && c.sameParties(a, b) && !c.onTop(b) && (a.CAMEO == b.CAMEO && (la == lb || noun) || la == lb && b.Sentence-a.Sentence <= 3 && slices.Equal(a.Actors, b.Actors))
	}
	return la == lb || noun || a.Rule == b.Rule && a.Date == b.Date
}

// onTop reports whether the words around event e say that it comes on top of
// what was told before.
func (c comparer) onTop(e *Event) bool {
	for i, k := range c.doc.Sentences[e.Sentence].Tokens {
		if k.Head != e.Head || i == e.Head {
			continue
		}
		switch lower(k.Form) {
		case "also", "again", "later", "separately", "additionally", "then", "moreover", "earlier":
			return true
		}
	}
	return false
}

// headline reports whether an event is told by the headline, which leaves to
// the text below when and in which words it happened.
func (c comparer) headline(e *Event) bool {
	s := &c.doc.Sentences[e.Sentence]
	blocks := c.doc.Article.Blocks
	if s.Block < 0 || s.Block >= len(blocks) {
		return false
	}
	if blocks[s.Block].Kind == article.Title {
		return true
	}
	return e.Sentence == 0 && len(c.doc.Sentences) > 2 && c.doc.Sentences[1].Block != s.Block && len(s.Tokens) <= longestHeadline
}

// longestHeadline is the number of tokens up to which a first paragraph of one
// sentence counts as the headline.
const longestHeadline = 18

// planned reports whether b speaks, by a noun, of the meeting on which those of
// a have agreed: "will meet him", "their meeting was set for Monday".
func (c comparer) planned(a, b *Event) bool {
	return a.Type == "AGREE" && a.CAMEO == "036" && b.Type == "CONSULT" && c.token(b).UPos == "NOUN" && !slices.Contains(b.Aux, Negation) &&
		(slices.Contains(b.Aux, Hypothetical) || slices.Contains(b.Aux, Future) || b.Time < 0) &&
		len(a.Actors) > 1 && len(a.Recipients) == 0 && len(b.Recipients) == 0 && len(a.Actors) == len(b.Actors) && c.compatible(a.Actors, b.Actors)
}

// toll reports whether b only counts the dead or wounded of attack a: it names
// nobody who harmed them, and neither victims nor day nor place are others.
func (c comparer) toll(a, b *Event) bool {
	if a.Type != "ASSAULT" || b.Type != "ASSAULT" || len(a.Actors) == 0 || len(b.Actors) > 0 || b.Rule != harm || b.Within >= 0 || len(b.Mode) > 0 ||
		len(a.Aux) > 0 || len(b.Aux) > 0 || a.Sentence > b.Sentence {
		return false
	}
	if a.Place >= 0 && b.Place >= 0 && a.Place != b.Place || !c.victims(a.Recipients, b.Recipients) || c.ownForces(a.Actors, b.Recipients) {
		return false
	}
	return a.Date != "" && (overlap(a.Date, b.Date) || (a.Time < 0 || b.Time < 0) && near(a.Date, b.Date))
}

// ownForces reports whether soldiers or police among the harmed are of the
// attackers' own country.
func (c comparer) ownForces(actors, harmed []int) bool {
	return slices.ContainsFunc(harmed, func(h int) bool {
		e := &c.cast.Entities[h]
		return (slices.Contains(e.Sectors, "MIL") || slices.Contains(e.Sectors, "COP")) && e.Country != "" &&
			slices.ContainsFunc(actors, func(a int) bool { return c.country(a) == e.Country })
	})
}

// victims reports whether parties b, the harmed, may be of those who were
// attacked: of a country among theirs, or of none that is known.
func (c comparer) victims(a, b []int) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	return !slices.ContainsFunc(b[:1], func(y int) bool {
		return c.country(y) != "" && !slices.ContainsFunc(a, func(x int) bool { return c.country(x) == c.country(y) })
	})
}

// alike reports whether two events may be one happening: nothing that they
// tell differs.
func (c comparer) alike(a, b *Event) bool {
	if a.Type != b.Type || a.BySpeaker || b.BySpeaker {
		return false
	}
	for _, x := range []string{Future, Negation, Hypothetical} {
		if slices.Contains(a.Aux, x) != slices.Contains(b.Aux, x) {
			return false
		}
	}
	if len(a.Mode) > 0 && len(b.Mode) > 0 && !slices.ContainsFunc(a.Mode, func(m string) bool { return slices.Contains(b.Mode, m) }) {
		return false
	}
	if a.Object != nil && b.Object != nil && a.Object.Count > 0 && b.Object.Count > 0 && a.Object.Count != b.Object.Count {
		return false
	}
	if len(a.Actors) == 0 || len(b.Actors) == 0 {
		return false
	}
	if a.Type == "CONSULT" && len(a.Actors) > 1 && len(b.Actors) > 1 && len(a.Actors) != len(b.Actors) {
		return false // others took part
	}
	if Quad(a.Type) == 4 && len(a.Recipients) == 1 && len(b.Recipients) == 1 && c.oneOfMany(a.Recipients[0], b.Recipients[0]) {
		return false // who was jailed, and those arrested at the protest against it
	}
	if a.Type == "MOBILIZE" && c.lands(a.Actors) != c.lands(b.Actors) {
		return false // the army's alert is not that of both countries
	}
	return c.compatible(a.Actors, b.Actors) && c.compatible(a.Recipients, b.Recipients) && (overlap(a.Date, b.Date) || (a.Sentence == 0 || c.headline(a)) && a.Time < 0 && near(a.Date, b.Date))
}

// lands counts the countries of parties.
func (c comparer) lands(parties []int) int {
	var lands []string
	for _, p := range parties {
		lands = withLand(lands, c.country(p))
	}
	return len(lands)
}

// near reports whether two dates lie at most a week apart.
func near(a, b string) bool { return a != "" && b != "" && closer(a, b, 7) }

// compatible reports whether two lists of parties can be the same: one is
// empty, or the countries of one, or where there are none its parties, are
// among those of the other.
func (c comparer) compatible(a, b []int) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y int) bool {
			return x == y || c.country(x) != "" && c.country(x) == c.country(y) && !(c.byName(x) && c.byName(y))
		}) {
			return false
		}
	}
	return true
}

// oneOfMany reports whether of two entities one is a person and the other people.
func (c comparer) oneOfMany(x, y int) bool {
	a, b := &c.cast.Entities[x], &c.cast.Entities[y]
	if a.Kind == actor.Group {
		a, b = b, a
	}
	return a.Kind == actor.Person && b.Kind == actor.Group && b.Plural
}

// byName reports whether entity e is a person whom the text names: two such are
// not one, whatever their country.
func (c comparer) byName(e int) bool {
	return namedPerson(&c.cast.Entities[e])
}

// namedPerson reports whether an entity is a person with a name.
func namedPerson(x *actor.Entity) bool {
	return x.Kind == actor.Person && isNamed(x)
}

func (c comparer) sameParties(a, b *Event) bool {
	return c.compatible(a.Actors, b.Actors) && c.compatible(a.Recipients, b.Recipients) &&
		(len(a.Recipients) > 0) == (len(b.Recipients) > 0)
}

func (c comparer) country(e int) string { return c.cast.Entities[e].Country }

func (c comparer) token(e *Event) *syntax.Token {
	return &c.doc.Sentences[e.Sentence].Tokens[e.Head]
}

func (c comparer) lemma(e *Event) string { return lower(c.token(e).Lemma) }

// overlap reports whether two dates can be the same; an empty one can be any.
func overlap(a, b string) bool {
	if a == "" || b == "" || a == b {
		return true
	}
	af, at, ok1 := timex.Bounds(a)
	bf, bt, ok2 := timex.Bounds(b)
	return ok1 && ok2 && af <= bt && bf <= at
}
