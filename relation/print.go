package relation

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"

	"readout/record"
)

// Sizes of fingerprints.
const (
	hashes     = 128 // minima of the runs of words
	nameHashes = 64  // minima of the names
	shingle    = 3   // words that are hashed together
	minsAt     = 12
	namesAt    = minsAt + 2*hashes
	PrintSize  = namesAt + 2*nameHashes
)

// A Print is the fingerprint of an article: the minima, under 128 hash
// functions, of all runs of three words of its text (MinHash, Broder 1997), and
// those of its names and numbers under 64. The share of minima that two prints
// have in common estimates the share of runs that the texts have in common,
// with a standard error of at most 0.044 (0.063 for the names). Of each minimum
// 16 bits are kept (b-bit minwise hashing, Li and König 2010).
type Print struct {
	Day      int32  // of publication, in days since 1970-01-01; Undated when unknown
	Shingles uint32 // runs of words in the text
	Names    uint32 // different names and numbers
	Mins     [hashes]uint16
	NameMins [nameHashes]uint16
}

// Undated is the day of an article without a date: later than any other, so
// that of two reprints the dated one is the earlier.
const Undated = 1<<31 - 1

// A Printer makes fingerprints. It is not safe for concurrent use.
type Printer struct {
	word     []byte
	name     bool            // the word is written like a name, or is a number
	starts   bool            // the word begins a sentence, where all are written so
	last     [shingle]uint64 // hashes of the last words
	words    int
	mins     [hashes]uint32
	n        uint32
	nameMins [nameHashes]uint32
	names    map[uint64]struct{}
}

// Print takes the fingerprint of an article as its record has it, published on
// the day. Titles, captions, credits and source lines do not count: reprints
// change them.
func (p *Printer) Print(a *record.Article, day int32) Print {
	for i := range p.mins {
		p.mins[i] = 1<<32 - 1
	}
	for i := range p.nameMins {
		p.nameMins[i] = 1<<32 - 1
	}
	if p.names == nil {
		p.names = map[uint64]struct{}{}
	}
	clear(p.names)
	p.n, p.words, p.last = 0, 0, [shingle]uint64{}
	text := record.NewText(a.Text)
	for _, b := range a.Blocks {
		switch b.Kind {
		case "title", "caption", "credit", "source":
			continue
		}
		p.block(text.Words(b.Span))
	}
	out := Print{Day: day, Shingles: p.n, Names: uint32(len(p.names))}
	for i, m := range p.mins {
		out.Mins[i] = uint16(m)
	}
	for i, m := range p.nameMins {
		out.NameMins[i] = uint16(m)
	}
	return out
}

// block reads the words of a block.
func (p *Printer) block(s string) {
	p.starts = true
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if len(p.word) == 0 {
				p.name = unicode.IsDigit(r) || unicode.IsUpper(r) && !p.starts
			}
			p.word = utf8.AppendRune(p.word, unicode.ToLower(r))
			continue
		case len(p.word) > 0:
			p.end()
			p.starts = false
		}
		switch r {
		case '.', '!', '?', ':', '"', '“', '”':
			p.starts = true
		}
	}
	if len(p.word) > 0 {
		p.end()
	}
}

// end takes the word that has been gathered.
func (p *Printer) end() {
	copy(p.last[:], p.last[1:])
	h := xxhash.Sum64(p.word)
	p.last[shingle-1], p.word = h, p.word[:0]
	if p.name {
		if _, seen := p.names[h]; !seen {
			p.names[h] = struct{}{}
			least(p.nameMins[:], h)
		}
	}
	if p.words++; p.words < shingle {
		return
	}
	h = p.last[0]
	for _, w := range p.last[1:] {
		h = (h^w)*0x9e3779b97f4a7c15 + w>>29
	}
	p.n++
	least(p.mins[:], h)
}

// least lowers the minima to the values of the hash functions at h.
func least(mins []uint32, h uint64) {
	for i := range mins {
		if m := uint32((h*family[i].times + family[i].plus) >> 32); m < mins[i] {
			mins[i] = m
		}
	}
}

// family holds the hash functions h·times + plus of 64 bits, of which the upper
// half counts (multiply-add-shift, Dietzfelbinger 1996); the numbers are those of
// SplitMix64 from 1 on.
var family = func() (f [hashes]struct{ times, plus uint64 }) {
	state := uint64(1)
	next := func() uint64 {
		state += 0x9e3779b97f4a7c15
		z := state
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		return z ^ z>>31
	}
	for i := range f {
		f[i].times, f[i].plus = next()|1, next()
	}
	return f
}()

// Append appends the print in PrintSize bytes.
func (p *Print) Append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(p.Day))
	b = binary.LittleEndian.AppendUint32(b, p.Shingles)
	b = binary.LittleEndian.AppendUint32(b, p.Names)
	for _, m := range p.Mins {
		b = binary.LittleEndian.AppendUint16(b, m)
	}
	for _, m := range p.NameMins {
		b = binary.LittleEndian.AppendUint16(b, m)
	}
	return b
}

// decode reads what Append wrote.
func (p *Print) decode(b []byte) {
	p.Day = int32(binary.LittleEndian.Uint32(b))
	p.Shingles = binary.LittleEndian.Uint32(b[4:])
	p.Names = binary.LittleEndian.Uint32(b[8:])
	for i := range p.Mins {
		p.Mins[i] = binary.LittleEndian.Uint16(b[minsAt+2*i:])
	}
	for i := range p.NameMins {
		p.NameMins[i] = binary.LittleEndian.Uint16(b[namesAt+2*i:])
	}
}

// common estimates from minima the share that two sets, of m and n members,
// have in common of all their members, and of the smaller set's.
func common(a, b []uint16, m, n uint32) (all, smaller float64) {
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	all = float64(same) / float64(len(a))
	return all, min(1, all/(1+all)*float64(m+n)/float64(max(1, min(m, n))))
}

// What counts as a reprint: most runs of words in common, or most of the
// shorter text's, as when wire copy is cut from the end; and nearly all of the
// shorter text's names and numbers, for form letters agree in all but those. In
// texts of a sentence or two one word makes another report, so they must agree
// nearly whole. What is printed more than a month later is no reprint.
const (
	sameAll     = 0.55
	sameShorter = 0.75
	leastAll    = 0.4
	sameNames   = 0.82
	shortPrint  = 50 // runs of words
	sameShort   = 0.85
	apart       = 31 // days
)

// reprints reports whether one of the texts is made of the other.
func (p *Print) reprints(q *Print) bool {
	if p.Shingles == 0 || q.Shingles == 0 {
		return false
	}
	if p.Day != Undated && q.Day != Undated && (p.Day-q.Day > apart || q.Day-p.Day > apart) {
		return false
	}
	if p.Names > 0 && q.Names > 0 {
		if _, names := common(p.NameMins[:], q.NameMins[:], p.Names, q.Names); names < sameNames {
			return false
		}
	}
	all, shorter := common(p.Mins[:], q.Mins[:], p.Shingles, q.Shingles)
	if min(p.Shingles, q.Shingles) < shortPrint {
		return all >= sameShort
	}
	return all >= sameAll || all >= leastAll && shorter >= sameShorter
}
