package actor

import "slices"

// chieftains gives those whom the text calls the leader or a commander of a body
// that bears arms against or beside the state, and of whom nothing else is known, the
// sectors of that body in the place of those of who leads a state or its army: "a
// prominent leader of the rebel faction". Ministers and mayors of such a body rule.
func (r *casting) chieftains() {
	for e := range r.ents {
		x := &r.ents[e]
		if x.into >= 0 || x.kind != Person || x.plural || !r.onlyLeads(x) {
			continue
		}
		if len(x.sectors) > 0 && !slices.Contains(x.sectors, "GOV") && !slices.Contains(x.sectors, "MIL") {
			continue
		}
		o := r.bandOf(x)
		switch {
		case o < 0:
		case x.person < 0:
			x.sectors = slices.Clone(r.ents[o].sectors)
			if x.country == "" {
				x.country = r.ents[o].country
			}
		case slices.ContainsFunc(x.sectors, irregular):
			x.sectors = slices.DeleteFunc(slices.Clone(x.sectors), func(s string) bool { return s == "GOV" })
		}
	}
}

// bandOf returns the body of irregulars to which an entity is said to belong, or -1.
func (r *casting) bandOf(x *ent) int32 {
	owners := []int32{x.of}
	for _, i := range x.cands {
		owners = append(owners, r.ownerEntity(&r.cands[i]))
	}
	for _, o := range owners {
		if o < 0 {
			continue
		}
		o = r.find(o)
		if y := &r.ents[o]; (y.kind == Organization || y.kind == Group) && len(y.sectors) > 0 && irregular(y.sectors[0]) {
			return o
		}
	}
	return -1
}

// onlyLeads reports whether all titles of an entity are those of whoever leads
// something or commands its men, and none that of an office of state.
func (r *casting) onlyLeads(x *ent) bool {
	for _, t := range x.titles {
		switch r.k.titles[t].Governs {
		case "leader", "army", "staff", "body", "party":
		default:
			return false
		}
	}
	return true
}

// irregular reports whether a sector is of those who bear arms but do not serve a
// state.
func irregular(sector string) bool {
	switch sector {
	case "REB", "UAF", "PRM", "CRM":
		return true
	}
	return false
}
