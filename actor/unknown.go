package actor

import (
	"slices"
	"strings"
)

// unknownName returns the entity of an organisation, group or place that the
// lexicon does not know.
func (r *casting) unknownName(c *candidate, kind string) int32 {
	if e, ok := r.byOther["name:"+c.key]; ok {
		return r.find(e)
	}
	ws := strings.Fields(c.key)
	if len(ws) == 1 && len(ws[0]) > 1 {
		if e, ok := r.byInit[ws[0]]; ok && allLetters(ws[0]) && (kind == Organization || kind == Group || kind == "") && len(ws[0]) <= 6 {
			r.byOther["name:"+c.key] = e
			return r.find(e)
		}
	}
	if len(ws) > 0 {
		// "Harrow" after "Harrow School"; "Gaming" is not looked for.
		some := r.byWord[ws[0]]
		for n := len(some) - 1; n >= 0 && n >= len(some)-20; n-- {
			e := r.find(some[n])
			x := &r.ents[e]
			if (kind == "" || x.kind == kind) && (strings.HasPrefix(x.key, c.key+" ") || strings.HasPrefix(c.key, x.key+" ") && len(ws) > 1 && x.kind == kind && kind == Organization) {
				r.byOther["name:"+c.key] = e
				return e
			}
		}
	}
	if p := r.misspelt(c, kind); p >= 0 {
		e := r.partyEntity(p)
		r.byOther["name:"+c.key] = e
		return e
	}
	if kind == "" {
		kind = Organization
	}
	x := blank(kind)
	x.key, x.gender = c.key, 'n'
	if kind != Place {
		x.sectors = r.sectorsOfName(c)
	}
	if len(c.parties) > 0 {
		x.country = r.k.parties[c.parties[0]].Code
	} else if kind == Organization {
		if x.country = r.k.stateBefore(c.key, false); x.country == "" && len(x.sectors) > 0 {
			x.country = r.bodyBefore(c)
		}
	}
	if len(ws) > 1 && x.country == "" {
		if d := r.k.designators[ws[0]]; d.country != "" { // "USS Harry S. Truman"
			x.kind, x.country, x.sectors = d.kind, d.country, d.sectors
		}
	}
	e := r.make(x)
	r.byOther["name:"+c.key] = e
	r.indexWords(e, c.key)
	return e
}

// bodyBefore returns the code of the body of many states whose name in capitals
// begins a longer name, "EU Member States", or "".
func (r *casting) bodyBefore(c *candidate) string {
	toks := r.doc.Sentences[c.sent].Tokens
	if w := toks[c.core[0]].Form; c.core[1]-c.core[0] > 1 && allCapitals(w) {
		for _, f := range r.k.trie.find(w) {
			if f.kind != formBody {
				continue
			}
			switch code := r.k.bodies[f.ref].Country; code {
			case "UNO", "EUR", "IGO":
				return code
			}
		}
	}
	return ""
}

func allLetters(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// misspelt returns the state of whose name an unknown single word is a
// misspelling ("Afganistan"), or -1.
func (r *casting) misspelt(c *candidate, kind string) int32 {
	if len(c.key) < 7 || strings.Contains(c.key, " ") || kind == Person || kind == Group {
		return -1
	}
	for _, p := range r.k.spelt[skeleton(c.key)] {
		if name := fold(r.k.parties[p].Name); sameSpelling(name, c.key) && distance(name, c.key) <= 2 {
			return p
		}
	}
	return -1
}

// sectorsOfName returns what the words of an unknown name or the title beside
// it say about its sector.
func (r *casting) sectorsOfName(c *candidate) []string {
	ws := strings.Fields(c.key)
	if i := slices.Index(ws, "of"); i > 0 {
		ws = ws[:i]
	}
	for i := range ws {
		// A role's noun at the end of the name is the best witness.
		for _, f := range r.k.trie.find(strings.Join(ws[i:], " ")) {
			if f.kind == formRole && len(r.k.roles[f.ref].sectors) > 0 && r.k.roles[f.ref].flags&(flagLeader|flagOfficial) == 0 { // but the Punjab Kings do not reign
				return r.k.roles[f.ref].sectors
			}
		}
	}
	var out []string
	for i := range ws {
		for n := 1; n <= r.k.designated && i+n <= len(ws); n++ {
			if d, ok := r.k.designators[strings.Join(ws[i:i+n], " ")]; ok && len(d.sectors) > 0 {
				out = d.sectors
			}
		}
	}
	if out == nil && c.role >= 0 {
		out = r.k.roles[c.role].sectors
	}
	return out
}
