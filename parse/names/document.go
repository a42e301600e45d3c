package names

import (
	"slices"
	"strings"

	"readout/parse/gazetteer"
	"readout/syntax"
)

// A spelling is what a document's names that are written in one way were read
// as.
type spelling struct {
	votes [kinds]int     // how many names were read so
	sum   [kinds]float32 // of their scores
	known int            // the kind that the gazetteer has it under and no other, -1 without
	full  bool           // it ends a person's full name
	storm bool           // it is a storm's
}

const (
	// least is where a token's score ends to count: a sentence tells no more
	// than that against a kind.
	least = -6
	// known is how much it tells of a name's kind that the gazetteer has it
	// under no other.
	known = 6
	// unsure is how far below being no name at all a token may be for the
	// document's other sentences to make it one.
	unsure = -2
	// longest is how many tokens a name may have that is looked for again.
	longest = 4
)

// spelling returns the spelling of tokens, a new one if there is none. It is
// valid until the next call.
func (m *Mender) spelling(tokens []syntax.Token) *spelling {
	i, ok := m.find(tokens)
	if !ok {
		i = len(m.seen)
		m.seen = append(m.seen, spelling{known: -1})
		m.index[string(m.key)] = i
	}
	return &m.seen[i]
}

// find returns the index of the spelling of tokens, if there is one.
func (m *Mender) find(tokens []syntax.Token) (int, bool) {
	m.spell(tokens)
	i, ok := m.index[string(m.key)]
	return i, ok
}

// spell sets key to the tokens' forms.
func (m *Mender) spell(tokens []syntax.Token) {
	m.key = m.key[:0]
	for i := range tokens {
		m.key = append(append(m.key, tokens[i].Form...), ' ')
	}
}

// count adds up what the names were read as.
func (m *Mender) count(sentences []syntax.Sentence, scores []Scores) {
	at := 0
	for i := range sentences {
		s := &sentences[i]
		for j := range s.Names {
			n := &s.Names[j]
			if n.Kind == syntax.Person && n.Last-n.First > 1 && m.stormy(s.Tokens[n.First:n.Last]) {
				n.Kind = syntax.EventName
			}
			k := kindOf(n.Kind)
			if k < 0 {
				continue
			}
			e := m.spelling(s.Tokens[n.First:n.Last])
			if e.votes == [kinds]int{} {
				m.judge(e, s.Tokens[n.First:n.Last])
			}
			e.votes[k]++
			for j := range e.sum {
				e.sum[j] += max(scores[at+n.First][j+1], least)
			}
			if k == person && n.Last-n.First > 1 {
				m.spelling(s.Tokens[n.Last-1 : n.Last]).full = true
			}
		}
		at += len(s.Tokens)
	}
}

// stormy reports whether the tokens end in the name of a storm of the document
// and do not begin with a given name: "T C Rita".
func (m *Mender) stormy(tokens []syntax.Token) bool {
	return m.ofStorm(tokens) && !m.of(tokens[:1]).Has(gazetteer.Given)
}

// ofStorm reports whether the last of the tokens is the name of a storm of the
// document.
func (m *Mender) ofStorm(tokens []syntax.Token) bool {
	i, ok := m.find(tokens[len(tokens)-1:])
	return ok && m.seen[i].storm
}

// judge adds what the gazetteer knows of a name.
func (m *Mender) judge(e *spelling, tokens []syntax.Token) {
	e.known = m.only(tokens)
	if e.known >= 0 {
		e.sum[e.known] += known
	}
}

// only returns the kind of names as which alone the gazetteer knows the tokens,
// -1 without. Letters that stand for other words may be anybody's but a body's.
func (m *Mender) only(tokens []syntax.Token) int {
	known := -1
	switch c := m.of(tokens); {
	case c.Only(gazetteer.Body):
		return body
	case c.Only(gazetteer.Given, gazetteer.Surname, gazetteer.Person):
		known = person
	case c.Only(gazetteer.Place, gazetteer.State):
		known = place
	}
	if strings.ToUpper(tokens[0].Form) == tokens[0].Form {
		return -1
	}
	return known
}

// best returns the kind that the names written so have: of those that they
// were read as, the one whose scores are best, and instead of a person, body or
// place the one of these that the gazetteer knows where its score is better; -1
// without.
func (e *spelling) best() int {
	best := -1
	for k, v := range e.votes {
		if v > 0 && (best < 0 || e.sum[k] > e.sum[best]) {
			best = k
		}
	}
	switch best {
	case person, body, place:
		if e.known >= 0 && e.sum[e.known] > e.sum[best] {
			return e.known
		}
	}
	return best
}

// recall makes tokens a name that are written as one elsewhere and that the
// network held for nearly as likely to be one.
func (m *Mender) recall(sentences []syntax.Sentence, scores []Scores) {
	at := 0
	for i := range sentences {
		s := &sentences[i]
		next := 0 // the first name that does not end before t
		for t := 0; t < len(s.Tokens); t++ {
			for next < len(s.Names) && s.Names[next].Last <= t {
				next++
			}
			end := len(s.Tokens)
			if next < len(s.Names) {
				end = s.Names[next].First
			}
			if m.surname(s, t) {
				s.Names = slices.Insert(s.Names, next, syntax.Name{First: t, Last: t + 1, Kind: syntax.Person})
				continue
			}
			if slices.Max(scores[at+t][1:]) < scores[at+t][0]+unsure {
				continue
			}
			for last := min(end, t+longest); last > t; last-- {
				j, ok := m.find(s.Tokens[t:last])
				if !ok {
					continue
				}
				k := m.seen[j].best()
				if k < 0 || scores[at+t][k+1] < scores[at+t][0]+unsure {
					continue
				}
				if n := (syntax.Name{First: t, Last: last, Kind: Kinds[k]}); !none(s, n) {
					s.Names = slices.Insert(s.Names, next, n)
					t = last - 1
				}
				break
			}
		}
		at += len(s.Tokens)
	}
}

// surname reports whether token t, a proper noun by itself that the gazetteer
// knows as nothing but persons, ends the full name of a person of the document.
func (m *Mender) surname(s *syntax.Sentence, t int) bool {
	if s.Tokens[t].UPos != "PROPN" || t+1 < len(s.Tokens) && s.Tokens[t+1].UPos == "PROPN" ||
		t > 0 && (s.Tokens[t-1].UPos == "DET" || s.Tokens[t-1].UPos == "PROPN") {
		return false
	}
	if len(s.Names) > 0 && slices.ContainsFunc(s.Names, func(n syntax.Name) bool { return n.First <= t && t < n.Last }) {
		return false
	}
	j, ok := m.find(s.Tokens[t : t+1])
	if !ok || !m.seen[j].full {
		return false
	}
	c := m.of(s.Tokens[t : t+1])
	return c == 0 || c.Only(gazetteer.Given, gazetteer.Surname, gazetteer.Person)
}

// unite gives names that are written in one way one kind. A word that ends a
// person's full name is that person, unless it is a place or state as well.
func (m *Mender) unite(sentences []syntax.Sentence) {
	for i := range sentences {
		s := &sentences[i]
		for j := range s.Names {
			n := &s.Names[j]
			at, ok := m.find(s.Tokens[n.First:n.Last])
			if !ok {
				continue
			}
			if e := &m.seen[at]; e.full && n.Last-n.First == 1 && n.Kind != syntax.Group {
				if c := m.of(s.Tokens[n.First:n.Last]); !c.Has(gazetteer.Place) && !c.Has(gazetteer.State) {
					n.Kind = syntax.Person
					continue
				}
			}
			if k := m.seen[at].best(); k >= 0 {
				n.Kind = Kinds[k]
			}
		}
	}
}
