package actor

import (
	"strings"
)

type honorific struct {
	gender byte
	role   int32 // or -1
	title  int32 // or -1
}

// honorific returns what a word before a person's name means, if it is one:
// "Mr.", "Gen.", and compounds of a rank, "Colonel-General", but not "Secretary-General".
func (k *knowledge) honorific(word string) (honorific, bool) {
	if !capitalised(word) {
		return honorific{}, false
	}
	var room [32]byte
	var ends [4]int
	buf, stops := atoms(room[:0], ends[:0], word)
	switch len(stops) {
	case 0:
		return honorific{}, false
	case 1:
		h, ok := k.honorifics[string(buf)]
		return h, ok
	}
	last := string(buf[stops[len(stops)-2]:])
	if !k.class.rankLast[last] || !k.class.rankFirst[string(buf[:stops[0]])] {
		return honorific{}, false
	}
	for _, f := range k.trie.find(last) {
		if f.kind == formRole {
			return honorific{role: f.ref, title: -1}, true
		}
	}
	return honorific{}, false
}

type designator struct {
	kind    string
	sectors []string
	country string
}

// enterNames enters what tells about unknown names.
func (k *knowledge) enterNames(in *input) {
	for _, g := range in.given {
		k.given[fold(g.Name)] = g.Gender
	}
	for _, h := range in.honorifics {
		c := honorific{gender: h.Gender, role: -1, title: -1}
		for _, f := range k.trie.find(h.Means) {
			switch f.kind {
			case formRole:
				c.role = f.ref
			case formTitle:
				c.title = f.ref
			}
		}
		k.honorifics[fold(h.Form)] = c
	}
	for _, d := range in.designators {
		w := words(d.Words)
		key := strings.Join(w, " ")
		if _, twice := k.designators[key]; !twice {
			k.designators[key] = designator{d.Kind, d.Sectors, d.Country}
			k.designated = max(k.designated, len(w))
		}
	}
}
