package learn

import (
	"math/rand/v2"
	"strings"
	"testing"

	"readout/parse/network"
)

func TestRetell(t *testing.T) {
	inv := network.Inventory{UPos: []string{"PROPN", "VERB", "NOUN", "PART"}, XPos: []string{"VBD", "VBN", "NN", "VB"}, Rel: []string{"nsubj", "obj", "root", "xcomp", "nsubj:pass", "obl"}}
	const propn, verb, noun = 0, 1, 2
	const vbd, vbn, nn, vb = 0, 1, 2, 3
	const nsubj, obj, root, xcomp, passive, obl = 0, 1, 2, 3, 4, 5
	for _, c := range []struct {
		text             string
		upos, xpos, head []int
		rel              []int
		want             string
	}{
		{"Sudan cut ties", []int{propn, verb, noun}, []int{nn, vbd, nn}, []int{1, -1, 1}, []int{nsubj, root, obj}, "Sudan severed ties"},
		{"envoys sent", []int{noun, verb}, []int{nn, vbn}, []int{1, -1}, []int{passive, root}, "envoys severed"},
		{"Sudan spoke Friday", []int{propn, verb, noun}, []int{nn, vbd, nn}, []int{1, -1, 1}, []int{nsubj, root, obl}, "Sudan spoke Friday"},
		{"Sudan asked Chad leave", []int{propn, verb, propn, verb}, []int{nn, vbd, nn, vb}, []int{1, -1, 1, 1}, []int{nsubj, root, obj, xcomp}, "Sudan asked Chad leave"},
	} {
		e := &Example{Tree: true, Heads: c.head, Rel: c.rel, UPos: c.upos, XPos: c.xpos}
		for _, w := range strings.Fields(c.text) {
			e.Tokens = append(e.Tokens, network.Token{Form: w})
		}
		told := newReteller(inv, Options{Retold: 100, Verbs: []string{"severed"}}).retell(e, rand.New(rand.NewPCG(1, 1)))
		var got []string
		for _, w := range told.Tokens {
			got = append(got, w.Form)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.text, s, c.want)
		}
		if same := newReteller(inv, Options{Verbs: []string{"severed"}}).retell(e, nil); same != e {
			t.Errorf("%s: changed though no share was asked for", c.text)
		}
	}
}
