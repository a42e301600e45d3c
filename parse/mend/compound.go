package mend

import (
	"strings"

	"readout/lexicon"
	"readout/syntax"
)

// deeds is the class of the lexicon that lists nouns in -ing together with the
// noun before them, which the network takes for participles: "in a mass
// shooting by gunmen".
const deeds = "deed-in-ing"

// pairs returns the pairs of words of the class deeds, "mass shooting".
func pairs(classes []lexicon.Class) map[[2]string]bool {
	out := map[[2]string]bool{}
	for _, c := range classes {
		if c.Name != deeds {
			continue
		}
		for _, w := range c.Words {
			if first, second, ok := strings.Cut(w, " "); ok {
				out[[2]string{first, second}] = true
			}
		}
	}
	return out
}

// compound makes such a word the head of the noun before it, which the
// network made its head, with all that hangs on either.
func (m *Mender) compound(s *syntax.Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		t, n := &s.Tokens[i], &s.Tokens[i-1]
		if t.Head != i-1 || t.XPos != "VBG" || t.Base() != "acl" || n.XPos != "NN" || !m.deeds[[2]string{strings.ToLower(n.Form), strings.ToLower(t.Form)}] {
			continue
		}
		t.Head, t.Rel, t.Lemma = n.Head, n.Rel, strings.ToLower(t.Form)
		retag(t, "NOUN", "NN")
		n.Head, n.Rel = i, "compound"
		for k := range s.Tokens {
			o := &s.Tokens[k]
			if o.Head == i-1 && k != i {
				o.Head = i
			}
			if o.Head == i && o.Base() == "obl" {
				o.Rel = "nmod"
			}
		}
	}
}
