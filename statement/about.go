package statement

import (
	"slices"
	"sort"

	"readout/article"
	"readout/event"
	"readout/lexicon"
)

// A subject is the words that tell of a context, after the first.
type subject struct {
	rest    []string
	context string
}

// subjects indexes the cues of contexts by their first word.
func subjects(set *lexicon.Set) (map[string][]subject, error) {
	cues, err := set.Contexts()
	if err != nil {
		return nil, err
	}
	m := map[string][]subject{}
	for _, c := range cues {
		m[c.Words[0]] = append(m[c.Words[0]], subject{c.Words[1:], c.Context})
	}
	return m, nil
}

// contexts returns the contexts that words of the content tell of, in the
// order of PLOVER's list.
func (r *reading) contexts(content []article.Span) []string {
	if len(r.subjects) == 0 {
		return nil
	}
	var on []string
	r.tokens(content, func(t *tree, n int) {
		for _, s := range r.subjects[t.lemma(n)] {
			if slices.Contains(on, s.context) || n+len(s.rest) >= len(t.Tokens) && len(s.rest) > 0 {
				continue
			}
			ok := true
			for k, w := range s.rest {
				if t.lemma(n+1+k) != w {
					ok = false
					break
				}
			}
			if ok {
				on = append(on, s.context)
			}
		}
	})
	return inOrder(on)
}

// inOrder sorts contexts as PLOVER lists them, each once; what it does not
// list comes last.
func inOrder(contexts []string) []string {
	all := event.Contexts()
	place := func(c string) int {
		if k := slices.Index(all, c); k >= 0 {
			return k
		}
		return len(all)
	}
	sort.SliceStable(contexts, func(i, j int) bool {
		a, b := place(contexts[i]), place(contexts[j])
		return a < b || a == b && contexts[i] < contexts[j]
	})
	return slices.Compact(contexts)
}

// tokens calls yield for each token that lies in one of the spans.
func (r *reading) tokens(spans []article.Span, yield func(t *tree, n int)) {
	for _, s := range spans {
		k := sort.Search(len(r.trees), func(k int) bool { return r.trees[k].End > s.Start })
		for ; k < len(r.trees) && r.trees[k].Start < s.End; k++ {
			t := &r.trees[k]
			n := sort.Search(len(t.Tokens), func(n int) bool { return t.Tokens[n].Start >= s.Start })
			for ; n < len(t.Tokens) && t.Tokens[n].End <= s.End; n++ {
				yield(t, n)
			}
		}
	}
}

// about returns the entities named in the content, in order, the speaker left
// out.
func (r *reading) about(content []article.Span, speaker int) []int {
	var out []int
	r.tokens(content, func(t *tree, n int) {
		for _, e := range r.speakers(t.index, n) {
			if e != speaker && !slices.Contains(out, e) && len(out) < mostAbout {
				out = append(out, e)
			}
		}
	})
	return out
}

// mostAbout bounds how many entities one statement is said to be about.
const mostAbout = 16
