package parse

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/parse/split"
	"readout/score"
	"readout/syntax"
)

// treebank opens a treebank file of the data folder, or skips the test.
func treebank(t testing.TB, name string) []byte {
	t.Helper()
	dir := os.Getenv("READOUT_DATA")
	if dir == "" {
		dir = "../../shared/data"
	}
	b, err := os.ReadFile(filepath.Join(dir, "treebank", name))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no treebank: %v; set READOUT_DATA", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// resplit splits the raw text of the documents of a treebank whose ID has the
// prefix, and returns gold and system in CoNLL-U.
func resplit(t testing.TB, gold []byte, prefix string) (g, s []byte) {
	t.Helper()
	var sys, kept bytes.Buffer
	for _, doc := range strings.SplitAfter(string(gold), "\n# newdoc") {
		if !strings.Contains(strings.SplitN(doc, "\n", 2)[0], "= "+prefix) {
			continue
		}
		kept.WriteString("# newdoc")
		kept.WriteString(strings.TrimPrefix(strings.TrimSuffix(doc, "# newdoc"), "# newdoc"))
	}
	err := syntax.ReadDocuments(bytes.NewReader(kept.Bytes()), func(d *syntax.Document) error {
		return syntax.WriteCoNLLU(&sys, &syntax.Document{Article: d.Article, Sentences: split.Sentences(d.Article)})
	})
	if err != nil {
		t.Fatal(err)
	}
	return kept.Bytes(), sys.Bytes()
}

func TestSplitTreebanks(t *testing.T) {
	for _, c := range []struct {
		file, prefix     string
		sentences, words float64
	}{
		{"ewt-dev.conllu", "", 0.85, 0.985},
		{"gum-dev.conllu", "GUM_news", 0.95, 0.985},
		{"gum-train.conllu", "GUM_news", 0.93, 0.99}, // captions stand inside its paragraphs
	} {
		g, s := resplit(t, treebank(t, c.file), c.prefix)
		got, err := score.CoNLLU(bytes.NewReader(g), bytes.NewReader(s))
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		t.Logf("%s %s: tokens %.2f sentences %.2f words %.2f", c.file, c.prefix,
			100*got.Tokens.F1(), 100*got.Sentences.F1(), 100*got.Words.F1())
		if got.Sentences.F1() < c.sentences || got.Words.F1() < c.words {
			t.Errorf("%s %s: below %v sentences, %v words", c.file, c.prefix, c.sentences, c.words)
		}
		if dir := os.Getenv("READOUT_KEEP"); dir != "" {
			_ = os.WriteFile(filepath.Join(dir, c.prefix+c.file), s, 0o644)
			_ = os.WriteFile(filepath.Join(dir, "gold."+c.prefix+c.file), g, 0o644)
		}
	}
}
