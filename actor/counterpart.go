package actor

import (
	"slices"
)

// counterpart finds whom "his counterpart" means: the holder of the same
// office in the country that is named, or the other of the two who were last
// spoken of with him.
func (r *casting) counterpart(i int32, c *candidate) bool {
	o := r.ownerEntity(c)
	if o < 0 || c.plural {
		return false
	}
	x := &r.ents[o]
	if len(c.parties) > 0 {
		code := r.k.parties[c.parties[0]].Code
		if t := r.titleOf(x); t >= 0 {
			if p, _ := r.k.holder(t, code, r.date); p >= 0 {
				r.join(i, r.personEntity(p))
				return true
			}
		}
		return false
	}
	if x.kind != Person {
		return false
	}
	members := r.strongest(&candidate{sent: c.sent, role: -1, title: -1, key: "counterpart", gender: c.gender}, 4, false, false)
	if members == nil {
		for n := 3; n > 1 && members == nil; n-- {
			members = r.strongest(&candidate{sent: c.sent, role: -1, title: -1, key: "counterpart", gender: c.gender}, n, false, false)
		}
	}
	for _, e := range members {
		y := &r.ents[e]
		if e != o && y.country != "" && y.country != x.country && slices.Contains(y.sectors, "GOV") {
			r.join(i, e)
			return true
		}
	}
	return false
}

// titleOf returns a title that stands for the office of a person, or by which
// the text has called him; or -1.
func (r *casting) titleOf(x *ent) int32 {
	if x.person >= 0 && x.office != "" {
		for _, t := range r.k.meant[x.office] {
			if r.k.titles[t].Governs != "leader" {
				return t
			}
		}
	}
	if len(x.titles) > 0 {
		return x.titles[len(x.titles)-1]
	}
	return -1
}
