package names

import (
	"unicode"
	"unicode/utf8"

	"readout/syntax"
)

// none reports whether what was read as a name is none where it stands: an era
// beside a year ("508 BC"), letters behind a person's name ("Anna Bell, QC"),
// the letters of a currency ("US $ 5").
func none(s *syntax.Sentence, n syntax.Name) bool {
	if n.Last-n.First > 1 {
		return false
	}
	t := s.Tokens
	before, after := "", ""
	if n.First > 0 {
		before = t[n.First-1].Form
	}
	if n.Last < len(t) {
		after = t[n.Last].Form
	}
	switch t[n.First].Form {
	case "BC", "AD", "BCE", "CE", "B.C.", "A.D.":
		return digit(before) || digit(after) || before == "century" || before == "c."
	case "US", "U.S.", "A", "C", "HK", "NZ", "NT":
		return after == "$"
	case "MD", "M.D.", "PhD", "Ph.D.", "QC", "Q.C.", "KC", "K.C.", "SC", "S.C.", "MP", "M.P.", "MEP", "MBE", "OBE", "CBE", "DDS", "RN", "CPA",
		"Esq", "Esq.", "Jr", "Jr.", "Sr", "Sr.", "JD", "J.D.", "MBA", "LLB", "LLM", "MA", "M.A.", "BA", "B.A.", "MSc", "BSc", "FRS":
		if before != "," {
			return false
		}
		for _, p := range s.Names {
			if p.Last == n.First-1 && p.Kind == syntax.Person {
				return true
			}
		}
	}
	return false
}

func digit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}
