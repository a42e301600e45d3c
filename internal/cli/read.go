package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"readout"
	"readout/event"
	"readout/intake"
	"readout/internal/mark"
	"readout/internal/parallel"
	"readout/record"
)

func newRead(s Streams, open opener, opts *readout.Options) *cobra.Command {
	var format string
	var jobs int
	var confidence float64
	var input *inputFlags
	c := &cobra.Command{
		Use:   "read FILE|FOLDER|URL|@LIST|-…",
		Short: "Read articles and print them for a person, or as records",
		Long: `Read articles and print them for a person (text) or as records (jsonl), in the
order of the inputs.

` + inputHelp + `

What cannot be read is named on standard error with file and line; the rest is
still read, and the exit status is 1.

Every event has a confidence: of those given 0.7, about seven in ten are right in type and
in the countries of both sides. Events below --confidence are left out.`,
		Example: `  readout read examples/singapore-summit.txt
  readout read --published 2021-06-16 report.txt
  curl -s https://example.org/report.html | readout read -
  readout read --format jsonl articles.jsonl.gz > records.jsonl
  readout read --format jsonl --column text=story --column published=day table.csv
  readout read --confidence 0.7 report.txt     # fewer events, more of them right`,
		Args: wanted(1, 0, "something to read, such as a file or - for standard input, is"),
		RunE: func(c *cobra.Command, names []string) error {
			in, err := input.options(s)
			if err != nil {
				return err
			}
			if jobs < 1 {
				return usageError{fmt.Errorf("--jobs %d: want 1 or more", jobs)}
			}
			if confidence < 0 || confidence > 1 {
				return usageError{fmt.Errorf("--confidence %v: want 0 to 1", confidence)}
			}
			if opts.Confidence = confidence; confidence == 0 {
				opts.Confidence = -1
			}
			write, ok := writers[format]
			if !ok {
				return usageError{fmt.Errorf("--format %q: want text or jsonl", format)}
			}
			reader, err := open()
			if err != nil {
				return err
			}
			in.KeepForeign = true // a record says what language it is
			r := run{Streams: s, reader: reader, write: write, progress: newProgress(s.Err, format != "text")}
			return r.all(c.Context(), names, in, jobs)
		},
	}
	input = newInputFlags(c)
	c.Flags().StringVar(&format, "format", "text", "`text` for a person, or jsonl for records")
	c.Flags().IntVar(&jobs, "jobs", runtime.GOMAXPROCS(0), "articles read at the same time")
	c.Flags().Float64Var(&confidence, "confidence", event.DefaultLeast, "leave out events of less confidence, `0` (all) to 1")
	return c
}

// writers put one record into a buffer, by name of format.
var writers = map[string]func(*bytes.Buffer, *record.Record) error{
	"text": func(b *bytes.Buffer, r *record.Record) error { return mark.Report(b, r) },
	"jsonl": func(b *bytes.Buffer, r *record.Record) error {
		return r.AppendJSON(b)
	},
}

// run reads a corpus, its articles side by side.
type run struct {
	Streams
	reader   *readout.Reader
	write    func(*bytes.Buffer, *record.Record) error
	progress *progress
	failed   bool // some input could not be read
	emitted  int
	skipped  map[string]int // what was left out, by reason
}

// result is a record as it will be written, or why there is none.
type result struct {
	out *bytes.Buffer
	err error
}

func (r *run) all(ctx context.Context, names []string, opts intake.Options, jobs int) error {
	corpus, err := intake.NewCorpus(ctx, names, opts)
	if err != nil {
		return err
	}
	defer corpus.Close()
	var ended error
	next := func() (intake.Item, bool) {
		var it intake.Item
		it, ended = corpus.Next()
		return it, ended == nil
	}
	r.skipped = map[string]int{}
	err = parallel.Ordered(ctx, jobs, next, func(it intake.Item) result { return r.read(ctx, it) }, r.emit)
	if err == nil && !errors.Is(ended, io.EOF) {
		err = ended
	}
	if err != nil {
		return err
	}
	r.progress.end(r.emitted)
	for _, reason := range slices.Sorted(maps.Keys(r.skipped)) {
		fmt.Fprintf(r.Err, "readout: left out: %d of %s\n", r.skipped[reason], reason)
	}
	if r.failed {
		return errPartly
	}
	return nil
}

// read makes the record of one article.
func (r *run) read(ctx context.Context, it intake.Item) result {
	if it.Err != nil {
		return result{err: it.Err}
	}
	rec, err := r.reader.Read(ctx, it.Article)
	if err != nil {
		return result{err: fmt.Errorf("%v: %w", it.Position, err)}
	}
	buf := new(bytes.Buffer)
	return result{buf, r.write(buf, rec)}
}

// emit writes one result. What is wrong with an input is named and noted; the
// error returned is a fault that must end the run.
func (r *run) emit(res result) error {
	var skip *intake.SkipError
	switch {
	case errors.As(res.err, &skip):
		r.skipped[skip.Reason]++
		return nil
	case res.err != nil:
		r.failed = true
		r.progress.clear()
		fmt.Fprintf(r.Err, "readout: %v\n", res.err)
		return nil
	}
	if _, err := r.Out.Write(res.out.Bytes()); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	r.emitted++
	r.progress.show(r.emitted)
	return nil
}
