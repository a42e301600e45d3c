package actor_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"readout/actor"
	"readout/article"
	"readout/lexicon"
	"readout/parse"
)

// A newsItem is a line of current-events-2025.jsonl.gz: a dated sentence or
// two with links, whose bounds are code points of the text.
type newsItem struct {
	ID, Published, Text string
	Links               []struct {
		Start, End int
		Title      string
	}
}

// TestLinks measures how often the words that a news item links to a page
// about somebody whom the lexicon knows are resolved to that entity.
//
// A link is covered if its title, without a bracketed addition ("(militant
// group)"), equals in letters the name or an alias of exactly one country or
// territory, person or body of the lexicon; and, for bodies, if its words
// hold a capitalised word of one of the body's names that is no demonym, for
// links such as "[Israel Defense Forces|Israeli troops]" speak of others than
// the body they link to. It is right if a mention that overlaps the words
// belongs to an entity of that name.
func TestLinks(t *testing.T) {
	f, err := os.Open(data(t, "corpora/current-events-2025.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := newResolver(t)
	known, folk := readCovered(t)
	const every = 8 // of the items, to keep the test short
	var n [3][2]int // by sort: right, covered
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<20)
	for i := 0; sc.Scan(); i++ {
		if i%every != 0 {
			continue
		}
		var item newsItem
		if err := json.Unmarshal(sc.Bytes(), &item); err != nil {
			t.Fatal(err)
		}
		a := &article.Article{ID: item.ID, Published: item.Published, Text: item.Text,
			Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{End: len(item.Text)}}}}
		cast := r.Resolve(p.Parse(a))
		runes := []rune(item.Text)
		for _, l := range item.Links {
			at := article.Span{Start: len(string(runes[:l.Start])), End: len(string(runes[:l.End]))}
			title, _, _ := strings.Cut(l.Title, " (")
			e := known[plain(title)]
			if e == nil || e.twice || e.sort == ofBody && !e.named(item.Text[at.Start:at.End], folk) {
				continue
			}
			n[e.sort][1]++
			if names(cast, at, e.name) {
				n[e.sort][0]++
			}
		}
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for s, name := range []string{"countries", "people", "bodies"} {
		t.Logf("%s: %d of %d (%.1f %%)", name, n[s][0], n[s][1], 100*float64(n[s][0])/float64(n[s][1]))
		right, all = right+n[s][0], all+n[s][1]
	}
	t.Logf("all: %d of %d (%.1f %%)", right, all, 100*float64(right)/float64(all))
	if 100*right < 96*all {
		t.Error("worse than it was")
	}
}

// names reports whether a mention at the span belongs to an entity of the name.
func names(c *actor.Cast, at article.Span, name string) bool {
	for _, e := range c.Entities {
		if e.Name != name {
			continue
		}
		for _, m := range e.Mentions {
			if m.Span.Overlaps(at) {
				return true
			}
		}
	}
	return false
}

// Sorts of what the lexicon covers.
const (
	ofCountry = iota
	ofPerson
	ofBody
)

// A covered is somebody whom a title may name.
type covered struct {
	name  string
	sort  int
	words map[string]bool // of all names
	twice bool            // another bears one of the names
}

// named reports whether the words hold a capitalised word of one of the names.
func (c *covered) named(words string, folk map[string]bool) bool {
	for _, f := range strings.Fields(words) {
		w := plain(f)
		if c.words[w] && !folk[w] && f != strings.ToLower(f) {
			return true
		}
	}
	return false
}

// plain returns the letters and digits of a name, in lower case, as words.
func plain(s string) string {
	s = strings.ToLower(s)
	s = strings.NewReplacer("'s", "", "’s", "", ".", "", ",", "", "-", " ", "–", " ", "'", "", "’", "").Replace(s)
	return strings.TrimPrefix(strings.Join(strings.Fields(s), " "), "the ")
}

// readCovered indexes the lexicon's countries, people and bodies by name, and
// notes the words for countries and their people.
func readCovered(t *testing.T) (known map[string]*covered, folk map[string]bool) {
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*covered{}
	folk = map[string]bool{}
	byKey := map[[2]string]*covered{}
	add := func(sort int, name, country string, names []string) {
		key := [2]string{string(rune('0'+sort)) + name, country}
		c := byKey[key]
		if c == nil {
			c = &covered{name: name, sort: sort, words: map[string]bool{}}
			byKey[key] = c
		}
		for _, n := range append(names, name) {
			n = plain(n)
			for _, w := range strings.Fields(n) {
				c.words[w] = true
			}
			if o := out[n]; o != nil && o != c {
				o.twice = true
				c.twice = c.twice || o.name != c.name
				continue
			}
			out[n] = c
		}
	}
	countries, err := set.Countries()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range countries {
		add(ofCountry, c.Name, c.Code, c.Aliases)
		for _, n := range append(append(c.Demonyms, c.Aliases...), c.Name) {
			folk[plain(n)] = true
		}
	}
	offices, err := set.Offices()
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range offices {
		add(ofPerson, o.Person, "", nil)
	}
	people, err := set.People()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		var full []string
		for _, v := range p.Variants {
			if strings.Contains(v, " ") {
				full = append(full, v)
			}
		}
		add(ofPerson, p.Name, "", full)
	}
	bodies, err := set.Bodies()
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bodies {
		add(ofBody, b.Name, b.Country, b.Aliases)
	}
	return out, folk
}
