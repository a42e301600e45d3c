package cli

import (
	"bufio"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"readout/store"
)

// newStore is what is done to a store as a whole.
func newStore(s Streams) *cobra.Command {
	var address string
	c := &cobra.Command{
		Use:   "store",
		Short: "Look after a store: what it holds, backup, deletion, judgements",
		Long: `Look after a store, a file such as news.db or a database of a PostgreSQL server.
"readout load" fills it, "readout find" and "readout serve" ask it.`,
		Example: `  readout store info --store news.db
  readout store backup --store news.db copy.db
  readout store delete --store news.db --publisher "Daily Echo"
  readout store gold --store news.db > gold.jsonl`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	storeFlag(c.PersistentFlags(), &address)
	c.AddCommand(storeInfo(s, &address), storeBackup(s, &address), storeDelete(s, &address), storeGold(s, &address), storeJudgements(s, &address))
	return c
}

// with opens the store that is there for what is to be done.
func with(c *cobra.Command, address string, do func(*store.Store) error) error {
	st, err := openStore(c.Context(), address, false)
	if err != nil {
		return err
	}
	err = do(st)
	if errors.Is(err, store.ErrInvalid) {
		err = usageError{err}
	}
	return errors.Join(err, st.Close())
}

func storeInfo(s Streams, address *string) *cobra.Command {
	return &cobra.Command{
		Use: "info", Short: "Tell what a store holds",
		Example: "  readout store info --store news.db",
		Args:    usageArgs(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return with(c, *address, func(st *store.Store) error {
				n, err := st.Holds(c.Context())
				if err != nil {
					return err
				}
				out := bufio.NewWriter(s.Out)
				fmt.Fprintf(out, "%s, %s, %s, %d entities with a name\n", number(n.Articles, "article"), number(n.Events, "event"), number(n.Statements, "statement"), n.Entities)
				if n.First != "" {
					fmt.Fprintf(out, "articles published from %s to %s\n", n.First, n.Last)
				}
				fmt.Fprintf(out, "%s, %s, %s\n", number(n.Judgements, "judgement"), number(n.Sources, "source"), number(n.Searches, "alert"))
				return out.Flush()
			})
		},
	}
}

func storeBackup(s Streams, address *string) *cobra.Command {
	return &cobra.Command{
		Use: "backup FILE", Short: "Copy a store into a file, while others use it",
		Long: `Copy a store into an SQLite file that is not there yet, as it is at one moment, while
others search it and load into it. The copy of a PostgreSQL database is an SQLite store
with the same articles, judgements, sources and saved searches.`,
		Example: `  readout store backup --store news.db "news-$(date +%F).db"
  readout store backup --store postgres://desk@db/news news.db`,
		Args: wanted(1, 1, "a file to write is"),
		RunE: func(c *cobra.Command, args []string) error {
			return with(c, *address, func(st *store.Store) error {
				if err := st.Backup(c.Context(), args[0]); err != nil {
					return err
				}
				fmt.Fprintf(s.Err, "readout: %s is a copy of the store\n", args[0])
				return nil
			})
		},
	}
}

func storeDelete(s Streams, address *string) *cobra.Command {
	var flags *filterFlags
	var dry bool
	c := &cobra.Command{
		Use: "delete", Short: "Delete articles with all that was read in them",
		Long: `Delete the articles that the flags want, with all events, statements and counts that come
from them. Judgements are kept. An article is wanted when it, or one of its events or
statements, is (see readout find --help). --dry-run says how many they are.`,
		Example: `  readout store delete --store news.db --publisher "Daily Echo"
  readout store delete --store news.db --to 2019 --dry-run
  readout store delete --store news.db --article 4711`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			f, err := flags.filter(nil)
			if err != nil {
				return err
			}
			if f.Zero() {
				return usageError{errors.New("a publisher, an article or days are needed: which articles to delete")}
			}
			return with(c, *address, func(st *store.Store) error {
				said, err := st.Say(c.Context(), store.Articles, f)
				if err != nil {
					return err
				}
				if dry {
					l, err := st.Articles(c.Context(), f, store.Page{Size: 1})
					if err == nil {
						fmt.Fprintf(s.Err, "readout: %s: %s%d would be deleted\n", said, ifTrue(l.AtLeast, "more than "), l.Total)
					}
					return err
				}
				n, err := st.Delete(c.Context(), f)
				fmt.Fprintf(s.Err, "readout: %s: %d deleted\n", said, n)
				return err
			})
		},
	}
	flags = newFilterFlags(c.Flags())
	c.Flags().BoolVar(&dry, "dry-run", false, "only say how many")
	return c
}

func storeGold(s Streams, address *string) *cobra.Command {
	return &cobra.Command{
		Use: "gold", Short: "Write what people judged as gold for readout score",
		Long: `Write the sentences all of whose events people have judged, as gold for
"readout score events": events that are right, and those that were corrected as they
should be; what is wrong is left out. What the machine did not find is not in it, so
that it measures precision better than recall.`,
		Example: `  readout store gold --store news.db > gold.jsonl
  readout score events --gold gold.jsonl`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return with(c, *address, func(st *store.Store) error {
				out, n := bufio.NewWriter(s.Out), 0
				if err := st.EachJudged(c.Context(), func(g *store.Judged) error { n++; return writeRow(out, g) }); err != nil {
					return err
				}
				fmt.Fprintf(s.Err, "readout: %s\n", number(n, "sentence"))
				return out.Flush()
			})
		},
	}
}

func storeJudgements(s Streams, address *string) *cobra.Command {
	return &cobra.Command{
		Use: "judgements", Short: "Write all judgements, one a line",
		Example: "  readout store judgements --store news.db > judgements.jsonl",
		Args:    usageArgs(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return with(c, *address, func(st *store.Store) error {
				all, err := st.Judgements(c.Context(), "")
				if err != nil {
					return err
				}
				out := bufio.NewWriter(s.Out)
				for i := range all {
					if err := writeRow(out, &all[i]); err != nil {
						return err
					}
				}
				return out.Flush()
			})
		},
	}
}
