package intake

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"readout/article"
)

// An item is one report as JSON Lines give it; the other kinds of input are
// brought into this form. Of two fields with one meaning the first counts.
type item struct {
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

	fetched bool // the URL is where the bytes came from
}

// given is the string in a JSON field. Numbers are taken as written, null as
// empty, a list of strings as its items with commas between.
type given struct {
	s   string
	bad bool // the field held something else
}

// UnmarshalJSON never fails: item.check reports what is wrong, with the name
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
func (it *item) check() error {
	fields := []struct {
		name string
		g    *given
	}{
		{"id", &it.ID}, {"url", &it.URL}, {"title", &it.Title}, {"published", &it.Published}, {"date", &it.Date},
		{"publisher", &it.Publisher}, {"text", &it.Text}, {"html", &it.HTML},
	}
	for _, f := range fields {
		if f.g.bad {
			return fmt.Errorf("field %q: want a string", f.name)
		}
	}
	return nil
}

// read makes the article of an item.
func (r *Reader) read(it item) (*article.Article, error) {
	d := &draft{
		id:        strings.TrimSpace(it.ID.s),
		url:       strings.TrimSpace(it.URL.s),
		title:     field(it.Title.s),
		byline:    field(or(it.Byline.s, it.Author.s)),
		publisher: field(it.Publisher.s),
		language:  it.Language.s,
		fetched:   it.fetched,
	}
	d.declaredOn = strings.TrimSpace(or(it.Published.s, it.Date.s))
	var err error
	switch {
	case strings.TrimSpace(it.Text.s) != "":
		d.readText(it.Text.s, r.opts.MaxText, r.marks)
	case strings.TrimSpace(it.HTML.s) != "":
		err = d.readPage(it.HTML.s, r.opts.MaxText, r.marks)
	default:
		err = ErrNoText
	}
	if err != nil {
		return nil, err
	}
	return d.article(r.opts, r.marks)
}

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
