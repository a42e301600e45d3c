package gazetteer

import (
	"unicode"
	"unicode/utf8"
)

// Words are hashed letter by letter (FNV-1a), in lower case and without
// diacritics, so that "Alexeï" is "Alexei"; marks divide words, as tokens are
// divided: "Jong-un" is two.

const (
	seed  uint64 = 14695981039346656037
	prime uint64 = 1099511628211
)

// chain adds a word to the hash of the words before it.
func chain(at, word uint64) uint64 { return (at ^ word) * 0x9e3779b97f4a7c15 }

// appendWords appends the hashes of the words of s.
func appendWords(dst []uint64, s string) []uint64 {
	h, letters := seed, 0
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r == '.':
			continue // "U.S." is "US"
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			r = plain(r)
		case r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r):
			continue
		default:
			if letters > 0 {
				dst = append(dst, h)
				h, letters = seed, 0
			}
			continue
		}
		h = (h ^ uint64(r)) * prime
		letters++
	}
	if letters > 0 {
		dst = append(dst, h)
	}
	return dst
}

// latin gives the plain letter of each letter of latinWith.
const (
	latinWith = "àáâãäåāăąçćĉċčďđðèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňŋòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżžə"
	latin     = "aaaaaaaaacccccdddeeeeeeeeegggghhiiiiiiiiijklllllnnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzza"
)

// plain returns the letter in lower case and, of the Latin alphabet, without
// diacritics.
func plain(r rune) rune {
	r = unicode.ToLower(r)
	at := 0
	for _, l := range latinWith {
		if l == r {
			return rune(latin[at])
		}
		at++
	}
	return r
}

// joint reports whether a token without letters may stand inside a name.
func joint(s string) bool {
	switch s {
	case "-", "‐", "‑", "–", "'", "’", ".", "&":
		return true
	}
	return false
}

// small reports whether a word is written small inside names.
func small(s string) bool {
	switch s {
	case "of", "the", "and", "for", "in", "on", "to", "de", "la", "le", "du", "des", "del", "da", "do", "dos", "di", "el", "al",
		"bin", "ibn", "van", "von", "der", "den", "ter", "y", "e", "s", "'s", "’s":
		return true
	}
	return false
}

func capitalised(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r) || unicode.IsTitle(r)
		}
	}
	return true
}

func uppercase(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
