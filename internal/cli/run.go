package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/event"
	"readout/intake"
	"readout/internal/corpus"
)

func newRun(s Streams, open opener, opts *readout.Options) *cobra.Command {
	var o corpus.Options
	var input *inputFlags
	var outs []string
	var rows string
	c := &cobra.Command{
		Use:   "run CORPUS… -o OUT",
		Short: "Read a whole corpus into a data set",
		Long: `Read a whole corpus, on all cores, into a data set. The ending of OUT says what it is:

  .jsonl            whole records, one a line (docs/RECORD.md)
  .csv .tsv         a table, one row an event, or a statement with --rows statements
  .parquet          the same table, packed and typed
                    (docs/CODEBOOK.md explains every column)
  .db               a store (SQLite): articles, events, statements, entities (docs/STORE.md)
  postgres://…      a store on a PostgreSQL server, added to what is there
  .plover.jsonl     PLOVER's JSON, one event a line
  .icews.tsv        a line a pair of source and target, as ICEWS has it
  .gdelt.tsv        the 61 columns of GDELT 2, as above

All files but .parquet and .db may have .gz or .zst behind. -o may be given several times:
the corpus is read once. "x.statements.csv" is a table of statements by its name.

` + inputHelp + `

Beside OUT stand OUT.manifest.json (engine, options, inputs with hashes, counts:
what it takes to cite the run and to repeat it to the byte) and, when something
could not be read, OUT.rejects.jsonl with place and reason; the exit status is
then 1 and all the rest is there.

Reprints and near-copies are marked with the article that they repeat, the
earliest of the corpus; --duplicates drop leaves them out. --one-a-day merges the
rows of one happening (same day, type, actors and recipients, and no other place
or mode) into that of its earliest report, with the number of reports and of
independent publishers.

A run that was stopped, by Ctrl-C or a power cut, goes on where it was when the
same command is given again, and ends with the same bytes.`,
		Example: `  readout run articles.jsonl.gz -o events.parquet
  readout run news/*.jsonl.gz -o records.jsonl.zst -o events.csv -o statements.csv
  readout run articles.jsonl.gz -o quotes.tsv --rows statements --duplicates drop
  readout run articles.jsonl.gz -o events.icews.tsv -o events.gdelt.tsv.gz
  readout run articles.jsonl.gz -o happenings.csv --one-a-day
  readout run articles.jsonl.gz -o postgres://desk@db.example.org/news
  readout run articles.jsonl.gz -o events.parquet --restart    # from the beginning`,
		Args: wanted(1, 0, "a corpus to read, such as a file or a folder, is"),
		RunE: func(c *cobra.Command, names []string) error {
			if len(outs) == 0 {
				return usageError{errors.New("-o OUT is needed: where the data set goes")}
			}
			for _, path := range outs {
				t, err := corpus.ParseTarget(path, rows)
				if err != nil {
					return usageError{err}
				}
				o.Targets = append(o.Targets, t)
			}
			switch {
			case o.Duplicates != corpus.Mark && o.Duplicates != corpus.Drop && o.Duplicates != corpus.Ignore:
				return usageError{fmt.Errorf("--duplicates %q: want mark, drop or ignore", o.Duplicates)}
			case o.OneADay && !slices.ContainsFunc(o.Targets, func(t corpus.Target) bool { return t.OfEvents() }):
				return usageError{errors.New("--one-a-day merges rows of events, and no OUT is a table of events")}
			case o.Jobs < 1:
				return usageError{fmt.Errorf("--jobs %d: want 1 or more", o.Jobs)}
			case o.Checkpoint <= 0:
				return usageError{fmt.Errorf("--checkpoint %s: want a time such as 2s", o.Checkpoint)}
			}
			if o.Confidence < 0 || o.Confidence > 1 {
				return usageError{fmt.Errorf("--confidence %v: want 0 to 1", o.Confidence)}
			}
			if opts.Confidence = o.Confidence; o.Confidence == 0 {
				opts.Confidence = -1
			}
			in, err := input.options(s)
			if err != nil {
				return err
			}
			o.Inputs, o.Intake = names, in
			return runCorpus(c.Context(), s, open, o)
		},
	}
	input = newInputFlags(c)
	f := c.Flags()
	f.StringArrayVarP(&outs, "out", "o", nil, "`OUT`: file to write, its form told by its ending, or postgres:// address (needed; may be repeated)")
	f.StringVar(&rows, "rows", "", "what a row of a table is: `events` or statements")
	f.StringVar(&o.Duplicates, "duplicates", corpus.Mark, "reprints: `mark`, drop or ignore")
	f.Float64Var(&o.Confidence, "confidence", event.DefaultLeast, "leave out events of less confidence, `0` (all) to 1")
	f.BoolVar(&o.OneADay, "one-a-day", false, "one row for all reports of one happening, with their number")
	f.BoolVar(&o.Restart, "restart", false, "begin again, and replace what is there")
	f.DurationVar(&o.Checkpoint, "checkpoint", corpus.DefaultCheckpoint, "`TIME` of work that a crash may cost at most")
	f.IntVar(&o.Jobs, "jobs", runtime.GOMAXPROCS(0), "articles read at the same time")
	return c
}

// mostComplaints is how many faults of a corpus are told as they come; all of
// them are in the file of rejects.
const mostComplaints = 20

func runCorpus(ctx context.Context, s Streams, open opener, o corpus.Options) error {
	var err error
	if o.Reader, err = open(); err != nil {
		return err
	}
	size, err := intake.Measure(ctx, o.Inputs, o.Intake)
	if err != nil {
		return err
	}
	if err := allMissing(o.Inputs); err != nil {
		return err
	}
	w := newWatcher(s.Err, size)
	told := 0
	o.Watch = w.show
	o.Complain = func(err error) {
		if told++; told <= mostComplaints {
			w.clear()
			fmt.Fprintf(s.Err, "readout: %v\n", err)
		}
		if told == mostComplaints {
			fmt.Fprintf(s.Err, "readout: further faults are written to %s.rejects.jsonl only\n", o.Targets[0].Path)
		}
	}
	sum, err := corpus.Run(ctx, o)
	w.clear()
	if err != nil {
		if ctx.Err() != nil && err.Error() != ctx.Err().Error() {
			return stoppedError{err} // something went wrong at the stop
		}
		if ctx.Err() != nil {
			return stoppedError{fmt.Errorf("stopped: what is read is safe in %s.run, and the same command goes on from there", o.Targets[0].Path)}
		}
		return err
	}
	n := sum.Manifest.Counts
	if sum.Already {
		fmt.Fprintf(s.Err, "readout: %s is complete already: ", o.Targets[0].Path)
	} else {
		fmt.Fprintf(s.Err, "readout: %s: ", w.total())
	}
	fmt.Fprintf(s.Err, "%s, %s, %s", number(n.Articles, "article"), number(n.Events, "event"), number(n.Statements, "statement"))
	if n.Duplicates > 0 {
		fmt.Fprintf(s.Err, "; %s of others", number(n.Duplicates, "reprint"))
	}
	skipped := 0
	for _, k := range n.Skipped {
		skipped += k
	}
	if skipped > 0 {
		fmt.Fprintf(s.Err, "; %d passed over", skipped)
	}
	if n.Rejected > 0 {
		fmt.Fprintf(s.Err, "; %d could not be read, see %s.rejects.jsonl\n", n.Rejected, o.Targets[0].Path)
		return errPartly
	}
	fmt.Fprintln(s.Err)
	return nil
}

// allMissing returns an error when none of the inputs is there: nothing is to
// be written then. A single one that is missing is a reject.
func allMissing(names []string) error {
	var first error
	for _, name := range names {
		if name == "-" || strings.HasPrefix(name, "@") || strings.Contains(name, "://") || strings.ContainsAny(name, "*?[") {
			return nil
		}
		_, err := os.Stat(name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if first == nil {
			first = err
		}
	}
	return first
}

// number says how many there are of something.
func number(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
