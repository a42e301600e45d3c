package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dictWords parts a name of a dictionary into its words.
func dictWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '_' || unicode.IsSpace(r) || r == '!' || r == '+' || r == '|' })
}

// dictNoun is a noun of a dictionary in small letters.
func dictNoun(s string) string { return strings.ToLower(strings.Join(dictWords(s), " ")) }

// dictName is a name of a dictionary as people write it: "BAN_KI-MOON" is Ban
// Ki-Moon, "BANK_OF_AMERICA_" Bank of America; "UN_" and "U.N._" stay. A name
// without letters is empty.
func dictName(s string) string {
	words := dictWords(s)
	letters := false
	for i, w := range words {
		letters = letters || strings.ContainsFunc(w, unicode.IsLetter)
		switch {
		case i > 0 && smallWord(w):
			words[i] = strings.ToLower(w)
		case !keepsCapitals(w) && w == strings.ToUpper(w):
			words[i] = capitalised(w)
		}
	}
	if !letters {
		return ""
	}
	if len(words) > 1 && words[0] == "The" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

func smallWord(w string) bool {
	switch w {
	case "OF", "THE", "AND", "FOR", "IN", "ON", "TO", "AT", "BY", "DE", "DEL", "DES", "DU", "DA", "DO", "DOS", "LA", "LE", "LES", "EL",
		"AL", "BIN", "IBN", "VON", "VAN", "DER", "Y", "E":
		return true
	}
	return false
}

// keepsCapitals reports whether a word is an abbreviation: it has full stops
// inside, no vowel, or is one of the few that all texts write in capitals.
func keepsCapitals(w string) bool {
	switch w {
	case "UN", "US", "USA", "UAE", "UK", "EU", "AU", "NATO", "UNESCO", "UNICEF", "OPEC", "OSCE", "OAS", "ASEAN", "IAEA", "IMF", "EEC", "AFP", "BBC", "CNN":
		return true
	}
	if i := strings.IndexByte(w, '.'); i >= 0 && i < len(w)-1 {
		return true
	}
	return utf8.RuneCountInString(w) > 1 && !strings.ContainsAny(w, "AEIOUY") && !strings.Contains(w, "-") && !strings.HasSuffix(w, ".")
}

// capitalised sets the first letter, and those behind a hyphen, an apostrophe
// that follows one letter, or "Mc", in capitals and the others in small letters.
func capitalised(w string) string {
	var b strings.Builder
	up, since := true, 0
	for _, r := range w {
		if up {
			b.WriteRune(unicode.ToUpper(r))
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		since++
		up = r == '-' || (r == '\'' || r == '’') && since == 2 || since == 2 && strings.HasPrefix(w, "MC")
		if r == '-' {
			since = 0
		}
	}
	return b.String()
}
