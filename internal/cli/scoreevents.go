package cli

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"readout/score"
)

func scoreEvents(s Streams, open opener) *cobra.Command {
	var gold string
	c := &cobra.Command{
		Use:   "events --gold FILE [SYSTEM]",
		Short: "Score coded sentences: PLOVER type, parties, CAMEO code, and a table by type",
		Long: `Score coded sentences: the PLOVER type of events, type with the countries of both sides,
the same with their sectors, the root and the whole of the CAMEO code, and each by type.

Gold is JSON Lines of {id, text, events: [{source: [{country, sector}], target: [...],
plover, cameo}]}. SYSTEM is the same, or records (readout/1) whose article ids are those
of the gold. Without SYSTEM the program itself reads the gold's sentences.`,
		Example: `  readout score events --gold plover-gsr.dev.jsonl
  readout read --format jsonl sentences.jsonl > records.jsonl
  readout score events --gold gold.jsonl records.jsonl`,
		RunE: func(c *cobra.Command, args []string) error {
			if gold == "" {
				return errNoGold
			}
			want, err := score.FromFile(gold, score.ReadCoded)
			if err != nil {
				return err
			}
			var got []score.Coded
			if len(args) == 1 {
				got, err = score.FromFile(args[0], score.ReadCoded)
			} else {
				got, err = codeSentences(c, open, want)
			}
			if err != nil {
				return err
			}
			return score.Events(want, got).Print(s.Out)
		},
	}
	goldFlag(c, &gold)
	return c
}

func codeSentences(c *cobra.Command, open opener, gold []score.Coded) ([]score.Coded, error) {
	texts := make([]goldText, len(gold))
	for i, g := range gold {
		texts[i] = goldText{ID: g.ID, Published: g.Date, Text: g.Text}
	}
	records, err := readTexts(c.Context(), open, texts)
	if err != nil {
		return nil, err
	}
	return score.ReadCoded(records)
}

func scoreRecords(s Streams, open opener) *cobra.Command {
	var gold string
	var differences bool
	c := &cobra.Command{
		Use:   "records --gold DIR [SYSTEM]",
		Short: "Score whole records: events with date, mode and voice, statements, links",
		Long: `Score whole records of articles against those made by people: events at three levels
(type, + countries, + date), mode, CAMEO root, auxiliary modes, according_to and date of
those that match (ctx: F1 of their contexts), statements with speaker and kind, and links.

Gold is a folder of ID.json with the texts in texts/ID.json. SYSTEM is a file of records
(readout/1). Without SYSTEM the program itself reads the gold's texts. Figures are per
cent; "c+x" are core events, which all must find, and extra ones, which none must.`,
		Example: `  readout score records --gold gold-records/
  readout score records --gold gold-records/ --differences records.jsonl`,
		RunE: func(c *cobra.Command, args []string) error {
			if gold == "" {
				return errNoGold
			}
			want, err := score.ReadGoldRecords(os.DirFS(gold))
			if err != nil {
				return fmt.Errorf("%s: %w", gold, err)
			}
			var got []*score.FoundRecord
			if len(args) == 1 {
				got, err = score.FromFile(args[0], score.ReadRecords)
			} else {
				got, err = readGoldRecords(c, open, want)
			}
			if err != nil {
				return err
			}
			return score.PrintRecords(s.Out, score.Records(want, got), differences)
		},
	}
	goldFlag(c, &gold)
	c.Flags().Lookup("gold").Usage = "`DIR` of gold records (needed)"
	c.Flags().BoolVar(&differences, "differences", false, "list what was missed, is too much, or differs")
	return c
}

func readGoldRecords(c *cobra.Command, open opener, gold []score.GoldRecord) ([]*score.FoundRecord, error) {
	texts := make([]goldText, len(gold))
	for i, g := range gold {
		texts[i] = goldText{g.ID, g.Title, g.Published, g.Publisher, g.Text}
	}
	records, err := readTexts(c.Context(), open, texts)
	if err != nil {
		return nil, err
	}
	return score.ReadRecords(records)
}
