package network

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// A Token is what the network sees of a word.
type Token struct {
	Form  string
	Space Spacing
	Marks uint32 // what a gazetteer knows of it: bit i is row i of the marks table
}

// Spacing says whether white space stands before a token.
type Spacing uint8

// The kinds of spacing.
const (
	Unknown Spacing = iota
	Spaced
	Attached
)

// Features are the inputs of one token.
type Features struct {
	Key   []byte         // normalised form, the key of the word table
	Affix []uint32       // hashes; the bucket is the hash modulo the table's rows
	Shape [shapes]uint16 // rows of the shape table
}

// ShapeRows is the number of rows of the shape table. A token has a row of
// each of its groups: letter case × digits; first word or not × case of the
// sentence; marks inside; spacing before × after.
const ShapeRows = spaceBase + 9

const (
	shapes     = 4
	letterBase = 0
	placeBase  = letterBase + 28
	markBase   = placeBase + 12
	spaceBase  = markBase + 32
)

// longestForm is how many code points of a form are looked at, about.
const longestForm = 40

// Cases of a word.
const (
	noLetters = iota
	lowerCase
	titleCase
	upperCase
	oneCapital
	mixedCase
	otherLetters
)

// fold gives the rune that stands for r: ASCII quotes and dashes, zero for
// digits, lower case.
func fold(r rune) rune {
	if r < utf8.RuneSelf {
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case '1' <= r && r <= '9':
			return '0'
		case r == '`':
			return '\''
		}
		return r
	}
	switch r {
	case '‘', '’', '‚', '‛', '′', '´':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '–', '—', '‒', '―', '‐', '‑', '−':
		return '-'
	case '…':
		return '.'
	case '\u00a0', '\u202f', '\u2009':
		return ' '
	}
	return unicode.ToLower(r)
}

// A Reader turns tokens into features. It keeps buffers and is for one
// goroutine at a time.
type Reader struct {
	runes []rune
	ends  []int
	buf   []byte
	feats []Features
	hash  []uint32
	bytes []byte
}

// Read returns the features of a sentence, valid until the next call.
func (r *Reader) Read(tokens []Token) []Features {
	if cap(r.feats) < len(tokens) {
		r.feats = make([]Features, len(tokens)+len(tokens)/2)
	}
	r.feats = r.feats[:len(tokens)]
	r.hash, r.bytes = r.hash[:0], r.bytes[:0]
	var c cases
	for i, t := range tokens {
		c.add(r.word(t.Form, &r.feats[i]))
	}
	r.context(tokens, c)
	return r.feats
}

// cases counts the words of a sentence that are written in capitals.
type cases struct{ capital, upper, words int }

// add counts a word of a case, with some letters.
func (c *cases) add(letterCase, letters int) {
	if letters == 0 {
		return
	}
	c.words++
	switch letterCase {
	case titleCase, oneCapital, mixedCase:
		c.capital++
	case upperCase:
		c.capital++
		c.upper++
	}
}

// sentence returns the case of a sentence with such words.
func (c cases) sentence() int {
	switch {
	case c.words < 3:
		return 0
	case c.upper*5 >= c.words*4:
		return 1
	case c.capital*3 >= c.words*2:
		return 2
	case c.capital == 0:
		return 3
	case c.capital*3 >= c.words:
		return 4
	}
	return 5
}

// context fills in what depends on a token's place among the others. What
// depends on the form alone is there already.
func (r *Reader) context(tokens []Token, c cases) {
	sentence := c.sentence()
	first := true
	for i := range r.feats {
		f := &r.feats[i]
		place := sentence
		if first { // up to the first word with letters
			place += 6
			if f.Shape[0] >= lowerCase*4 {
				first = false
			}
		}
		f.Shape[1] = uint16(placeBase + place)
		after := Unknown
		if i+1 < len(tokens) {
			after = tokens[i+1].Space
		}
		f.Shape[3] = uint16(spaceBase + int(min(tokens[i].Space, Attached))*3 + int(min(after, Attached)))
	}
}

// word fills in what depends on the form alone. Of a very long form only the
// beginning and the end are looked at.
func (r *Reader) word(form string, f *Features) (letterCase, letters int) {
	r.runes = r.runes[:0]
	if len(form) > longestForm*utf8.UTFMax {
		form = form[:boundary(form, longestForm*utf8.UTFMax*3/4)] + form[boundary(form, len(form)-longestForm):]
	}
	digits, lower, upper, firstUpper, marks, others := 0, 0, 0, false, 0, 0
	for _, c := range form {
		switch {
		case 'a' <= c && c <= 'z':
			lower++
		case 'A' <= c && c <= 'Z':
			if upper+lower == 0 {
				firstUpper = true
			}
			upper++
		case '0' <= c && c <= '9':
			digits++
		case c < utf8.RuneSelf:
			others++
			marks |= mark(c)
		case unicode.IsUpper(c):
			if upper+lower == 0 {
				firstUpper = true
			}
			upper++
		case unicode.IsLetter(c):
			lower++
		default:
			others++
			marks |= mark(fold(c))
		}
		r.runes = append(r.runes, fold(c))
	}
	// "--" and "---" are one dash, "...." three full stops.
	if n := len(r.runes); n > 1 && digits == 0 && upper+lower == 0 && uniform(r.runes) {
		switch {
		case r.runes[0] == '-' && n <= 4:
			r.runes = r.runes[:1]
		case n > 3:
			r.runes = r.runes[:3]
		}
	} else if n == 1 && form == "…" {
		r.runes = append(r.runes, '.', '.')
	}
	letters = lower + upper
	switch {
	case letters == 0:
		letterCase = noLetters
	case upper == 0:
		letterCase = lowerCase
	case letters == 1:
		letterCase = oneCapital
	case lower == 0:
		letterCase = upperCase
	case firstUpper && upper == 1:
		letterCase = titleCase
	default:
		letterCase = mixedCase
	}
	number := 0
	switch {
	case digits == 0:
	case letters == 0 && others == 0:
		number = 1
	case letters == 0:
		number = 2
	default:
		number = 3
	}
	f.Shape[0] = uint16(letterBase + letterCase*4 + number)
	f.Shape[2] = uint16(markBase + marks)
	r.ngrams(f)
	return letterCase, letters
}

func mark(c rune) int {
	switch c {
	case '.':
		return 1
	case '-':
		return 2
	case '\'', '"':
		return 4
	case '/', '@', '_', '#', ':':
		return 8
	case ',', ';', '!', '?', '(', ')', '[', ']':
		return 16
	}
	return 0
}

func uniform(r []rune) bool {
	for _, c := range r[1:] {
		if c != r[0] {
			return false
		}
	}
	return true
}

func boundary(s string, i int) int {
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// ngrams hashes the pieces of the folded form between two boundary marks:
// prefixes and suffixes of two to six and pieces of three and four code
// points, and the whole.
func (r *Reader) ngrams(f *Features) {
	start := len(r.bytes)
	r.ends = append(r.ends[:0], 0)
	r.buf = append(r.buf[:0], '^')
	r.ends = append(r.ends, 1)
	for _, c := range r.runes {
		r.buf = utf8.AppendRune(r.buf, c)
		r.bytes = utf8.AppendRune(r.bytes, c)
		r.ends = append(r.ends, len(r.buf))
	}
	r.buf = append(r.buf, '$')
	r.ends = append(r.ends, len(r.buf))
	f.Key = r.bytes[start:len(r.bytes):len(r.bytes)]
	n := len(r.ends) - 1
	first := len(r.hash)
	add := func(salt uint32, from, to int) {
		r.hash = append(r.hash, hash(salt, r.buf[r.ends[from]:r.ends[to]]))
	}
	add(1, 0, n)
	for l := 2; l <= 6 && l < n; l++ {
		add(2, 0, l)
		add(3, n-l, n)
	}
	for l := 3; l <= 4; l++ {
		for i := 1; i+l < n && i < longestForm; i++ {
			add(4, i, i+l)
		}
	}
	f.Affix = r.hash[first:len(r.hash):len(r.hash)]
}

// hash is a multiplicative hash of the bytes, mixed at the end.
func hash(salt uint32, b []byte) uint32 {
	h := uint64(salt) * 0x9e3779b97f4a7c15
	for _, c := range b {
		h = (h ^ uint64(c)) * 0x100000001b3
	}
	h ^= bits.RotateLeft64(h, 29)
	h *= 0xbf58476d1ce4e5b9
	return uint32(h >> 32)
}
