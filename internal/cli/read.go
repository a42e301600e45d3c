package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"readout"
	"readout/article"
	"readout/intake"
	"readout/internal/mark"
	"readout/record"
)

func newRead(s Streams, open opener) *cobra.Command {
	var in intake.Options
	var format string
	var jobs int
	c := &cobra.Command{
		Use:   "read FILE|URL|-…",
		Short: "Read articles and print them for a person, or as records",
		Long: `Read articles and print them for a person (text) or as records (jsonl).

Input is recognised by its content: plain text, HTML, or JSON Lines of
{id, url, title, published, publisher, text | html}; each may be compressed with
gzip or zstd. "-" is standard input. JSON Lines give one record a line, in order.

What cannot be read is named on standard error with file and line; the rest is
still read, and the exit status is 1.`,
		Example: `  readout read examples/singapore-summit.txt
  readout read --published 2021-06-16 report.txt
  curl -s https://example.org/report.html | readout read -
  readout read --format jsonl articles.jsonl.gz > records.jsonl`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, names []string) error {
			if in.Published != "" {
				if _, err := time.Parse(time.DateOnly, in.Published); err != nil {
					return usageError{fmt.Errorf("--published %q: want a date such as 2021-06-16", in.Published)}
				}
			}
			if jobs < 1 {
				return usageError{fmt.Errorf("--jobs %d: want 1 or more", jobs)}
			}
			write, ok := writers[format]
			if !ok {
				return usageError{fmt.Errorf("--format %q: want text or jsonl", format)}
			}
			reader, err := open()
			if err != nil {
				return err
			}
			in.Stdin = s.In
			r := run{Streams: s, reader: reader, write: write, progress: newProgress(s.Err, format != "text")}
			return r.all(c.Context(), names, in, jobs)
		},
	}
	c.Flags().StringVar(&in.Published, "published", "", "date of publication `YYYY-MM-DD`, where the input tells none")
	c.Flags().StringVar(&format, "format", "text", "`text` for a person, or jsonl for records")
	c.Flags().IntVar(&jobs, "jobs", runtime.GOMAXPROCS(0), "articles read at the same time")
	return c
}

// writers put one record into a buffer, by name of format.
var writers = map[string]func(*bytes.Buffer, *record.Record) error{
	"text": func(b *bytes.Buffer, r *record.Record) error { return mark.Report(b, r) },
	"jsonl": func(b *bytes.Buffer, r *record.Record) error {
		return r.AppendJSON(b)
	},
}

// run reads inputs one after the other and their articles side by side.
type run struct {
	Streams
	reader   *readout.Reader
	write    func(*bytes.Buffer, *record.Record) error
	progress *progress
	failed   bool // some input could not be read
	emitted  int
}

// item is an article to read, or what is wrong with it.
type item struct {
	article *article.Article
	err     error
}

// result is a record as it will be written, or why there is none.
type result struct {
	out *bytes.Buffer
	err error
}

func (r *run) all(ctx context.Context, names []string, opts intake.Options, jobs int) error {
	for _, name := range names {
		if err := r.one(ctx, name, opts, jobs); err != nil {
			return err
		}
	}
	r.progress.end(r.emitted)
	if r.failed {
		return errPartly
	}
	return nil
}

// one reads one input. What is wrong with the input is named and noted; the
// error returned is a fault that must end the run.
func (r *run) one(ctx context.Context, name string, opts intake.Options, jobs int) error {
	in, err := intake.Open(ctx, name, opts)
	if err != nil {
		r.complain(err)
		return ctx.Err()
	}
	defer in.Close()
	ended := false
	next := func() (item, bool) {
		if ended {
			return item{}, false
		}
		a, err := in.Next()
		if errors.Is(err, io.EOF) {
			return item{}, false
		}
		var bad *intake.ItemError
		ended = err != nil && !errors.As(err, &bad)
		return item{a, err}, true
	}
	work := func(it item) result {
		if it.err != nil {
			return result{err: it.err}
		}
		rec, err := r.reader.Read(ctx, it.article)
		if err != nil {
			return result{err: fmt.Errorf("%s: %w", name, err)}
		}
		buf := new(bytes.Buffer)
		return result{buf, r.write(buf, rec)}
	}
	return ordered(ctx, jobs, next, work, func(res result) error {
		if res.err != nil {
			r.complain(res.err)
			return nil
		}
		if _, err := r.Out.Write(res.out.Bytes()); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
		r.emitted++
		r.progress.show(r.emitted)
		return nil
	})
}

func (r *run) complain(err error) {
	r.failed = true
	r.progress.clear()
	fmt.Fprintf(r.Err, "readout: %v\n", err)
}
