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
		if strings.Contains(folded, "all rights reserved") {
			return article.Credit
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

// markTop tells the title and the standfirst by their place and form.
func markTop(pieces []piece, m *markers) {
	news := 0
	for _, p := range pieces {
		if p.kind == "" || p.kind == article.Title {
			news++
		}
	}
	if len(pieces) == 0 || news < 2 {
		return
	}
	if pieces[0].kind == "" && titleLike(pieces[0].text) {
		pieces[0].kind = article.Title
	}
	if pieces[0].kind != article.Title {
		return
	}
	for i := 1; i < len(pieces); i++ {
		switch pieces[i].kind {
		case "":
			if next := nextPlain(pieces[i+1:]); standfirstLike(pieces[i].text) && next != "" && (endsStatement(next) || countWords(next) > maxTitleWords) {
				pieces[i].kind = article.Standfirst
			}
			return
		case article.Caption, article.Credit:
		default:
			return
		}
	}
}

// nextPlain returns the next text that is neither caption nor credit, if no
// other kind comes before it.
func nextPlain(rest []piece) string {
	for _, p := range rest {
		switch p.kind {
		case "":
			return p.text
		case article.Caption, article.Credit:
		default:
			return ""
		}
	}
	return ""
}

// titleLike reports a short line without a full stop, or one that has a full
// stop but is written as titles are.
func titleLike(s string) bool {
	words := countWords(s)
	if words == 0 || words > maxTitleWords || itemMark(s) > 0 || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ",") {
		return false
	}
	if !endsStatement(s) {
		return true
	}
	return words >= 4 && strings.Count(s, ". ") == 0 && capitalShare(s) >= 0.8
}

// standfirstLike reports one short unfinished line or sentence that is no
// heading.
func standfirstLike(s string) bool {
	words := countWords(s)
	return words > maxHeadingWords && words <= 45 && !endsSentence(s) && !strings.HasSuffix(s, ":") &&
		!strings.HasSuffix(s, ",") && !quoted(s) && itemMark(s) == 0
}

// markLists tells list items: a bullet always makes one, a dash or number only
// beside another.
func markLists(pieces []piece) {
	item := func(i int) bool {
		return i >= 0 && i < len(pieces) && (pieces[i].kind == "" || pieces[i].kind == article.List) && itemMark(pieces[i].text) > 0
	}
	for i := range pieces {
		if item(i) && (strings.HasPrefix(pieces[i].text, "•") || item(i-1) || item(i+1)) {
			pieces[i].kind = article.List
		}
	}
}

// markHeadings tells headings: short lines without a full stop, with text
// after them. What is left is a paragraph.
func markHeadings(pieces []piece) {
	begun := false // a title or paragraph has come
	for i := range pieces {
		p := &pieces[i]
		if p.kind == "" {
			p.kind = article.Paragraph
			if begun && headingLike(p.text) && leadsText(pieces[i+1:]) {
				p.kind = article.Heading
			}
		}
		begun = begun || p.kind.News()
	}
}

// leadsText reports whether a paragraph or list follows, behind one more
// heading at most.
func leadsText(rest []piece) bool {
	short := 0
	for _, p := range rest {
		switch p.kind {
		case article.List:
			return true
		case "", article.Paragraph:
			if !headingLike(p.text) {
				return true
			}
			if short++; short > 1 {
				return false
			}
		}
	}
	return false
}

// headingLike reports a short line that is no sentence: no full stop, comma or
// colon at its end, no small letter at its head, no speech broken off.
func headingLike(s string) bool {
	if len(s) > maxHeadingBytes || strings.Contains(s, "\n") {
		return false
	}
	words := countWords(s)
	if words == 0 || words > maxHeadingWords || endsStatement(s) || innerStop(s) {
		return false
	}
	bare := strings.TrimRight(s, " \"'”’»)")
	if r, _ := utf8.DecodeLastRuneInString(bare); strings.ContainsRune(",;:-–—(/", r) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«(¿¡ "))
	if unicode.IsLower(first) || strings.ContainsRune("–—-", first) || itemMark(s) > 0 && words > 8 {
		return false
	}
	if strings.Count(s, "“") != strings.Count(s, "”") || strings.Count(s, `"`)%2 == 1 {
		return false
	}
	if f := strings.Fields(strings.ToLower(bare)); joiner[f[len(f)-1]] {
		return false
	}
	// Speech with its speaker: “No,” he said
	for _, end := range []string{", “", ", \"", ": “", ": \"", ",\" ", ",” ", "?\" ", "?” ", "!” ", ",’ ", "\" - ", "” - ", "” – ", "” — ", "\" – ", "\" — "} {
		if strings.Contains(s, end) {
			return false
		}
	}
	return true
}

// innerStop reports the end of a sentence inside s: a full stop after a word
// of four letters or more.
func innerStop(s string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], ". ")
		if i < 0 {
			return false
		}
		word := s[:from+i]
		word = word[strings.LastIndexByte(word, ' ')+1:]
		if utf8.RuneCountInString(word) >= 4 && !strings.Contains(word, ".") {
			return true
		}
		from += i + 2
	}
}

// endsStatement reports a full stop, exclamation mark or dots at the end of s;
// a question mark may end a heading, and a full stop may end an abbreviation.
func endsStatement(s string) bool {
	bare := strings.TrimRight(s, " \t\n\"'”’»)]}“‘*_\u00a0")
	if !strings.HasSuffix(bare, ".") {
		return strings.HasSuffix(bare, "!") || strings.HasSuffix(bare, "…")
	}
	last := bare[strings.LastIndexAny(bare, " \n")+1:]
	dots := strings.Count(last, ".")
	return dots < 2 || len(last) != 2*dots || countWords(bare) > 8 // "U.S." ends no statement
}

// countWords counts the runs of characters between white space that hold a
// letter or digit.
func countWords(s string) int {
	n := 0
	for f := range strings.FieldsSeq(s) {
		if strings.IndexFunc(f, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			n++
		}
	}
	return n
}

// capitalShare returns the share of the words of four letters and more that
// begin with a capital.
func capitalShare(s string) float64 {
	all, capital := 0, 0
	for f := range strings.FieldsSeq(s) {
		f = strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if utf8.RuneCountInString(f) < 4 {
			continue
		}
		all++
		if r, _ := utf8.DecodeRuneInString(f); unicode.IsUpper(r) {
			capital++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(capital) / float64(all)
}
