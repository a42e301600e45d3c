package statement

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"readout/score"
	"readout/syntax"
)

var update = flag.Bool("update", false, "write lexicon/data/cuecounts.txt anew")

const countsHead = `# How often each cue made an attribution in annotated text: PART | cue | FRAME | hits / seen.
# The cue "*" stands for any.
# Made by "go test ./statement -run TestCueCounts -update"; not to be edited by hand.
#
# origin: counts over the training part of PolNeAR 1.0 as the project's own parser and cue lexicon read it
# licence: Apache-2.0 (counts only; none of the annotated texts)

`

// TestCueCounts counts cues in the training part of PolNeAR. With -update it
// writes the counts; run it two or three times after a change, since which
// statements count as nested depends on the counts before.
func TestCueCounts(t *testing.T) {
	if !*update {
		t.Skip("counts are taken with -update only")
	}
	gold := readGold(t, "polnear.train.jsonl.gz")
	docs := parseGold(t, gold)
	f := newFinder(t, Options{Outermost: true})
	counts := map[string]*[2]int{}
	add := func(key string, hit bool) {
		n := counts[key]
		if n == nil {
			n = &[2]int{}
			counts[key] = n
		}
		n[1]++
		if hit {
			n[0]++
		}
	}
	var trials []trial
	for i, d := range docs {
		r := newReading(f, d, nil)
		r.candidates()
		r.quote()
		r.weigh()
		r.found = keep(r.found, func(c *candidate) bool { return !c.dropped })
		for k, hit := range agreeing(d, gold[i], r.statements()) {
			c := r.found[k]
			part, group := c.part.String(), frameGroup(c.frame)
			add(part+" | "+c.word+" | "+c.frame, hit)
			add(part+" | * | "+c.frame, hit)
			if group != c.frame {
				add(part+" | * | "+group, hit)
			}
			trials = append(trials, trialOf(r, c, hit))
		}
	}
	var lines []string
	for k, n := range counts {
		if n[1] >= 3 && !strings.Contains(k, "#") {
			lines = append(lines, fmt.Sprintf("%s | %d / %d", k, n[0], n[1]))
		}
	}
	sort.Strings(lines)
	writeWeights(t, fit(trials, 8, 12, 40))
	path := filepath.Join("..", "lexicon", "data", "cuecounts.txt")
	if err := os.WriteFile(path, []byte(countsHead+strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// agreeing tells which statements pair with a gold attribution of the same
// source, as the scorer pairs them, by characters for words.
func agreeing(d *syntax.Document, gold score.Attributed, found []Statement) []bool {
	set := func(list []score.Offset) map[int]bool {
		m := map[int]bool{}
		for _, o := range list {
			for i := o.From; i < o.To; i++ {
				m[i] = true
			}
		}
		return m
	}
	sys := attributed(d, nil, found)
	type pair struct {
		overlap float64
		g, s    int
	}
	var pairs []pair
	for g := range gold.Attributions {
		gc := set(gold.Attributions[g].Content)
		for s := range sys.Attributions {
			if o := jaccard(gc, set(sys.Attributions[s].Content)); o > 0.5 {
				pairs = append(pairs, pair{o, g, s})
			}
		}
	}
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].overlap > pairs[j].overlap })
	out := make([]bool, len(found))
	usedG, usedS := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		if usedG[p.g] || usedS[p.s] {
			continue
		}
		usedG[p.g], usedS[p.s] = true, true
		a, b := set(gold.Attributions[p.g].Source), set(sys.Attributions[p.s].Source)
		out[p.s] = len(a) == 0 && len(b) == 0 || jaccard(a, b) > 0.5
	}
	return out
}

func jaccard(a, b map[int]bool) float64 {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	if u := len(a) + len(b) - n; u > 0 {
		return float64(n) / float64(u)
	}
	return 0
}
