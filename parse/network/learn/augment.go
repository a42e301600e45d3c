package learn

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/parse/network"
)

// augment returns e, or now and then a copy as other media would print it: in
// capitals, title case or lower case, with other quotation marks, without its
// full stop, with nothing known of its spaces, or of names that no gazetteer
// knows.
func augment(e *Example, rng *rand.Rand) *Example {
	c := e
	edit := func() {
		if c == e {
			d := *e
			d.Tokens = append([]network.Token(nil), e.Tokens...)
			c = &d
		}
	}
	switch p := rng.IntN(100); {
	case p < 3:
		edit()
		for i := range c.Tokens {
			c.Tokens[i].Form = strings.ToUpper(c.Tokens[i].Form)
		}
	case p < 6:
		edit()
		for i := range c.Tokens {
			c.Tokens[i].Form = titled(c.Tokens[i].Form)
		}
	case p < 9:
		edit()
		for i := range c.Tokens {
			c.Tokens[i].Form = strings.ToLower(c.Tokens[i].Form)
			c.Tokens[i].Marks = 0
		}
	}
	// Most names of unseen texts stand in no gazetteer.
	all := rng.IntN(100) < 8
	for i := range e.Tokens {
		if e.Tokens[i].Marks != 0 && (all || rng.IntN(100) < 12) {
			edit()
			c.Tokens[i].Marks = 0
		}
	}
	if rng.IntN(100) < 12 {
		edit()
		for i := range c.Tokens {
			c.Tokens[i].Space = network.Unknown
		}
	}
	if rng.IntN(100) < 8 {
		edit()
		for i := range c.Tokens {
			switch c.Tokens[i].Form {
			case `"`, "``", "''", "“", "”":
				if rng.IntN(2) == 0 {
					c.Tokens[i].Space = network.Spaced
				}
				if rng.IntN(3) == 0 {
					c.Tokens[i].Form = "'"
				}
			}
		}
	}
	if last := len(c.Tokens) - 1; last > 1 && c.Tree && c.Tokens[last].Form == "." && rng.IntN(100) < 8 && !hasChild(c.Heads, last) {
		d := *c
		d.Tokens, d.Heads, d.Rel = c.Tokens[:last], c.Heads[:last], c.Rel[:last]
		d.UPos, d.XPos, d.Names = c.UPos[:last], c.XPos[:last], c.Names[:last]
		if c.Soft != nil {
			d.Soft = c.Soft.first(last)
		}
		c = &d
	}
	return c
}

func hasChild(heads []int, i int) bool {
	for _, h := range heads {
		if h == i {
			return true
		}
	}
	return heads[i] < 0
}

// titled gives the form as in a headline: a capital first, but for short
// words that headlines leave small.
func titled(s string) string {
	switch s {
	case "a", "an", "the", "of", "in", "on", "to", "for", "and", "or", "by", "at", "as", "n't", "'s":
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
