package parse

import (
	"strings"
	"testing"
)

// TestParseNews checks the relations on which events and statements rest.
// Each expectation is "dependent relation head", or "words = kind" for a name.
func TestParseNews(t *testing.T) {
	p := newParser(t)
	for _, c := range []struct{ text, want string }{
		{"Norway expelled ten diplomats in April.", "Norway nsubj expelled; diplomats obj expelled; April obl expelled; Norway = place"},
		{"Ten diplomats were expelled by Norway.", "diplomats nsubj:pass expelled; were aux:pass expelled; Norway obl:agent expelled"},
		{"“We will not leave,” President Anna Kowalski told reporters on Monday.", "leave ccomp told; Anna Kowalski = person; reporters iobj told; We nsubj leave"},
		{"The minister accused Iran of supporting the rebels.", "minister nsubj accused; Iran obj accused; supporting advcl accused; rebels obj supporting"},
		{"France and Germany agreed to begin talks with Turkey.", "Germany conj France; France nsubj agreed; begin xcomp agreed; talks obj begin; Turkey nmod talks"},
		{"The army did not attack the town, a spokesman said.", "not advmod attack; attack ccomp said; spokesman nsubj said"},
		{"The soldiers who shot the protesters were arrested.", "shot acl:relcl soldiers; soldiers nsubj:pass arrested; who nsubj shot"},
		{"Russia's ambassador met the French president in Geneva.", "Russia nmod:poss ambassador; president obj met; French = group; Geneva = place"},
		{"The United Nations called for a ceasefire in Yemen.", "United Nations = organization; ceasefire obl called; Yemen = place"},
		{"The rebels carried out an attack, killing five people.", "out compound:prt carried; attack obj carried; killing advcl carried; people obj killing"},
	} {
		d := p.Parse(plainArticle(c.text))
		if len(d.Sentences) != 1 {
			t.Errorf("%s: %d sentences", c.text, len(d.Sentences))
			continue
		}
		s := &d.Sentences[0]
		facts := map[string]bool{}
		for i := range s.Tokens {
			if tok := &s.Tokens[i]; tok.Head >= 0 {
				facts[tok.Form+" "+tok.Rel+" "+s.Tokens[tok.Head].Form] = true
			}
		}
		for _, n := range s.Names {
			facts[d.Article.Words(s.SpanOf(n.First, n.Last))+" = "+n.Kind] = true
		}
		for _, want := range strings.Split(c.want, "; ") {
			if !facts[want] {
				t.Errorf("%s: no %q in %v %v", c.text, want, facts, s.Names)
			}
		}
	}
}

// TestParseRarePast checks that a rare irregular past is no present.
func TestParseRarePast(t *testing.T) {
	p := newParser(t)
	for text, want := range map[string]string{
		"The blast shook the town.":      "shook shake VBD",
		"The army overran the village.":  "overran overrun VBD",
		"They forsook their old allies.": "forsook forsake VBD",
		"They found the village empty.":  "found find VBD",
	} {
		d := p.Parse(plainArticle(text))
		got := ""
		for _, tok := range d.Sentences[0].Tokens {
			if tok.UPos == "VERB" {
				got = tok.Form + " " + tok.Lemma + " " + tok.XPos
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
