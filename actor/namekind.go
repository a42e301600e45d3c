package actor

import (
	"slices"
	"strings"

	"readout/syntax"
)

// isPersonForm reports whether a form is a person's name or surname.
func isPersonForm(f form) bool { return f.kind == formPerson || f.kind == formSurname }

// only reports whether all forms are such as ok wants.
func only(forms []form, ok func(form) bool) bool {
	return !slices.ContainsFunc(forms, func(f form) bool { return !ok(f) })
}

// styled reports whether a word that says no more than to call somebody by stands
// before token i: "Mr.", "Mrs.".
func (g *gatherer) styled(i int) bool {
	if i == 0 {
		return false
	}
	h, ok := g.honorificAt(i - 1)
	return ok && h.role < 0 && h.title < 0
}

// guessKind sets what a name is the name of, as far as the lexicon does not
// say: as learned, by its title, by a word in it, by the way it is used.
func (g *gatherer) guessKind(c *candidate, s *nameSpan) {
	if s.ship {
		c.forms, c.kind, c.sure = nil, Organization, 4
		return
	}
	if g.ofTown(c) && nameKindOf(c.forms) == "" {
		c.forms, c.kind, c.sure = nil, Place, 4
		return
	}
	if s.partial {
		c.kind, c.sure = Person, 4
		return
	}
	if c.core[1]-c.core[0] == 1 && !only(c.forms, isPersonForm) && (g.styled(int(c.core[0])) || s.kind == syntax.Person && g.surnames[c.key]) {
		c.forms = slices.DeleteFunc(slices.Clone(c.forms), func(f form) bool { return !isPersonForm(f) })
		c.kind, c.sure = Person, 4 // "Mr. Guerrero", "Ms. Holland", "Holland" after Jane Holland
		return
	}
	if (anyForm(c.forms, isPlace) || s.kind == syntax.Location) && g.placeName(c, s) {
		return
	}
	if len(c.forms) > 0 && nameKindOf(c.forms) != "" {
		titled := c.kind == Person || len(c.nouns) > 0
		c.kind, c.sure = "", 0
		if s.kind == syntax.Person && (titled || !g.aloneCapital(c)) && anyForm(c.forms, func(f form) bool { return f.kind == formSurname || f.kind == formPerson }) &&
			(titled || !anyForm(c.forms, func(f form) bool { return f.kind == formCountry })) {
			c.kind, c.sure = Person, 4
		}
		return
	}
	titled := c.kind == Person || c.title >= 0 || c.role >= 0 && g.k.roles[c.role].Kind == "person"
	c.kind, c.sure = "", 0
	switch s.kind {
	case syntax.Person:
		c.kind, c.sure = Person, 4
	case syntax.Organization:
		c.kind, c.sure = Organization, 3
	case syntax.Location:
		c.kind, c.sure = Place, 4
	case syntax.Group:
		c.kind, c.sure = Group, 3
	case syntax.EventName, syntax.Product:
		c.kind, c.sure = dropped, 3
	}
	if c.core[1]-c.core[0] == 1 && address(g.t.tok(int(c.core[0])).Form) {
		c.kind, c.sure = Organization, 3
		return
	}
	d, ok := g.designated(int(c.core[0]), int(c.core[1]))
	if n := c.core[1] - c.core[0]; !ok && c.kind != "" && (n == 2 || n == 3) && g.isGiven(int(c.core[0])) {
		c.kind, c.sure = Person, 3 // a given name speaks louder than a doubtful label
	}
	if c.kind == Person || c.kind == Place {
		return
	}
	if ok && (c.kind == "" || c.kind == dropped && d.kind == "organization" && s.kind != syntax.EventName) {
		switch d.kind {
		case "event", "product":
			c.kind, c.sure = dropped, 3
		case "place":
			c.kind, c.sure = Place, 3
		default:
			c.kind, c.sure = Organization, 3
		}
		return
	}
	if titled && (c.kind == "" || c.kind == Organization && c.core[1]-c.core[0] > 1) {
		c.kind, c.sure = Person, 3
	}
	if c.kind == "" {
		c.kind, c.sure = g.kindByUse(c)
	}
}

// placeName decides about a name that the gazetteer knows: whether it is a
// place here, or somebody or something else. It reports whether that is all.
func (g *gatherer) placeName(c *candidate, s *nameSpan) bool {
	if p := g.qualified(s.last); p >= 0 && s.kind == syntax.Location && len(c.forms) == 0 {
		c.parties = []int32{p}
	} else if p >= 0 {
		if in := g.sitesIn(c.forms, g.k.parties[p].Code); len(in) > 0 {
			c.forms, c.kind, c.sure = in, Place, 4 // "in Columbia, South Carolina"
			return true
		}
		if len(c.forms) > 0 && !anyForm(c.forms, func(f form) bool { return f.kind != formPlace && (f.kind != formCapital || f.ref == p) }) {
			c.forms, c.kind, c.sure = nil, Place, 4 // "La Libertad, Peru", where others are known
			g.addParty(c, p)
			return true
		}
	}
	only := onlyPlaces(c.forms)
	if !only && nameKindOf(c.forms) != "" {
		return false // a country, a body, somebody by his full name
	}
	titled := c.kind == Person || g.isPersonNoun(c.nouns)
	located := false
	switch h := int(c.head); g.t.rel(h) {
	case "nmod", "obl":
		switch g.t.caseOf(h) {
		case "in", "at", "near", "into", "outside", "around", "across", "throughout", "to", "from":
			located = true
		}
	}
	switch {
	case c.core[1]-c.core[0] == 1 && !located && g.surnames[c.key]:
		c.forms = slices.DeleteFunc(slices.Clone(c.forms), isPlace)
		c.kind, c.sure = Person, 4 // "Bolton", after John Bolton
		return true
	case s.kind == syntax.Location, located && s.kind == "":
		c.kind, c.sure = Place, 4
		if !only {
			c.forms = keepPlaces(c.forms)
		}
		return true
	case s.kind == syntax.Person && !titled && g.aloneCapital(c):
		return false // "Paris took note": no given name
	case s.kind == syntax.Person && !titled && only && c.core[1]-c.core[0] > 1 && !g.isGiven(int(c.core[0])):
		c.kind, c.sure = Place, 3 // "Deir ez-Zor"
		return true
	case s.kind == syntax.Person || titled:
		if only {
			c.forms = nil
		}
		c.kind, c.sure = Person, 4
		return true
	case s.kind == syntax.Organization && only:
		g.addParty(c, g.k.partyIn(c.forms))
		c.forms, c.kind, c.sure = nil, Organization, 3
		return true
	case only && !g.k.commonPlace(c.forms):
		c.kind, c.sure = Place, 3
		return true
	case only:
		c.forms = nil
	}
	return false
}

// ofTown reports whether a name stands behind "the town of".
func (g *gatherer) ofTown(c *candidate) bool {
	t := &g.t
	h := int(c.head)
	if c.title >= 0 || t.rel(h) != "nmod" || t.caseOf(h) != "of" || int(c.first) != int(c.core[0]) {
		return false
	}
	up := t.head(h)
	return up >= 0 && g.k.class.town[t.tok(up).Lemma] && t.tok(up).UPos == "NOUN" && t.tok(up).XPos == "NN"
}

// aloneCapital reports whether a name is one word, that of a capital and no
// given name, and part of nobody's name so far.
func (g *gatherer) aloneCapital(c *candidate) bool {
	return !g.surnames[c.key] && !g.firsts[c.key] && c.core[1]-c.core[0] == 1 && anyForm(c.forms, func(f form) bool { return f.kind == formCapital }) && !g.isGiven(int(c.core[0]))
}

// qualified returns the state or territory of the land or region that is named
// behind a comma at token i, and says where what goes before lies; or -1.
func (g *gatherer) qualified(i int) int32 {
	if i >= len(g.t.Tokens) || g.t.tok(i).Form != "," {
		return -1
	}
	for _, s := range g.spans {
		if s.first != i+1 {
			continue
		}
		for _, f := range s.forms {
			if f.kind == formCountry || f.kind == formPlace && g.k.sites[f.ref].region && !g.listed(s.last) {
				return g.k.partyOf(f)
			}
		}
	}
	return -1
}

// listed reports whether a list goes on at token i: ", and".
func (g *gatherer) listed(i int) bool {
	if i < len(g.t.Tokens) && g.t.tok(i).Form == "," {
		i++
	}
	return i < len(g.t.Tokens) && g.t.tok(i).UPos == "CCONJ"
}

// sitesIn returns the forms of places in the state of a code.
func (g *gatherer) sitesIn(forms []form, code string) []form {
	var out []form
	for _, f := range forms {
		if f.kind == formPlace && g.k.sites[f.ref].country == code {
			out = append(out, f)
		}
	}
	return out
}

func keepPlaces(forms []form) []form {
	var out []form
	for _, f := range forms {
		if f.kind == formPlace {
			out = append(out, f)
		}
	}
	return out
}

// kindByUse guesses the kind of an unknown name that nothing else tells about.
func (g *gatherer) kindByUse(c *candidate) (string, int8) {
	t := &g.t
	first, last := int(c.core[0]), int(c.core[1])
	if g.isGiven(first) && t.tok(first).UPos == "PROPN" {
		return Person, 2
	}
	if w := t.tok(last - 1).Form; last-first == 1 && (allCapitals(w) || address(w)) {
		return Organization, 1
	}
	h := t.headOf(first, last)
	switch t.rel(h) {
	case "nmod", "obl":
		switch t.caseOf(h) {
		case "in", "at", "near", "into", "outside", "around", "across", "throughout":
			return Place, 2
		}
	case "nsubj":
		if up := t.head(h); up >= 0 && g.k.speech[lowered(t.tok(up).Lemma)] {
			return Person, 2
		}
	case "compound", "amod":
		return "", 0
	}
	if last-first == 2 || last-first == 3 {
		return Person, 1
	}
	return "", 0
}

// address reports whether a name is one on the net: "Booking.com".
func address(w string) bool {
	for _, end := range []string{".com", ".org", ".net", ".gov", ".ru", ".ua", ".io"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// designated finds the word in a name that says what bears it.
func (g *gatherer) designated(first, last int) (designator, bool) {
	t := &g.t
	var found designator
	ok := false
	for i := first; i < last; i++ {
		if w := t.tok(i).Form; ok && (w == "of" || w == "for") {
			break
		}
		var key []byte
		g.buf = g.buf[:0]
		for n := i; n < last && n < i+g.k.designated; n++ {
			g.buf, g.ends = atoms(g.buf[:0], g.ends[:0], t.tok(n).Form)
			if len(g.ends) != 1 {
				break
			}
			if n > i {
				key = append(key, ' ')
			}
			key = append(key, g.buf...)
			if d, is := g.k.designators[string(key)]; is {
				found, ok = d, true
			}
		}
	}
	return found, ok
}

// nameKindOf returns the kind of what the lexicon knows by the forms, or "" if
// they are surnames only, or nothing.
func nameKindOf(forms []form) string {
	for _, f := range forms {
		switch f.kind {
		case formCountry, formMetonym, formCapital:
			return Country
		case formBody:
			return Organization
		case formPerson:
			return Person
		}
	}
	if onlyPlaces(forms) {
		return Place
	}
	return ""
}

// nameKind returns the kind of a name's bearer, as far as it is known.
func nameKind(c *candidate) string {
	if c.place {
		return Place
	}
	if c.kind != "" {
		return c.kind
	}
	if k := nameKindOf(c.forms); k != "" {
		return k
	}
	if len(c.forms) > 0 {
		return Person
	}
	return ""
}
