package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// afterPhrase returns what follows a phrase such as "Photo by" or "By" at the
// head of s, if it is nothing but names.
func (m *markers) afterPhrase(s string) (names string, ok bool) {
	s = strings.Trim(s, " \t\n()[]*_-–—•|.")
	for _, phrase := range m.names {
		if len(s) <= len(phrase) || !strings.EqualFold(s[:len(phrase)], phrase) {
			continue
		}
		rest := s[len(phrase):]
		if trimmed := strings.TrimLeft(rest, " :\t\n"); len(trimmed) < len(rest) && onlyNames(trimmed) {
			return trimmed, true
		}
	}
	return "", false
}

// joiner holds the small words that stand between names in a credit.
var joiner = map[string]bool{
	"and": true, "in": true, "for": true, "with": true, "of": true, "by": true, "the": true, "at": true, "via": true,
	"editing": true, "writing": true, "reporting": true, "additional": true, "photographs": true,
	"de": true, "da": true, "di": true, "du": true, "la": true, "le": true, "van": true, "von": true, "der": true,
	"den": true, "del": true, "dos": true, "bin": true, "bint": true, "ibn": true, "al": true, "el": true, "y": true,
	"&": true, "+": true, "/": true, "|": true, "-": true, "–": true, "—": true, "·": true,
}

// onlyNames reports whether s is a list of names: two capitalised words or
// more, or one in capitals or with a slash, and nothing but joining words
// between them.
func onlyNames(s string) bool {
	capitals, strong := 0, false
	fields := strings.Fields(s)
	if len(fields) > 25 {
		return false
	}
	for _, f := range fields {
		if joiner[strings.Trim(f, ",;:.")] {
			continue
		}
		bare := strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '@' })
		first, _ := utf8.DecodeRuneInString(bare)
		switch {
		case bare == "":
		case unicode.IsUpper(first) || unicode.IsTitle(first) || first == '@':
			capitals++
			strong = strong || len(bare) > 1 && bare == strings.ToUpper(bare) || strings.Contains(f, "/")
		case strings.HasPrefix(bare, "al-") || strings.HasPrefix(bare, "el-") || strings.HasPrefix(bare, "d'") || strings.HasPrefix(bare, "d’"):
			capitals++
		case unicode.IsLetter(first) && !unicode.IsLower(first): // a script without case
			capitals++
		default:
			return false
		}
	}
	return capitals >= 2 || capitals == 1 && strong
}

// byline returns the authors that a line such as "By Jane Doe and John Smith,
// Associated Press" names.
func (m *markers) byline(s string) (authors string, ok bool) {
	if len(s) > 200 || countWords(s) > 20 {
		return "", false
	}
	line := strings.TrimSpace(s)
	if len(line) < 4 || !strings.EqualFold(line[:2], "by") || !strings.ContainsRune(" :\t\n", rune(line[2])) {
		return "", false
	}
	rest := strings.TrimLeft(line[2:], " :\t\n")
	// A date may stand on the same line: "By Jane Doe | 16 June 2021".
	for i, r := range rest {
		if r == ',' || r == '|' || r == '–' || r == '—' || r == '-' || r == '·' || r == '\n' {
			if _, ok := m.dateLine(rest[i+utf8.RuneLen(r):]); ok {
				rest = rest[:i]
				break
			}
		}
	}
	if endsStatement(rest) && !strings.HasSuffix(rest, "r.") || !onlyNames(rest) {
		return "", false
	}
	if first := strings.ToLower(strings.Trim(strings.Fields(rest)[0], ",.")); m.months[first] > 0 || m.weekdays[first] || first == "the" {
		return "", false
	}
	if i := strings.IndexAny(rest, "|\n"); i > 0 {
		rest = rest[:i]
	}
	return m.withoutAgency(strings.TrimRight(squeeze(rest), " ,;.-–—")), true
}

// withoutAgency drops an agency after the last comma of a byline.
func (m *markers) withoutAgency(s string) string {
	if i := strings.LastIndex(s, ","); i > 0 {
		if _, ok := m.agency[fold(s[i+1:])]; ok {
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}

// onlyAgencies reports a block such as "AFP", "AFP/Getty Images", "REUTERS/Jo
// Doe": agencies and names of photographers between slashes.
func (m *markers) onlyAgencies(folded string) bool {
	if len(folded) > 80 {
		return false
	}
	known := 0
	parts := strings.Split(folded, "/")
	for _, p := range parts {
		p = strings.TrimSpace(p)
		alone, ok := m.agency[p]
		if !ok {
			alone, ok = m.agency[lastPart(p, " via ")]
		}
		switch {
		case ok && (alone || len(parts) > 1):
			known++
		case len(strings.Fields(p)) > 4:
			return false
		}
	}
	return known > 0
}

// lastPart returns what follows the last sep in s, or s.
func lastPart(s, sep string) string {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[i+len(sep):]
	}
	return s
}

// photoCredit returns where the credit at the end of a caption begins, or -1:
// "… – Jo Doe / AFP", "… (AP Photo/Jo Doe)", "… [Jo Doe/Reuters]",
// "… Photograph: Jo Doe", "… © AFP". It is 0 if the block is all credit.
func (m *markers) photoCredit(s string) int {
	body := strings.TrimRight(s, " \t\n.,")
	for _, find := range []func(string) int{m.bracketCredit, m.labelCredit, m.dashCredit, m.chainCredit} {
		if at := find(body); at >= 0 {
			return at
		}
	}
	return -1
}

// bracketCredit looks for a credit in brackets at the end.
func (m *markers) bracketCredit(s string) int {
	var at int
	switch {
	case strings.HasSuffix(s, ")"):
		at = strings.LastIndexByte(s, '(')
	case strings.HasSuffix(s, "]"):
		at = strings.LastIndexByte(s, '[')
	default:
		return -1
	}
	if at < 0 {
		return -1
	}
	inside := s[at+1 : len(s)-1]
	if len(inside) > 120 {
		return -1
	}
	folded := fold(inside)
	first, rest, _ := strings.Cut(folded, " ")
	switch {
	case folded == "file" || folded == "file photo" || folded == "handout" || folded == "screenshot":
		return at
	case (m.photo[strings.TrimRight(first, ":")] || first == "credit:" || first == "©" || first == "courtesy") && rest != "" &&
		(strings.ContainsAny(first, ":©") || hasPrefix(rest, "by ", "via ", "courtesy", "credit", "from ", "of ", "provided")):
		return at
	case strings.HasPrefix(inside, "©"):
		return at
	case slashCredit(folded, m) && onlyNames(strings.ReplaceAll(inside, "/", " / ")):
		return at
	case hasPrefix(folded, "ap photo", "afp photo", "reuters photo", "upi photo", "pool photo", "file photo", "getty images"):
		return at
	}
	return -1
}

func hasPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// slashCredit reports a chain of names between slashes, or around "via", one
// of them an agency.
func slashCredit(folded string, m *markers) bool {
	folded = strings.ReplaceAll(folded, " via ", "/")
	parts := strings.Split(folded, "/")
	if len(parts) < 2 {
		return false
	}
	for _, p := range parts {
		p, _, _ = strings.Cut(strings.TrimSpace(p), ",")
		if _, ok := m.agency[p]; ok {
			return true
		}
	}
	return false
}

// labelCredit looks for "Photo: Jo Doe", "Photograph by Jo Doe", "© AFP" after
// the end of a sentence, a dash, a bar or a line end.
func (m *markers) labelCredit(s string) int {
	from := max(0, len(s)-120)
	for i := len(s) - 1; i >= from; i-- {
		if !utf8.RuneStart(s[i]) || i > 0 && utf8.RuneStart(s[i-1]) && wordByte(s[i-1]) {
			continue
		}
		tail := s[i:]
		free := afterBreak(s, i)
		if !free && !hasPrefix(tail, "Photo: ", "Image: ", "Photograph: ", "Picture: ") {
			continue
		}
		if strings.HasPrefix(tail, "©") && countWords(tail) <= 8 {
			return i
		}
		first, rest, ok := strings.Cut(tail, " ")
		if !ok {
			continue
		}
		word := strings.ToLower(first)
		bare := strings.TrimSuffix(word, ":")
		if r, _ := utf8.DecodeRuneInString(first); !unicode.IsUpper(r) || !(m.photo[bare] || bare == "credit" || bare == "courtesy") {
			continue
		}
		low := strings.ToLower(rest)
		for _, link := range []string{"by ", "by: ", "credit: ", "credits: ", "courtesy of ", "courtesy: ", "courtesy ", "of ", "via ", "source: "} {
			if strings.HasPrefix(low, link) && (link != "of " || bare == "courtesy") {
				rest, word = rest[len(link):], ":"
				break
			}
		}
		if strings.HasSuffix(word, ":") && countWords(rest) <= 10 && onlyNames(strings.ReplaceAll(rest, "/", " / ")) {
			return i
		}
	}
	return -1
}

func wordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// afterBreak reports whether position i of s follows the end of a sentence, a
// dash, a bar, a bracket or a line end, or is the head.
func afterBreak(s string, i int) bool {
	head := s[:i]
	bare := strings.TrimRight(head, " \t\u00a0")
	if bare == "" {
		return true
	}
	if len(bare) == len(head) {
		return strings.HasSuffix(bare, "\n") || strings.HasSuffix(bare, "|")
	}
	r, _ := utf8.DecodeLastRuneInString(bare)
	return strings.ContainsRune(".!?…|–—-\n)]”\"'’»•·", r) || strings.HasSuffix(head, "  ")
}

// dashCredit looks for names between slashes behind a dash or bar at the end.
func (m *markers) dashCredit(s string) int {
	at, size := -1, 0
	for _, sep := range []string{" – ", " — ", " - ", " | ", " −", " -- ", "\n"} {
		if i := strings.LastIndex(s, sep); i > at {
			at, size = i, len(sep)
		}
	}
	if at < 0 || len(s)-at > 120 {
		return -1
	}
	tail := s[at+size:]
	if countWords(tail) > 10 || !onlyNames(strings.ReplaceAll(tail, "/", " / ")) {
		return -1
	}
	folded := fold(tail)
	if slashCredit(folded, m) || hasPrefix(folded, "ap photo", "afp photo", "reuters photo", "file photo", "getty images") {
		return at
	}
	// An agency alone behind a dash: only after a line that is no sentence.
	if m.agency[folded] && !endsSentence(s[:at]) && countWords(s[:at]) <= 25 {
		return at
	}
	return -1
}

// chainCredit looks for "Jo Doe/AFP/Getty Images" after the end of a sentence,
// and for "REUTERS/Jo Doe" anywhere.
func (m *markers) chainCredit(s string) int {
	slash := strings.LastIndexByte(s, '/')
	if slash < 0 || len(s)-slash > 60 {
		return -1
	}
	if i := strings.LastIndex(s, "REUTERS/"); i >= 0 && countWords(s[i:]) <= 6 && onlyNames(strings.ReplaceAll(s[i:], "/", " / ")) {
		return i
	}
	from := max(0, len(s)-120)
	for i := slash; i >= from; i-- {
		if !utf8.RuneStart(s[i]) || i == 0 || !afterBreak(s, i) {
			continue
		}
		if tail := s[i:]; countWords(tail) <= 10 && slashCredit(fold(tail), m) && onlyNames(strings.ReplaceAll(tail, "/", " / ")) {
			return i
		}
	}
	return -1
}

// onlyAddresses reports a block of nothing but web addresses.
func onlyAddresses(s string) bool {
	n := 0
	for f := range strings.FieldsSeq(s) {
		f = strings.ToLower(strings.Trim(f, "()[]<>,;"))
		if !strings.HasPrefix(f, "http://") && !strings.HasPrefix(f, "https://") && !strings.HasPrefix(f, "www.") {
			return false
		}
		n++
	}
	return n > 0
}
