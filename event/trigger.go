package event

import (
	"strings"

	"readout/lexicon"
)

// triggered returns the patterns that token i may trigger. A lemma that none
// has may have gone wrong; then the form itself, or its stem, is looked up.
func (f *Finder) triggered(t *tree, i int) []particled {
	k := t.tok(i)
	if k.UPos == "ADJ" && t.isVerb(i) {
		if list := f.stem(lower(k.Form)); list != nil {
			return list
		}
	}
	if bare, ok := strings.CutPrefix(t.lemma(i), "re-"); ok {
		if list := f.index["re"+bare]; list != nil {
			return list // "re-imposed" as "reimposed"
		}
		if list := f.index[bare]; list != nil && f.index[t.lemma(i)] == nil {
			return list // and "re-took" as "took"
		}
	}
	if list := f.index[t.lemma(i)]; list != nil {
		return list
	}
	if len(k.Form) < 3 {
		return nil
	}
	form := lower(k.Form)
	if list := f.index[form]; list != nil || k.UPos != "VERB" {
		return list
	}
	return f.stem(form)
}

// stem returns the patterns of the verb of which form may be an inflection.
func (f *Finder) stem(form string) []particled {
	n := len(form)
	try := func(cut int) []particled {
		if n-cut < 2 {
			return nil
		}
		if _, ok := f.verbs[form[:n-cut]]; ok {
			return f.index[form[:n-cut]]
		}
		return nil
	}
	var cuts [3]int
	switch {
	case strings.HasSuffix(form, "ing"):
		cuts = [3]int{3, 4, 3}
	case strings.HasSuffix(form, "ed"):
		cuts = [3]int{1, 2, 3}
	case strings.HasSuffix(form, "s"):
		cuts = [3]int{1, 2, 1}
	default:
		return nil
	}
	for _, cut := range cuts {
		if list := try(cut); list != nil {
			return list
		}
	}
	if strings.HasSuffix(form, "ing") && n > 4 {
		verb := form[:n-3] + "e" // "welcoming"
		if _, ok := f.verbs[verb]; ok {
			return f.index[verb]
		}
	}
	return nil
}

// fitsWord reports whether token i is of the pattern's word class and has the
// particle or the modifiers that its trigger asks for.
func (m *matcher) fitsWord(p particled, i int) bool {
	t := &m.tree
	k := t.tok(i)
	switch p.kind {
	case lexicon.VerbPattern:
		if p.any {
			return t.isVerb(i) || t.has(i, "cop")
		}
		if !t.isVerb(i) && !m.misread(i) && !(k.UPos == "ADJ" && (k.XPos == "VBN" || k.XPos == "VBG")) {
			return false
		}
		if p.particle == "" {
			return !m.phrasal(i)
		}
		return m.particle(i, p.particle)
	case lexicon.NounPattern:
		if k.UPos != "NOUN" && k.UPos != "PROPN" || m.misread(i) {
			return false
		}
		if h := t.head(i); k.Base() == "compound" && h == i+1 && m.f.c.bearer.has(t, h) {
			return false // "a protest song" tells of no protest
		}
	case lexicon.AdjPattern:
		if b := k.Base(); b == "amod" || b == "acl" && k.Rel != "acl:relcl" {
			return false
		}
		if k.UPos != "ADJ" && k.UPos != "ADV" && !(k.UPos == "VERB" && t.participle(i)) && !((k.UPos == "NOUN" || k.UPos == "VERB") && t.has(i, "cop")) {
			return false
		}
	}
	prep := t.preposition(i)
	mods := m.f.mods[p.particle]
	if len(mods) > 0 && isPreposition(mods[0]) {
		if mods[0] != prep {
			return false
		}
		mods = mods[1:]
	}
	return precedes(t, i, mods)
}

// isPreposition reports whether the first word of a noun trigger is the
// preposition that the noun must have: "under_attack".
func isPreposition(w string) bool {
	switch w {
	case "in", "on", "under", "behind", "at":
		return true
	}
	return false
}

// phrasal reports whether verb i has a particle with which it is a verb of its
// own, that patterns know: "ruled out", where they have "rule".
func (m *matcher) phrasal(i int) bool {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := t.tok(int(c)); k.Rel == "compound:prt" && m.f.phrasal[[2]string{t.lemma(i), lower(k.Form)}] {
			return true
		}
	}
	return false
}

// particle reports whether verb i has the particle, or the adverb in -ly, which
// may stand before it too: "forcibly removed".
func (m *matcher) particle(i int, want string) bool {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := t.tok(int(c))
		if (int(c) > i || strings.HasSuffix(want, "ly")) && lower(k.Form) == want {
			switch k.Base() {
			case "compound", "advmod", "obl", "case", "mark", "xcomp", "obj":
				return true
			}
		}
	}
	// The parser may have taken it for the preposition of what follows.
	if i+1 < len(t.s.Tokens) {
		k := t.tok(i + 1)
		return lower(k.Form) == want && (k.UPos == "ADP" || k.UPos == "ADV" || k.UPos == "PART")
	}
	return false
}
