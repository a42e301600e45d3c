package parse

import (
	"strings"
	"testing"

	"readout/article"
)

// Relations of words that the network would misread, as "word relation head".
func TestFamiliar(t *testing.T) {
	p := newParser(t)
	for _, c := range []struct{ text, want string }{
		{"Mali accused neighbouring Niger of arming rebels.", "Niger obj accused"},
		{"Mali accused neighbouring Niger of arming rebels.", "neighbouring amod Niger"},
		{"Rebels attacked neighboring Chad.", "Chad obj attacked"},
		{"Neighbouring Burundi condemned the coup.", "Burundi nsubj condemned"},
		{"Lebanon and the other countries neighbouring Syria asked for aid.", "Syria obj neighbouring"},
	} {
		d := p.Parse(&article.Article{Text: c.text, Blocks: []article.Block{{Kind: article.Paragraph, Span: article.Span{End: len(c.text)}}}})
		var got []string
		for _, k := range d.Sentences[0].Tokens {
			if k.Head >= 0 {
				got = append(got, k.Form+" "+k.Rel+" "+d.Sentences[0].Tokens[k.Head].Form)
			}
		}
		if s := strings.Join(got, "; "); !strings.Contains(s, c.want) {
			t.Errorf("%s\nhas no %q: %s", c.text, c.want, s)
		}
	}
}
