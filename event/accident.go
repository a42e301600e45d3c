package event

import (
	"slices"
)

// accident reports whether what trigger i tells is the outcome of an accident:
// "a helicopter crashed, killing three".
func (m *matcher) accident(i int) bool {
	t := &m.tree
	outcome := t.gerund(i) // "killing five" may hang too low: "crashed after the driver fell asleep, killing five"
	for steps := 0; i >= 0 && steps < 3; steps++ {
		for c := t.first[i]; c >= 0; c = t.next[c] {
			switch k := int(c); t.tok(k).Base() {
			case "advmod":
				if m.f.c.mishap.has(t, k) {
					return true
				}
			case "advcl", "conj":
				if m.mishappens(k) {
					return true
				}
				for d := t.first[k]; d >= 0; d = t.next[d] {
					if b := t.tok(int(d)).Base(); b == "advcl" && m.mishappens(int(d)) || b == "obl" && m.industrial(int(d)) {
						return true // "are killed and others injured when"
					}
				}
			case "obl":
				if m.industrial(k) {
					return true
				}
				if p := t.preposition(k); (p == "after" || p == "when") && m.f.c.accident.has(t, k) && m.vehicleOf(k) {
					return true // "injured after a bus collides", taken for a noun
				}
				if p := t.preposition(k); (p == "by" || p == "in" || p == "due_to" || p == "because_of" || p == "amid") && m.f.c.calamity.has(t, k) && !m.f.c.attack.has(t, k) && len(m.owner(k, owned, 0).parties) == 0 {
					return true
				}
			}
		}
		switch t.tok(i).Base() {
		case "advcl", "conj", "acl", "parataxis":
			if t.finite(i) && t.child(i, "nsubj") >= 0 && !(outcome && t.tellsWhen(i, "after", "as", "when", "because")) {
				return false
			}
		case "nmod", "appos":
			if h := t.head(i); h < 0 || !t.isNoun(h) {
				return false
			}
		default:
			return false
		}
		if i = t.head(i); i >= 0 && (m.f.c.accident.has(t, i) && t.child(i, "obj") < 0 || t.isNoun(i) && !m.misread(i) && m.f.c.calamity.has(t, i) && !m.f.c.attack.has(t, i)) {
			return true
		}
	}
	return false
}

// industrial reports whether token k is an explosion at a works, and the
// sentence names no attack and no weapon beside: "in a blast at a chemical plant".
func (m *matcher) industrial(k int) bool {
	t := &m.tree
	if !m.f.c.blast.has(t, k) {
		return false
	}
	works := false
	for c := t.first[k]; c >= 0; c = t.next[c] {
		works = works || m.f.c.works.has(t, int(c))
	}
	if !works {
		return false
	}
	for i := range t.s.Tokens {
		if !t.under(i, k) && t.isNoun(i) && (m.f.c.attack.has(t, i) || m.f.c.weapon.has(t, i)) {
			return false
		}
	}
	return true
}

// vehicleOf reports whether a vehicle modifies noun k.
func (m *matcher) vehicleOf(k int) bool {
	t := &m.tree
	for c := t.first[k]; c >= 0; c = t.next[c] {
		if t.tok(int(c)).Base() == "compound" && m.f.c.vehicle.has(t, int(c)) {
			return true
		}
	}
	return false
}

// mishappens reports whether clause k tells of an accident: a vehicle or a
// thing does it, or is what it happens to, and the sentence names no attack and
// no weapon: "when a train struck their car".
func (m *matcher) mishappens(k int) bool {
	t := &m.tree
	if !t.tellsWhen(k, "when", "after", "as", "while") {
		return false
	}
	s := t.child(k, "nsubj")
	if s >= 0 && m.f.c.attack.has(t, s) && m.ofNature(s) {
		return true
	}
	if s < 0 && !t.isVerb(k) && t.child(k, "obj") >= 0 {
		s = t.child(k, "compound") // "train strikes", taken for two nouns
	}
	if s >= 0 && !m.f.c.vehicle.has(t, s) && m.is(m.at(s), "ARMED") {
		return false // forces that collapse meet with no accident
	}
	if s < 0 || !m.f.c.vehicle.has(t, s) && !m.f.c.calamity.has(t, s) && !m.f.c.accident.has(t, k) {
		return false
	}
	if m.f.c.wreck.has(t, k) && m.f.c.vehicle.has(t, s) && t.child(k, "obj") < 0 {
		return true // "when a boat of people who fled the rebels capsized"
	}
	for i := range t.s.Tokens {
		if i != k && t.isNoun(i) && (m.f.c.attack.has(t, i) || m.f.c.weapon.has(t, i)) {
			return false
		}
	}
	return true
}

// reflexive reports whether the object of verb i is its subject, who harms
// only himself; but not so a bomber who blows himself up.
func (m *matcher) reflexive(i int) bool {
	t := &m.tree
	o := max(t.child(i, "obj"), t.child(i, "iobj"))
	if o < 0 || m.f.c.explode.has(t, i) {
		return false
	}
	switch lower(t.tok(o).Form) {
	case "himself", "herself", "themselves", "itself":
		return true
	}
	return false
}

// natural reports whether the sentence of a draft names a calamity and no
// attack: nobody did it.
func (m *matcher) natural(d *draft) bool {
	t := &m.tree
	found := false
	for k := range t.s.Tokens {
		noun := t.isNoun(k)
		if noun && m.f.c.attack.has(t, k) && m.ofNature(k) {
			found = true
		} else if k != d.trigger && (noun && m.f.c.attack.has(t, k) || m.f.c.weapon.has(t, k)) {
			return false
		}
		if b := t.tok(k).Base(); noun && b != "compound" && b != "amod" && !slices.Contains(d.covered, k) {
			found = found || m.f.c.calamity.has(t, k)
		}
	}
	return found
}

// ofNature reports whether what looks like an attack is a calamity's, or a
// vehicle's mishap: "heavy rain strikes a bus", "a ferry strikes rocks", taken
// for strikes of rain and of a ferry.
func (m *matcher) ofNature(i int) bool {
	t := &m.tree
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if k := int(c); t.tok(k).Base() == "compound" && (m.f.c.disaster.has(t, k) ||
			t.lemma(i) == "strike" && !m.f.c.weapon.has(t, k) && (m.f.c.calamity.has(t, k) || m.f.c.vehicle.has(t, k))) {
			return true
		}
	}
	return false
}

// relief reports whether the sentence of trigger i names a disaster and no
// attack: troops who are sent there help.
func (m *matcher) relief(i int) bool {
	t := &m.tree
	found := false
	for k := range t.s.Tokens {
		if k == i || !t.isNoun(k) {
			continue
		}
		if m.f.c.attack.has(t, k) && !m.ofNature(k) || m.f.c.weapon.has(t, k) {
			return false
		}
		found = found || m.f.c.disaster.has(t, k)
	}
	return found
}
