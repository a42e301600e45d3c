package event

// host returns the state that calls in an envoy where a passive does not say
// who does: the one to which he is sent, "the Moroccan ambassador in Madrid was
// summoned".
func (m *matcher) host(d *draft) []int {
	t := &m.tree
	for _, o := range m.frame(d.trigger).obj {
		if !m.f.classes["envoy"].has(t, o) {
			continue
		}
		for c := t.first[o]; c >= 0; c = t.next[c] {
			i := int(c)
			if t.tok(i).Base() != "nmod" {
				continue
			}
			switch t.preposition(i) {
			case "in", "to", "at":
				if p := m.lords(m.parties(i, named).parties); len(p) > 0 && !m.stateless(p) && m.foreign(p, d.recipients) {
					return p
				}
			}
		}
	}
	return nil
}
