package split

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestAgency bounds the words in brackets that name an agency or reporter.
const longestAgency = 60 // bytes

// agencyLine returns how many pieces at the head of the block are a dateline
// that names its agency in brackets, though it is not written in capitals, or
// 0: "Berlin/Ankara (dpa) –", "QUITO, Mar 4 (Agencies).-", "Beijing, May 3
// (Reporter Li Wei)". Names, numbers and marks stand before the brackets; a
// dash follows them that is no first of two, or right away the report where
// they are a reporter's.
func (f *finder) agencyLine() int {
	if len(f.pieces) < 6 || !unicode.IsUpper(f.rune(0)) {
		return 0
	}
	open, digit := 0, false
	for k := 0; open == 0; k++ {
		p := f.pieces[k]
		if k >= mostDateline || k+3 >= len(f.pieces) || p.end-f.pieces[0].start > longestDateline {
			return 0
		}
		switch w := f.text[p.start:p.end]; w {
		case "(":
			open = k
		case ",", ".", "/", "-", "–":
		default:
			r, _ := utf8.DecodeRuneInString(w)
			digit = digit || unicode.IsDigit(r)
			if !unicode.IsUpper(r) && !unicode.IsDigit(r) && p.kind != stop {
				return 0
			}
		}
		if open == 0 && k > mostDateline {
			return 0
		}
	}
	end := open + 1
	for ; end < len(f.pieces)-1; end++ {
		if f.text[f.pieces[end].start:f.pieces[end].end] == ")" {
			break
		}
	}
	inside := f.text[f.pieces[open].end:f.pieces[end].start]
	if open == 0 || end == open+1 || end >= len(f.pieces)-1 || len(inside) > longestAgency {
		return 0
	}
	end++
	marked := false
	for end < len(f.pieces)-1 {
		w := f.text[f.pieces[end].start:f.pieces[end].end]
		if strings.Trim(w, ".:-–—―") != "" {
			break
		}
		marked = marked || strings.ContainsAny(w, "-–—―")
		end++
	}
	if unicode.IsLower(f.rune(end)) {
		return 0
	}
	if marked {
		for k := end; k < len(f.pieces) && f.pieces[k].kind != stop; k++ {
			if w := f.text[f.pieces[k].start:f.pieces[k].end]; (w == "–" || w == "—" || w == "-") && blankAt(f.text, f.pieces[k].start-1) {
				return 0 // "Merkel (CDU) – Germany's chancellor – said"
			}
		}
		return end
	}
	if low := strings.ToLower(inside); digit && (strings.Contains(low, "report") || strings.Contains(low, "correspondent")) {
		return end
	}
	return 0
}
