package event

import "slices"

// Those who are named in a text's first sentences are what it is about.
const leadSentences = 2

// A setting is what the text as a whole says for or against its events.
type setting struct {
	report bool // ten sentences or more
	lands  int  // the countries of those in it, 6 for six and more
}

// setting reads the whole of the document.
func (m *matcher) setting() setting {
	s := setting{report: len(m.doc.Sentences) >= 10}
	var lands []string
	for i := range m.cast.Entities {
		if lands = withLand(lands, m.cast.Entities[i].Country); len(lands) == 6 {
			break
		}
	}
	s.lands = len(lands)
	return s
}

// A scene is what the sentence at hand says for or against its events.
type scene struct {
	told     int // drafts that are not dropped
	near     int // the countries of those whom it mentions, 3 for three and more
	question bool
}

// look reads the sentence at hand, once its drafts are settled.
func (r *reading) look() scene {
	var s scene
	for i := range r.drafts {
		if !r.drafts[i].dropped {
			s.told++
		}
	}
	m := r.m
	var lands []string
	for i := range m.tree.s.Tokens {
		s.question = s.question || m.tree.s.Tokens[i].Form == "?"
		for _, e := range m.cast.At(m.sentence, i) {
			if len(lands) < 3 {
				lands = withLand(lands, m.cast.Entities[e].Country)
			}
		}
	}
	s.near = len(lands)
	return s
}

// withLand adds a country to those that are not among lands yet.
func withLand(lands []string, country string) []string {
	if country == "" || slices.Contains(lands, country) {
		return lands
	}
	return append(lands, country)
}

// joint reports whether those who act are of two countries or more, and so each
// the other side: "Kenya and Uganda met".
func (m *matcher) joint(actors []int) bool {
	var lands []string
	for _, p := range actors {
		lands = withLand(lands, m.cast.Entities[p].Country)
	}
	return len(lands) > 1
}

// leads reports whether one of the parties is named at the head of the text.
func (m *matcher) leads(parties []int) bool {
	for _, p := range parties {
		if l := m.cast.Entities[p].Mentions; len(l) > 0 && l[0].Sentence < leadSentences {
			return true
		}
	}
	return false
}
