package main

import (
	"fmt"
	"io"
	"math/bits"
	"slices"

	"readout/parse"
	"readout/parse/gazetteer"
	"readout/parse/names"
	"readout/parse/network"
	"readout/syntax"
)

// A nameRow is a name that the rules leave in a text that the network has not
// seen.
type nameRow struct {
	features []names.Feature
	class    int  // of names.Classes, by the gold
	was      int  // as it is without weighing
	sure     bool // the network was sure that it is a name
	partly   bool // it has words of one of the gold's, but others than that
	document int
	set      int
}

// A nameReader gathers rows.
type nameReader struct {
	mender *names.Mender
	number map[string]int
	rows   []nameRow
	gold   [len(documentSets)]int // names of persons, bodies and places
}

func newNameReader(g *gazetteer.Gazetteer) *nameReader {
	return &nameReader{mender: names.New(g, nil), number: map[string]int{}}
}

// readFold adds the names of the texts k, k+folds, … as a network reads them.
func (s *settings) readFold(r *nameReader, docs []document, k, folds int, weights []byte) error {
	p, err := parse.New(parse.Options{Weights: weights})
	if err != nil {
		return err
	}
	m, err := network.Read(weights)
	if err != nil {
		return err
	}
	run := m.NewRunner()
	for i := k; i < len(docs); i += folds {
		s.mark(docs[i].sentences)
		r.read(docs[i], i, p, run, m.Inventory().Kinds)
	}
	return nil
}

// read adds the names of a text. A sentence that is too long for the network
// has none.
func (r *nameReader) read(d document, index int, p *parse.Parser, run *network.Runner, kinds []string) {
	text := make([]syntax.Sentence, len(d.sentences))
	for i := range text {
		for _, t := range d.sentences[i].Tree.Tokens {
			text[i].Tokens = append(text[i].Tokens, syntax.Token{Form: t.Form, Span: t.Span})
		}
	}
	p.Annotate(text)
	var scores []names.Scores
	var begins []int // where the scores of each sentence begin
	gold := make([]map[[2]int]int, len(text))
	for i := range text {
		batch := []network.Sentence{{Tokens: d.sentences[i].Tokens}}
		text[i].Names = nil
		begins = append(begins, len(scores))
		if n := len(batch[0].Tokens); n > network.MostTokens {
			scores = append(scores, make([]names.Scores, n)...)
		} else {
			run.Run(batch)
			for t, result := range batch[0].Result {
				scores = append(scores, result.Begin)
				switch {
				case result.Name == 0:
				case result.Name%2 == 1:
					text[i].Names = append(text[i].Names, syntax.Name{First: t, Last: t + 1, Kind: kinds[result.Name/2]})
				default:
					text[i].Names[len(text[i].Names)-1].Last++
				}
			}
		}
		gold[i] = goldSpans(d.sentences[i].Names)
		r.gold[d.set] += len(gold[i])
	}
	r.mender.Rules(text, scores)
	r.mender.Describe(text, scores, r.new, func(i, j int, features []names.Feature) {
		n := text[i].Names[j]
		row := nameRow{sure: names.Sure(&scores[begins[i]+n.First]), features: slices.Clone(features), class: gold[i][[2]int{n.First, n.Last}], document: index, set: d.set}
		if k := slices.Index(names.Kinds[:], n.Kind) + 1; k < names.Classes {
			row.was = k
		}
		if row.class == 0 {
			for span := range gold[i] {
				row.partly = row.partly || span[0] < n.Last && n.First < span[1]
			}
		}
		r.rows = append(r.rows, row)
	})
}

// new numbers a feature.
func (r *nameReader) new(feature []byte) (int, bool) {
	id, ok := r.number[string(feature)]
	if !ok {
		id = len(r.number)
		r.number[string(feature)] = id
	}
	return id, true
}

// goldSpans returns the class of each name of a person, body or place.
func goldSpans(sets []uint32) map[[2]int]int {
	out := map[[2]int]int{}
	for i := 0; i < len(sets); {
		first := i
		i++
		if !named(sets[first]) {
			continue
		}
		for i < len(sets) && named(sets[i]) && bits.TrailingZeros32(sets[i])%2 == 0 {
			i++
		}
		if class := bits.TrailingZeros32(sets[first])/2 + 1; class < names.Classes {
			out[[2]int{first, i}] = class
		}
	}
	return out
}

// named reports whether the outputs that are right for a token are all of names.
func named(set uint32) bool { return set != 0 && set&1 == 0 }

// leastSeen is how many names must have a feature for it to get weights.
const leastSeen = 10

// prune forgets what few names have.
func (r *nameReader) prune() {
	count := make([]int, len(r.number))
	for i := range r.rows {
		for _, f := range r.rows[i].features {
			count[f.ID]++
		}
	}
	rare := func(f names.Feature) bool { return count[f.ID] < leastSeen }
	for i := range r.rows {
		r.rows[i].features = slices.DeleteFunc(r.rows[i].features, rare)
	}
	for feature, id := range r.number {
		if count[id] < leastSeen {
			delete(r.number, feature)
		}
	}
	r.renumber(len(count))
}

// renumber gives the features that are left numbers without gaps.
func (r *nameReader) renumber(before int) {
	features := make([]string, 0, len(r.number))
	for feature := range r.number {
		features = append(features, feature)
	}
	slices.Sort(features)
	to := make([]int, before)
	for id, feature := range features {
		to[r.number[feature]] = id
		r.number[feature] = id
	}
	for i := range r.rows {
		for j := range r.rows[i].features {
			f := &r.rows[i].features[j]
			f.ID = to[f.ID]
		}
	}
}

// measure writes how well names are read with and without weighing, each text
// weighed by what was learned of others.
func (r *nameReader) measure(w io.Writer) {
	const parts = 5
	weighed := make([]int, len(r.rows))
	for part := range parts {
		in := func(row *nameRow) bool { return row.document/3%parts == part }
		of := fitNames(r.rows, len(r.number), func(row *nameRow) bool { return !in(row) })
		for i := range r.rows {
			if in(&r.rows[i]) {
				if weighed[i] = best(names.Sum(of, r.rows[i].features)); weighed[i] == 0 && r.rows[i].sure {
					weighed[i] = r.rows[i].was
				}
			}
		}
	}
	fmt.Fprintf(w, "%d names, %d features\n", len(r.rows), len(r.number))
	for set, name := range documentSets {
		r.write(w, name+", by rule", set, func(i int) int { return r.rows[i].was })
		r.write(w, name+", weighed", set, func(i int) int { return weighed[i] })
	}
}

// write writes precision, recall and F1 of a set.
func (r *nameReader) write(w io.Writer, title string, set int, read func(row int) int) {
	of := func(s int) bool { return s == set || set == ofGUM && s == ofGUMNews }
	gold, system, right := 0, 0, 0
	for s, n := range r.gold {
		if of(s) {
			gold += n
		}
	}
	for i := range r.rows {
		if c := read(i); c > 0 && of(r.rows[i].set) {
			system++
			if c == r.rows[i].class {
				right++
			}
		}
	}
	fmt.Fprintf(w, "%-36s %5d names  P %.1f  R %.1f  F1 %.1f\n", title, gold,
		100*float64(right)/float64(system), 100*float64(right)/float64(gold), 200*float64(right)/float64(gold+system))
}

func best(z [names.Classes]float64) int {
	b := 0
	for c, v := range z {
		if v > z[b] {
			b = c
		}
	}
	return b
}
