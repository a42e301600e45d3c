package actor

// A form is one way in which the lexicon writes something.
type form struct {
	kind   formKind
	ref    int32 // index into the knowledge's table for the kind
	sector string
	caps   bool // an acronym: the text must write it in capitals
	plural bool // a plural of a common noun
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
}

func newTrie() *trie {
	return &trie{ids: map[string]int32{}, edges: map[uint64]int32{}, ends: make([][]form, 1)}
}

// add enters a phrase; a phrase without letters is left out.
func (t *trie) add(phrase string, f form) {
	ws := words(phrase)
	if len(ws) == 0 {
		return
	}
	node := int32(0)
	for _, w := range ws {
		id, ok := t.ids[w]
		if !ok {
			id = int32(len(t.ids) + 1)
			t.ids[w] = id
		}
		k := edge(node, id)
		next, ok := t.edges[k]
		if !ok {
			next = int32(len(t.ends))
			t.ends = append(t.ends, nil)
			t.edges[k] = next
		}
		node = next
	}
	for _, g := range t.ends[node] {
		if g == f {
			return
		}
	}
	t.ends[node] = append(t.ends[node], f)
}

func edge(node, id int32) uint64 { return uint64(node)<<32 | uint64(id) }

// find returns the forms of a phrase that is in the trie as a whole.
func (t *trie) find(phrase string) []form {
	node := int32(0)
	for _, w := range words(phrase) {
		id, ok := t.ids[w]
		if !ok {
			return nil
		}
		if node, ok = t.edges[edge(node, id)]; !ok {
			return nil
		}
	}
	return t.ends[node]
}
