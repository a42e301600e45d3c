package split

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of a dateline: more is a sentence that begins in capitals.
const (
	longestDateline = 80 // bytes
	mostDateline    = 20 // pieces
)

// dateline returns how many pieces at the head of the block are the dateline
// of a report, its dash included, or 0: "GENEVA —", "KYIV, Ukraine (AP) –",
// "WASHINGTON, June 16 (Reuters) -". It begins with a place in capitals, holds
// nothing but names, numbers and marks, and ends at a dash between blanks that
// something follows. The words behind it are a sentence of their own, which a
// place in front would only disturb.
func (f *finder) dateline() int {
	if !capitals(f.text[f.pieces[0].start:f.pieces[0].end]) {
		return 0
	}
	for k := 1; k < len(f.pieces)-1 && k < mostDateline; k++ {
		p := f.pieces[k]
		if p.end-f.pieces[0].start > longestDateline {
			return 0
		}
		w := f.text[p.start:p.end]
		switch w {
		case "—", "–", "-", "--", "―":
			if !blankAt(f.text, p.start-1) || !blankAt(f.text, p.end) {
				continue
			}
			if r := f.rune(k + 1); unicode.IsLower(r) {
				return 0 // "NATO – an alliance – met"
			}
			return k + 1
		case ",", ".", "(", ")", "/", "[", "]":
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !unicode.IsDigit(r) && p.kind != stop {
			return 0
		}
	}
	return 0
}

// capitals reports whether a word is three capital letters or more.
func capitals(w string) bool {
	return utf8.RuneCountInString(w) >= 3 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

func blankAt(text string, i int) bool {
	return i >= 0 && i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '\t')
}
