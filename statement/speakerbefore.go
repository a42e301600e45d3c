package statement

import (
	"slices"

	"readout/actor"
)

// before returns who speaks a quotation of "he said" by what stands before it
// in its paragraph: who was named as saying something, or is the subject of the
// sentence right before; -1 where neither is clear. c is the k-th found.
func (r *reading) before(c *candidate, k int, w string) int {
	q := &r.quotes[c.quotes[0]]
	if q.Start > r.trees[c.sent].Tokens[c.source].Start {
		return -1 // "he said: “…”": the pronoun stands where any does
	}
	p := r.paras[q.paragraph]
	from, who := p.Start, -1
	var told *candidate // the statement of who
	for j := k - 1; j >= 0 && r.found[j].start() >= p.Start; j-- {
		o := r.found[j]
		if o.within != nil || o.source < 0 || o.entity < 0 || o.sourceSpan.Start < p.Start || o.sourceSpan.End > q.Start {
			continue
		}
		if t := &r.trees[o.sent]; (t.Tokens[o.source].UPos != "PRON" || t.form(o.source) == w) && fits(&r.cast.Entities[o.entity], w) {
			from, who, told = o.sourceSpan.End, o.entity, o
		}
		break
	}
	// Nobody else who fits may act between, nor, behind who spoke, be named
	// right before.
	spoke := who >= 0
	first := r.places[c.quotes[0]].from
	for s := first; s >= 0 && s < len(r.trees) && r.trees[s].End > from; s-- {
		for _, n := range r.named[s] {
			m := n.mention
			if t := &r.trees[s]; m.Head < 0 || m.Head >= len(t.Tokens) || t.rel(m.Head) == "appos" && !r.sameBeside(s, n) {
				continue // whom it stands beside is meant
			}
			if m.Start < from || m.End > q.Start || m.As == actor.AsPronoun || m.As == actor.AsPossessive || !fits(&r.cast.Entities[n.entity], w) {
				continue
			}
			if told != nil && told.holds(m.Span) {
				continue // he only speaks of them
			}
			if n.entity != who && who >= 0 && (spoke && s >= first-1 || r.acts(s, m)) {
				return -1
			}
			if who < 0 && s >= first-1 && r.acts(s, m) && m.As == actor.AsName && r.onlySubject(s, m) {
				who = n.entity
			}
		}
	}
	if who >= 0 && r.namedIn(who, c) {
		return -1
	}
	return who
}

// sameBeside reports whether a name set beside a noun names whom the noun
// stands for: "one delegate, Jane Roe".
func (r *reading) sameBeside(s int, n naming) bool {
	return n.mention.As == actor.AsName && slices.Contains(r.speakers(s, r.trees[s].head(n.mention.Head)), n.entity)
}

// chainReach is how many sentences before a statement of "he" lies that of him
// who speaks on.
const chainReach = 3

// speaksOn returns who goes on speaking in a statement of "he" or "they", the
// k-th found: who made the last one before it, if nobody else whom the pronoun
// fits is named before it in its sentence or acts between them; -1 where that
// is not clear.
func (r *reading) speaksOn(c *candidate, k int, w string) int {
	if w != "he" && w != "she" && w != "they" && w != "it" || c.within != nil || !spoken(c.kind) {
		return -1
	}
	at := r.trees[c.sent].Tokens[c.source].Start
	var o *candidate
	j := k - 1
	for ; j >= 0 && c.sent-r.found[j].sent <= chainReach; j-- {
		p := r.found[j]
		if o != nil && (p.sent != o.sent || !r.trees[o.sent].relative(o.source)) {
			break
		}
		if p.within == nil && p.source >= 0 && p.entity >= 0 && p.sourceSpan.End <= at && spoken(p.kind) && fits(&r.cast.Entities[p.entity], w) {
			o = p // “she criticised Smith, who has said”: she is meant
		}
	}
	if o == nil || o.sent == c.sent || r.namedIn(o.entity, c) || r.trees[o.sent].form(o.source) == "which" {
		return -1
	}
	if c.entity >= 0 && r.nameless(o.entity) && !r.nameless(c.entity) {
		return -1
	}
	for s := o.sent; s <= c.sent; s++ {
		for _, n := range r.named[s] {
			m := n.mention
			if m.Start < o.sourceSpan.End || m.End > at || n.entity == o.entity || m.As == actor.AsPronoun || m.As == actor.AsPossessive || !fits(&r.cast.Entities[n.entity], w) || r.spokenOf(c, s, m) {
				continue
			}
			if slices.ContainsFunc(r.found[j+1:k], func(p *candidate) bool { return p.holds(m.Span) }) {
				continue // they are only spoken of
			}
			if s == c.sent || r.acts(s, m) || s == c.sent-1 && s > o.sent && m.As == actor.AsName && !r.mentioned(o.entity, s) {
				return -1
			}
		}
	}
	return o.entity
}

// mentioned reports whether sentence s speaks of entity e.
func (r *reading) mentioned(e, s int) bool {
	return slices.ContainsFunc(r.named[s], func(n naming) bool { return n.entity == e })
}

// spoken reports whether a statement of the kind is made in words, not in
// somebody's mind.
func spoken(kind string) bool {
	switch kind {
	case "believe", "doubt", "want", "hope", "fear", "know", "feel":
		return false
	}
	return utters(kind)
}

// acts reports whether a mention is, or is set beside, the subject of a clause.
func (r *reading) acts(s int, m *actor.Mention) bool {
	t := &r.trees[s]
	for n, h := 0, m.Head; n < 3 && h >= 0 && h < len(t.Tokens); n, h = n+1, t.head(h) {
		switch t.rel(h) {
		case "nsubj":
			return true
		case "appos", "flat", "nmod", "dep":
			if t.rel(h) == "nmod" && t.Tokens[h].Rel != "nmod:desc" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// onlySubject reports whether a mention's clause is the sentence's own.
func (r *reading) onlySubject(s int, m *actor.Mention) bool {
	t := &r.trees[s]
	for n, h := 0, m.Head; n < 4 && h >= 0; n, h = n+1, t.head(h) {
		if t.rel(h) == "nsubj" {
			return t.head(h) >= 0 && t.head(t.head(h)) < 0
		}
	}
	return false
}
