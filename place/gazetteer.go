package place

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"readout/lexicon"
)

// An entry is one place of the gazetteer.
type entry struct {
	*lexicon.Place
	located bool
	weight  float64 // how likely it is meant when nothing else is known
	region  string  // folded
}

// Flags of a name.
const (
	shouted   = 1 << iota // an acronym: only in capitals ("US")
	qualifier             // only after another place and a comma ("Paris, Tex.")
	isWord                // also a common word
	isPerson              // also a given name or surname
	obscure               // a small town of a country whose towns bear surnames
	demonym               // no place, but it tells the country ("Syrian")
)

// A name is one way to name one or more places.
type name struct {
	key     string   // words, with blanks between
	words   []string // folded
	small   uint32   // bit i: word i may begin with a small letter
	flags   int
	entries []int32 // the likeliest first
	country string  // of a demonym
}

// gazetteer is all places by the first word of their names. It is read-only.
type gazetteer struct {
	entries []entry
	names   map[string][]*name // by first word, the longest first
	role    map[string]roles   // of the words around names
}

// roles are what a word around a name may be.
type roles struct {
	title, speech, owner, follower, treaty, locative, direct, kind, given, prefix, neutral bool
}

func compile(set *lexicon.Set) (*gazetteer, error) {
	places, namesakes, err := set.Places()
	if err != nil {
		return nil, fmt.Errorf("places: %w", err)
	}
	if len(places) == 0 {
		return nil, fmt.Errorf("places: the lexicon has no file places.txt")
	}
	countries, err := set.Countries()
	if err != nil {
		return nil, fmt.Errorf("countries of places: %w", err)
	}
	g := &gazetteer{
		entries: make([]entry, 0, len(places)+64),
		names:   make(map[string][]*name, 2*len(places)),
		role:    map[string]roles{},
	}
	index := make(map[string]*name, 2*len(places))
	byCode := map[string]int32{}
	for i := range places {
		p := &places[i]
		id := g.enter(p, true)
		if p.Kind == "country" {
			byCode[p.Country] = id
		}
		g.call(index, p.Name, id)
		for _, a := range p.Aliases {
			g.call(index, a, id)
		}
	}
	for _, c := range countries {
		g.country(index, byCode, c)
	}
	for _, n := range namesakes {
		g.enterRole(index, n)
	}
	g.sort(index)
	given, err := set.Given()
	if err != nil {
		return nil, fmt.Errorf("given names beside places: %w", err)
	}
	for _, n := range given {
		w := fold(n.Name)
		r := g.role[w]
		r.given = true
		g.role[w] = r
		if m := index[w]; m != nil {
			m.flags |= isPerson
		}
	}
	for _, n := range index {
		// A town that bears a person's name and is no large one is more often
		// the person.
		if n.flags&isPerson != 0 && len(n.entries) > 0 {
			if e := &g.entries[n.entries[0]]; e.Kind == "city" && e.Population < 500000 {
				n.flags |= isWord
			}
		}
	}
	return g, nil
}

// enter adds a place and returns its number.
func (g *gazetteer) enter(p *lexicon.Place, located bool) int32 {
	e := entry{Place: p, located: located, weight: math.Log10(float64(p.Population) + 1000), region: fold(p.Region)}
	switch p.Kind {
	case "country", "capital":
		e.weight += 2
	case "city":
		e.weight += 0.5
		if anglophone(p.Country) && p.Population < 400000 {
			e.weight--
		}
	case "region":
		e.weight -= 0.5
	case "sea", "strait", "site", "island":
		e.weight++
	}
	g.entries = append(g.entries, e)
	return int32(len(g.entries) - 1)
}

// call gives a place a name.
func (g *gazetteer) call(index map[string]*name, text string, id int32) {
	n := g.name(index, text)
	if n == nil {
		return
	}
	for _, e := range n.entries {
		if e == id {
			return
		}
	}
	p := &g.entries[id]
	if len(n.words) == 1 && text == strings.ToUpper(text) && len(text) <= 4 {
		n.flags |= shouted
	}
	if p.Kind == "region" && (p.Country == "USA" || p.Country == "CAN") && text != p.Name &&
		(strings.HasSuffix(text, ".") || len(text) == 2) {
		n.flags |= qualifier
	} else if len(n.entries) > 0 && n.flags&qualifier != 0 {
		n.flags &^= qualifier
	}
	n.entries = append(n.entries, id)
}

// name returns the name of a text, made if it is new, or nil if the text has
// no word.
func (g *gazetteer) name(index map[string]*name, text string) *name {
	if plainWord(text) {
		key := strings.ToLower(text)
		n := index[key]
		if n == nil {
			n = &name{key: key, words: []string{key}}
			index[key] = n
		}
		if key == text {
			n.small = 1
		}
		return n
	}
	ws := words(text)
	if len(ws) == 0 || len(ws) > 12 {
		return nil
	}
	var small uint32
	for i, w := range ws {
		if f := fold(w); f == strings.ToLower(w) && w == f || f == "al" || f == "el" || f == "de" || f == "the" {
			small |= 1 << i
		}
		ws[i] = fold(w)
	}
	key := strings.Join(ws, " ")
	n := index[key]
	if n == nil {
		n = &name{key: key, words: ws, small: small}
		index[key] = n
	}
	n.small |= small
	return n
}

// plainWord reports whether a text is one word of ASCII letters.
func plainWord(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return text != ""
}

// country gives a country the names that kind "countries" has for it.
func (g *gazetteer) country(index map[string]*name, byCode map[string]int32, c lexicon.Country) {
	for _, d := range c.Demonyms {
		if n := g.name(index, d); n != nil && len(n.entries) == 0 {
			n.flags |= demonym
			n.country = c.Code
		}
	}
	id, ok := byCode[c.Code]
	switch c.Status {
	case lexicon.State:
		if !ok {
			return
		}
	case lexicon.Historic:
		id = g.enter(&lexicon.Place{Name: c.Name, Country: c.Code, Kind: "country"}, false)
	default:
		// A territory that the gazetteer has under the same name.
		n := index[strings.Join(foldAll(words(c.Name)), " ")]
		if n == nil || len(n.entries) == 0 {
			return
		}
		id = n.entries[0]
		for _, e := range n.entries {
			if g.entries[e].Country == c.Code && g.entries[e].Kind != "city" {
				id = e
			}
		}
	}
	g.call(index, c.Name, id)
	for _, a := range c.Aliases {
		g.call(index, a, id)
	}
}

func foldAll(ws []string) []string {
	for i := range ws {
		ws[i] = fold(ws[i])
	}
	return ws
}

func (g *gazetteer) enterRole(index map[string]*name, n lexicon.Namesake) {
	for _, w := range n.Words {
		switch n.Role {
		case "word", "person":
			flag := isWord
			if n.Role == "person" {
				flag = isPerson
			}
			if m := index[fold(w)]; m != nil {
				m.flags |= flag
			}
			continue
		}
		r := g.role[w]
		switch n.Role {
		case "title":
			r.title = true
		case "speech":
			r.speech = true
		case "owner":
			r.owner = true
		case "follower":
			r.follower = true
		case "treaty":
			r.treaty = true
		case "locative", "direct":
			r.locative, r.direct = true, n.Role == "direct"
		case "prefix":
			r.prefix = true
		case "neutral":
			r.neutral = true
		case "kind":
			r.kind = true
		}
		g.role[w] = r
	}
}

// anglophone reports whether a country is one whose small towns are mostly
// named after people, or after towns elsewhere.
func anglophone(code string) bool {
	switch code {
	case "USA", "GBR", "CAN", "AUS", "NZL", "IRL", "PHL", "JAM":
		return true
	}
	return false
}

// sort orders names and their places, and marks the obscure ones.
func (g *gazetteer) sort(index map[string]*name) {
	for _, n := range index {
		if n.flags&demonym != 0 && len(n.entries) > 0 {
			n.flags &^= demonym
		}
		if len(n.entries) > 1 {
			sort.SliceStable(n.entries, func(i, j int) bool {
				a, b := &g.entries[n.entries[i]], &g.entries[n.entries[j]]
				if a.weight != b.weight {
					return a.weight > b.weight
				}
				return n.entries[i] < n.entries[j]
			})
		}
		if len(n.entries) > 0 && len(n.words) == 1 {
			e := &g.entries[n.entries[0]]
			if e.Kind == "city" && (e.Population < 400000 && anglophone(e.Country) ||
				len(n.words[0]) <= 3 && e.Population < 1000000 || e.Population < 20000 && len(n.words[0]) <= 5) {
				n.flags |= obscure
			}
		}
		g.names[n.words[0]] = append(g.names[n.words[0]], n)
	}
	for _, list := range g.names {
		if len(list) == 1 {
			continue
		}
		sort.Slice(list, func(i, j int) bool {
			if len(list[i].words) != len(list[j].words) {
				return len(list[i].words) > len(list[j].words)
			}
			return list[i].key < list[j].key
		})
	}
}
