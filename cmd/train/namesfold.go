package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"readout/parse/network/learn"
	"readout/syntax"
)

// A document is a text of a treebank.
type document struct {
	sentences []learn.Sentence
	set       int // in documentSets
}

// documentSets are what is measured apart.
var documentSets = [...]string{"EWT", "GUM", "GUM news and interviews"}

const (
	ofEWT = iota
	ofGUM
	ofGUMNews // of GUM as well
)

// named reads the texts by which the weighing of names is learned.
func (s *settings) named() ([]document, error) {
	out, err := s.documents("ewt-train.conllu", "uner-ewt-train.conll")
	if err != nil {
		return nil, err
	}
	more, err := s.documents("gum-ncfree-train.conllu", "")
	return append(out, more...), err
}

// documents reads the texts of a treebank.
func (s *settings) documents(trees, names string) ([]document, error) {
	sentences, err := s.treebank(trees, names)
	if err != nil {
		return nil, err
	}
	f, err := s.open("treebank", trees)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []document
	i := 0
	err = syntax.ScanCoNLLU(f, func(c *syntax.CoNLLU) error {
		for _, l := range c.Comments {
			if strings.HasPrefix(l, "newdoc id") {
				out = append(out, document{set: setOf(l)})
			}
		}
		if len(out) == 0 || i == len(sentences) {
			return fmt.Errorf("%s: sentence %d is in no text", trees, i+1)
		}
		d := &out[len(out)-1]
		d.sentences = append(d.sentences, sentences[i])
		i++
		return nil
	})
	return out, err
}

// setOf returns the set of a document by the comment that begins it.
func setOf(comment string) int {
	switch {
	case strings.Contains(comment, "GUM_news_"), strings.Contains(comment, "GUM_interview_"):
		return ofGUMNews
	case strings.Contains(comment, "GUM_"):
		return ofGUM
	}
	return ofEWT
}

// foldNetwork returns the weights of a network that has seen none of the texts
// k, k+folds, …: those of a file of the folder or, if it has none, new ones,
// which it keeps there.
func (s *settings) foldNetwork(docs []document, k, folds int, o learn.Options, folder string) ([]byte, error) {
	path := filepath.Join(folder, fmt.Sprintf("fold-%d-of-%d.net", k+1, folds))
	if data, err := os.ReadFile(path); !os.IsNotExist(err) {
		return data, err
	}
	var seen []learn.Sentence
	for i := range docs {
		if i%folds != k {
			seen = append(seen, docs[i].sentences...)
		}
	}
	more, err := s.beside()
	if err != nil {
		return nil, err
	}
	seen = append(seen, more...)
	s.mark(seen)
	params, err := learn.Train(seen, o)
	if err != nil {
		return nil, err
	}
	if err := save(params, path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}
