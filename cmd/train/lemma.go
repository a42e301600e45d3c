package main

import (
	_ "embed"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"readout/syntax"
)

//go:embed irregular.txt
var irregular string

// lemmaCommand makes the table of package parse/lemma.
func lemmaCommand(s *settings) *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "lemma [FILE.conllu…]",
		Short: "Learn the lemmatiser's table",
		Long: `Learn the lemmatiser's table from treebanks of the data folder: UD English EWT
and the part of GUM under free terms, if no file is named. Forms that the
treebanks may lack are taken from irregular.txt.`,
		RunE: func(_ *cobra.Command, files []string) error {
			return makeLemmas(s, files, out)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "parse/lemma/lemmas.txt", "table to write")
	return c
}

func makeLemmas(s *settings, files []string, out string) error {
	if len(files) == 0 {
		files = []string{"ewt-train.conllu", "gum-ncfree-train.conllu"}
	}
	l := newLemmaLearner()
	if err := addIrregular(l, irregular); err != nil {
		return err
	}
	for _, name := range files {
		if err := addTreebank(s, l, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	l.addInflected()
	w, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := l.write(w, files); err != nil {
		w.Close()
		return fmt.Errorf("%s: %w", out, err)
	}
	return w.Close()
}

// addTreebank learns the words of a treebank but for parts of words written
// apart, addresses and misspelt words that are not clitics.
func addTreebank(s *settings, l *lemmaLearner, name string) error {
	f, err := s.open("treebank", name)
	if err != nil {
		return err
	}
	defer f.Close()
	return syntax.ReadCoNLLU(f, func(sent syntax.Sentence) error {
		for i := range sent.Tokens {
			t := &sent.Tokens[i]
			if t.Lemma == "" || t.XPos == "GW" || t.XPos == "ADD" || t.UPos == "X" {
				continue
			}
			if t.Feat("Typo=Yes") && t.UPos != "AUX" && t.XPos != "POS" {
				continue
			}
			l.add(t.Form, t.UPos, t.XPos, t.Lemma)
		}
		return nil
	})
}

// irregularWeight is how often a form of irregular.txt counts: more than a slip
// of the treebanks.
const irregularWeight = 10

// addIrregular gives the learner the forms of irregular.txt.
func addIrregular(l *lemmaLearner, text string) error {
	for i, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		tags, entries, ok := strings.Cut(line, "|")
		if !ok {
			return fmt.Errorf("irregular.txt:%d: no |", i+1)
		}
		for _, e := range strings.Split(entries, ";") {
			words := strings.Fields(e)
			if len(words) == 0 {
				return fmt.Errorf("irregular.txt:%d: an entry is empty", i+1)
			}
			forms := words[1:]
			if len(forms) == 0 {
				forms = words
			}
			for _, tag := range strings.Fields(tags) {
				for _, form := range forms {
					for range irregularWeight {
						l.add(form, "", tag, words[0])
					}
				}
			}
		}
	}
	return nil
}
