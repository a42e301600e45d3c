package score

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// RecordCounts are what the comparison of records with gold counts. Add them
// up over documents; Figures divides.
type RecordCounts struct {
	Core, All, Found    int    // events: gold core, gold all, found
	Hits, CoreHits      [4]int // by level: matched, and matched with core
	Pairs               int    // matched pairs whose attributes are compared
	Mode, Root, Aux     int
	According, Dated    int
	Contexts            int // of pairs: contexts that both have
	GoldContexts        int // … that gold has
	FoundContexts       int // … that were found
	Dates               int // pairs whose gold has a date
	CoreSaid, AllSaid   int // statements: gold core, gold all
	FoundSaid           int
	SoftP, SoftR        float64
	SaidPairs           int
	Speaker, Kind       int
	Direct, DirectRight int // of pairs: gold is a direct quotation; and has the right speaker
	Links, FoundLinks   int
	LinkHits, LinkLoose int
}

// A RecordScore is one document's, or the total's, counts.
type RecordScore struct {
	ID string
	RecordCounts
	Missing     bool     // there is no record of it
	Differences []string // what was missed, is too much, or differs, for a person
}

// Records scores records against gold, joined by article id; gold without a
// record counts as one in which nothing was found. The last score is the
// total.
//
// Events are matched one to one at three levels: type; type and both sets of
// countries; the same and the date where gold has one. What was found is
// precise if it matches core or extra; recall is of core. Mode, aux, CAMEO
// root, according_to and date are compared over the pairs of the first level
// that share words of a trigger or agree in countries. Statements count by the
// shares of their words. These are the rules of the neutral scorer of the
// gold records; it does not count contexts, which are counted one by one over
// the same pairs, nor the speakers of direct quotations apart.
func Records(gold []GoldRecord, found []*FoundRecord) []RecordScore {
	by := map[string]*FoundRecord{}
	for _, r := range found {
		if by[r.Article.ID] == nil {
			by[r.Article.ID] = r
		}
	}
	var out []RecordScore
	total := RecordScore{ID: "TOTAL"}
	for i := range gold {
		s := oneRecord(&gold[i], by[gold[i].ID])
		total.add(&s.RecordCounts)
		out = append(out, s)
	}
	return append(out, total)
}

func (c *RecordCounts) add(x *RecordCounts) {
	for l := range c.Hits {
		c.Hits[l] += x.Hits[l]
		c.CoreHits[l] += x.CoreHits[l]
	}
	c.SoftP, c.SoftR = c.SoftP+x.SoftP, c.SoftR+x.SoftR
	for _, p := range [...]struct {
		to   *int
		from int
	}{{&c.Core, x.Core}, {&c.All, x.All}, {&c.Found, x.Found}, {&c.Pairs, x.Pairs}, {&c.Mode, x.Mode}, {&c.Root, x.Root}, {&c.Aux, x.Aux},
		{&c.According, x.According}, {&c.Contexts, x.Contexts}, {&c.GoldContexts, x.GoldContexts}, {&c.FoundContexts, x.FoundContexts}, {&c.Dated, x.Dated}, {&c.Dates, x.Dates}, {&c.CoreSaid, x.CoreSaid}, {&c.AllSaid, x.AllSaid},
		{&c.FoundSaid, x.FoundSaid}, {&c.SaidPairs, x.SaidPairs}, {&c.Speaker, x.Speaker}, {&c.Direct, x.Direct}, {&c.DirectRight, x.DirectRight}, {&c.Kind, x.Kind}, {&c.Links, x.Links},
		{&c.FoundLinks, x.FoundLinks}, {&c.LinkHits, x.LinkHits}, {&c.LinkLoose, x.LinkLoose}} {
		*p.to += p.from
	}
}

// locators return the words of spans of the gold text and of the record's. Of
// a record whose text differs (a title put in front, blocks dropped) words are
// carried over by aligning the two.
func locators(gold string, r *FoundRecord) (ofGold, ofRecord func(...Offset) []int) {
	text := []rune(gold)
	ws := wordRuns(text)
	ofGold = func(spans ...Offset) []int { return wordSet(spans, ws) }
	if r == nil || r.Article.Text == gold {
		return ofGold, ofGold
	}
	own := []rune(r.Article.Text)
	os := wordRuns(own)
	cut := func(t []rune, ws []stretch) []string {
		out := make([]string, len(ws))
		for i, w := range ws {
			out[i] = string(t[w.from:w.to])
		}
		return out
	}
	to := map[int]int{}
	matchingBlocks(cut(own, os), cut(text, ws), func(i, j, n int) {
		for k := range n {
			to[i+k] = j + k
		}
	})
	return ofGold, func(spans ...Offset) []int {
		var out []int
		for _, w := range wordSet(spans, os) {
			if g, ok := to[w]; ok {
				out = append(out, g)
			}
		}
		return unique(out)
	}
}

// wordRuns are the runs of word characters.
func wordRuns(text []rune) []stretch {
	var out []stretch
	for i := 0; i < len(text); i++ {
		if !isWord(text[i]) {
			continue
		}
		from := i
		for i < len(text) && isWord(text[i]) {
			i++
		}
		out = append(out, stretch{from, i})
	}
	return out
}

func oneRecord(gold *GoldRecord, r *FoundRecord) RecordScore {
	n := RecordScore{ID: gold.ID, Missing: r == nil}
	atGold, atRecord := locators(gold.Text, r)
	G := gold.side(atGold)
	var S side
	if r != nil {
		S = found(r, atRecord)
	}
	k := known{}
	for _, e := range gold.Entities {
		k[e.Name] = knownName{e.Aliases, e.Kind == "person"}
	}
	n.All, n.Found = len(G.events), len(S.events)
	for i := range G.events {
		n.Core += count(G.events[i].core)
	}
	var first, second []duo
	for level := byType; level <= byDate; level++ {
		m := matchEvents(G.events, S.events, level, k)
		n.Hits[level] = len(m)
		for _, d := range m {
			n.CoreHits[level] += count(G.events[d.gold].core)
		}
		switch level {
		case byType:
			first = m
		case byCountries:
			second = m
		}
	}
	for _, d := range first {
		g, s := &G.events[d.gold], &S.events[d.found]
		if common(g.either, s.trigger) == 0 && !g.fits(s, byCountries) {
			continue
		}
		n.Pairs++
		n.compare(g, s, k)
	}
	said := matchStatements(G.statements, S.statements, k)
	n.AllSaid, n.FoundSaid = len(G.statements), len(S.statements)
	for i := range G.statements {
		n.CoreSaid += count(G.statements[i].core)
	}
	for _, d := range said {
		g, s := &G.statements[d.gold], &S.statements[d.found]
		o := float64(common(g.content, s.content))
		if g.core {
			n.SoftR += o / float64(len(g.content))
		}
		n.SoftP += o / float64(len(s.content))
		if 2*o >= .25*float64(len(g.content)+len(s.content)) {
			n.SaidPairs++
			right := k.anySame(g.speakers, s.speakers)
			n.Speaker += count(right)
			n.Kind += count(g.kind == s.kind)
			if g.kind == "direct" {
				n.Direct++
				n.DirectRight += count(right)
			}
			if !right {
				n.note("differs  %s %s in speaker: gold %v / found %v “%s”", g.id, g.kind, g.speakers, s.speakers, g.shown)
			}
		}
	}
	n.join(G, S, first, said)
	n.list(G, S, second)
	return n
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compare counts the attributes in which a pair agrees and notes the others.
func (n *RecordScore) compare(g, s *told, k known) {
	var bad []string
	for _, a := range [...]struct {
		name string
		same bool
		to   *int
	}{
		{"mode", slices.Equal(g.mode, s.mode), &n.Mode}, {"root", root(g.cameo) == root(s.cameo), &n.Root},
		{"aux", slices.Equal(g.aux, s.aux), &n.Aux}, {"according_to", g.sameVoice(s, k), &n.According},
	} {
		*a.to += count(a.same)
		if !a.same {
			bad = append(bad, a.name)
		}
	}
	for _, c := range g.contexts {
		n.Contexts += count(slices.Contains(s.contexts, c))
	}
	n.GoldContexts, n.FoundContexts = n.GoldContexts+len(g.contexts), n.FoundContexts+len(s.contexts)
	if g.date != "" {
		n.Dates++
		n.Dated += count(g.sameDate(s))
		if !g.sameDate(s) {
			bad = append(bad, "date")
		}
	}
	if len(bad) > 0 {
		n.note("differs  %s %s in %s: gold %v %s %v %v %s / found %v %s %v %v %s", g.id, g.typ, strings.Join(bad, ", "),
			g.mode, g.cameo, g.aux, g.accordingTo, g.date, s.mode, s.cameo, s.aux, s.accordingTo, s.date)
	}
}

func (n *RecordScore) note(format string, args ...any) {
	n.Differences = append(n.Differences, fmt.Sprintf(format, args...))
}

// list notes what was missed and what is too much by type and countries.
func (n *RecordScore) list(G, S side, matched []duo) {
	for i := range G.events {
		if e := &G.events[i]; e.core && !slices.ContainsFunc(matched, func(d duo) bool { return d.gold == i }) {
			n.note("missed   %s %s %v → %v “%s”", e.id, e.typ, e.actors, e.recipients, e.shown)
		}
	}
	for j := range S.events {
		if e := &S.events[j]; !slices.ContainsFunc(matched, func(d duo) bool { return d.found == j }) {
			n.note("extra    %s %s %v → %v “%s”", e.id, e.typ, e.actors, e.recipients, e.shown)
		}
	}
}

// join counts the gold links whose ends were found and joined.
func (n *RecordScore) join(G, S side, events, statements []duo) {
	to := map[string]string{}
	for _, d := range events {
		to[G.events[d.gold].id] = S.events[d.found].id
	}
	for _, d := range statements {
		to[G.statements[d.gold].id] = S.statements[d.found].id
	}
	n.Links, n.FoundLinks = len(G.links), len(S.links)
	for _, l := range G.links {
		from, end := to[l.From], to[l.To]
		if from == "" || end == "" {
			continue
		}
		n.LinkHits += count(slices.Contains(S.links, goldLink{l.Kind, from, end}))
		n.LinkLoose += count(slices.ContainsFunc(S.links, func(x goldLink) bool {
			return x.From == from && x.To == end || x.From == end && x.To == from
		}))
	}
}

// PrintRecords writes one line a document and the total, in percent, and with
// differences what was missed, is too much, or differs.
func PrintRecords(w io.Writer, scores []RecordScore, differences bool) error {
	p := printer{w: w}
	p.f("%-20s %5s %5s | %-14s | %-14s | %-14s | %-29s | %-29s | %s\n", "", "gold", "found", "type", "+countries", "+date",
		"mode root  aux  acc date  ctx", "statements", "links")
	p.f("%-20s %5s %5s | %4s %4s %4s | %4s %4s %4s | %4s %4s %4s | %29s | %4s %4s %4s %4s %4s %4s | %4s %4s\n", "document", "c+x", "",
		"P", "R", "F1", "P", "R", "F1", "P", "R", "F1", "", "P", "R", "F1", "spk", "dir", "kind", "all", "any")
	for i := range scores {
		s := &scores[i]
		p.f("%-20s %5s %5d |", s.ID, fmt.Sprintf("%d+%d", s.Core, s.All-s.Core), s.Found)
		for level := byType; level <= byDate; level++ {
			pr, rc, f := s.Level(level)
			p.f(" %4.0f %4.0f %4.0f |", 100*pr, 100*rc, 100*f)
		}
		for _, x := range [...]int{s.Mode, s.Root, s.Aux, s.According} {
			p.f(" %4.0f", 100*share(x, s.Pairs))
		}
		p.f(" %4.0f %4.0f |", 100*share(s.Dated, s.Dates), 100*harmonic(share(s.Contexts, s.FoundContexts), share(s.Contexts, s.GoldContexts)))
		pr, rc, f := s.Statements()
		p.f(" %4.0f %4.0f %4.0f %4.0f %4.0f %4.0f |", 100*pr, 100*rc, 100*f, 100*share(s.Speaker, s.SaidPairs), 100*share(s.DirectRight, s.Direct), 100*share(s.Kind, s.SaidPairs))
		p.f(" %4.0f %4.0f\n", 100*share(s.LinkHits, s.Links), 100*share(s.LinkLoose, s.Links))
	}
	for i := range scores {
		if s := &scores[i]; differences && len(s.Differences) > 0 {
			p.f("\n%s\n", s.ID)
			for _, d := range s.Differences {
				p.f("  %s\n", d)
			}
		}
		if scores[i].Missing {
			p.f("no record for %s\n", scores[i].ID)
		}
	}
	return p.err
}

// Level returns precision of all that was found, recall of core and their F1
// at level 1 (type), 2 (countries) or 3 (date).
func (c *RecordCounts) Level(level int) (p, r, f float64) {
	p, r = share(c.Hits[level], c.Found), share(c.CoreHits[level], c.Core)
	return p, r, harmonic(p, r)
}

// Statements returns soft precision and recall of statements and their F1.
func (c *RecordCounts) Statements() (p, r, f float64) {
	if c.FoundSaid > 0 {
		p = c.SoftP / float64(c.FoundSaid)
	}
	if c.CoreSaid > 0 {
		r = c.SoftR / float64(c.CoreSaid)
	}
	return p, r, harmonic(p, r)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
