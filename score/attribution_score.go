package score

import (
	"fmt"
	"io"
	"math"
	"sort"
	"strings"

	"golang.org/x/text/cases"
)

// attributionKinds are the rows of an attribution score, in order.
var attributionKinds = [...]string{"all", "direct", "mixed", "indirect"}

// A PRF is precision, recall and their harmonic mean, each 0–1.
type PRF struct{ P, R, F float64 }

func newPRF(tpP, nP, tpR, nR float64) PRF {
	var m PRF
	if nP > 0 {
		m.P = tpP / nP
	}
	if nR > 0 {
		m.R = tpR / nR
	}
	if m.P+m.R > 0 {
		m.F = 2 * m.P * m.R / (m.P + m.R)
	}
	return m
}

// An AttributionKind is the score of one kind of attribution. For a kind,
// precision is over the system's items of that kind against all gold items,
// recall over the gold items of that kind against all system items.
type AttributionKind struct {
	Kind         string // all, direct, mixed or indirect
	Gold, System int
	// ContentExact and SourceExact: the same word tokens. ContentExactChar:
	// the same characters, blanks aside.
	ContentExact, ContentExactChar, SourceExact PRF
	// ContentSoft and SourceSoft: overlap as Johansson and Moschitti (2010)
	// measure it.
	ContentSoft, SourceSoft PRF
	// ContentMatch: contents paired one to one, Jaccard over 0.5.
	ContentMatch PRF
	// EndToEnd: a pair whose sources agree too, both empty or Jaccard over
	// 0.5; EndToEndHead asks only for one telling word in common.
	EndToEnd, EndToEndHead PRF
	// SourceGivenMatch and HeadGivenMatch: of the pairs with a gold source,
	// the share that agrees in either sense.
	SourceGivenMatch, HeadGivenMatch float64
}

// A SpeakerScore counts gold attributions that name a canonical speaker.
type SpeakerScore struct {
	Gold, Matched, Given, Right      int
	PronGold, PronMatched, PronGiven int
	PronRight                        int
	// OtherExtent counts those not matched whose cue and source one of the
	// system's shares, only that its content begins or ends elsewhere, and
	// OtherExtentRight whose speaker is right there. Neither is in the figures
	// below.
	OtherExtent, OtherExtentRight         int
	AccuracyGivenMatch, Precision, Recall float64
}

// An AttributionScore is what ScoreAttributions measures.
type AttributionScore struct {
	Kinds    []AttributionKind // all, direct, mixed, indirect
	Speakers SpeakerScore
}

type attributionCount struct {
	gold, system, ng, ns                float64
	ceP, ceR, xeP, xeR, sP, sR          float64
	seP, seR, ssP, ssR                  float64
	mP, mR, eP, eR, hP, hR, wsn, ws, wh float64
}

// ScoreAttributions compares found attributions with gold ones, document by
// document, paired by id; a document the system lacks counts as empty. It
// gives the figures of the project's neutral attribution scorer. The error
// names a document whose texts differ or whose spans lie outside the text.
func ScoreAttributions(gold, system []Attributed) (*AttributionScore, error) {
	byID := map[string]*Attributed{}
	for i := range system {
		byID[system[i].ID] = &system[i]
	}
	var counts [len(attributionKinds)]attributionCount
	sc := &AttributionScore{}
	fold := cases.Fold()
	for i := range gold {
		g := &gold[i]
		s := byID[g.ID]
		if s == nil {
			s = &Attributed{ID: g.ID}
		}
		if s.Text != "" && s.Text != g.Text {
			return nil, fmt.Errorf("document %q: the system's text differs from the gold text", g.ID)
		}
		for _, d := range []*Attributed{g, {ID: s.ID, Text: g.Text, Attributions: s.Attributions}} {
			if err := d.check(); err != nil {
				return nil, err
			}
		}
		scoreDocument(g, s, &counts, &sc.Speakers, fold)
	}
	for k, name := range attributionKinds {
		c := &counts[k]
		a := AttributionKind{
			Kind: name, Gold: int(c.gold), System: int(c.system),
			ContentExact:     newPRF(c.ceP, c.system, c.ceR, c.gold),
			ContentExactChar: newPRF(c.xeP, c.system, c.xeR, c.gold),
			ContentSoft:      newPRF(c.sP, c.system, c.sR, c.gold),
			SourceExact:      newPRF(c.seP, c.ns, c.seR, c.ng),
			SourceSoft:       newPRF(c.ssP, c.ns, c.ssR, c.ng),
			ContentMatch:     newPRF(c.mP, c.system, c.mR, c.gold),
			EndToEnd:         newPRF(c.eP, c.system, c.eR, c.gold),
			EndToEndHead:     newPRF(c.hP, c.system, c.hR, c.gold),
		}
		if c.wsn > 0 {
			a.SourceGivenMatch, a.HeadGivenMatch = c.ws/c.wsn, c.wh/c.wsn
		}
		sc.Kinds = append(sc.Kinds, a)
	}
	share := func(a, b int) float64 { return float64(a) / math.Max(1, float64(b)) }
	p := &sc.Speakers
	p.AccuracyGivenMatch, p.Precision, p.Recall = share(p.Right, p.Matched), share(p.Right, p.Given), share(p.Right, p.Gold)
	return sc, nil
}

// scored is one attribution as token sets. Sets are sorted lists.
type scored struct {
	content, source []int // words of the text, by number
	chars           []int // content's characters, blanks aside
	kind            string
	raw             *Attribution
}

func scoreItems(list []Attribution, text []rune, ws, quotes []stretch) []scored {
	var out []scored
	for i := range list {
		a := &list[i]
		it := scored{content: wordSet(a.Content, ws), source: wordSet(a.Source, ws), raw: a}
		if len(it.content) == 0 {
			continue
		}
		for _, o := range a.Content {
			for j := o.From; j < min(o.To, len(text)); j++ {
				if !isBlank(text[j]) {
					it.chars = append(it.chars, j)
				}
			}
		}
		it.chars = unique(it.chars)
		anchor := a.Cue
		if len(anchor) == 0 {
			anchor = a.Source
		}
		it.kind = kindOf(text, a.Content, anchor, quotes)
		out = append(out, it)
	}
	return out
}

func unique(s []int) []int {
	sort.Ints(s)
	n := 0
	for i, v := range s {
		if i == 0 || v != s[n-1] {
			s[n] = v
			n++
		}
	}
	return s[:n]
}

func wordSet(spans []Offset, ws []stretch) []int {
	var out []int
	for _, o := range spans {
		i := sort.Search(len(ws), func(k int) bool { return ws[k].to > o.From })
		for ; i < len(ws) && ws[i].from < o.To; i++ {
			out = append(out, i)
		}
	}
	return unique(out)
}

// common counts the members that two sorted sets share.
func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

func jaccard(a, b []int) float64 {
	c := common(a, b)
	if u := len(a) + len(b) - c; u > 0 {
		return float64(c) / float64(u)
	}
	return 0
}

// softSum is the sum over x of min(1, the share of x that the ys cover), a
// word covered twice counting twice.
func softSum(xs, ys [][]int) float64 {
	owners := map[int]int{}
	for _, y := range ys {
		for _, w := range y {
			owners[w]++
		}
	}
	t := 0.0
	for _, x := range xs {
		if len(x) == 0 {
			continue
		}
		n := 0
		for _, w := range x {
			n += owners[w]
		}
		t += math.Min(1, float64(n)/float64(len(x)))
	}
	return t
}

func setKey(s []int) string { return fmt.Sprint(s) }

// exactSum counts the xs that have an equal among the ys, each used once.
func exactSum(xs, ys [][]int) float64 {
	have := map[string]int{}
	for _, y := range ys {
		have[setKey(y)]++
	}
	n := 0.0
	for _, x := range xs {
		if k := setKey(x); len(x) > 0 && have[k] > 0 {
			have[k]--
			n++
		}
	}
	return n
}

func pick(items []scored, kind string, get func(*scored) []int) [][]int {
	var out [][]int
	for i := range items {
		if kind == "all" || items[i].kind == kind {
			out = append(out, get(&items[i]))
		}
	}
	return out
}

func distinct(sets [][]int) [][]int {
	seen := map[string]bool{}
	var out [][]int
	for _, s := range sets {
		if k := setKey(s); len(s) > 0 && !seen[k] {
			seen[k] = true
			out = append(out, s)
		}
	}
	return out
}

func (c *attributionCount) add(kind string, g, s []scored) {
	content := func(x *scored) []int { return x.content }
	chars := func(x *scored) []int { return x.chars }
	source := func(x *scored) []int { return x.source }
	gc, sc := pick(g, kind, content), pick(s, kind, content)
	c.gold += float64(len(gc))
	c.system += float64(len(sc))
	c.ceP += exactSum(sc, pick(g, "all", content))
	c.ceR += exactSum(gc, pick(s, "all", content))
	c.xeP += exactSum(pick(s, kind, chars), pick(g, "all", chars))
	c.xeR += exactSum(pick(g, kind, chars), pick(s, "all", chars))
	c.sP += softSum(sc, pick(g, "all", content))
	c.sR += softSum(gc, pick(s, "all", content))
	gs, ss := distinct(pick(g, kind, source)), distinct(pick(s, kind, source))
	ga, sa := distinct(pick(g, "all", source)), distinct(pick(s, "all", source))
	c.ng += float64(len(gs))
	c.ns += float64(len(ss))
	c.seP += exactSum(ss, ga)
	c.seR += exactSum(gs, sa)
	c.ssP += softSum(ss, ga)
	c.ssR += softSum(gs, sa)
}

// Print writes the score as a table, with the speakers' line when asked.
func (a *AttributionScore) Print(w io.Writer, speakers bool) error {
	var b strings.Builder
	for _, k := range a.Kinds {
		fmt.Fprintf(&b, "%-8s gold %d  system %d\n", k.Kind, k.Gold, k.System)
		for _, row := range []struct {
			name string
			PRF
		}{
			{"content_exact", k.ContentExact}, {"content_exact_char", k.ContentExactChar}, {"content_soft", k.ContentSoft},
			{"source_exact", k.SourceExact}, {"source_soft", k.SourceSoft}, {"content_match>0.5", k.ContentMatch},
			{"e2e>0.5", k.EndToEnd}, {"e2e_head", k.EndToEndHead},
		} {
			fmt.Fprintf(&b, "  %-20s P %5.1f  R %5.1f  F1 %5.1f\n", row.name, 100*row.P, 100*row.R, 100*row.F)
		}
		fmt.Fprintf(&b, "  source right given a content match: %.1f (Jaccard>0.5)  %.1f (shares a head-like word)\n",
			100*k.SourceGivenMatch, 100*k.HeadGivenMatch)
	}
	if p := a.Speakers; speakers {
		fmt.Fprintf(&b, "speakers: gold %d, content-matched %d, named by system %d, right %d: acc-given-match %.1f  precision %.1f  recall %.1f\n",
			p.Gold, p.Matched, p.Given, p.Right, 100*p.AccuracyGivenMatch, 100*p.Precision, 100*p.Recall)
		fmt.Fprintf(&b, "  of which pronominal: gold %d, matched %d, right %d (%.1f given match)\n",
			p.PronGold, p.PronMatched, p.PronRight, 100*float64(p.PronRight)/math.Max(1, float64(p.PronMatched)))
		fmt.Fprintf(&b, "  not matched, but of the same cue and source with a content of other extent: %d, right %d\n", p.OtherExtent, p.OtherExtentRight)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
