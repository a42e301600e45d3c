package split

import "unicode/utf8"

// A side says whether a quotation mark opens or closes.
type side uint8

const (
	noSide side = iota
	opens
	closes
)

// findSides decides for each double quotation mark of the block whether it
// opens or closes a quotation. The blanks around it decide before its glyph,
// its glyph before whether a quotation is open, so that mismatched and
// misplaced marks do no harm beyond themselves.
func (f *finder) findSides() {
	f.sides = append(f.sides, make([]side, len(f.pieces))...)
	open := false
	var opener rune
	for k, p := range f.pieces {
		if p.kind != quote {
			continue
		}
		r, _ := utf8.DecodeRuneInString(f.text[p.start:p.end])
		s := f.side(k, r, open, opener)
		f.sides[k] = s
		open = s == opens
		if open {
			opener = r
		}
	}
}

func (f *finder) side(k int, r rune, open bool, opener rune) side {
	before := k == 0 || f.pieces[k-1].end < f.pieces[k].start
	after := k+1 == len(f.pieces) || f.pieces[k].end < f.pieces[k+1].start
	if !before {
		switch f.pieces[k-1].kind {
		case opening, dash:
			before = true
		case quote:
			before = f.sides[k-1] == opens
		case tick:
			before = k == 1 || f.pieces[k-2].end < f.pieces[k-1].start
		}
	}
	if !after {
		switch f.pieces[k+1].kind {
		case stop, dots, mark, closing, dash:
			after = true
			if f.pieces[k+1].kind == dots && before {
				after = false
			}
		case quote, tick:
			after = !before
		}
	}
	if k+1 == len(f.pieces) {
		return closes
	}
	if k == 0 {
		return opens
	}
	switch {
	case before && !after:
		return opens
	case after && !before:
		return closes
	}
	glyph := noSide
	switch r {
	case '“', '‟', '„', '«', '‹', '〝', '`':
		glyph = opens
	case '”', '»', '›', '〞':
		glyph = closes
	}
	switch {
	case glyph == opens && open && r == opener && before && after:
		return closes // “ both opens and closes here
	case glyph == closes && !open && f.clauseStart(k):
		return opens // ” both opens and closes here
	case glyph != noSide:
		return glyph
	case open:
		return closes
	}
	return opens
}

// clauseStart reports whether the piece before k lets a quotation begin.
func (f *finder) clauseStart(k int) bool {
	if k == 0 {
		return true
	}
	p := f.pieces[k-1]
	return p.kind == stop || p.kind == mark || p.kind == dash
}
