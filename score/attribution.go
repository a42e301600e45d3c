package score

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"readout/article"
)

// An Attributed is one document with its attributions, gold or found. Offsets
// count code points of Text, half-open.
type Attributed struct {
	ID           string        `json:"id"`
	Title        string        `json:"title,omitempty"`
	Date         string        `json:"date,omitempty"`
	Publisher    string        `json:"publisher,omitempty"`
	Text         string        `json:"text"`
	Attributions []Attribution `json:"attributions,omitempty"`
}

// An Attribution is one statement in the scorer's form: each of source, cue
// and content is a list of spans.
type Attribution struct {
	ID      string    `json:"id,omitempty"`
	Source  []Offset  `json:"source"`
	Cue     []Offset  `json:"cue"`
	Content []Offset  `json:"content"`
	Within  string    `json:"within,omitempty"` // the attribution inside whose content it stands
	Speaker *Speaking `json:"speaker,omitempty"`
}

// An Offset is a span [From, To) in code points. It is read from a JSON list
// of two numbers or more, of which the first two count.
type Offset struct{ From, To int }

// UnmarshalJSON reads [from, to, …].
func (o *Offset) UnmarshalJSON(b []byte) error {
	var list []json.RawMessage
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	if len(list) < 2 {
		return fmt.Errorf("span %s: two numbers wanted", b)
	}
	if err := json.Unmarshal(list[0], &o.From); err != nil {
		return err
	}
	return json.Unmarshal(list[1], &o.To)
}

// MarshalJSON writes [from, to].
func (o Offset) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", o.From, o.To), nil
}

// A Speaking names who speaks: in gold with aliases, from a system by name.
type Speaking struct {
	Canonical string   `json:"canonical"`
	Aliases   []string `json:"aliases,omitempty"`
	Type      string   `json:"type,omitempty"` // empty means person
	// Pronominal: the gold source is a pronoun.
	Pronominal bool `json:"pronominal,omitempty"`
}

// UnmarshalJSON reads a speaker given as an object or as a bare name.
func (s *Speaking) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &s.Canonical)
	}
	type plain Speaking
	return json.Unmarshal(b, (*plain)(s))
}

// ReadAttributed reads documents from JSON Lines. A line is either an
// Attributed or a record as RECORD.md describes it, told apart by "schema";
// of a record the statements are taken, with their speakers' names, or the
// words of the source where it has no entity and is no pronoun.
func ReadAttributed(r io.Reader) ([]Attributed, error) { return readLines(r, readAttributed) }

// anaphoric are the sources that by themselves name nobody.
var anaphoric = wordList(`he she it they we i you who which that his her its their our my your him them us me`)

type runes []rune

// words returns the text at [from, to), or "" out of range.
func (r runes) words(from, to int) string {
	if from < 0 || to > len(r) || from >= to {
		return ""
	}
	return string(r[from:to])
}

func readAttributed(line []byte) (Attributed, error) {
	if record, err := isRecord(line); err != nil {
		return Attributed{}, err
	} else if !record {
		var d Attributed
		err := json.Unmarshal(line, &d)
		return d, err
	}
	type span struct {
		Start int `json:"start"`
		End   int `json:"end"`
	}
	var rec struct {
		Article struct {
			ID    string `json:"id"`
			Title string `json:"title"`
			Text  string `json:"text"`
		} `json:"article"`
		Entities []struct {
			ID   string `json:"id"`
			Name string `json:"name"`
		} `json:"entities"`
		Statements []struct {
			ID      string `json:"id"`
			Speaker string `json:"speaker"`
			Source  *span  `json:"source"`
			Cue     *span  `json:"cue"`
			Content []span `json:"content"`
			Within  string `json:"within"`
		} `json:"statements"`
	}
	if err := json.Unmarshal(line, &rec); err != nil {
		return Attributed{}, err
	}
	text := runes(rec.Article.Text)
	names := map[string]string{}
	for _, e := range rec.Entities {
		names[e.ID] = e.Name
	}
	d := Attributed{ID: rec.Article.ID, Title: rec.Article.Title, Text: rec.Article.Text}
	for _, s := range rec.Statements {
		a := Attribution{ID: s.ID, Within: s.Within}
		if s.Source != nil {
			a.Source = []Offset{{s.Source.Start, s.Source.End}}
		}
		if s.Cue != nil {
			a.Cue = []Offset{{s.Cue.Start, s.Cue.End}}
		}
		for _, c := range s.Content {
			a.Content = append(a.Content, Offset{c.Start, c.End})
		}
		if n := names[s.Speaker]; n != "" {
			a.Speaker = &Speaking{Canonical: n}
		} else if s.Source != nil {
			// A source without an entity goes by its own words.
			if w := text.words(s.Source.Start, s.Source.End); !anaphoric[strings.ToLower(w)] {
				a.Speaker = &Speaking{Canonical: w}
			}
		}
		d.Attributions = append(d.Attributions, a)
	}
	return d, nil
}

// Nests reports whether the documents annotate attributions inside the content
// of others. PolNeAR, for one, marks the outermost alone.
func Nests(docs []Attributed) bool {
	for i := range docs {
		for _, a := range docs[i].Attributions {
			for _, b := range docs[i].Attributions {
				for _, c := range b.Content {
					if len(a.Cue) > 0 && c.From <= a.Cue[0].From && a.Cue[0].To <= c.To {
						return true
					}
				}
			}
		}
	}
	return false
}

// Outermost leaves out of each document what stands within another attribution.
func Outermost(docs []Attributed) {
	for i := range docs {
		docs[i].Attributions = slices.DeleteFunc(docs[i].Attributions, func(a Attribution) bool { return a.Within != "" })
	}
}

// Article returns the document as an article whose text is Text, byte for
// byte: each line that is not blank is one block, and the first is the title
// when the document has one. Text must be valid UTF-8.
func (d *Attributed) Article() *article.Article {
	a := &article.Article{ID: d.ID, Title: d.Title, Publisher: d.Publisher, Published: d.Date, Language: "en", Text: d.Text}
	for at := 0; at < len(d.Text); {
		end := len(d.Text)
		if i := strings.IndexByte(d.Text[at:], '\n'); i >= 0 {
			end = at + i
		}
		line := d.Text[at:end]
		if s := strings.TrimSpace(line); s != "" {
			from := at + strings.Index(line, s)
			kind := article.Paragraph
			if len(a.Blocks) == 0 && d.Title != "" {
				kind = article.Title
			}
			a.Blocks = append(a.Blocks, article.Block{Kind: kind, Span: article.Span{Start: from, End: from + len(s)}})
		}
		at = end + 1
	}
	return a
}

// check reports spans out of the text's range.
func (d *Attributed) check() error {
	n := utf8.RuneCountInString(d.Text)
	for _, a := range d.Attributions {
		for _, list := range [][]Offset{a.Source, a.Cue, a.Content} {
			for _, o := range list {
				if o.From < 0 || o.To < o.From || o.To > n {
					return fmt.Errorf("document %q: attribution %q: span [%d,%d) out of range", d.ID, a.ID, o.From, o.To)
				}
			}
		}
	}
	return nil
}
