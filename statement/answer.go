package statement

import (
	"slices"
	"sort"

	"readout/actor"
	"readout/article"
	"readout/event"
	"readout/lexicon"
	"readout/syntax"
)

// links finds which statements and events the text itself says are denied or
// confirmed: a denial ("denied", "rejected the accusation") or confirmation
// and an earlier claim of the same matter by somebody else.
func (f *Finder) links(doc *syntax.Document, cast *actor.Cast, statements []Statement, events []event.Event, inside [][]int, acts []int) []Link {
	m := f.newMatters(doc, cast, statements)
	var out []Link
	for i := range statements {
		s := &statements[i]
		kind := m.kind[i]
		if kind == "" {
			continue
		}
		if j := m.claim(i); j >= 0 {
			out = append(out, Link{kind, End{i, -1}, End{j, -1}, s.Cue})
			if acts[i] >= 0 && acts[j] >= 0 {
				out = append(out, Link{kind, End{-1, acts[i]}, End{-1, acts[j]}, s.Cue})
			}
		}
		for _, e := range inside[i] {
			if o := sameMatter(events, inside[i], e); o >= 0 {
				out = append(out, Link{kind, End{i, -1}, End{-1, o}, s.Cue})
			}
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].From.Statement < out[b].From.Statement })
	return out
}

// answers returns the kind of link that a statement of this stance makes, or
// "". A denial denied confirms.
func answers(s *Statement) string {
	kind := ""
	switch s.Stance {
	case "deny", "reject":
		kind = event.Denies
	case "confirm", "admit", "agree":
		kind = event.AgreesWith
	default:
		return ""
	}
	if s.Negated {
		if kind == event.Denies || s.Stance == "confirm" {
			return "" // "has not confirmed" leaves it open
		}
		return event.Denies
	}
	return kind
}

// sameMatter returns an event outside the given ones of the same type as e and
// with the same parties, as far as both name them, and denied no more than e
// is; the nearest before it or else after it, or -1.
func sameMatter(events []event.Event, within []int, e int) int {
	same := func(o int) bool {
		a, b := &events[e], &events[o]
		return a.Type == b.Type && a.Type != "" && sameParties(a, b) && !contains(within, o) &&
			slices.Contains(a.Aux, "negation") == slices.Contains(b.Aux, "negation")
	}
	for o := e - 1; o >= max(0, e-lookAhead); o-- {
		if same(o) {
			return o
		}
	}
	for o := e + 1; o < min(len(events), e+lookAhead); o++ {
		if same(o) {
			return o
		}
	}
	return -1
}

// sameParties reports whether events share two parties, or the one that one of
// them has.
func sameParties(a, b *event.Event) bool {
	p, q := slices.Concat(a.Actors, a.Recipients), slices.Concat(b.Actors, b.Recipients)
	shared := 0
	for _, x := range p {
		if contains(q, x) {
			shared++
		}
	}
	return shared > 1 || shared == 1 && min(len(p), len(q)) == 1
}

func contains(list []int, x int) bool {
	for _, v := range list {
		if v == x {
			return true
		}
	}
	return false
}

// matters hold what each statement is about, as lemmas of its content words.
type matters struct {
	statements []Statement
	words      []map[string]bool
	anaphor    []bool   // the content is no more than "the accusation"
	saying     []bool   // it is a noun for words, "the claim"
	kind       []string // of the link it makes, or ""
	whose      []owned  // words of somebody that the content names: "Trump's claim"
	asserted   wordClass
}

// An owned is an entity whose words are spoken of, or -1, and what the lexicon
// knows of the noun for them.
type owned struct {
	entity int
	words  []lexicon.CueWord
}

// fits reports whether a statement of the stance may be the words.
func (o owned) fits(stance string) bool {
	for i := range o.words {
		if k := o.words[i].Kind; k == stance || (k == "claim" || k == "say") && asserts(stance) {
			return true
		}
	}
	return false
}

func (f *Finder) newMatters(doc *syntax.Document, cast *actor.Cast, statements []Statement) *matters {
	n := len(statements)
	m := &matters{
		statements: statements, words: make([]map[string]bool, n), anaphor: make([]bool, n), saying: make([]bool, n),
		kind: make([]string, n), whose: make([]owned, n), asserted: f.asserted,
	}
	any := false
	for i := range statements {
		if m.kind[i] = answers(&statements[i]); m.kind[i] == "" && f.rebuts(doc, &statements[i]) {
			m.kind[i] = event.Denies
		}
		any = any || m.kind[i] != ""
	}
	if !any {
		return m
	}
	for i := range statements {
		m.words[i] = map[string]bool{}
		m.whose[i].entity = -1
		for _, c := range statements[i].Content {
			m.gather(doc, i, c)
			m.saying[i] = m.saying[i] || m.kind[i] != "" && f.namesWords(doc, c)
			if m.kind[i] != "" && m.whose[i].entity < 0 && cast != nil {
				m.whose[i] = f.whose(doc, cast, c)
			}
		}
		m.anaphor[i] = m.anaphor[i] && (len(m.words[i]) <= 2 || answers(&statements[i]) == "" && m.kind[i] != "")
	}
	return m
}

// namesWords reports whether the span, three tokens at most, is "the" or "that" with
// a noun for what somebody says: "the claim".
func (f *Finder) namesWords(doc *syntax.Document, span article.Span) bool {
	k := sort.Search(len(doc.Sentences), func(k int) bool { return doc.Sentences[k].End > span.Start })
	if k == len(doc.Sentences) {
		return false
	}
	definite, noun, n := false, false, 0
	for i := range doc.Sentences[k].Tokens {
		t := &doc.Sentences[k].Tokens[i]
		if !span.Contains(t.Span) {
			continue
		}
		n++
		switch w := lower(t.Form); {
		case w == "the" || w == "that" || w == "this" || w == "those" || w == "these":
			definite = true
		case t.UPos == "NOUN" && f.asserted[lower(t.Lemma)]:
			for _, e := range f.cues.Find(lexicon.CueNoun, lower(t.Lemma)) {
				noun = noun || e.Kind == "claim" || e.Kind == "say"
			}
		}
	}
	return definite && noun && n <= 3
}

// whose returns whose words the span speaks of first.
func (f *Finder) whose(doc *syntax.Document, cast *actor.Cast, span article.Span) owned {
	k := sort.Search(len(doc.Sentences), func(k int) bool { return doc.Sentences[k].End > span.Start })
	for ; k < len(doc.Sentences) && doc.Sentences[k].Start < span.End; k++ {
		toks := doc.Sentences[k].Tokens
		for n := range toks {
			t := &toks[n]
			if t.Rel != "nmod:poss" || !span.Contains(t.Span) || t.Head < 0 || t.Head >= len(toks) || !span.Contains(toks[t.Head].Span) {
				continue
			}
			words := f.cues.Find(lexicon.CueNoun, lower(toks[t.Head].Lemma))
			if at := cast.At(k, n); len(at) > 0 && len(words) > 0 {
				return owned{at[0], words}
			}
		}
	}
	return owned{-1, nil}
}

// gather adds the content words in the span.
func (m *matters) gather(doc *syntax.Document, i int, span article.Span) {
	k := sort.Search(len(doc.Sentences), func(k int) bool { return doc.Sentences[k].End > span.Start })
	for ; k < len(doc.Sentences) && doc.Sentences[k].Start < span.End; k++ {
		s := &doc.Sentences[k]
		for n := range s.Tokens {
			t := &s.Tokens[n]
			if !span.Contains(t.Span) {
				continue
			}
			switch t.UPos {
			case "NOUN", "PROPN", "VERB", "ADJ":
				w := lower(t.Lemma)
				if m.asserted[w] {
					m.anaphor[i] = true
					continue
				}
				switch w {
				case "be", "have", "do", "say", "make", "such", "other", "any", "all", "it":
				default:
					m.words[i][w] = true
				}
			case "PRON":
				if w := lower(t.Form); w == "it" || w == "this" || w == "that" {
					m.anaphor[i] = true
				}
			}
		}
	}
}

// claim returns the statement that statement i answers: an earlier one by
// somebody else about the same matter, or, for "denied the accusation", the
// nearest accusation; -1 without.
func (m *matters) claim(i int) int {
	s := &m.statements[i]
	best, most := -1, 0.0
	for j := i - 1; j >= max(0, i-lookAhead); j-- {
		o := &m.statements[j]
		if o.Speaker == s.Speaker && o.Speaker >= 0 || m.kind[j] == event.Denies || m.kind[j] != "" && o.Stance == s.Stance || len(m.words[j]) == 0 {
			continue
		}
		shared := 0
		for w := range m.words[i] {
			if m.words[j][w] {
				shared++
			}
		}
		v := 0.0
		if len(m.words[i]) > 0 {
			v = float64(shared) / float64(len(m.words[i]))
		}
		if shared < 2 || v < 0.5 || 4*shared < len(m.words[j]) {
			v = 0 // or a long speech that has the words in passing
		}
		if m.anaphor[i] && (o.Stance == "accuse" || o.Stance == "claim" || o.Stance == "criticise" || o.Stance == "report" || o.Stance == "fear") && s.Sentence-o.Sentence <= 4 {
			v += 0.5
			if s.Speaker >= 0 && contains(o.About, s.Speaker) {
				v += 0.5
			}
		}
		if m.anaphor[i] && m.saying[i] && asserts(o.Stance) && s.Sentence-o.Sentence <= 1 {
			v += 0.4 // "declared that it was won, but the claim was disputed"
		}
		if w := m.whose[i]; w.entity >= 0 && w.entity == o.Speaker && shared > 0 && s.Sentence-o.Sentence <= 8 && w.fits(o.Stance) {
			v += 0.75 // "rejected Erdoğan's calls"
		}
		if v > most {
			best, most = j, v
		}
	}
	return best
}

// asserts reports whether a statement of the stance says that something is so.
func asserts(stance string) bool {
	switch stance {
	case "say", "announce", "claim", "accuse", "report", "believe", "warn", "predict":
		return true
	}
	return false
}
