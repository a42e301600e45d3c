package statement

import (
	"strings"

	"readout/article"
	"readout/lexicon"
)

// active gives c its content by the first frame of an active verb that fits.
func (r *reading) active(t *tree, v, subj int, words []lexicon.CueWord, c *candidate) bool {
	obj := t.find(v, "obj")
	iobj := t.find(v, "iobj")
	if iobj >= 0 {
		c.addressee = append(c.addressee, iobj)
	}
	if obj > v && reflexive(t.form(obj)) && entryWith(words, "to") != nil {
		obj = -1 // "committed itself to talks"
	}
	bare := 0 // the first token of the object that is not the cue's preposition
	if obj < 0 && len(words[0].Rest) > 0 {
		obj, bare = t.restObject(v, c)
	}
	if e := entry(words, lexicon.CueTell); e != nil {
		// The clause may hang on the listener in the tree.
		for _, n := range []int{iobj, obj} {
			if x := t.toldClause(n, v); x >= 0 {
				c.addressee = append(c.addressee, n)
				return c.set(e, "that", t.part(x, v, c)...)
			}
		}
	}
	if x := t.clause(v); x >= 0 {
		f := lexicon.CueThat
		if t.question(x) {
			f = lexicon.CueWh
		}
		if t.infinitive(x) && t.find(x, "nsubj") >= 0 && t.find(x, "cop", "aux") < 0 {
			f = lexicon.CueObjTo
		}
		o := iobj
		if obj > v && t.form(obj) == "what" {
			o = obj
		}
		if e := entry(words, f); e != nil && t.misread(v, o, x) && entry(words, lexicon.CueTell) == nil {
			c.addressee = nil // "said any candidate who hopes to win “owes it to” them", "noted what began as a joke had grown"
			return c.set(e, f.String(), t.trim(int(t.first[o]), int(t.last[x])))
		} else if e != nil {
			if obj > v && obj < x && (entry(words, lexicon.CueTell) != nil || t.animate(obj)) {
				c.addressee = append(c.addressee, obj)
			}
			return c.set(e, f.String(), t.part(x, v, c)...)
		}
	}
	if x := t.find(v, "ccomp", "xcomp"); x > v && t.Tokens[x].XPos == "VBG" && t.find(x, "ccomp") > x && entry(words, lexicon.CueIng) == nil {
		// "believes changing the flag has a reason": the clause's subject read as its verb
		if e := entry(words, lexicon.CueThat); e != nil {
			return c.set(e, "that", t.part(x, v, c)...)
		}
	}
	if x := t.joinedSubject(v, obj); x >= 0 {
		if e := entry(words, lexicon.CueThat); e != nil && entry(words, lexicon.CueQuote) != nil {
			return c.set(e, "that", t.trim(int(t.first[obj]), int(t.last[x])))
		}
	}
	if n := t.toldTo(v); n >= 0 {
		if e := entry(words, lexicon.CueObjTo); e != nil && entry(words, lexicon.CueTo) == nil {
			c.addressee = append(c.addressee, n)
			return c.set(e, "objto", t.extent(n))
		}
	}
	if x := t.mediumClause(v); x >= 0 && obj < 0 {
		if e := entry(words, lexicon.CueThat); e != nil && entry(words, lexicon.CueQuote) != nil {
			return c.set(e, "that", t.extent(x))
		}
	}
	if x := r.clauseBehind(t, v); x >= 0 {
		f := lexicon.CueThat
		if t.question(x) {
			f = lexicon.CueWh
		}
		if e := entry(words, f); e != nil {
			return c.set(e, f.String(), t.trim(int(t.first[x]), int(t.last[x])))
		}
	}
	if s := t.main(v); s >= 0 {
		if e := entry(words, lexicon.CueThat|lexicon.CueQuote); e != nil {
			return c.set(e, "main", t.around(s, v)...)
		}
	}
	if x := t.find(v, "xcomp"); x >= 0 && obj >= 0 && r.appoints(t, v, x) {
		return false // "named her ambassador"
	} else if x >= 0 {
		if e := entry(words, lexicon.CueSeem); e != nil && subj >= 0 {
			return c.raise(t, e, subj, t.part(x, v, c))
		}
		switch {
		case t.infinitive(x) && max(obj, iobj) > v && max(obj, iobj) < x:
			if e := entry(words, lexicon.CueObjTo); e != nil {
				to := max(obj, iobj)
				if to != iobj {
					c.addressee = append(c.addressee, to)
				}
				return c.set(e, "objto", t.phrase(to), t.part(x, v, c)[0])
			}
		case t.infinitive(x):
			if e := entry(words, lexicon.CueTo); e != nil {
				return c.set(e, "to", t.part(x, v, c)...)
			}
		case t.Tokens[x].XPos == "VBG":
			if e := entry(words, lexicon.CueIng); e != nil {
				return c.set(e, "ing", t.part(x, v, c)...)
			}
		case obj >= 0:
			if e := entry(words, lexicon.CueComp); e != nil {
				return c.set(e, "comp", t.phrase(obj), t.part(x, v, c)[0])
			}
		case x > v && !t.verbal(x):
			// "called the plan “a mess”", the object lost.
			if e := entry(words, lexicon.CueComp); e != nil {
				return c.set(e, "comp", t.part(x, v, c)...)
			}
		}
	}
	if x := t.gerundBehind(v); x >= 0 && obj < 0 {
		if e := entry(words, lexicon.CueIng); e != nil {
			return c.set(e, "ing", t.part(x, v, c)...)
		}
	}
	if obj < 0 && t.Tokens[v].Rel == "acl:relcl" && t.ownSubject(v) >= 0 && !t.relative(t.ownSubject(v)) {
		// "the plan (that) she praised": the content is the noun before.
		if h := t.head(v); h >= 0 && h < v && t.form(h) != "what" {
			for _, f := range []lexicon.CueFrame{lexicon.CueComp, lexicon.CueObj} {
				if e := entry(words, f); e != nil && !r.deed(t, words, h, c) {
					return c.set(e, "relcl", t.headNoun(h, v))
				}
			}
		}
	}
	if h := t.antecedent(max(obj, 0)); obj >= 0 && obj < v && h >= 0 && h < obj && t.Tokens[h].UPos != "VERB" && t.Tokens[obj].UPos == "PRON" {
		// "the charges, which she denies"
		if e := entry(words, lexicon.CueObj); e != nil && !r.deed(t, words, h, c) {
			c.relative = true
			return c.set(e, "obj", t.headNoun(h, v))
		}
	}
	if obj >= 0 {
		if r.appoints(t, v, max(t.asPhrase(v, obj), t.asPhrase(obj, obj))) {
			return false
		}
		if as := t.asPhrase(v, obj); as >= 0 {
			if e := entry(words, lexicon.CueAs); e != nil {
				return c.set(e, "as", t.phrase(obj), t.part(as, v, c)[0])
			}
		}
		if t.lend[t.lemma(v)] && t.whose(obj) < 0 && r.speaksFor(t, obj) {
			return false // "expressed concern about": the noun is the cue
		}
		if e := entry(words, lexicon.CueObj); e != nil && (e.Kind != "show" || !r.thinks(t, subj)) && !r.deed(t, words, obj, c) {
			s := t.phrase(obj)
			if bare > 0 {
				s = t.trim(bare, int(t.last[obj]))
			}
			spans := append([]article.Span{s}, t.complements(v, obj)...)
			if of, end := t.charge(v, obj); len(spans) == 1 && of > 0 {
				spans = append(spans, t.trim(of, end))
			}
			return c.set(e, "obj", spans...)
		}
	}
	return r.prepositional(t, v, words, c)
}

// misread reports whether noun o, which the tree takes for whom the words of verb v
// are said to, is the subject that finite clause x of v's lacks.
func (t *tree) misread(v, o, x int) bool {
	return o > v && x > o && t.ownSubject(x) < 0 && t.finite(x) && t.find(x, "mark") < 0 && (t.Tokens[o].UPos != "PRON" || t.form(o) == "what")
}

// mediumClause returns the clause without "that" that the tree hangs on the medium
// in which verb v says it ("said in a statement the report was wrong"), or -1.
func (t *tree) mediumClause(v int) int {
	for _, k := range t.kids(v) {
		m := int(k)
		if m < v || t.rel(m) != "obl" || !t.medium(m) {
			continue
		}
		for _, c := range t.kids(m) {
			x := int(c)
			s := t.ownSubject(x)
			if x > m && t.Tokens[x].Rel == "acl:relcl" && s > m && s < x && int(t.first[x]) == int(t.first[s]) && !t.relative(s) && t.finite(x) &&
				t.find(x, "obj", "xcomp", "cop") >= 0 && int(t.last[x]) >= len(t.Tokens)-1 {
				return x
			}
		}
	}
	return -1
}

// gerundBehind returns the gerund right behind verb v that the tree takes for
// an adverbial or a clause ("denied wanting to go"), or -1.
func (t *tree) gerundBehind(v int) int {
	if x := v + 1; x < len(t.Tokens) && t.head(x) == v && (t.rel(x) == "advcl" || t.rel(x) == "ccomp") && t.Tokens[x].XPos == "VBG" && t.ownSubject(x) < 0 {
		return x
	}
	return -1
}

// prepositional gives c what follows a preposition that its cue takes.
func (r *reading) prepositional(t *tree, v int, words []lexicon.CueWord, c *candidate) bool {
	for _, k := range t.kids(v) {
		o := int(k)
		switch t.rel(o) {
		case "obl", "advcl", "xcomp", "ccomp", "nmod", "acl":
		default:
			continue
		}
		if o < v {
			continue
		}
		p, _, last := t.preposition(o)
		if p == "" {
			continue
		}
		if e := entryWith(words, p); e != nil && !t.temporal(o) {
			s := t.extent(o)
			s.Start = t.Tokens[min(last, len(t.Tokens)-1)].Start
			if s.Start >= s.End {
				continue
			}
			if t.Tokens[o].XPos == "VBG" && int(t.last[o]) == o+1 {
				// "talked about lowering costs", the costs hung on the talk
				for _, x := range t.kids(v) {
					if int(t.first[x]) == o+1 && (t.rel(int(x)) == "obl" || t.rel(int(x)) == "obj") {
						s.End = t.extent(int(x)).End
					}
				}
			}
			if int(t.last[o]) == o+1 && asksWord(t.form(o)) {
				// "commented on how it was prepared", the clause hung on the comment
				for _, x := range t.kids(v) {
					if int(t.first[x]) == o+1 && t.verbal(int(x)) {
						s.End = t.extent(int(x)).End
					}
				}
			}
			if last > 0 && last-1 <= v+3 {
				c.cueSpan = c.cueSpan.Cover(t.Tokens[last-1].Span)
			}
			spans := append([]article.Span{s}, t.complements(v, o)...)
			return c.set(e, "+"+p, spans...)
		}
	}
	return false
}

// passive gives c the content and source of a passive verb.
func (r *reading) passive(t *tree, v, subj int, words []lexicon.CueWord, c *candidate) bool {
	agent := -1
	for _, k := range t.kids(v) {
		if o := int(k); t.rel(o) == "obl" {
			if p, _, _ := t.preposition(o); p == "by" && t.Tokens[o].UPos != "VERB" && !t.temporal(o) {
				agent = o
			}
		}
	}
	if o := r.ascribed(t, v, subj); o >= 0 {
		r.setSource(t, c, o)
		e := entry(words, lexicon.CueObj)
		return e != nil && c.set(e, "obj:by", t.subjectPhrase(subj, v))
	}
	if t.rel(v) == "advcl" && v < subj && agent < 0 {
		return false // "Asked about the plan, Roe said": he is whom one asked
	}
	if agent >= 0 {
		r.setSource(t, c, agent)
	}
	kind := func(frame string) string {
		if agent < 0 {
			return frame + ":nobody"
		}
		return frame + ":by"
	}
	x := t.clause(v)
	if x < 0 && subj >= 0 && t.form(subj) == "it" {
		if x = t.thatBehind(agent); x >= 0 && c.sourceSpan.Start < t.Tokens[int(t.first[x])].Start {
			c.sourceSpan.End = min(c.sourceSpan.End, t.Tokens[int(t.first[x])-1].End) // "announced by the board that"
		}
	}
	if x >= 0 {
		f := lexicon.CueThat
		if t.question(x) {
			f = lexicon.CueWh
		}
		if e := entry(words, f); e != nil {
			if subj >= 0 && !t.expletive(subj) {
				c.addressee = append(c.addressee, subj)
			}
			return c.set(e, kind(f.String()), t.part(x, v, c)...)
		}
	}
	if subj < 0 || t.expletive(subj) {
		return false
	}
	if x = t.find(v, "xcomp"); x < 0 {
		x = t.asPhrase(v, v)
	}
	if x >= 0 && x > v && t.Tokens[x].XPos == "VBG" && t.clause(x) >= 0 && t.find(v, "aux:pass") >= 0 {
		return false // "was quoted as saying": the saying is the cue
	}
	if x >= 0 && x > v {
		frame := "xcomp"
		if !t.infinitive(x) {
			frame = "as"
		}
		if e := entry(words, lexicon.CueRaise); e != nil && agent < 0 {
			return c.raise(t, e, subj, t.part(x, v, c))
		}
		if e := entry(words, lexicon.CueObjTo|lexicon.CueComp|lexicon.CueAs); e != nil {
			return c.set(e, kind(frame), t.subjectPhrase(subj, v), t.part(x, v, c)[0])
		}
	}
	if e := entry(words, lexicon.CueObj); e != nil && !r.deed(t, words, subj, c) {
		spans := append([]article.Span{t.subjectPhrase(subj, v)}, t.complements(v, max(v, agent))...)
		return c.set(e, kind("obj"), spans...)
	}
	return false
}

// ascribed returns whose the words of noun subj are, as passive verb v says ("a
// remark attributed to Roe"), or -1.
func (r *reading) ascribed(t *tree, v, subj int) int {
	if !r.ascribing[t.lemma(v)] || subj < 0 || !r.writing(t, subj) {
		return -1
	}
	o := t.oblique(v, "to")
	if o < v || !r.thinks(t, o) && !r.somebody(t, o) {
		return -1
	}
	return o
}

// thatBehind returns the clause with "that" that hangs on noun n, or -1.
func (t *tree) thatBehind(n int) int {
	if n < 0 {
		return -1
	}
	for _, c := range t.kids(n) {
		if x := int(c); x > n && t.rel(x) == "acl" && t.first[x] > int32(n) && t.form(int(t.first[x])) == "that" && t.rel(int(t.first[x])) == "mark" {
			return x
		}
	}
	return -1
}

// set gives the candidate a kind, a frame and a content.
func (c *candidate) set(e *lexicon.CueWord, frame string, content ...article.Span) bool {
	c.kind, c.frame = e.Kind, frame
	c.content = c.content[:0]
	for _, s := range content {
		if !s.Empty() {
			c.content = append(c.content, s)
		}
	}
	return len(c.content) > 0
}

// raise makes a statement without a source: its subject belongs to what is
// said to seem so.
func (c *candidate) raise(t *tree, e *lexicon.CueWord, subj int, rest []article.Span) bool {
	c.source, c.speaker, c.sourceSpan = -1, -1, article.Span{}
	spans := rest
	if subj >= 0 && !t.expletive(subj) {
		spans = append([]article.Span{t.subjectPhrase(subj, c.cue)}, rest...)
	}
	return c.set(e, "raise", spans...)
}

// reflexive reports whether a word is a reflexive pronoun.
func reflexive(form string) bool {
	return strings.HasSuffix(form, "self") || form == "themselves" || form == "ourselves" || form == "yourselves"
}
