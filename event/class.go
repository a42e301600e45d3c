package event

import (
	"strings"

	"readout/lexicon"
)

// A wordClass is a set of lemmas. A word may ask for modifiers before it:
// "air strike" is strike after air.
// What begins with "!" is not in the class: "!hunger strike" where strike is.
// "<number>" stands for a number that counts what it leaves out: "killed 14".
type wordClass map[string][][]string

// has reports whether token i of t is in the class.
func (c wordClass) has(t *tree, i int) bool {
	if len(c) == 0 {
		return false
	}
	alts, ok := c[t.lemma(i)]
	if !ok {
		if alts, ok = c[singular(t.lemma(i))]; !ok {
			x := t.tok(i).XPos
			if x == "CD" && t.countsAlone(i) {
				_, ok = c["<number>"]
				return ok
			}
			if x != "VBG" && x != "VBN" && t.tok(i).UPos != "PRON" {
				return false
			}
			if alts, ok = c[lower(t.tok(i).Form)]; !ok { // "hearing" taken for a verb
				return false
			}
		}
	}
	in := false
	for _, mods := range alts {
		if len(mods) > 0 && mods[0] == "!" {
			if precedes(t, i, mods[1:]) {
				return false
			}
			continue
		}
		in = in || precedes(t, i, mods)
	}
	return in
}

// countsAlone reports whether number i stands for what it counts, as object or
// subject: "killed 14 and injured 30", "two were released".
func (t *tree) countsAlone(i int) bool {
	k := t.tok(i)
	if len(k.Form) == 4 && (strings.HasPrefix(k.Form, "19") || strings.HasPrefix(k.Form, "20")) {
		return false // a year
	}
	switch k.Base() {
	case "obj", "nsubj":
		return t.child(i, "nmod") < 0
	}
	return false
}

// singular takes the ending of a plural off a lemma that kept it, as those of
// plurals that the lemmatiser takes for words of their own do.
func singular(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "ies") && len(lemma) > 4:
		return lemma[:len(lemma)-3] + "y" // the one allocation, for rare words
	case strings.HasSuffix(lemma, "men") && len(lemma) > 4:
		return lemma[:len(lemma)-2] + "an"
	case strings.HasSuffix(lemma, "s") && len(lemma) > 3:
		return lemma[:len(lemma)-1]
	}
	return lemma
}

// word reports whether the class has the lemma by itself.
func (c wordClass) word(lemma string) bool {
	for _, mods := range c[lemma] {
		if len(mods) == 0 {
			return true
		}
	}
	return false
}

// precedes reports whether the tokens just before i have the lemmas or forms
// mods, hyphens passed over.
func precedes(t *tree, i int, mods []string) bool {
	for k := len(mods) - 1; k >= 0; k-- {
		i--
		for i >= 0 && t.tok(i).UPos == "PUNCT" && t.tok(i).Form == "-" {
			i--
		}
		if i < 0 || t.lemma(i) != mods[k] && lower(t.tok(i).Form) != mods[k] {
			return false
		}
	}
	return true
}

func (c wordClass) add(word string) {
	except, not := strings.CutPrefix(word, "!")
	if not {
		word = except
	}
	for _, f := range spellings(word) {
		last := f[len(f)-1]
		mods := f[: len(f)-1 : len(f)-1]
		if not {
			mods = append([]string{"!"}, mods...)
		}
		c[last] = append(c[last], mods)
	}
}

// spellings returns the words of which a lemma of several, joined by blanks or
// "_", is made: as they are written, and with those that have a hyphen cut in
// two, as "sit-in" is in some sentences and "airstrike" in none.
func spellings(word string) [][]string {
	whole := strings.FieldsFunc(word, func(r rune) bool { return r == ' ' || r == '_' })
	if len(whole) == 0 {
		return nil
	}
	if !strings.Contains(word, "-") {
		return [][]string{whole}
	}
	cut := strings.FieldsFunc(word, func(r rune) bool { return r == ' ' || r == '_' || r == '-' })
	if len(cut) < 2 {
		return [][]string{whole}
	}
	return [][]string{whole, cut}
}

// newClasses turns the classes of the lexicon into sets.
func newClasses(list []lexicon.Class) map[string]wordClass {
	m := make(map[string]wordClass, len(list))
	for _, l := range list {
		c := wordClass{}
		for _, w := range l.Words {
			c.add(w)
		}
		m[l.Name] = c
	}
	return m
}
