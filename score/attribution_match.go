package score

import (
	"sort"
	"strings"

	"golang.org/x/text/cases"
)

// fillers are words too common to show that two sources are the same.
var fillers = wordList(`a an the of in on at for to and or but by from with as his her its their our my your who which that
	this these those some many most other others mr mrs ms dr sen rep gov president former not no said is are was`)

// styles are the words dropped from a name before it is compared.
var styles = wordList(`mr mrs ms dr sir dame lord the a an prof professor president senator
	sen rep gov governor minister prime chancellor judge justice general gen`)

func wordList(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// speakerKey is a name folded to the words by which it is compared.
func speakerKey(name string, fold cases.Caser) string {
	f := fold.String(name)
	f = strings.ReplaceAll(strings.ReplaceAll(f, "’s", ""), "'s", "")
	all := strings.FieldsFunc(f, func(r rune) bool { return !isWord(r) })
	var kept []string
	for _, w := range all {
		if !styles[w] {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		kept = all
	}
	return strings.Join(kept, " ")
}

func scoreDocument(g, s *Attributed, counts *[len(attributionKinds)]attributionCount, sp *SpeakerScore, fold cases.Caser) {
	text := []rune(g.Text)
	ws := words(text, 0, len(text))
	quotes := quoted(text)
	gi := scoreItems(g.Attributions, text, ws, quotes)
	si := scoreItems(s.Attributions, text, ws, quotes)
	match := pair(gi, si)
	back := make([]int, len(si))
	for j := range back {
		back[j] = -1
	}
	for k, j := range match {
		if j >= 0 {
			back[j] = k
		}
	}
	agree := func(x, y *scored) (strict, head bool) {
		if len(x.source) == 0 || len(y.source) == 0 {
			both := len(x.source) == len(y.source)
			return both, both
		}
		strict = jaccard(x.source, y.source) > 0.5
		c := common(x.source, y.source)
		head = c == len(x.source) && c == len(y.source)
		for i, j := 0, 0; !head && i < len(x.source) && j < len(y.source); {
			switch {
			case x.source[i] < y.source[j]:
				i++
			case x.source[i] > y.source[j]:
				j++
			default:
				w := ws[x.source[i]]
				head = !fillers[fold.String(string(text[w.from:w.to]))]
				i, j = i+1, j+1
			}
		}
		return strict, head
	}
	for n, kind := range attributionKinds {
		c := &counts[n]
		c.add(kind, gi, si)
		for k := range gi {
			x := &gi[k]
			if kind != "all" && x.kind != kind || match[k] < 0 {
				continue
			}
			strict, head := agree(x, &si[match[k]])
			c.mR++
			c.eR += one(strict)
			c.hR += one(head)
			if len(x.source) > 0 {
				c.wsn++
				c.ws += one(strict)
				c.wh += one(head)
			}
		}
		for j := range si {
			y := &si[j]
			if kind != "all" && y.kind != kind || back[j] < 0 {
				continue
			}
			strict, head := agree(&gi[back[j]], y)
			c.mP++
			c.eP += one(strict)
			c.hP += one(head)
		}
	}
	for k := range gi {
		scoreSpeaker(&gi[k], match[k], si, sp, fold)
	}
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// pair matches contents one to one, greedily by overlap, over 0.5. match[k]
// is the system item of gold item k, or -1.
func pair(g, s []scored) []int {
	type candidate struct {
		overlap float64
		stray   bool // the sources share no word
		k, j    int
	}
	owner := map[int][]int{}
	for k := range g {
		for _, w := range g[k].content {
			owner[w] = append(owner[w], k)
		}
	}
	var list []candidate
	seen := map[[2]int]bool{}
	for j := range s {
		for _, w := range s[j].content {
			for _, k := range owner[w] {
				if seen[[2]int{k, j}] {
					continue
				}
				seen[[2]int{k, j}] = true
				if o := jaccard(g[k].content, s[j].content); o > 0.5 {
					list = append(list, candidate{o, common(g[k].source, s[j].source) == 0, k, j})
				}
			}
		}
	}
	sort.Slice(list, func(a, b int) bool {
		x, y := list[a], list[b]
		switch {
		case x.overlap != y.overlap:
			return x.overlap > y.overlap
		case x.stray != y.stray:
			return y.stray
		case x.k != y.k:
			return x.k < y.k
		}
		return x.j < y.j
	})
	match := make([]int, len(g))
	for k := range match {
		match[k] = -1
	}
	used := make([]bool, len(s))
	for _, c := range list {
		if match[c.k] < 0 && !used[c.j] {
			match[c.k], used[c.j] = c.j, true
		}
	}
	return match
}

// is reports whether s names the speaker of the gold: by the canonical name or
// an alias, or a person by the last word of it.
func (s *Speaking) is(gold *Speaking, fold cases.Caser) bool {
	n := speakerKey(s.Canonical, fold)
	if n == speakerKey(gold.Canonical, fold) {
		return true
	}
	for _, a := range gold.Aliases {
		if n == speakerKey(a, fold) {
			return true
		}
	}
	if gold.Type != "" && gold.Type != "person" || strings.Contains(n, " ") {
		return false
	}
	f := strings.Fields(speakerKey(gold.Canonical, fold))
	return len(f) > 0 && f[len(f)-1] == n
}

// sameCue returns the first of s whose cue, source and content each share words
// with those of x, or nil.
func sameCue(x *scored, s []scored) *scored {
	for j := range s {
		y := &s[j]
		if overlap(x.raw.Cue, y.raw.Cue) && common(x.source, y.source) > 0 && common(x.content, y.content) > 0 {
			return y
		}
	}
	return nil
}

// overlap reports whether two lists of spans share a code point.
func overlap(a, b []Offset) bool {
	for _, x := range a {
		for _, y := range b {
			if x.From < y.To && y.From < x.To {
				return true
			}
		}
	}
	return false
}

func scoreSpeaker(x *scored, j int, s []scored, sp *SpeakerScore, fold cases.Caser) {
	gold := x.raw.Speaker
	if gold == nil {
		return
	}
	sp.Gold++
	if gold.Pronominal {
		sp.PronGold++
		if j >= 0 {
			sp.PronMatched++
		}
	}
	if j < 0 {
		if y := sameCue(x, s); y != nil {
			sp.OtherExtent++
			if found := y.raw.Speaker; found != nil && found.is(gold, fold) {
				sp.OtherExtentRight++
			}
		}
		return
	}
	sp.Matched++
	found := s[j].raw.Speaker
	if found == nil || found.Canonical == "" {
		return
	}
	sp.Given++
	right := found.is(gold, fold)
	if right {
		sp.Right++
	}
	if gold.Pronominal {
		sp.PronGiven++
		if right {
			sp.PronRight++
		}
	}
}
