package parse

import (
	"strings"
	"unicode"

	"readout/syntax"
)

// familiar returns the form under which the network is given token i, which is
// its own but for "neighbouring" before a noun: treebanks have the word eight
// times, and the network takes it for a verb, with the state behind it for its
// object ("attacked neighbouring Chad"). It is given another adjective there.
// Behind a noun for land it is a verb: "the countries neighbouring Syria".
func familiar(tokens []syntax.Token, i int) string {
	form := tokens[i].Form
	if len(form) < len("neighboring") {
		return form
	}
	switch form {
	case "neighbouring", "neighboring", "Neighbouring", "Neighboring":
	default:
		return form
	}
	if i+1 == len(tokens) || !unicode.IsLetter([]rune(tokens[i+1].Form + " ")[0]) {
		return form
	}
	switch strings.ToLower(tokens[i+1].Form) {
	case "the", "a", "an", "its", "his", "her", "their", "on", "with", "and", "or":
		return form
	}
	if i > 0 {
		switch w := strings.ToLower(tokens[i-1].Form); strings.TrimSuffix(w, "s") {
		case "country", "countrie", "state", "nation", "area", "region", "province", "village", "town", "district", "land", "territory", "territorie",
			"community", "communitie", "governorate", "citie", "city", "zone", "part", "place", "those", "be", "i", "are", "was", "were":
			return form
		}
	}
	if form[0] == 'N' {
		return "Foreign"
	}
	return "foreign"
}
