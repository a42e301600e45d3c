package cli

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/corpus"
	"readout/internal/mark"
	"readout/internal/review"
	"readout/record/table"
)

func newDiff(s Streams) *cobra.Command {
	var of, format string
	var show int
	c := &cobra.Command{
		Use:   "diff RUN_A RUN_B",
		Short: "Show what changed between two runs over one corpus",
		Long: `Show what another version of the knowledge or of the engine changed: the events (or
statements) that run B gained, lost, or has otherwise than run A, by type, and with
their passages.

Both are what "readout run" wrote over one corpus: .jsonl, .csv, .tsv, .parquet or .db. A
finding is the same when it has one type and one place in its article, or else when
the places overlap.`,
		Example: `  readout diff before.parquet after.parquet
  readout diff before.jsonl after.jsonl --show 50
  readout diff before.jsonl after.jsonl --of statements --format jsonl > changes.jsonl`,
		Args: wanted(2, 2, "two runs to compare are"),
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "text" && format != "jsonl" {
				return usageError{fmt.Errorf("--format %q: want text or jsonl", format)}
			}
			if of == "" {
				if of = review.Holds(args[0]); of == corpus.Events {
					of = review.Holds(args[1])
				}
			}
			out := bufio.NewWriter(s.Out)
			var err error
			switch of {
			case "events":
				d := differences[table.Event]{out: out, most: show, lines: format == "jsonl", show: mark.Event, kind: func(e *table.Event) string { return e.Type }}
				err = d.all("events", func() ([3]int, error) { return review.DiffEvents(args[0], args[1], d.add) })
			case "statements":
				d := differences[table.Statement]{out: out, most: show, lines: format == "jsonl", show: mark.Statement, kind: func(r *table.Statement) string { return r.Kind }}
				err = d.all("statements", func() ([3]int, error) { return review.DiffStatements(args[0], args[1], d.add) })
			default:
				return usageError{fmt.Errorf("--of %q: want events or statements", of)}
			}
			if err != nil {
				return err
			}
			return out.Flush()
		},
	}
	c.Flags().StringVar(&of, "of", "", "`events` or statements (default what the runs are tables of, or events)")
	c.Flags().IntVar(&show, "show", 10, "how many of the gained, lost and changed each to show; jsonl has all")
	c.Flags().StringVar(&format, "format", "text", "`text` for a person, or jsonl")
	return c
}

// differences gathers what changed.
type differences[T table.Row] struct {
	out   *bufio.Writer
	most  int
	lines bool
	show  func(io.Writer, *T) error
	kind  func(*T) string

	kinds   map[string]map[string]int // type → gained, lost, changed → number
	columns map[string]int
	shown   map[string][]review.Change[T]
	total   map[string]int
}

func (d *differences[T]) add(c review.Change[T]) error {
	if d.lines {
		return writeRow(d.out, struct {
			Change  string   `json:"change"`
			Before  *T       `json:"before,omitempty"`
			After   *T       `json:"after,omitempty"`
			Columns []string `json:"columns,omitempty"`
		}{c.Kind(), c.Before, c.After, c.Columns})
	}
	if d.kinds == nil {
		d.kinds, d.columns = map[string]map[string]int{}, map[string]int{}
		d.shown, d.total = map[string][]review.Change[T]{}, map[string]int{}
	}
	row := c.After
	if row == nil {
		row = c.Before
	}
	k := d.kind(row)
	if d.kinds[k] == nil {
		d.kinds[k] = map[string]int{}
	}
	d.kinds[k][c.Kind()]++
	d.total[c.Kind()]++
	for _, col := range c.Columns {
		d.columns[col]++
	}
	if len(d.shown[c.Kind()]) < d.most {
		d.shown[c.Kind()] = append(d.shown[c.Kind()], c)
	}
	return nil
}

func (d *differences[T]) all(what string, run func() ([3]int, error)) error {
	n, err := run()
	if err != nil || d.lines {
		return err
	}
	fmt.Fprintf(d.out, "%s: %d before, %d after; %d the same, %d changed, %d gained, %d lost\n", what, n[0], n[1], n[2],
		d.total["changed"], d.total["gained"], d.total["lost"])
	if len(d.total) == 0 {
		return nil
	}
	fmt.Fprintf(d.out, "\n  %-16s %8s %8s %8s\n", "", "gained", "lost", "changed")
	for _, k := range slices.Sorted(maps.Keys(d.kinds)) {
		fmt.Fprintf(d.out, "  %-16s %8d %8d %8d\n", k, d.kinds[k]["gained"], d.kinds[k]["lost"], d.kinds[k]["changed"])
	}
	if len(d.columns) > 0 {
		fmt.Fprint(d.out, "\nchanged columns: ")
		names := slices.SortedFunc(maps.Keys(d.columns), func(x, y string) int {
			return cmp.Or(cmp.Compare(d.columns[y], d.columns[x]), cmp.Compare(x, y))
		})
		for i, c := range names {
			names[i] = fmt.Sprintf("%s %d", c, d.columns[c])
		}
		fmt.Fprintln(d.out, strings.Join(names, ", "))
	}
	for _, kind := range []string{"gained", "lost", "changed"} {
		if len(d.shown[kind]) == 0 {
			continue
		}
		fmt.Fprintf(d.out, "\n%s\n", strings.ToUpper(kind))
		for _, c := range d.shown[kind] {
			if err := d.one(c); err != nil {
				return err
			}
		}
		if more := d.total[kind] - len(d.shown[kind]); more > 0 {
			fmt.Fprintf(d.out, "  … and %d more\n", more)
		}
	}
	return nil
}

func (d *differences[T]) one(c review.Change[T]) error {
	row := c.After
	if row == nil {
		row = c.Before
	}
	if err := d.show(d.out, row); err != nil {
		return err
	}
	if c.Before == nil || c.After == nil {
		return nil
	}
	before, after := table.Cells(c.Before), table.Cells(c.After)
	for i, col := range table.Columns[T]() {
		if slices.Contains(c.Columns, col.Name) {
			fmt.Fprintf(d.out, "      %s: %q → %q\n", col.Name, before[i], after[i])
		}
	}
	return nil
}
