package statement

import (
	"slices"
	"sort"

	"readout/actor"
	"readout/article"
	"readout/event"
	"readout/syntax"
)

// Relations tell how the statements and events of one article hang together.
type Relations struct {
	// AccordingTo has, for each event, the statement inside whose content it is
	// asserted, or -1 when the writer asserts it.
	AccordingTo []int
	// Acts has, for each statement, the event that is its own speech act (the
	// ACCUSE whose trigger is the cue), or -1.
	Acts []int
	// Links join what denies or confirms to what it answers, in order of From.
	Links []Link
	// FirstPersons tell who "I", "me" and "my" are inside quotations.
	FirstPersons []FirstPerson
}

// A Link joins two statements or events. Kind is event.Denies or
// event.AgreesWith.
type Link struct {
	Kind     string
	From, To End
	Cue      article.Span // the words that deny or confirm
}

// An End is one end of a link: a statement or an event; the other is -1.
type End struct{ Statement, Event int }

// A FirstPerson is a pronoun of the first person and the entity that speaks.
type FirstPerson struct {
	Ref    syntax.Ref
	Entity int
}

// told reports whether the writer himself reports event e elsewhere.
func told(pieces *pieces, e *event.Event) bool {
	return slices.ContainsFunc(e.Also, func(at article.Span) bool { return pieces.around(at) < 0 })
}

// Relate links statements with events of the same document, as Find and
// package event returned them. It completes both: each statement gets the
// contexts of the events in its content, and each event that means its
// speaker (event.Event.BySpeaker) gets him as its actor. The slices it puts
// in are new; what else the arguments hold stays as it is.
func (f *Finder) Relate(doc *syntax.Document, cast *actor.Cast, statements []Statement, events []event.Event) Relations {
	rel := Relations{AccordingTo: make([]int, len(events)), Acts: make([]int, len(statements))}
	for i := range rel.Acts {
		rel.Acts[i] = -1
	}
	pieces := contentPieces(statements, func(*Statement) bool { return true })
	inside := make([][]int, len(statements)) // events in the content
	for e := range events {
		rel.AccordingTo[e] = -1
		at := events[e].Trigger
		s := pieces.around(at)
		if s >= 0 {
			inside[s] = append(inside[s], e)
			if who := statements[s].Speaker; events[e].BySpeaker && len(events[e].Actors) == 0 && who >= 0 && !slices.Contains(events[e].Recipients, who) {
				events[e].Actors = []int{who} // nobody blames or asks himself
			}
			if !statements[s].granted && !statements[s].Cue.Overlaps(at) && !performs(cast, &statements[s], &events[e]) && !performsOutside(statements, s, &events[e]) && !told(pieces, &events[e]) {
				rel.AccordingTo[e] = s
			}
		}
	}
	byCue := make([]int, len(statements))
	for i := range byCue {
		byCue[i] = i
	}
	sort.SliceStable(byCue, func(i, j int) bool { return statements[byCue[i]].Cue.Start < statements[byCue[j]].Cue.Start })
	for e := range events {
		at := events[e].Trigger
		k := sort.Search(len(byCue), func(k int) bool { return statements[byCue[k]].Cue.Start >= at.End })
		for n := 0; k > 0 && n < 8; n++ {
			k--
			if s := byCue[k]; statements[s].Cue.Overlaps(at) && rel.Acts[s] < 0 {
				rel.Acts[s] = e
				break
			}
		}
	}
	for s := range statements {
		statements[s].addContexts(events, inside[s])
	}
	rel.Links = f.links(doc, cast, statements, events, inside, rel.Acts)
	rel.FirstPersons = firstPersons(doc, statements)
	return rel
}

// performs reports whether saying the words is doing the deed, or settling
// that it will be done, so that the writer vouches for it as he does for the
// statement: a speech act that the quotation performs, and what a party
// announces, promises, orders or refuses of itself ("Washington announced
// sanctions"). What it merely says that it did ("Moscow says it took the
// town") stays its own word.
func performs(cast *actor.Cast, s *Statement, e *event.Event) bool {
	if e.BySpeaker {
		return true
	}
	if len(e.Actors) == 1 && e.Actors[0] == s.Speaker {
		switch e.Type {
		case "ACCUSE", "REQUEST", "THREATEN": // who says so in his own words does it
			return true
		}
	}
	switch s.Stance {
	case "announce", "order", "want", "offer", "agree", "refuse", "threaten", "ask":
	case "promise": // "assured that they had agreed" asserts
		if !slices.Contains(e.Aux, "future") {
			return false
		}
	default:
		return false
	}
	if cast == nil || s.Speaker < 0 {
		return false
	}
	speaker := &cast.Entities[s.Speaker]
	for _, a := range e.Actors {
		if a == s.Speaker || speaker.Country != "" && cast.Entities[a].Country == speaker.Country && official(&cast.Entities[a]) {
			return true
		}
	}
	return false
}

// performsOutside reports whether e is an accusation, demand or threat of whoever
// speaks in a statement around statement s: he makes it, whatever he reports there.
// "This man knew that he was breaking the law," Roe said.
func performsOutside(statements []Statement, s int, e *event.Event) bool {
	switch e.Type {
	case "ACCUSE", "REQUEST", "THREATEN":
	default:
		return false
	}
	for s = statements[s].Within; s >= 0; s = statements[s].Within {
		if len(e.Actors) == 1 && e.Actors[0] == statements[s].Speaker {
			return true
		}
	}
	return false
}

// official reports whether an entity is a state or speaks for one.
func official(e *actor.Entity) bool {
	return e.Kind == actor.Country || len(e.Sectors) > 0 && (e.Sectors[0] == "GOV" || e.Sectors[0] == "MIL")
}

// addContexts adds the contexts of the events given to the statement's own.
func (s *Statement) addContexts(events []event.Event, inside []int) {
	all := append([]string(nil), s.Contexts...)
	for _, e := range inside {
		all = append(all, events[e].Contexts...)
	}
	s.Contexts = inOrder(all)
}

// pieces are the contents of statements in order of Start.
type pieces struct {
	spans []article.Span
	of    []int
	reach []int // the furthest end up to here
}

func contentPieces(statements []Statement, of func(*Statement) bool) *pieces {
	p := &pieces{}
	type piece struct {
		article.Span
		of int
	}
	var list []piece
	for i := range statements {
		s := &statements[i]
		if !of(s) {
			continue
		}
		for _, c := range s.Content {
			list = append(list, piece{c, i})
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Start < list[j].Start })
	far := 0
	for _, l := range list {
		far = max(far, l.End)
		p.spans, p.of, p.reach = append(p.spans, l.Span), append(p.of, l.of), append(p.reach, far)
	}
	return p
}

// around returns the statement whose content holds the span, the one with the
// shortest such content, or -1.
func (p *pieces) around(s article.Span) int {
	k := sort.Search(len(p.spans), func(k int) bool { return p.spans[k].Start > s.Start })
	best, length := -1, 0
	for n := 0; k > 0 && n < lookAhead; n++ {
		k--
		if p.reach[k] < s.End {
			break
		}
		if w := p.spans[k]; w.Contains(s) && (best < 0 || w.Len() < length) {
			best, length = p.of[k], w.Len()
		}
	}
	return best
}

// firstPersons finds the singular pronouns of the first person in quoted
// contents.
func firstPersons(doc *syntax.Document, statements []Statement) []FirstPerson {
	p := contentPieces(statements, func(s *Statement) bool { return s.Within < 0 || s.Kind != Indirect })
	var out []FirstPerson
	for i := range doc.Sentences {
		for n := range doc.Sentences[i].Tokens {
			t := &doc.Sentences[i].Tokens[n]
			if t.UPos != "PRON" && t.UPos != "DET" {
				continue
			}
			switch lower(t.Form) {
			case "i", "me", "my", "mine", "myself":
			default:
				continue
			}
			if s := p.around(t.Span); s >= 0 && statements[s].Kind != Indirect && statements[s].Speaker >= 0 {
				out = append(out, FirstPerson{syntax.Ref{Sentence: i, Token: n}, statements[s].Speaker})
			}
		}
	}
	return out
}
