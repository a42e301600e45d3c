package intake

import (
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"readout/article"
)

// Foreign reports whether the article is known to be in another language than
// English, and that language's English name. Readout reads only English: a
// caller leaves such an article out and says so. An article whose language
// could not be told is treated as English.
func Foreign(a *article.Article) (name string, foreign bool) {
	if a.Language == "" || a.Language == "en" {
		return "", false
	}
	for lang, n := range whatlanggo.Langs {
		if lang.Iso6391() == a.Language || lang.Iso6393() == a.Language {
			return n, true
		}
	}
	return "in a language with the code " + a.Language, true
}

// How the language is told.
const (
	languageSample = 20000 // bytes of text looked at
	fewWords       = 12    // with fewer, the language stays undetermined
	shortText      = 60    // words; shorter texts are believed foreign only without English words
	surelyEnglish  = 0.15  // share of the marker words; English news has 0.25 to 0.4
	barelyEnglish  = 0.07
	shortEnglish   = 0.12 // share of marker and common words in short texts
)

// language returns the ISO 639-1 code of the article's language, or "" if the
// text is too short to tell and the source declares none. Mixed is true if
// only a part of the text is English.
func (m *markers) language(a *article.Article, declared string) (code string, mixed bool) {
	sample := newsSample(a)
	all := m.countEnglish(sample)
	otherScript := all.letters >= 12 && all.latin*2 < all.letters
	switch {
	case all.words < fewWords && !otherScript:
		return declaredLanguage(declared), false
	case all.share() >= surelyEnglish,
		all.words < shortText && !otherScript && (all.share() >= barelyEnglish || all.commonShare() >= shortEnglish):
		return "en", false
	}
	code = detected(sample)
	switch {
	case code == "en" || all.share() >= barelyEnglish && (code == "" || m.partEnglish(sample)):
		return "en", code != "" && code != "en"
	case code != "":
		return code, false
	}
	return declaredLanguage(declared), false
}

// detected returns the code of the language that the statistics of the letters
// are sure of. Where they waver between languages of one script other than
// ours, it is the one with most speakers: their order among equals is random.
func detected(sample string) (code string) {
	defer func() {
		if recover() != nil { // foreign code: a fault in it must not end the program
			code = ""
		}
	}()
	found := whatlanggo.Detect(sample)
	if !found.IsReliable() {
		return largest[found.Script]
	}
	if code = found.Lang.Iso6391(); code == "" {
		code = found.Lang.Iso6393()
	}
	return code
}

var largest = map[*unicode.RangeTable]string{
	unicode.Cyrillic: "ru", unicode.Arabic: "ar", unicode.Devanagari: "hi", unicode.Hebrew: "he", unicode.Ethiopic: "am",
}

// partEnglish reports whether some quarter of the text is surely English.
func (m *markers) partEnglish(sample string) bool {
	for i := range 4 {
		if m.countEnglish(sample[len(sample)*i/4:len(sample)*(i+1)/4]).share() >= surelyEnglish {
			return true
		}
	}
	return false
}

// englishCount counts the words of a text, those that few languages but
// English have, and those that are frequent in English but not only there.
type englishCount struct{ words, marked, common, letters, latin int }

func (c englishCount) share() float64 { return float64(c.marked) / float64(max(c.words, 1)) }

func (c englishCount) commonShare() float64 {
	return float64(c.marked+c.common) / float64(max(c.words, 1))
}

func (m *markers) countEnglish(s string) englishCount {
	var c englishCount
	for f := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		c.words++
		if only, ok := m.english[strings.ToLower(f)]; ok && only {
			c.marked++
		} else if ok {
			c.common++
		}
		for _, r := range f {
			c.letters++
			if r < 0x250 {
				c.latin++
			}
		}
	}
	return c
}

// newsSample returns the first blocks that are read as news, or failing these
// the whole text, up to languageSample bytes.
func newsSample(a *article.Article) string {
	var sample strings.Builder
	for _, b := range a.Blocks {
		if sample.Len() > languageSample {
			break
		}
		if b.Kind.News() {
			sample.WriteString(shorten(a.Words(b.Span), languageSample))
			sample.WriteByte('\n')
		}
	}
	if sample.Len() == 0 {
		return shorten(a.Text, languageSample)
	}
	return sample.String()
}

// declaredLanguage returns the language of a tag such as "en-GB", or "".
func declaredLanguage(tag string) string {
	tag = strings.ToLower(strings.TrimSpace(tag))
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	if len(tag) != 2 && len(tag) != 3 {
		return ""
	}
	for _, r := range tag {
		if r < 'a' || r > 'z' {
			return ""
		}
	}
	return tag
}
