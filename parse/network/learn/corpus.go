package learn

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/parse/network"
	"readout/syntax"
)

// Kinds are the kinds of name in output order: output 0 is for tokens outside
// names, 2k+1 begins a name of kind k and 2k+2 continues it.
var Kinds = [...]string{syntax.Person, syntax.Organization, syntax.Location, syntax.EventName, syntax.Product, syntax.Group}

const (
	person = iota
	organization
	location
	eventName
	product
	group
	kinds
)

const (
	outside   = uint32(1)
	anyName   = uint32(1)<<(2*kinds+1) - 1
	anyBegin  = uint32(0xaaaaaaaa) & anyName
	anyInside = anyName &^ anyBegin &^ outside
)

func begin(kinds ...int) (set uint32) {
	for _, k := range kinds {
		set |= 1 << (2*k + 1)
	}
	return set
}

func inside(kinds ...int) (set uint32) { return begin(kinds...) << 1 }

// A Sentence is a sentence of training data before its labels are numbered.
type Sentence struct {
	Tokens []network.Token
	Tree   *syntax.Sentence // nil where only names are known
	Names  []uint32
	Silver bool // labelled by models
}

// ReadTreebank reads CoNLL-U. Names come from the Entity column of MISC as
// the GUM corpus writes it, where there is one, and else, unless names is nil,
// from a file with one token and its BIO label a line, an empty line after
// each sentence (Universal NER). That file may hold another version of the
// treebank: sentences are matched by their words, and nothing is known of the
// names of a sentence that it lacks.
func ReadTreebank(r, names io.Reader) ([]Sentence, error) {
	var out []Sentence
	var labels map[string][]string
	if names != nil {
		var err error
		if labels, err = readLabels(names); err != nil {
			return nil, err
		}
	}
	var entities entityReader
	err := syntax.ScanCoNLLU(r, func(c *syntax.CoNLLU) error {
		s := Sentence{Tree: &c.Sentence, Tokens: Tokens(c.Sentence.Tokens), Names: make([]uint32, len(c.Tokens))}
		if labels != nil {
			if bio := labels[joined(c.Tokens)]; bio != nil {
				s.Names = nerNames(bio)
			}
		} else {
			entities.names(c, s.Names)
		}
		demonyms(c.Tokens, s.Names)
		out = append(out, s)
		return nil
	})
	return out, err
}

// readLabels returns the labels of each sentence by its words.
func readLabels(r io.Reader) (map[string][]string, error) {
	l := newLabelReader(r)
	out := map[string][]string{}
	for {
		forms, bio, err := l.next()
		if err != nil || forms == nil {
			return out, err
		}
		out[strings.Join(forms, " ")] = bio
	}
}

func joined(tokens []syntax.Token) string {
	forms := make([]string, len(tokens))
	for i := range tokens {
		forms[i] = tokens[i].Form
	}
	return strings.Join(forms, " ")
}

// Tokens returns what the network sees of the tokens of a sentence. Spacing is
// unknown where the spans are empty.
func Tokens(tokens []syntax.Token) []network.Token {
	out := make([]network.Token, len(tokens))
	for i, t := range tokens {
		out[i].Form = t.Form
		if t.Empty() {
			continue
		}
		out[i].Space = network.Spaced
		if i > 0 && tokens[i-1].End == t.Start {
			out[i].Space = network.Attached
		}
	}
	return out
}

// nerNames turns labels of persons, organisations and places into sets. The
// other kinds were not marked there, so a token outside may be part of one.
func nerNames(bio []string) []uint32 {
	out := make([]uint32, len(bio))
	for i, l := range bio {
		out[i] = bioSet(l)
		if l == "O" {
			others := []int{eventName, product, group}
			out[i] = outside | begin(others...) | inside(others...)
		}
	}
	return out
}

// bioSet gives the outputs that a BIO label allows.
func bioSet(label string) uint32 {
	prefix, kind, _ := strings.Cut(label, "-")
	var k []int
	switch kind {
	case "":
		return outside
	case "PER", "Person":
		k = []int{person}
	case "ORG":
		k = []int{organization}
	case "Organisation":
		// A country that acts is an organisation there.
		k = []int{organization, location}
	case "LOC", "Location":
		k = []int{location}
	case "MISC":
		k = []int{eventName, product, group}
	case "Nationality":
		k = []int{group}
	case "Temporal", "Money", "Quantity":
		return outside
	default:
		return anyName
	}
	if prefix == "B" {
		return begin(k...)
	}
	return inside(k...)
}

// ReadNames reads a file of tokens and BIO labels as sentences without trees.
// With loose names the labels span whole noun phrases; then names are kept
// where all words but the articles and titles in front are capitalised, and
// nothing is known of the other phrases.
func ReadNames(r io.Reader, loose bool) ([]Sentence, error) {
	labels := newLabelReader(r)
	var out []Sentence
	for {
		forms, bio, err := labels.next()
		if err != nil || forms == nil {
			return out, err
		}
		s := Sentence{Tokens: make([]network.Token, len(forms)), Names: make([]uint32, len(forms))}
		for i, f := range forms {
			s.Tokens[i].Form = f
			s.Names[i] = bioSet(bio[i])
		}
		if loose {
			tighten(forms, bio, s.Names)
		}
		out = append(out, s)
	}
}

func tighten(forms, bio []string, names []uint32) {
	for i := 0; i < len(bio); i++ {
		if bio[i] == "O" || strings.HasPrefix(bio[i], "I-") {
			continue
		}
		j := i + 1
		for j < len(bio) && strings.HasPrefix(bio[j], "I-") {
			j++
		}
		first := i
		for first < j && (article(forms[first]) || title(forms[first])) {
			names[first] = outside
			first++
		}
		proper := first < j && capital(forms[first])
		for _, f := range forms[first:j] {
			proper = proper && (capital(f) || joint(f))
		}
		if proper {
			set := bioSet("B" + bio[i][1:])
			names[first] = set
		} else {
			clear(names[i:j])
		}
		i = j - 1
	}
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func article(s string) bool {
	switch strings.ToLower(s) {
	case "the", "a", "an":
		return true
	}
	return false
}

// joint reports whether s is a word that stands inside names.
func joint(s string) bool {
	switch s {
	case "of", "the", "for", "and", "&", "-", "–", "'s", "’s", "'", "de", "la", "al", "bin", "van", "von", "del", "der", ".":
		return true
	}
	return false
}

// title reports whether s is a title or office that stands before a person's
// name without being part of it.
func title(s string) bool {
	switch strings.TrimSuffix(s, ".") {
	case "President", "Mr", "Mrs", "Ms", "Dr", "Miss", "Sir", "Prime", "Minister", "Senator", "Sen", "Gen", "General",
		"Rep", "Gov", "Governor", "Prof", "Professor", "Secretary", "Chancellor", "King", "Queen", "Prince", "Princess",
		"Judge", "Justice", "Captain", "Capt", "Colonel", "Col", "Lt", "Lieutenant", "Major", "Maj", "Sgt", "Sergeant",
		"Ambassador", "Vice", "Foreign", "Defense", "Defence", "Chief", "Director", "Representative", "Congressman",
		"Congresswoman", "Lord", "Lady", "Madam", "Mayor", "Chairman", "Deputy", "HE", "Admiral", "Speaker", "Spokesman",
		"Spokesperson", "Spokeswoman", "Iraqi", "Syrian", "Russian", "British", "American", "State", "Saint":
		return true
	}
	return false
}

// demonyms marks adjectives with a capital, as "Russian" in "Russian
// ambassador", as groups, and leaves open whether other names without a mark
// that are plural proper nouns are groups.
func demonyms(tokens []syntax.Token, names []uint32) {
	for i := range tokens {
		t := &tokens[i]
		if names[i]&outside == 0 {
			continue
		}
		switch {
		case t.XPos == "JJ" && capital(t.Lemma) && demonym(t.Lemma):
			names[i] = begin(group)
		case t.XPos == "NNPS" && t.Base() != "compound" && t.Base() != "flat":
			names[i] |= begin(group)
		}
	}
}

// demonym reports whether the capitalised adjective ends as names of nations,
// religions and parties do.
func demonym(s string) bool {
	switch s {
	case "French", "Greek", "Dutch", "Swiss", "Welsh", "Thai", "Czech", "Arab", "Kurd", "Tajik", "Kazakh", "Uzbek",
		"Kyrgyz", "Filipino", "Uighur", "Uyghur", "Tatar", "Catholic", "Islamic", "Arabic", "Slavic", "Muslim",
		"Protestant", "Democrat", "Democratic", "Orthodox", "Shia", "Shiite", "Sunni", "Hindu", "Nazi", "Communist",
		"Conservative", "Labour", "Roma", "Slovak", "Serb", "Croat", "Turk", "Pole", "Dane", "Lao", "Malay", "Berber":
		return true
	case "Urban", "Suburban", "Human", "Civilian", "Median", "European-style", "Pan":
		return false
	}
	for _, end := range [...]string{"an", "ese", "ish", "qi", "ni", "li", "ti", "di", "shi", "sti"} {
		if strings.HasSuffix(s, end) && len(s) > len(end)+2 {
			return true
		}
	}
	return false
}

// labelReader reads tokens with labels.
type labelReader struct {
	sc   *bufio.Scanner
	line int
}

func newLabelReader(r io.Reader) *labelReader {
	return &labelReader{sc: bufio.NewScanner(r)}
}

// next returns the words and labels of the next sentence, nil at the end.
func (l *labelReader) next() (forms, bio []string, err error) {
	for l.sc.Scan() {
		l.line++
		s := l.sc.Text()
		if s == "" {
			if forms != nil {
				break
			}
			continue
		}
		i := strings.LastIndexAny(s, "\t ")
		if i <= 0 {
			return nil, nil, fmt.Errorf("names line %d: no label", l.line)
		}
		forms = append(forms, strings.TrimSpace(s[:i]))
		bio = append(bio, s[i+1:])
	}
	return forms, bio, l.sc.Err()
}

// Vocabulary returns the folded forms that occur at least least times, the
// most frequent first, and their counts. In sentences labelled by models it
// takes two occurrences to count as one.
func Vocabulary(sentences []Sentence, least int) (words []string, counts []int) {
	n := map[string]int{}
	var read network.Reader
	for _, s := range sentences {
		weight := 2
		if s.Silver {
			weight = 1
		}
		for _, f := range read.Read(s.Tokens) {
			n[string(f.Key)] += weight
		}
	}
	for w, c := range n {
		if c >= 2*least {
			words = append(words, w)
		}
	}
	sort.Slice(words, func(i, j int) bool {
		if n[words[i]] != n[words[j]] {
			return n[words[i]] > n[words[j]]
		}
		return words[i] < words[j]
	})
	for _, w := range words {
		counts = append(counts, n[w]/2)
	}
	return words, counts
}
