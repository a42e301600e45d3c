package statement

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/actor"
	"readout/article"
	"readout/lexicon"
	"readout/score"
)

func TestScratchSpeakers(t *testing.T) {
	if os.Getenv("SPK") == "" {
		t.Skip()
	}
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	res, err := actor.NewResolver(set, actor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f := newFinder(t, Options{})
	fn := newFinder(t, Options{Nested: true})
	if os.Getenv("SPK") == "gum" {
		gold := readGold(t, "gum-speakers.jsonl")
		docs := parsed(t, "gum-speakers.jsonl", gold)
		for _, ff := range []*Finder{f, fn} {
			var sys []score.Attributed
			for _, d := range docs {
				cast := res.Resolve(d)
				sys = append(sys, attributed(d, cast, ff.Find(d, cast)))
			}
			sc, err := score.ScoreAttributions(gold, sys)
			if err != nil {
				t.Fatal(err)
			}
			k := sc.Kinds[0]
			fmt.Printf("%-8s gold %5d sys %5d  match P %.1f R %.1f F %.1f   e2e P %.1f R %.1f F %.1f   src soft %.1f  srcOK %.1f\n", k.Kind, k.Gold, k.System,
				100*k.ContentMatch.P, 100*k.ContentMatch.R, 100*k.ContentMatch.F, 100*k.EndToEnd.P, 100*k.EndToEnd.R, 100*k.EndToEnd.F, 100*k.SourceSoft.F, 100*k.SourceGivenMatch)
			fmt.Printf("%+v\n", sc.Speakers)
			w, _ := os.Create("/tmp/statement/sys.jsonl")
			for _, d := range sys {
				json.NewEncoder(w).Encode(d)
			}
			w.Close()
		}
		return
	}
	p := newParser(t)
	in, _ := os.ReadFile(filepath.Join(dataDir(t), "gold-records", "articles.jsonl"))
	for _, line := range strings.Split(strings.TrimSpace(string(in)), "\n") {
		var a struct{ ID, Title, Published, Text string }
		json.Unmarshal([]byte(line), &a)
		var g struct {
			Statements []struct {
				ID, Kind, Importance string
				Speaker              struct{ Name string }
				Content              []struct{ Text string }
			}
		}
		b, _ := os.ReadFile(filepath.Join(dataDir(t), "gold-records", a.ID+".json"))
		json.Unmarshal(b, &g)
		art := textArticle(a.Text)
		art.ID, art.Title, art.Published = a.ID, a.Title, a.Published
		if len(art.Blocks) > 0 && strings.HasPrefix(a.Title, art.Words(art.Blocks[0].Span)) {
			art.Blocks[0].Kind = article.Title
		}
		d := p.Parse(art)
		cast := res.Resolve(d)
		st := f.Find(d, cast)
		fmt.Println("==", a.ID)
		for _, x := range g.Statements {
			best, bo := -1, 0
			for k := range st {
				o := 0
				for _, c := range st[k].Content {
					w := art.Words(c)
					for _, gc := range x.Content {
						i := strings.Index(a.Text, gc.Text)
						if i >= 0 {
							lo, hi := max(i, c.Start), min(i+len(gc.Text), c.End)
							o += max(0, hi-lo)
						}
					}
					_ = w
				}
				if o > bo {
					best, bo = k, o
				}
			}
			if best < 0 {
				fmt.Printf("  MISS %s %s %s spk=%s %q\n", x.ID, x.Importance, x.Kind, x.Speaker.Name, x.Content[0].Text)
				continue
			}
			n := "-"
			if e := st[best].Speaker; e >= 0 {
				n = cast.Entities[e].Name
			}
			ok := "ok"
			if n != x.Speaker.Name {
				ok = "DIFF"
			}
			var cs []string
			for _, c := range st[best].Content {
				cs = append(cs, art.Words(c))
			}
			fmt.Printf("  %s %s %s %s gold=%s sys=%s src=%q [%s] %q\n", ok, x.ID, x.Importance, x.Kind, x.Speaker.Name, n, art.Words(st[best].Source), st[best].Kind, strings.Join(cs, " ... "))
		}
	}
}
