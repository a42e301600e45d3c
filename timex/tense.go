package timex

import "readout/syntax"

// window bounds how far the signs of tense are sought, in atoms.
const window = 40

// Sides of the date of publication; 0 if nothing shows.
const (
	wasThere = -1
	mayBe    = 1 // the future, by weak signs: "would", "is"
	willBe   = 2 // the future
)

// tense tells on which side of the date of publication the clause around
// atoms [i, e) lies.
func (s *search) tense(i, e int) int {
	switch {
	case s.is(i-1, "since"), s.is(i-1, "past"):
		return wasThere
	case s.among(i-1, "next", "coming", "upcoming"):
		return willBe
	}
	if t := s.treeTense(s.at(i).token, s.at(e-1).token+1); t != 0 {
		return t
	}
	if s.tagged() {
		return 0
	}
	before := s.scan(i-1, -1)
	if before < 0 || before == willBe {
		return before
	}
	if after := s.scan(e, 1); before == 0 || after < 0 {
		return after
	}
	return before
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
		if d := s.verbTense(t); d != 0 {
			return d
		}
	}
	return 0
}

// verbTense tells the tense of a verb from itself and its auxiliaries.
func (s *search) verbTense(v int) int {
	toks := s.st.Tokens
	perfect, to, be, present := false, false, false, false
	for k := max(0, v-10); k < v; k++ {
		if toks[k].Head != v {
			continue
		}
		switch lowerForm(&toks[k]) {
		case "will", "'ll", "’ll", "shall", "wo":
			return willBe
		case "would", "could", "may", "might", "can", "should", "must":
			return mayBe
		case "has", "have", "had", "'ve", "’ve", "was", "were", "did", "been":
			perfect = true
		case "is", "are", "'re", "’re", "am":
			be = true
			present = toks[k].Rel == "cop"
		case "to":
			to = toks[k].Rel == "mark"
		}
	}
	switch {
	case perfect:
		return wasThere
	case present && !to:
		return mayBe
	case to:
		// "is to meet", "plans to meet": the verb above decides.
		h := toks[v].Head
		if h >= 0 && h < len(toks) {
			if w := s.f.vocabulary.words[lowerForm(&toks[h])]; w != nil && w.plan {
				return willBe
			}
		}
		if be || s.doc.Headed(s.st) {
			return willBe
		}
		return 0
	}
	tok := &toks[v]
	switch {
	case tok.UPos != "VERB" && tok.UPos != "AUX":
		return 0
	case tok.XPos == "VBD", tok.XPos == "VBN" && !be:
		return wasThere
	case tok.XPos == "VBZ", tok.XPos == "VBP", tok.XPos == "VBG" && be:
		if s.doc.Headed(s.st) && tok.XPos != "VBG" {
			return wasThere
		}
		if w := s.f.vocabulary.words[lowerForm(tok)]; tok.XPos == "VBG" || w != nil && w.schedule {
			return willBe
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
	weak := 0
	for n := 0; n < window; n, i = n+1, i+step {
		a := s.at(i)
		if a == &s.none || a.is(";") {
			break
		}
		w := a.w
		if a.capital && !(i == 0 && w.schedule) {
			continue
		}
		switch {
		case (a.ed || w.past) && s.is(i-1, "be"):
			if s.is(i-2, "to") {
				return willBe
			}
		case w.past && (s.at(i-1).w.future && !s.at(i-1).capital || s.is(i-1, "to")):
		case s.is(i, "if"):
			return mayBe
		case w.plan && s.is(i+1, "to"),
			s.among(i, "set", "due", "scheduled", "planned") && s.among(i+1, "for", "on"):
			return willBe
		case s.among(i, "is", "are"):
			weak = mayBe
		case s.among(i, "would", "could", "may", "might", "can", "should", "must"):
			return mayBe
		case w.future:
			return willBe
		case w.past || a.ed && !w.plan:
			return wasThere
		case w.schedule && (w.text[len(w.text)-1] == 's' || s.at(i-1).capital) && !s.doc.Headed(s.st):
			return willBe
		}
	}
	return weak
}
