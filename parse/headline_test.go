package parse

import (
	"strings"
	"testing"

	"readout/article"
)

// Headlines by their verb, or "" for those that have none.
var headlines = []struct{ text, verb string }{
	{"Thousands march in Tbilisi against foreign agents law", "march"},
	{"Nigerian troops free 30 hostages", "free"},
	{"EU lawmakers back sanctions against Georgian officials", "back"},
	{"Armenia and Azerbaijan trade blame over border clash", "trade"},
	{"Kenya, Uganda sign pipeline deal", "sign"},
	{"Sudan army retakes presidential palace", "retakes"},
	{"Taliban frees two after Qatar talks", "frees"},
	{"Blinken heads to Middle East for talks on Gaza", "heads"},
	{"Biden weighs strikes on Iran", "weighs"},
	{"Police probe attack on MP", "probe"},
	{"Rebels shell market in Goma", "shell"},
	{"Gunmen ambush army convoy in Mali", "ambush"},
	{"Hungary blocks EU aid to Ukraine", "blocks"},
	{"Drone strikes on Kyiv", ""},
	{"Talks between Russia and US", ""},
	{"Rebel attacks in eastern Congo", ""},
	{"Trade talks with China", ""},
	{"US sanctions on Iran", ""},
	{"Russian attacks on Ukraine", ""},
	{"Chinese ships near Taiwan", ""},
	{"Prisoner swap between Israel and Hamas", ""},
	{"Statement by the White House Press Secretary on Cases of Ebola", ""},
}

func TestHeadlines(t *testing.T) {
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range headlines {
		d := p.Parse(&article.Article{Text: c.text, Blocks: []article.Block{{Kind: article.Title, Span: article.Span{End: len(c.text)}}}})
		var verbs []string
		for i := range d.Sentences {
			for _, k := range d.Sentences[i].Tokens {
				if k.XPos == "VBZ" || k.XPos == "VBP" || k.XPos == "VBD" {
					if k.Head < 0 {
						verbs = append(verbs, k.Form)
					} else {
						verbs = append(verbs, k.Form+" below the root")
					}
				}
			}
		}
		if got := strings.Join(verbs, ", "); got != c.verb {
			t.Errorf("%s: verb %q, want %q", c.text, got, c.verb)
		}
	}
}

func TestPasts(t *testing.T) {
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for present, want := range map[string]string{"strikes": "struck", "meet": "met", "hold": "held", "heads": "headed", "is": "", "has": "", "condemns": "condemned", "hits": ""} {
		if got := p.verbs[present]; got != want {
			t.Errorf("past of %s: %q, want %q", present, got, want)
		}
	}
}
