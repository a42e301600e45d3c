package network

// Vote combines what several models gave for one sentence: tags, names and
// relations of the greatest number, of equals the earliest model's, and the
// tree that most arcs speak for (Sagae and Lavie 2006, "Parser combination by
// reparsing"). It is for making training data of text without trees.
func Vote(given [][]Result) []Result {
	n := len(given[0])
	out := make([]Result, n)
	var b treeBuilder
	scores := make([]float32, n*(n+1))
	for m, g := range given {
		for d, r := range g {
			h := r.Head
			if h < 0 {
				h = n
			}
			scores[d*(n+1)+h] += 1 + 0.1/float32(m+1)
		}
	}
	b.decode(scores, n, out)
	for t := range out {
		r := &out[t]
		r.UPos = most(given, func(g []Result) (int, bool) { return g[t].UPos, true })
		r.XPos = most(given, func(g []Result) (int, bool) { return g[t].XPos, true })
		r.Name = most(given, func(g []Result) (int, bool) { return g[t].Name, true })
		r.Rel = most(given, func(g []Result) (int, bool) { return g[t].Rel, g[t].Head == r.Head })
	}
	return out
}

// most returns what most models say, of equals the earliest; models may abstain,
// and if all do the first one's word counts.
func most(given [][]Result, says func([]Result) (int, bool)) int {
	best, votes := -1, 0
	for i, g := range given {
		v, ok := says(g)
		if !ok {
			continue
		}
		n := 0
		for _, other := range given[i:] {
			if w, ok := says(other); ok && w == v {
				n++
			}
		}
		if n > votes {
			best, votes = v, n
		}
	}
	if best < 0 {
		best, _ = says(given[0])
	}
	return best
}
