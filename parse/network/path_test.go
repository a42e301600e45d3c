package network

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"testing"
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

// BenchmarkRun analyses forty sentences of 25 tokens on each kind of machine.
func BenchmarkRun(b *testing.B) {
	data, err := os.ReadFile("../weights/english.net")
	if err != nil {
		b.Fatal(err)
	}
	batch := make([]Sentence, 40)
	for i := range batch {
		for j := range 25 {
			batch[i].Tokens = append(batch[i].Tokens, Token{Form: fmt.Sprintf("word%d", i*j%90), Space: Spaced})
		}
	}
	eachPath(func(p path) {
		b.Run(p.name, func(b *testing.B) {
			m, err := Read(data)
			if err != nil {
				b.Fatal(err)
			}
			r := m.NewRunner()
			for b.Loop() {
				r.Run(batch)
			}
			b.ReportMetric(1000*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	})
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
