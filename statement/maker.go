package statement

import (
	"strings"

	"readout/actor"
	"readout/lexicon"
)

// makerReach is how many sentences before "the report" its maker is looked for.
const makerReach = 12

// workReach is the same for the name of the work.
const workReach = 60

// maker returns who speaks by the words that the source names: whose a report,
// a letter or a poll is, as its phrase says ("a report by", "her letter", "the
// UN study") or, of "the report", as was told of the last one before it; -1
// where nobody says.
func (r *reading) maker(c *candidate) int {
	t := &r.trees[c.sent]
	n := c.source
	if !r.isMessage(t, n) {
		return -1
	}
	if e := r.makerOf(t, n); e >= 0 || !t.definite(n) {
		return e
	}
	for s := t.index; s >= max(0, t.index-makerReach); s-- {
		u := &r.trees[s]
		k := len(u.Tokens) - 1
		if s == t.index {
			k = n - 1
		}
		for ; k >= 0; k-- {
			if u.lemma(k) != t.lemma(n) || !r.isMessage(u, k) || u.Tokens[k].Form != t.Tokens[n].Form {
				continue
			}
			if e := r.makerOf(u, k); e >= 0 || !u.definite(k) {
				return e
			}
		}
	}
	return r.workNamed(t, n)
}

// workNamed returns the work, which the cast has as a body, that definite noun n
// takes up: the last one before it whose name ends with the noun, or of "the
// report" with a word like it ("the National Iodine Study"); -1 without.
func (r *reading) workNamed(t *tree, n int) int {
	for s := t.index; s >= max(0, t.index-workReach); s-- {
		for k := len(r.named[s]) - 1; k >= 0; k-- {
			m := r.named[s][k].mention
			e := r.named[s][k].entity
			if m.As != actor.AsName || m.End > t.Tokens[n].Start || r.cast.Entities[e].Kind != actor.Organization {
				continue
			}
			name := r.cast.Entities[e].Name
			last := lower(name[strings.LastIndexByte(name, ' ')+1:])
			if r.reportedIn[last] && (last == t.lemma(n) || t.lemma(n) == "report") && len(last) < len(name) {
				return e
			}
		}
	}
	return -1
}

func (r *reading) isMessage(t *tree, n int) bool {
	u := t.Tokens[n].UPos
	return (u == "NOUN" || u == "PROPN") && r.messages[t.lemma(n)]
}

// definite reports whether noun n has "the" or "this" and nothing that tells it
// from another.
func (t *tree) definite(n int) bool {
	d := t.find(n, "det")
	if d < 0 {
		return false
	}
	switch t.form(d) {
	case "the", "this", "that", "these", "those":
	default:
		return false
	}
	return t.find(n, "compound", "nmod:poss", "nmod", "nummod") < 0
}

// makerOf returns whom the clause of noun n, a message, tells as its maker, or
// -1.
func (r *reading) makerOf(t *tree, n int) int {
	// "a report by X", "a report released by X", "a statement from X".
	for _, want := range [...]string{"by", "from"} {
		for _, k := range t.kids(n) {
			o := int(k)
			if t.rel(o) == "acl" && o > n && r.publishing[t.lemma(o)] && t.Tokens[o].XPos == "VBN" {
				o = t.oblique(o, want)
			}
			if o <= n || t.rel(o) != "nmod" && t.rel(o) != "obl" {
				continue
			}
			if p, _, _ := t.preposition(o); p == want {
				if e := r.makes(t, o); e >= 0 {
					return e
				}
			}
		}
	}
	if p := t.whose(n); p >= 0 && p < n {
		return r.makes(t, p)
	}
	// "the UN report": bodies alone, for persons and lands are as often what it
	// is about.
	for _, k := range t.kids(n) {
		if o := int(k); o < n && (t.rel(o) == "compound" || t.rel(o) == "nmod" || t.rel(o) == "amod") {
			if e := r.makes(t, o); e >= 0 {
				switch r.cast.Entities[e].Kind {
				case actor.Organization, actor.Government:
					return e
				}
			}
		}
	}
	h := t.head(n)
	if h < 0 || !t.verbal(h) {
		return -1
	}
	switch {
	case t.rel(n) == "obj" && r.publishing[t.lemma(h)]:
		if s, passive := t.subject(h); s >= 0 && !passive {
			return r.makes(t, t.antecedent(s))
		}
	case t.rel(n) == "nsubj" && t.Tokens[n].Rel == "nsubj:pass" && r.publishing[t.lemma(h)]:
		for _, k := range t.kids(h) {
			if o := int(k); t.rel(o) == "obl" && o > h {
				if p, _, _ := t.preposition(o); p == "by" {
					return r.makes(t, o)
				}
			}
		}
	case t.rel(n) == "obl":
		// "In a report, X said".
		if p, _, _ := t.preposition(n); p == "in" && len(r.cues.Find(lexicon.CueVerb, t.lemma(h))) > 0 {
			if s, passive := t.subject(h); s >= 0 && !passive {
				return r.makes(t, t.antecedent(s))
			}
		}
	}
	return -1
}

// oblique returns the dependent of verb v that preposition p introduces, or -1.
func (t *tree) oblique(v int, p string) int {
	for _, k := range t.kids(v) {
		if q, _, _ := t.preposition(int(k)); q == p && t.rel(int(k)) == "obl" {
			return int(k)
		}
	}
	return -1
}

// makes returns the entity at token n that can make a message, or -1.
func (r *reading) makes(t *tree, n int) int {
	for _, e := range r.speakers(t.index, n) {
		if r.cast.Entities[e].Kind != actor.Place {
			return e
		}
	}
	return -1
}
