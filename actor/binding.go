package actor

import "slices"

// understood returns the token that stands for the subject which the clause of
// predicate v leaves unsaid: "Xi went to Moscow to meet him", "Macron urged
// Putin to release him", "Putin called Xi and thanked him". It is -1 of a
// clause with a subject of its own, and where nobody can be told: what gives
// or allows at the end of a sentence may be all that went before.
func (g *gatherer) understood(v int) int {
	t := &g.t
	if v < 0 || t.with(v, "nsubj") >= 0 || t.with(v, "csubj") >= 0 {
		return -1
	}
	for range 6 {
		u := t.head(v)
		if u < 0 {
			return -1
		}
		switch t.rel(v) {
		case "xcomp": // the object controls, where there is one
			if g.k.class.reach[lowered(t.tok(u).Lemma)] {
				break // "called Xi to thank him"
			}
			for _, r := range [...]string{"obj", "iobj"} {
				if o := t.with(u, r); o >= 0 && o < v {
					return o
				}
			}
		case "advcl":
			if u < v && t.tok(v).XPos == "VBG" && g.k.class.aftermath[lowered(t.tok(v).Lemma)] {
				return -1
			}
		case "conj":
		case "acl":
			switch t.tok(v).XPos {
			case "VBG", "VBN":
				return u
			}
			if o := t.owner(u); o >= 0 {
				return o // "his promise to free him"
			}
			if t.rel(u) != "obj" || t.head(u) < 0 {
				return -1
			}
			u = t.head(u) // "made an effort to reach him"
		default:
			return -1
		}
		if s := t.with(u, "nsubj"); s >= 0 {
			if t.tok(s).UPos == "PRON" && isRelative(t.tok(s)) && t.Tokens[u].Rel == "acl:relcl" && t.head(u) >= 0 {
				return t.head(u) // "Biden, who went to meet him"
			}
			return s
		}
		v = u
	}
	return -1
}

// ruler returns the token of the subject of the clause nearest above that of
// pronoun i which has one, or, of a possessor, of its own clause: "Mattis" of
// "Mattis kept his eye", "Trump" of "Trump held a rally at which he spoke".
// Where a relative pronoun is that subject it is the noun that it stands for.
// -1 without.
func (g *gatherer) ruler(i int, possessive bool) int {
	t := &g.t
	v := t.clause(i)
	switch {
	case v < 0:
		return -1
	case !possessive:
		v = t.head(v)
	case t.head(t.head(i)) != v:
		return -1 // "Trump's wall and his tax": another owner is nearer
	}
	for n := 0; n < 12 && v >= 0; n++ {
		s := -1
		for c, k := t.child[v], 0; c >= 0 && k < mostChildren; c, k = t.next[c], k+1 {
			if x := int(c); t.rel(x) == "nsubj" && x != i && (s < 0 || x < v) {
				s = x // the nearest before the verb
			}
		}
		if s < 0 {
			s = g.understood(v)
		}
		if s >= 0 && s != i {
			return g.antecedentOf(s)
		}
		v = t.head(v)
	}
	return -1
}

// related returns the token of the phrase to which the relative clause of
// predicate v relates: of "Abu Dhabi" in "Iran, which left, and Abu Dhabi, which
// it accuses". If the noun names no party, the last name after it does: "ties
// with Abu Dhabi, which it accuses". It is -1 of other clauses.
func (g *gatherer) related(v int) int {
	t := &g.t
	up := t.head(v)
	if up < 0 || t.Tokens[v].Rel != "acl:relcl" {
		return -1
	}
	if g.headedBy(up) >= 0 {
		return up
	}
	for i := v - 1; i > up; i-- {
		if d := g.headedBy(i); d >= 0 && g.cands[d].by == byName {
			return int(g.cands[d].head)
		}
	}
	return -1
}

// teller returns the token that stands for who says what the clause of predicate
// v tells, where the verb of saying leaves it to the clause above, or to a relative
// pronoun: "Turkey rejected the report, saying it would stay", "the minister, who said
// he would stay". It is -1 of any other clause.
func (g *gatherer) teller(v int) int {
	t := &g.t
	if v < 0 || t.rel(v) != "ccomp" {
		return -1
	}
	h := t.head(v)
	if h >= 0 && h < v && t.Tokens[h].Rel == "acl:relcl" && g.k.speech[lowered(t.tok(h).Lemma)] && t.with(h, "obj") < 0 {
		if s := t.with(h, "nsubj"); s >= 0 && isRelative(t.tok(s)) {
			return g.antecedentOf(s)
		}
	}
	if h < 0 || h > v || t.tok(h).XPos != "VBG" || !g.k.speech[lowered(t.tok(h).Lemma)] || t.with(h, "obj") >= 0 {
		return -1
	}
	return g.understood(h)
}

// owner returns the possessor of noun i, or -1.
func (t *tree) owner(i int) int {
	n := 0
	for c := t.child[i]; c >= 0 && n < mostChildren; c = t.next[c] {
		if t.Tokens[c].Rel == "nmod:poss" {
			return int(c)
		}
		n++
	}
	return -1
}

// acting reports whether d acts in the clause of pronoun p, which leaves its
// subject unsaid.
func (d *candidate) acting(p *candidate) bool {
	return p.doer >= 0 && d.sent == p.sent && d.head == p.doer && !p.reflexive && !p.possessive
}

// permits applies the constraints of binding: a pronoun is not who acts on
// him in the same clause, nor, in a relative clause, of whom it is told what he does, nor the phrase that it stands in, nor, in somebody's
// quotation, the one who speaks.
func (r *casting) permits(p, d *candidate, e int32) bool {
	if p.quote >= 0 && r.speaks(p.quote, e) {
		return false
	}
	if d.sent != p.sent {
		return !p.reflexive
	}
	if d.first <= p.first && p.first < d.last || d.by == byNominal && p.possessive && r.hangsOn(p, d) {
		return false
	}
	if d.by == byPronoun && d.person == 3 && d.plural != p.plural {
		return false // "it" and "they" in one sentence
	}
	if d.by != byPronoun && p.content[0] <= d.first && d.last <= p.content[1] {
		return false // "Navalny's death would be a tragedy, he said"
	}
	if p.reflexive {
		return d.rel == relSubject || d.rel == relPassive
	}
	if p.possessive || d.possessive && d.rel == relOwner {
		return true
	}
	if d.acting(p) || p.told >= 0 && d.head == p.told {
		return false
	}
	if d.clause == p.clause && d.clause >= 0 {
		switch d.rel {
		case relSubject, relPassive, relObject, relOblique:
			return p.rel != relObject && p.rel != relOblique && p.rel != relSubject
		}
	}
	// The predicate's own nominal: "his father was a …".
	return d.same < 0 || d.clause != p.clause
}

// hangsOn reports whether pronoun p stands in what "of" and the like hang on
// noun d, so that it means another: "the head of his council".
func (r *casting) hangsOn(p, d *candidate) bool {
	tokens := r.doc.Sentences[p.sent].Tokens
	i := int(p.head)
	for n := 0; n < 6 && i >= 0 && i < len(tokens) && tokens[i].Base() == "nmod"; n++ {
		if i = tokens[i].Head; i == int(d.head) {
			return true
		}
	}
	return false
}

// bars reports whether binding keeps an entity, or one of a set, from the
// pronoun.
func (r *casting) bars(e int32) bool {
	if slices.Contains(r.barred, e) {
		return true
	}
	pair := len(r.ents[e].set) == 2 // without him who acts no plural is left of it
	for _, x := range r.ents[e].set {
		if slices.Contains(r.barred, r.find(x)) || pair && r.find(x) == r.acting {
			return true
		}
	}
	return false
}
