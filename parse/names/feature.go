package names

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/parse/gazetteer"
	"readout/syntax"
)

// A Feature is something that tells of a name whether it is one and of which
// kind, by its number, and how much there is of it.
type Feature struct {
	ID    int
	Value float32
}

// A Numberer gives the number of a feature, or false where it is to be left
// out. It must not keep the bytes.
type Numberer func(feature []byte) (id int, ok bool)

// written is what the names of a document have in common that are written in
// one way. All but sum and full are counts.
type written struct {
	names  int
	sum    Scores // of their first tokens, each score no less than -farthest
	kinds  [kinds]int
	inside int // how many stand behind "in"
	titled int // how many stand behind a title
	speak  int // how many say or think something
	begin  int // how many begin a sentence
	full   bool
}

// farthest is how far below the best a score may lie to count.
const farthest = 8

// Describe calls yield with the features of each name of the sentences of one
// document, which Rules has mended. They are valid during the call. Names whose
// kind is sure, storms', are passed over.
func (m *Mender) Describe(sentences []syntax.Sentence, scores []Scores, number Numberer, yield func(sentence, name int, features []Feature)) {
	m.number = number
	m.gather(sentences, scores)
	at := 0
	for i := range sentences {
		s := &sentences[i]
		for j := range s.Names {
			n := &s.Names[j]
			if kindOf(n.Kind) < 0 || n.Kind == syntax.EventName && m.ofStorm(s.Tokens[n.First:n.Last]) {
				continue
			}
			m.row = m.row[:0]
			m.describe(s, scores[at:], j)
			yield(i, j, m.row)
		}
		at += len(s.Tokens)
	}
}

// gather counts how the document's names are written.
func (m *Mender) gather(sentences []syntax.Sentence, scores []Scores) {
	clear(m.place)
	m.written = m.written[:0]
	at := 0
	for i := range sentences {
		s := &sentences[i]
		for j := range s.Names {
			n := &s.Names[j]
			k := kindOf(n.Kind)
			if k < 0 {
				continue
			}
			w, h := m.together(s.Tokens[n.First:n.Last]), head(s, n)
			w.names++
			w.kinds[k]++
			for c := range w.sum {
				w.sum[c] += max(scores[at+n.First][c], -farthest)
			}
			if preposition(s, n, h) == "in" {
				w.inside++
			}
			if n.First > 0 && m.of(s.Tokens[n.First-1:n.First]).Has(gazetteer.Title) {
				w.titled++
			}
			if speaks(s, h) {
				w.speak++
			}
			if n.First == 0 {
				w.begin++
			}
			if k == person && n.Last-n.First > 1 {
				m.together(s.Tokens[n.First : n.First+1]).full = true
				m.together(s.Tokens[n.Last-1 : n.Last]).full = true
			}
		}
		at += len(s.Tokens)
	}
}

// together returns what is written like the tokens. It is valid until the next
// call.
func (m *Mender) together(tokens []syntax.Token) *written {
	m.spell(tokens)
	i, ok := m.place[string(m.key)]
	if !ok {
		i = len(m.written)
		m.written = append(m.written, written{})
		m.place[string(m.key)] = i
	}
	return &m.written[i]
}

// add adds a feature, whose name is that of its parts.
func (m *Mender) add(value float32, parts ...string) {
	if value == 0 {
		return
	}
	m.key = m.key[:0]
	for _, p := range parts {
		m.key = append(m.key, p...)
	}
	if id, ok := m.number(m.key); ok {
		m.row = append(m.row, Feature{id, value})
	}
}

// is adds a feature that a name has or has not.
func (m *Mender) is(parts ...string) { m.add(1, parts...) }

// describe adds the features of name j of a sentence with the scores of its
// tokens.
func (m *Mender) describe(s *syntax.Sentence, scores []Scores, j int) {
	n := &s.Names[j]
	m.is("bias")
	m.is("kind ", n.Kind)
	m.likely(scores, n, m.together(s.Tokens[n.First:n.Last]))
	m.known(s, n)
	m.look(s, n)
	m.construed(s, n)
	m.before(s, j)
	m.behind(s, j)
	m.elsewhere(n, m.together(s.Tokens[n.First:n.Last]))
}

// outputs names the scores.
var outputs = [...]string{"none", syntax.Person, syntax.Organization, syntax.Location, syntax.EventName, syntax.Product, syntax.Group}

// likely adds what the network holds for likely here and in all of the document.
func (m *Mender) likely(scores []Scores, n *syntax.Name, w *written) {
	for c, name := range outputs {
		m.add(-max(scores[n.First][c], -farthest)/farthest, "score ", name)
		m.add(-w.sum[c]/float32(w.names)/farthest, "mean ", name)
	}
	within := float32(0) // how near a token inside is to be none of a name
	for i := n.First + 1; i < n.Last; i++ {
		within = max(within, max(scores[i][0], -farthest)+farthest)
	}
	m.add(within/farthest, "within none")
}

// known adds what the gazetteer knows of the name and of its ends.
func (m *Mender) known(s *syntax.Sentence, n *syntax.Name) {
	m.classes("whole ", s.Tokens[n.First:n.Last])
	if k := m.only(s.Tokens[n.First:n.Last]); k >= 0 {
		m.is("only ", Kinds[k])
	}
	if n.Last-n.First > 1 {
		m.classes("first ", s.Tokens[n.First:n.First+1])
		m.classes("last ", s.Tokens[n.Last-1:n.Last])
	}
}

func (m *Mender) classes(what string, tokens []syntax.Token) {
	c := m.of(tokens)
	if c == 0 {
		m.is(what, "unknown")
	}
	for k, name := range [...]string{"state", "demonym", "place", "person", "given", "surname", "body", "firm", "site", "title"} {
		if c.Has(gazetteer.Class(k)) {
			m.is(what, name)
		}
	}
}

// look adds how the name and its sentence are written.
func (m *Mender) look(s *syntax.Sentence, n *syntax.Name) {
	t := s.Tokens
	first := shape(t[n.First].Form)
	m.is("size ", strconv.Itoa(min(n.Last-n.First, 4)))
	m.is("form ", first)
	if n.Last-n.First > 1 {
		m.is("last form ", shape(t[n.Last-1].Form))
	}
	for i := n.First; i < n.Last; i++ {
		switch t[i].Form {
		case "of", "and", "&", ",", "the", "'s", "-", "in", "for", ".":
			m.is("inside ", t[i].Form)
		}
	}
	if len(t) <= 3 {
		m.is("short sentence")
	}
	capitals, words := 0, 0
	for i := range t {
		if r, _ := utf8.DecodeRuneInString(t[i].Form); unicode.IsLetter(r) {
			words++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	switch {
	case capitals*2 > words && words > 3:
		m.is("capitals all over")
		m.is("capitals all over ", first)
	case capitals <= 1 && words > 4:
		m.is("no capitals")
		m.is("no capitals ", first)
	}
}

// shape tells how a word is written.
func shape(s string) string {
	upper, lower, digits := 0, 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case unicode.IsDigit(r):
			digits++
		}
	}
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case digits > 0:
		return "digits"
	case upper+lower == 0:
		return "mark"
	case upper+lower == 1:
		return "letter"
	case lower == 0 && upper > 5:
		return "CAPITALS"
	case lower == 0:
		return "CAPS"
	case upper == 0:
		return "lower"
	case upper == 1 && unicode.IsUpper(r):
		return "Capital"
	}
	return "MiXed"
}

// construed adds where the name stands in the tree.
func (m *Mender) construed(s *syntax.Sentence, n *syntax.Name) {
	h := head(s, n)
	t := &s.Tokens[h]
	rel := t.Base()
	m.is("tag ", t.UPos)
	m.is("rel ", rel)
	m.is("rel+kind ", rel, " ", n.Kind)
	if p := preposition(s, n, h); p != "" {
		m.is("case ", p)
	}
	if speaks(s, h) {
		m.is("speaks")
	}
	switch rel {
	case "nmod", "compound", "appos", "nsubj", "obj", "obl":
		if t.Head >= 0 {
			m.is("of ", rel, " ", s.Tokens[t.Head].UPos)
		}
	}
}

// before adds what stands before name j.
func (m *Mender) before(s *syntax.Sentence, j int) {
	n, t := &s.Names[j], s.Tokens
	if n.First == 0 {
		m.is("begins")
		m.is("begins ", t[0].UPos)
		return
	}
	if j > 0 && s.Names[j-1].Last == n.First {
		m.is("before name ", s.Names[j-1].Kind)
		return
	}
	b := &t[n.First-1]
	m.is("before ", b.UPos)
	switch w := strings.ToLower(b.Form); w {
	case "the", "a", "an", "this", "my", "your", "his", "her", "our", "their", "in", "at", "to", "from", "of", "on", "near", "by", "with", "for",
		"and", "or", ",", "(", "\"", "-", "/", ":", "via", "like", "mr.", "ms.", "dr.":
		m.is("before ", w)
	}
	if m.of(t[n.First-1 : n.First]).Has(gazetteer.Title) {
		m.is("before title")
	}
	if j > 0 && s.Names[j-1].Last+1 == n.First && joins(b.Form) {
		m.is("joined ", b.Form, " ", s.Names[j-1].Kind)
	}
}

// behind adds what stands behind name j.
func (m *Mender) behind(s *syntax.Sentence, j int) {
	n, t := &s.Names[j], s.Tokens
	if n.Last == len(t) {
		m.is("ends")
		return
	}
	if j+1 < len(s.Names) && s.Names[j+1].First == n.Last {
		m.is("behind name ", s.Names[j+1].Kind)
		return
	}
	b := &t[n.Last]
	m.is("behind ", b.UPos)
	switch b.Form {
	case "'s", ",", ".", "(", ")", "-", "/", ":", "and", "or", "in", "of", "@", "!", "\"", "is", "was", "has":
		m.is("behind ", b.Form)
	}
	if j+1 < len(s.Names) && s.Names[j+1].First == n.Last+1 && joins(b.Form) {
		m.is("joins ", b.Form, " ", s.Names[j+1].Kind)
	}
}

// joins reports whether the word between two names tells something of their
// kinds.
func joins(s string) bool {
	switch s {
	case ",", "and", "/", "or", "-", "of", "in", "'s", "&":
		return true
	}
	return false
}

// elsewhere adds what is known of the name's other mentions.
func (m *Mender) elsewhere(n *syntax.Name, w *written) {
	share := func(count int) float32 { return float32(count) / float32(w.names) }
	m.is("written ", strconv.Itoa(min(w.names, 4)))
	m.add(share(w.inside), "document in")
	m.add(share(w.titled), "document titled")
	m.add(share(w.speak), "document speaks")
	if w.begin == w.names {
		m.is("document only begins")
	}
	if w.full {
		m.is("document full")
		m.is("document full ", n.Kind)
	}
	for k, count := range w.kinds {
		m.add(share(count), "document kind ", Kinds[k])
	}
}

// head returns the first token of a name whose head is none of its tokens.
func head(s *syntax.Sentence, n *syntax.Name) int {
	for i := n.First; i < n.Last; i++ {
		if h := s.Tokens[i].Head; h < n.First || h >= n.Last {
			return i
		}
	}
	return n.Last - 1
}

// preposition returns the preposition of a name with head h that stands before
// it and its determiner, "other" for a rare one, "" without.
func preposition(s *syntax.Sentence, n *syntax.Name, h int) string {
	p := n.First - 1
	if p > 0 && s.Tokens[p].UPos == "DET" {
		p--
	}
	if p < 0 || s.Tokens[p].UPos != "ADP" || s.Tokens[p].Head != h {
		return ""
	}
	w := strings.ToLower(s.Tokens[p].Form)
	if slices.Contains(prepositions, w) {
		return w
	}
	return "other"
}

var prepositions = []string{"in", "at", "to", "from", "of", "on", "near", "by", "with", "for", "into", "through", "across", "outside", "around",
	"about", "between", "against", "like", "via", "under", "over", "towards", "toward", "as", "than"}

// speaks reports whether token h is the subject of what persons alone do, most
// often.
func speaks(s *syntax.Sentence, h int) bool {
	if s.Tokens[h].Base() != "nsubj" || s.Tokens[h].Head < 0 {
		return false
	}
	switch s.Tokens[s.Tokens[h].Head].Lemma {
	case "say", "tell", "think", "know", "believe", "ask", "want", "add", "write", "feel", "love", "see", "hope", "explain", "recall", "reply",
		"smile", "laugh", "talk", "speak", "call", "look":
		return true
	}
	return false
}
