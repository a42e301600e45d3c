package timex

import (
	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// Options tune a Finder. The zero value works.
type Options struct {
	// DayFirst and MonthFirst tell how dates such as 05/06/2021 are meant.
	// With neither, those that can be read both ways get no value.
	DayFirst, MonthFirst bool
}

// A Finder finds expressions of time. It is read-only and safe for concurrent
// use.
type Finder struct {
	vocabulary *vocabulary
	opts       Options
}

// NewFinder compiles the words of time of a lexicon set (kind "times").
func NewFinder(set *lexicon.Set, opts Options) (*Finder, error) {
	v, err := load(set)
	if err != nil {
		return nil, err
	}
	return &Finder{v, opts}, nil
}

// Find returns the expressions of time of a document in text order. They never
// overlap, and their spans leave out prepositions ("in", "since") and words of
// measure before them ("nearly", "more than"). Part of a token may be a time:
// "two-day" of "two-day visit".
//
// Values are resolved against the article's date of publication; without one,
// only what the text itself tells in full has a value. Weekdays, months and
// days without a year lie on the side of that date that the tense of their
// clause tells, in the past if it does not. "A month later" counts from the
// last time told before it.
//
// Tags and trees are used where the document has them, but are not needed.
// Clock times are as the text has them, whatever the zone.
func (f *Finder) Find(doc *syntax.Document) []Time {
	if doc == nil || doc.Article == nil {
		return nil
	}
	s := search{f: f, doc: doc, anchor: reference{sentence: -1}, front: reference{sentence: -1}}
	s.none.w = &f.vocabulary.unknown
	s.none.num = -1
	s.today, s.dated = parseDay(doc.Article.Published)
	for i := range doc.Sentences {
		s.sentence(i)
	}
	return s.out
}

// A search is the work of one Find.
type search struct {
	f     *Finder
	doc   *syntax.Document
	today int // the date of publication
	dated bool
	st    *syntax.Sentence
	index int // of st
	a     []atom
	none  atom
	out   []Time
	depth int // of expressions inside each other
	// anchor is the last point of time resolved before.
	anchor reference
	// front is the last year told in full at the start of a sentence.
	front reference
}

// A reference is a point that later expressions may count from.
type reference struct {
	point
	sentence int // -1: none
	block    int
}

// reach is for how many sentences an anchor holds.
const reach = 3

func (s *search) sentence(index int) {
	s.index, s.st = index, &s.doc.Sentences[index]
	s.a = s.f.vocabulary.atomise(s.a[:0], s.doc.Article.Text, s.st)
	for i := 0; i < len(s.a); {
		if a := &s.a[i]; a.num < 0 && !a.w.opener {
			i++
			continue
		}
		m, ok := s.match(i)
		if !ok {
			i++
			continue
		}
		first, last := &s.a[i], &s.a[m.end-1]
		s.out = append(s.out, Time{
			Span:     article.Span{Start: first.start, End: last.end},
			Sentence: index, First: first.token, Last: last.token + 1,
			Value: m.value, Kind: m.kind,
		})
		if m.anchors {
			s.anchor = reference{m.point, index, s.st.Block}
			if y, _, ok := m.point.yearMonth(); ok && m.point.absolute && i <= 2 {
				s.front = s.anchor
				s.front.year = y
			}
		}
		i = m.end
	}
}

// A found is one expression: the atoms from where the search stood to end.
type found struct {
	end         int
	kind, value string
	point       point // for later expressions, if anchors is set
	anchors     bool
}

// match returns the longest expression that begins at atom i.
func (s *search) match(i int) (found, bool) {
	var best found
	for _, rule := range [...]func(*search, int) (found, bool){
		(*search).set, (*search).pointInTime, (*search).duration, (*search).vague,
	} {
		if m, ok := rule(s, i); ok && m.end > best.end {
			best = m
		}
	}
	return best, best.end > i
}

// at returns atom i, or an atom that is nothing beyond either end.
func (s *search) at(i int) *atom {
	if i < 0 || i >= len(s.a) {
		return &s.none
	}
	return &s.a[i]
}

// is reports whether atom i is the known word or mark.
func (s *search) is(i int, text string) bool { return s.at(i).w.text == text }

// among reports whether atom i is one of the known words.
func (s *search) among(i int, words ...string) bool {
	t := s.at(i).w.text
	if t == "" {
		return false
	}
	for _, w := range words {
		if t == w {
			return true
		}
	}
	return false
}

// ended reports whether a phrase ends before atom i: nothing, a mark or a
// conjunction follows.
func (s *search) ended(i int) bool {
	a := s.at(i)
	return a == &s.none || !a.letters && a.num < 0 && !a.is("$") && !a.is("'s") || s.among(i, "and", "or")
}

// dash reports whether atom i is a hyphen or a dash.
func (s *search) dash(i int) bool { return s.among(i, "-", "–", "—") }
