package event

import (
	"slices"

	"readout/actor"
	"readout/article"
	"readout/syntax"
)

// Relate finds the links between the events of one article, as Find and
// Dedupe left them, in order of the event they start from.
//
//   - responds_to: a word of answering in the clause ("retaliated", "in
//     response"), a clause or phrase of sequence ("after") that tells the
//     other event, a refusal or grant of what the other asked for, criticism
//     of the other.
//   - because: a clause or phrase of cause ("because of", "over") that tells
//     the other event.
//   - part_of: the event is done "in" or "as part of" the other.
//   - same_event: two events left by Dedupe that nothing sets apart.
//   - denies: a refusal of what the other accuses of.
//
// At most one link joins two events.
func (f *Finder) Relate(doc *syntax.Document, cast *actor.Cast, events []Event) []Link {
	if len(events) == 0 {
		return nil
	}
	m := f.matcher(doc, cast)
	r := relating{c: comparer{doc, cast}, f: f, events: events, m: m, seen: map[[2]int]bool{}}
	last := -1
	for i := range events {
		e := &events[i]
		if e.Sentence != last {
			r.m.start(e.Sentence)
			last = e.Sentence
		}
		r.inSentence(i)
		r.across(i)
	}
	f.release(m)
	return r.links
}

type relating struct {
	c      comparer
	f      *Finder
	m      *matcher
	events []Event
	links  []Link
	seen   map[[2]int]bool
}

func (r *relating) add(kind string, from, to int, cue article.Span) {
	if from == to || r.seen[[2]int{from, to}] || r.seen[[2]int{to, from}] {
		return
	}
	r.seen[[2]int{from, to}] = true
	r.links = append(r.links, Link{kind, from, to, cue})
}

// inSentence links event i to those that its clause tells as its cause, its
// occasion or its whole.
func (r *relating) inSentence(i int) {
	m, t := r.m, &r.m.tree
	e := &r.events[i]
	for j := range r.events {
		o := &r.events[j]
		if j == i || o.Sentence != e.Sentence {
			continue
		}
		if o.Within == i && e.Type == "ACCUSE" && slices.Contains(e.Mode, "disapprove") {
			r.add(RespondsTo, i, j, article.Span{}) // criticism of what it condemns
			continue
		}
		if o.Within >= 0 && o.Within != e.Within {
			continue
		}
		kind, cue := r.joint(o.Head, e.Head)
		if kind == RespondsTo && len(e.Actors) > 0 && len(o.Actors) > 0 && !m.foreign(e.Actors, o.Actors) && sharePlace(e.Actors, o.Actors) {
			continue // one's own earlier act is no occasion to respond to
		}
		if kind == PartOf && (e.Type != o.Type && Quad(e.Type) != Quad(o.Type) || len(o.Actors) > 0 && m.foreign(e.Actors, o.Actors)) {
			continue
		}
		if kind != "" {
			span := article.Span{}
			if cue >= 0 {
				span = t.tok(cue).Span
			}
			r.add(kind, i, j, span)
		}
	}
}

// joint returns the kind of link by which the clause or phrase of trigger b
// hangs on that of trigger a, and the token that says so.
func (r *relating) joint(b, a int) (string, int) {
	t := &r.m.tree
	var word string
	mark := -1
	for steps := 0; b >= 0 && b != a && steps < maxClimb; steps++ {
		switch t.tok(b).Base() {
		case "advcl", "acl":
			if w := t.mark(b); w != "" && w != "to" {
				word, mark = w, t.caseOrMark(b, "mark")
			}
		case "obl", "nmod":
			if w := t.preposition(b); w != "" && (word == "" || w != "of") {
				word, mark = w, t.caseOrMark(b, "case")
			}
		case "ccomp", "parataxis", "nsubj":
			return "", -1
		}
		b = t.head(b)
	}
	if b != a {
		return "", -1
	}
	switch {
	case r.f.phrases["after"][word]:
		return RespondsTo, mark
	case r.f.phrases["because"][word]:
		return Because, mark
	case word == "in" || word == "as_part_of" || word == "during" || word == "as":
		return PartOf, mark
	}
	return "", -1
}

// caseOrMark returns the child of i with the relation, or -1.
func (t *tree) caseOrMark(i int, rel string) int { return t.child(i, rel) }

// across links event i to events told elsewhere in the article.
func (r *relating) across(i int) {
	e := &r.events[i]
	if cue, ok := r.answers(e); ok {
		if j := r.occasion(i); j >= 0 {
			r.add(RespondsTo, i, j, cue)
		}
	}
	switch e.Type {
	case "REJECT", "CONCEDE", "AGREE":
		denial := e.Type == "REJECT" && r.denial(e.Head)
		for j := i - 1; j >= 0; j-- {
			o := &r.events[j]
			if len(o.Recipients) == 0 {
				continue
			}
			if denial && o.Type == "ACCUSE" && slices.Contains(o.Mode, "allege") && r.denied(e, o) {
				r.add(Denies, i, j, article.Span{})
				break
			}
			if len(e.Recipients) == 0 {
				continue
			}
			if o.Type == "REQUEST" && r.mirrored(e, o) {
				r.add(RespondsTo, i, j, article.Span{})
				break
			}
		}
	}
	for j := 0; j < i; j++ {
		o := &r.events[j]
		if o.Sentence != e.Sentence && r.c.alike(o, e) && r.c.sameParties(o, e) && e.Rule == o.Rule && e.CAMEO == o.CAMEO && len(e.Recipients)+len(e.Actors) > 1 {
			r.add(SameEvent, i, j, article.Span{})
			break
		}
	}
}

// denial reports whether the refusal told by token i denies something: its verb
// is one of denying, or what it turns down is an accusation.
func (r *relating) denial(i int) bool {
	m, t := r.m, &r.m.tree
	if m.f.c.deny.has(t, i) && t.lemma(i) != "reject" && t.lemma(i) != "dismiss" {
		return true
	}
	for k := range t.s.Tokens {
		if h := t.head(k); (h == i || h >= 0 && t.head(h) == i) && m.f.c.accusation.has(t, k) {
			return true
		}
	}
	return false
}

// denied reports whether denial e answers accusation o, told not long before:
// the accused denies it, to nobody or to him who accuses.
func (r *relating) denied(e, o *Event) bool {
	if e.Sentence-o.Sentence > 5 || len(e.Actors) == 0 || r.m.foreign(e.Actors, o.Recipients) {
		return false
	}
	return len(e.Recipients) == 0 || len(o.Actors) == 0 || !r.m.foreign(e.Recipients, o.Actors)
}

// answers reports whether the clause of e has a word of answering, and which.
func (r *relating) answers(e *Event) (article.Span, bool) {
	m, t := r.m, &r.m.tree
	for k := range t.s.Tokens {
		if !m.f.c.hostile.has(t, k) || t.lemma(k) == "answer" || t.lemma(k) == "reply" {
			continue
		}
		if k == e.Head || t.under(k, e.Head) || t.under(e.Head, k) || t.head(k) == t.head(e.Head) {
			return t.tok(k).Span, true
		}
	}
	return article.Span{}, false
}

// occasion returns the last event before i by which i's recipients acted on i's
// actors; of those that one sentence tells a deed of i's kind before another, and
// what heads the sentence before what hangs on it. -1 without one.
func (r *relating) occasion(i int) int {
	e := &r.events[i]
	best, rank := -1, -1
	for j := i - 1; j >= 0; j-- {
		o := &r.events[j]
		if e.Sentence-o.Sentence > 8 || best >= 0 && o.Sentence != r.events[best].Sentence {
			break
		}
		if len(o.Actors) == 0 || r.m.foreign(o.Actors, e.Recipients) || len(o.Recipients) > 0 && r.m.foreign(o.Recipients, e.Actors) {
			continue
		}
		n := 0
		if Quad(o.Type) == Quad(e.Type) {
			n = 2
		}
		if r.c.token(o).Head < 0 {
			n++
		}
		if n > rank {
			best, rank = j, n
		}
	}
	return best
}

// mirrored reports whether the actors of each are the recipients of the
// other, by entity or country.
func (r *relating) mirrored(a, b *Event) bool {
	return len(a.Actors) > 0 && len(b.Actors) > 0 &&
		!r.m.foreign(a.Actors, b.Recipients) && !r.m.foreign(a.Recipients, b.Actors)
}
