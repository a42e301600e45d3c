package intake

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"readout/article"
	"readout/intake/delim"
)

// table is an input of delimited text with named columns: one article a row.
type table struct {
	r     *Reader
	rows  *delim.Reader
	comma byte
	width int
	at    []int // the column of each part
}

// delimiters that tables use, the likeliest first.
const delimiters = ",\t;|"

// table returns the input as a table if the first line is the head of one: it
// names a column of text, and another that articles have, or the file's name
// says that it is a table. Else it returns nil.
func (r *Reader) table(head []byte, base int64) (itemSource, error) {
	hinted := namesTable(r.name, r.opts.ContentType)
	var best *table
	var names []string
	for i := range len(delimiters) {
		comma := delimiters[i]
		d := delim.NewReader(bufio.NewReader(bytes.NewReader(head)), comma, int64(len(head)), 1, 0)
		fields, err := d.Next()
		if err != nil || !headLike(fields, hinted) || best != nil && len(fields) <= best.width {
			continue
		}
		if fields = slices.Clone(fields); !hinted && !rowsFollow(d) {
			continue
		}
		at, ok, err := r.opts.Columns.find(fields)
		if err == nil && !ok {
			err = noText(fields)
		}
		known := 0
		for _, c := range at {
			if c >= 0 {
				known++
			}
		}
		switch {
		case err != nil && hinted && best == nil && len(fields) > len(names):
			names = fields
		case err == nil && (known > 1 || hinted || r.opts.Columns.Text != "" || r.opts.Columns.HTML != ""):
			best = &table{r: r, comma: comma, width: len(fields), at: at}
		}
	}
	switch {
	case best == nil && names != nil:
		if _, _, err := r.opts.Columns.find(names); err != nil {
			return nil, err
		}
		return nil, noText(names)
	case best == nil:
		return nil, nil
	}
	best.rows = delim.NewReader(r.in, best.comma, r.opts.MaxBytes, 1, base)
	_, err := best.rows.Next()
	return best, err
}

// namesTable reports whether name or media type say that an input is a table.
func namesTable(name, contentType string) bool {
	base := strings.ToLower(name)
	for _, end := range []string{".gz", ".zst", ".zstd"} {
		base = strings.TrimSuffix(base, end)
	}
	switch path.Ext(base) {
	case ".csv", ".tsv", ".tab":
		return true
	}
	media, _, _ := mime.ParseMediaType(contentType)
	return media == "text/csv" || media == "text/tab-separated-values"
}

// headLike reports whether fields can be the head of a table: two names or
// more, short and different; one is enough where the input is called a table.
func headLike(fields []string, hinted bool) bool {
	if len(fields) < 2 && !hinted {
		return false
	}
	seen := make(map[string]bool, len(fields))
	for i, f := range fields {
		f = strings.TrimSpace(f)
		unnamed := f == "" && i == 0 // row numbers, as data frames write them
		if len(f) > 80 || seen[f] || f == "" && !unnamed || strings.ContainsAny(f, "\n<>{}") || !utf8.ValidString(f) {
			return false
		}
		seen[f] = true
	}
	return true
}

// rowsFollow reports whether one of the next few records has more than one
// field, or there are none: a line of a text may look like the head of a table,
// but the text goes on as texts do.
func rowsFollow(d *delim.Reader) bool {
	for n := range 3 {
		fields, err := d.Next()
		switch {
		case err == io.EOF:
			return n == 0
		case len(fields) > 1, errors.Is(err, delim.ErrOpen): // a field longer than what is looked at
			return true
		}
	}
	return false
}

func (t *table) next(make bool) (*article.Article, error) {
	fields, err := t.rows.Next()
	line, offset := t.rows.At()
	if err != nil && !errors.Is(err, delim.ErrTooBig) && !errors.Is(err, delim.ErrQuote) && !errors.Is(err, delim.ErrOpen) {
		return nil, err
	}
	t.r.begin(line, offset)
	if err == nil && (len(fields) < t.width || strings.Join(fields[t.width:], "") != "") {
		t.rows.Reject()
		err = fmt.Errorf("%w table: the row has %d fields, the head %d", ErrBroken, len(fields), t.width)
	}
	if err != nil {
		return nil, t.r.fault(classed(err))
	}
	if !make {
		return nil, nil
	}
	a, err := t.r.read(t.r.opts.Columns.row(t.at, func(c int) given {
		s := fields[c]
		if !utf8.ValidString(s) {
			s = decode([]byte(s), "", false)
		}
		return given{s: s}
	}))
	if err != nil {
		return nil, t.r.fault(err)
	}
	return a, nil
}

// seek moves to the row at a position.
func (t *table) seek(p Position) error {
	if !t.r.movable(p) {
		return nil
	}
	if err := t.r.move(p, p.Offset); err != nil {
		return err
	}
	t.rows = delim.NewReader(t.r.in, t.comma, t.r.opts.MaxBytes, p.Line, p.Offset)
	return nil
}
