package actor

import (
	"slices"
	"strings"
)

// organKey is a state and what a body of it is called once the state's own
// names are taken away: AUS and "federal court" for the Federal Court of
// Australia.
type organKey struct{ code, name string }

// enterOrgans indexes the bodies of states by what is left of their names.
// Among several of one key the one of the earlier line is kept.
func (k *knowledge) enterOrgans() {
	own := map[string][]string{} // code → the words for the state
	for i := range k.parties {
		p := &k.parties[i]
		if !p.main {
			continue
		}
		for _, n := range slices.Concat([]string{p.Name}, p.Aliases, p.Demonyms) {
			own[p.Code] = append(own[p.Code], fold(n))
		}
		slices.SortFunc(own[p.Code], func(a, b string) int { return len(b) - len(a) })
	}
	for i := range k.bodies {
		b := &k.bodies[i]
		if own[b.Country] == nil {
			continue
		}
		for _, n := range append([]string{b.Name}, b.Aliases...) {
			full := fold(n)
			rest := without(full, own[b.Country])
			if rest == full || rest == "" {
				continue
			}
			key := organKey{b.Country, rest}
			if _, taken := k.organs[key]; !taken {
				k.organs[key] = int32(i)
			}
		}
	}
	k.own = own
}

// without returns the words of a folded name but for the state's own names at
// its head or end, with the "of" before them.
func without(name string, own []string) string {
	for _, o := range own {
		if rest, ok := strings.CutPrefix(name, o+" "); ok {
			name = rest
		}
		if rest, ok := strings.CutSuffix(name, " "+o); ok {
			rest = strings.TrimSuffix(rest, " the")
			if rest, ok = strings.CutSuffix(rest, " of"); ok {
				name = rest
			}
		}
	}
	return name
}

// organ returns the body of the state that a folded name means, or -1.
func (k *knowledge) organ(code, name string) int32 {
	if code == "" || name == "" {
		return -1
	}
	if b, ok := k.organs[organKey{code, without(name, k.own[code])}]; ok {
		return b
	}
	return -1
}

// stateBefore returns the code of the state whose people's name, or for places
// too whose own name, begins a longer folded name, or "". What makes a body
// royal may stand before it: "Royal Thai Navy".
func (k *knowledge) stateBefore(name string, places bool) string {
	for _, w := range [...]string{"the ", "royal ", "imperial "} {
		name = strings.TrimPrefix(name, w)
	}
	for i, words := 0, 0; i < len(name) && words < 3; i++ {
		if name[i] != ' ' {
			continue
		}
		words++
		for _, f := range k.trie.find(name[:i]) {
			if (f.kind == formDemonym || places && f.kind == formCountry) && k.parties[f.ref].main {
				return k.parties[f.ref].Code
			}
		}
	}
	return ""
}

// adoptOrgans takes unknown names for bodies of the state that stands beside
// them, or that the text is mostly about: "Australian Federal Court", "the
// Supreme Court" in a text on Pakistan.
func (r *casting) adoptOrgans() {
	total := 0
	for _, w := range r.weight {
		total += w
	}
	home := ""
	if r.home >= 0 && 2*r.weight[r.home] > total {
		home = r.k.parties[r.home].Code
	}
	for e := range r.ents {
		x := &r.ents[e]
		if x.into >= 0 || x.known() || x.named < 0 || x.kind != Organization && x.kind != Group || x.plural {
			continue
		}
		code := x.country
		if code == "" {
			code = r.k.stateBefore(x.key, true)
		}
		if code == "" {
			if o := r.ownerEntity(&r.cands[x.named]); o >= 0 && r.ents[o].kind == Country {
				code = r.ents[o].country
			} else {
				code = home
			}
		}
		b := r.k.organ(code, x.key)
		if b < 0 {
			continue
		}
		if known := r.bodyEntity(b); known != int32(e) {
			r.merge(known, int32(e))
		}
	}
}

// organNominal finds the body that a noun for an organ of a state means:
// "Spain's Supreme Court", "Nigeria's air force", and written with a capital
// also "the Supreme Court" of the country that the text is about.
func (r *casting) organNominal(i int32, c *candidate) bool {
	if c.role < 0 || c.plural || c.other || c.former || c.count > 0 || c.modifier || c.def == aDef || c.def == someDef ||
		r.k.roles[c.role].Kind != "organization" {
		return false
	}
	code := r.codeOf(c)
	if code == "" && c.owner < 0 && c.def == theDef && r.doc.Sentences[c.sent].Tokens[c.head].UPos == "PROPN" {
		code = r.context(c)
	}
	name := c.key
	if c.mods != "" {
		name = c.mods + " " + name
	}
	if code == "" && c.owner < 0 && r.k.class.usaOrgan[name] {
		code = "USA"
	}
	b := r.k.organ(code, name)
	if b < 0 {
		return false
	}
	e := r.bodyEntity(b)
	r.join(i, e)
	r.ents[e].call(c.key)
	r.note(e, c.key)
	return true
}
