// Command train makes the learned data that Readout ships, from treebanks.
//
// Each kind of data has its own command; docs/MODELS.md records how the data
// in this repository was made. Training twice on one kind of CPU gives the
// same bytes.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"readout/lexicon"
	"readout/parse/gazetteer"
	"readout/parse/network/learn"
)

func main() {
	if err := root().Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// settings are what all commands share.
type settings struct {
	data   string
	marker learn.Marker // of the gazetteer that ships
}

// open opens a file of the data folder.
func (s *settings) open(name ...string) (*os.File, error) {
	return os.Open(filepath.Join(append([]string{s.data}, name...)...))
}

// knowledge reads the lexicon and the gazetteer that ship, by which texts are marked
// from then on.
func (s *settings) knowledge() (*lexicon.Set, *gazetteer.Gazetteer, error) {
	set, err := lexicon.Open("")
	if err != nil {
		return nil, nil, err
	}
	g, err := gazetteer.New(set)
	if err != nil {
		return nil, nil, err
	}
	s.marker.Find = g.Mark
	return set, g, nil
}

func root() *cobra.Command {
	s := &settings{}
	c := &cobra.Command{
		Use:           "train",
		Short:         "Make Readout's learned data from treebanks",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	c.PersistentFlags().StringVar(&s.data, "data", "../shared/data", "folder with treebank/ and names/")
	c.AddCommand(parserCommand(s), lemmaCommand(s), confidenceCommand(s), namesCommand(s))
	return c
}
