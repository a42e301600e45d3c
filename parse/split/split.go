// Package split finds sentences and tokens by rules.
package split

import (
	"strings"
	"sync"

	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// LongestSentence is the number of tokens at which a sentence is cut even if
// nothing ends it, so that later work stays bounded.
const LongestSentence = 400

// Sentences returns the sentences of an article's news blocks in text order, each
// with its tokens' spans and forms and nothing else; heads are -1. A sentence
// never crosses blocks, has at least one token and at most LongestSentence,
// and spans its first token's start to its last one's end. Every character of
// a news block that is not blank is in exactly one token; blank are white space
// and invisible marks without width.
//
// Tokens follow UD English EWT and GUM: clitics (do|n't, Russia|'s), hyphens
// between words, currency signs and units are tokens; affixes with a hyphen
// (anti-war), abbreviations (U.S., Gen.), numbers and addresses stay whole.
// The time is linear in the text. Blocks out of the text's range are left out.
func Sentences(a *article.Article) []syntax.Sentence {
	abbr := abbreviations()
	var out []syntax.Sentence
	t := tokeniser{abbr: abbr}
	f := finder{abbr: abbr}
	for i, b := range a.Blocks {
		if !b.Kind.News() || b.Start < 0 || b.End > len(a.Text) || b.Start >= b.End {
			continue
		}
		t.block(a.Text, b.Start, b.End)
		if len(t.pieces) == 0 {
			continue
		}
		f.items = b.Kind == article.List
		f.longest = longestLine(a.Text[b.Start:b.End])
		f.find(a.Text, t.pieces, t.quotes)
		tokens := make([]syntax.Token, len(t.pieces))
		for k, p := range t.pieces {
			w := &tokens[k]
			w.Start, w.End = p.start, p.end
			w.Form = a.Text[p.start:p.end]
			w.Head = -1
		}
		first := 0
		for _, last := range f.ends {
			out = append(out, syntax.Sentence{
				Span:   article.Span{Start: tokens[first].Start, End: tokens[last-1].End},
				Block:  i,
				Tokens: tokens[first:last:last],
			})
			first = last
		}
	}
	return out
}

// abbreviations returns those embedded in the program.
var abbreviations = sync.OnceValue(func() *lexicon.Abbreviations {
	abbr, err := lexicon.EmbeddedAbbreviations()
	if err != nil { // a test holds the embedded file sound; without it, none are known
		return &lexicon.Abbreviations{}
	}
	return abbr
})

// A finder finds where the sentences of a block end.
type finder struct {
	abbr    *lexicon.Abbreviations
	text    string
	pieces  []piece
	sides   []side // per piece, for quotation marks
	ends    []int  // index after each sentence's last piece
	items   bool   // each line of the block is an item of a list
	longest int    // bytes of the block's longest line, 0 if it has but one
	line    int    // where the line of the piece in hand begins
}

// longestLine returns the bytes of the longest line, 0 if there is but one.
func longestLine(s string) int {
	longest := 0
	for {
		i := strings.IndexByte(s, '\n')
		if i < 0 {
			if longest == 0 {
				return 0
			}
			return max(longest, len(s))
		}
		longest = max(longest, i, 1)
		s = s[i+1:]
	}
}

// find fills f.ends with the ends of sentences over pieces, in order, the last
// of them len(pieces).
func (f *finder) find(text string, pieces []piece, quotes bool) {
	f.text, f.pieces, f.ends = text, pieces, f.ends[:0]
	f.sides = f.sides[:0]
	f.line = pieces[0].start
	if quotes {
		f.findSides()
	}
	start := 0
	cut := func(end int) {
		for end-start > LongestSentence {
			start = f.cutLong(start)
			f.ends = append(f.ends, start)
		}
		if end > start {
			f.ends = append(f.ends, end)
			start = end
		}
	}
	n := len(pieces)
	head := f.dateline()
	if head == 0 {
		head = f.agencyLine()
	}
	cut(head)
	for k := head; k < n; k++ {
		if k > 0 && f.newItem(k) {
			cut(k)
		}
		if end := f.stamp(k); end > k {
			if k > start && (pieces[k-1].kind != word || isUpper(f.rune(k-1))) {
				cut(k)
			}
			cut(end)
			k = end - 1
			continue
		}
		switch pieces[k].kind {
		case stop, dots, loose, face:
			end := f.absorb(k)
			if end < n && f.breaks(start, k, end) {
				cut(end)
			}
			k = end - 1
		}
	}
	cut(n)
}

// cutLong returns where to cut the sentence that begins at start and is too
// long: after its last semicolon, else comma, else at the limit.
func (f *finder) cutLong(start int) int {
	limit := start + LongestSentence
	for _, c := range [...]byte{';', ','} {
		for k := limit; k > start+LongestSentence/2; k-- {
			if p := f.pieces[k-1]; p.kind == mark && f.text[p.start] == c {
				return k
			}
		}
	}
	return limit
}

// newItem reports whether a list item or a line of its own begins at piece k.
func (f *finder) newItem(k int) bool {
	p := f.pieces[k]
	if p.kind == bullet {
		return true
	}
	if f.longest == 0 {
		return false
	}
	gap := f.text[f.pieces[k-1].end:p.start]
	breaks := strings.Count(gap, "\n")
	if breaks == 0 {
		return false
	}
	last := f.pieces[k-1].end - f.line
	f.line = p.start
	return breaks > 1 || f.items || f.newLine(k, last)
}

// newLine reports whether piece k, the first of its line after one of so many
// bytes, begins a sentence: an item's sign or number, or a capital after a line
// too short to have been wrapped.
func (f *finder) newLine(k, last int) bool {
	p := f.pieces[k]
	more := k+1 < len(f.pieces)
	switch p.kind {
	case dash:
		return more && f.pieces[k+1].start > p.end
	case sign:
		return f.text[p.start] == '*' && p.end-p.start == 1
	case figure:
		if more && f.pieces[k+1].start == p.end && p.end-p.start <= 2 &&
			(f.pieces[k+1].kind == stop || f.pieces[k+1].kind == closing) {
			return true
		}
	}
	switch f.pieces[k-1].kind {
	case mark, dash, opening, bound:
		return false
	}
	w := f.firstWord(k)
	return w >= 0 && last*10 < f.longest*6 && !isLower(f.rune(w))
}

// stamp returns the index after a time stamp in figures that begins at k
// (08/16/2000 12:05 PM), or k. Such a stamp heads a message and is no part of a
// sentence before or after it.
func (f *finder) stamp(k int) int {
	if f.pieces[k].kind != figure || k+1 >= len(f.pieces) || f.pieces[k+1].kind != figure {
		return k
	}
	if strings.Count(f.form(k), "/") != 2 || strings.IndexByte(f.form(k+1), ':') < 0 {
		return k
	}
	if k+2 < len(f.pieces) {
		switch f.form(k + 2) {
		case "AM", "PM", "am", "pm", "a.m.", "p.m.":
			return k + 3
		}
	}
	return k + 2
}
