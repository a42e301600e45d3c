package event

import "slices"

// confidence is how far an event is to be trusted, between 0.3 and 0.98 for
// what is worth telling: the rule's prior, raised by a pattern that asks for
// much, lowered by parties known only through others, by parties supplied
// from outside the clause, by an event that may not have come about, and by
// one that only a noun tells. The weights are a first estimate; a learned
// scorer takes their place.
func (r *reading) confidence(d *draft, e *Event) float64 {
	c := d.p.rule.prior
	c += 0.02 * float64(min(d.specificity, 8))
	if len(e.Actors) > 0 {
		c *= 0.5 + 0.5*d.actorTrust
	} else if !e.BySpeaker {
		c *= 0.75
	}
	if len(e.Recipients) > 0 {
		c *= 0.5 + 0.5*d.recipTrust
	} else if ontology[e.Type].Recipient {
		c *= 0.6
	}
	if d.purpose {
		c *= 0.7
	}
	if slices.Contains(e.Aux, Hypothetical) {
		c *= 0.8
	}
	if b := r.m.tree.tok(d.trigger).Base(); b == "acl" && d.within < 0 {
		c *= 0.9
	}
	if d.conditional {
		c *= 0.7
	}
	if d.background {
		c *= 0.55
	}
	if d.p.kind == 'n' {
		c *= 0.92
	}
	if r.m.plain(e.Actors) && len(e.Actors) > 0 {
		c *= 0.9
	}
	return min(max(round(c), 0.05), 0.98)
}

// round cuts to four places, so that the written form is the same everywhere.
func round(x float64) float64 { return float64(int(x*1e4+0.5)) / 1e4 }
