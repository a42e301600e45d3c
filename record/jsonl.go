package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// AppendJSON appends the record to buf as one line of JSON with its newline.
// Text is UTF-8; "<", ">" and "&" are written as they are.
func (r *Record) AppendJSON(buf *bytes.Buffer) error {
	e := json.NewEncoder(buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("record %s: %w", r.Article.ID, err)
	}
	return nil
}

// Line returns the record as one line of JSON without its newline.
func (r *Record) Line() ([]byte, error) {
	var buf bytes.Buffer
	if err := r.AppendJSON(&buf); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

// Read reads records, one JSON object after another, until the end of in or
// the first error of yield. A fault names the record by number from 1.
func Read(in io.Reader, yield func(*Record) error) error {
	d := json.NewDecoder(in)
	for n := 1; ; n++ {
		var r Record
		switch err := d.Decode(&r); {
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("record %d: %w", n, err)
		}
		if err := yield(&r); err != nil {
			return err
		}
	}
}
