package actor

import "unicode"

// A form is one way in which the lexicon writes something.
type form struct {
	kind   formKind
	ref    int32 // index into the knowledge's table for the kind
	sector string
	caps   bool // an acronym: the text must write it in capitals
	plural bool // a plural of a common noun
	the    bool // the lexicon writes it with "the": without, the text means something else
}

type formKind uint8

const (
	formCountry formKind = iota // name or alias of a state or territory
	formDemonym
	formCapital
	formMetonym
	formPerson  // a full name
	formSurname // a surname or short form
	formBody
	formPlace // of the gazetteer
	formTitle // noun for the holder of an office
	formRole
	formNominal // ref is one of nominalPlace, nominalPerson, nominalPair
)

// Classes of nominal.
const (
	nominalPlace int32 = iota
	nominalPerson
	nominalPair
)

// proper reports whether forms of the kind are written with a capital.
func (k formKind) proper() bool { return k < formTitle }

// A trie holds phrases as sequences of atoms. It is filled once and then only
// read.
type trie struct {
	ids   map[string]int32 // atom → number, from 1
	edges map[uint64]int32 // node and atom → node; node 0 is the root
	ends  [][]form         // per node
	spare []form           // room for the first forms of nodes
	of    int32            // number of the atom "of", or -1
	buf   []byte
	stops []int
}

func newTrie() *trie {
	return &trie{of: -1, ids: make(map[string]int32, 1<<14), edges: make(map[uint64]int32, 1<<15), ends: make([][]form, 1, 1<<15)}
}

// add enters a phrase; a phrase without letters is left out.
func (t *trie) add(phrase string, f form) {
	t.buf, t.stops = appendWords(t.buf[:0], t.stops[:0], phrase)
	node, at := int32(0), 0
	for _, stop := range t.stops {
		id, ok := t.ids[string(t.buf[at:stop])]
		if !ok {
			id = int32(len(t.ids) + 1)
			t.ids[string(t.buf[at:stop])] = id
		}
		at = stop
		k := edge(node, id)
		next, ok := t.edges[k]
		if !ok {
			next = int32(len(t.ends))
			t.ends = append(t.ends, nil)
			t.edges[k] = next
		}
		node = next
	}
	if node == 0 {
		return
	}
	for _, g := range t.ends[node] {
		if g == f {
			return
		}
	}
	if t.ends[node] == nil {
		if len(t.spare) == 0 {
			t.spare = make([]form, 1024)
		}
		t.ends[node], t.spare = t.spare[:0:1], t.spare[1:]
	}
	t.ends[node] = append(t.ends[node], f)
}

func edge(node, id int32) uint64 { return uint64(node)<<32 | uint64(id) }

// find returns the forms of a phrase that is in the trie as a whole. It may be
// called by several at once.
func (t *trie) find(phrase string) []form {
	var room [64]byte
	var stops [16]int
	buf, ends := appendWords(room[:0], stops[:0], phrase)
	node, at := int32(0), 0
	for _, stop := range ends {
		id, ok := t.ids[string(buf[at:stop])]
		if !ok {
			return nil
		}
		at = stop
		if node, ok = t.edges[edge(node, id)]; !ok {
			return nil
		}
	}
	return t.ends[node]
}

// appendWords appends the atoms of a phrase, whose words are divided by
// blanks, to dst, and their ends to stops.
func appendWords(dst []byte, stops []int, phrase string) ([]byte, []int) {
	start := -1
	for i, r := range phrase {
		switch {
		case r == ' ' || r == ',' || r > 0x7f && unicode.IsSpace(r) || r < ' ':
			if start >= 0 {
				dst, stops = atoms(dst, stops, phrase[start:i])
				start = -1
			}
			if r == ',' {
				dst, stops = atoms(dst, stops, ",")
			}
		case start < 0:
			start = i
		}
	}
	if start >= 0 {
		dst, stops = atoms(dst, stops, phrase[start:])
	}
	return dst, stops
}
