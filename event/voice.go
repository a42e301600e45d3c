package event

import "strings"

// passive reports whether verb v is in the passive voice.
func (m *matcher) passive(v int) bool {
	t := &m.tree
	aux := false
	for c := t.first[v]; c >= 0; c = t.next[c] {
		switch t.tok(int(c)).Rel {
		case "nsubj:pass", "aux:pass", "csubj:pass":
			return true
		case "obl:agent":
			if t.tok(v).XPos != "VB" || t.child(v, "aux") >= 0 {
				return true // but "forced to stay by rebels", whose agent is that of the forcing
			}
		case "aux", "cop":
			aux = true
		}
	}
	k := t.tok(v)
	if !t.participle(v) || aux || !t.isVerb(v) {
		return false
	}
	switch k.Base() {
	case "conj":
		h := t.head(v)
		return h >= 0 && t.isVerb(h) && t.participle(h) && m.passive(h) && t.child(v, "nsubj") < 0
	case "advcl", "amod":
		return t.child(v, "nsubj") < 0
	case "xcomp":
		return t.mark(v) == "" && t.child(v, "obj") < 0 // "confirmed killed"
	case "acl":
		return k.Rel != "acl:relcl"
	}
	return false
}

// bare reports whether v is a past participle without an auxiliary or an
// agent, which in a headline is a passive, and elsewhere a past tense that the
// parser took for one.
func (m *matcher) bare(v int) bool {
	t := &m.tree
	return t.participle(v) && t.child(v, "aux") < 0 && !t.has(v, "obl:agent") && t.tok(v).Base() != "acl" && t.tok(v).Base() != "amod"
}

// active reports whether v, which looks passive, must be active: bare, with an
// object of its own, or a verb that has no passive.
func (m *matcher) active(v int) bool {
	if m.f.c.intransitive.has(&m.tree, v) && m.tree.child(v, "aux") < 0 && m.tree.tok(v).Base() != "acl" {
		return true // "stood by its ally"
	}
	if !m.bare(v) || !m.tree.has(v, "nsubj:pass") {
		return false
	}
	o := m.tree.child(v, "obl")
	return m.tree.child(v, "obj") >= 0 || o > v && m.dateBefore(o) // "imposed on January 9 new sanctions on Mali"
}

// transitive reports whether participle v, hung on a noun, must be the past
// tense of a clause of which that noun is the subject, because it has a party
// for its object: "the watchdog accused Chad".
func (m *matcher) transitive(v int, f *frame) bool {
	t := &m.tree
	h := t.head(v)
	if len(f.obj) == 1 && f.obj[0] == v+1 && m.asHostage(v+1) {
		return false // "a reporter taken hostage"
	}
	return len(f.obj) == 1 && f.obj[0] > v && len(m.at(f.obj[0])) > 0 && h >= 0 && len(m.at(h)) > 0 && !t.has(v, "obl:agent") && !m.f.c.double.has(t, v)
}

// asHostage reports whether noun i says as what somebody is taken or held: "taken
// hostage", "held captive".
func (m *matcher) asHostage(i int) bool {
	t := &m.tree
	return t.tok(i).Base() == "obj" && t.child(i, "det") < 0 && !strings.HasSuffix(lower(t.tok(i).Form), "s") && (m.f.c.hostage.has(t, i) || t.lemma(i) == "prisoner")
}
