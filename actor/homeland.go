package actor

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// enterPeoples reads the classes that tell in which states the peoples live that
// have none of their own, or several ("people-of"), and at which seats bodies of
// many states meet ("seat-of-body"): a word, and behind it the codes of the
// states, or the body's name.
func (k *knowledge) enterPeoples() {
	k.homelands = map[string][]string{}
	for entry := range k.class.peopleOf {
		ws := strings.Fields(entry)
		for _, code := range ws[1:] {
			k.homelands[ws[0]] = append(k.homelands[ws[0]], strings.ToUpper(code))
		}
	}
	k.bodySeats = map[string][]int32{}
	for entry := range k.class.seatOfBody {
		seat, body, _ := strings.Cut(entry, " ")
		for _, f := range k.trie.find(body) {
			if f.kind == formBody {
				k.bodySeats[seat] = append(k.bodySeats[seat], f.ref)
			}
		}
		slices.Sort(k.bodySeats[seat])
	}
}

// homeland returns the country of those whom the name of a people without a
// state tells of, "Kurdish fighters", "Druze leaders": of the states in which
// that people lives, the one in which the text puts a place, else the one that
// it speaks of most; "" where it speaks of none and there is more than one. Who
// acts on them, or on whom they act, is of another.
func (r *casting) homeland(x *ent, c *candidate) string {
	lands := r.homelandsOf(x, c)
	if len(lands) == 0 {
		return ""
	}
	if len(lands) == 1 {
		return lands[0]
	}
	if code, one := r.placedIn(c.sent); one && code != "" {
		if slices.Contains(lands, code) {
			return code
		}
		if !armed(x.sectors) {
			return "" // "the Kurdish community of Manchester"
		}
	}
	best, most := "", 0
	for _, code := range lands {
		w := r.placesIn(code) * 3
		if s, ok := r.k.states[code]; ok {
			w += r.weight[s]
		}
		if w > most && !r.facing(c, code) {
			best, most = code, w
		}
	}
	return best
}

// homelandsOf returns the states of the people that c or a word before its noun
// names.
func (r *casting) homelandsOf(x *ent, c *candidate) []string {
	if len(c.parties) > 0 || c.owner >= 0 && r.ownerEntity(c) >= 0 && r.ents[r.ownerEntity(c)].country != "" {
		return nil
	}
	if c.by == byName {
		if x.kind == Person || x.kind == Place {
			return nil
		}
		key, _, _ := strings.Cut(c.key, " ")
		return r.k.homelands[key]
	}
	if lands := r.k.homelands[c.key]; lands != nil {
		return lands
	}
	toks := r.doc.Sentences[c.sent].Tokens
	for i := int(c.first); i < int(c.head); i++ {
		if i >= 2 && isHyphen(toks[i-1].Form) && hasWord(lowered(toks[i-2].Form), "pro", "anti", "non") {
			continue
		}
		if lands := r.k.homelands[lowered(toks[i].Form)]; lands != nil && (i+1 >= len(toks) || !isHyphen(toks[i+1].Form)) {
			return lands
		}
	}
	return nil
}

// placesIn returns in how many mentions the text puts something in the state, or
// names a place in it.
func (r *casting) placesIn(code string) int {
	n := 0
	for i := range r.cands {
		c := &r.cands[i]
		if c.ent < 0 || c.by != byName {
			continue
		}
		if x := &r.ents[r.find(c.ent)]; x.country == code && (c.located || x.kind == Place) {
			n++
		}
	}
	return n
}

// seated returns the body of many states that the name of its seat means where
// it acts, if the text names that body and, but for the seat, not the land that
// the seat lies in: "Brussels" of the European Union; or -1.
func (r *casting) seated(c *candidate) int32 {
	bodies := r.k.bodySeats[c.key]
	if len(bodies) == 0 || c.place {
		return -1
	}
	found := int32(-1)
	for i := range r.cands {
		d := &r.cands[i]
		for _, f := range d.forms {
			switch f.kind {
			case formBody:
				if slices.Contains(bodies, f.ref) && found < 0 {
					found = f.ref
				}
			case formCountry, formDemonym:
				if p := r.k.partyIn(c.forms); p >= 0 && r.k.parties[f.ref].Code == r.k.parties[p].Code {
					return -1
				}
			}
		}
	}
	return found
}

// armed reports whether the first of the sectors is of those who bear arms.
func armed(sectors []string) bool {
	if len(sectors) == 0 {
		return false
	}
	switch sectors[0] {
	case "MIL", "REB", "UAF", "PRM", "COP":
		return true
	}
	return false
}

// A landName is words by which the name of a body tells whose it is.
type landName struct {
	code  string
	state int32
	first string   // with what the name begins
	rest  []string // what it has besides
}

// enterLandNames reads the class land-in-name: the code of a state and words.
func (k *knowledge) enterLandNames() error {
	var faults []error
	for _, entry := range slices.Sorted(maps.Keys(k.class.landInName)) {
		ws := strings.Fields(entry)
		code := strings.ToUpper(ws[0])
		s, ok := k.states[code]
		if !ok || len(ws) < 2 {
			faults = append(faults, fmt.Errorf("class land-in-name: %q is not the code of a state and words", entry))
			continue
		}
		k.landNames = append(k.landNames, landName{code, s, ws[1], ws[2:]})
	}
	return errors.Join(faults...)
}

// landInName returns the state to which the words of a body's name belong, where
// the text speaks of that state: "House Select Committee" is of the United States.
func (r *casting) landInName(x *ent) string {
	if x.kind != Organization || x.named < 0 {
		return ""
	}
	for i := range r.k.landNames {
		n := &r.k.landNames[i]
		if r.weight[n.state] > 0 && strings.HasPrefix(x.key, n.first+" ") && !slices.ContainsFunc(n.rest, func(w string) bool { return !hasWord(x.key, w) }) {
			return n.code
		}
	}
	return ""
}

// speaksOf reports whether the text speaks of the state with the code.
func (r *casting) speaksOf(code string) bool {
	s, ok := r.k.states[code]
	return ok && r.weight[s] > 0
}

// congressman reports whether somebody by name is a lawmaker as those of the House
// of Representatives are called, in a text that speaks of the United States.
func (r *casting) congressman(x *ent) bool {
	return r.speaksOf("USA") && x.kind == Person && x.named >= 0 && x.person < 0 &&
		slices.ContainsFunc(x.heads, func(h string) bool { return r.k.class.houseMember[h] })
}

// americanParty reports whether a noun is for somebody of one of the great parties of
// the United States, "Republican leaders", "a Democrat", in a text that speaks of that
// country.
func (r *casting) americanParty(c *candidate) bool {
	if !r.speaksOf("USA") || c.by != byNominal || len(c.parties) > 0 {
		return false
	}
	toks := r.doc.Sentences[c.sent].Tokens
	for i := c.first; i <= c.head; i++ {
		if w := toks[i].Form; capitalised(w) && r.k.class.usaParty[lowered(w)] && (i == c.head || toks[i].Head == int(c.head)) {
			return true
		}
	}
	return false
}
