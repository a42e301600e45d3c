package event

// privateForce reports whether a draft tells of violence among people in private
// life: somebody harms his own kin or those he lives and works with, or the sentence
// tells of a robbery. Those who serve a state or bear arms against it, and victims
// in public life or from abroad, make it a public affair.
func (m *matcher) privateForce(d *draft) bool {
	if d.code.Type != "ASSAULT" || m.publicSide(d.actors) || m.publicSide(d.recipients) || m.foreign(d.actors, d.recipients) {
		return false
	}
	t := &m.tree
	kin := m.f.classes["kin"]
	for _, k := range [2]int{d.recipToken, d.object} {
		if k < 0 || len(d.actors) == 0 || !kin.has(t, k) {
			continue
		}
		if o := t.possessor(k); o >= 0 && (t.tok(o).UPos == "PRON" && len(m.at(o)) == 0 || sharePlace(m.at(o), d.actors)) {
			return true
		}
	}
	if len(d.actors) > 0 && m.is(d.actors, "UAF") {
		return false
	}
	for k := range t.s.Tokens {
		if m.f.classes["robbery"].has(t, k) {
			return true
		}
	}
	return false
}

// publicSide reports whether any of the parties governs, serves a state, is in
// politics or in the press, or bears arms against a state.
func (m *matcher) publicSide(parties []int) bool {
	for _, s := range [...]string{"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PRM", "REB", "PTY", "OPP", "ELI", "JRN", "REF", "IMG", "NGO", "UNO"} {
		if m.is(parties, s) {
			return true
		}
	}
	return m.is(parties, "STATE")
}
