package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"readout/article"
	"readout/parse/lemma"
	"readout/parse/network"
	"readout/parse/network/learn"
	"readout/parse/split"
	"readout/syntax"
)

// A news is a text without trees: a line of a corpus.
type news struct {
	Text  string `json:"text"`
	Links []struct {
		Start int    `json:"start"` // code points
		End   int    `json:"end"`
		Title string `json:"title"`
	} `json:"links"`
}

// silverTexts are the corpora that models label for training. Of each, one
// text in so many is taken: the statements are of one house, and many.
var silverTexts = [...]struct {
	path  string
	every int
}{
	{"corpora/current-events-2025.jsonl.gz", 1},
	{"events/synthetic-stories.jsonl.gz", 1},
	{"corpora/whitehouse-2021-2025.jsonl.gz", 8},
}

// silver reads the corpora and labels their sentences by a vote of the
// teachers, weights that this command made before.
func (s *settings) silver(teachers []string) ([]learn.Sentence, error) {
	var models []*network.Model
	for _, path := range teachers {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		m, err := network.Read(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		models = append(models, m)
	}
	var sentences []learn.Sentence
	var links [][]learn.Link
	for _, c := range silverTexts {
		f, err := s.open(c.path)
		if err != nil {
			return nil, err
		}
		err = readNews(f, func(i int, n *news) {
			if i%c.every != 0 {
				return
			}
			for _, sent := range n.sentences() {
				if k := len(sent.Tokens); k < 4 || k > 80 {
					continue
				}
				sentences = append(sentences, learn.Sentence{Tokens: learn.Tokens(sent.Tokens)})
				links = append(links, n.names(&sent))
			}
		})
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.path, err)
		}
	}
	s.mark(sentences)
	return learn.Silver(models, sentences, func(i int) []learn.Link { return links[i] })
}

func readNews(f *os.File, each func(int, *news)) error {
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 16<<20)
	for i := 0; sc.Scan(); i++ {
		var n news
		if err := json.Unmarshal(sc.Bytes(), &n); err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
		each(i, &n)
	}
	return sc.Err()
}

// sentences splits the text, each line of which is a paragraph.
func (n *news) sentences() []syntax.Sentence {
	a := &article.Article{Text: n.Text}
	at := 0
	for _, line := range strings.SplitAfter(n.Text, "\n") {
		if strings.TrimSpace(line) != "" {
			a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Span: article.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}})
		}
		at += len(line)
	}
	return split.Sentences(a)
}

// names returns the links that lie in the sentence and may be names.
func (n *news) names(s *syntax.Sentence) []learn.Link {
	if len(n.Links) == 0 {
		return nil
	}
	offsets := make([]int, 0, len(n.Text)+1) // of code points
	for i := range n.Text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(n.Text))
	var out []learn.Link
	for _, l := range n.Links {
		if l.Start < 0 || l.End >= len(offsets) || l.Start >= l.End {
			continue
		}
		start, end := offsets[l.Start], offsets[l.End]
		first, last := -1, -1
		var forms []string
		for i, t := range s.Tokens {
			if t.Start == start {
				first = i
			}
			if first >= 0 && last < 0 && t.End <= end {
				forms = append(forms, t.Form)
			}
			if t.End == end {
				last = i + 1
			}
		}
		if first >= 0 && last > first && learn.IsName(forms) {
			out = append(out, learn.Link{First: first, Last: last})
		}
	}
	return out
}

// headlines is the share of the sentences, in per cent, of which a headline is
// tried.
const headlines = 60

// withHeadlines adds what some of the sentences would be as headlines.
func (s *settings) withHeadlines(sentences []learn.Sentence, seed uint64) ([]learn.Sentence, error) {
	l, err := lemma.New()
	if err != nil {
		return nil, err
	}
	more := learn.Headlines(sentences, headlines, l.Lemma, seed)
	s.mark(more)
	return append(sentences, more...), nil
}
