package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"readout"
	"readout/lexicon"
)

func newLexicon(s Streams, dir *string) *cobra.Command {
	c := &cobra.Command{
		Use:   "lexicon",
		Short: "The knowledge files: countries, offices, roles, places, cues, patterns",
		Args:  usageArgs(cobra.NoArgs),
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	check := &cobra.Command{
		Use:   "check",
		Short: "Check every line, and that every example in the patterns is coded as it says",
		Long: `Check every knowledge file line by line, and read every example sentence of the
event patterns: each must be coded as it says. Faults are named with file and line.

Dictionaries of PETRARCH or TABARI in the folder (names that end in actors.txt or
agents.txt, as Phoenix.Countries.actors.txt) are checked too. When reading, their faulty
lines are passed over.`,
		Example: `  readout lexicon check
  readout lexicon check --lexicon my-knowledge/`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return checkLexicon(s, *dir) },
	}
	c.AddCommand(check)
	return c
}

func checkLexicon(s Streams, dir string) error {
	set, err := lexicon.Open(dir)
	if err != nil {
		return err
	}
	faults := readers(set)
	if err := set.DictionaryFaults(); err != nil {
		faults = append(faults, err)
	}
	examples := 0
	reader, err := readout.NewReader(readout.Options{Lexicon: dir})
	if err == nil {
		examples, err = reader.CheckExamples()
	}
	if err != nil {
		faults = append(faults, err)
	}
	seen := map[string]bool{}
	for _, f := range faults {
		for _, line := range unjoin(f) {
			if !seen[line.Error()] {
				seen[line.Error()] = true
				fmt.Fprintf(s.Err, "readout: %v\n", line)
			}
		}
	}
	if len(seen) > 0 {
		return errPartly
	}
	lines := 0
	for _, f := range set.Files("") {
		fmt.Fprintf(s.Out, "%-34s %6d lines  %s\n", f.Name, len(f.Lines), f.Licence)
		lines += len(f.Lines)
	}
	fmt.Fprintf(s.Out, "%d files, %d lines, %d examples: all well\n", len(set.Files("")), lines, examples)
	return nil
}

// notePassedOver says how many lines of dictionaries are left out when
// reading.
func notePassedOver(s Streams, set *lexicon.Set) {
	if err := set.DictionaryFaults(); err != nil {
		fmt.Fprintf(s.Err, "readout: %d faulty lines of dictionaries were passed over; \"readout lexicon check\" with the same --lexicon names them\n", len(unjoin(err)))
	}
}

// readers runs every typed reader of the set and returns their faults.
func readers(set *lexicon.Set) []error {
	var faults []error
	note := func(_ any, err error) {
		if err != nil {
			faults = append(faults, err)
		}
	}
	note(set.Countries())
	note(set.Offices())
	note(set.People())
	note(set.Bodies())
	note(set.Titles())
	note(set.Names())
	note(set.Roles())
	_, _, err := set.Places()
	note(nil, err)
	note(set.Times())
	note(lexicon.ReadCues(set))
	note(lexicon.ReadAbbreviations(set))
	note(set.Classes())
	note(set.Contexts())
	note(set.Patterns())
	return faults
}

// unjoin returns the faults that were joined into one.
func unjoin(err error) []error {
	var joined interface{ Unwrap() []error }
	if !errors.As(err, &joined) {
		return []error{err}
	}
	var out []error
	for _, e := range joined.Unwrap() {
		out = append(out, unjoin(e)...)
	}
	return out
}
