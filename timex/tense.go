package timex

import "readout/syntax"

// window bounds how far the signs of tense are sought, in atoms.
const window = 40

// tense tells on which side of the date of publication the clause around
// atoms [i, e) lies: -1 the past, 1 the future, 0 if nothing shows.
func (s *search) tense(i, e int) int {
	switch {
	case s.is(i-1, "since"), s.is(i-1, "past"):
		return -1
	case s.among(i-1, "next", "coming", "upcoming"):
		return 1
	}
	if t := s.treeTense(s.at(i).token, s.at(e-1).token+1); t != 0 {
		return t
	}
	if s.tagged() {
		return 0
	}
	if t := s.scan(i-1, -1); t != 0 {
		return t
	}
	return s.scan(e, 1)
}

// tagged reports whether the sentence has been tagged and parsed.
func (s *search) tagged() bool { return len(s.st.Tokens) > 0 && s.st.Tokens[0].UPos != "" }

// treeTense climbs from tokens [first, last) to the verbs above them.
func (s *search) treeTense(first, last int) int {
	if !s.tagged() {
		return 0
	}
	toks := s.st.Tokens
	t := first
	for k := first; k < last && k < len(toks); k++ {
		if h := toks[k].Head; h < first || h >= last {
			t = k
			break
		}
	}
	for steps := 0; steps < 12; steps++ {
		t = toks[t].Head
		if t < 0 || t >= len(toks) {
			return 0
		}
		switch toks[t].UPos {
		case "VERB", "AUX", "ADJ":
			if d := s.verbTense(t); d != 0 {
				return d
			}
		}
	}
	return 0
}

// verbTense tells the tense of a verb from itself and its auxiliaries.
func (s *search) verbTense(v int) int {
	toks := s.st.Tokens
	perfect, to, be := false, false, false
	for k := max(0, v-10); k < v; k++ {
		if toks[k].Head != v {
			continue
		}
		switch lowerForm(&toks[k]) {
		case "will", "'ll", "’ll", "shall", "wo", "would", "could", "may", "might", "can", "should", "must":
			return 1
		case "has", "have", "had", "'ve", "’ve", "was", "were", "did", "been":
			perfect = true
		case "is", "are", "'re", "’re", "am":
			be = true
		case "to":
			to = toks[k].Rel == "mark"
		}
	}
	switch {
	case perfect:
		return -1
	case to:
		// "is to meet", "plans to meet": the verb above decides.
		h := toks[v].Head
		if h >= 0 && h < len(toks) {
			if w := s.f.vocabulary.words[lowerForm(&toks[h])]; w != nil && w.plan {
				return 1
			}
		}
		if be || s.headline() {
			return 1
		}
		return 0
	}
	tok := &toks[v]
	switch {
	case tok.XPos == "VBD", tok.Feat("Tense=Past"):
		return -1
	case tok.XPos == "VBN" && !be:
		return -1
	case tok.XPos == "VBZ", tok.XPos == "VBP", tok.XPos == "VBG" && be:
		if s.headline() && tok.XPos != "VBG" {
			return -1
		}
		if w := s.f.vocabulary.words[lowerForm(tok)]; tok.XPos == "VBG" || w != nil && w.schedule {
			return 1
		}
	}
	return 0
}

// lowerForm is the form in lower case, for ASCII; most are already.
func lowerForm(t *syntax.Token) string {
	for i := 0; i < len(t.Form); i++ {
		if c := t.Form[i]; c >= 'A' && c <= 'Z' {
			b := []byte(t.Form)
			for k := range b {
				if b[k] >= 'A' && b[k] <= 'Z' {
					b[k] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return t.Form
}

// scan looks for the nearest sign of tense among the words on one side, up to
// the end of the clause, for sentences without tags.
func (s *search) scan(i, step int) int {
	for n := 0; n < window; n, i = n+1, i+step {
		a := s.at(i)
		if a == &s.none || a.is(";") {
			return 0
		}
		w := a.w
		switch {
		case (a.ed || w.past) && s.is(i-1, "be"):
			if s.is(i-2, "to") {
				return 1
			}
			continue
		case w.plan && s.is(i+1, "to") && !a.capital:
			return 1
		case w.plan && (s.is(i+1, "for") || s.is(i+1, "on")) && !a.capital && s.among(i, "set", "due", "scheduled", "planned"):
			return 1
		case w.future && !a.capital:
			return 1
		case w.past && !a.capital || a.ed && !w.plan:
			return -1
		case w.schedule && !a.capital && (a.w.text[len(a.w.text)-1] == 's' || s.at(i-1).capital) && !s.headline():
			return 1
		}
	}
	return 0
}
