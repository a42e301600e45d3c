package cli

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"readout/internal/review"
	"readout/record/table"
)

func newStats(s Streams) *cobra.Command {
	var by, of, format string
	var top int
	c := &cobra.Command{
		Use:   "stats RUN",
		Short: "Count what a run found: by type, country, pair, month, confidence",
		Long: `Count the events of a run by type, quad class, country, pair of countries, month,
confidence and publisher; or its statements by kind, speaker, country, month,
confidence and publisher. A row counts once for each country or pair in it.

RUN is what "readout run" wrote: .jsonl, .csv, .tsv, .parquet or .db.`,
		Example: `  readout stats events.parquet
  readout stats records.jsonl --by pair --top 100 --format csv > pairs.csv
  readout stats statements.csv --by speaker
  readout stats records.jsonl --of statements`,
		Args: wanted(1, 1, "one file that a run wrote is"),
		RunE: func(_ *cobra.Command, args []string) error {
			if of == "" {
				of = review.Holds(args[0])
			}
			keys, what := review.EventKeys, "event"
			if of == "statements" {
				keys, what = review.StatementKeys, "statement"
			}
			switch {
			case of != "events" && of != "statements":
				return usageError{fmt.Errorf("--of %q: want events or statements", of)}
			case by != "" && !slices.Contains(keys, by):
				return usageError{fmt.Errorf("--by %q: want %s", by, strings.Join(keys, ", "))}
			case format != "text" && format != "csv":
				return usageError{fmt.Errorf("--format %q: want text or csv", format)}
			case top < 0:
				return usageError{fmt.Errorf("--top %d: want 0 for all, or more", top)}
			}
			var st review.Stats
			var err error
			if of == "statements" {
				err = review.Statements(args[0], func(r *table.Statement) error { st.AddStatement(r); return nil })
			} else {
				err = review.Events(args[0], func(e *table.Event) error { st.AddEvent(e); return nil })
			}
			if err != nil {
				return err
			}
			if by != "" {
				keys = []string{by}
			}
			if format == "csv" {
				return statsCSV(s, &st, keys, top)
			}
			out := bufio.NewWriter(s.Out)
			fmt.Fprintln(out, number(st.Rows, what))
			for _, k := range keys {
				counts := st.By(k)
				fmt.Fprintf(out, "\nBY %s\n", strings.ToUpper(k))
				shown := counts
				if top > 0 && len(counts) > top && k != "month" {
					shown = counts[:top]
				}
				printCounts(out, shown, st.Rows)
				if n := len(counts) - len(shown); n > 0 {
					fmt.Fprintf(out, "  … and %d more\n", n)
				}
			}
			return out.Flush()
		},
	}
	c.Flags().StringVar(&by, "by", "", "count by this `KEY` only")
	c.Flags().StringVar(&of, "of", "", "`events` or statements (default what RUN is a table of, or events)")
	c.Flags().IntVar(&top, "top", 15, "how many of each, 0 for all; months are always all")
	c.Flags().StringVar(&format, "format", "text", "`text` or csv")
	return c
}

// printCounts prints a line a count, with its share of all rows.
func printCounts(out *bufio.Writer, counts []review.Count, of int) {
	wide := 0
	for _, c := range counts {
		wide = max(wide, utf8.RuneCountInString(c.Key))
	}
	for _, c := range counts {
		fmt.Fprintf(out, "  %s%s %8d %5.1f %%\n", c.Key, strings.Repeat(" ", wide-utf8.RuneCountInString(c.Key)), c.N, 100*float64(c.N)/float64(max(1, of)))
	}
}

func statsCSV(s Streams, st *review.Stats, keys []string, top int) error {
	w := csv.NewWriter(s.Out)
	_ = w.Write([]string{"by", "key", "count"}) // an error stays with the writer
	for _, k := range keys {
		for i, c := range st.By(k) {
			if top > 0 && i >= top && k != "month" {
				break
			}
			_ = w.Write([]string{k, c.Key, strconv.Itoa(c.N)})
		}
	}
	w.Flush()
	return w.Error()
}
