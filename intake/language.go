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
	surelyEnglish  = 0.15  // share of the marker words; English news has 0.25 to 0.4
	barelyEnglish  = 0.07
)

// language returns the ISO 639-1 code of the article's language, or "" if the
// text is too short to tell and the source declares none.
func (m *markers) language(a *article.Article, declared string) string {
	sample := newsSample(a)
	words, marked, letters, latin := 0, 0, 0, 0
	for f := range strings.FieldsFuncSeq(sample, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		words++
		if m.english[strings.ToLower(f)] {
			marked++
		}
		for _, r := range f {
			letters++
			if r < 0x250 {
				latin++
			}
		}
	}
	share := float64(marked) / float64(max(words, 1))
	otherScript := letters >= 12 && latin*2 < letters
	switch {
	case words < fewWords && !otherScript:
		return declaredLanguage(declared)
	case share >= surelyEnglish:
		return "en"
	}
	found := whatlanggo.Detect(sample)
	code := found.Lang.Iso6391()
	if code == "" {
		code = found.Lang.Iso6393()
	}
	switch {
	case code == "en" || share >= barelyEnglish && !found.IsReliable():
		return "en"
	case code != "" && (found.IsReliable() || otherScript):
		return code
	}
	return declaredLanguage(declared)
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
