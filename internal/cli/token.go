package cli

import (
	"errors"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"readout/internal/web/access"
	"readout/store"
)

func newToken(s Streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "token",
		Short: "Say who may use a served store",
		Long: `Say who may use a served store. A token is shown once, when it is made; the store
keeps only a hash of it. Scope read is needed to look, scope write for everything
else. A server that runs knows of changes within seconds.`,
		Example: `  readout serve token add --store news.db editor --scope write
  readout serve token list --store news.db
  readout serve token remove --store news.db editor`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newTokenAdd(s), newTokenList(s), newTokenRemove(s))
	return c
}

func newTokenAdd(s Streams) *cobra.Command {
	var name, scope string
	c := &cobra.Command{
		Use:   "add NAME",
		Short: "Make a token and print it",
		Example: `  readout serve token add --store news.db reader
  readout serve token add --store news.db editor --scope write`,
		Args: wanted(1, 1, "the name of who gets the token is"),
		RunE: func(c *cobra.Command, args []string) error {
			st, err := openStore(c.Context(), name, true)
			if err != nil {
				return err
			}
			defer st.Close()
			if x, ok := access.ParseScope(scope); !ok || x == access.None {
				return usageError{fmt.Errorf("--scope %q: want read or write", scope)}
			}
			all, err := st.Accesses(c.Context())
			if err != nil {
				return err
			}
			for _, a := range all {
				if a.Name == args[0] {
					return fmt.Errorf("%s has a token already: remove it first", a.Name)
				}
			}
			token, hash := access.NewToken()
			if err := st.PutAccess(c.Context(), &store.Access{Hash: hash, Name: args[0], Scope: scope}); err != nil {
				return err
			}
			_, err = fmt.Fprintln(s.Out, token)
			return err
		},
	}
	storeFlag(c.Flags(), &name)
	c.Flags().StringVar(&scope, "scope", "read", "`read` or write")
	return c
}

func newTokenList(s Streams) *cobra.Command {
	var name string
	c := &cobra.Command{
		Use: "list", Short: "List who has a token", Example: `  readout serve token list --store news.db`, Args: usageArgs(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			st, err := openStore(c.Context(), name, true)
			if err != nil {
				return err
			}
			defer st.Close()
			all, err := st.Accesses(c.Context())
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(s.Out, 0, 0, 2, ' ', 0)
			fmt.Fprintln(w, "name\tscope\tmade\tused") // Flush tells of faults
			for _, a := range all {
				used := "never"
				if !a.Used.IsZero() {
					used = a.Used.Format(time.DateOnly)
				}
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", a.Name, a.Scope, a.Created.Format(time.DateOnly), used)
			}
			return w.Flush()
		},
	}
	storeFlag(c.Flags(), &name)
	return c
}

func newTokenRemove(s Streams) *cobra.Command {
	var name string
	c := &cobra.Command{
		Use: "remove NAME", Short: "Take a token away", Example: `  readout serve token remove --store news.db editor`, Args: wanted(1, 1, "the name of who has the token is"),
		RunE: func(c *cobra.Command, args []string) error {
			st, err := openStore(c.Context(), name, true)
			if err != nil {
				return err
			}
			defer st.Close()
			all, err := st.Accesses(c.Context())
			if err != nil {
				return err
			}
			for _, a := range all {
				if a.Name == args[0] {
					return st.DeleteAccess(c.Context(), a.Hash)
				}
			}
			return errors.New("nobody of that name has a token: " + args[0])
		},
	}
	storeFlag(c.Flags(), &name)
	return c
}
