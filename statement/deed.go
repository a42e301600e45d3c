package statement

import (
	"readout/actor"
	"readout/lexicon"
)

// deed reports whether a cue that may be a deed is one, its object being noun
// n: the lexicon marks it, and n names no words ("released three men", but
// "released a report"). A blow is words where one person deals it another
// ("the senator attacked the mayor").
func (r *reading) deed(t *tree, words []lexicon.CueWord, n int, c *candidate) bool {
	if r.helping(t, n, c) || r.unsaid[t.lemma(n)] {
		return true
	}
	anything, people, blow := entry(words, lexicon.CueDeed), entry(words, lexicon.CueDeedTo), entry(words, lexicon.CueBlow)
	if anything == nil && people == nil && blow == nil || r.quotedAt(t, n) || t.relative(n) || t.question(n) {
		return false
	}
	switch r.nounClass(t, n) {
	case "words", "wordss", "writing", "writings":
		return false
	}
	switch {
	case anything != nil:
		return true
	case blow != nil:
		return !r.voiced(t, c.source) || r.ground(t, n) || c.part == lexicon.CueNoun && r.power(t, n)
	}
	return r.somebody(t, n)
}

// helping reports whether the cue of c, a verb of attitude or decision, tells
// what its subject does for noun n: "supports families", "approved $2 million".
func (r *reading) helping(t *tree, n int, c *candidate) bool {
	if c.part != lexicon.CueVerb || r.quotedAt(t, n) || t.Tokens[n].UPos == "PRON" {
		return false
	}
	v, o := t.lemma(c.cue), t.lemma(n)
	return r.backing[v] && r.helped[o] || r.granting[v] && r.granted[o]
}

// appoints reports whether verb v gives its object the office that noun n
// names: "named her as chief executive".
func (r *reading) appoints(t *tree, v, n int) bool {
	return r.appointing[t.lemma(v)] && n >= 0 && t.quote[n] < 0 && (r.voices[t.lemma(n)] || t.Tokens[n].UPos == "PROPN")
}

// quotedAt reports whether token n stands in a quotation.
func (r *reading) quotedAt(t *tree, n int) bool { return t.quote[n] >= 0 }

// somebody reports whether token n names a person, people or a party.
func (r *reading) somebody(t *tree, n int) bool {
	if len(r.speakers(t.index, n)) > 0 {
		return true
	}
	switch tok := &t.Tokens[n]; tok.UPos {
	case "PROPN":
		return r.cast == nil
	case "PRON":
		f := t.form(n)
		return f != "it" && f != "this" && f != "that" && f != "these" && f != "those" && f != "what"
	case "NOUN":
		w := t.lemma(n)
		return r.kinds[w] != "" || r.classes[w] == "person" || r.classes[w] == "pair"
	}
	return false
}

// voiced reports whether token n names one who strikes with words rather than
// arms: a person by name or office, or a body without arms.
func (r *reading) voiced(t *tree, n int) bool {
	if n < 0 {
		return false
	}
	n = t.antecedent(n)
	for _, e := range r.speakers(t.index, n) {
		x := &r.cast.Entities[e]
		if x.Kind == actor.Country || x.Kind == actor.Place {
			return false
		}
		for _, s := range x.Sectors {
			if armed[s] {
				return false
			}
		}
		if x.Kind == actor.Person && t.Tokens[n].UPos != "NOUN" {
			return true
		}
	}
	if t.Tokens[n].UPos == "NOUN" {
		return r.voices[t.lemma(n)]
	}
	return t.Tokens[n].UPos == "PROPN" || t.Tokens[n].UPos == "PRON"
}

// power reports whether token n names a country, a government or those who bear
// arms: whoever launches an attack on it does so with arms.
func (r *reading) power(t *tree, n int) bool {
	for _, e := range r.speakers(t.index, n) {
		x := &r.cast.Entities[e]
		if x.Kind == actor.Country || x.Kind == actor.Government {
			return true
		}
		for _, s := range x.Sectors {
			if armed[s] {
				return true
			}
		}
	}
	return false
}

// armed are the sectors of those who strike with arms.
var armed = map[string]bool{"MIL": true, "REB": true, "UAF": true, "COP": true, "PRM": true, "SPY": true}

// ground reports whether token n is a place or a thing of a place.
func (r *reading) ground(t *tree, n int) bool {
	for _, e := range r.speakers(t.index, n) {
		if r.cast.Entities[e].Kind == actor.Place {
			return true
		}
	}
	return t.Tokens[n].UPos == "NOUN" && (r.classes[t.lemma(n)] == "place" || r.things[t.lemma(n)])
}
