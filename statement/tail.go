package statement

import (
	"readout/lexicon"
)

// tail recognises by its words alone, whatever the tree says, a cue put behind
// what it reports: "…, the mayor said." and "…, said the mayor, a doctor."
func (r *reading) tail(t *tree, v, end int, words []lexicon.CueWord, c *candidate) bool {
	e := entry(words, lexicon.CueThat)
	if e == nil || entry(words, lexicon.CueQuote) == nil || t.quote[v] >= 0 || v < 2 {
		return false
	}
	switch t.Tokens[v].XPos {
	case "VBD", "VBZ", "VBP":
	case "VB": // "Bridge unsafe, say police", read as a command
		if !t.headline() || t.rel(v) == "root" || end >= len(t.Tokens) || t.form(v-1) != "," || t.Tokens[end].UPos != "NOUN" || !r.somebody(t, end) {
			return false
		}
	default:
		return false
	}
	comma, src, resume := -1, -1, -1
	if s := t.ownSubject(v); t.form(v-1) == "," && (s < 0 || s > v || t.subjectBehind(v) || t.resumes(end) >= 0) && t.beforeApposed(v) == v {
		// Inverted: a noun phrase must follow.
		resume = t.resumes(end)
		if t.clausal(v, end) {
			return false // "The convoy, officials and all, suggested the battle was over"
		}
		if end >= len(t.Tokens) || resume < 0 && t.find(v, "ccomp", "xcomp") > v || t.laterClause(v) && t.garden(t.find(v, "ccomp"), v) {
			return false
		}
		switch t.Tokens[end].UPos {
		case "PROPN", "NOUN", "DET", "ADJ", "NUM":
		case "PRON":
			if t.Tokens[end].XPos != "PRP$" {
				return false
			}
		default:
			return false
		}
		src = t.nounAfter(end)
		if resume >= 0 {
			src = t.headWithin(resume-2, end, resume-1)
		}
		if src < 0 || t.rel(v) == "conj" && t.Tokens[src].UPos == "NOUN" && src == end && !r.somebody(t, src) && !r.messages[t.lemma(src)] {
			return false // "warns of a strike, urges restraint"
		}
		if t.form(src+1) == ":" && t.Tokens[src].UPos != "PROPN" && !r.somebody(t, src) && !r.messages[t.lemma(src)] {
			return false // "said the opposite: “…”"
		}
		if resume >= 0 && (entry(words, lexicon.CueTell) != nil || t.Tokens[src].UPos != "PROPN" && !r.somebody(t, src)) {
			return false // "The mayor, told the news, left"
		}
		comma = v - 1
	} else {
		if k := t.pastTime(end); k < len(t.Tokens) && t.form(k) == "," && k+3 < len(t.Tokens) && !t.closing(v, end) {
			resume = k + 1 // put in: "The border, officials said on Friday, will"
		} else if !t.closing(v, end) || entry(words, lexicon.CueTell) == nil && t.names(end) {
			return false
		}
		k := t.beforeApposed(v) - 1
		for k > 0 && t.rel(k) == "aux" || t.Tokens[k].UPos == "ADV" && k > 0 {
			k--
		}
		last := k
	back:
		for ; k >= 0 && last-k < 12; k-- {
			switch t.Tokens[k].UPos {
			case "PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM":
			case "VERB":
				if t.rel(k) != "acl" || t.Tokens[k].XPos != "VBN" || k == last {
					break back // "a study published in May shows"
				}
			case "ADP", "PART":
				if k == last || t.Tokens[k].UPos == "PART" && t.rel(k) != "case" {
					return false
				}
			default:
				break back
			}
			if t.quote[k] >= 0 {
				break
			}
		}
		if k < 2 || k < 3 && resume < 0 || k == last || t.form(k) != "," && t.form(k) != "--" && t.form(k) != "—" && t.form(k) != "–" || t.relative(k+1) {
			return false
		}
		if u := t.Tokens[k+1].UPos; u == "ADP" {
			return false
		}
		comma, src = k, t.headWithin(last, k+1, v)
	}
	if v < 4 && resume < 0 {
		return false
	}
	// What is said must be a clause, and not introduced as something else.
	from := 0
	for k := comma - 1; k > 0; k-- {
		if t.form(k) == ";" || t.form(k) == "." && t.quote[k] < 0 || t.form(k) == ":" && (t.headline() || t.leadsIn(k, comma)) {
			from = k + 1
			break
		}
	}
	verb := false
	for k := from; k < comma; k++ {
		if t.verbal(k) && t.Tokens[k].XPos != "VBG" && (t.Tokens[k].XPos != "VBN" || t.headline()) || t.headline() && t.Tokens[k].UPos == "ADJ" && t.ownSubject(k) >= from {
			verb = true
		}
	}
	if resume >= 0 {
		if comma-from > 12 || comma == from || t.Tokens[resume].UPos == "CCONJ" || t.relative(resume) || t.Tokens[resume].XPos == "VBG" || t.quote[resume] >= 0 || t.quote[from] >= 0 {
			return false
		}
		a, b := t.trim(from, comma), t.trim(resume, len(t.Tokens))
		if t.calls(from, comma) {
			a = b // "Yes, we know, it rains"
		}
		if a.Empty() || b.Empty() {
			return false
		}
		r.setSource(t, c, src)
		return c.set(e, "tail", a, b)
	}
	if u := t.Tokens[from]; !verb || u.UPos == "SCONJ" || lower(u.Form) == "as" || lower(u.Form) == "when" {
		return false
	}
	s := t.trim(from, comma)
	if s.Empty() {
		return false
	}
	r.setSource(t, c, src)
	return c.set(e, "tail", s)
}

// clausal reports whether the noun phrase at token k behind verb v is the subject of
// a finite clause of v's, no comma between them.
func (t *tree) clausal(v, k int) bool {
	for _, c := range t.kids(v) {
		x := int(c)
		if s := t.ownSubject(x); x > v && t.rel(x) == "ccomp" && s > v && s < x && int(t.first[s]) == k && t.finite(x) && !t.commaBetween(s, x) {
			return true
		}
	}
	return false
}

// headWithin returns the token of [from, to) that token k of them hangs on.
func (t *tree) headWithin(k, from, to int) int {
	for n := 0; n < maxClimb && t.head(k) >= from && t.head(k) < to; n++ {
		k = t.head(k)
	}
	return k
}

// resumes returns the verb with which a sentence goes on behind a noun phrase at
// token k and a comma, where the phrase is put in with its verb ("The border,
// said two officials, will stay closed"), or -1.
func (t *tree) resumes(k int) int {
	if !t.finiteBetween(0, k-2) {
		for n := k; n < min(len(t.Tokens), k+9) && t.quote[n] < 0; n++ {
			switch t.Tokens[n].UPos {
			case "DET", "ADJ", "NUM", "NOUN", "PROPN", "ADP", "PART":
				continue
			}
			if n == k || t.form(n) != "," || n+2 >= len(t.Tokens) {
				break
			}
			switch t.Tokens[n+1].XPos {
			case "MD", "VBZ", "VBP", "VBD":
				return n + 1
			}
			break
		}
	}
	return -1
}

// finiteBetween reports whether a finite verb stands in tokens [from, to).
func (t *tree) finiteBetween(from, to int) bool {
	for k := from; k < to; k++ {
		switch t.Tokens[k].XPos {
		case "MD", "VBZ", "VBP", "VBD":
			return true
		}
	}
	return false
}

// finite reports whether verb v is finite, by itself or by its auxiliary.
func (t *tree) finite(v int) bool {
	if a := t.find(v, "aux", "cop"); a >= 0 && a < v {
		v = a
	}
	return t.finiteBetween(v, v+1)
}

// beforeApposed returns the token at which what is set beside the subject of
// verb v begins, a comma ("its head, Jane Roe, said", "Jane Roe, its head, said"),
// or v.
func (t *tree) beforeApposed(v int) int {
	if t.form(v-1) != "," {
		return v
	}
	k, noun := v-2, false
back:
	for ; k > 1 && v-k < 16 && t.quote[k] < 0; k-- {
		switch t.Tokens[k].UPos {
		case "PROPN":
		case "NOUN", "DET", "ADJ", "ADP", "NUM", "PART", "CCONJ":
			noun = true
		default:
			break back
		}
	}
	if k == v-2 || k < 2 || t.form(k) != "," || t.Tokens[k+1].UPos == "ADP" || t.Tokens[k+1].UPos == "CCONJ" {
		return v
	}
	if s := t.ownSubject(v); s >= 0 && (s < k || !noun) {
		return v
	}
	if b := t.Tokens[k-1].UPos; noun && b == "PROPN" || !noun && b == "NOUN" {
		return k
	}
	return v
}

// headline reports whether the sentence ends without a mark, as headlines do,
// which leave their auxiliaries out.
func (t *tree) headline() bool {
	return len(t.Tokens) > 0 && !t.punct(len(t.Tokens)-1)
}

// subjectBehind reports whether verb v has a subject behind it, next to one
// that the tree finds before it: "Talks: Rome ready to sign, says Roe".
func (t *tree) subjectBehind(v int) bool {
	for _, c := range t.kids(v) {
		if int(c) > v && t.rel(int(c)) == "nsubj" {
			return true
		}
	}
	return false
}

// closing reports whether nothing but time and place follows the cue v, whose
// words end before token end.
func (t *tree) closing(v, end int) bool {
	for k := end; k < len(t.Tokens); k++ {
		switch t.Tokens[k].UPos {
		case "VERB", "AUX", "SCONJ", "CCONJ", "PRON":
			return false
		case "PUNCT":
			switch t.form(k) {
			case ".":
				return true
			case ",":
				if k+1 < len(t.Tokens) && t.Tokens[k+1].XPos == "VBG" && t.head(k+1) == v {
					return true // "…, officials said, adding that"
				}
			default:
				return false
			}
		}
		if k > end+8 || t.quote[k] >= 0 {
			return false
		}
	}
	return end < len(t.Tokens) || v == len(t.Tokens)-1
}

// calls reports whether tokens [from, to) hold nothing but a call: "yes", "oh".
func (t *tree) calls(from, to int) bool {
	for k := from; k < to; k++ {
		if u := t.Tokens[k].UPos; u != "INTJ" && u != "PUNCT" {
			return false
		}
	}
	return true
}

// names reports whether a noun that is no time stands right at token k: an
// object, and not when or where something was said.
func (t *tree) names(k int) bool {
	return k < len(t.Tokens) && t.Tokens[k].UPos == "NOUN" && !t.temporal(k)
}

// pastTime returns the token behind the words at k that say when or where
// something was said ("earlier this year", "on Friday"), or k.
func (t *tree) pastTime(k int) int {
	when := false
	for n := k; n < len(t.Tokens) && n < k+6; n++ {
		switch t.Tokens[n].UPos {
		case "ADV", "ADJ", "DET", "NUM", "ADP":
		case "NOUN", "PROPN":
			when = when || t.temporal(n) || t.medium(n)
		default:
			if when {
				return n
			}
			return k
		}
	}
	return k
}

// leadsIn reports whether the colon at token k stands outside a quotation that
// reaches from it to the comma: what goes before leads in to the words and is
// not of them: "Roe told of the flood: “It was dark,” she said".
func (t *tree) leadsIn(k, comma int) bool {
	return t.quote[k] < 0 && k+1 < comma && t.quote[k+1] >= 0 && t.quote[comma-1] == t.quote[k+1]
}
