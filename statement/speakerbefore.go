package statement

import "readout/actor"

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
	for j := k - 1; j >= 0 && r.found[j].start() >= p.Start; j-- {
		o := r.found[j]
		if o.within != nil || o.source < 0 || o.entity < 0 || o.sourceSpan.Start < p.Start || o.sourceSpan.End > q.Start {
			continue
		}
		if t := &r.trees[o.sent]; (t.Tokens[o.source].UPos != "PRON" || t.form(o.source) == w) && fits(&r.cast.Entities[o.entity], w) {
			from, who = o.sourceSpan.End, o.entity
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
			if t := &r.trees[s]; m.Head < 0 || m.Head >= len(t.Tokens) || t.rel(m.Head) == "appos" {
				continue // whom it stands beside is meant
			}
			if m.Start < from || m.End > q.Start || m.As == actor.AsPronoun || m.As == actor.AsPossessive || !fits(&r.cast.Entities[n.entity], w) {
				continue
			}
			if n.entity != who && who >= 0 && (spoke && s >= first-1 || r.acts(s, m)) {
				return -1
			}
			if who < 0 && s >= first-1 && r.acts(s, m) && m.As == actor.AsName && r.onlySubject(s, m) {
				who = n.entity
			}
		}
	}
	if who >= 0 && r.namedIn(who, c.content) {
		return -1
	}
	return who
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
