package event

import (
	"slices"

	"readout/actor"
	"readout/lexicon"
	"readout/syntax"
)

// accept reports whether token x fills slot s, and if so notes it in c.
func (m *matcher) accept(c *candidate, s *slot, x int) bool {
	t := &m.tree
	word := -1
	if len(s.classes) > 0 {
		if word = m.wordIn(s.classes, x); word < 0 && len(s.kinds) == 0 && !m.knownAs(s.classes, x) {
			return false
		}
	}
	if s.Role == 'R' && word < 0 && m.f.c.calamity.has(t, x) && len(m.at(x)) == 0 && !(m.f.classes["man-made"].has(t, x) && len(m.owner(x, owned, 0).parties) > 0) {
		return false // "fight wildfires", but "tariffs on Chinese cars"
	}
	if s.Role == 'C' && t.tok(x).Base() == "iobj" && t.child(c.trigger, "obj") >= 0 {
		return false // "called him a fool" is no talk with him
	}
	if (s.Role == 'A' || s.Owner == 'A') && m.f.c.attack.has(t, x) && m.ofNature(x) {
		return false // "an earthquake strikes", taken for strikes
	}
	if s.Role == 'A' && t.tok(x).UPos == "PROPN" && x > 0 && (m.f.c.calamity.has(t, x-1) || m.f.c.disaster.has(t, x-1)) {
		return false // "Storm Erin" is nobody
	}
	if s.Role == 'A' && t.tok(x).UPos == "PROPN" && m.f.c.namedCalamity.has(t, x) {
		return false // nor is "the Palisades Fire"
	}
	if s.Role == 'R' && word < 0 && m.f.c.attack.has(t, x) && m.f.c.parry.has(t, c.trigger) {
		return false // who repels an attack is attacked
	}
	if s.Role == 'R' && s.Where == lexicon.Prep && c.code.Type == "ASSAULT" && m.f.c.attack.has(t, x) && (t.preposition(x) == "in" || t.preposition(x) == "during") {
		return false // "destroyed in a Russian strike"
	}
	if s.Role == 'R' && c.code.Type == "ACCUSE" && (m.f.c.welfare.has(t, x) || m.suffered(x) || t.preposition(x) == "of" && t.head(x) >= 0 && m.suffered(t.head(x))) {
		return false // "outraged by the deaths of workers", "worried about his health"
	}
	if s.Role == 'R' && t.lemma(x) == "behalf" {
		return false // for whom it is said
	}
	var p find
	all := s.Role == 'R' && s.Where == lexicon.Object || s.Role == 'R' && s.Where == lexicon.Prep
	all = all && c.code.Type == "REQUEST" && word < 0 && len(s.kinds) == 0 && m.toEveryone(c, x)
	if all && c.toSides {
		if p.parties = m.spelledOut(x); len(p.parties) > 0 {
			p.trust, c.toAll, c.toSides = byOwner, false, false
		}
	}
	needParty := !all && (s.Role == 'A' || s.Role == 'R' || s.Role == 'C' || len(s.kinds) > 0)
	if needParty {
		reach := m.reachOf(s, x)
		if s.Role == 'R' && c.p.rule.itself {
			reach = named
		}
		p = m.parties(x, reach)
		if len(s.kinds) > 0 {
			if word < 0 && !m.anyOf(c, s.kinds, p.parties) {
				return false // neither the word nor the party is of a class
			}
			c.specificity += 2
		}
		if len(p.parties) == 0 && s.Role == 'R' && s.Where == lexicon.Object {
			p = m.meant(c, x)
		}
		if len(p.parties) == 0 && s.Role == 'R' && m.eachOther(x) {
			p, c.mutual = find{c.actors, byName}, true
		}
		if len(p.parties) == 0 && !s.Any && (s.Role == 'A' || s.Role == 'R' || s.Role == 'C') {
			return false
		}
	}
	if word >= 0 {
		c.covered = append(c.covered, word)
	}
	if len(s.classes) > 0 && len(s.kinds) == 0 {
		c.specificity += 3
	}
	switch s.Where {
	case lexicon.Object, lexicon.Prep:
		c.specificity += 2
	default:
		c.specificity++
	}
	if s.Any {
		c.specificity--
	}
	if s.Owner != 0 {
		o := m.withOthers(x, m.owners(x, s.Owner))
		if in := m.deed(c, s, x); in != nil {
			o = find{in.actors, min(in.actorTrust, byOwner)}
			c.deed = x
		} else if s.Owner == 'A' && t.possessor(x) < 0 && m.behindOf(x) >= 0 && m.objectsOf(c.p, c.trigger) {
			o = find{} // "voiced criticism of Hungary" is not Hungary's
		}
		c.refers = c.refers || s.Owner == 'R' && len(o.parties) == 0 && m.refersBack(x)
		if s.Owner == 'R' && len(o.parties) > 0 && len(without(o.parties, c.actors)) == 0 {
			return false // his own
		}
		if len(s.ownerKinds) > 0 {
			if !m.anyOf(c, s.ownerKinds, o.parties) {
				return false
			}
			c.specificity += 2
		}
		m.assign(c, s.Owner, o)
	}
	switch s.Role {
	case 'A', 'R', 'C':
		if s.Role == 'A' && c.actorToken < 0 {
			c.actorToken = x
		}
		if s.Role == 'R' && c.recipToken < 0 {
			c.recipToken = x
		}
		m.assign(c, s.Role, p)
		if s.Role == 'R' && c.object < 0 && m.counted(x) {
			c.object = x
		}
	case 'O':
		c.object = x
	}
	return true
}

// deed returns the reading of noun x, whose owner c blames or praises, as an
// event whose actors are known: "the expulsion of four diplomats by Canada".
func (m *matcher) deed(c *candidate, s *slot, x int) *candidate {
	if s.Owner != 'R' || c.p.rule.doer != 'R' || c.code.Type != "ACCUSE" && c.code.Type != "SUPPORT" {
		return nil
	}
	if in := m.candidate(x); in != nil && in.p.kind == lexicon.NounPattern && !in.p.rule.reciprocal && len(in.actors) > 0 && !m.stateless(in.actors) {
		return in
	}
	return nil
}

// objectsOf reports whether of all that hangs behind prepositions on trigger i
// only what "of" brings in can fill a slot of pattern p.
func (m *matcher) objectsOf(p *pattern, i int) bool {
	if !p.takesOf {
		return false
	}
	for k := range p.slots {
		if s := &p.slots[k]; slices.Contains(s.Preps, "of") {
			for _, x := range m.frame(i).preps {
				if x.prep != "of" && slices.Contains(s.Preps, x.prep) {
					return false
				}
			}
		}
	}
	return true
}

// eachOther reports whether token x is "each other" or "one another".
func (m *matcher) eachOther(x int) bool {
	t := &m.tree
	switch lower(t.tok(x).Form) {
	case "other":
		return x > 0 && (lower(t.tok(x-1).Form) == "each" || lower(t.tok(x-1).Form) == "the" && m.eachOf(x))
	case "another":
		return x > 0 && lower(t.tok(x-1).Form) == "one"
	case "each", "one":
		if x+1 < len(t.s.Tokens) {
			w := lower(t.tok(x + 1).Form)
			return w == "other" || w == "another"
		}
	}
	return false
}

// eachOf reports whether the subject of the verb that token x is the object of
// is taken one by one: "India and Pakistan each accused the other".
func (m *matcher) eachOf(x int) bool {
	t := &m.tree
	v := t.head(x)
	if v < 0 || !t.isVerb(v) {
		return false
	}
	for k := 0; k < x; k++ {
		if w := lower(t.tok(k).Form); (w == "each" || w == "both") && t.under(k, v) {
			return true
		}
	}
	return false
}

// anyOf reports whether the parties answer to one of the kinds.
func (m *matcher) anyOf(c *candidate, kinds []string, parties []int) bool {
	for _, k := range kinds {
		land := len(parties) > 0 && m.cast.Entities[parties[0]].Country != ""
		switch k {
		case "FOREIGN":
			if land && m.foreign(parties, c.actors) {
				return true
			}
		case "HOME":
			if land && !m.foreign(parties, c.actors) && (m.is(parties, "STATE") || m.is(parties, "GOV") || m.is(parties, "MIL") || m.is(parties, "COP") || m.is(parties, "SPY")) {
				return true
			}
		default:
			if m.is(parties, k) {
				return true
			}
		}
	}
	return false
}

// knownAs reports whether token x names or stands for somebody whom the text
// elsewhere gives a title of one of the classes: "he", of an ambassador.
func (m *matcher) knownAs(classes []wordClass, x int) bool {
	if k := m.tree.tok(x); k.UPos != "PRON" && k.UPos != "PROPN" {
		return false
	}
	for _, e := range m.at(x) {
		for n, w := range m.cast.Entities[e].Mentions {
			if n > 6 {
				break
			}
			tokens := m.doc.Sentences[w.Sentence].Tokens
			for k := max(0, w.First-2); k < w.Last && k < len(tokens); k++ {
				if k+1 < w.Last && (tokens[k+1].UPos == "NOUN" || tokens[k+1].UPos == "PROPN" && m.cast.Entities[e].Kind == actor.Organization) || tokens[k].UPos != "NOUN" && tokens[k].UPos != "PROPN" {
					continue // "highway police chief" is no highway, "Office of Violence Prevention" no violence
				}
				if k < w.First && !titles(tokens, k, w) {
					continue // "on those terms, Kowalski" is no title
				}
				for _, c := range classes {
					if c.word(lower(tokens[k].Lemma)) {
						return true
					}
				}
			}
		}
	}
	return false
}

// titles reports whether token k, before mention w of somebody, says what he is:
// "ambassador" of "the ambassador, Roe" or "former ambassador Roe".
func titles(tokens []syntax.Token, k int, w actor.Mention) bool {
	h := tokens[k].Head
	return h >= w.First && h < w.Last || w.Head >= 0 && w.Head < len(tokens) && tokens[w.Head].Head == k && tokens[w.Head].Base() == "appos"
}

// reachOf says how far the party may be that token x stands for in slot s.
// Whoever acts must be named, or his soldiers, officials or attacks be.
func (m *matcher) reachOf(s *slot, x int) reach {
	if s.Role != 'A' && len(s.kinds) > 0 && !(m.nowhere(m.at(x)) && len(m.at(x)) > 0) {
		return owned
	}
	if s.Role != 'A' {
		return anywhere
	}
	if len(s.classes) > 0 || m.f.c.agent.has(&m.tree, x) {
		return owned
	}
	return named
}

// wordIn returns the token at or below x that is in one of the classes: x,
// what it is a number of, what is joined to it, or the title of a name.
func (m *matcher) wordIn(classes []wordClass, x int) int {
	t := &m.tree
	in := func(i int) bool {
		for _, c := range classes {
			if c.has(t, i) {
				return true
			}
		}
		return false
	}
	if in(x) {
		if m.f.c.tally.word(t.lemma(x)) {
			if of := m.behindOf(x); of >= 0 && m.wordIn(classes, of) < 0 && len(m.people(of)) == 0 {
				return -1 // "hundreds of missiles" are not people
			}
		}
		return x
	}
	portion := m.f.c.portion.has(t, x) || t.tok(x).UPos == "NUM" || t.tok(x).UPos == "DET" || t.tok(x).UPos == "ADJ"
	for c := t.first[x]; c >= 0; c = t.next[c] {
		i := int(c)
		k := t.tok(i)
		switch k.Base() {
		case "conj":
			if in(i) {
				return i
			}
		case "nmod":
			if portion && t.preposition(i) == "of" {
				if w := m.wordIn(classes, i); w >= 0 {
					return w // "dozens of rounds of artillery"
				}
			}
			if k.Rel == "nmod:desc" && t.tok(x).UPos == "PROPN" && in(i) {
				return i
			}
		case "compound", "flat", "appos":
			if t.tok(x).UPos == "PROPN" && in(i) && !(k.Base() == "compound" && m.bodyOf(x)) {
				return i
			}
		}
	}
	return -1
}

// bodyOf reports whether name x is that of an organisation, an office or a meeting, so
// that a word before its last says what it is about: "Tribal Youth Forum", "Security
// Advisor", "Leaders Summit".
func (m *matcher) bodyOf(x int) bool {
	if m.f.classes["official"].has(&m.tree, x) || m.f.c.talks.has(&m.tree, x) {
		return true
	}
	e := m.at(x)
	return len(e) > 0 && m.cast.Entities[e[0]].Kind == actor.Organization && !m.is(e, "ARMED")
}
