package cli

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"readout/store"
)

// storeVariable names the environment variable that names the store.
const storeVariable = "READOUT_STORE"

// flagSet is what is needed of the flags of a command.
type flagSet interface {
	StringVar(into *string, name, value, usage string)
	StringArray(name string, value []string, usage string) *[]string
}

// storeFlag adds the flag that says which store is meant.
func storeFlag(f flagSet, into *string) {
	f.StringVar(into, "store", os.Getenv(storeVariable), "the store: `ADDRESS` of a file such as news.db, or postgres://… (default $"+storeVariable+")")
}

// openStore opens the store; one that is read must be there already.
func openStore(ctx context.Context, address string, make bool) (*store.Store, error) {
	if address == "" {
		return nil, usageError{errors.New("--store is needed: a file such as news.db, or postgres://…")}
	}
	if !make && !store.Remote(address) {
		if _, err := os.Stat(address); err != nil {
			return nil, fmt.Errorf("%s: no store is there; readout load makes one", address)
		}
	}
	return store.Open(ctx, address)
}

// filterFlags are the flags of the parts of a filter.
type filterFlags struct{ lists map[string]*[]string }

// newFilterFlags adds a flag for each part of a filter, "-" for "_". They can be
// repeated where a filter takes alternatives.
func newFilterFlags(f flagSet) *filterFlags {
	flags := &filterFlags{map[string]*[]string{}}
	for _, name := range store.FilterNames() {
		if name != "words" { // those are the arguments
			flags.lists[name] = f.StringArray(strings.ReplaceAll(name, "_", "-"), nil, store.FilterDoc(name))
		}
	}
	return flags
}

// filter is the filter that the flags and the words make.
func (f *filterFlags) filter(words []string) (store.Filter, error) {
	q := url.Values{"words": {strings.Join(words, " ")}}
	for name, values := range f.lists {
		q[name] = *values
		if slices.Contains([]string{"from", "to", "confidence", "article", "judged", "reprints"}, name) && len(*values) > 1 {
			return store.Filter{}, usageError{fmt.Errorf("--%s is given %d times", strings.ReplaceAll(name, "_", "-"), len(*values))}
		}
	}
	filter, err := store.ParseFilter(q)
	if err != nil {
		return filter, usageError{fmt.Errorf("--%w", err)}
	}
	return filter, nil
}

func newFind(s Streams) *cobra.Command {
	var address, of, format, order, by, histogram, elsewhere string
	var limit int
	var flags *filterFlags
	c := &cobra.Command{
		Use:   "find [WORDS…]",
		Short: "Find events, statements, articles or entities in a store",
		Long: `Find events, statements, articles or entities in a store that "readout load" or
"readout run -o news.db" made.

Words are looked for in the text, whatever their case, accents and plural. All must
be there; "two words" in quotation marks stand together, word* begins a word, OR
stands between alternatives, and -word (after --) must not be there.

A flag that is given twice means one or the other; flags of different names must all
hold. Names of people, bodies and countries work as well as keys and codes.

For a person the filter is said in words and each find is shown with its passage;
--format jsonl, csv or tsv writes rows (docs/CODEBOOK.md), all of them unless --limit
says otherwise. --by counts the finds by a property, --histogram by time. --elsewhere
shows what other articles have on one event or statement: who contradicts it, who says
it too, where it is told again.`,
		Example: `  readout find --store news.db ceasefire --from 2025-03
  readout find --store news.db --type ACCUSE --actor-country Russia --recipient-country USA --confidence 0.6
  readout find --store news.db --of statements --speaker "Antony Blinken" --context cyber
  readout find --store news.db '"gas pipeline" leak* OR sabotage'
  readout find --store news.db --aux none -- strike -football
  readout find --store news.db --country UKR --by type,actor_country
  readout find --store news.db --country UKR --histogram month
  readout find --store news.db --elsewhere a1/ev3
  readout find --store postgres://desk@db/news --publisher Reuters --format csv > reuters.csv
  export READOUT_STORE=news.db; readout find sanctions`,
		RunE: func(c *cobra.Command, words []string) error {
			f, err := flags.filter(words)
			if err != nil {
				return err
			}
			kind := store.Kind(of)
			switch {
			case !slices.Contains([]store.Kind{store.Events, store.Statements, store.Articles, store.Entities}, kind):
				return usageError{fmt.Errorf("--of %q: want events, statements, articles or entities", of)}
			case !slices.Contains([]string{"text", "jsonl", "csv", "tsv"}, format):
				return usageError{fmt.Errorf("--format %q: want text, jsonl, csv or tsv", format)}
			case limit < 0:
				return usageError{fmt.Errorf("--limit %d: want 0 for all, or more", limit)}
			case by != "" && histogram != "", elsewhere != "" && by+histogram != "":
				return usageError{errors.New("--by, --histogram and --elsewhere are questions of their own: ask one at a time")}
			case elsewhere != "" && !f.Zero():
				return usageError{errors.New("--elsewhere asks of one event or statement: it takes neither words nor a filter")}
			case elsewhere != "" && format != "text" && format != "jsonl":
				return usageError{fmt.Errorf("--format %q: --elsewhere writes text or jsonl", format)}
			}
			page, err := store.ParsePage(url.Values{"order": {order}})
			if err != nil {
				return usageError{fmt.Errorf("--%w", err)}
			}
			st, err := openStore(c.Context(), address, false)
			if err != nil {
				return err
			}
			out := bufio.NewWriter(s.Out)
			if !c.Flags().Changed("limit") && format != "text" {
				limit = 0
			}
			a := asking{ctx: c.Context(), store: st, out: out, kind: kind, filter: f, format: format, limit: limit, order: page.Order}
			switch {
			case by != "":
				err = a.counts(strings.Split(by, ","))
			case elsewhere != "":
				err = a.elsewhere(elsewhere)
			case histogram != "":
				err = a.histogram(store.Unit(histogram))
			default:
				err = a.list()
			}
			if errors.Is(err, store.ErrInvalid) {
				err = usageError{err}
			}
			return errors.Join(err, out.Flush(), st.Close())
		},
	}
	fs := c.Flags()
	storeFlag(fs, &address)
	flags = newFilterFlags(fs)
	fs.StringVar(&of, "of", "events", "what to find: `events`, statements, articles or entities")
	fs.StringVar(&format, "format", "text", "`text`, jsonl, csv or tsv")
	fs.StringVar(&order, "order", "newest", "`newest` or oldest first, added (first come first), or name (entities)")
	fs.StringVar(&by, "by", "", "count by `PROPERTIES`, with commas between")
	fs.StringVar(&histogram, "histogram", "", "count by `day`, week, month or year")
	fs.StringVar(&elsewhere, "elsewhere", "", "what other articles have on the event or statement of this `ID`")
	fs.IntVar(&limit, "limit", 20, "how many at most, 0 for all")
	fs.SortFlags = false
	return c
}

// asking is one question put to a store.
type asking struct {
	ctx    context.Context
	store  *store.Store
	out    *bufio.Writer
	kind   store.Kind
	filter store.Filter
	format string
	limit  int
	order  store.Order
}

// counts prints the counts by properties.
func (a *asking) counts(names []string) error {
	facets, err := a.store.Facets(a.ctx, a.kind, a.filter, names...)
	if err != nil {
		return err
	}
	switch a.format {
	case "jsonl":
		for _, f := range facets {
			if err := writeRow(a.out, f); err != nil {
				return err
			}
		}
		return nil
	case "text":
		if err := a.title(-1, false); err != nil {
			return err
		}
		for _, f := range facets {
			fmt.Fprintf(a.out, "\nBY %s%s\n", strings.ToUpper(strings.ReplaceAll(f.Name, "_", " ")), ifTrue(f.AtLeast, " (among the newest ten thousand)"))
			for _, v := range shown(f.Values, a.limit) {
				label := v.Label
				if label != v.Value {
					label += " (" + v.Value + ")"
				}
				fmt.Fprintf(a.out, "  %8d  %s\n", v.N, label)
			}
		}
		return nil
	}
	w := a.csv()
	_ = w.Write([]string{"by", "value", "label", "count"}) // an error stays with the writer
	for _, f := range facets {
		for _, v := range f.Values {
			_ = w.Write([]string{f.Name, v.Value, v.Label, strconv.Itoa(v.N)})
		}
	}
	w.Flush()
	return w.Error()
}

func shown(values []store.Count, limit int) []store.Count {
	if limit > 0 && len(values) > limit {
		return values[:limit]
	}
	return values
}

func ifTrue(b bool, s string) string {
	if b {
		return s
	}
	return ""
}

// histogram prints the counts by time.
func (a *asking) histogram(by store.Unit) error {
	h, err := a.store.Histogram(a.ctx, a.kind, a.filter, by)
	if err != nil {
		return err
	}
	switch a.format {
	case "jsonl":
		return writeRow(a.out, h)
	case "text":
		if err := a.title(-1, false); err != nil {
			return err
		}
		most := 1
		for _, b := range h.Bins {
			most = max(most, b.N)
		}
		for _, b := range h.Bins {
			const wide = 40
			fmt.Fprintf(a.out, "  %s %8d %s\n", b.From, b.N, strings.Repeat("#", b.N*wide/most))
		}
		if h.Undated > 0 {
			fmt.Fprintf(a.out, "  undated    %8d\n", h.Undated)
		}
		if h.AtLeast {
			fmt.Fprintln(a.out, "  Only the newest fifty thousand are counted.")
		}
		return nil
	}
	w := a.csv()
	_ = w.Write([]string{"from", "count"})
	for _, b := range h.Bins {
		_ = w.Write([]string{b.From, strconv.Itoa(b.N)})
	}
	w.Flush()
	return w.Error()
}

func (a *asking) csv() *csv.Writer {
	w := csv.NewWriter(a.out)
	if a.format == "tsv" {
		w.Comma = '\t'
	}
	return w
}

// title says in words what is asked for, and how many there are.
func (a *asking) title(total int, atLeast bool) error {
	said, err := a.store.Say(a.ctx, a.kind, a.filter)
	if err != nil {
		return err
	}
	said = upperFirst(said)
	switch {
	case total < 0:
		_, err = fmt.Fprintln(a.out, said)
	case atLeast:
		_, err = fmt.Fprintf(a.out, "%s: more than %d found\n", said, total)
	default:
		_, err = fmt.Fprintf(a.out, "%s: %d found\n", said, total)
	}
	return err
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
