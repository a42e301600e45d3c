package learn

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/syntax"
)

// readLabels returns the labels of each sentence by its words.
func readLabels(r io.Reader) (map[string][]string, error) {
	l := newLabelReader(r)
	out := map[string][]string{}
	for {
		forms, bio, err := l.next()
		if err != nil || forms == nil {
			return out, err
		}
		out[strings.Join(forms, " ")] = bio
	}
}

// labelReader reads tokens with labels.
type labelReader struct {
	sc   *bufio.Scanner
	line int
}

func newLabelReader(r io.Reader) *labelReader {
	return &labelReader{sc: bufio.NewScanner(r)}
}

// next returns the words and labels of the next sentence, nil at the end.
func (l *labelReader) next() (forms, bio []string, err error) {
	for l.sc.Scan() {
		l.line++
		s := l.sc.Text()
		if s == "" {
			if forms != nil {
				break
			}
			continue
		}
		i := strings.LastIndexAny(s, "\t ")
		if i <= 0 {
			return nil, nil, fmt.Errorf("names line %d: no label", l.line)
		}
		forms = append(forms, strings.TrimSpace(s[:i]))
		bio = append(bio, s[i+1:])
	}
	return forms, bio, l.sc.Err()
}

func tighten(forms, bio []string, names []uint32) {
	for i := 0; i < len(bio); i++ {
		if bio[i] == "O" || strings.HasPrefix(bio[i], "I-") {
			continue
		}
		j := i + 1
		for j < len(bio) && strings.HasPrefix(bio[j], "I-") {
			j++
		}
		first := i
		for first < j && (article(forms[first]) || title(forms[first])) {
			names[first] = outside
			first++
		}
		proper := first < j && capital(forms[first])
		for _, f := range forms[first:j] {
			proper = proper && (capital(f) || joint(f))
		}
		if proper {
			set := bioSet("B" + bio[i][1:])
			names[first] = set
		} else {
			clear(names[i:j])
		}
		i = j - 1
	}
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func article(s string) bool {
	switch strings.ToLower(s) {
	case "the", "a", "an":
		return true
	}
	return false
}

// joint reports whether s is a word that stands inside names.
func joint(s string) bool {
	switch s {
	case "of", "the", "for", "and", "&", "-", "–", "'s", "’s", "'", "de", "la", "al", "bin", "van", "von", "del", "der", ".":
		return true
	}
	return false
}

// title reports whether s is a title or office that stands before a person's
// name without being part of it.
func title(s string) bool {
	switch strings.TrimSuffix(s, ".") {
	case "President", "Mr", "Mrs", "Ms", "Dr", "Miss", "Sir", "Prime", "Minister", "Senator", "Sen", "Gen", "General",
		"Rep", "Gov", "Governor", "Prof", "Professor", "Secretary", "Chancellor", "King", "Queen", "Prince", "Princess",
		"Judge", "Justice", "Captain", "Capt", "Colonel", "Col", "Lt", "Lieutenant", "Major", "Maj", "Sgt", "Sergeant",
		"Ambassador", "Vice", "Foreign", "Defense", "Defence", "Chief", "Director", "Representative", "Congressman",
		"Congresswoman", "Lord", "Lady", "Madam", "Mayor", "Chairman", "Deputy", "HE", "Admiral", "Speaker", "Spokesman",
		"Spokesperson", "Spokeswoman", "Iraqi", "Syrian", "Russian", "British", "American", "State", "Saint":
		return true
	}
	return false
}

// demonyms marks adjectives with a capital, as "Russian" in "Russian
// ambassador", as groups, and leaves open whether other names without a mark
// that are plural proper nouns are groups.
func demonyms(tokens []syntax.Token, names []uint32) {
	for i := range tokens {
		t := &tokens[i]
		if names[i]&outside == 0 {
			continue
		}
		switch {
		case t.XPos == "JJ" && capital(t.Lemma) && demonym(t.Lemma):
			names[i] = begin(group)
		case t.XPos == "NNPS" && t.Base() != "compound" && t.Base() != "flat":
			names[i] |= begin(group)
		}
	}
}

// demonym reports whether the capitalised adjective ends as names of nations,
// religions and parties do.
func demonym(s string) bool {
	switch s {
	case "French", "Greek", "Dutch", "Swiss", "Welsh", "Thai", "Czech", "Arab", "Kurd", "Tajik", "Kazakh", "Uzbek",
		"Kyrgyz", "Filipino", "Uighur", "Uyghur", "Tatar", "Catholic", "Islamic", "Arabic", "Slavic", "Muslim",
		"Protestant", "Democrat", "Democratic", "Orthodox", "Shia", "Shiite", "Sunni", "Hindu", "Nazi", "Communist",
		"Conservative", "Labour", "Roma", "Slovak", "Serb", "Croat", "Turk", "Pole", "Dane", "Lao", "Malay", "Berber":
		return true
	case "Urban", "Suburban", "Human", "Civilian", "Median", "European-style", "Pan":
		return false
	}
	for _, end := range [...]string{"an", "ese", "ish", "qi", "ni", "li", "ti", "di", "shi", "sti"} {
		if strings.HasSuffix(s, end) && len(s) > len(end)+2 {
			return true
		}
	}
	return false
}
