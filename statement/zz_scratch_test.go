package statement

import (
	"encoding/gob"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"testing"

	"readout/article"
	"readout/score"
	"readout/syntax"
)

// scratch: cached parses
func parsed(t testing.TB, name string, gold []score.Attributed) []*syntax.Document {
	file := "/tmp/statement/" + name + ".gob"
	var docs []*syntax.Document
	if f, err := os.Open(file); err == nil {
		defer f.Close()
		if err := gob.NewDecoder(f).Decode(&docs); err != nil {
			t.Fatal(err)
		}
		return docs
	}
	p := newParser(t)
	for i := range gold {
		docs = append(docs, p.Parse(gold[i].Article()))
	}
	f, _ := os.Create(file)
	defer f.Close()
	if err := gob.NewEncoder(f).Encode(docs); err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestScratchDev(t *testing.T) {
	name := os.Getenv("SCRATCH")
	if name == "" {
		t.Skip()
	}
	gold := readGold(t, name)
	docs := parsed(t, name, gold)
	o := Options{}
	if os.Getenv("ALL") != "" {
		o = Options{MinConfidence: -1, Nested: true}
	}
	f := newFinder(t, o)
	var sys []score.Attributed
	for _, d := range docs {
		sys = append(sys, attributed(d, nil, f.Find(d, nil)))
	}
	if os.Getenv("LOW") != "" {
		for _, d := range docs {
			r := newReading(f, d, nil)
			r.candidates()
			r.quote()
			r.weigh()
			for _, c := range r.found {
				if len(c.quotes) > 0 && c.confidence < 0.3 {
					fmt.Printf("LOW %.2f %s/%s/%s %v spoken=%v S[%s] T[%s]\n", c.confidence, c.part, c.word, c.frame, r.signs(c), c.spoken, d.Article.Words(c.sourceSpan), d.Article.Words(c.content[0]))
				}
			}
		}
	}
	sc, err := score.ScoreAttributions(gold, sys)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range sc.Kinds {
		fmt.Printf("%-8s gold %5d sys %5d  match P %.1f R %.1f F %.1f   e2e P %.1f R %.1f F %.1f   src soft %.1f  srcOK %.1f\n", k.Kind, k.Gold, k.System,
			100*k.ContentMatch.P, 100*k.ContentMatch.R, 100*k.ContentMatch.F, 100*k.EndToEnd.P, 100*k.EndToEnd.R, 100*k.EndToEnd.F, 100*k.SourceSoft.F, 100*k.SourceGivenMatch)
	}
	w, _ := os.Create("/tmp/statement/sys.jsonl")
	for _, d := range sys {
		json.NewEncoder(w).Encode(d)
	}
	w.Close()
}

func TestScratchCount(t *testing.T) {
	name := os.Getenv("SCRATCHCOUNT")
	if name == "" {
		t.Skip()
	}
	gold := readGold(t, name)
	docs := parsed(t, name, gold)
	f := newFinder(t, Options{MinConfidence: -1, Nested: true})
	type cnt struct{ hit, seen, srcbad int }
	gen := map[string]*cnt{}
	words := map[string]*cnt{}
	for i, d := range docs {
		r := newReading(f, d, nil)
		r.candidates()
		r.quote()
		r.settle()
		r.dropNested()
		var kept []*candidate
		for _, c := range r.found {
			if !c.dropped {
				kept = append(kept, c)
			}
		}
		r.found = kept
		st := r.statements()
		hits, okc := matchGold(d, gold[i], st)
		for k, c := range r.found {
			if os.Getenv("FEATS") != "" {
				tr := &r.trees[c.sent]
				sub := "none"
				if c.source >= 0 {
					sub = tr.Tokens[c.source].UPos
				}
				form := ""
				mod := ""
				if c.cue >= 0 {
					form = tr.Tokens[c.cue].XPos
					if c.cue >= 0 {
						form += "/" + tr.rel(c.cue)
					}
					for _, x := range tr.kids(c.cue) {
						if tr.rel(int(x)) == "aux" {
							mod += tr.lemma(int(x)) + "+"
						}
					}
				}
				var ob string
				if len(c.content) > 0 {
					n := 0
					for _, w := range c.content {
						n += w.Len()
					}
					ob = fmt.Sprint(n / 20)
					if n > 200 {
						ob = "10"
					}
				}
				fmt.Printf("FEAT\t%v\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", hits[k], c.part, c.word, c.frame, sub, form, mod, ob)
			}
			a := gen[c.part.String()+" * "+c.frame]
			if a == nil {
				a = &cnt{}
				gen[c.part.String()+" * "+c.frame] = a
			}
			b := words[c.part.String()+" "+c.word+" "+c.frame]
			if b == nil {
				b = &cnt{}
				words[c.part.String()+" "+c.word+" "+c.frame] = b
			}
			a.seen++
			b.seen++
			if hits[k] {
				a.hit++
				b.hit++
			} else if okc[k] {
				a.srcbad++
				b.srcbad++
			}
		}
	}
	for _, m := range []map[string]*cnt{gen, words} {
		var keys []string
		for k := range m {
			keys = append(keys, k)
		}
		sort.Slice(keys, func(i, j int) bool {
			if m[keys[i]].seen != m[keys[j]].seen {
				return m[keys[i]].seen > m[keys[j]].seen
			}
			return keys[i] < keys[j]
		})
		for _, k := range keys {
			c := m[k]
			fmt.Printf("%5d %5d %5.2f srcbad %d  %s\n", c.hit, c.seen, float64(c.hit)/float64(c.seen), c.srcbad, k)
		}
		fmt.Println("-----")
	}
}

// matchGold: greedy match like scorer
func matchGold(d *syntax.Document, gold score.Attributed, st []Statement) (hit, content []bool) {
	hit = make([]bool, len(st))
	content = make([]bool, len(st))
	text := d.Article.Text
	pts := article.NewOffsets(text)
	toks := func(spans [][2]int) map[int]bool {
		m := map[int]bool{}
		for _, s := range spans {
			for i := s[0]; i < s[1]; i++ {
				m[i] = true
			}
		}
		return m
	}
	jac := func(a, b map[int]bool) float64 {
		n := 0
		for k := range a {
			if b[k] {
				n++
			}
		}
		if len(a)+len(b)-n == 0 {
			return 0
		}
		return float64(n) / float64(len(a)+len(b)-n)
	}
	type pr struct {
		j    float64
		g, s int
	}
	var gc, gs, sc, ss []map[int]bool
	for _, a := range gold.Attributions {
		var c, s [][2]int
		for _, o := range a.Content {
			c = append(c, [2]int{o.From, o.To})
		}
		for _, o := range a.Source {
			s = append(s, [2]int{o.From, o.To})
		}
		gc = append(gc, toks(c))
		gs = append(gs, toks(s))
	}
	for _, a := range st {
		var c, s [][2]int
		for _, o := range a.Content {
			c = append(c, [2]int{pts.Point(o.Start), pts.Point(o.End)})
		}
		if !a.Source.Empty() {
			s = append(s, [2]int{pts.Point(a.Source.Start), pts.Point(a.Source.End)})
		}
		sc = append(sc, toks(c))
		ss = append(ss, toks(s))
	}
	var ps []pr
	for g := range gc {
		for s := range sc {
			if j := jac(gc[g], sc[s]); j > 0.5 {
				ps = append(ps, pr{j, g, s})
			}
		}
	}
	sort.Slice(ps, func(i, j int) bool {
		if ps[i].j != ps[j].j {
			return ps[i].j > ps[j].j
		}
		if ps[i].g != ps[j].g {
			return ps[i].g < ps[j].g
		}
		return ps[i].s < ps[j].s
	})
	ug, us := map[int]bool{}, map[int]bool{}
	for _, p := range ps {
		if ug[p.g] || us[p.s] {
			continue
		}
		ug[p.g], us[p.s] = true, true
		content[p.s] = true
		if len(gs[p.g]) == 0 && len(ss[p.s]) == 0 || jac(gs[p.g], ss[p.s]) > 0.5 {
			hit[p.s] = true
		}
	}
	return
}

func BenchmarkScratchFind(b *testing.B) {
	gold := readGold(b, "polnear.dev.jsonl")
	docs := parsed(b, "polnear.dev.jsonl", gold)
	f := newFinder(b, Options{})
	b.ReportAllocs()
	n := 0
	for i := range gold {
		n += len(gold[i].Text)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		for _, d := range docs {
			f.Find(d, nil)
		}
	}
}

func BenchmarkScratchParse(b *testing.B) {
	gold := readGold(b, "polnear.dev.jsonl")
	p := newParser(b)
	n := 0
	for i := range gold {
		n += len(gold[i].Text)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		for i := range gold {
			p.Parse(gold[i].Article())
		}
	}
}
