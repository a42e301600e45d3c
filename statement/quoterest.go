package statement

import (
	"strings"

	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// cueAround returns the statement whose content the quotation is part of.
func (r *reading) cueAround(i int) *candidate {
	q, s := r.quotes[i], r.places[i].from
	var best *candidate
	here := r.bySent[s]
	for k := len(here) - 1; k >= 0; k-- {
		c := here[k]
		if c.cueSpan.Overlaps(q.Span) {
			continue
		}
		for _, w := range c.content {
			if w.Overlaps(q.Span) && (best == nil || distance(c.cueSpan, q.Span) < distance(best.cueSpan, q.Span)) {
				best = c
			}
		}
	}
	return best
}

func distance(a, b article.Span) int {
	if a.End <= b.Start {
		return b.Start - a.End
	}
	return max(0, a.Start-b.End)
}

// continued finds whose a quotation without a cue is.
func (r *reading) continued(i int, owner []*candidate, inParagraph map[int]*candidate) *candidate {
	q, s := &r.quotes[i], r.places[i].from
	if !r.alone(i) {
		return nil
	}
	if o := r.outer(i - 1); o >= 0 && r.quotes[o].unclosed && r.quotes[o].paragraph == q.paragraph && r.quotes[o].End >= q.Start-2 {
		return owner[o] // its next paragraph, where the text has lost the line's end
	}
	if q.carried {
		if o := r.outer(i - 1); o >= 0 {
			return owner[o]
		}
		return nil
	}
	if c := inParagraph[q.paragraph]; c != nil && c.sent >= s-1 {
		return c
	}
	// The statement of the sentence before, in the same paragraph.
	if s > 0 && r.trees[s-1].Block == r.trees[s].Block && r.trees[s-1].Start >= r.paras[q.paragraph].Start {
		before := r.bySent[s-1]
		for k := len(before) - 1; k >= 0; k-- {
			if c := before[k]; c.source >= 0 && c.part == lexicon.CueVerb && c.frame != "obj" {
				return outermost(c, before)
			}
		}
		if c := r.introduces(&r.trees[s-1]); c != nil {
			return c
		}
	}
	// A paragraph of speech and nothing else, after one with speech.
	if p := inParagraph[q.paragraph-1]; p != nil && q.Start == r.paras[q.paragraph].Start && r.wordsIn(i) >= 5 &&
		r.paras[q.paragraph].End-q.End <= 1 &&
		len(p.quotes) > 0 && r.quotes[p.quotes[0]].single == q.single {
		if r.endsWith(q.paragraph-1, p) {
			return p
		}
		for p.after != nil {
			p = p.after
		}
		c := &candidate{sent: s, cue: -1, part: lexicon.CueVerb, kind: "say", frame: "carried", source: -1, speaker: -1, after: p}
		r.find(c)
		return c
	}
	return nil
}

// alone reports whether quotation i is whole sentences, which only are speech by
// themselves. Behind it in its last one another may stand whose start the splitter
// did not see.
func (r *reading) alone(i int) bool {
	p := r.places[i]
	for k := p.from; k <= p.to; k++ {
		if r.trees[k].unquoted == 0 {
			continue
		}
		if t := &r.trees[k]; k < p.to || p.from == p.to && p.first > 0 || !t.fullStop(p.last) {
			return false
		}
	}
	return true
}

// outer returns the last quotation up to k that stands in no other, or -1.
func (r *reading) outer(k int) int {
	for k >= 0 && r.quotes[k].depth > 0 {
		k--
	}
	return k
}

// outermost returns that of the statements of a sentence in whose content the cue
// of c lies, where one has, or c: "Roe said the findings show that" is Roe's.
func outermost(c *candidate, here []*candidate) *candidate {
	for _, o := range here {
		if o != c && o.source >= 0 && o.holds(c.cueSpan) && !c.holds(o.cueSpan) {
			return o
		}
	}
	return c
}

// introduces returns the statement of a sentence that tells no more than that
// somebody spoke, or gave a statement out: "Roe said in a statement." Nil
// without.
func (r *reading) introduces(t *tree) *candidate {
	v := t.Root()
	if v < 1 || t.Tokens[v].UPos != "VERB" || t.quote[v] >= 0 {
		return nil
	}
	subj := t.ownSubject(v)
	if subj < 0 || subj > v {
		return nil
	}
	obj := t.find(v, "obj")
	if c := r.hasWords(t, v, subj, obj); c != nil {
		return c
	}
	switch {
	case obj > v && r.publishing[t.lemma(v)] && t.lemma(obj) == "statement":
	case obj >= 0 || t.find(v, "iobj", "ccomp", "xcomp", "advcl", "conj", "parataxis") >= 0:
		return nil
	default:
		said := false
		for _, k := range t.kids(v) {
			if t.rel(int(k)) == "obl" && int(k) > v {
				said = t.medium(int(k))
			}
		}
		if !said {
			return nil
		}
	}
	w, end, known := r.speechWord(t, v)
	if !known {
		return nil
	}
	r.forget(t, v)
	c := r.spoken(t, v, end, subj, w)
	c.spoken = true
	return c
}

// hasWords returns the statement of a sentence that tells no more than that
// somebody, subject subj of verb v, has words for another: "Roe also had a message
// for the voters." Nil without.
func (r *reading) hasWords(t *tree, v, subj, obj int) *candidate {
	if obj < v || !t.lend[t.lemma(v)] || !r.messages[t.lemma(obj)] || t.Tokens[subj].XPos == "WP" || t.find(v, "aux:pass", "ccomp", "xcomp", "advcl", "conj", "parataxis") >= 0 ||
		t.find(obj, "acl", "ccomp", "appos", "conj") >= 0 || t.whose(obj) >= 0 || t.negated(v) || !r.somebody(t, subj) {
		return nil
	}
	d := t.find(obj, "det")
	if d < 0 || t.form(d) != "a" && t.form(d) != "an" && t.form(d) != "this" || t.Tokens[obj].XPos != "NN" {
		return nil
	}
	if r.byCue[syntax.Ref{Sentence: t.index, Token: obj}] != nil || r.byCue[syntax.Ref{Sentence: t.index, Token: v}] != nil {
		return nil
	}
	c := &candidate{sent: t.index, cue: obj, part: lexicon.CueNoun, kind: "say", frame: "quote:obj:light", word: t.lemma(obj), source: -1, speaker: -1}
	c.cueSpan = t.cueWords(v, v+1).Cover(t.Tokens[obj].Span)
	if r.setSource(t, c, subj); c.source < 0 {
		return nil
	}
	c.spoken = true
	return r.add(c)
}

// endsWith reports whether a paragraph ends with statement c, as it does when
// the next goes on with what c says: little follows its words and its cue.
func (r *reading) endsWith(paragraph int, c *candidate) bool {
	end := max(c.cueSpan.End, c.sourceSpan.End, r.quotes[c.quotes[len(c.quotes)-1]].End)
	return r.paras[paragraph].End-end <= 40
}

// enumerated returns the statement of the quotation before i where nothing but
// "and", "or" or a comma stands between the two: “bad,” “worse” and “ugly”.
func (r *reading) enumerated(i int, owner []*candidate) *candidate {
	k := i - 1
	for k >= 0 && r.quotes[k].depth > 0 && k > i-lookAhead {
		k--
	}
	if k < 0 || r.quotes[k].depth > 0 || owner[k] == nil || r.quotes[k].paragraph != r.quotes[i].paragraph || r.places[k].to != r.places[i].from {
		return nil
	}
	between := strings.Fields(strings.ReplaceAll(r.doc.Article.Text[r.quotes[k].End:r.quotes[i].Start], ",", " "))
	if len(between) > 1 || len(between) == 1 && between[0] != "and" && between[0] != "or" {
		return nil
	}
	return owner[k]
}

// resumed returns the statement of the quotation before i in its sentence when
// its cue stands between them and a few words lead on from there ("…,” he said,
// and still “got to sit in”). Those words are the speaker's too.
func (r *reading) resumed(i int, owner []*candidate) *candidate {
	p := r.places[i]
	k := i - 1
	for k >= 0 && r.quotes[k].depth > 0 && k > i-lookAhead {
		k--
	}
	if k < 0 || r.quotes[k].depth > 0 || owner[k] == nil {
		return nil
	}
	c := owner[k]
	if !c.spoken || c.sent != p.from || c.cue < r.places[k].last || c.cue >= p.first {
		return nil
	}
	t := &r.trees[p.from]
	from := p.first
	for from > 0 && !t.punct(from-1) && p.first-from < 8 {
		from--
		if t.verbal(from) && t.ownSubject(from) >= 0 {
			return nil
		}
	}
	if from == p.first || from == 0 || t.form(from-1) != "," || t.Tokens[from-1].Start < c.cueSpan.End {
		return nil
	}
	switch t.Tokens[from].UPos {
	case "CCONJ", "SCONJ":
	default:
		return nil
	}
	if s := t.trim(from, p.first); !s.Empty() {
		c.content = append(c.content, s)
	}
	return c
}

// titleInLead reports whether quotation i is the title of a programme or a
// work in what leads up to the sentence's subject: "On “Fox News Sunday,” Smith
// said he would run".
func (r *reading) titleInLead(i int) bool {
	p := r.places[i]
	t := &r.trees[p.from]
	if p.from != p.to || p.first == 0 || p.last-p.first > 9 || !t.leadsWhere() || p.last+1 >= len(t.Tokens) || !stopsAt(r.doc.Article.Text, r.quotes[i].inner) {
		return false
	}
	for k := range p.first {
		if t.verbal(k) || t.punct(k) && t.form(k) != "-" {
			return false
		}
	}
	for k := p.first; k <= p.last; k++ {
		switch c := t.Tokens[k].Form[0]; t.Tokens[k].UPos {
		case "PUNCT", "ADP", "DET", "CCONJ", "PART":
		default:
			if c >= 'a' && c <= 'z' {
				return false
			}
		}
	}
	return true
}

// leadsWhere reports whether the sentence begins with where or when: "On", "Sunday
// on".
func (t *tree) leadsWhere() bool {
	return t.Tokens[0].UPos == "ADP" || len(t.Tokens) > 1 && t.temporal(0) && t.Tokens[0].UPos == "PROPN" && t.Tokens[1].UPos == "ADP"
}

// stopsAt reports whether the span ends with a comma.
func stopsAt(text string, s article.Span) bool {
	return s.End > s.Start && text[s.End-1] == ','
}
