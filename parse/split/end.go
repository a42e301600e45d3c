package split

import "unicode/utf8"

// absorb returns the index after the marks that belong to the sentence that
// the stop at k may end: more stops, closing brackets and quotation marks.
func (f *finder) absorb(k int) int {
	end := k + 1
	for end < len(f.pieces) {
		q, p := f.pieces[end], f.pieces[end-1]
		glued := q.start == p.end
		switch q.kind {
		case stop, dots:
			if !glued {
				return end
			}
		case face: // The talks failed. :-(
		case closing:
			if !glued {
				return end
			}
		case quote:
			if f.sides[end] != closes {
				return end
			}
		case tick:
			if !glued || end+1 < len(f.pieces) && f.pieces[end+1].start == q.end && f.pieces[end+1].kind <= figure {
				return end
			}
		default:
			return end
		}
		end++
	}
	return end
}

// breaks reports whether the stop at k, with the marks up to end, ends the
// sentence that begins at start; end is less than the number of pieces.
func (f *finder) breaks(start, k, end int) bool {
	p, next := f.pieces[k], f.pieces[end]
	glued := next.start == f.pieces[end-1].end
	quoted := end > k+1 && f.quoteIn(k+1, end)
	w := f.firstWord(end)
	if w < 0 {
		return next.kind == bullet
	}
	switch next.kind {
	case mark, closing, stop, dots:
		return false
	case dash:
		if glued || !isUpper(f.rune(w)) {
			return false
		}
	}
	r := f.rune(w)
	upper, lower := isUpper(r), isLower(r)
	switch p.kind {
	case loose:
		return f.looseBreaks(k, end, w, upper, glued)
	case dots:
		return upper && k > start && f.pieces[k-1].end == p.start && (!glued || utf8.RuneCountInString(f.form(k)) > 3 || f.form(k) == "….") && !f.attributed(quoted, w)
	case face:
		return upper && !glued && k > start
	}
	full := f.text[p.start] == '.'
	if glued && !quoted {
		return full && upper && f.missingBlank(k, w) || !full && upper && next.kind == word
	}
	if lower {
		return !glued && !quoted && k > start && f.lowerBreaks(k, w)
	}
	if k > start && full && f.enumerator(start, k) {
		return false
	}
	return full || !f.attributed(quoted, w)
}

// rune returns the first character of piece k.
func (f *finder) rune(k int) rune {
	r, _ := utf8.DecodeRuneInString(f.text[f.pieces[k].start:f.pieces[k].end])
	return r
}

func (f *finder) form(k int) string { return f.text[f.pieces[k].start:f.pieces[k].end] }

func (f *finder) quoteIn(from, to int) bool {
	for k := from; k < to; k++ {
		if f.pieces[k].kind == quote || f.pieces[k].kind == tick {
			return true
		}
	}
	return false
}

// firstWord returns the first word or number at or after piece k, past a few
// opening marks, or -1.
func (f *finder) firstWord(k int) int {
	for n := 0; k < len(f.pieces) && n < 6; k, n = k+1, n+1 {
		switch f.pieces[k].kind {
		case word, bound, loose, figure, money, sign:
			return k
		}
	}
	return -1
}

// looseBreaks decides on an abbreviation that may end a sentence.
func (f *finder) looseBreaks(k, end, w int, upper, glued bool) bool {
	if !upper || glued || f.pieces[end].kind == dash {
		return false
	}
	if end > k+1 {
		return true
	}
	if f.pieces[end].kind == quote || f.pieces[end].kind == tick {
		return !f.nickname(end)
	}
	switch f.form(k) {
	case "etc.", "a.m.", "p.m.", "A.M.", "P.M.":
		return !f.timeWord(w)
	}
	return f.pieces[w].kind == word && f.abbr.Opener(f.form(w))
}

// nickname reports whether the quotation that opens at k holds one word and
// goes on with a name: J. R. “Bob” Dobbs.
func (f *finder) nickname(k int) bool {
	return k+3 < len(f.pieces) && f.pieces[k+1].kind == word &&
		f.pieces[k+2].kind == f.pieces[k].kind && isUpper(f.rune(k+3))
}

// timeWord reports whether the word at w goes on with a time of day.
func (f *finder) timeWord(w int) bool {
	switch s := f.form(w); s {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Pacific",
		"Central", "Mountain", "Moscow", "Beijing", "Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.":
		return true
	default:
		return len(s) <= 4 && allUpper(s)
	}
}

// missingBlank reports whether the stop at k stands between two sentences
// although no blank follows it.
func (f *finder) missingBlank(k, w int) bool {
	if k == 0 {
		return false
	}
	before, after := f.form(k-1), f.form(w)
	last, _ := utf8.DecodeLastRuneInString(before)
	return len(after) > 1 && (isLower(last) || isDigit(last)) || f.pieces[k-1].kind == closing
}

// lowerBreaks reports whether the stop at k, with a blank and a small letter
// after it, ends a sentence: in careless writing it does, but not after a name
// (Yahoo! said) or a question or cry before a verb of speaking (“Why? he asked).
func (f *finder) lowerBreaks(k, w int) bool {
	p := f.pieces[k-1]
	last, _ := utf8.DecodeLastRuneInString(f.form(k - 1))
	if p.kind == word && (isUpper(f.rune(k-1)) || p.end-p.start == 1 || !isLower(last)) {
		return false
	}
	if f.text[f.pieces[k].start] == '.' {
		return true
	}
	for n := 0; n < 3 && w+n < len(f.pieces); n++ {
		if f.abbr.Cue(f.form(w + n)) {
			return false
		}
	}
	return true
}

// enumerator reports whether the stop at k follows only the number or letter
// of a list item.
func (f *finder) enumerator(start, k int) bool {
	return k == start+1 && (f.pieces[start].kind == figure && f.pieces[start].end-f.pieces[start].start <= 3 ||
		f.pieces[start].end-f.pieces[start].start == 1)
}

// attributed reports whether a speaker and a verb of speaking follow the
// quotation that ends before w: “Why?” Maria Lopez asked.
func (f *finder) attributed(quoted bool, w int) bool {
	if !quoted || f.abbr.Opener(f.form(w)) {
		return false
	}
	for n := 0; n < 6 && w < len(f.pieces); n, w = n+1, w+1 {
		p := f.pieces[w]
		if p.kind != word && p.kind != bound && p.kind != loose {
			return false
		}
		if n > 0 && f.abbr.Cue(f.form(w)) {
			return true
		}
		if n > 0 && !isUpper(f.rune(w)) {
			return false
		}
	}
	return false
}
