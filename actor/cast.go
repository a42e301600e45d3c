package actor

import (
	"slices"
	"strings"
	"unicode/utf8"

	"readout/syntax"
)

// cast writes down who was found, in order of first mention.
func (r *casting) cast() *Cast {
	number := make([]int, len(r.ents))
	var out []Entity
	for i := range r.cands {
		c := &r.cands[i]
		ents := c.ents
		if c.ent >= 0 {
			ents = []int32{c.ent}
		}
		for k, e := range ents {
			e = r.find(e)
			if !r.shown(e) || k > 0 && slices.Contains(ents[:k], e) {
				continue
			}
			if number[e] == 0 {
				out = append(out, r.entity(e))
				number[e] = len(out)
			}
			n := number[e] - 1
			s := &r.doc.Sentences[c.sent]
			out[n].Mentions = append(out[n].Mentions, Mention{
				Span: s.SpanOf(int(c.first), int(c.last)), Entity: n, Sentence: int(c.sent),
				First: int(c.first), Last: int(c.last), Head: int(c.head), As: r.as(c, e),
			})
			if c.inner {
				first, last := int(c.core[0]), int(c.core[1])
				out[n].Mentions = append(out[n].Mentions, Mention{
					Span: s.SpanOf(first, last), Entity: n, Sentence: int(c.sent),
					First: first, Last: last, Head: r.headIn(s, first, last), As: r.as(c, e),
				})
			}
		}
	}
	for e := range r.ents {
		if n := number[e]; n > 0 {
			if o := r.lord(&r.ents[e]); o >= 0 && number[r.find(o)] > 0 && r.find(o) != int32(e) {
				out[n-1].Of = number[r.find(o)] - 1
			}
		}
	}
	out, place := inOrder(out)
	c := NewCast(out)
	at := func(e int32) int {
		n := number[r.find(e)] - 1
		if n >= 0 && place != nil {
			n = place[n]
		}
		return n
	}
	if r.interview {
		c.Interview, c.asks = true, slices.Clone(r.asks)
		if r.author >= 0 {
			c.Interviewee = at(r.author)
		}
	} else if r.stated {
		for _, e := range r.signed() {
			if n := at(e); n >= 0 {
				c.Authors = append(c.Authors, n)
			}
		}
	}
	r.addSpeakers(c)
	r.addRelatives(c)
	return c
}

// headIn returns the token of [first, last) whose head lies outside.
func (r *casting) headIn(s *syntax.Sentence, first, last int) int {
	for i := first; i < last; i++ {
		if h := s.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return first
}

// inOrder puts the mentions of each entity in text order, and the entities in
// order of first mention. It returns the new index of each too, nil where none
// has moved.
func inOrder(out []Entity) ([]Entity, []int) {
	before := func(a, b Mention) int {
		switch {
		case a.Sentence != b.Sentence:
			return a.Sentence - b.Sentence
		case a.First != b.First:
			return a.First - b.First
		}
		return a.Last - b.Last
	}
	sorted := true
	for i := range out {
		if !slices.IsSortedFunc(out[i].Mentions, before) {
			slices.SortStableFunc(out[i].Mentions, before)
		}
		sorted = sorted && (i == 0 || before(out[i-1].Mentions[0], out[i].Mentions[0]) <= 0)
	}
	if sorted {
		return out, nil
	}
	order := make([]int, len(out))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return before(out[a].Mentions[0], out[b].Mentions[0]) })
	number := make([]int, len(out))
	for n, i := range order {
		number[i] = n
	}
	moved := make([]Entity, len(out))
	for i, e := range out {
		for m := range e.Mentions {
			e.Mentions[m].Entity = number[i]
		}
		if e.Of >= 0 {
			e.Of = number[e.Of]
		}
		moved[number[i]] = e
	}
	return moved, number
}

// shown reports whether an entity belongs in the cast.
func (r *casting) shown(e int32) bool {
	x := &r.ents[e]
	if x.thing || x.set != nil || len(x.cands) == 0 {
		return false
	}
	return !x.vague || x.named >= 0 || len(x.cands) > 1 && x.kind == Person
}

func (r *casting) entity(e int32) Entity {
	x := &r.ents[e]
	out := Entity{Name: r.nameOf(x), Kind: x.kind, Country: x.country, Sectors: slices.Clone(x.sectors), Office: x.office,
		Gender: x.gender, Plural: x.plural, Town: x.town, Of: -1}
	switch {
	case x.person >= 0:
		out.Wikidata = r.k.people[x.person].wikidata
	case x.party >= 0:
		out.Wikidata = r.k.parties[x.party].Wikidata
		if x.kind == Place && !x.acts {
			out.Sectors = nil
		}
	case x.site > 0:
		out.Geonames = r.k.sites[x.site-1].geonames
	case x.body >= 0:
		out.Wikidata = r.k.bodies[x.body].Wikidata
	}
	if x.kind == Person || x.plural {
		if out.Gender == 'n' {
			out.Gender = 0
		}
	}
	return out
}

// nameOf returns an entity's canonical name: the lexicon's, else the longest
// form of the name in the text, else the words of the first nominal.
func (r *casting) nameOf(x *ent) string {
	if x.name != "" {
		return x.name
	}
	if x.named >= 0 {
		c := &r.cands[x.named]
		s := &r.doc.Sentences[c.sent]
		ws := strings.Fields(r.doc.Article.Words(s.SpanOf(int(c.core[0]), int(c.core[1]))))
		if x.kind == Person && len(ws) > 1 {
			lowerCapitals(ws)
		}
		return strings.Join(ws, " ")
	}
	best := &r.cands[x.cands[0]]
	for _, i := range x.cands {
		if c := &r.cands[i]; c.by == byNominal {
			best = c
			break
		}
	}
	s := &r.doc.Sentences[best.sent]
	first, last := int(best.first), int(best.last)
	for first < int(best.core[0]) && first+1 < last && leftOut(&s.Tokens[first]) &&
		(s.Tokens[first].UPos != "ADV" || s.Tokens[first].End != s.Tokens[first+1].Start) { // but "far-right lawmakers"
		first++
	}
	return strings.Join(strings.Fields(r.doc.Article.Words(s.SpanOf(first, last))), " ")
}

// lowerCapitals rewrites the words of a name that is all in capitals, as in a
// transcript: "ANNA KOWAL".
func lowerCapitals(ws []string) {
	for _, w := range ws {
		if strings.ToUpper(w) != w {
			return
		}
	}
	for i, w := range ws {
		if first, n := utf8.DecodeRuneInString(w); n < len(w) && !strings.Contains(w, ".") {
			ws[i] = string(first) + strings.ToLower(w[n:])
		}
	}
}

// leftOut reports whether a word before a noun does not belong to the name of
// those it stands for: determiners, possessives, numbers.
func leftOut(t *syntax.Token) bool {
	switch t.UPos {
	case "DET", "PRON", "PUNCT", "NUM", "ADV", "ADP", "CCONJ", "SCONJ", "AUX":
		return true
	}
	switch lowered(t.Form) {
	case "least", "more", "most", "than", "'s", "’s", "dozen", "dozens", "hundreds", "thousands", "of", "several", "many", "few", "other", "such":
		return true
	}
	return false
}

// as says how a candidate names its entity.
func (r *casting) as(c *candidate, e int32) string {
	switch c.by {
	case byDemonym:
		return AsDemonym
	case byPronoun:
		if c.possessive {
			return AsPossessive
		}
		return AsPronoun
	case byNominal:
		if c.people {
			return AsDemonym
		}
		return AsNominal
	}
	x := &r.ents[e]
	if x.kind == Country && x.party >= 0 {
		for _, f := range c.forms {
			switch f.kind {
			case formCountry:
				if fold(x.name) == c.key {
					return AsName
				}
				return AsAlias
			case formCapital, formMetonym:
				return AsMetonym
			}
		}
	}
	if x.name == "" || r.partOf(c.key, fold(x.name)) {
		return AsName
	}
	return AsAlias
}

// partOf reports whether all words of key are words of the name.
func (r *casting) partOf(key, name string) bool {
	for key != "" {
		var w string
		w, key, _ = strings.Cut(key, " ")
		if !hasWord(name, w) {
			return false
		}
	}
	return true
}

// addSpeakers lets At answer for the "we" of a quotation, which is no mention
// of its speaker alone.
func (r *casting) addSpeakers(c *Cast) {
	for i := range r.cands {
		d := &r.cands[i]
		if d.like < 0 {
			continue
		}
		k, by := [2]int{int(d.sent), int(d.head)}, &r.cands[d.like]
		if at := c.At(int(by.sent), int(by.head)); len(at) > 0 && len(c.at[k]) == 0 {
			c.at[k] = at
		}
	}
}

// addRelatives lets At answer for relative pronouns ("Putin, who said …"),
// which are no mentions of their own.
func (r *casting) addRelatives(c *Cast) {
	for s := range r.doc.Sentences {
		sent := &r.doc.Sentences[s]
		for i := range sent.Tokens {
			t := &sent.Tokens[i]
			if t.UPos != "PRON" || !isRelative(t) {
				continue
			}
			up := t.Head
			for n := 0; up >= 0 && up < len(sent.Tokens) && n < 8; n++ {
				if sent.Tokens[up].Rel == "acl:relcl" {
					break
				}
				up = sent.Tokens[up].Head
			}
			if up < 0 || up >= len(sent.Tokens) || sent.Tokens[up].Rel != "acl:relcl" || sent.Tokens[up].Head < 0 {
				continue
			}
			k := [2]int{s, i}
			if at := c.At(s, sent.Tokens[up].Head); len(at) > 0 && len(c.at[k]) == 0 {
				c.at[k] = at
			}
		}
	}
}

func isRelative(t *syntax.Token) bool {
	switch lowered(t.Form) {
	case "who", "whom", "which", "that", "whose":
		return t.Form != "WHO"
	}
	return false
}

// lord returns the entity to which x belongs, or -1. Those who are called by
// nothing but a word for whoever stands beside or against their owner do not
// belong to him, but to the alliance that the phrase names: "our NATO allies".
func (r *casting) lord(x *ent) int32 {
	if x.of < 0 || x.kind == Person || x.named >= 0 || len(x.cands) == 0 || !r.foreign(&r.cands[x.cands[0]]) {
		return x.of
	}
	for _, e := range [2]int32{r.find(x.of), r.namedBefore(&r.cands[x.cands[0]])} {
		if e >= 0 && international[r.ents[e].country] {
			return e
		}
	}
	return -1
}
