package actor

// partner returns the one person to whom the subject of the pronoun's clause
// did something in the sentence before, who is likely to be done to again: "Ali
// spoke with Omar. Ali asked him"; or -1.
func (r *casting) partner(p *candidate) int32 {
	if p.person != 3 || p.plural || p.gender == 'n' || p.possessive || p.rel == relSubject || p.rel == relPassive || p.clause < 0 {
		return -1
	}
	subject, with := int32(-1), int32(-1)
	for n := len(r.recent) - 1; n >= 0; n-- {
		d := &r.cands[r.recent[n]]
		if p.sent-d.sent > 1 {
			break
		}
		if d.ent < 0 {
			continue
		}
		e := r.find(d.ent)
		if d.sent == p.sent {
			if d.clause == p.clause && d.rel == relSubject {
				subject = e
			}
			continue
		}
		if subject < 0 {
			return -1
		}
		if _, ok := r.agrees(p, &r.ents[e]); ok && e != subject {
			if with >= 0 && with != e {
				return -1 // more than one
			}
			with = e
		}
	}
	g := r.g.ranges[max(p.sent-1, 0)]
	for i := g[0]; i < g[1]; i++ {
		if d := &r.cands[i]; d.ent >= 0 && r.find(d.ent) == subject && (d.rel == relSubject || d.rel == relPassive) {
			return with
		}
	}
	return -1
}

// toldTo returns the country of the state to which the pronoun, the subject of
// a verb of speech, turns, and which is hardly that of the speaker: "he urged
// Turkey to withdraw"; or "".
func (r *casting) toldTo(p *candidate) string {
	if p.rel != relSubject || !p.speech || p.gender == 'n' || p.plural {
		return ""
	}
	g := r.g.ranges[p.sent]
	for i := g[0]; i < g[1]; i++ {
		d := &r.cands[i]
		if d.ent < 0 || d.clause != p.clause || d.first < p.last || d.rel != relObject || d.by == byDemonym {
			continue
		}
		if x := &r.ents[r.find(d.ent)]; x.kind == Country {
			return x.country
		}
	}
	return ""
}
