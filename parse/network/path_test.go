package network

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"readout/lexicon"
	"readout/parse/gazetteer"
	"readout/syntax"
)

// A path is a kind of machine that this one can stand for.
type path struct {
	name string
	use  func()
}

// eachPath calls f with the machine standing for each of the paths, the
// reference first.
func eachPath(f func(path)) {
	all, restore := paths()
	defer restore()
	for _, p := range all {
		p.use()
		f(p)
	}
}

// TestEveryPath runs the comparisons with the reference on each path.
func TestEveryPath(t *testing.T) {
	eachPath(func(p path) {
		t.Run(p.name, func(t *testing.T) {
			TestSums(t)
			TestRows(t)
			TestActivations(t)
		})
	})
}

// TestEveryPathAnalysesAlike runs the weights that ship over random words.
func TestEveryPathAnalysesAlike(t *testing.T) {
	data, err := os.ReadFile("../weights/english.net")
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(8, 8))
	words := []string{"the", "ministers", "of", "Russia", "met", ",", "and", "did", "n't", "sign", "\"", "Monday", "in", "2021", ".", "quux", "said"}
	var tokens [][]Token
	for range 40 {
		var s []Token
		for range rng.IntN(50) {
			s = append(s, Token{words[rng.IntN(len(words))], Spacing(rng.IntN(3)), rng.Uint32() & rng.Uint32() & rng.Uint32()})
		}
		tokens = append(tokens, s)
	}
	var first []Sentence
	states := ""
	eachPath(func(p path) {
		m, err := Read(data)
		if err != nil {
			t.Fatal(err)
		}
		batch := make([]Sentence, len(tokens))
		for i := range batch {
			batch[i].Tokens = tokens[i]
		}
		r := m.NewRunner()
		r.Run(batch)
		if first == nil {
			first = batch
		}
		if !reflect.DeepEqual(first, batch) {
			t.Errorf("path %s gives another result", p.name)
		}
		// The last layer's states are the same to the last bit, not only what
		// is read off them.
		sum := fmt.Sprint(r.heads[:r.rows[len(r.rows)-1]*m.heads.width()])
		if states == "" {
			states = sum
		}
		if sum != states {
			t.Errorf("path %s gives other states", p.name)
		}
	})
}

// BenchmarkRun analyses a treebank's texts, forty sentences at a time, on each
// kind of machine. A Runner reads them once, so that it remembers no more of
// them than of other texts.
func BenchmarkRun(b *testing.B) {
	data, err := os.ReadFile("../weights/english.net")
	if err != nil {
		b.Fatal(err)
	}
	sentences := treebank(b)
	n := 0
	for _, s := range sentences {
		n += len(s.Tokens)
	}
	eachPath(func(p path) {
		b.Run(p.name, func(b *testing.B) {
			m, err := Read(data)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				r := m.NewRunner()
				for batch := range slices.Chunk(sentences, 40) {
					r.Run(batch)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	})
}

// treebank returns the sentences of EWT's development part as the network is
// given them.
func treebank(b *testing.B) []Sentence {
	dir := os.Getenv("READOUT_DATA")
	if dir == "" {
		dir = "../../../shared/data"
	}
	f, err := os.Open(filepath.Join(dir, "treebank", "ewt-dev.conllu"))
	if err != nil {
		b.Skipf("no treebank: %v; set READOUT_DATA", err)
	}
	defer f.Close()
	set, err := lexicon.Open("")
	if err != nil {
		b.Fatal(err)
	}
	g, err := gazetteer.New(set)
	if err != nil {
		b.Fatal(err)
	}
	var sentences []Sentence
	var forms []string
	marks := make([]uint32, MostTokens)
	err = syntax.ReadCoNLLU(f, func(s syntax.Sentence) error {
		forms = forms[:0]
		for _, t := range s.Tokens {
			forms = append(forms, t.Form)
		}
		g.Mark(forms, marks[:len(forms)])
		tokens := make([]Token, len(forms))
		for i := range tokens {
			tokens[i] = Token{Form: forms[i], Space: Spaced, Marks: marks[i]}
			if i > 0 && s.Tokens[i-1].End == s.Tokens[i].Start {
				tokens[i].Space = Attached
			}
		}
		sentences = append(sentences, Sentence{Tokens: tokens})
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return sentences
}

// BenchmarkSums multiplies as the second layer does.
func BenchmarkSums(b *testing.B) {
	eachPath(func(p path) {
		b.Run(p.name, func(b *testing.B) {
			const rows, in, out = 240, 256, 384
			m := newMatrix(in, out, make([]int8, in*out), nil, nil)
			x, acc := make([]int16, rows*in), make([]int32, rows*out)
			for b.Loop() {
				m.sums(acc, x, in, rows)
			}
			b.ReportMetric(rows*in*out*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	})
}
