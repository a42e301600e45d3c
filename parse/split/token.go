package split

import (
	"unicode"
	"unicode/utf8"

	"readout/lexicon"
)

// A piece is one token of a block before sentences are known.
type piece struct {
	start, end int
	kind       kind
}

// A kind says what a piece is for the end of a sentence.
type kind uint8

const (
	word    kind = iota
	bound        // an abbreviation with its stop that never ends a sentence
	loose        // an abbreviation with its stop that may end a sentence
	figure       // a number: begins with a digit
	money        // a currency sign
	stop         // . ! ? and runs of them
	dots         // an ellipsis
	quote        // a double quotation mark of any glyph
	tick         // a single quotation mark
	opening      // an opening bracket
	closing      // a closing bracket
	dash         // a dash or hyphen
	bullet       // a sign that opens an item
	mark         // any other punctuation
	sign         // any other symbol, emoticon or address
	face         // an emoticon or pictograph
)

// A tokeniser cuts blocks into pieces by the rules of the English Web
// Treebank and GUM: clitics and hyphens are words of their own, affixes
// ("anti-", "co-"), numbers, abbreviations and addresses stay whole. It is
// used for one text at a time and reuses its memory.
type tokeniser struct {
	abbr   *lexicon.Abbreviations
	text   string
	to     int // end of the block
	pieces []piece
	// noAddress is the end of the stretch in which no address begins.
	noAddress int
	quotes    bool // the block has double quotation marks
}

// Classes of character, as bits, for the bytes below utf8.RuneSelf.
const (
	letters = 1 << iota
	digits
	blanks
	others
	wide // beyond ASCII
	ats  // @
	dotted
	slashes
	ticks
	colons
)

var class = func() (c [256]uint16) {
	for i := range c {
		switch {
		case i >= utf8.RuneSelf:
			c[i] = wide
		case i >= 'a' && i <= 'z', i >= 'A' && i <= 'Z':
			c[i] = letters
		case i >= '0' && i <= '9':
			c[i] = digits
		case i == ' ', i >= '\t' && i <= '\r':
			c[i] = blanks
		default:
			c[i] = others
		}
	}
	c['@'] |= ats
	c['.'] |= dotted
	c['/'] |= slashes
	c[':'] |= colons
	c['\''] |= ticks
	c['_'] |= letters
	return c
}()

// blank reports whether a character separates words: white space, and the
// invisible marks of no width that pages put between words.
func blank(r rune) bool {
	switch r {
	case '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e',
		'\u2066', '\u2067', '\u2068', '\u2069':
		return true
	}
	return unicode.IsSpace(r)
}

// block cuts text[from:to] into t.pieces, in order, every character that is
// not blank in exactly one of them.
func (t *tokeniser) block(text string, from, to int) {
	t.text, t.to, t.pieces, t.noAddress, t.quotes = text, to, t.pieces[:0], from, false
	for i := from; i < to; {
		j := i
		var seen uint16
		for j < to {
			c := class[text[j]]
			if c == letters {
				j++
			} else if c&wide != 0 {
				r, n := t.runeAt(j)
				if blank(r) {
					break
				}
				j += n
			} else if c == blanks {
				break
			} else {
				j++
			}
			seen |= c
		}
		if j == i { // a blank
			_, n := t.runeAt(i)
			i += n
			continue
		}
		if seen == letters {
			t.emitWord(i, j)
		} else {
			t.chunk(i, j, seen)
		}
		i = j
	}
}

// runeAt decodes the character at i, not looking beyond the block.
func (t *tokeniser) runeAt(i int) (rune, int) {
	if i >= t.to {
		return 0, 0
	}
	if c := t.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(t.text[i:t.to])
}

// at returns the byte at i, or 0 at the end of the block.
func (t *tokeniser) at(i int) byte {
	if i < 0 || i >= t.to {
		return 0
	}
	return t.text[i]
}

func (t *tokeniser) emit(start, end int, k kind) int {
	t.pieces = append(t.pieces, piece{start, end, k})
	return end
}

// chunk cuts the characters between two blanks.
func (t *tokeniser) chunk(i, j int, seen uint16) {
	addresses := seen&(ats|dotted|slashes|colons) != 0
	for p := i; p < j; {
		if addresses && p >= t.noAddress {
			if e := t.address(p, j); e > p {
				p = t.emit(p, e, sign)
				continue
			}
		}
		r, n := t.runeAt(p)
		switch {
		case isDigit(r):
			p = t.number(p, j)
		case isWord(r):
			p = t.word(p, j)
		default:
			p = t.mark(p, j, r, n)
		}
	}
}

func isDigit(r rune) bool {
	return r >= '0' && r <= '9' || r >= utf8.RuneSelf && unicode.IsDigit(r)
}

// isWord reports whether a word may begin with or go on in the character.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return class[r]&letters != 0
	}
	if r == utf8.RuneError {
		return false
	}
	return unicode.IsLetter(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nl, unicode.No) || r == '\u00ad' || r == '\u200d' || r == '\u200c'
}

// adjoins reports whether the last piece ends at p.
func (t *tokeniser) adjoins(p int) bool {
	return len(t.pieces) > 0 && t.pieces[len(t.pieces)-1].end == p
}

// last returns the kind of the last piece, or sign if there is none.
func (t *tokeniser) last() kind {
	if len(t.pieces) == 0 {
		return sign
	}
	return t.pieces[len(t.pieces)-1].kind
}

// next returns the first character after the blanks at p and where it is.
func (t *tokeniser) next(p int) (rune, int) {
	for p < t.to {
		r, n := t.runeAt(p)
		if !blank(r) {
			return r, p
		}
		p += n
	}
	return 0, p
}
