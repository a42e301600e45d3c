package statement

import (
	"strings"

	"readout/article"
	"readout/lexicon"
)

// noun makes the statement of which noun n is the cue: "his claim that",
// "the announcement that", "criticism of".
func (r *reading) noun(t *tree, n int) *candidate {
	words, end := match(t, n, r.cues.Find(lexicon.CueNoun, t.lemma(n)))
	if d := t.find(n, "det"); len(words) == 0 || t.Tokens[n].UPos == "PROPN" || d >= 0 && t.form(d) == "no" && r.unspoken[t.lemma(n)] {
		return nil
	}
	c := &candidate{sent: t.index, cue: n, part: lexicon.CueNoun, kind: words[0].Kind, word: t.lemma(n), source: -1, speaker: -1}
	for _, x := range words[0].Rest {
		c.word += " " + x
	}
	first := n
	for first > 0 && t.head(first-1) == n {
		if rel := t.rel(first - 1); rel != "amod" && rel != "det" && rel != "compound" && rel != "nummod" {
			break
		}
		first--
	}
	c.cueSpan = t.SpanOf(first, max(end, n+1))
	how := r.nounSource(t, n, words, c)
	if !r.nounContent(t, n, words, c) {
		return nil
	}
	if k := t.headIn(c.content[0]); k >= 0 && r.deed(t, words, k, c) || strings.HasPrefix(c.frame, "+") && t.titled(n) {
		return nil
	}
	c.frame += how
	return r.add(c)
}

// titled reports whether noun n heads a title, a sentence that tells of no
// deed: "Statement from the President on the Fire".
func (t *tree) titled(n int) bool {
	if t.rel(n) != "root" || !t.headline() {
		return false
	}
	for k := range t.Tokens {
		if t.verbal(k) && t.Tokens[k].XPos != "VBG" && t.Tokens[k].XPos != "VBN" {
			return false
		}
	}
	return true
}

// nounSource finds whose the noun's words are and says where: a possessor, a
// by-phrase, the subject of the verb that has the noun as its object.
func (r *reading) nounSource(t *tree, n int, words []lexicon.CueWord, c *candidate) string {
	if p := t.whose(n); p >= 0 {
		r.setSource(t, c, p)
		return ":poss"
	}
	for _, k := range t.kids(n) {
		o := int(k)
		if o < n || t.rel(o) != "nmod" && t.rel(o) != "obl" {
			continue
		}
		p, _, _ := t.preposition(o)
		switch p {
		case "by", "from":
			r.setSource(t, c, o)
			return ":by"
		}
	}
	h := t.head(n)
	if h >= 0 && t.verbal(h) {
		switch t.Tokens[n].Rel {
		case "obj":
			if subj, passive := t.subject(h); subj >= 0 && !passive && subj != n {
				r.setSource(t, c, subj)
				if t.find(n, "acl") < 0 || h < n {
					c.cueSpan = t.cueWords(h, h+1).Cover(c.cueSpan)
				}
				if t.lend[t.lemma(h)] {
					return ":obj:light"
				}
				return ":obj:full"
			}
		case "obl":
			if p, _, _ := t.preposition(n); (p == "to" || p == "at") && t.lendTo[t.lemma(h)] && t.find(n, "acl") > n {
				if subj, passive := t.subject(h); subj >= 0 && !passive {
					r.setSource(t, c, subj)
					c.cueSpan = t.cueWords(h, h+1).Cover(c.cueSpan)
					return ":to"
				}
			} else if p == "by" && t.gerundNoun(n) {
				if subj, passive := t.subject(h); subj >= 0 && !passive {
					r.setSource(t, c, subj)
					return ":poss"
				}
			}
		case "nsubj:pass":
			for _, k := range t.kids(h) {
				if p, _, _ := t.preposition(int(k)); p == "by" && t.rel(int(k)) == "obl" {
					r.setSource(t, c, int(k))
					return ":passive"
				}
			}
		}
	}
	if t.rel(n) == "root" || t.rel(n) == "conj" {
		if s := t.ownSubject(n); s >= 0 && t.find(n, "cop") >= 0 {
			r.setSource(t, c, s)
			return ":cop"
		}
	}
	return ":nobody"
}

// gerundNoun reports whether noun n is a gerund by its form that takes a clause:
// "by warning that it would rain".
func (t *tree) gerundNoun(n int) bool {
	return strings.HasSuffix(t.form(n), "ing") && t.find(n, "det", "amod", "nmod:poss") < 0 && (t.find(n, "acl", "ccomp") > n || t.pastAdverb(n) > n)
}

// pastAdverb returns the clause with "that" that the tree hangs on the adverb right
// behind noun or verb n ("warning darkly that"), or -1.
func (t *tree) pastAdverb(n int) int {
	a := n + 1
	if a >= len(t.Tokens) || t.head(a) != n || t.rel(a) != "advmod" {
		return -1
	}
	x := t.find(a, "ccomp")
	if x > a && t.form(int(t.first[x])) == "that" {
		return x
	}
	return -1
}

func (r *reading) nounContent(t *tree, n int, words []lexicon.CueWord, c *candidate) bool {
	if x := t.pastAdverb(n); x >= 0 {
		if e := entry(words, lexicon.CueThat); e != nil {
			return c.set(e, "that", t.extent(x))
		}
	}
	for _, k := range t.kids(n) {
		x := int(k)
		if x < n || x == c.source {
			continue
		}
		switch t.rel(x) {
		case "acl", "ccomp", "xcomp", "advcl":
			f := lexicon.CueThat
			switch {
			case t.infinitive(x):
				f = lexicon.CueTo
			case t.question(x):
				if t.Tokens[x].Rel == "acl:relcl" {
					continue
				}
				f = lexicon.CueWh
			case t.form(int(t.first[x])) != "that" && t.find(x, "nsubj", "nsubj:pass", "expl", "csubj") < 0:
				continue
			case t.Tokens[x].Rel == "acl:relcl" && t.form(int(t.first[x])) != "that" && int(t.last[x]) == x+1:
				continue // "a claim the army denied"
			}
			if p, _, _ := t.preposition(x); p != "" && p != "that" && p != "to" {
				if e := entryWith(words, p); e != nil {
					return c.set(e, "+"+p, t.extent(x))
				}
				if f == lexicon.CueThat {
					continue
				}
			}
			if e := entry(words, f); e != nil {
				return c.set(e, f.String(), t.extent(x))
			}
		}
	}
	for _, k := range t.kids(n) {
		x := int(k)
		if x < n || x == c.source || t.rel(x) != "nmod" && t.rel(x) != "acl" && t.rel(x) != "obl" {
			continue
		}
		p, _, last := t.preposition(x)
		e := entryWith(words, p)
		if p == "" || e == nil || t.temporal(x) {
			continue
		}
		if p == "of" && words[0].OnlyFrom("of") && c.source < 0 && t.Tokens[x].UPos != "VERB" && t.animate(x) {
			continue
		}
		s := t.extent(x)
		s.Start = t.Tokens[min(last, len(t.Tokens)-1)].Start
		if s.Empty() {
			continue
		}
		return c.set(e, "+"+p, s)
	}
	return false
}

// animate guesses from form alone whether n can speak.
func (t *tree) animate(n int) bool {
	tok := &t.Tokens[n]
	if tok.UPos == "PRON" {
		return !t.expletive(n)
	}
	return tok.UPos == "PROPN"
}

// adjective makes the statement of which predicate adjective a is the cue:
// "he is confident that".
func (r *reading) adjective(t *tree, a int) *candidate {
	word := t.lemma(a)
	if t.Tokens[a].XPos == "VBN" && len(r.cues.Find(lexicon.CueAdjective, word)) == 0 {
		word = t.form(a) // "are concerned they will lose", read as a passive
	}
	words, end := match(t, a, r.cues.Find(lexicon.CueAdjective, word))
	if len(words) == 0 || t.find(a, "obj") > a {
		return nil // with an object it is a verb: "open fire"
	}
	if h := t.head(a); h >= 0 && h < a && t.rel(a) == "xcomp" {
		for _, e := range r.cues.Find(lexicon.CueVerb, t.lemma(h)) {
			if e.Frames&lexicon.CueDeed != 0 && len(e.Rest) == 1 && e.Rest[0] == t.form(a) {
				return nil // "made sure that nobody left"
			}
		}
	}
	c := &candidate{sent: t.index, cue: a, part: lexicon.CueAdjective, kind: words[0].Kind, word: word, source: -1, speaker: -1}
	c.cueSpan = t.cueWords(a, end)
	c.negated = t.negated(a)
	subj := t.ownSubject(a)
	how := ":pred"
	if subj < 0 {
		subj, _ = t.subject(a)
		how = ":loose"
		if subj >= 0 && t.Tokens[subj].UPos == "NOUN" && !r.somebody(t, subj) {
			// "The council scrapped some events, wary of the cost": no event is.
			if v := t.verbAbove(a); v >= 0 && t.ownSubject(v) >= 0 {
				subj = t.ownSubject(v)
			}
		}
	}
	r.setSource(t, c, subj)
	if c.source < 0 {
		return nil
	}
	done := false
	for _, k := range t.kids(a) {
		x := int(k)
		if x < a || done {
			continue
		}
		switch t.rel(x) {
		case "ccomp", "xcomp", "advcl", "acl":
			f := lexicon.CueThat
			switch {
			case t.infinitive(x):
				f = lexicon.CueTo
			case t.question(x):
				f = lexicon.CueWh
			}
			p, _, _ := t.preposition(x)
			if e := entryWith(words, p); e != nil && p != "to" && p != "" {
				done = c.set(e, "+"+p+how, t.extent(x))
			} else if e := entry(words, f); e != nil && (t.rel(x) != "advcl" || f != lexicon.CueThat || t.form(int(t.first[x])) == "that") && (p == "" || p == "to" || p == "that" || f == lexicon.CueWh) {
				done = c.set(e, f.String()+how, t.extent(x))
			}
		case "obl", "nmod":
			p, _, last := t.preposition(x)
			if e := entryWith(words, p); e != nil && p != "" && !t.temporal(x) {
				s := t.extent(x)
				s.Start = t.Tokens[min(last, len(t.Tokens)-1)].Start
				if !s.Empty() {
					done = c.set(e, "+"+p+how, s)
				}
			}
		}
	}
	if !done {
		return nil
	}
	return r.add(c)
}

// adverb makes the statement that an adverb of hearsay marks. It has no
// source; its content is the clause around it.
func (r *reading) adverb(t *tree, a int) *candidate {
	words := r.cues.Find(lexicon.CueAdverb, t.form(a))
	if len(words) == 0 {
		return nil
	}
	h := t.head(a)
	if h < 0 || t.rel(a) != "advmod" {
		return nil
	}
	c := &candidate{sent: t.index, cue: a, part: lexicon.CueAdverb, kind: words[0].Kind, word: t.form(a), frame: "clause", source: -1, speaker: -1}
	c.cueSpan = t.Tokens[a].Span
	from, to := int(t.first[h]), int(t.last[h])
	if !t.predicate(h) {
		c.frame = "word"
	}
	for _, s := range []article.Span{t.trim(from, a), t.trim(a+1, to)} {
		if !s.Empty() {
			c.content = append(c.content, s)
		}
	}
	if len(c.content) == 0 {
		return nil
	}
	return r.add(c)
}
