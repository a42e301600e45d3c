package cli

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"readout/intake"
)

// inputHelp is what the help of a command that reads articles says of its
// inputs.
const inputHelp = `Each input is a file, a folder (all files in it and below), a pattern such as
"2021/*.html", an http or https address, "-" for standard input, or @LIST for
the names in a file, one a line. What it holds is told by its content: plain
text, HTML, JSON Lines or JSON arrays, CSV or TSV whose first line names the
columns, Parquet, RSS or Atom, web archives (WARC); each may be compressed with
gzip or zstd.

Addresses in a list, or in a feed with --follow, are fetched politely:
robots.txt counts, a second lies between two requests to a host, and private
networks are refused.

Fields and columns have their usual names ("text", "body", "date", …) or those
that --column gives: id, url, title, published, publisher, byline, language,
text or html, an equals sign, and the name; in JSON a dot leads inside.`

// inputFlags are the flags of a command that reads articles.
type inputFlags struct {
	opts    intake.Options
	columns []string
}

// newInputFlags adds the flags to c.
func newInputFlags(c *cobra.Command) *inputFlags {
	f := new(inputFlags)
	c.Flags().StringVar(&f.opts.Published, "published", "", "date of publication `YYYY-MM-DD`, where the input tells none")
	c.Flags().StringArrayVar(&f.columns, "column", nil, "what a field or column is called, as in `text=body`; can be repeated")
	c.Flags().BoolVar(&f.opts.Follow, "follow", false, "fetch the page of each item of a feed, and read it in place of the item")
	c.Flags().BoolVar(&f.opts.AllowPrivate, "allow-private", false, "addresses in lists and feeds may lie in private networks")
	return f
}

// options returns the checked options.
func (f *inputFlags) options(s Streams) (intake.Options, error) {
	opts := f.opts
	if opts.Published != "" {
		if _, err := time.Parse(time.DateOnly, opts.Published); err != nil {
			return opts, usageError{fmt.Errorf("--published %q: want a date such as 2021-06-16", opts.Published)}
		}
	}
	var err error
	if opts.Columns, err = intake.ParseColumns(f.columns); err != nil {
		return opts, usageError{fmt.Errorf("--%w", err)}
	}
	opts.Stdin = s.In
	return opts, nil
}
