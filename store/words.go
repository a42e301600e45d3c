package store

import (
	"strings"
	"unicode"
)

// Words are looked for by a form that leaves out case, diacritics and the
// plural, the same in every database: tokens makes it of a text when it is
// stored, and of what is asked for.

// tokens calls yield for each word of s, in its form.
func tokens(s string, yield func(word string)) {
	start := -1
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || (r == '\'' || r == '’') && start >= 0 {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			form(s[start:i], yield)
			start = -1
		}
	}
	if start >= 0 {
		form(s[start:], yield)
	}
}

func form(word string, yield func(string)) {
	w := bare(word)
	if w = singular(w); w != "" {
		yield(w)
	}
}

// bare is the word in lower case without diacritics, apostrophes and the
// possessive.
func bare(word string) string {
	w := strings.ReplaceAll(fold(word), "’", "'")
	w = strings.TrimSuffix(strings.TrimRight(w, "'"), "'s")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, w)
}

// singular takes the plural from a word (the "S" stemmer: Harman, How effective
// is suffixing?, 1991).
func singular(w string) string {
	n := len(w)
	switch {
	case n < 4 || w[n-1] != 's':
	case strings.HasSuffix(w, "ies"):
		if c := w[n-4]; c != 'e' && c != 'a' {
			return w[:n-3] + "y"
		}
	case strings.HasSuffix(w, "es"):
		if c := w[n-3]; c != 'a' && c != 'e' && c != 'o' {
			return w[:n-1]
		}
	case w[n-2] != 'u' && w[n-2] != 's':
		return w[:n-1]
	}
	return w
}

// normal is a text as the index of words has it.
func normal(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		tokens(p, func(w string) {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w)
		})
	}
	return b.String()
}

// A term is what words are looked for: a phrase of words that stand together,
// of which the last may be only a beginning.
type term struct {
	words  []string
	prefix bool
	not    bool
}

// parseWords reads what a person asks for. Every string means something: what
// cannot be meant is passed over. All groups must hold; the terms of a group are
// alternatives. A term with not stands alone in its group.
func parseWords(s string) (groups [][]term) {
	or := false
	add := func(t term) {
		if len(t.words) == 0 {
			return
		}
		if or && len(groups) > 0 && !t.not && !groups[len(groups)-1][0].not {
			groups[len(groups)-1] = append(groups[len(groups)-1], t)
		} else {
			groups = append(groups, []term{t})
		}
		or = false
	}
	for s != "" {
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
		var t term
		if rest, ok := strings.CutPrefix(s, "-"); ok && rest != "" && !strings.HasPrefix(rest, " ") {
			t.not, s = true, rest
		}
		var part string
		if rest, ok := cutQuote(s); ok {
			end := strings.IndexFunc(rest, isQuote)
			if end < 0 {
				part, s = rest, ""
			} else {
				part, s = rest[:end], strings.TrimLeftFunc(rest[end:], isQuote)
			}
		} else {
			end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || isQuote(r) })
			if end < 0 {
				end = len(s)
			}
			part, s = s[:end], s[end:]
			if part == "OR" && !t.not {
				or = true
				continue
			}
		}
		t.prefix = strings.HasSuffix(part, "*")
		tokens(part, func(w string) { t.words = append(t.words, w) })
		add(t)
	}
	return groups
}

func isQuote(r rune) bool {
	return r == '"' || r == '“' || r == '”' || r == '„' || r == '«' || r == '»'
}

func cutQuote(s string) (string, bool) {
	for _, q := range []string{`"`, "“", "”", "„", "«", "»"} {
		if rest, ok := strings.CutPrefix(s, q); ok {
			return rest, true
		}
	}
	return s, false
}

// holds reports whether a normal text has what the groups ask for.
func holds(groups [][]term, text string) bool {
	padded := " " + text + " "
	for _, g := range groups {
		any := false
		for _, t := range g {
			want := " " + strings.Join(t.words, " ")
			if !t.prefix {
				want += " "
			}
			any = any || strings.Contains(padded, want) != t.not
		}
		if !any {
			return false
		}
	}
	return true
}
