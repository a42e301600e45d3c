package learn

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"sync"
	"time"

	"readout/parse/gazetteer"
	"readout/parse/network"
)

// Options are the settings of a training run; zero values take the defaults.
type Options struct {
	Config     network.Config // sizes; those of zero take the default
	Epochs     int            // passes over the data, default 30
	Rate       float64        // highest learning rate, default 0.002
	Batch      int            // tokens a step, default 500
	Seed       uint64
	Rare       float64 // a word seen n times is read as unknown with probability Rare/(Rare+n), and at least 0.1; default 0.5
	LeastCount int     // how often a word must occur to have its own vector, default 2
	Parts      int     // an epoch sees all gold sentences and one in so many of the others, in turn; default 4
	// Renamed is the share, in per cent, of the names that people labelled which
	// another takes the place of. Names are more names by kind, each as its words,
	// that may stand in for those of the sentences. Mark, if set, gives the
	// gazetteer's marks of a sentence with other names.
	Renamed int
	Names   map[string][][]string
	Mark    func(forms []string, marks []uint32)
	// Retold is the share, in per cent, of the past forms of transitive verbs in
	// the place of which one of Verbs is put, past forms of regular verbs.
	Retold int
	Verbs  []string
	// Vectors, if set, are inputs as well; then the words' own vectors and those of
	// affixes are narrower by default.
	Vectors *network.Vectors
	// Check measures a model after some epochs; its words go to the log.
	Check func(*network.Model) string
	Every int // epochs between two checks, default 10
	Log   io.Writer
	// Save, if set, is called with the averaged parameters at each check.
	Save func(*network.Params) error
}

// defaultConfig is the shape of the networks that ship.
var defaultConfig = network.Config{
	Word: 112, Affix: 80, Buckets: 1 << 15, Shape: 16, Marks: gazetteer.Marks, Mark: 16,
	Hidden: 128, Layers: 2, Arc: 96, Label: 96, Tag: 96, Name: 64,
}

func (o *Options) defaults() {
	d := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	d(&o.Epochs, 30)
	d(&o.Batch, 500)
	d(&o.LeastCount, 2)
	d(&o.Every, 10)
	d(&o.Parts, 4)
	if o.Rare == 0 {
		o.Rare = 0.5
	}
	if o.Rate == 0 {
		o.Rate = 0.002
	}
	if o.Vectors != nil {
		o.Config.Vector = o.Vectors.Width
		d(&o.Config.Word, 40)
		d(&o.Config.Affix, 64)
	}
	for _, p := range [...]struct{ v, d *int }{
		{&o.Config.Word, &defaultConfig.Word}, {&o.Config.Affix, &defaultConfig.Affix}, {&o.Config.Buckets, &defaultConfig.Buckets},
		{&o.Config.Shape, &defaultConfig.Shape}, {&o.Config.Marks, &defaultConfig.Marks}, {&o.Config.Mark, &defaultConfig.Mark},
		{&o.Config.Hidden, &defaultConfig.Hidden}, {&o.Config.Layers, &defaultConfig.Layers}, {&o.Config.Arc, &defaultConfig.Arc},
		{&o.Config.Label, &defaultConfig.Label}, {&o.Config.Tag, &defaultConfig.Tag}, {&o.Config.Name, &defaultConfig.Name},
	} {
		d(p.v, *p.d)
	}
	if o.Log == nil {
		o.Log = io.Discard
	}
}

// Train learns a network from the sentences and returns its averaged
// parameters.
func Train(sentences []Sentence, o Options) (*network.Params, error) {
	o.defaults()
	inv := inventory(sentences)
	words, counts := Vocabulary(sentences, o.LeastCount)
	examples, err := number(sentences, inv)
	if err != nil {
		return nil, err
	}
	n := newNet(o.Config, inv, words, o.Vectors, o.Seed)
	fmt.Fprintf(o.Log, "%d sentences, %d words of their own, %d relations, %d parameters\n", len(examples), len(words), len(inv.Rel), n.size())
	t := newTrainer(n, counts, o)
	t.renamer, t.reteller = newRenamer(examples, o), newReteller(inv, o)
	begin := time.Now()
	for epoch := 1; epoch <= o.Epochs; epoch++ {
		l := t.epoch(examples, epoch)
		k := float64(max(l.tokens, 1))
		fmt.Fprintf(o.Log, "epoch %d: arc %.4f rel %.4f upos %.4f xpos %.4f name %.4f; arcs right %.2f labels right %.2f; %.0f s\n",
			epoch, l.arc/k, l.rel/k, l.upos/k, l.xpos/k, l.name/k, 100*float64(l.right)/k, 100*float64(l.labelled)/k, time.Since(begin).Seconds())
		if epoch%o.Every == 0 || epoch == o.Epochs || epoch == 2 {
			p := n.averaged()
			if o.Save != nil {
				if err := o.Save(p); err != nil {
					return nil, err
				}
			}
			if o.Check != nil {
				m, err := Model(p)
				if err != nil {
					return nil, err
				}
				fmt.Fprintf(o.Log, "%s\n", o.Check(m))
			}
		}
	}
	return n.averaged(), nil
}

func (n *net) size() int {
	sum := 0
	for _, t := range n.all {
		sum += len(t.v)
	}
	return sum
}

// averaged returns a copy of the parameters with the running means.
func (n *net) averaged() *network.Params {
	c := *n
	for _, t := range n.all {
		t.v, t.avg = t.avg, t.v
	}
	c.Cells = nil
	c.share()
	p := c.Params
	for _, t := range n.all {
		t.v, t.avg = t.avg, t.v
	}
	return &p
}

// inventory lists the labels of the sentences, most frequent first.
func inventory(sentences []Sentence) network.Inventory {
	upos, xpos, rel := map[string]int{}, map[string]int{}, map[string]int{}
	for _, s := range sentences {
		if s.Tree == nil {
			continue
		}
		for i := range s.Tree.Tokens {
			t := &s.Tree.Tokens[i]
			upos[t.UPos]++
			xpos[t.XPos]++
			rel[t.Rel]++
		}
	}
	ranked := func(m map[string]int, least int) []string {
		var out []string
		for k, c := range m {
			if c >= least && k != "" {
				out = append(out, k)
			}
		}
		sort.Slice(out, func(i, j int) bool {
			if m[out[i]] != m[out[j]] {
				return m[out[i]] > m[out[j]]
			}
			return out[i] < out[j]
		})
		return out
	}
	return network.Inventory{UPos: ranked(upos, 1), XPos: ranked(xpos, 3), Rel: ranked(rel, 3), Kinds: slices.Clone(Kinds[:])}
}

// number turns sentences into examples. A relation too rare to be learned
// becomes its universal relation.
func number(sentences []Sentence, inv network.Inventory) ([]*Example, error) {
	var out []*Example
	for _, s := range sentences {
		if len(s.Tokens) == 0 || len(s.Tokens) > network.MostTokens {
			continue
		}
		e := &Example{Tokens: s.Tokens, Names: s.Names, Silver: s.Silver}
		if s.Soft != nil {
			var err error
			if e.Soft, err = s.Soft.to(inv); err != nil {
				return nil, err
			}
		}
		if s.Tree != nil {
			e.Tree = true
			for i := range s.Tree.Tokens {
				t := &s.Tree.Tokens[i]
				rel := slices.Index(inv.Rel, t.Rel)
				if rel < 0 {
					rel = slices.Index(inv.Rel, t.Base())
				}
				upos := slices.Index(inv.UPos, t.UPos)
				if rel < 0 || upos < 0 {
					return nil, fmt.Errorf("word %q: relation %q or tag %q has no number", t.Form, t.Rel, t.UPos)
				}
				e.Heads = append(e.Heads, t.Head)
				e.Rel = append(e.Rel, rel)
				e.UPos = append(e.UPos, upos)
				e.XPos = append(e.XPos, slices.Index(inv.XPos, t.XPos))
			}
		}
		out = append(out, e)
	}
	return out, nil
}

type trainer struct {
	*net
	*renamer
	*reteller
	o       Options
	rng     *rand.Rand
	workers [shards]*worker
	steps   int
	total   int
}

func newTrainer(n *net, counts []int, o Options) *trainer {
	t := &trainer{net: n, o: o, rng: rand.New(rand.NewPCG(o.Seed, 2))}
	for i := range t.workers {
		t.workers[i] = &worker{net: n, shard: i, rng: rand.New(rand.NewPCG(o.Seed, uint64(10+i))), count: append([]int{0}, counts...),
			drop: dropouts{input: 0.15, between: 0.25, state: 0.1, heads: 0.25, label: 0.15, word: 0.1, rare: float32(o.Rare)}}
	}
	return t
}

func (t *trainer) epoch(examples []*Example, epoch int) loss {
	order := t.rng.Perm(len(examples))
	var batches [][]*Example
	var batch []*Example
	tokens := 0
	for _, i := range order {
		if examples[i].Silver && i%t.o.Parts != epoch%t.o.Parts {
			continue
		}
		e := augment(t.retell(t.rename(examples[i], t.rng), t.rng), t.rng)
		batch = append(batch, e)
		tokens += len(e.Tokens)
		if tokens >= t.o.Batch {
			batches = append(batches, batch)
			batch, tokens = nil, 0
		}
	}
	if len(batch) > 0 {
		batches = append(batches, batch)
	}
	if epoch == 1 {
		t.total = len(batches) * t.o.Epochs
	}
	var sum loss
	for _, b := range batches {
		sum.add(t.batch(b))
	}
	return sum
}

func (t *trainer) batch(b []*Example) loss {
	tokens := 0
	for _, e := range b {
		tokens += len(e.Tokens)
	}
	slices.SortStableFunc(b, func(x, y *Example) int { return len(y.Tokens) - len(x.Tokens) })
	var parts [shards][]*Example
	for i, e := range b {
		parts[i%shards] = append(parts[i%shards], e)
	}
	var losses [shards]loss
	var wg sync.WaitGroup
	for i := range shards {
		wg.Go(func() { losses[i] = t.workers[i].run(parts[i], 1/float32(tokens)) })
	}
	wg.Wait()
	t.steps++
	t.update()
	for i := 1; i < shards; i++ {
		losses[0].add(losses[i])
	}
	return losses[0]
}

// update takes a step of Adam, at a rate that rises over the first steps and
// then falls along a cosine, with the norm of the gradient clipped.
func (t *trainer) update() {
	warm := 400.0
	at := float64(t.steps)
	rate := t.o.Rate
	if at < warm {
		rate *= at / warm
	} else {
		rate *= 0.01 + 0.99*0.5*(1+math.Cos(math.Pi*min(1, (at-warm)/(float64(t.total)-warm+1))))
	}
	keep := float32(min(0.99, 1-1/(at/10+1)))
	norms := make([]float64, len(t.all))
	parallel(len(t.all), func(i int) { norms[i] = t.all[i].norm() })
	var norm float64
	for _, v := range norms {
		norm += v
	}
	scale := float32(1)
	if norm = math.Sqrt(norm); norm > 5 {
		scale = float32(5 / norm)
	}
	const between = 10 // steps between two averagings
	parallel(len(t.all), func(i int) {
		t.all[i].step(float32(rate), scale, t.steps)
		if t.steps%between == 0 {
			t.all[i].average(keep)
		}
	})
}

// parallel calls f for 0 to n-1, each once, over the shards' goroutines.
func parallel(n int, f func(int)) {
	var wg sync.WaitGroup
	for s := range shards {
		wg.Go(func() {
			for i := s; i < n; i += shards {
				f(i)
			}
		})
	}
	wg.Wait()
}
