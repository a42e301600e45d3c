package place

// qualify takes in a country or region right after the name ("Geneva,
// Switzerland", "Paris, Texas") and notes one after "in".
func (s *search) qualify(m *mention) {
	for steps := 0; steps < 2; steps++ {
		e := m.end
		if e >= len(s.a) || s.sep(e) != sepComma {
			break
		}
		q, qe := s.longest(e)
		if q == nil && m.end > m.from {
			q, qe = s.abbreviation(e)
		}
		if q == nil || q.flags&demonym != 0 {
			break
		}
		id := s.lying(m, q)
		if id < 0 {
			m.elsewhere = m.elsewhere || s.elsewhere(m, q)
			break
		}
		m.fixed, m.end, m.strong = id, qe, true
	}
	if s.is(m.end, "in") && s.sep(m.end) == sepSpace && m.end+1 < len(s.a) && s.a[m.end+1].capital && s.sep(m.end+1) == sepSpace {
		if q, _ := s.longest(m.end + 1); q != nil && len(q.entries) > 0 {
			if e := &s.g.entries[q.entries[0]]; e.Kind == "country" || len(q.entries) == 1 {
				m.hint = e.Country
			}
		}
	}
}

// elsewhere reports whether a town before a comma lies in the region or country
// after it, though no town of that name there is known: "Bangor, Maine".
func (s *search) elsewhere(m *mention, q *name) bool {
	e := &s.g.entries[m.name.entries[0]]
	if len(q.entries) == 0 {
		return false
	}
	r := &s.g.entries[q.entries[0]]
	if e.Kind == "capital" {
		return r.Kind == "region" && r.Country == "USA" && e.Country != "USA" && !s.is(m.end+len(q.words), "and")
	}
	return e.Kind == "city" && e.Population < 1500000 && (r.Kind == "country" || r.Kind == "region" && q.flags&isWord == 0)
}

// abbreviation reads a state's abbreviation ("Tex.") after the first name of
// the article, too.
func (s *search) abbreviation(i int) (*name, int) {
	if !s.a[i].capital {
		return nil, 0
	}
	for _, n := range s.starting(i) {
		if n.flags&qualifier != 0 && len(n.words) == 1 && (s.a[i].upper || len(n.words[0]) > 2) {
			return n, i + 1
		}
	}
	return nil, 0
}

// lying returns the likeliest place of the mention that lies in a place of the
// name q, or -1.
func (s *search) lying(m *mention, q *name) int32 {
	ids := m.name.entries
	if m.fixed >= 0 {
		ids = []int32{m.fixed}
	}
	for _, id := range ids {
		e := &s.g.entries[id]
		if e.Kind == "country" || e.Country == "" {
			continue
		}
		for _, in := range q.entries {
			r := &s.g.entries[in]
			if in == id || r.Country != e.Country {
				continue
			}
			if r.Kind == "country" || e.region != "" && (fold(r.Name) == e.region || q.key == e.region) {
				return id
			}
		}
	}
	return -1
}
