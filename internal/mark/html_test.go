package mark

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout/record"
)

func TestHTML(t *testing.T) {
	for _, c := range []struct {
		name, text string
		marks      []Mark
		want       string
	}{
		{"none, and hostile", `<b onload="x">&`, nil, `&lt;b onload=&#34;x&#34;&gt;&amp;`},
		{"inside", "Oslo met Rome.", []Mark{
			{Span: record.Span{Start: 0, End: 14}, Class: "said"},
			{Span: record.Span{Start: 0, End: 4}, Class: "actor", ID: "a", Link: "#e1", Title: "Norway"}},
			`<span class="said"><span class="actor" id="a" title="Norway"><a href="#e1">Oslo</a></span> met Rome.</span>`},
		{"crossing", "abcdef", []Mark{
			{Span: record.Span{Start: 0, End: 4}, Class: "x", ID: "x1", Link: "#x"},
			{Span: record.Span{Start: 2, End: 6}, Class: "y", ID: "y1"}},
			`<span class="x" id="x1"><a href="#x">ab</a><span class="y" id="y1"><a href="#x">cd</a></span></span><span class="y">ef</span>`},
		{"the shorter has its words, the longer the rest", "US President Biden", []Mark{
			{Span: record.Span{Start: 0, End: 18}, Class: "a", Link: "#e1"},
			{Span: record.Span{Start: 0, End: 2}, Class: "b", Link: "#e2"}},
			`<span class="a"><span class="b"><a href="#e2">US</a></span><a href="#e1"> President Biden</a></span>`},
		{"two for one word: the higher has it, the other a sign behind", "accused", []Mark{
			{Span: record.Span{Start: 0, End: 7}, Class: "cue", Link: "#st1", Title: "statement 1"},
			{Span: record.Span{Start: 0, End: 7}, Class: "event", Link: "#ev1", Label: "ACCUSE", Rank: 2}},
			`<span class="cue" title="statement 1"><span class="event" data-label="ACCUSE"><a href="#ev1">accused</a></span></span>` +
				`<a class="ref cue" href="#st1" data-label="+" aria-label="statement 1"></a>`},
		{"the same twice: one link is enough", "tsar", []Mark{
			{Span: record.Span{Start: 0, End: 4}, Class: "a", Link: "#e1"},
			{Span: record.Span{Start: 0, End: 4}, Class: "b", Link: "#e1"}},
			`<span class="a"><span class="b"><a href="#e1">tsar</a></span></span>`},
		{"behind", "yes", []Mark{{Span: record.Span{Start: 0, End: 3}, Class: "said", Link: "#st1", Label: "1", Behind: true}},
			`<span class="said">yes</span><a class="ref said" href="#st1" data-label="1" aria-label="1"></a>`},
		{"cut at the edges", "“é漢”", []Mark{{Span: record.Span{Start: -3, End: 99}, Class: "q", ID: "gone"}}, `<span class="q">“é漢”</span>`},
	} {
		n := len([]rune(c.text))
		if got := string(HTML(record.NewText(c.text), record.Span{End: n}, c.marks)); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

var tag = regexp.MustCompile(`<(/?)(a|span)((?: [a-z-]+="[^"<>]*")*)>`)

// TestHTMLProperty: whatever the marks, the words are the text's, the tags are
// balanced, no link lies in another, and each mark with a link has one.
func TestHTMLProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune(`ab é漢<>"&' `))).Draw(t, "text")
		n := len([]rune(text))
		var marks []Mark
		for i := range rapid.IntRange(0, 8).Draw(t, "marks") {
			start := rapid.IntRange(0, n).Draw(t, "start")
			m := Mark{Span: record.Span{Start: start, End: rapid.IntRange(start, n).Draw(t, "end")}, Class: "c", ID: fmt.Sprint("id", i), Rank: rapid.IntRange(0, 2).Draw(t, "rank")}
			if rapid.Bool().Draw(t, "link") {
				m.Link, m.Behind = fmt.Sprintf("#%d", rapid.IntRange(0, 3).Draw(t, "to")), rapid.Bool().Draw(t, "behind")
			}
			marks = append(marks, m)
		}
		out := string(HTML(record.NewText(text), record.Span{End: n}, marks))
		if got := html.UnescapeString(tag.ReplaceAllString(out, "")); got != text {
			t.Fatalf("words %q of %q in %s", got, text, out)
		}
		var open []string
		for _, m := range tag.FindAllStringSubmatch(out, -1) {
			if m[1] == "" {
				if slices.Contains(open, "a") {
					t.Fatalf("something in a link: %s", out)
				}
				open = append(open, m[2])
				continue
			}
			if len(open) == 0 || open[len(open)-1] != m[2] {
				t.Fatalf("tags cross: %s", out)
			}
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			t.Fatalf("left open: %s", out)
		}
		for _, m := range marks {
			if m.Start == m.End {
				continue
			}
			if strings.Count(out, `id="`+m.ID+`"`) != 1 {
				t.Fatalf("%s is not there once: %s", m.ID, out)
			}
			if m.Link != "" && !strings.Contains(out, `href="`+m.Link+`"`) {
				t.Fatalf("no link to %s: %s", m.Link, out)
			}
		}
	})
}
