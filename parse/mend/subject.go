package mend

import "readout/syntax"

// subjects gives finite verbs without a subject the noun right before them
// that the network hung on their object as a compound: "Albania severed
// diplomatic relations". No compound reaches over a verb. And it makes the
// subject of a verb that is tagged finite, and has no auxiliary, an active one:
// "Kosovo called for talks" is no passive, as "Four killed in attack" is; nor is
// "Kosovo retaliated by closing its border".
func subjects(s *syntax.Sentence) {
	for v := 1; v < len(s.Tokens); v++ {
		switch s.Tokens[v].XPos {
		case "VBD", "VBZ", "VBP":
			activate(s, v)
		case "VBN":
			if s.Tokens[v].Rel != "root" || child(s, v, "aux") >= 0 {
				continue
			}
			if byDoing(s, v) {
				retag(&s.Tokens[v], s.Tokens[v].UPos, "VBD")
				activate(s, v)
			}
		default:
			continue
		}
		n := &s.Tokens[v-1]
		if n.Rel != "compound" || n.Head <= v || n.UPos != "PROPN" && n.UPos != "NOUN" {
			continue
		}
		if o := &s.Tokens[n.Head]; o.Head == v && o.Base() == "obj" && !hasSubject(s, v) {
			n.Head, n.Rel = v, "nsubj"
			if t := &s.Tokens[v]; t.XPos == "VBN" {
				retag(t, t.UPos, "VBD") // with subject and object, and nothing that helps it
			}
		}
	}
}

// inverted makes the object of a verb in the perfect its subject where the verb
// stands behind the comma or the quotation that ends what is said, and has no
// subject: "“…”, has declared the minister", as translations put it.
func inverted(s *syntax.Sentence) {
	for v := 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.XPos != "VBN" || t.Rel != "parataxis" && t.Rel != "root" || hasSubject(s, v) {
			continue
		}
		a, o := child(s, v, "aux"), child(s, v, "obj")
		if a < 1 || a > v || o < v || s.Tokens[a].Lemma != "have" || s.Tokens[a-1].UPos != "PUNCT" {
			continue
		}
		if t.Rel == "root" {
			if c := child(s, v, "ccomp"); c < 0 || c > a {
				continue
			}
		} else if t.Head < 0 || t.Head > a {
			continue
		}
		s.Tokens[o].Rel = "nsubj"
	}
}

// byDoing reports whether verb v has a clause that tells by doing what: "Russia
// retaliated by expelling diplomats". Only who acts does so.
func byDoing(s *syntax.Sentence, v int) bool {
	for i := v + 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Head != v || t.Base() != "advcl" || t.XPos != "VBG" {
			continue
		}
		if m := child(s, i, "mark"); m >= 0 && s.Tokens[m].Form == "by" {
			return true
		}
	}
	return false
}

// activate makes the subjects of finite verb v active ones unless an auxiliary
// or an agent says otherwise.
func activate(s *syntax.Sentence, v int) {
	if child(s, v, "aux") >= 0 {
		return
	}
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == v && t.Rel == "obl:agent" {
			return
		}
	}
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == v && (t.Rel == "nsubj:pass" || t.Rel == "csubj:pass") {
			t.Rel = t.Base()
		}
	}
}
