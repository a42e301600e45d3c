package statement

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/article"
)

// pairSingle pairs the single marks of one paragraph and adds them to out. An
// apostrophe looks like a closing mark, so an opening mark takes the first
// closing one that cannot be an apostrophe, or else the first that may be.
// Pairs that cross a double quotation (out[first:]) are dropped.
func pairSingle(text string, p article.Span, ms []mark, out []quotation, first int) []quotation {
	doubles := out[first:len(out):len(out)]
	sort.Slice(doubles, func(i, j int) bool { return doubles[i].Start < doubles[j].Start })
	d := 0
	for i := 0; i < len(ms); i++ {
		m := ms[i]
		if !m.single || m.context != 'o' && m.shape != 'l' || m.shape == 'c' || elision(text[m.at+m.size:p.End]) {
			continue
		}
		// The reach of a single mark is the innermost double quotation it is in.
		limit := p.End
		for d < len(doubles) && doubles[d].End <= m.at {
			d++
		}
		for k := d; k < len(doubles) && doubles[k].Start < m.at; k++ {
			if doubles[k].End > m.at {
				limit = min(limit, doubles[k].inner.End)
			}
		}
		weak, end := -1, -1
		for j := i + 1; j < min(len(ms), i+1+lookAhead) && ms[j].at < limit; j++ {
			n := ms[j]
			if !n.single {
				continue
			}
			if n.context == 'o' && n.shape != 'c' {
				if weak >= 0 {
					break
				}
				continue
			}
			if n.context != 'c' || n.shape == 'l' || n.at <= m.at+m.size {
				continue
			}
			if !mayBePossessive(text, p, n) {
				end = j
				break
			}
			if weak < 0 {
				weak = j
			}
		}
		if end < 0 {
			end = weak
		}
		if end < 0 {
			continue
		}
		q := quotation{
			Span:  article.Span{Start: m.at, End: ms[end].at + ms[end].size},
			inner: trimmed(text, m.at+m.size, ms[end].at), single: true,
		}
		if q.inner.Empty() || crosses(doubles[d:], q.Span) {
			continue
		}
		out = append(out, q)
		i = end
	}
	return out
}

func crosses(qs []quotation, s article.Span) bool {
	for _, q := range qs {
		if q.Start >= s.End {
			return false
		}
		if q.Overlaps(s) && !q.Contains(s) && !s.Contains(q.Span) {
			return true
		}
	}
	return false
}

// mayBePossessive reports whether a closing single mark may be the apostrophe
// of a plural possessive or of a clipped word: it stands right behind a letter
// s, n or g and a blank and a small letter follow.
func mayBePossessive(text string, p article.Span, m mark) bool {
	prev, _ := utf8.DecodeLastRuneInString(text[p.Start:m.at])
	if prev != 's' && prev != 'S' && prev != 'n' && prev != 'z' && prev != 'x' {
		return false
	}
	rest := text[m.at+m.size : p.End]
	r, n := utf8.DecodeRuneInString(rest)
	if !unicode.IsSpace(r) {
		return false
	}
	r, _ = utf8.DecodeRuneInString(rest[n:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// elision reports whether the text after an apostrophe is a word or figure
// clipped at its front: 'em, '90s.
func elision(rest string) bool {
	n := 0
	for n < len(rest) && (rest[n] >= 'a' && rest[n] <= 'z' || rest[n] >= 'A' && rest[n] <= 'Z' || rest[n] >= '0' && rest[n] <= '9') {
		n++
	}
	switch strings.ToLower(rest[:n]) {
	case "em", "til", "tis", "twas", "n", "cause", "bout", "round", "cos", "cuz", "neath", "gainst", "s", "t", "d", "ll", "re", "ve", "m":
		return true
	}
	return n >= 2 && n <= 3 && rest[0] >= '0' && rest[0] <= '9' && rest[1] >= '0' && rest[1] <= '9' &&
		(n == 2 || rest[2] == 's')
}

// nest sorts the quotations of one paragraph and sets their depth.
func nest(qs []quotation) {
	sort.Slice(qs, func(i, j int) bool {
		if qs[i].Start != qs[j].Start {
			return qs[i].Start < qs[j].Start
		}
		return qs[i].End > qs[j].End
	})
	var open []int
	for i := range qs {
		for len(open) > 0 && qs[open[len(open)-1]].End <= qs[i].Start {
			open = open[:len(open)-1]
		}
		qs[i].depth = len(open)
		open = append(open, i)
	}
}
