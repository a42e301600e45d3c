package actor

import (
	"slices"
	"strings"
)

// findConferees notes whose meeting or call the text reports, by a title such
// as "Readout of President Biden's Call with Prime Minister Kishida": those
// whom it names, or else the first two of whom the text says that they met. It is
// written by the state of the first.
func (r *casting) findConferees(title string) {
	r.conferees, r.confers, r.ours = -1, false, -1
	ws := strings.Fields(title)
	for i, w := range ws {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")
		ws[i] = strings.TrimSuffix(strings.TrimSuffix(w, "’"), "'")
	}
	if on := slices.Index(ws, "on"); on > 0 && r.k.class.addressNoun[strings.ToLower(ws[0])] {
		ws = ws[on:] // "Statement by the spokesperson on …"
	}
	r.findOurs(ws)
	at, with := -1, ""
	for i, w := range ws {
		switch w = strings.ToLower(w); {
		case at < 0 && r.k.class.meetingNoun[w]:
			at = i
		case at >= 0 && with == "" && (w == "with" || w == "between"):
			with = w
		}
	}
	if r.confers = with != ""; !r.confers {
		return
	}
	persons, others := r.personsIn(ws[:at]), r.personsIn(ws[at+1:])
	if len(persons) == 0 && with == "with" || len(others) == 0 {
		return
	}
	if len(persons) > 0 && r.k.class.reportNoun[strings.ToLower(ws[0])] {
		r.ours = r.stateEntity(r.ents[persons[0]].country)
	}
	persons = append(persons, others...)
	if len(persons) > 1 {
		x := blank(Group)
		x.plural, x.set = true, persons
		r.conferees = r.make(x)
	}
}

// findOurs notes whom "we" means in a text that nobody signs, by the words of its
// title: the body that several speak for ("G7 Leaders' Statement", "G7 Statement on
// …"), else the state whose government publishes it.
func (r *casting) findOurs(ws []string) {
	many := false
	for i, w := range ws {
		w = strings.TrimRight(w, ",:")
		many = many || r.k.class.manyVoices[strings.ToLower(w)] || i == 1 && r.ours >= 0 && r.k.class.addressNoun[strings.ToLower(w)]
		for _, f := range r.k.trie.find(w) {
			if f.kind == formBody && r.ours < 0 && r.k.bodies[f.ref].Country == "IGO" {
				r.ours = r.bodyEntity(f.ref)
			}
		}
	}
	if !many {
		r.ours = r.stateEntity(r.voice)
	}
}

// stateEntity returns the entity of a state by its code, or -1.
func (r *casting) stateEntity(code string) int32 {
	if s, ok := r.k.states[code]; ok && !international[code] {
		return r.partyEntity(s)
	}
	return -1
}

// findHost gives the official with whose name the title of a government's own
// report begins, and of whom it says no country, that of the government:
// "Readout of Deputy National Security Advisor Jane Roe's Meeting with …".
func (r *casting) findHost(title string) {
	ws := strings.Fields(title)
	if r.voice == "" || len(ws) < 4 || ws[1] != "of" {
		return
	}
	ws = ws[2:]
	end := slices.IndexFunc(ws, func(w string) bool {
		return strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’") || strings.HasSuffix(w, "'")
	})
	if end < 2 {
		return
	}
	ws = slices.Clone(ws[:end+1])
	ws[end] = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(ws[end], "’s"), "'s"), "’'")
	for _, w := range ws {
		if anyForm(r.k.trie.find(w), func(f form) bool { return f.kind == formCountry || f.kind == formDemonym }) {
			return
		}
	}
	if r.personIn(ws) >= 0 {
		return
	}
	if e := r.stranger(ws, r.voice); e >= 0 && r.ents[e].country == "" {
		r.ents[e].country = r.voice
	}
}

// personsIn returns the persons whom the words of a title name.
func (r *casting) personsIn(ws []string) []int32 {
	var out []int32
	for i := range ws {
		if p := r.personAt(ws[i:]); p >= 0 {
			if e := r.personEntity(p); !slices.Contains(out, e) && r.maybeOf(ws[i:], r.ents[e].country) {
				out = append(out, e)
			}
		}
	}
	return out
}

// maybeOf reports whether the words, which begin with somebody's name, do not
// say that he is of another country: "President Hassan of Tanzania".
func (r *casting) maybeOf(ws []string, country string) bool {
	of := slices.Index(ws[:min(len(ws), 6)], "of")
	if of < 0 {
		return true
	}
	for n := min(5, len(ws)-of-1); n > 0; n-- {
		for _, f := range r.k.trie.find(strings.TrimPrefix(strings.Trim(strings.Join(ws[of+1:of+1+n], " "), ","), "the ")) {
			if f.kind == formCountry {
				return country == "" || r.k.parties[f.ref].Code == country
			}
		}
	}
	return true
}

// conferReach is how many sentences into a text, its title among them, it must
// say who met for them to be those of its title.
const conferReach = 3

// noteConferees makes those whom candidate c tells to have met the ones that
// the text is about, where its title names none or fewer of them.
func (r *casting) noteConferees(c *candidate) {
	first := c.with
	if first < 0 {
		first = c.conj
	}
	if !r.confers || first < 0 || c.sent >= conferReach {
		return
	}
	s := r.cands[first].set
	if s < 0 || r.ents[r.find(r.ents[s].set[0])].kind != Person || r.conferees < 0 && c.with < 0 {
		return
	}
	if r.conferees >= 0 {
		for _, e := range r.ents[r.conferees].set {
			if !slices.ContainsFunc(r.ents[s].set, func(o int32) bool { return r.find(o) == r.find(e) }) {
				return
			}
		}
	}
	r.conferees = s
}

// met returns the n who met, in a text about a meeting, if the noun of plural c
// may mean them: "the two leaders", "both sides".
func (r *casting) met(c *candidate, n int) []int32 {
	if r.conferees < 0 || n > 0 && len(r.ents[r.conferees].set) != n || c.key != "side" && c.key != "delegation" && c.title < 0 {
		return nil
	}
	var out []int32
	for _, e := range r.ents[r.conferees].set {
		e = r.find(e)
		if x := &r.ents[e]; c.title >= 0 && !r.fitsNoun(c, x) {
			return nil
		}
		out = append(out, e)
	}
	return out
}

// theirLands returns the countries of those who met where plural c means these:
// "our two countries", "their nations".
func (r *casting) theirLands(c *candidate) []string {
	if r.conferees < 0 || c.def != ownDef || c.role < 0 || r.k.roles[c.role].flags&flagState == 0 || !r.k.class.state[c.key] {
		return nil
	}
	var out []string
	for _, e := range r.ents[r.conferees].set {
		if code := r.ents[r.find(e)].country; code != "" && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	if c.count > 0 && int(c.count) != len(out) {
		return nil
	}
	return out
}
