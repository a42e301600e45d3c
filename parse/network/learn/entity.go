package learn

import (
	"strconv"
	"strings"

	"readout/syntax"
)

// entityReader follows the mentions of the GUM corpus, which MISC opens and
// closes as "Entity=(3-person-new-cf1-1,2-coref-Barack_Obama(4-place…)4)".
// Mentions do not run over sentences.
type entityReader struct{}

type mention struct {
	id, kind    string
	least       string // tokens of the smallest span, counted from 1 in the mention
	first, last int
}

// names sets the outputs for the sentence's names: the smallest span of each
// mention whose words are proper nouns, without titles and common nouns in front.
// Of nested names the longest counts; an office with that of whose it is ("King
// of Athens") is none, but what stands in it may be.
func (entityReader) names(c *syntax.CoNLLU, names []uint32) {
	var open, all []mention
	for i, misc := range c.Misc {
		value := ""
		for _, part := range strings.Split(misc, "|") {
			if v, ok := strings.CutPrefix(part, "Entity="); ok {
				value = v
			}
		}
		for value != "" {
			switch {
			case value[0] == '(':
				end := strings.IndexAny(value[1:], "()")
				body := value[1:]
				if end >= 0 {
					body = value[1 : end+1]
				}
				value = value[1+len(body):]
				f := strings.Split(body, "-")
				if len(f) >= 6 {
					open = append(open, mention{id: f[0], kind: f[1], least: f[5], first: i})
				}
				if strings.HasPrefix(value, ")") {
					value = value[1:]
					if len(f) >= 6 {
						m := open[len(open)-1]
						open = open[:len(open)-1]
						m.last = i
						all = append(all, m)
					}
				}
			default:
				id, rest, _ := strings.Cut(value, ")")
				value = rest
				for k := len(open) - 1; k >= 0; k-- {
					if open[k].id == id {
						m := open[k]
						open = append(open[:k], open[k+1:]...)
						m.last = i
						all = append(all, m)
						break
					}
				}
			}
		}
	}
	for i := range names {
		names[i] = outside
	}
	type name struct{ first, last, kind int }
	var found []name
	for _, m := range all {
		first, last, ok := m.proper(c.Tokens)
		if !ok {
			continue
		}
		k := -1
		switch m.kind {
		case "person":
			k = person
			if t := c.Tokens[head(c.Tokens, first, last)]; t.XPos == "NNPS" || first == last && t.UPos == "ADJ" {
				k = group
			} else if office(c.Tokens[first : last+1]) {
				continue
			}
		case "organization":
			k = organization
		case "place":
			k = location
		case "event":
			k = eventName
		case "object", "substance", "abstract", "plant", "animal":
			k = product
			if first == last && demonym(c.Tokens[last].Form) {
				k = group // languages
			}
		default:
			continue
		}
		found = append(found, name{first, last, k})
	}
	for len(found) > 0 {
		best := 0
		for i, n := range found {
			b := found[best]
			if d := n.last - n.first - (b.last - b.first); d > 0 || d == 0 && n.first < b.first {
				best = i
			}
		}
		b := found[best]
		found = append(found[:best], found[best+1:]...)
		free := true
		for i := b.first; i <= b.last; i++ {
			free = free && names[i] == outside
		}
		if !free {
			continue
		}
		names[b.first] = begin(b.kind)
		for i := b.first + 1; i <= b.last; i++ {
			names[i] = inside(b.kind)
		}
	}
}

// proper returns the span of the mention's proper name, if it has one: the
// first part of its smallest span that has a proper noun, all proper nouns or
// words that stand inside names, titles of persons cut off. Parts are set off
// by what is not of the smallest span, but for small words between, as by the
// comma in "John FitzGibbon, 2nd Earl of Clare".
func (m mention) proper(tokens []syntax.Token) (first, last int, ok bool) {
	first, last = -1, -1
	for _, s := range strings.Split(m.least, ",") {
		n, err := strconv.Atoi(s)
		if err != nil {
			return 0, 0, false
		}
		i := m.first + n - 1
		if i > m.last {
			return 0, 0, false
		}
		if first >= 0 && !small(tokens[last+1:max(i, last+1)]) {
			if properNoun(tokens[first : last+1]) {
				break
			}
			first = -1
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	if first < 0 {
		return 0, 0, false
	}
	switch m.kind {
	case "person", "organization", "place": // "actor Dennis Hopper", "journal Nature"
		from := first
		for first < last && common(&tokens[first]) {
			first++
		}
		if first > from && tokens[first].UPos != "PROPN" {
			return 0, 0, false
		}
	}
	if m.kind == "person" {
		for first < last && title(tokens[first].Form) && tokens[first+1].UPos == "PROPN" {
			first++
		}
	}
	for i := first; i <= last; i++ {
		t := &tokens[i]
		switch {
		case strings.ContainsAny(t.Form, ",;()@/:"), m.kind == "person" && (t.Form == "and" || t.Form == "&"):
			return 0, 0, false
		case t.UPos == "PROPN", joint(t.Form), t.UPos == "PUNCT", t.UPos == "NUM", capital(t.Form), t.UPos == "SYM":
		default:
			return 0, 0, false
		}
	}
	switch tokens[first].Form {
	case "Figure", "figure", "Fig.", "Table", "Listing", "Extract", "Extracts", "Appendix", "Chapter", "Section":
		return 0, 0, false // parts of a text
	}
	return first, last, properNoun(tokens[first : last+1])
}

// common reports whether the token is a common noun or adjective.
func common(t *syntax.Token) bool {
	return (t.UPos == "NOUN" || t.UPos == "ADJ") && !capital(t.Form)
}

// head returns the first of tokens first to last whose head is none of them.
func head(tokens []syntax.Token, first, last int) int {
	for i := first; i < last; i++ {
		if h := tokens[i].Head; h < first || h > last {
			return i
		}
	}
	return last
}

// office reports whether the words are a title with that of whose it is.
func office(tokens []syntax.Token) bool {
	i := 0
	for i < len(tokens) && (title(tokens[i].Form) || tokens[i].Form == "Emperor") {
		i++
	}
	return i > 0 && i < len(tokens) && tokens[i].Form == "of"
}

// small reports whether all the tokens are small words that stand inside names.
func small(tokens []syntax.Token) bool {
	for i := range tokens {
		if !joint(tokens[i].Form) {
			return false
		}
	}
	return true
}

func properNoun(tokens []syntax.Token) bool {
	for i := range tokens {
		if tokens[i].UPos == "PROPN" && !strings.ContainsAny(tokens[i].Form, "@/") {
			return true
		}
	}
	return false
}
