package learn

import (
	"io"
	"sort"
	"strings"

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
	// Soft, if set, is what the models said of the tokens in all.
	Soft *Soft
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
