package learn

import (
	"bytes"
	"fmt"
	"strings"

	"readout/parse/network"
)

// Model makes the model of the parameters as it is after writing and reading.
func Model(p *network.Params) (*network.Model, error) {
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		return nil, err
	}
	return network.Read(b.Bytes())
}

// A Score tells how well a model does on gold tokens.
type Score struct {
	Tokens, UPos, XPos, UAS, LAS, Full int
	Gold, Found, Right                 [kinds]int // names by kind
}

// String gives the score in per cent: LAS on universal relations, Full on
// relations with their subtypes.
func (s Score) String() string {
	k := 100 / float64(max(s.Tokens, 1))
	out := fmt.Sprintf("UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f full %.2f", float64(s.UPos)*k, float64(s.XPos)*k, float64(s.UAS)*k, float64(s.LAS)*k, float64(s.Full)*k)
	three := [3]int{}
	for i := range 3 {
		three[0] += s.Gold[i]
		three[1] += s.Found[i]
		three[2] += s.Right[i]
	}
	out += fmt.Sprintf(" names %.2f (", f1(three[0], three[1], three[2]))
	for i, kind := range Kinds {
		if s.Gold[i] > 0 {
			out += fmt.Sprintf("%s %.1f ", kind, f1(s.Gold[i], s.Found[i], s.Right[i]))
		}
	}
	return strings.TrimSpace(out) + ")"
}

func f1(gold, found, right int) float64 {
	if gold+found == 0 {
		return 0
	}
	return 200 * float64(right) / float64(gold+found)
}

// Measure runs a model over sentences and compares. Names are compared where
// each token has one right output, or is outside all the marked kinds.
func Measure(m *network.Model, sentences []Sentence) Score {
	var s Score
	inv := m.Inventory()
	r := m.NewRunner()
	const at = 32
	for from := 0; from < len(sentences); from += at {
		part := sentences[from:min(from+at, len(sentences))]
		batch := make([]network.Sentence, len(part))
		for i, p := range part {
			batch[i].Tokens = p.Tokens[:min(len(p.Tokens), network.MostTokens)]
		}
		r.Run(batch)
		for i, p := range part {
			s.add(inv, p, batch[i].Result)
		}
	}
	return s
}

func (s *Score) add(inv network.Inventory, gold Sentence, got []network.Result) {
	if gold.Tree != nil {
		for i, g := range got {
			t := &gold.Tree.Tokens[i]
			s.Tokens++
			if inv.UPos[g.UPos] == t.UPos {
				s.UPos++
			}
			if inv.XPos[g.XPos] == t.XPos {
				s.XPos++
			}
			if g.Head == t.Head {
				s.UAS++
				base, _, _ := strings.Cut(inv.Rel[g.Rel], ":")
				if base == t.Base() {
					s.LAS++
				}
				if inv.Rel[g.Rel] == t.Rel {
					s.Full++
				}
			}
		}
	}
	type span struct{ first, last, kind int }
	spans := map[span]int{}
	for i := 0; i < len(got); i++ {
		if n := got[i].Name; n%2 == 1 {
			sp := span{i, i, (n - 1) / 2}
			for sp.last+1 < len(got) && got[sp.last+1].Name == n+1 {
				sp.last++
			}
			if gold.Names[i]&(1<<n) != 0 && gold.Names[i]&outside != 0 {
				continue // allowed but not asked for
			}
			spans[sp] |= 1
		}
	}
	for i := 0; i < len(got); i++ {
		for k := range kinds {
			if gold.Names[i] != begin(k) {
				continue
			}
			sp := span{i, i, k}
			for sp.last+1 < len(got) && gold.Names[sp.last+1] == inside(k) {
				sp.last++
			}
			spans[sp] |= 2
		}
	}
	for sp, v := range spans {
		if v&1 != 0 {
			s.Found[sp.kind]++
		}
		if v&2 != 0 {
			s.Gold[sp.kind]++
		}
		if v == 3 {
			s.Right[sp.kind]++
		}
	}
}
