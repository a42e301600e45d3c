package lexicon

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A CueFrame is a set of places in which a cue may have its content.
type CueFrame uint16

// The frames, as cues.verbs.txt explains them.
const (
	CueQuote  CueFrame = 1 << iota // words in quotation marks
	CueThat                        // a finite clause
	CueWh                          // a question clause
	CueTo                          // an infinitive
	CueIng                         // a gerund
	CueObj                         // a noun phrase
	CueObjTo                       // a noun phrase and an infinitive
	CueAs                          // a noun phrase and an as-phrase
	CueComp                        // a noun phrase and a predicate
	CueTell                        // the object is the addressee
	CueRaise                       // passive without a source; the subject is content
	CueSeem                        // active without a source; the subject is content
	CueWith                        // a phrase with one of CueWord.With
	CueDeed                        // with a noun phrase a deed, unless it names words
	CueDeedTo                      // with a noun phrase that names somebody a deed
	CueBlow                        // with a noun phrase a blow, unless one person deals it another
)

var cueFrames = [...]struct {
	name  string
	frame CueFrame
}{
	{"quote", CueQuote}, {"that", CueThat}, {"wh", CueWh}, {"to", CueTo}, {"ing", CueIng}, {"obj", CueObj},
	{"objto", CueObjTo}, {"as", CueAs}, {"comp", CueComp}, {"tell", CueTell}, {"raise", CueRaise},
	{"seem", CueSeem}, {"deed", CueDeed}, {"deedto", CueDeedTo}, {"blow", CueBlow},
}

// String returns the frame's name in the files: "that".
func (f CueFrame) String() string {
	for _, c := range cueFrames {
		if c.frame == f {
			return c.name
		}
	}
	return "?"
}

// A CuePart is what a cue is in the sentence.
type CuePart uint8

// The parts.
const (
	CueVerb CuePart = iota
	CueNoun
	CueAdjective
	CueAdverb      // marks hearsay, names no source: reportedly
	CuePreposition // stands before the source: according to
	CueView        // the noun of "in his view"
)

var cueParts = [...]string{"verb", "noun", "adjective", "adverb", "preposition", "view"}

// String returns the part's name in the files.
func (p CuePart) String() string { return cueParts[p] }

// CueKinds are the stances a cue can take to what it reports, in order.
var CueKinds = []string{
	"say", "announce", "claim", "predict", "warn", "threaten", "promise", "offer", "ask", "order", "advise", "admit",
	"confirm", "agree", "deny", "refuse", "reject", "accuse", "criticise", "compare", "praise", "support", "oppose",
	"believe", "doubt", "know", "want", "hope", "fear", "feel", "show", "report", "appear",
}

// A CueWord is one line's knowledge of one word.
type CueWord struct {
	Part   CuePart
	Kind   string   // one of CueKinds
	Rest   []string // the words after the first: ["out"] of "point out"
	Frames CueFrame
	With   []string // prepositions before the content: ["for"]
	From   []string // nouns: prepositions that only ever stand before the source
	Line   Line
}

// Cues is the knowledge of kinds "cues" and "cuecounts". It is read-only.
type Cues struct {
	byWord [len(cueParts)]map[string][]CueWord
	counts map[string]CueCount
	words  int
}

// A CueCount tells how often a cue with a frame was seen in annotated text,
// and how often it made an attribution there.
type CueCount struct{ Hits, Seen int }

// ReadCues reads the cues of a set. The error joins all faults found.
func ReadCues(set *Set) (*Cues, error) {
	c := &Cues{counts: map[string]CueCount{}}
	for i := range c.byWord {
		c.byWord[i] = map[string][]CueWord{}
	}
	var faults []error
	known := map[string]bool{}
	for _, l := range set.Lines("cues") {
		if err := c.read(l, known); err != nil {
			faults = append(faults, err)
		}
	}
	for _, l := range set.Lines("cuecounts") {
		if err := c.readCount(l); err != nil {
			faults = append(faults, err)
		}
	}
	c.words = len(known)
	return c, errors.Join(faults...)
}

func (c *Cues) read(l Line, known map[string]bool) error {
	f := l.Fields()
	if len(f) != 4 {
		return l.Errorf("%d fields; want PART | KIND | FRAMES | words", len(f))
	}
	cue := CueWord{Kind: f[1], Line: l}
	part := -1
	for i, p := range cueParts {
		if p == f[0] {
			part = i
		}
	}
	if part < 0 {
		return l.Errorf("unknown part %q; want one of %s", f[0], strings.Join(cueParts[:], ", "))
	}
	cue.Part = CuePart(part)
	if !knownKind(cue.Kind) {
		return l.Errorf("unknown kind %q; want one of %s", cue.Kind, strings.Join(CueKinds, ", "))
	}
	for _, w := range strings.Fields(f[2]) {
		if err := cue.addFrame(w); err != nil {
			return l.Errorf("%v", err)
		}
	}
	if cue.Frames == 0 {
		return l.Errorf("no frame")
	}
	words := List(f[3])
	if len(words) == 0 {
		return l.Errorf("no word")
	}
	here := map[string]bool{}
	for _, w := range words {
		if !utf8.ValidString(w) || w != strings.ToLower(w) {
			return l.Errorf("%q is not lower case", w)
		}
		if here[w] {
			return l.Errorf("%q stands twice in the line", w)
		}
		here[w] = true
		known[f[0]+" "+w] = true
		for _, v := range spellings(w) {
			p := strings.Fields(v)
			one := cue
			one.Rest = p[1:]
			c.byWord[part][p[0]] = append(c.byWord[part][p[0]], one)
		}
	}
	return nil
}

func (c *CueWord) addFrame(w string) error {
	if p, ok := strings.CutPrefix(w, "+"); ok && p != "" {
		c.With = append(c.With, p)
		c.Frames |= CueWith
		return nil
	}
	if p, ok := strings.CutPrefix(w, "from+"); ok && p != "" {
		if c.Part != CueNoun {
			return errors.New("frame " + strconv.Quote(w) + " is for nouns")
		}
		c.From = append(c.From, p)
		return nil
	}
	for _, f := range cueFrames {
		if f.name == w {
			c.Frames |= f.frame
			return nil
		}
	}
	return errors.New("unknown frame " + strconv.Quote(w))
}

// readCount reads PART | word | FRAME | hits / seen.
func (c *Cues) readCount(l Line) error {
	f := l.Fields()
	if len(f) != 4 {
		return l.Errorf("%d fields; want PART | word | FRAME | hits / seen", len(f))
	}
	h, s, ok := strings.Cut(f[3], "/")
	hits, err := strconv.Atoi(strings.TrimSpace(h))
	seen, err2 := strconv.Atoi(strings.TrimSpace(s))
	if !ok || err != nil || err2 != nil || hits < 0 || seen < hits {
		return l.Errorf("%q: want hits / seen, with hits at most seen", f[3])
	}
	c.counts[f[0]+" "+f[1]+" "+f[2]] = CueCount{hits, seen}
	return nil
}

func knownKind(k string) bool {
	for _, x := range CueKinds {
		if x == k {
			return true
		}
	}
	return false
}

// spellings returns w and its British or American twin.
func spellings(w string) []string {
	first, rest, _ := strings.Cut(w, " ")
	if rest != "" {
		rest = " " + rest
	}
	for _, p := range [...][2]string{
		{"ise", "ize"}, {"yse", "yze"}, {"avour", "avor"}, {"onour", "onor"}, {"umour", "umor"}, {"isation", "ization"},
		{"cknowledgement", "cknowledgment"}, {"udgement", "udgment"}, {"efence", "efense"}, {"ceptical", "keptical"},
		{"logue", "log"}, {"avourable", "avorable"},
	} {
		for i := range p {
			if stem, ok := strings.CutSuffix(first, p[i]); ok && stem != "" {
				return []string{w, stem + p[1-i] + rest}
			}
		}
	}
	return []string{w}
}

// Find returns what is known of a word, given by its lemma in lower case: one
// entry for each line that has it, alone or with further words. The caller
// must not change the result.
func (c *Cues) Find(part CuePart, lemma string) []CueWord { return c.byWord[part][lemma] }

// Count returns how a cue did in annotated text: cue is all its words,
// "point out"; frame a frame's name or "+for".
func (c *Cues) Count(part CuePart, cue, frame string) CueCount {
	return c.counts[part.String()+" "+cue+" "+frame]
}

// Words returns the number of different cues known, twins in spelling not
// counted.
func (c *Cues) Words() int { return c.words }

// HasWith reports whether the content may stand after preposition p.
func (c *CueWord) HasWith(p string) bool {
	for _, w := range c.With {
		if w == p {
			return true
		}
	}
	return false
}

// OnlyFrom reports whether what follows preposition p is always the source.
func (c *CueWord) OnlyFrom(p string) bool {
	for _, w := range c.From {
		if w == p {
			return true
		}
	}
	return false
}
