package actor

import (
	"slices"
	"strings"
	"unicode"

	"readout/syntax"
)

// isInterview reports whether the text is questions and answers, by its title
// or by its form, and notes which blocks ask.
func (r *casting) isInterview(title string) bool {
	r.asks = r.asks[:0]
	for range r.doc.Article.Blocks {
		r.asks = append(r.asks, false)
	}
	n, before := 0, false
	for s := 0; s < len(r.doc.Sentences); {
		block, end := r.doc.Sentences[s].Block, s
		for end < len(r.doc.Sentences) && r.doc.Sentences[end].Block == block {
			end++
		}
		if block >= 0 && block < len(r.asks) {
			// After a question who speaks of himself answers, even if he ends
			// with a question.
			if before = r.askedIn(s, end) && !(before && end-s > 1 && r.saysOne(s, end)); before {
				r.asks[block] = true
				n++
			}
		}
		s = end
	}
	answers, last := 0, int32(-1) // sentences in which somebody speaks of himself
	for i := range r.cands {
		if c := &r.cands[i]; c.by == byPronoun && c.person == 1 && !c.plural && c.quote < 0 && c.sent != last && !r.asked(c) {
			answers++
			last = c.sent
		}
	}
	for _, w := range strings.Fields(title) {
		switch strings.ToLower(strings.Trim(w, ":,")) {
		case "interview", "interviews", "interviewed", "q&a":
			return n > 1 || n > 0 && answers >= 3
		}
	}
	// A column that asks its readers something now and then is none.
	first := slices.Index(r.asks, true)
	return n >= 3 && answers >= 5 && 6*n >= len(r.asks)-first
}

// askedIn reports whether the sentences from s to end, a block, ask: the last
// ends with a question mark, or one does and the others speak to somebody.
func (r *casting) askedIn(s, end int) bool {
	first := r.doc.Sentences[s].Tokens
	if len(first) > 2 && first[1].Form == ":" {
		switch strings.ToLower(first[0].Form) {
		case "q", "question", "interviewer":
			return true
		case "a", "answer":
			return false
		}
	}
	if end-s > 6 {
		return false // who answers at length may end with a question
	}
	if asking(&r.doc.Sentences[end-1]) {
		return true
	}
	question, you := false, false
	for k := s; k < end; k++ {
		question = question || asking(&r.doc.Sentences[k])
		for i := r.g.ranges[k][0]; i < r.g.ranges[k][1]; i++ {
			if c := &r.cands[i]; c.by == byPronoun && c.quote < 0 {
				if c.person == 1 && !c.plural {
					return false
				}
				you = you || c.person == 2
			}
		}
	}
	return question && you
}

// saysOne reports whether "I" or "we" stands outside quotations in the
// sentences from s to end.
func (r *casting) saysOne(s, end int) bool {
	for k := s; k < end; k++ {
		for i := r.g.ranges[k][0]; i < r.g.ranges[k][1]; i++ {
			if c := &r.cands[i]; c.by == byPronoun && c.quote < 0 && c.person == 1 {
				return true
			}
		}
	}
	return false
}

// asking reports whether a sentence ends with a question mark of its own.
func asking(s *syntax.Sentence) bool {
	n := len(s.Tokens)
	if n > 1 && s.Tokens[n-1].Form == ")" {
		n--
	}
	return n > 0 && s.Tokens[n-1].Form == "?"
}

// asked reports whether the candidate stands in a block that asks.
func (r *casting) asked(c *candidate) bool {
	b := r.doc.Sentences[c.sent].Block
	return b >= 0 && b < len(r.asks) && r.asks[b]
}

// interviewee finds who is asked in an interview: the one person whom its
// title names as asked, or whom the opening says was spoken to, or the first
// whom the opening names; -1 without. Several named in the title become
// r.authors.
func (r *casting) interviewee(title string) int32 {
	part, told := askedPart(title)
	named := r.namedIn(fold(part))
	inTitle := len(named)
	if inTitle == 0 {
		if e := r.spokenTo(); e >= 0 {
			return e
		}
		if told {
			return -1 // "an interview with the owners": whoever is named first is another
		}
	}
	for i := 0; i < len(r.cands) && r.cands[i].sent < 6 && len(named) == 0; i++ {
		c := &r.cands[i]
		if c.by == byName && c.ent >= 0 && c.core[1]-c.core[0] > 1 && r.ents[r.find(c.ent)].kind == Person && !hasWord(fold(title), r.ents[r.find(c.ent)].surname) {
			named = append(named, r.find(c.ent)) // whom the title names is what they speak about
		}
	}
	if inTitle > 1 && inTitle <= mostMembers {
		x := blank(Group)
		x.plural, x.set = true, named
		r.authors = r.make(x)
	}
	if len(named) != 1 {
		return -1
	}
	return named[0]
}

// askedPart returns the words of an interview's title that name who is asked:
// "Jane Roe" of "We interview Jane Roe on ants" and of "Jane Roe: an interview
// with the ant queen". told says that the title itself says who is asked.
func askedPart(title string) (part string, told bool) {
	ws := strings.Fields(title)
	if before, after, ok := strings.Cut(title, ":"); ok && before != "" && strings.Contains(strings.ToLower(after), "interview") && len(strings.Fields(before)) < 5 {
		return before, true
	}
	from, to := 0, len(ws)
	for i, w := range ws {
		switch strings.ToLower(strings.Trim(w, ":,")) {
		case "interviews", "interviewing", "with":
			if i+1 < len(ws) {
				from = i + 1
			}
		case "interviewed", "tells", "discusses":
			to = i
		case "on", "about", "regarding":
			if i > from {
				to = min(to, i)
			}
		}
	}
	if part = strings.Join(ws[from:max(from, to)], " "); part != "" {
		return part, from > 0
	}
	return title, false
}

// namedIn returns the persons, named early in the text, whose surname is among
// the folded words.
func (r *casting) namedIn(words string) []int32 {
	words = strings.Join(strings.FieldsFunc(words, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",:;()\"“”", r) }), " ")
	var named []int32
	for i := range r.cands {
		c := &r.cands[i]
		if c.by != byName || c.ent < 0 || c.sent > 60 || r.within(c) {
			continue
		}
		e := r.find(c.ent)
		if x := &r.ents[e]; x.kind == Person && !x.plural && hasWord(words, x.surname) && !slices.Contains(named, e) {
			named = append(named, e)
		}
	}
	return named
}

// within reports whether the candidate stands behind "of" and the like, as a
// place does: "mayor of Torun".
func (r *casting) within(c *candidate) bool {
	if c.first == 0 {
		return false
	}
	switch lowered(r.doc.Sentences[c.sent].Tokens[c.first-1].Form) {
	case "of", "in", "at", "for":
		return true
	}
	return false
}

// spokenTo returns the person of whom an opening sentence says that he was
// interviewed or spoken to, or that he sat down to be; -1 without.
func (r *casting) spokenTo() int32 {
	for s := 0; s < min(len(r.doc.Sentences), 15); s++ {
		toks := r.doc.Sentences[s].Tokens
		for i := r.g.ranges[s][0]; i < r.g.ranges[s][1]; i++ {
			c := &r.cands[i]
			if c.by != byName || c.ent < 0 || c.quoted || c.clause < 0 || int(c.clause) >= len(toks) {
				continue
			}
			x := &r.ents[r.find(c.ent)]
			if x.kind != Person || x.plural {
				continue
			}
			switch v := &toks[c.clause]; {
			case r.k.class.talkWith[v.Lemma]:
				if c.rel == relObject || c.rel == relOblique || v.XPos == "VBN" && c.rel == relSubject {
					return r.find(c.ent)
				}
			case v.Lemma == "sit":
				if c.rel == relSubject {
					return r.find(c.ent)
				}
			}
		}
	}
	return -1
}

// turnReach is how many sentences around a pronoun are looked at for who
// speaks.
const turnReach = 40

// introduced returns who says "I am …" with his name in the candidate's block;
// or, where two are asked, the one whom the block does not speak of; or -1.
func (r *casting) introduced(c *candidate) int32 {
	all := r.doc.Sentences
	block, start := all[c.sent].Block, int(c.sent)
	for start > 0 && all[start-1].Block == block && int(c.sent)-start < turnReach {
		start--
	}
	spoken := int32(-1)
	for s := start; s < len(all) && all[s].Block == block && s-int(c.sent) < turnReach; s++ {
		for i := r.g.ranges[s][0]; i < r.g.ranges[s][1]; i++ {
			d := &r.cands[i]
			if d.ent < 0 || d.quote >= 0 || d.by != byName && !(d.by == byPronoun && d.person == 3) {
				continue
			}
			e := r.find(d.ent)
			if d.by == byName && r.saysI(d) {
				return e
			}
			if r.authors < 0 || !slices.Contains(r.ents[r.authors].set, e) {
				continue
			}
			if spoken >= 0 && spoken != e {
				return -1
			}
			spoken = e
		}
	}
	if r.authors < 0 || spoken < 0 || len(r.ents[r.authors].set) != 2 {
		return -1
	}
	for _, e := range r.ents[r.authors].set {
		if r.find(e) != spoken {
			return r.find(e)
		}
	}
	return -1
}

// saysI reports whether a name is the predicate of "I am".
func (r *casting) saysI(d *candidate) bool {
	toks := r.doc.Sentences[d.sent].Tokens
	h := int(d.head)
	me, copula := false, false
	for i := max(0, h-6); i < h; i++ {
		if toks[i].Head != h {
			continue
		}
		me = me || toks[i].Rel == "nsubj" && toks[i].Form == "I"
		copula = copula || toks[i].Rel == "cop"
	}
	return me && copula && r.ents[r.find(d.ent)].kind == Person
}
