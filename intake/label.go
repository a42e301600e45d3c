package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/article"
)

// A piece is one block of an article in the making.
type piece struct {
	kind article.Kind
	text string
}

// Longest blocks that are anything but a paragraph. Real sentences are lost
// when a paragraph is taken for a caption or a source line, so whatever is
// longer, or not clearly marked, stays a paragraph.
const (
	maxTitleWords    = 30
	maxHeadingWords  = 12
	maxHeadingBytes  = 100
	maxMarkedWords   = 40  // source lines and credits
	maxLabelledWords = 20  // what follows a label such as "Related:"
	maxCaptionWords  = 90  // captions
	maxMarkedBytes   = 700 // of any of them
)

// labelled gives the paragraphs of a plain text their kinds. If title is not
// empty it is the text's title, told beside the text: it becomes the first
// block unless the text begins with it.
func labelled(paras []string, title string, m *markers) []piece {
	pieces := make([]piece, 0, len(paras)+1)
	for _, p := range paras {
		pieces = append(pieces, piece{text: p})
	}
	pieces = splitHead(pieces, title, m)
	if title != "" && (len(pieces) == 0 || !sameWords(pieces[0].text, title)) {
		pieces = append([]piece{{article.Title, title}}, pieces...)
	} else if title != "" {
		pieces[0].kind = article.Title
	}
	for i := range pieces {
		if pieces[i].kind == "" {
			pieces[i].kind = m.kindOf(pieces[i].text, i, len(pieces))
		}
	}
	markTop(pieces, m)
	markLists(pieces)
	markHeadings(pieces)
	return pieces
}

// splitHead parts the first line into title and date where it holds both, as
// in "Hackers attack website Sunday, January 20, 2008".
func splitHead(pieces []piece, title string, m *markers) []piece {
	if len(pieces) == 0 {
		return pieces
	}
	head := pieces[0].text
	at := -1
	if rest, ok := strings.CutPrefix(head, title); ok && title != "" {
		if _, ok := m.dateLine(rest); ok {
			at = len(title)
		}
	} else if len(head) <= maxMarkedBytes {
		at = m.trailingDate(head)
	}
	if at < 0 {
		return pieces
	}
	out := make([]piece, 0, len(pieces)+1)
	out = append(out, piece{text: strings.TrimSpace(head[:at])}, piece{text: strings.TrimSpace(head[at:])})
	return append(out, pieces[1:]...)
}

// sameWords compares two titles by their letters and digits.
func sameWords(s, t string) bool {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	if len(s) > 2*len(t)+100 || len(t) > 2*len(s)+100 {
		return false
	}
	return letters(s) == letters(t)
}

// kindOf recognises blocks that are marked as no part of the report: source
// lines, credits, captions. Block i of n. It returns "" for all others.
func (m *markers) kindOf(s string, i, n int) article.Kind {
	if len(s) > maxMarkedBytes {
		return ""
	}
	words := countWords(s)
	if words > maxCaptionWords {
		return ""
	}
	folded := fold(s)
	if folded == "" || onlyAddresses(s) {
		return article.Source
	}
	if k, ok := m.whole[folded]; ok && (i > 0 || n == 1) {
		return k
	}
	if k, ok := m.whole[strings.Trim(folded, "0123456789() ")]; ok && i > 0 {
		return k
	}
	if words <= maxMarkedWords && i > 0 {
		if k := m.opened(s, folded); k != "" && k != article.Caption {
			return k
		}
		for _, e := range m.ends {
			if strings.HasSuffix(folded, e.phrase) {
				return e.kind
			}
		}
		if m.onlyAgencies(folded) {
			return article.Credit
		}
	}
	if i > 0 || n == 1 {
		if m.opened(s, folded) == article.Caption || m.inThisPhoto(folded) {
			return article.Caption
		}
	}
	if i > 0 {
		switch at := m.photoCredit(s); {
		case at == 0 && words <= maxMarkedWords:
			return article.Credit
		case at > 0:
			return article.Caption
		}
	}
	return ""
}

// opened looks for a marker at the head of a block.
func (m *markers) opened(s, folded string) article.Kind {
	if strings.HasPrefix(s, "©") {
		return article.Credit
	}
	lead, rest, dash := leadOf(s)
	if k, ok := m.label[fold(lead)]; ok && lead != "" {
		// A dash makes a label only of what cannot be the subject of a sentence.
		if !dash || strings.Contains(fold(lead), " ") || lead == strings.ToUpper(lead) {
			if k == article.Caption && !quoted(s) || k != article.Caption && countWords(rest) <= maxLabelledWords {
				return k
			}
		}
	}
	first, _, _ := strings.Cut(folded, " ")
	for _, o := range m.open[first] {
		if rest, ok := strings.CutPrefix(folded, o.phrase); ok && (!startsInWord(rest) || strings.HasSuffix(o.phrase, "@")) {
			return o.kind
		}
	}
	if _, ok := m.afterPhrase(s); ok {
		return article.Credit
	}
	return ""
}

// leadOf splits a block at the first colon, or dash or bar between spaces, if
// that comes after a few words.
func leadOf(s string) (lead, rest string, dash bool) {
	head := s[:min(len(s), 60)]
	best, size := -1, 0
	for _, sep := range []string{":", " – ", " — ", " - ", " | ", " » ", " → ", "\n"} {
		if i := strings.Index(head, sep); i >= 0 && (best < 0 || i < best) {
			best, size = i, len(sep)
			dash = sep != ":"
		}
	}
	if best < 0 {
		return "", "", false
	}
	return s[:best], s[best+size:], dash
}

// quoted reports whether s begins with a quotation mark.
func quoted(s string) bool { return hasPrefix(s, `"`, "“", "‘", "«", "'") }

func startsInWord(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// inThisPhoto recognises "In this June 16, 2021, file photo, …", "In this
// image released by …".
func (m *markers) inThisPhoto(folded string) bool {
	rest, ok := strings.CutPrefix(folded, "in this ")
	if !ok {
		rest, ok = strings.CutPrefix(folded, "in a ")
	}
	if !ok {
		return false
	}
	words := strings.Fields(rest)
	for i, w := range words[:min(len(words), 9)] {
		bare := strings.TrimRight(w, ",:")
		if !m.photo[bare] || bare == "file" || bare == "frame" {
			continue
		}
		if bare != w {
			return true
		}
		if i+1 < len(words) {
			switch strings.TrimRight(words[i+1], ",") {
			case "provided", "released", "taken", "made", "from", "obtained", "supplied", "distributed", "by":
				return true
			}
		}
	}
	return false
}
