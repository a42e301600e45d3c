package place

import (
	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// Options tune a Finder. The zero value works.
type Options struct {
	// Doubtful keeps mentions that are more likely the names of people, papers
	// or parties, or words, than places.
	Doubtful bool
}

// A Finder finds names of places. It is read-only and safe for concurrent use.
type Finder struct {
	g    *gazetteer
	opts Options
}

// NewFinder compiles the gazetteer of a lexicon set: kinds "places",
// "countries" and "given".
func NewFinder(set *lexicon.Set, opts Options) (*Finder, error) {
	g, err := compile(set)
	if err != nil {
		return nil, err
	}
	return &Finder{g, opts}, nil
}

// Find returns the mentions of places in a document in text order. They never
// overlap. The longest name is taken, and "Geneva, Switzerland" is one mention
// of Geneva, whose head is the head of the first name.
//
// Where several places bear a name, what else the article names decides: a
// country or region told right after it, other places near by, the country
// spoken of, and last how large each is. A name that is also a person's is not
// taken beside another name or before a verb of saying, nor where the article
// has it as a person; a city before a verb of saying stands for a government
// or a club and is left out, a country is not. Part of a token may be a
// mention: "Moscow" of "Moscow-based".
//
// Tags, trees and names are used where the document has them, but are not
// needed.
func (f *Finder) Find(doc *syntax.Document) []Place {
	if doc == nil || doc.Article == nil {
		return nil
	}
	s := search{f: f, g: f.g, doc: doc, text: doc.Article.Text}
	for i := range doc.Sentences {
		s.sentence(i)
	}
	s.settle()
	return s.places()
}

// Lookup returns the likeliest place of a name, in a country told by its code
// or, if that is empty, anywhere. Case and diacritics do not matter. Only
// Name, Country, Kind, Geonames and the coordinates of the answer are set.
func (f *Finder) Lookup(text, country string) (Place, bool) {
	ws := foldAll(words(text))
	if len(ws) == 0 {
		return Place{}, false
	}
	for _, n := range f.g.names[ws[0]] {
		if !sameWords(n.words, ws) {
			continue
		}
		for _, id := range n.entries {
			if e := &f.g.entries[id]; country == "" || e.Country == country {
				return e.place(), true
			}
		}
	}
	return Place{}, false
}

func sameWords(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func (e *entry) place() Place {
	return Place{Name: e.Name, Country: e.Country, Kind: e.Kind, Lat: e.Lat, Lon: e.Lon, Located: e.located, Geonames: e.Geonames}
}

// A search is the work of one Find.
type search struct {
	f     *Finder
	g     *gazetteer
	doc   *syntax.Document
	text  string
	st    *syntax.Sentence
	index int // of st
	a     []atom
	found []mention
	// persons are the folded names that the article gives to people.
	persons map[string]bool
	// placed are those that it has after "in" and the like.
	placed map[string]bool
	// demonyms are the countries told by words such as "Syrian".
	demonyms map[string]float64
}

// A mention is a name in the text that may be a place.
type mention struct {
	article.Span
	sentence    int
	first, last int // tokens
	head        int
	from, to    int // atoms of the name itself, while its sentence is read
	end         int // of what belongs to it, with a country or region after it
	name        *name
	fixed       int32  // the entry that a country or region after it tells, or -1
	hint        string // the country of "in Syria" after it
	locative    bool
	direct      bool // by a preposition that goes with places rather than people
	strong      bool // what stands around it shows that it is a place
	elsewhere   bool // a region told after it has no such town here
	doubtful    bool // what stands around it shows that it is not
	entry       int32
}

// sentence finds the names in one sentence.
func (s *search) sentence(index int) {
	s.index, s.st = index, &s.doc.Sentences[index]
	s.atomise()
	for i := 0; i < len(s.a); {
		n, e := s.longest(i)
		if n == nil {
			i++
			continue
		}
		if n.flags&demonym != 0 {
			s.tell(n.country)
			i = e
			continue
		}
		m := mention{sentence: index, from: i, to: e, end: e, name: n, fixed: -1}
		s.qualify(&m)
		s.weigh(&m)
		m.Span = article.Span{Start: s.a[i].start, End: s.stop(m.end - 1)}
		m.first, m.last = s.a[i].token, s.a[m.end-1].token+1
		m.head = s.head(s.a[i].token, s.a[e-1].token+1)
		s.found = append(s.found, m)
		i = m.end
	}
}

// stop returns the end of atom i, with the full stop that its token has: "D.C.".
func (s *search) stop(i int) int {
	a := &s.a[i]
	tok := &s.st.Tokens[a.token]
	if tok.End == a.end+1 && s.text[a.end] == '.' && (a.start > tok.Start || a.end-a.start > 2 && !a.upper) {
		return tok.End
	}
	return a.end
}

// head returns the token of [first, last) that the others hang on.
func (s *search) head(first, last int) int {
	toks := s.st.Tokens
	if toks[first].UPos == "" {
		return last - 1
	}
	for t := first; t < last; t++ {
		if h := toks[t].Head; h < first || h >= last {
			return t
		}
	}
	return last - 1
}

func (s *search) tell(country string) {
	if s.demonyms == nil {
		s.demonyms = map[string]float64{}
	}
	s.demonyms[country]++
}
