package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"

	"readout/article"
	"readout/intake"
	"readout/internal/parallel"
)

// goldText is a text of gold as a line of JSON that intake reads.
type goldText struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Text      string `json:"text"`
}

// readTexts reads texts of gold as "readout read" does and returns the records
// as they are written, one a line, in order.
func readTexts(ctx context.Context, open opener, texts []goldText) (*bytes.Buffer, error) {
	lines := new(bytes.Buffer)
	out := json.NewEncoder(lines)
	out.SetEscapeHTML(false)
	for _, t := range texts {
		if err := out.Encode(t); err != nil {
			return nil, err
		}
	}
	in, err := intake.Open(ctx, "-", intake.Options{Stdin: lines})
	if err != nil {
		return nil, fmt.Errorf("texts of the gold: %w", err)
	}
	defer in.Close()
	reader, err := open()
	if err != nil {
		return nil, err
	}
	var bad error
	next := func() (*article.Article, bool) {
		a, err := in.Next()
		if err != nil && !errors.Is(err, io.EOF) {
			bad = fmt.Errorf("texts of the gold: %w", err)
		}
		return a, err == nil
	}
	work := func(a *article.Article) result {
		rec, err := reader.Read(ctx, a)
		if err != nil {
			return result{err: err}
		}
		buf := new(bytes.Buffer)
		return result{buf, rec.AppendJSON(buf)}
	}
	records := new(bytes.Buffer)
	err = parallel.Ordered(ctx, runtime.GOMAXPROCS(0), next, work, func(r result) error {
		if r.err == nil {
			records.Write(r.out.Bytes())
		}
		return r.err
	})
	return records, errors.Join(err, bad)
}
