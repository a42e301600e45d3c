package parse

import (
	"strings"

	"readout/syntax"
)

// violence are nouns in -ing that "mass" and the like make a compound with,
// which the network takes for participles: "in a mass shooting by gunmen".
var violence = map[string]bool{"shooting": true, "stabbing": true, "killing": true, "poisoning": true, "hanging": true, "beheading": true}

// Compounds makes such a word the head of the noun before it, which the
// network made its head, with all that hangs on either.
func Compounds(s *syntax.Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		t, n := &s.Tokens[i], &s.Tokens[i-1]
		if t.Head != i-1 || t.XPos != "VBG" || t.Base() != "acl" || n.XPos != "NN" || !violence[strings.ToLower(t.Form)] {
			continue
		}
		switch strings.ToLower(n.Form) {
		case "mass", "school", "drive-by", "knife", "gang":
		default:
			continue
		}
		t.Head, t.Rel, t.UPos, t.XPos, t.Lemma = n.Head, n.Rel, "NOUN", "NN", strings.ToLower(t.Form)
		t.Feats = Feats(t.Form, t.Lemma, t.UPos, t.XPos)
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
