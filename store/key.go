package store

import (
	"encoding/hex"
	"hash/fnv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"readout/record"
)

// Key is the permanent key of an entity across articles: its Wikidata id when
// that is known, else country, kind and name, as in RUS/person/sergei-ivanov or
// -/organization/acme-foundation. The same key is written by every version.
func Key(e *record.Entity) string {
	if e.Ref != nil && e.Ref.Wikidata != "" {
		return e.Ref.Wikidata
	}
	country := e.Country
	if country == "" {
		country = "-"
	}
	return country + "/" + e.Kind + "/" + slug(e.Name)
}

// slug is the part of a key, and of an address, that a name gives: its letters
// and digits in lower case without diacritics, "-" for what lies between.
func slug(name string) string {
	s := strings.Join(strings.FieldsFunc(fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
	if s == "" {
		h := fnv.New64a()
		_, _ = h.Write([]byte(name)) // never fails
		return hex.EncodeToString(h.Sum(nil))
	}
	return s
}

// fold makes words alike that differ only in case and diacritics.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < 0x80
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// named reports whether the text gives the entity a name.
func named(e *record.Entity) bool {
	for _, m := range e.Mentions {
		switch m.As {
		case "name", "alias", "demonym", "metonym":
			return true
		}
	}
	return e.Ref != nil && e.Ref.Wikidata != ""
}
