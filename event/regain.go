package event

// foeReach is how many sentences back the text may have named the armed band
// that holds the land which an army takes back.
const foeReach = 2

// regained puts an armed band of no country that the text has just told of in
// the place of land that its own state, or people of it, take back: nobody takes
// his own land from himself.
func (m *matcher) regained(d *draft) {
	if d.code.Type != "ASSAULT" || len(d.actors) == 0 || len(d.recipients) == 0 || !m.onlyPlaces(d.recipients) || m.foreign(d.recipients, d.actors) || !m.f.c.regain.has(&m.tree, d.trigger) {
		return
	}
	best, at := -1, m.sentence-foeReach-1
	for p := range m.cast.Entities {
		e := &m.cast.Entities[p]
		if e.Country != "IMG" || !m.is([]int{p}, "ARMED") {
			continue
		}
		for _, x := range e.Mentions {
			if x.Sentence > at && x.Sentence <= m.sentence {
				best, at = p, x.Sentence
			}
		}
	}
	if best < 0 || m.is(d.actors, "IMG") {
		return
	}
	d.recipients, d.recipTrust, d.loose = []int{best}, byPlace, true
}
