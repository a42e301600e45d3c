package event

// stranded files the antecedent of a relative clause under a preposition that
// is left without a noun: "consultations, which the Kremlin had called for".
func (m *matcher) stranded(v int, f *frame) {
	t := &m.tree
	top := v
	for steps := 0; t.tok(top).Base() == "xcomp" && steps < 4; steps++ {
		g := t.head(top) // "the support the US continues to provide"
		if g < 0 || t.child(g, "obj") >= 0 || t.child(g, "iobj") >= 0 || m.passive(g) {
			return
		}
		top = g
	}
	if t.tok(top).Rel != "acl:relcl" {
		return
	}
	h := t.head(top)
	if h < 0 {
		return
	}
	full := len(f.obj) > 0
	for c := t.first[v]; c >= 0; c = t.next[c] {
		i := int(c)
		k := t.tok(i)
		if k.UPos == "ADP" && k.Base() != "compound" && k.Base() != "case" && i > v {
			f.preps = append(f.preps, prepArg{lower(k.Form), h, false})
			full = true
		}
		if k.Base() == "obl" && t.isRelative(i) {
			full = true
		}
	}
	if !full && !f.passive && len(f.subj) > 0 && f.subj[0].tok != h && len(f.clauses) == 0 {
		f.obj = append(f.obj, h) // "the sanctions Russia imposed"
	}
}

// given returns the party right behind verb v of two objects that the parser
// took for a modifier of object i: "granted Turkey permission", "sent Chad
// arms"; or -1.
func (m *matcher) given(v, i int) int {
	t := &m.tree
	if !m.f.c.double.has(t, v) || i <= v {
		return -1
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		k := int(c)
		if t.tok(k).Base() != "compound" || k < v || len(m.at(k)) == 0 || m.onlyPlaces(m.at(k)) {
			continue
		}
		if k == v+1 && t.tok(k).UPos == "PROPN" || k+1 < i && t.tok(k+1).UPos == "ADJ" && t.head(k+1) == i {
			return k
		}
	}
	return -1
}

// twoObjects reports whether verb v has a name for an object behind it beside relative
// pronoun i.
func (t *tree) twoObjects(v, i int) bool {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if k := int(c); k != i && k > v && t.tok(k).Base() == "obj" && t.tok(k).UPos == "PROPN" {
			return true
		}
	}
	return false
}
