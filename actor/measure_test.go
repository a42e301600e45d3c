package actor_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/actor"
	"readout/parse"
	"readout/score"
	"readout/syntax"
)

// data returns the path of a shared data file, or skips the test.
func data(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("READOUT_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "data")
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no data: %v; set READOUT_DATA to the data folder", err)
	}
	return path
}

// A phraseCase is a line of actor-resolution.dev.jsonl.
type phraseCase struct {
	Text           string   `json:"text"`
	Context        string   `json:"context"`
	Date           string   `json:"query_date"`
	Known          string   `json:"known_country"`
	Country        *string  `json:"country"`
	CountryAny     []string `json:"country_any"`
	CountryChecked bool     `json:"country_checked"`
	Sector         *string  `json:"sector"`
	SectorAny      []string `json:"sector_any"`
	SectorChecked  bool     `json:"sector_checked"`
}

// TestPhrases measures the resolution of bare phrases.
func TestPhrases(t *testing.T) {
	f, err := os.Open(data(t, "actors/actor-resolution.dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := newResolver(t)
	var countries, sectors [2]int // right, all
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		var c phraseCase
		if err := json.Unmarshal(sc.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		a := r.Ask(actor.Query{Text: c.Text, Date: c.Date, Context: c.Context, Country: c.Known})
		country, sector := strings.Replace(a.Country, "KOS", "XKX", 1), ""
		if len(a.Sectors) > 0 {
			sector = a.Sectors[0]
		}
		count(&countries, c.CountryChecked, c.Country, c.CountryAny, country)
		count(&sectors, c.SectorChecked, c.Sector, c.SectorAny, sector)
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	t.Logf("country %d of %d, sector %d of %d", countries[0], countries[1], sectors[0], sectors[1])
	if 100*countries[0] < 96*countries[1] || 100*sectors[0] < 91*sectors[1] {
		t.Error("worse than it was")
	}
}

func count(n *[2]int, checked bool, want *string, among []string, got string) {
	if !checked || want == nil && len(among) == 0 {
		return
	}
	n[1]++
	if want != nil && *want == got || slices.Contains(among, got) {
		n[0]++
	}
}

// A corefDocument is a line of gum-coref.jsonl.gz.
type corefDocument struct {
	Doc, Genre, Split, Title, DateCreated string
	Tokens                                []string
	Mentions                              []struct {
		ID, Type         string
		Start, End, Head int
	}
}

func corefDocuments(t *testing.T) map[string]*corefDocument {
	f, err := os.Open(data(t, "names/gum-coref.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*corefDocument{}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		d := &corefDocument{}
		if err := json.Unmarshal(sc.Bytes(), d); err != nil {
			t.Fatal(err)
		}
		if d.Split == "dev" && (d.Genre == "news" || d.Genre == "interview" || d.Genre == "bio") {
			out[d.Doc] = d
		}
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestCoref measures coreference of persons, organisations and places on gold
// tokens: with the treebank's trees, and with those of the parser.
func TestCoref(t *testing.T) {
	gold := corefDocuments(t)
	bank := data(t, "treebank/gum-ncfree-dev.conllu")
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := newResolver(t)
	for _, parsed := range []bool{false, true} {
		heads := &score.Coref{Options: score.CorefOptions{ByHead: true}}
		exact := &score.Coref{}
		for id, d := range readTrees(t, bank) {
			g := gold[id]
			if g == nil {
				continue
			}
			d.Article.Published, d.Article.Title = g.DateCreated, g.Title
			trees := make([]syntax.Sentence, len(d.Sentences))
			for i := range d.Sentences {
				trees[i].Tokens = slices.Clone(d.Sentences[i].Tokens)
			}
			if parsed {
				p.Annotate(d.Sentences)
			}
			want, got := goldChains(g), castChains(trees, r.Resolve(d))
			heads.Add(want, got)
			exact.Add(want, got)
		}
		_, _, muc := heads.MUC()
		_, _, b3 := heads.BCubed()
		_, _, ceaf := heads.CEAF()
		t.Logf("trees of the parser: %v; CoNLL F1 by heads %.1f (MUC %.1f, B³ %.1f, CEAF %.1f), by spans %.1f",
			parsed, 100*heads.CoNLL(), 100*muc, 100*b3, 100*ceaf, 100*exact.CoNLL())
		if heads.CoNLL() < 0.64 {
			t.Error("worse than it was")
		}
	}
}

// goldChains returns the chains that are mostly of persons, organisations or
// places.
func goldChains(d *corefDocument) []score.Chain {
	chains := map[string]score.Chain{}
	types := map[string]map[string]int{}
	var ids []string
	for _, m := range d.Mentions {
		if types[m.ID] == nil {
			types[m.ID] = map[string]int{}
			ids = append(ids, m.ID)
		}
		types[m.ID][m.Type]++
		chains[m.ID] = append(chains[m.ID], score.CorefMention{Start: m.Start, End: m.End, Head: m.Head})
	}
	var out []score.Chain
	for _, id := range ids {
		n := types[id]
		ours := max(n["person"], n["organization"], n["place"])
		rest := 0
		for k, v := range n {
			if k != "person" && k != "organization" && k != "place" {
				rest = max(rest, v)
			}
		}
		if ours > 0 && ours >= rest {
			out = append(out, chains[id])
		}
	}
	return out
}

// castChains returns a cast's chains. Mentions of several entities at once are
// chained by the set of them, as the gold standard has it, and adjectives
// ("Russian troops") are left out, which it does not mark. Heads are those of
// the treebank's trees.
func castChains(trees []syntax.Sentence, c *actor.Cast) []score.Chain {
	type place struct{ sentence, first, last int }
	of := map[place][]int{}
	heads := map[place]int{}
	var order []place
	for _, e := range c.Entities {
		for _, m := range e.Mentions {
			if m.As == actor.AsDemonym && m.Last == m.First+1 && trees[m.Sentence].Tokens[m.First].UPos == "ADJ" {
				continue
			}
			k := place{m.Sentence, m.First, m.Last}
			if of[k] == nil {
				order = append(order, k)
			}
			of[k] = append(of[k], m.Entity)
			heads[k] = headOf(trees[m.Sentence].Tokens, m.First, m.Last)
		}
	}
	base := make([]int, len(trees)+1)
	for i := range trees {
		base[i+1] = base[i] + len(trees[i].Tokens)
	}
	chains := map[string]score.Chain{}
	var keys []string
	for _, k := range order {
		key := fmt.Sprint(of[k])
		if chains[key] == nil {
			keys = append(keys, key)
		}
		b := base[k.sentence]
		chains[key] = append(chains[key], score.CorefMention{Start: b + k.first, End: b + k.last, Head: b + heads[k]})
	}
	var out []score.Chain
	for _, key := range keys {
		out = append(out, chains[key])
	}
	return out
}

// headOf returns the token of [first, last) whose head lies outside, a nominal
// before any other.
func headOf(tokens []syntax.Token, first, last int) int {
	nominal := func(i int) bool {
		u := tokens[i].UPos
		return u == "NOUN" || u == "PROPN" || u == "PRON"
	}
	best := -1
	for i := first; i < last; i++ {
		if h := tokens[i].Head; h >= first && h < last || tokens[i].UPos == "PUNCT" {
			continue
		}
		if best < 0 || !nominal(best) && nominal(i) {
			best = i
		}
	}
	if best < 0 {
		return last - 1
	}
	return best
}
