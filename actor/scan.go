package actor

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// toLower lower-cases a word.
func toLower(s string) string { return strings.ToLower(s) }

// A hit is a phrase of the lexicon found in a sentence: tokens [first, last).
type hit struct {
	first, last int
	forms       []form // shared with the trie
}

// A scan finds the lexicon's phrases in a sentence. Its buffers are used
// again for the next sentence.
type scan struct {
	ids    []int32 // atom numbers, 0 for an unknown atom
	token  []int32 // token of each atom
	starts []bool  // the atom is its token's first
	stops  []bool  // the atom is its token's last
	names  []hit   // proper names, in order, not overlapping
	folk   []hit   // demonyms
	nouns  []hit   // titles and roles
	buf    []byte
	bounds []int
}

// read fills the scan with what is in the tree's sentence.
func (s *scan) read(k *knowledge, t *tree) {
	s.ids, s.token = s.ids[:0], s.token[:0]
	s.starts, s.stops = s.starts[:0], s.stops[:0]
	s.names, s.folk, s.nouns = s.names[:0], s.folk[:0], s.nouns[:0]
	for i := range t.Tokens {
		s.buf, s.bounds = atoms(s.buf[:0], s.bounds[:0], t.Tokens[i].Form)
		at := 0
		for j, e := range s.bounds {
			s.ids = append(s.ids, k.trie.ids[string(s.buf[at:e])])
			s.token = append(s.token, int32(i))
			s.starts = append(s.starts, j == 0)
			s.stops = append(s.stops, j == len(s.bounds)-1)
			at = e
		}
	}
	nameFree, folkFree := 0, 0
	for a := range s.ids {
		if !s.starts[a] || s.ids[a] == 0 {
			continue
		}
		first := int(s.token[a])
		name, folk, noun := hit{}, hit{}, hit{}
		node := int32(0)
		for b := a; b < len(s.ids) && s.ids[b] != 0; b++ {
			next, ok := k.trie.edges[edge(node, s.ids[b])]
			if !ok {
				break
			}
			node = next
			if b > a && s.ids[b] == k.trie.of {
				if h := s.interposed(k, t, node, first, b+1); h.last > noun.last {
					noun = h
				}
			}
			forms := k.trie.ends[node]
			if !s.stops[b] || len(forms) == 0 {
				continue
			}
			last := int(s.token[b]) + 1
			h := hit{first: first, last: last, forms: forms}
			if first >= nameFree && anyForm(forms, named) && t.writtenAsName(k, first, last, forms) {
				name = h
			}
			if first >= folkFree && anyForm(forms, demonym) && t.writtenAsName(k, first, last, forms) {
				folk = h
			}
			if anyForm(forms, common) && last > noun.last && t.writtenAsNoun(last-1) {
				noun = h
			}
		}
		if name.forms != nil && noun.last > name.last && commonWord(name.forms) {
			name = hit{} // "The National" is a newspaper, "the National Guard" is not
		}
		if name.forms != nil && name.last-name.first == 1 && anyForm(name.forms, demonym) && t.adjective(name.first) {
			name = hit{} // "the Australian government" is no newspaper's
		}
		if name.forms != nil && folk.last-folk.first > 1 && name.last < folk.last {
			name = hit{} // "Costa Rican" is nobody called Costa
		}
		if name.forms != nil {
			s.names = append(s.names, name)
			nameFree = name.last
		}
		if folk.forms != nil {
			s.folk = append(s.folk, folk)
			folkFree = folk.last
		}
		if n := len(s.nouns); noun.forms != nil && (n == 0 || noun.last > s.nouns[n-1].last) {
			// Of two that overlap the later wins if its head governs the other's:
			// "[ruling military] junta".
			if n > 0 && noun.first < s.nouns[n-1].last {
				if t.head(s.nouns[n-1].last-1) != noun.last-1 && t.tok(noun.last-1).Rel != loose {
					continue
				}
				n--
			}
			s.nouns = append(s.nouns[:n], noun)
		}
	}
}

// adjective reports whether token i is used as one.
func (t *tree) adjective(i int) bool {
	r := t.rel(i)
	return t.tok(i).UPos == "ADJ" || r == "amod" || r == "compound"
}

// loose is the relation of words in a phrase that has no tree.
const loose = "dep"

// commonWord reports whether forms are of bodies or surnames not written in
// capitals, so that a longer common noun is more likely.
func commonWord(forms []form) bool {
	return !anyForm(forms, func(f form) bool {
		return f.kind.proper() && (f.caps || f.kind != formBody && f.kind != formSurname && f.kind != formPlace)
	})
}

// generic reports whether a name is also a common noun for somebody, so that
// every country may have one: "Supreme Court".
func generic(forms []form) bool {
	return anyForm(forms, func(f form) bool { return f.kind == formRole || f.kind == formTitle })
}

func named(f form) bool   { return f.kind.proper() && f.kind != formDemonym }
func demonym(f form) bool { return f.kind == formDemonym }
func common(f form) bool  { return !f.kind.proper() }

// from returns the hits that end after token at; hits are in order.
func from(hits []hit, at int) []hit {
	return hits[sort.Search(len(hits), func(i int) bool { return hits[i].last > at }):]
}

func anyForm(forms []form, is func(form) bool) bool {
	for _, f := range forms {
		if is(f) {
			return true
		}
	}
	return false
}

// writtenAsName reports whether tokens [first, last) are written as a proper
// name: with a capital at one end, an acronym in capitals alone; and whether a
// single word can be one where it stands.
func (t *tree) writtenAsName(k *knowledge, first, last int, forms []form) bool {
	f, l := t.tok(first).Form, t.tok(last-1).Form
	if last < len(t.Tokens) && t.tok(last).Form == "$" {
		return false // "US $10 billion"
	}
	if !capitalised(f) && !hasCapital(l) {
		return false
	}
	if last-first > 1 {
		if !capitalised(f) && k.class.part[f] && !anyForm(forms, func(f form) bool { return f.kind != formPlace }) {
			return false
		}
		return t.tok(last-1).UPos != "ADP" || hasCapital(l) // "met Modi in Delhi", near Modi'in
	}
	switch t.tok(first).UPos {
	case "SYM":
		return false // "AU$"
	case "VERB", "AUX", "ADP", "DET", "PRON", "ADV", "NUM", "CCONJ", "SCONJ", "INTJ", "PUNCT", "PART":
		if t.tok(first).XPos != "NNP" && t.tok(first).XPos != "NNPS" {
			if t.tok(first).UPos == "PRON" && (f != "WHO" || last >= len(t.Tokens) || allCapitals(t.tok(last).Form)) {
				return false
			}
			return allCapitals(f) && utf8.RuneCountInString(f) > 2
		}
	}
	if (first == 0 || lowered(t.tok(first-1).Form) != "the") && !anyForm(forms, func(f form) bool { return f.kind.proper() && !f.the }) {
		return false // "Member States"
	}
	for _, g := range forms {
		if g.kind.proper() && (!g.caps || allCapitals(f)) {
			return true
		}
	}
	return false
}

// writtenAsNoun reports whether token i can end a common noun.
func (t *tree) writtenAsNoun(i int) bool {
	if t.tok(i).Form == "p.m." {
		return false // the time of day, not the prime minister
	}
	switch t.tok(i).UPos {
	case "NOUN", "PROPN":
		return true
	case "ADJ", "X":
		return true
	case "VERB":
		x := t.tok(i).XPos
		return x == "NN" || x == "NNS" || x == "NNP"
	}
	return false
}
