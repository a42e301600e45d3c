package place

import "math"

// reckoned bounds how many places of an article are compared with each other.
const reckoned = 64

// settle decides which mentions are places, and which place each is.
func (s *search) settle() {
	inside := map[string]float64{} // places told within a country
	spoken := map[string]float64{} // mentions of the country itself
	all := 1.0
	for c, n := range s.demonyms {
		spoken[c] = 0.7 * n
		all += 0.7 * n
	}
	var near []int32
	for i := range s.found {
		m := &s.found[i]
		m.doubtful = m.doubtful || s.unlikely(m)
		id := m.fixed
		if id < 0 && len(m.name.entries) == 1 {
			id = m.name.entries[0]
		}
		if id < 0 {
			continue
		}
		m.entry = id
		e := &s.g.entries[id]
		switch {
		case e.Kind == "country":
			spoken[e.Country]++
			all++
		case m.doubtful || m.name.flags&obscure != 0 && m.fixed < 0:
		case e.Country != "":
			if e.Kind == "capital" {
				inside[e.Country] += 0.3
				spoken[e.Country] += 0.5
				all += 0.5
			} else {
				inside[e.Country]++
			}
			if len(near) < reckoned && e.located && !among(near, id) {
				near = append(near, id)
			}
		}
	}
	chosen := map[*name]int32{}
	for i := range s.found {
		m := &s.found[i]
		if m.fixed >= 0 || len(m.name.entries) == 1 {
			continue
		}
		m.entry = s.choose(m, inside, spoken, all, near)
		if m.hint == "" {
			if id, ok := chosen[m.name]; ok {
				m.entry = id
			}
		}
		chosen[m.name] = m.entry
	}
	// What was told with its country once is the same afterwards.
	s.carry()
}

func among(list []int32, id int32) bool {
	for _, x := range list {
		if x == id {
			return true
		}
	}
	return false
}

// carry gives the later mentions of a name the place that a country or region
// told for an earlier one.
func (s *search) carry() {
	var told map[*name]int32
	for i := range s.found {
		m := &s.found[i]
		if m.fixed >= 0 {
			if told == nil {
				told = map[*name]int32{}
			}
			told[m.name] = m.fixed
		} else if id, ok := told[m.name]; ok {
			m.entry = id
			if m.name.flags&(isPerson|isWord|obscure) != 0 && !m.doubtful {
				m.strong = true
			}
		}
	}
}

// choose returns the likeliest place of a name that several places bear.
func (s *search) choose(m *mention, inside, spoken map[string]float64, all float64, near []int32) int32 {
	state := false
	for _, id := range m.name.entries {
		state = state || s.g.entries[id].Kind == "country"
	}
	best, top := m.name.entries[0], math.Inf(-1)
	for _, id := range m.name.entries {
		e := &s.g.entries[id]
		score := e.weight
		if e.Country != "" {
			score += 1.5 * math.Min(2, inside[e.Country])
			if e.Kind == "country" || !state {
				score += 2.5 * spoken[e.Country] / all
			}
		}
		score += s.company(id, near)
		if m.hint != "" && m.hint == e.Country {
			score += 6
		}
		if score > top {
			best, top = id, score
		}
	}
	return best
}

// company counts the places told elsewhere in the article that lie near by.
func (s *search) company(id int32, near []int32) float64 {
	e := &s.g.entries[id]
	if !e.located || e.Kind == "country" || e.Kind == "region" {
		return 0
	}
	sum := 0.0
	for _, n := range near {
		o := &s.g.entries[n]
		if n == id || o.Kind == "sea" || o.Kind == "region" && o.Country == "" {
			continue
		}
		switch d := distance(e, o); {
		case d < 300:
			sum++
		case d < 800:
			sum += 0.4
		}
	}
	return math.Min(2, sum)
}

// distance returns kilometres on the equirectangular projection, good enough
// for near and far.
func distance(a, b *entry) float64 {
	const degree = 111.2
	x := (a.Lon - b.Lon) * math.Cos((a.Lat+b.Lat)/2*math.Pi/180)
	y := a.Lat - b.Lat
	return degree * math.Hypot(x, y)
}

// unlikely reports whether a name that is also a word or a person's is not
// shown to be a place here.
func (s *search) unlikely(m *mention) bool {
	f := m.name.flags
	switch {
	case f&(isWord|obscure) != 0 && !m.strong:
		return true
	case m.fixed >= 0 || m.direct || len(m.name.words) > 1 || !s.persons[m.name.words[0]]:
		return false
	}
	return !m.strong || f&(isPerson|obscure) != 0 && !s.placed[m.name.words[0]]
}

// places writes the mentions that are places.
func (s *search) places() []Place {
	var out []Place
	for i := range s.found {
		m := &s.found[i]
		if m.doubtful && !s.f.opts.Doubtful {
			continue
		}
		p := s.g.entries[m.entry].place()
		p.Span, p.Sentence, p.First, p.Last, p.Head, p.Locative = m.Span, m.sentence, m.first, m.last, m.head, m.locative
		out = append(out, p)
	}
	return out
}
