package intake

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"readout/article"
)

// An entry is one report as JSON Lines give it; the other kinds of input are
// brought into this form. Of two fields with one meaning the first counts.
type entry struct {
	ID        given `json:"id"`
	URL       given `json:"url"`
	Title     given `json:"title"`
	Published given `json:"published"`
	Date      given `json:"date"`
	Publisher given `json:"publisher"`
	Byline    given `json:"byline"`
	Author    given `json:"author"`
	Language  given `json:"language"`
	Text      given `json:"text"`
	HTML      given `json:"html"`

	fetched  bool   // the URL is where the bytes came from
	archived string // when an archive has fetched them, or empty
	note     string // a warning, or empty
}

// given is the string in a JSON field. Numbers are taken as written, null as
// empty, a list of strings as its items with commas between.
type given struct {
	s   string
	bad bool // the field held something else
}

// UnmarshalJSON never fails: entry.check reports what is wrong, with the name
// of the field.
func (g *given) UnmarshalJSON(b []byte) error {
	*g = given{}
	switch b[0] {
	case '"':
		return json.Unmarshal(b, &g.s)
	case 'n':
	case '[':
		var list []string
		g.bad = json.Unmarshal(b, &list) != nil
		g.s = strings.Join(list, ", ")
	case '{', 't', 'f':
		g.bad = true
	default:
		g.s = string(b)
	}
	return nil
}

// check reports fields that are no strings.
func (e *entry) check() error {
	fields := []struct {
		name string
		g    *given
	}{
		{"id", &e.ID}, {"url", &e.URL}, {"title", &e.Title}, {"published", &e.Published}, {"date", &e.Date},
		{"publisher", &e.Publisher}, {"text", &e.Text}, {"html", &e.HTML},
	}
	for _, f := range fields {
		if f.g.bad {
			return fmt.Errorf("field %q: want a string", f.name)
		}
	}
	return nil
}

// read makes the article of an entry.
func (r *Reader) read(e entry) (*article.Article, error) {
	d := &draft{
		id:        oneWord(e.ID.s),
		url:       oneWord(e.URL.s),
		title:     field(e.Title.s),
		byline:    field(or(e.Byline.s, e.Author.s)),
		publisher: field(e.Publisher.s),
		language:  e.Language.s,
		fetched:   e.fetched,
		archived:  e.archived,
	}
	if e.note != "" {
		d.warn("%s", strings.ToValidUTF8(e.note, "\uFFFD"))
	}
	d.declaredOn = strings.TrimSpace(or(e.Published.s, e.Date.s))
	if date, ok := epochDate(strings.TrimSuffix(d.declaredOn, ".0")); ok {
		d.declaredOn = date
	}
	var err error
	switch {
	case strings.TrimSpace(e.Text.s) != "":
		d.readText(e.Text.s, r.opts.MaxText, r.marks)
	case strings.TrimSpace(e.HTML.s) != "":
		err = d.readPage(e.HTML.s, r.opts.MaxText, r.marks)
	default:
		err = ErrNoText
	}
	if err != nil {
		return nil, err
	}
	return d.article(r.opts, r.marks)
}

// epochDate reads seconds or milliseconds since 1970 as a date in UTC, from
// 2001 to 2033: those that have ten or thirteen figures and begin with 1.
func epochDate(s string) (string, bool) {
	if len(s) != 10 && len(s) != 13 || s[0] != '1' {
		return "", false
	}
	n, err := strconv.ParseInt(s[:10], 10, 64)
	if err != nil {
		return "", false
	}
	return time.Unix(n, 0).UTC().Format(time.DateOnly), true
}

// oneWord trims an id or address, which formats outside JSON may give in bytes
// that are no UTF-8.
func oneWord(s string) string { return strings.ToValidUTF8(strings.TrimSpace(s), "\uFFFD") }

// or returns the first of two strings that is not blank.
func or(s, t string) string {
	if strings.TrimSpace(s) != "" {
		return s
	}
	return t
}

// maxField bounds the title, byline and publisher, in bytes.
const maxField = 1000

// field brings the words of a title or name into one line of bounded length.
func field(s string) string {
	s = squeeze(clean(s))
	if len(s) > maxField {
		s = s[:maxField]
		for !utf8.ValidString(s) {
			s = s[:len(s)-1]
		}
	}
	return s
}

// squeeze trims s and makes every run of white space in it one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
