package event

import (
	"slices"
	"strings"

	"readout/actor"
	"readout/lexicon"
)

// inClash reports whether the recipients of a draft, all of them armed, were
// harmed fighting each other: "in clashes", "during fighting at the border".
func (m *matcher) inClash(d *draft) bool {
	for _, p := range d.recipients {
		if q := []int{p}; !m.is(q, "ARMED") && !m.is(q, "CRM") {
			return false
		}
	}
	for _, a := range m.frame(d.trigger).preps {
		switch a.prep {
		case "in", "during", "amid", "after":
			if m.f.c.fray.has(&m.tree, a.tok) {
				return true
			}
		}
	}
	return false
}

// outlaws are the sectors of those who bear arms without a state.
var outlaws = []string{"REB", "UAF", "CRM", "PRM"}

// outlawed reports whether any of the parties bears arms without a state.
func (m *matcher) outlawed(parties []int) bool {
	return slices.ContainsFunc(outlaws, func(s string) bool { return m.is(parties, s) })
}

// opposed reports whether of two lists one bears arms for a state and the
// other without one, so that they are each other's enemies.
func (m *matcher) opposed(a, b []int) bool {
	state := func(list []int) bool {
		return m.is(list, "MIL") || m.is(list, "COP") || m.is(list, "GOV") || m.is(list, "SPY")
	}
	return m.outlawed(a) && !m.outlawed(b) && state(b) || m.outlawed(b) && !m.outlawed(a) && state(a)
}

// antis returns whom a protest is against by the word for it or for those who
// protest: "anti-Erdoğan protesters", "anti-government protests", of which the
// government is that of the land of the actors.
func (m *matcher) antis(d *draft) []int {
	t := &m.tree
	for i := range t.s.Tokens {
		word, joined := strings.CutPrefix(lower(t.tok(i).Form), "anti-")
		at := i
		if !joined {
			if lower(t.tok(i).Form) != "anti" || i+2 >= len(t.s.Tokens) || t.tok(i+1).Form != "-" {
				continue
			}
			at = i + 2
			word = lower(t.tok(at).Form)
		}
		if d.actorToken >= 0 && !t.under(i, d.actorToken) && !t.under(i, d.trigger) {
			continue
		}
		if p := m.at(at); len(p) > 0 && !slices.Equal(p, d.actors) && at != i {
			return without(p, d.actors)
		}
		if p := without(m.called(word), d.actors); len(p) > 0 {
			return p
		}
		if at+1 < len(t.s.Tokens) && t.head(at+1) == t.head(at) && t.tok(at+1).Base() == "compound" {
			word = lower(t.tok(at + 1).Form) // "anti-Orbán government protesters"
		}
		if word == "government" || word == "regime" || word == "junta" {
			return m.governmentOf(d.actors)
		}
	}
	return nil
}

// marchers puts those who are called demonstrators before the trigger of a
// protest in the place of police and troops whom the parser made its actors:
// "police fired tear gas at demonstrators gathered to protest".
func (m *matcher) marchers(d *draft) {
	if len(d.actors) == 0 || !m.is(d.actors, "COP") && !m.is(d.actors, "MIL") || m.is(d.actors, "OPP") {
		return
	}
	for k := d.trigger - 1; k >= 0; k-- {
		if p := m.at(k); len(p) > 0 && m.tree.isNoun(k) && m.is(p, "OPP") && m.is(p, "CVL") {
			d.recipients = without(union(d.recipients, nil), p)
			d.actors, d.actorTrust = p, byPlace
			return
		}
	}
}

// called returns the person of the text whose surname is the word, in small
// letters, or the party or body whose name it is.
func (m *matcher) called(word string) []int {
	for e := range m.cast.Entities {
		x := &m.cast.Entities[e]
		if len(word) > 2 && (x.Kind == actor.Person && strings.HasSuffix(lower(x.Name), " "+word) || x.Kind == actor.Organization && lower(x.Name) == word) {
			return []int{e}
		}
	}
	return nil
}

// protested returns whom the protest is against that a draft says is joined:
// "attended rallies to protest the takeover by the junta".
func (m *matcher) protested(d *draft) []int {
	if d.inner < 0 {
		return nil
	}
	in := m.candidate(d.inner)
	if in == nil || in.code.Type != "PROTEST" || m.onlyPlaces(in.recipients) || in.recipToken >= 0 && m.f.c.ordeal.has(&m.tree, in.recipToken) {
		return nil
	}
	return without(in.recipients, d.actors)
}

// facing leaves out of the states that fight each other the one whose people
// alone were harmed: "a Thai soldier was shot as both countries exchanged fire".
func (m *matcher) facing(d *draft) {
	if d.code.Type != "ASSAULT" || len(d.actors) < 2 || m.countries(d.recipients) != 1 || !m.is(d.recipients, "PEOPLE") {
		return
	}
	code := m.countryOf(d.recipients)
	rest := make([]int, 0, len(d.actors))
	for _, p := range d.actors {
		e := &m.cast.Entities[p]
		if e.Kind != actor.Country && e.Kind != actor.Government {
			return
		}
		if e.Country != code {
			rest = append(rest, p)
		}
	}
	if len(rest) > 0 {
		d.actors = rest
	}
}

// wronged gives an assault that somebody is accused of, and of which the text
// names no victim, the accuser as its recipient, if it is a state or bears arms:
// "accused Israel of violating the ceasefire".
func (r *reading) wronged(d *draft) {
	if d.code.Type != "ASSAULT" || len(d.recipients) > 0 || len(d.actors) != 1 || d.within < 0 || d.within >= len(r.drafts) || r.drafts[d.within].code.Type != "ACCUSE" {
		return
	}
	m := r.m
	if p := without(r.drafts[d.within].actors, d.actors); len(p) == 1 && (m.is(p, "STATE") || m.is(p, "ARMED")) && (m.foreign(p, d.actors) || m.opposed(p, d.actors)) {
		d.recipients, d.recipTrust = p, byPlace
	}
}

// accusersOwn gives the soldiers and police of no known country, against whom
// somebody is accused of violence, the country of the state that accuses:
// "Syria accused Hezbollah of killing three soldiers".
func (r *reading) accusersOwn(d *draft) {
	if d.code.Type != "ASSAULT" || d.within < 0 || d.within >= len(r.drafts) || r.drafts[d.within].code.Type != "ACCUSE" {
		return
	}
	code := r.m.sovereign(r.drafts[d.within].actors)
	if code == "" || r.m.sovereign(d.actors) == code {
		return
	}
	for _, p := range d.recipients {
		if e := &r.m.cast.Entities[p]; e.Country == "" && e.Kind == actor.Group && (slices.Contains(e.Sectors, "MIL") || slices.Contains(e.Sectors, "COP")) {
			e.Country = code
		}
	}
}

// blamed turns what is condemned on whoever does it, where the words before the
// deed or "by" behind it tell who: "condemned the Russian invasion of Ukraine",
// "denounced Iran's attack on Israel". Where they do not, those to whom it is
// done are not who is condemned.
func (m *matcher) blamed(d *draft) {
	t := &m.tree
	if d.code.Type != "ACCUSE" || d.p.code.Type == "ASSAULT" || d.p.kind != lexicon.VerbPattern || d.recipToken < 0 {
		return // an attack in words goes at whom it goes at
	}
	for _, k := range d.covered {
		hostile := m.f.c.attack.has(t, k) || m.hostileDeed(k)
		if k == d.trigger || !t.isNoun(k) || d.recipToken == k || !hostile && (!m.f.c.deed.has(t, k) || m.f.c.accusation.has(t, k)) {
			continue
		}
		for c := t.first[k]; c >= 0; c = t.next[c] {
			i := int(c)
			switch {
			case t.tok(i).Rel == "nmod:poss", t.tok(i).Base() == "amod", t.tok(i).Base() == "nmod" && t.preposition(i) == "by":
			default:
				continue
			}
			if p := without(m.parties(i, named).parties, d.actors); len(p) > 0 && m.foreign(p, d.recipients) && !m.onlyPlaces(p) {
				d.recipients, d.recipTrust = p, byOwner
				return
			}
		}
		switch p := t.preposition(d.recipToken); {
		case hostile && (p == "on" || p == "against"):
			d.spared = union(d.spared, d.recipients)
			d.recipients = nil
		}
		return
	}
}

// hostileDeed reports whether noun k tells a hostile act: "aggression", "blockade".
func (m *matcher) hostileDeed(k int) bool {
	c := m.candidate(k)
	return c != nil && Quad(c.code.Type) == 4
}

// joined gives praise and blame of what two did together, an agreement or a
// meeting, both of them for recipients: "hailed Egypt's deal with Sudan".
func (m *matcher) joined(d *draft) {
	if d.code.Type != "ACCUSE" && d.code.Type != "SUPPORT" || d.p.kind != lexicon.VerbPattern || len(d.recipients) == 0 {
		return
	}
	for c := m.tree.first[d.trigger]; c >= 0; c = m.tree.next[c] {
		k := int(c)
		if k != d.recipToken && !slices.Contains(d.covered, k) || m.tree.tok(k).Base() != "obj" {
			continue
		}
		in := m.candidate(k)
		if in == nil || in.p.kind != lexicon.NounPattern || !in.p.rule.reciprocal {
			continue
		}
		if all := union(in.actors, in.partners); len(all) > 1 && sharePlace(all, d.recipients) && !sharePlace(all, d.actors) {
			d.recipients = all
		}
	}
}

// withoutPlaces returns the parties to what takes two without mere places,
// where two others are left: where they meet is no party.
func (m *matcher) withoutPlaces(parties []int) []int {
	var out []int
	for _, p := range parties {
		if !m.onlyPlaces([]int{p}) {
			out = append(out, p)
		}
	}
	if len(out) < 2 {
		return parties
	}
	return out
}

// governmentOf returns the state of the actors' country, where the text names it.
func (m *matcher) governmentOf(actors []int) []int {
	for _, a := range actors {
		if code := m.cast.Entities[a].Country; code != "" {
			if p := m.stateOf(code, a); p != nil {
				return p
			}
		}
	}
	return nil
}

// stateOf returns the first state or government of the country that the text
// names, other than entity but; nil without one.
func (m *matcher) stateOf(country string, but int) []int {
	for e := range m.cast.Entities {
		if x := &m.cast.Entities[e]; e != but && x.Country == country && (x.Kind == actor.Country || x.Kind == actor.Government) {
			return []int{e}
		}
	}
	return nil
}

// ownSide reports whether the parties told by token i are the actors' own:
// theirs by a possessor, or of the same state and both in its service.
func (m *matcher) ownSide(c *candidate, i int, parties []int) bool {
	if o := m.owner(i, owned, 0); sharePlace(o.parties, c.actors) {
		return true
	}
	return m.sameService(parties, c.actors)
}

// sameService reports whether the parties are of one state with the actors, and
// both serve it.
func (m *matcher) sameService(parties, actors []int) bool {
	if m.foreign(parties, actors) {
		return false
	}
	public := func(list []int) bool {
		return m.is(list, "GOV") || m.is(list, "MIL") || m.is(list, "COP") || m.is(list, "SPY")
	}
	return public(parties) && public(actors)
}

// envoys returns the state whose envoys a draft is done to, where another
// phrase was taken for the recipient: "summons the British ambassador after the
// seizure of the tanker".
func (m *matcher) envoys(d *draft) []int {
	for _, o := range m.frame(d.trigger).obj {
		if o == d.recipToken || !m.f.classes["envoy"].has(&m.tree, o) {
			continue
		}
		if p := m.owners(o, 'R'); len(p.parties) > 0 && !m.stateless(p.parties) && m.foreign(p.parties, d.actors) {
			return p.parties
		}
	}
	return nil
}

// third reports whether the recipients of a draft are others than those who
// agree, for whom they do what they agree on: "agree to send missiles to Ukraine".
func (m *matcher) third(d *draft) bool {
	if d.inner < 0 || len(d.recipients) == 0 || !m.foreign(d.recipients, d.actors) {
		return false
	}
	in := m.candidate(d.inner)
	return in != nil && (in.code.Type == "AID" || in.code.Type == "SUPPORT" && !in.p.rule.reciprocal || Quad(in.code.Type) == 4)
}
