package event

import (
	"slices"
	"strconv"
	"strings"

	"readout/article"
)

// emit turns the drafts of the sentence into events, in text order.
func (r *reading) emit() {
	m, t := r.m, &r.m.tree
	keep := make([]int, 0, len(r.drafts))
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.dropped || r.untellable(i) {
			continue
		}
		keep = append(keep, i)
	}
	if len(keep) > 0 {
		r.scene = r.look()
	}
	slices.SortStableFunc(keep, func(a, b int) int { return r.drafts[a].trigger - r.drafts[b].trigger })
	place := map[int]int{} // draft → event
	base := len(r.events)
	for n, i := range keep {
		place[i] = base + n
	}
	for _, i := range keep {
		d := &r.drafts[i]
		m.facing(d)
		e := Event{
			Type: d.code.Type, Mode: slices.Clone(d.code.Modes), CAMEO: d.code.CAMEO,
			Actors: slices.Clone(d.actors), Recipients: slices.Clone(d.recipients),
			Object: m.object(d.object), Time: -1, Place: -1, Sentence: m.sentence, Head: d.trigger,
			Trigger: t.s.Tokens[d.trigger].Span, Rule: d.p.rule.name, Within: -1, Again: d.again, BySpeaker: d.bySpeaker,
		}
		if len(e.Mode) == 0 {
			e.Mode = nil
		}
		if w, ok := place[d.within]; ok && d.within >= 0 {
			e.Within = w
		}
		if e.Type == "PROTEST" && len(e.CAMEO) == 3 && e.CAMEO != "140" {
			e.CAMEO += m.protestTopic(d.trigger)
		}
		e.Trigger = m.triggerSpan(d)
		e.Contexts = m.contexts(d)
		historical := r.when(d, &e)
		e.Aux = d.reality.aux(historical)
		e.Place = m.where(d)
		m.abroad(&e)
		e.Confidence = r.confidence(d, &e)
		r.events = append(r.events, e)
	}
	r.day.leave(m, r.events[base:])
}

// untellable reports whether draft i is none that may be told: the text does
// not say that it came about, it is only denied, or another draft tells it.
func (r *reading) untellable(i int) bool {
	d := &r.drafts[i]
	if d.disowned {
		return true
	}
	if d.within < 0 {
		switch {
		case d.untold(), d.conditional && (d.negated || d.p.not), d.permitted && Quad(d.code.Type) == 4, d.purpose && d.hypothetical:
			return true
		case d.negated && !d.p.not && !d.p.modal && (Quad(d.code.Type) == 3 || d.code.Type == "REQUEST"):
			return true // "did not accuse"
		case d.negated && !d.p.not && Quad(d.code.Type) == 4 && (d.future || len(d.actors) == 0 || len(d.recipients) == 0):
			return true // "will not attack", "no missiles hit the base"
		}
	}
	return d.negated && len(d.actors) == 0 && d.code.Type == "ASSAULT" || r.unsaid(i) || r.adjectival(d) || d.purpose && r.mainActs(d)
}

// unsaid reports whether draft i stands in what another draft only asks for,
// promises, threatens or refuses, with no finite clause between: of "agreed to
// mediation in the talks with Syria" the talks are not told.
func (r *reading) unsaid(i int) bool {
	t := &r.m.tree
	d := &r.drafts[i]
	if d.within >= 0 {
		return false
	}
	k, meeting := d.trigger, false
	for steps := 0; steps < maxClimb; steps++ {
		switch b := t.tok(k).Base(); b {
		case "nsubj", "parataxis":
			return false
		case "advcl":
			if t.finite(k) || t.mark(k) == "" || t.child(k, "nsubj") >= 0 {
				return false
			}
		case "ccomp", "conj":
			if t.finite(k) {
				return false
			}
		case "acl":
			if t.tok(k).Rel == "acl:relcl" || k == d.trigger && r.m.knownDeed(k) {
				return false
			}
		case "appos":
			if h := t.head(k); h >= 0 && t.tok(h).UPos == "PROPN" {
				return false // "information about Roe, a reporter held by rebels"
			}
		case "obl":
			switch t.preposition(k) {
			case "after", "before", "during", "despite", "since", "following", "because_of", "amid", "by", "in_response_to":
				return false
			case "in", "at", "on", "ahead_of":
				meeting = d.code.Type == "CONSULT" && k == d.trigger
			}
		}
		if k = t.head(k); k < 0 {
			return false
		}
		for j := range r.drafts {
			x := &r.drafts[j]
			if j == i || x.trigger != k || x.dropped && !x.topic {
				continue
			}
			switch x.code.Type {
			case "AGREE", "REQUEST", "THREATEN", "REJECT", "CONCEDE":
				said := meeting && k == t.head(d.trigger) && x.code.Type != "AGREE" && x.code.Type != "CONCEDE"
				return !said // "in a call with the president, he asked"
			case "SANCTION", "COERCE":
				if mark := t.mark(d.trigger); Quad(d.code.Type) == 3 && t.head(d.trigger) == k && (mark == "of" || mark == "for" || mark == "over") || d.attempted {
					return true // what one is convicted of or arrested for saying, or trying
				}
			}
		}
	}
	return false
}

// knownDeed reports whether participle k tells what was done, and by whom, to those
// of whom a noun speaks as known: "the sailors held by the rebels".
func (m *matcher) knownDeed(k int) bool {
	t := &m.tree
	h := t.head(k)
	if h < 0 || !t.participle(k) || t.agent(k) < 0 {
		return false
	}
	d := t.child(h, "det")
	return t.tok(h).UPos == "PROPN" || t.possessor(h) >= 0 || d >= 0 && (lower(t.tok(d).Form) == "the" || lower(t.tok(d).Form) == "those")
}

// adjectival reports whether a draft's trigger is a participle that only
// modifies a noun and names nobody who acts: "government-controlled Aden".
func (r *reading) adjectival(d *draft) bool {
	t := &r.m.tree
	return t.tok(d.trigger).Base() == "amod" && t.isVerb(d.trigger) && d.within < 0 && r.m.frame(d.trigger).passive
}

// mainActs reports whether the clause that a clause of purpose serves tells an
// event itself, so that the purpose is not told beside it.
func (r *reading) mainActs(d *draft) bool {
	t := &r.m.tree
	for i := range r.drafts {
		x := &r.drafts[i]
		if x.trigger != d.trigger && !x.dropped && !x.purpose && t.under(d.trigger, x.trigger) {
			return true
		}
	}
	return false
}

// triggerSpan returns the words of a draft's trigger: the word itself with its
// particle, and the noun that a support verb or a class of the pattern needs
// when it stands close behind.
func (m *matcher) triggerSpan(d *draft) article.Span {
	t := &m.tree
	span := t.tok(d.trigger).Span
	for c := t.first[d.trigger]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Rel == "compound:prt" && int(c) == d.trigger+1 {
			span = span.Cover(t.tok(int(c)).Span)
		}
	}
	for _, k := range d.covered {
		if k > d.trigger && k <= d.trigger+4 && t.tok(k).Base() != "nsubj" {
			span = span.Cover(t.tok(k).Span)
		}
	}
	return span
}

// object returns the Object at token i, or nil for -1.
func (m *matcher) object(i int) *Object {
	if i < 0 {
		return nil
	}
	t := &m.tree
	o := &Object{Entity: -1, Of: m.doc.Article.Words(t.tok(i).Span), Count: m.count(i)}
	if t.tok(i).UPos == "PROPN" {
		span := t.tok(i).Span // the whole name and the title before it
		for c := t.first[i]; c >= 0; c = t.next[c] {
			switch k := t.tok(int(c)); k.Rel {
			case "flat", "compound", "nmod:desc":
				span = span.Cover(k.Span)
			}
		}
		o.Of = m.doc.Article.Words(span)
	}
	if e := m.at(i); len(e) > 0 {
		o.Entity = e[0]
	}
	if t.tok(i).UPos == "NUM" && o.Count > 0 {
		o.Of = "" // "killed 14": the count says it
	}
	if m.f.c.portion.has(t, i) || t.tok(i).UPos == "NUM" {
		for c := t.first[i]; c >= 0; c = t.next[c] {
			k := int(c)
			if t.tok(k).Base() == "nmod" && t.preposition(k) == "of" {
				o.Of = m.doc.Article.Words(t.tok(k).Span)
				if e := m.at(k); o.Entity < 0 && len(e) > 0 {
					o.Entity = e[0]
				}
			}
		}
	}
	return o
}

// counted reports whether noun i is counted or numbered.
func (m *matcher) counted(i int) bool {
	t := &m.tree
	return t.tok(i).UPos == "NUM" || t.child(i, "nummod") >= 0 || t.tok(i).UPos == "NOUN" && m.f.c.portion.has(t, i)
}

// count returns the number that counts noun i, or 0.
func (m *matcher) count(i int) int {
	t := &m.tree
	if t.tok(i).UPos == "NUM" {
		return number(t, i)
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := int(c)
		if t.tok(k).Base() == "nummod" {
			return number(t, k)
		}
	}
	return 0
}

// halved reports whether the number at token i is told by its half: "half a
// million", "half million".
func halved(t *tree, i int) bool {
	k := i - 1
	if k > 0 && lower(t.tok(k).Form) == "a" {
		k--
	}
	return k >= 0 && lower(t.tok(k).Form) == "half"
}

// number reads the number at token i with the words that belong to it:
// "25,000", "ten", "1.5 million". It is 0 for what it cannot read.
func number(t *tree, i int) int {
	n, ok := figure(lower(t.tok(i).Form))
	if !ok {
		return 0
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := t.tok(int(c))
		if b := k.Base(); b != "compound" && b != "nummod" && b != "flat" {
			continue
		}
		if x, ok := figure(lower(k.Form)); ok {
			if n < 100 && x < 100 {
				n += x // "twenty-eight"
			} else if x > n && n >= 1000 || n < x && n >= 100 || n >= 1000 {
				n *= x // "1.5 million": million with 1.5 before it
			} else if n >= x {
				n += x
			} else {
				n *= x
			}
		}
	}
	if n >= 100 && halved(t, i) {
		n /= 2
	}
	if n > 1e12 || n < 0 {
		return 0
	}
	return int(n)
}

// figure reads one word of a number.
func figure(w string) (float64, bool) {
	if v, ok := numerals[w]; ok {
		return v, true
	}
	if w == "" || w[0] < '0' || w[0] > '9' {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return v, err == nil
}

var numerals = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "dozen": 12,
}

// finish puts the last touches to the events of the document.
func (r *reading) finish() []Event {
	if r.m.f.least < 0 {
		return r.events
	}
	// Leave out what is not trusted, and mend Within.
	at := make([]int, len(r.events))
	out := make([]Event, 0, len(r.events))
	for i := range r.events {
		at[i] = -1
		if r.events[i].Confidence >= r.m.f.least && r.political(&r.events[i]) {
			at[i] = len(out)
			out = append(out, r.events[i])
		}
	}
	r.enrich(out, at)
	for i := range out {
		if w := out[i].Within; w >= 0 {
			out[i].Within = at[w]
		}
		if a := out[i].Again; a >= 0 {
			out[i].Again = at[a]
		}
	}
	return out
}

// enrich gives the events that stay the place that one left out names: "their
// meeting this Wednesday in Geneva" is too little to be told by itself, but
// says where they met. at has the index in out of each event, -1 if left out.
func (r *reading) enrich(out []Event, at []int) {
	c := comparer{r.m.doc, r.m.cast}
	for i := range r.events {
		e := &r.events[i]
		if at[i] >= 0 || e.Place < 0 {
			continue
		}
		for k := range out {
			if out[k].Place < 0 && out[k].Sentence != e.Sentence && c.one(&out[k], e) {
				out[k].Place = e.Place
				r.m.abroad(&out[k])
				break
			}
		}
	}
}
