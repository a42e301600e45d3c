// Package cli is the command line: commands and flags, each defined once, exit
// codes and the voice in which the program speaks to a terminal.
//
// Results go to standard output, everything else to standard error, one line a
// message, beginning with "readout:". Exit status 0: all read. 1: some input
// could not be read, each named, the rest done. 2: usage.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"readout"
)

// Streams are where a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// errPartly says that some input could not be read and was named already.
var errPartly = errors.New("some input could not be read")

// stoppedError says what an interrupt leaves behind.
type stoppedError struct{ error }

// usageError is a fault in how the command was called.
type usageError struct{ error }

// Main runs the command that args name and returns the exit status.
func Main(args []string, s Streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second one ends the program at once
	root := newRoot(s)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var usage usageError
	var stopped stoppedError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errPartly):
		return 1
	case errors.As(err, &usage):
		fmt.Fprintf(s.Err, "readout: %v\nTry \"%s --help\".\n", err, called(root, args))
		return 2
	case ctx.Err() != nil && !errors.As(err, &stopped):
		fmt.Fprintln(s.Err, "readout: interrupted")
		return 1
	}
	fmt.Fprintf(s.Err, "readout: %v\n", err)
	return 1
}

// called is the command that args mean, as one would type it.
func called(root *cobra.Command, args []string) string {
	if c, _, err := root.Find(args); err == nil {
		return c.CommandPath()
	}
	return root.Name()
}

func newRoot(s Streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "readout",
		Short: "Read news reports and write down, with proof, who did and said what to whom",
		Long: `Readout reads news reports and writes down, with proof, who did and said what to whom,
about what, when, where and according to whom: PLOVER 2.0 events with CAMEO codes, and
statements with their speakers, each with the exact words it rests on.`,
		Example: `  readout read report.txt --published 2021-06-16
  readout read --format jsonl articles.jsonl.gz > records.jsonl
  readout run articles.jsonl.gz -o events.parquet
  readout load --store news.db articles.jsonl.gz
  readout find --store news.db ceasefire --from 2025-03
  readout explain "Russia expelled ten American diplomats on Friday."`,
		SilenceErrors: true, SilenceUsage: true,
		Version:           readout.Version,
		Args:              usageArgs(cobra.NoArgs),
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	var opts readout.Options
	root.PersistentFlags().StringVar(&opts.Lexicon, "lexicon", "", "folder of knowledge files that replace or add to the built-in ones")
	open := func() (*readout.Reader, error) {
		// Nearly all that loading allocates stays: looking for what does not would
		// take a third of the time.
		defer debug.SetGCPercent(debug.SetGCPercent(-1))
		r, err := readout.NewReader(opts)
		if err == nil {
			notePassedOver(s, r.Lexicon())
		}
		return r, err
	}
	root.AddCommand(newRead(s, open, &opts), newRun(s, open, &opts), newLoad(s, open, &opts), newFind(s), newServe(s, open, &opts), newStore(s),
		newSample(s), newStats(s), newDiff(s), newExplain(s, open), newParse(s), newActor(s, &opts.Lexicon), newScore(s, open), newLexicon(s, &opts.Lexicon))
	return root
}

// opener makes the reader when a command needs it, not before: help and usage
// must not wait for the model.
type opener func() (*readout.Reader, error)

// wanted checks that there are at least so many arguments, and not more than
// most unless that is 0; what says what they are, up to its verb.
func wanted(least, most int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usageError{fmt.Errorf("%s needed", what)}
		case most > 0 && len(args) > most:
			return usageError{fmt.Errorf("%s needed: what is %q?", what, args[most])}
		}
		return nil
	}
}

// usageArgs marks the faults of a check of arguments as faults of usage.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if err := check(c, args); err != nil {
			return usageError{err}
		}
		return nil
	}
}
