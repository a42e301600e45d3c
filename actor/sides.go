package actor

// fewestMentions is how often a text must speak of the second of its two
// countries for "the other side" to be one of them.
const fewestMentions = 2

// otherSide finds the country that "the enemy" or "the other side" is, in a
// text that speaks of two countries above all others: the one that neither
// speaks the quotation nor acts in the clause.
func (r *casting) otherSide(i int32, c *candidate) bool {
	switch c.key {
	case "enemy", "adversary", "foe":
		if c.def != theDef || c.plural {
			return false
		}
	case "side":
		if !c.other || c.plural || c.def != theDef {
			return false
		}
	default:
		return false
	}
	if c.owner >= 0 || len(c.parties) > 0 {
		return false
	}
	a, b := r.mainParties()
	if b < 0 {
		return false
	}
	switch r.ownSide(i, c) {
	case r.k.parties[a].Code:
		r.join(i, r.partyEntity(b))
	case r.k.parties[b].Code:
		r.join(i, r.partyEntity(a))
	default:
		return false
	}
	return true
}

// mainParties returns the two states of which three quarters of the text's
// mentions of states are, or -1 for the second.
func (r *casting) mainParties() (a, b int32) {
	a, b = -1, -1
	total := 0
	for p, w := range r.weight {
		total += w
		switch {
		case w == 0:
		case a < 0 || w > r.weight[a]:
			a, b = int32(p), a
		case b < 0 || w > r.weight[b]:
			b = int32(p)
		}
	}
	if b >= 0 && (r.weight[b] < fewestMentions || 4*(r.weight[a]+r.weight[b]) < 3*total) {
		b = -1
	}
	return a, b
}

// ownSide returns the country of who speaks the candidate's quotation, or else
// of the subject that stands nearest before it within a sentence; or "".
func (r *casting) ownSide(i int32, c *candidate) string {
	if c.quote >= 0 {
		if s := r.g.quotes[c.quote].speaker; s >= 0 && r.cands[s].ent >= 0 {
			return r.ents[r.find(r.cands[s].ent)].country
		}
		return ""
	}
	for j := i - 1; j >= 0 && c.sent-r.cands[j].sent <= 1; j-- {
		d := &r.cands[j]
		if d.ent < 0 || d.rel != relSubject && d.rel != relPassive {
			continue
		}
		if code := r.ents[r.find(d.ent)].country; code != "" {
			return code
		}
	}
	return ""
}
