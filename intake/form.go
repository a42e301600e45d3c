package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
