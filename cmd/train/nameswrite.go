package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/parse/network/learn"
)

func namesCommand(s *settings) *cobra.Command {
	var o learn.Options
	var out, folder string
	var folds int
	var vectors vectorSource
	c := &cobra.Command{
		Use:   "names",
		Short: "Learn how sure the names are that the rules leave",
		Long: `Learn how sure the names are that package parse/names leaves, and of which kind,
from UD English EWT with the names of Universal NER and from the part of GUM under
free terms. Names are read by networks that have not seen the text: each fold of the
texts by one that is trained on the other folds, WikiGold and re3d. Networks that
--folds-in has are not trained again.

Prints the F1 of names before and after, for texts left out in turn. Of development
sets nothing is read; go test ./parse -run TestNames measures them.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			set, g, err := s.knowledge()
			if err != nil {
				return err
			}
			docs, err := s.named()
			if err != nil {
				return err
			}
			if o.Names, err = otherNames(set, o.Seed); err != nil {
				return err
			}
			o.Log, o.Mark = c.ErrOrStderr(), g.Mark
			if o.Vectors, err = vectors.read(); err != nil {
				return err
			}
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
			r := newNameReader(g)
			for k := range folds {
				data, err := s.foldNetwork(docs, k, folds, o, folder)
				if err != nil {
					return err
				}
				if err := s.readFold(r, docs, k, folds, data); err != nil {
					return err
				}
			}
			r.prune()
			r.measure(c.OutOrStdout())
			return writeNameWeights(out, r)
		},
	}
	f := c.Flags()
	f.StringVar(&out, "out", "parse/names/weights.txt", "file of the weights")
	f.StringVar(&folder, "folds-in", "folds", "folder of the networks of the folds")
	f.IntVar(&folds, "folds", 3, "into how many folds the texts are divided")
	f.IntVar(&o.Epochs, "epochs", 10, "passes over the data")
	f.IntVar(&o.Renamed, "renamed", 20, "per cent of the names that people labelled which another takes the place of")
	f.Uint64Var(&o.Seed, "seed", 1, "seed of all random choices")
	vectors.flags(c)
	return c
}

// writeNameWeights writes the weights that are learned from all rows, by feature.
func writeNameWeights(path string, r *nameReader) error {
	of := fitNames(r.rows, len(r.number), func(*nameRow) bool { return true })
	var lines []string
	for feature, id := range r.number {
		var b strings.Builder
		fmt.Fprintf(&b, "%s\t", feature)
		for c, v := range of[id] {
			if c > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%.3f", v)
		}
		lines = append(lines, b.String())
	}
	slices.Sort(lines)
	var b bytes.Buffer
	io.WriteString(&b, nameWeightsHead)
	for _, l := range lines {
		fmt.Fprintln(&b, l)
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

const nameWeightsHead = `# How much each feature of a name that the rules leave speaks for its being no person, body or place, and for each of these:
# a multinomial logistic regression, made by go run ./cmd/train names. docs/MODELS.md tells how well it does.
#
# feature | tab | none, person, body, place
#
# origin: learned from Universal NER on UD English EWT and from GUM
# licence: CC-BY-SA-4.0
`
