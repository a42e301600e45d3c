package actor

import "readout/lexicon"

// seatWord is a word beside the name of a capital or seat that tells what the
// name stands for; see lexicon.MetonymyRule.
type seatWord struct{ by, word string }

func (k *knowledge) enterSeats(rules []lexicon.MetonymyRule) {
	for _, r := range rules {
		for _, w := range r.Words {
			k.seats[seatWord{r.By, w}] = r.Party
		}
	}
}

// standsForParty decides whether the name of a capital or seat with head h
// stands for those who govern there. seat says that it is a seat (a building
// or office), which acts unless something is in it.
func (g *gatherer) standsForParty(h int, seat bool) bool {
	t := &g.t
	for n := 0; t.rel(h) == "conj" && t.head(h) >= 0 && n < 20; n++ {
		// A coordinated name stands for what the first one does, unless it has
		// its own preposition.
		if t.caseOf(h) != "" && t.with(h, "case") >= 0 && t.caseOf(h) != "'s" && t.caseOf(h) != "’s" {
			break
		}
		h = t.head(h)
	}
	up := t.head(h)
	if up < 0 {
		return seat
	}
	by := func(kind, word string) (party, known bool) {
		party, known = g.k.seats[seatWord{kind, word}]
		return party, known
	}
	upLemma := lowered(t.tok(up).Lemma)
	switch t.rel(h) {
	case "nsubj":
		if t.tok(h).Rel == "nsubj:pass" {
			p, known := by("object", upLemma)
			return !known || p
		}
		if t.with(up, "cop") >= 0 {
			p, known := by("subject", "be")
			return t.tok(up).UPos == "ADJ" || known && p
		}
		p, known := by("subject", upLemma)
		return !known || p
	case "obj", "iobj":
		p, known := by("object", upLemma)
		return !known || p
	case "nmod", "obl":
		c := t.caseOf(h)
		if t.tok(h).Rel == "nmod:poss" || c == "'s" || c == "’s" {
			p, known := by("owner", lowered(t.tok(up).Form))
			if !known {
				p, known = by("owner", upLemma)
			}
			return !known || p
		}
		if c == "by" && t.rel(h) == "nmod" {
			return true
		}
		switch c {
		case "of", "to", "from", "on":
			p, known := by("noun", upLemma)
			if !known && t.rel(h) == "obl" {
				// "put pressure on Moscow": the object of the verb decides.
				if o := t.with(up, "obj"); o >= 0 {
					p, known = by("noun", lowered(t.tok(o).Lemma))
				}
			}
			return known && p || !known && seat && c != "to"
		}
		if p, known := by("case", c); known {
			return p
		}
		return seat
	case "vocative":
		return true
	case "compound", "amod", "appos", "flat":
		return seat
	}
	return seat
}
