package actor

import "readout/syntax"

// extend lengthens spans of persons over the proper nouns that the tree joins
// to them and no learned name covers: "Hunter" before "Biden". Two surnames
// that the tree joins are one name: "Thomas Sam".
func (g *gatherer) extend() {
	t := &g.t
	out := g.spans[:0]
	for _, s := range g.spans {
		if n := len(out); n > 0 && s.kind == "" && out[n-1].kind == "" && out[n-1].last == s.first && onlySurnames(s.forms) &&
			onlySurnames(out[n-1].forms) && g.joined(s.first-1, s.first) {
			out[n-1].last, out[n-1].forms, out[n-1].partial, out[n-1].kind = s.last, s.forms, true, syntax.Person
			continue
		}
		out = append(out, s)
	}
	g.spans = out
	for i := range g.spans {
		s := &g.spans[i]
		if s.kind == "" && s.forms != nil && t.rel(s.last-1) == "compound" {
			// "Memorial Day", "Moscow Times": a name within a longer one
			h := t.head(s.last - 1)
			j := s.last
			for j < len(t.Tokens) && g.freeName(j) && (j == h || t.head(j) == h) {
				j++
			}
			if h >= s.last && h < j {
				s.inside, s.forms, s.last = s.forms, nil, j
			}
		}
		for j := s.first; j < s.last; j++ {
			g.cover[j] |= coverName
		}
		if s.kind == syntax.Person && !anyForm(s.forms, func(f form) bool { return f.kind == formPerson }) {
			for j := s.first - 1; j >= 0 && g.freeName(j) && g.joined(j, s.first); j-- {
				if s.last-s.first > 1 && g.isTitle(j, j+1) {
					break // "[Emeritus] Professor Lena Okafor"
				}
				s.first, s.partial = j, len(s.forms) > 0
			}
			for j := s.last; s.last-s.first == 1 && j < len(t.Tokens) && g.isGiven(s.first) && g.freeName(j) && t.rel(j) == "flat" && t.head(j) == s.first; j++ {
				s.last, s.forms = j+1, nil // "Elaine" before a surname that nobody knows
			}
		}
		if s.kind != "" || !anyForm(s.forms, func(f form) bool { return f.kind == formSurname || f.kind == formPerson }) {
			continue
		}
		only := onlySurnames(s.forms)
		if s.last-s.first == 1 {
			for j := s.first - 1; j >= 0 && g.freeName(j) && g.joined(j, s.first); j-- {
				if only || g.isGiven(j) {
					s.first, s.partial, s.kind = j, true, syntax.Person
				}
			}
		}
		for j := s.last; only && j < len(t.Tokens) && g.freeName(j) && (t.rel(j) == "flat" && t.head(j) >= s.first && t.head(j) < s.last); j++ {
			s.last, s.forms, s.kind = j+1, nil, syntax.Person
		}
		for j := s.first; j < s.last; j++ {
			g.cover[j] |= coverName
		}
	}
}

func onlySurnames(forms []form) bool {
	return len(forms) > 0 && !anyForm(forms, func(f form) bool { return f.kind != formSurname })
}

// freeName reports whether token i is a proper noun that no span, title,
// demonym or date covers.
func (g *gatherer) freeName(i int) bool {
	t := &g.t
	if t.tok(i).UPos != "PROPN" || g.cover[i]&(coverName|coverFolk) != 0 || g.cover[i]&coverNoun != 0 && t.rel(i) != "flat" ||
		!capitalised(t.tok(i).Form) || g.k.calendar[lowered(t.tok(i).Form)] && !g.givenInName(i) {
		return false
	}
	_, ok := g.honorificAt(i)
	return !ok
}

// givenInName reports whether token i is a given name that the tree joins to what
// follows: "Jan Roe", who is no month.
func (g *gatherer) givenInName(i int) bool {
	return g.isGiven(i) && i+1 < len(g.t.Tokens) && (g.t.head(i+1) == i && g.t.rel(i+1) == "flat" || g.t.rel(i) == "flat")
}

// joined reports whether the tree makes tokens i and j one name.
func (g *gatherer) joined(i, j int) bool {
	t := &g.t
	for _, p := range [2][2]int{{i, j}, {j, i}} {
		if t.head(p[0]) == p[1] || t.head(p[0]) == t.head(p[1]) && t.head(p[0]) >= 0 {
			if r := t.rel(p[0]); r == "flat" || r == "compound" {
				return true
			}
		}
	}
	return false
}

func (g *gatherer) isGiven(i int) bool {
	g.buf, g.ends = atoms(g.buf[:0], g.ends[:0], g.t.tok(i).Form)
	_, ok := g.k.given[string(g.buf)]
	return ok
}

// addRuns adds runs of proper nouns that nothing covers yet.
func (g *gatherer) addRuns() {
	t := &g.t
	for i := 0; i < len(t.Tokens); i++ {
		if g.monthName(i) {
			g.spans = append(g.spans, nameSpan{first: i, last: i + 1})
			continue
		}
		if !g.freeName(i) {
			continue
		}
		j := i + 1
		for j < len(t.Tokens) {
			if g.freeName(j) && (g.joined(j-1, j) || g.nearby(i, j)) {
				j++
				continue
			}
			// "Ministry of Defence", "Jean-Marie Le Pen"
			if j+1 < len(t.Tokens) && g.freeName(j+1) && (t.tok(j).Form == "-" || t.tok(j).Form == "of" || g.k.class.particle[lowered(t.tok(j).Form)]) &&
				!(t.tok(j).Form == "of" && g.isGiven(i)) &&
				(g.nearby(i, j+1) || t.tok(j).Form == "of" && t.head(j+1) >= i && t.head(j+1) < j) {
				j += 2
				continue
			}
			break
		}
		if j == len(t.Tokens) || g.cover[j]&coverName == 0 || !g.isTitle(i, j) { // "Emeritus [Professor] Lena Okafor"
			g.spans = append(g.spans, nameSpan{first: i, last: j})
		}
		i = j - 1
	}
}

// monthName reports whether token i is a month or a day that stands where a
// person does: "Johnson thanked May".
func (g *gatherer) monthName(i int) bool {
	t := &g.t
	if t.tok(i).UPos != "PROPN" || g.cover[i] != 0 || !g.k.calendar[lowered(t.tok(i).Form)] || t.child[i] >= 0 && t.tok(i).Rel != "nmod:poss" {
		return false
	}
	if i+1 < len(t.Tokens) && t.tok(i+1).UPos == "NUM" || i > 0 && t.tok(i-1).UPos == "NUM" {
		return false
	}
	switch t.tok(i).Rel {
	case "nsubj", "nsubj:pass", "obj", "nmod:poss":
		return true
	}
	return false
}

// nearby reports whether token j belongs to the phrase of the name that began
// at token i.
func (g *gatherer) nearby(i, j int) bool {
	t := &g.t
	h := t.head(j)
	r := t.rel(j)
	if (r == "flat" || r == "compound") && h >= i && h < j {
		return true
	}
	for m := i; m < j; m++ {
		if t.head(m) == j && (t.rel(m) == "flat" || t.rel(m) == "compound") {
			return true
		}
	}
	return false
}
