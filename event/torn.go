package event

import "strings"

// torn returns the noun that must be the subject of clause v although the
// parser, which took the conjunction before it for a preposition, hung it on
// the verb as an oblique or on the clause before: "after gunmen open fire",
// "after an attack by Ukraine destroys the plant"; -1 without one.
func (m *matcher) torn(v int) int {
	t := &m.tree
	switch t.tok(v).Base() {
	case "advcl", "conj", "parataxis", "ccomp":
	default:
		return -1
	}
	if !t.finite(v) && (t.gerund(v) || t.participle(v) || t.tok(v).UPos != "VERB") || t.mark(v) == "to" || t.child(v, "cc") >= 0 || t.child(v, "nsubj") >= 0 || t.child(v, "csubj") >= 0 {
		return -1
	}
	mark := t.child(v, "mark")
	h := t.head(v)
	best := -1
	for _, host := range [2]int{h, v} {
		if host < 0 {
			continue
		}
		for c := t.first[host]; c >= 0; c = t.next[c] {
			i := int(c)
			if i >= v || i < mark || host == h && i < h || t.tok(i).Base() != "obl" || m.isTime(i) {
				continue
			}
			joins := mark >= 0 && t.preposition(i) == ""
			switch t.preposition(i) {
			case "after", "before", "as", "while", "until", "since", "because", "once":
				joins = mark < 0
			}
			if w := t.child(i, "advmod"); w >= 0 && w < i && lower(t.tok(w).Form) == "when" {
				joins = true
			}
			if joins {
				best = i
			}
		}
	}
	if best < 0 || len(m.at(best)) == 0 && !m.f.c.attack.has(t, best) && !m.f.c.weapon.has(t, best) {
		return -1
	}
	for k := best + 1; k < v; k++ {
		if !t.under(k, best) && !t.under(k, v) && t.tok(k).UPos != "PUNCT" {
			return -1 // something stands between them
		}
	}
	return best
}

// apposed returns the name behind a comma that must be the subject of clause v
// although the parser took it for another name of what goes before: "In a call
// on Sunday, Angela Merkel urged"; -1 without one.
func (m *matcher) apposed(v int) int {
	t := &m.tree
	if !t.finite(v) || t.child(v, "nsubj") >= 0 || t.child(v, "csubj") >= 0 || t.tok(v).Rel == "acl:relcl" {
		return -1
	}
	for i := v - 1; i > 1; i-- {
		if t.tok(i).Base() != "appos" || t.tok(i).UPos != "PROPN" || t.tok(i-1).Form != "," || len(m.at(i)) == 0 || m.isTime(i) || m.onlyPlaces(m.at(i)) {
			continue
		}
		top := i
		for n := 0; n < 3 && t.head(top) >= 0 && t.head(top) != v; n++ {
			top = t.head(top)
		}
		if top < i && t.head(top) == v && t.tok(top).Base() == "obl" && t.preposition(top) != "" && t.preposition(top) != "by" {
			return m.firstJoined(i, top)
		}
	}
	return -1
}

// firstJoined returns the name behind a comma that another, i, is joined to or
// tells of one who is, below noun top: "In Oslo, Merkel and her minister, Heiko
// Maas, urged"; i itself without one.
func (m *matcher) firstJoined(i, top int) int {
	t := &m.tree
	joined := false
	for k := i; k > top; k = t.head(k) {
		joined = joined || t.tok(k).Base() == "conj"
		if joined && t.tok(k).Base() == "appos" && t.tok(k).UPos == "PROPN" && t.head(k) == top && t.tok(k-1).Form == "," && len(m.at(k)) > 0 {
			return k
		}
	}
	return i
}

// fellow returns the name behind the comma of a headline that acts with subject i
// of verb v although the parser took it for another name of the same: "Macron,
// Merkel meet in Rome"; -1 without one. An apposition would end in a comma, and a
// single subject have a verb in the singular. Where i is no name it only says what
// the other is: "The biggest exporter, Chad cut its output".
func (m *matcher) fellow(i, v int) int {
	t := &m.tree
	b := t.child(i, "appos")
	if b < i || b > v || t.tok(b).UPos != "PROPN" || !m.onlyComma(i, b) {
		return -1
	}
	switch t.tok(i).UPos {
	case "PROPN":
		if len(m.at(i)) == 0 || t.tok(v).XPos == "VBZ" || t.singular(v) {
			return -1
		}
	case "NOUN":
		if w := m.opening(i); w != "a" && w != "an" && w != "the" {
			return -1
		}
	default:
		return -1
	}
	for k := b + 1; k < v; k++ {
		if t.tok(k).UPos == "PUNCT" {
			return -1
		}
	}
	switch w := t.tok(b).Form; {
	case w == "Jr", w == "Sr", w == "II", w == "III", strings.HasSuffix(w, "."):
		return -1 // part of a name
	}
	p, q := m.at(i), m.at(b)
	if len(q) == 0 || sharePlace(p, q) || m.onlyPlaces(q) && !m.onlyPlaces(p) {
		return -1
	}
	return b
}

// opening returns the first word of the phrase of noun i, in small letters.
func (m *matcher) opening(i int) string {
	t := &m.tree
	first := i
	for k := i - 1; k >= 0 && t.under(k, i); k-- {
		first = k
	}
	return lower(t.tok(first).Form)
}

// heralds reports whether i, a subject of verb v, only says what the name behind
// its comma is, the true subject: "A member of NATO, Hungary blocked the deal".
func (m *matcher) heralds(i, v int) bool {
	t := &m.tree
	j := -1
	for c := t.first[v]; c >= 0 && int(c) < v; c = t.next[c] {
		if k := int(c); k > i && t.tok(k).Base() == "nsubj" {
			j = k
			break
		}
	}
	if j < 0 || t.tok(j).UPos != "PROPN" || len(m.at(j)) == 0 || sharePlace(m.at(i), m.at(j)) {
		return false
	}
	switch m.opening(i) {
	case "a", "an", "one":
	case "the":
		if t.tok(i).UPos == "PROPN" {
			return false
		}
	default:
		return false
	}
	commas := 0
	for k := i + 1; k < j; k++ {
		if t.tok(k).Form == "," {
			commas++
		} else if !t.under(k, i) && !t.under(k, j) || t.tok(k).Base() == "cc" && t.under(k, j) {
			return false
		}
	}
	return commas == 1
}

// beforeAside returns the subject of finite verb v, which the parser gave to the
// participle between commas that parts the two: "Ministers, used to silence,
// criticised it"; -1 without one.
func (m *matcher) beforeAside(v int) int {
	t := &m.tree
	h := t.head(v)
	if h < 0 || h > v || t.tok(v).Base() != "parataxis" || !t.finite(v) || !t.participle(h) || t.child(h, "aux") >= 0 || t.child(v, "mark") >= 0 {
		return -1
	}
	s := t.child(h, "nsubj")
	if s < 0 || s > h || t.has(v, "nsubj") {
		return -1
	}
	for k := s + 1; k < h; k++ {
		if t.tok(k).Form == "," {
			return s
		}
	}
	return -1
}

// interrupted returns the subject of clause v, which the parser hung on the verb
// of speech between commas that parts the two: "Turkey, the minister said, will
// send troops"; -1 without one.
func (m *matcher) interrupted(v int) int {
	t := &m.tree
	h := t.head(v)
	if h < 1 || h > v || t.tok(v).Base() != "ccomp" || !t.finite(v) && t.child(v, "aux") < 0 || t.child(v, "nsubj") >= 0 || t.child(v, "mark") >= 0 || !m.f.c.say.has(t, h) {
		return -1
	}
	first, second := -1, -1
	for c := t.first[h]; c >= 0 && int(c) < h; c = t.next[c] {
		if i := int(c); t.tok(i).Base() == "nsubj" {
			first, second = second, i
		}
	}
	if first < 0 || !t.isNoun(first) {
		return -1
	}
	for k := first + 1; k < second; k++ {
		if t.tok(k).Form == "," && !t.under(k, second) {
			return first
		}
	}
	return -1
}

// missed returns the token that names the subject of verb v, which the parser
// took for a noun that i modifies: "Russian artillery targets the town"; -1
// where i is no such subject.
func (m *matcher) missed(v, i int) int {
	t := &m.tree
	if i > v || !t.isNoun(i) || t.child(v, "obj") < 0 && !t.finite(v) || t.child(v, "nsubj") >= 0 {
		return -1
	}
	if len(m.at(i)) > 0 || len(m.owner(i, owned, 0).parties) > 0 {
		return i
	}
	if !m.f.c.weapon.has(t, i) && !m.f.c.attack.has(t, i) && !m.f.c.agent.has(t, i) {
		return -1
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		k := int(c)
		if b := t.tok(k).Base(); k < i && (b == "amod" || b == "compound" || b == "nmod") && len(m.at(k)) > 0 && !m.onlyPlaces(m.at(k)) {
			return k
		}
	}
	return -1
}

// partIn returns whose part it is that gerund v tells, right behind the noun
// for it, where the parser hung the gerund higher: "praised him for his role in
// mediating"; -1 without one.
func (m *matcher) partIn(v int) int {
	t := &m.tree
	if !t.gerund(v) || v < 2 || t.mark(v) != "in" || lower(t.tok(v-1).Form) != "in" || !t.isNoun(v-2) {
		return -1
	}
	return t.possessor(v - 2)
}

// beforeGerund returns the noun that stands right before gerund v behind a
// preposition of its own and so must be its subject, where the parser hung the
// gerund higher: "in exchange for Israel releasing prisoners"; -1 without one.
func (m *matcher) beforeGerund(v int) int {
	t := &m.tree
	if !t.gerund(v) || v < 2 || t.mark(v) != "" || !t.isNoun(v-1) || t.head(v-1) == v {
		return -1
	}
	switch t.preposition(v - 1) {
	case "for", "with", "without", "despite", "of":
		if len(m.at(v-1)) > 0 {
			return v - 1
		}
	}
	return -1
}

// beforeParticiple returns the party that stands before participle v and a
// comma, and that it tells of, where the parser hung it on the clause whose
// subject follows: "On Navalny, now imprisoned, Putin said"; -1 without one.
func (m *matcher) beforeParticiple(v int) int {
	t := &m.tree
	if !t.participle(v) || t.mark(v) != "" {
		return -1
	}
	s := t.child(t.head(v), "nsubj")
	if s < v {
		return -1
	}
	k := v - 1
	for k >= 0 && t.tok(k).UPos == "ADV" {
		k--
	}
	if k < 1 || t.tok(k).Form != "," || m.isTime(k-1) {
		return -1
	}
	n := k - 1
	for steps := 0; steps < maxClimb && len(m.at(n)) == 0 && t.tok(n).Base() == "flat" && t.head(n) >= 0; steps++ {
		n = t.head(n)
	}
	if len(m.at(n)) == 0 {
		return -1
	}
	return n
}

// gerundSubject returns the subject of gerund v which a parser hung on the noun
// that both belong to: "in exchange for Israel releasing prisoners"; or -1.
func (m *matcher) gerundSubject(v int) int {
	t := &m.tree
	h := t.head(v)
	if h < 0 || v == 0 || t.tok(v).Rel != "acl" || !t.gerund(v) || t.mark(v) != "" {
		return -1
	}
	for c := t.first[h]; c >= 0; c = t.next[c] {
		if i := int(c); i < v && t.tok(i).Base() == "nmod" && t.preposition(i) == "for" && t.under(v-1, i) {
			return i
		}
	}
	return -1
}

// outOfSpeech returns the noun that must be the subject of clause v because a
// relative clause of saying takes it from there: "the militia, which Turkey says
// shelled the town", "the men they believe killed him"; -1 where v is no such
// clause. The parser may hang v on the verb of saying as a relative clause, with
// the pronoun for an object beside its own.
func (m *matcher) outOfSpeech(v int) int {
	t := &m.tree
	h := t.head(v)
	if h < 0 || v < h || t.tok(h).Rel != "acl:relcl" || t.child(h, "nsubj") < 0 || t.child(v, "nsubj") >= 0 || t.mark(v) != "" || !t.finite(v) || !m.f.c.say.has(t, h) && !m.f.c.belief.has(t, h) {
		return -1
	}
	switch t.tok(v).Rel {
	case "ccomp":
		return t.head(h)
	case "acl:relcl":
		objects, pronoun := 0, false
		for c := t.first[v]; c >= 0; c = t.next[c] {
			if t.tok(int(c)).Base() == "obj" {
				objects++
				pronoun = pronoun || t.isRelative(int(c))
			}
		}
		if objects == 2 && pronoun {
			return t.head(h)
		}
	}
	return -1
}
