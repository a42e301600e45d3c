package event

// agent returns the agent of passive verb v, or -1.
func (t *tree) agent(v int) int {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if i := int(c); t.tok(i).Rel == "obl:agent" || t.tok(i).Base() == "obl" && t.preposition(i) == "by" {
			return i
		}
	}
	return -1
}

// lowAgent returns the agent of passive verb v that the parser hung on
// something below it which cannot have one, or -1: on a time or a place ("was captured
// at the start of the year by rebels", "was held in Gori by Russian troops"), or on a verb
// in the active that depends on v ("was ordered to close its consulate by the
// government", "was accused of bombing a convoy by Syria"), or on what somebody was taken as.
func (m *matcher) lowAgent(v int) int {
	t := &m.tree
	for c := t.first[v]; c >= 0; c = t.next[c] {
		i := int(c)
		if i < v {
			continue
		}
		switch t.tok(i).Base() {
		case "obl", "nmod":
			if b := m.byBelow(i, 0); b >= 0 {
				return b
			}
		case "obj":
			if b := t.byPhrase(i); b >= 0 && m.asHostage(i) && m.mayAct(b) {
				return b // "was taken hostage by rebels"
			}
		case "xcomp", "advcl", "ccomp":
			if t.finite(i) || !t.isVerb(i) || m.passive(i) {
				continue
			}
			for d := t.first[i]; d >= 0; d = t.next[d] {
				k := int(d)
				if k > i && t.tok(k).Base() == "obl" && t.preposition(k) == "by" && m.mayAct(k) {
					return k
				}
				if k > i && (t.tok(k).Base() == "obj" || t.tok(k).Base() == "obl") {
					if b := m.byBelow(k, 0); b >= 0 {
						return b
					}
				}
			}
		}
	}
	return -1
}

// byBelow returns the noun behind "by" that hangs on noun i, which is a time or
// a place, or on one such below it; or -1.
func (m *matcher) byBelow(i, steps int) int {
	t := &m.tree
	if steps > 3 || !m.isTime(i) && !(len(m.at(i)) > 0 && m.onlyPlaces(m.at(i))) && !m.f.classes["territory"].has(t, i) && !m.f.c.portion.has(t, i) && !m.f.classes["stretch"].has(t, i) {
		return -1
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := int(c)
		if k < i || t.tok(k).Base() != "nmod" && t.tok(k).Base() != "obl" {
			continue
		}
		if t.preposition(k) == "by" && m.mayAct(k) {
			return k
		}
		if b := m.byBelow(k, steps+1); b >= 0 {
			return b
		}
	}
	return -1
}

// mayAct reports whether noun k stands for a party, and for no weapon of one: men
// with arms are no weapon.
func (m *matcher) mayAct(k int) bool {
	t := &m.tree
	thing := m.f.c.weapon.has(t, k) && !m.f.classes["person"].has(t, k) && !m.f.c.agent.has(t, k)
	return !m.isTime(k) && !thing && len(m.parties(k, owned).parties) > 0
}
