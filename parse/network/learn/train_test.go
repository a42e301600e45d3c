package learn

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"readout/parse/network"
	"readout/syntax"
)

// toySentences makes sentences of a language of a few words: a subject, a
// verb, perhaps an object, a full stop.
func toySentences(n int) []Sentence {
	rng := rand.New(rand.NewPCG(1, 5))
	names, verbs := []string{"Ada", "Bo", "Cy", "Dee"}, []string{"saw", "met", "left"}
	var out []Sentence
	for range n {
		s := &syntax.Sentence{}
		add := func(form, tag string, head int, rel string) {
			s.Tokens = append(s.Tokens, syntax.Token{Form: form, UPos: tag, XPos: tag[:2], Head: head, Rel: rel})
		}
		add(names[rng.IntN(4)], "PROPN", 1, "nsubj")
		add(verbs[rng.IntN(3)], "VERB", -1, "root")
		if rng.IntN(2) == 0 {
			add(names[rng.IntN(4)], "PROPN", 1, "obj")
		}
		add(".", "PUNCT", 1, "punct")
		c := Sentence{Tree: s, Tokens: Tokens(s.Tokens), Names: make([]uint32, len(s.Tokens))}
		for i, t := range s.Tokens {
			c.Names[i] = outside
			if t.UPos == "PROPN" {
				c.Names[i] = begin(person)
			}
		}
		out = append(out, c)
	}
	return out
}

func toyOptions() Options {
	return Options{
		Config: network.Config{Word: 12, Affix: 8, Buckets: 64, Shape: 4, Marks: 2, Mark: 2, Hidden: 12, Layers: 2, Arc: 10, Label: 10, Tag: 8, Name: 8},
		Epochs: 40, Batch: 60, Rate: 0.01, Seed: 1,
	}
}

func TestTrainLearnsAndIsDeterministic(t *testing.T) {
	data := toySentences(120)
	var files [2]bytes.Buffer
	var p *network.Params
	for i := range files {
		var err error
		if p, err = Train(data, toyOptions()); err != nil {
			t.Fatal(err)
		}
		if err := p.Write(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("training twice gave different bytes")
	}
	m, err := Model(p)
	if err != nil {
		t.Fatal(err)
	}
	s := Measure(m, data)
	if k := s.Tokens * 95 / 100; s.LAS < k || s.UPos < k || s.Right[person]*100 < s.Gold[person]*95 {
		t.Errorf("a toy language was not learned: %v", s)
	}
	agree(t, p, m, data)
}

// agree compares the model's tags in 8 bits with those of its parameters as
// real numbers.
func agree(t *testing.T, p *network.Params, m *network.Model, data []Sentence) {
	t.Helper()
	o := toyOptions()
	n := newNet(o.Config, p.Inventory, p.Words, nil, 1)
	load(n, p)
	examples, err := number(data, p.Inventory)
	if err != nil {
		t.Fatal(err)
	}
	w := &worker{net: n, rng: rand.New(rand.NewPCG(1, 1)), count: make([]int, len(p.Words)+1)}
	same, all := 0, 0
	for _, e := range examples {
		w.embed([]*Example{e})
		w.layers(len(e.Tokens), 1)
		w.headsForward(len(e.Tokens))
		batch := []network.Sentence{{Tokens: e.Tokens}}
		m.NewRunner().Run(batch)
		out, tag := n.Config.Heads(), 2*n.Config.Arc+2*n.Config.Label
		for i := range e.Tokens {
			best, top := 0, float32(0)
			for k := range n.upos.out {
				v := n.upos.b.v[k]
				for j := range n.upos.in {
					v += w.z[i*out+tag+j] * n.upos.w.v[j*n.upos.out+k]
				}
				if k == 0 || v > top {
					best, top = k, v
				}
			}
			all++
			if best == batch[0].Result[i].UPos {
				same++
			}
		}
	}
	if same*100 < all*99 {
		t.Errorf("8 bits agree with real numbers on %d of %d tags", same, all)
	}
}

// load copies parameters into a network of the same shape.
func load(n *net, p *network.Params) {
	copy(n.word.v, p.Word)
	copy(n.affix.v, p.Affix)
	copy(n.shape.v, p.Shape)
	for l := range n.cells {
		for d := range n.cells[l] {
			copy(n.cells[l][d].x.v, p.Cells[l][d].X.W)
			copy(n.cells[l][d].b.v, p.Cells[l][d].X.B)
			copy(n.cells[l][d].h.v, p.Cells[l][d].H)
		}
	}
	copy(n.heads.w.v, p.Heads.W)
	copy(n.heads.b.v, p.Heads.B)
	copy(n.upos.w.v, p.UPos.W)
	copy(n.upos.b.v, p.UPos.B)
}
