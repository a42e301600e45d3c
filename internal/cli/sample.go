package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"readout/internal/mark"
	"readout/internal/review"
	"readout/record"
	"readout/record/table"
)

func newSample(s Streams) *cobra.Command {
	var of, format, typ string
	var n int
	var seed uint64
	c := &cobra.Command{
		Use:   "sample RUN",
		Short: "Draw a random sample of a run, with the passages, for people to judge",
		Long: `Draw a random sample of the events, statements or articles of a run, with the passages
they rest on, for people to judge.

RUN is what "readout run" wrote: .jsonl, .csv, .tsv, .parquet or .db (articles: .jsonl, .db).
The same seed draws the same sample; a larger -n adds to it; and of two runs over
one corpus, what both have is drawn in both or in neither, as far as -n allows.

As csv the sample begins with two empty columns, "right" and "note", to fill in.`,
		Example: `  readout sample records.jsonl
  readout sample events.parquet -n 200 --seed 7 --format csv > judge.csv
  readout sample events.csv --type ASSAULT -n 20
  readout sample statements.parquet
  readout sample records.jsonl --of articles -n 5`,
		Args: wanted(1, 1, "one file that a run wrote is"),
		RunE: func(_ *cobra.Command, args []string) error {
			if of == "" {
				of = review.Holds(args[0])
			}
			if n < 1 {
				return usageError{fmt.Errorf("-n %d: want 1 or more", n)}
			}
			if format != "text" && format != "csv" && format != "jsonl" {
				return usageError{fmt.Errorf("--format %q: want text, csv or jsonl", format)}
			}
			out := bufio.NewWriter(s.Out)
			var err error
			switch of {
			case "events":
				draw := review.NewSample[*table.Event](n, seed)
				err = review.Events(args[0], func(e *table.Event) error {
					if typ == "" || e.Type == typ {
						draw.Add(e.ID, e)
					}
					return nil
				})
				if err == nil {
					err = writeSample(out, draw.Items(), format, mark.Event)
				}
			case "statements":
				draw := review.NewSample[*table.Statement](n, seed)
				err = review.Statements(args[0], func(r *table.Statement) error {
					if typ == "" || r.Kind == typ {
						draw.Add(r.ID, r)
					}
					return nil
				})
				if err == nil {
					err = writeSample(out, draw.Items(), format, mark.Statement)
				}
			case "articles":
				err = sampleArticles(out, args[0], n, seed, format)
			default:
				return usageError{fmt.Errorf("--of %q: want events, statements or articles", of)}
			}
			if err != nil {
				return err
			}
			return out.Flush()
		},
	}
	c.Flags().IntVarP(&n, "number", "n", 50, "how many")
	c.Flags().Uint64Var(&seed, "seed", 1, "another seed draws another sample")
	c.Flags().StringVar(&of, "of", "", "`events`, statements or articles (default what RUN is a table of, or events)")
	c.Flags().StringVar(&typ, "type", "", "only events of this PLOVER `TYPE`, or statements of this kind")
	c.Flags().StringVar(&format, "format", "text", "`text` for a person, csv to fill in, or jsonl")
	return c
}

// writeSample writes rows in a form, shown as text by show.
func writeSample[T table.Row](out *bufio.Writer, rows []*T, format string, show func(io.Writer, *T) error) error {
	switch format {
	case "csv":
		w := table.NewCSV[T](out, ',', "right", "note")
		for _, r := range rows {
			if _, err := w.Write([]T{*r}); err != nil {
				return err
			}
		}
		return w.Close()
	case "jsonl":
		for _, r := range rows {
			if err := writeRow(out, r); err != nil {
				return err
			}
		}
		return nil
	}
	for i, r := range rows {
		fmt.Fprintf(out, "%d. ", i+1)
		if err := show(out, r); err != nil {
			return err
		}
		fmt.Fprintln(out)
	}
	return nil
}

func sampleArticles(out *bufio.Writer, path string, n int, seed uint64, format string) error {
	draw := review.NewSample[*record.Record](n, seed)
	if err := review.Records(path, func(r *record.Record) error { draw.Add(r.Article.ID, r); return nil }); err != nil {
		return err
	}
	for i, r := range draw.Items() {
		switch format {
		case "jsonl":
			var buf bytes.Buffer
			if err := r.AppendJSON(&buf); err != nil {
				return err
			}
			out.Write(buf.Bytes())
		case "csv":
			return usageError{fmt.Errorf("--of articles has no columns: want --format text or jsonl")}
		default:
			fmt.Fprintf(out, "%d. %s\n", i+1, r.Article.ID)
			if err := mark.Report(out, r); err != nil {
				return err
			}
			fmt.Fprintln(out)
		}
	}
	return nil
}
