package cli

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"readout/actor"
	"readout/lexicon"
)

func newActor(s Streams, dir *string) *cobra.Command {
	var date string
	c := &cobra.Command{
		Use:   "actor [--date DATE] PHRASE…",
		Short: "Tell who a phrase names: one line of JSON a phrase",
		Long: `Tell who a phrase names on a date: name, PLOVER country and sectors, office.
One line of JSON a phrase.`,
		Example: `  readout actor "the Kremlin" "police in Lagos"
  readout actor --date 2021-06-16 "the US president"`,
		Args: wanted(1, 0, "a phrase such as \"the US president\" is"),
		RunE: func(_ *cobra.Command, phrases []string) error {
			if date != "" {
				if _, err := time.Parse(time.DateOnly, date); err != nil {
					return usageError{fmt.Errorf("--date %q: want a date such as 2021-06-16", date)}
				}
			}
			set, err := lexicon.Open(*dir)
			if err != nil {
				return err
			}
			notePassedOver(s, set)
			r, err := actor.NewResolver(set, actor.Options{})
			if err != nil {
				return err
			}
			out := json.NewEncoder(s.Out)
			out.SetEscapeHTML(false)
			for _, p := range phrases {
				if err := out.Encode(r.Phrase(p, date)); err != nil {
					return fmt.Errorf("writing: %w", err)
				}
			}
			return nil
		},
	}
	c.Flags().StringVar(&date, "date", "", "`DATE` on which offices are held; the latest known without it")
	return c
}
