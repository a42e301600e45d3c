package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/article"
)

// A quotation is a stretch of one block between quotation marks, or from a
// mark to the block's end.
type quotation struct {
	article.Span
	block   int
	speaker int32 // candidate who speaks, or -1
}

// quotations finds the stretches between double quotation marks of any shape
// in the article's news blocks, in text order. Marks inside a quotation close
// it, whatever their shape: machine-made text mixes them up.
func quotations(a *article.Article, dst []quotation) []quotation {
	for b, bl := range a.Blocks {
		if !bl.Kind.News() {
			continue
		}
		open, by := -1, rune(0)
		text := a.Text[bl.Start:bl.End]
		for i := 0; i < len(text); {
			c := text[i]
			n := 1
			mark := c == '"'
			r := rune(c)
			if c == '\'' && i+1 < len(text) && text[i+1] == '\'' {
				mark, n = true, 2
			}
			if c >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(text[i:])
				mark = r == '“' || r == '”' || r == '„' || r == '«' || r == '»' || r == '‟'
				if r == '’' && open >= 0 && strings.HasPrefix(text[i+n:], "’") {
					mark, n = true, 2*n // two single marks for a double one
				}
				if r == '“' && open >= 0 && i > 0 && text[i-1] == '\n' {
					open = -1 // a new line opens a quotation anew
				}
			}
			if r == '“' && by == '“' && open >= 0 && opens(text, i, n) {
				// a paragraph that was run into the one before opens it anew
				dst = append(dst, quotation{article.Span{Start: bl.Start + open, End: bl.Start + i}, b, -1})
				open = -1
			}
			if mark {
				if open < 0 {
					open, by = i, r
				} else {
					dst = append(dst, quotation{article.Span{Start: bl.Start + open, End: bl.Start + i + n}, b, -1})
					open = -1
				}
			}
			i += n
		}
		if open >= 0 && open+2 < len(text) {
			dst = append(dst, quotation{article.Span{Start: bl.Start + open, End: bl.End}, b, -1})
		}
	}
	return dst
}

// opens reports whether the mark of n bytes at i can only open a quotation:
// the end of a sentence and a blank before it, a capital behind.
func opens(text string, i, n int) bool {
	if i < 2 || text[i-1] != ' ' || i+n >= len(text) || !strings.ContainsRune(".!?", rune(text[i-2])) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i+n:])
	return unicode.IsUpper(r)
}
