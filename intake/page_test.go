package intake

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/article"
)

// printed returns the kinds and words of an article, one block a line.
func printed(a *article.Article) string {
	var s strings.Builder
	for _, b := range a.Blocks {
		fmt.Fprintf(&s, "%s| %s\n", b.Kind, a.Words(b.Span))
	}
	return s.String()
}

// TestExamples reads the sample reports of the project.
func TestExamples(t *testing.T) {
	open := func(name string) *Reader {
		r, err := Open(context.Background(), filepath.Join("..", "examples", name), Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { r.Close() })
		return r
	}
	a, err := open("singapore-summit.txt").Next()
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, a)
	var kinds []string
	for _, b := range a.Blocks {
		kinds = append(kinds, string(b.Kind))
	}
	if d := cmp.Diff("title credit caption paragraph paragraph heading paragraph heading paragraph paragraph heading paragraph heading paragraph source", strings.Join(kinds, " ")); d != "" {
		t.Error(d)
	}
	if a.Published != "2018-06-12" || a.Warnings != nil {
		t.Errorf("%s %q", a.Published, a.Warnings)
	}

	a, err = open("salisbury-expulsions.html").Next()
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, a)
	golden(t, "testdata/salisbury.golden.txt", printed(a))
	if a.Published != "2018-03-26" || a.Byline != "The Readout authors" || a.Publisher != "The Readout Sampler" || a.Warnings != nil ||
		a.URL != "https://sampler.example/world/2018/03/26/allies-expel-russian-diplomats" || a.Language != "en" {
		t.Errorf("%+v", *a)
	}
	for _, boilerplate := range []string{"cookie", "Accept", "World", "Share", "hotels", "Sign up", "Novichok: what", "comments", "At last", "Terms"} {
		if strings.Contains(a.Text, boilerplate) {
			t.Errorf("kept %q", boilerplate)
		}
	}

	r := open("briefs.jsonl")
	for _, want := range []string{"reykjavik-1986 1986-10-12", "washington-1987 1987-12-08", "iran-deal-2018 2018-05-08"} {
		a, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		checkArticle(t, a)
		if got := a.ID + " " + a.Published; got != want || a.Blocks[0].Kind != article.Title || a.Warnings != nil {
			t.Errorf("%s %q, want %s", got, a.Warnings, want)
		}
	}
}

// golden compares with a file, or rewrites it if UPDATE is set.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Error(d)
	}
}

// TestPage reads small pages. The text around the report is long enough to be
// one.
func TestPage(t *testing.T) {
	p := "<p>" + prose + "</p>"
	P := "paragraph| " + prose + "\n"
	for _, c := range []struct{ name, in, want string }{
		{"paragraphs", p + p, P + P},
		{"entities and white space", "<p>The  two\n presidents&nbsp;met in Gen&egrave;ve &amp; left.</p>", "paragraph| The two presidents\u00a0met in Genève & left.\n"},
		{"inline elements", "<p>The <b>two</b> <i>presi</i>dents <a href=/x>met</a><sup>1</sup> on <span>Mon</span>day.</p>", "paragraph| The two presidents met1 on Monday.\n"},
		{"invisible characters", "<p>The two presi\u00addents\u200b met.</p>" + p, "paragraph| The two presidents met.\n" + P},
		{"line break", "<p>The two presidents met.<br>They spoke.</p>", "paragraph| The two presidents met.\nThey spoke.\n"},
		{"two line breaks", "<div>The two presidents met.<br><br>They spoke.</div>", "paragraph| The two presidents met.\nparagraph| They spoke.\n"},
		{"headings", "<h1>A meeting</h1>" + p + "<h2>No worries in the Arctic?</h2>" + p + "<h3>The case.</h3>" + p,
			"title| A meeting\n" + P + "heading| No worries in the Arctic?\n" + P + "heading| The case.\n" + P},
		{"list", p + "<ul><li>The first point.</li><li>The second point.</li></ul>", P + "list| The first point.\nlist| The second point.\n"},
		{"quotation", p + "<blockquote>“We have met,” he said.</blockquote>", P + "paragraph| “We have met,” he said.\n"},
		{"figure", p + "<figure><img src=x alt=y><figcaption>The two leaders. Photo: Jo Doe</figcaption></figure>" + p, P + "caption| The two leaders. Photo: Jo Doe\n" + P},
		{"caption by class", p + "<div class=wp-caption-text>The two leaders in Helsinki.</div>" + p, P + "caption| The two leaders in Helsinki.\n" + P},
		{"title in the head", "<title>A meeting in Helsinki | The Sample</title>" + p, "title| A meeting in Helsinki\n" + P},
		{"title of the page preferred", "<meta property=og:title content='Meeting in Helsinki'><h1>A meeting in Helsinki</h1>" + p, "title| A meeting in Helsinki\n" + P},
		{"title with the site's name", "<title>A meeting - The Sample</title><h1>A meeting</h1>" + p, "title| A meeting\n" + P},
		{"navigation", "<nav><ul><li><a href=/>World news</a></ul></nav>" + p + "<footer><p>All about us and nobody else, told at length.</p></footer>", P},
		{"hidden", p + "<div style='display: none'><p>You cannot see this sentence on the page.</p></div><p hidden>Nor this one, which is hidden.</p>", P},
		{"share buttons", p + "<div class=social-share>Share this on your favourite network.</div>" + p, P + P},
		{"related links", p + "<div class='related-articles'><p>Another article that is related to this one.</p></div>" + p, P + P},
		{"links alone", p + "<ul><li><a href=/1>Another article on the same matter</a></ul>" + p, P + P},
		{"heading over links", p + "<h3>More on this</h3><ul><li><a href=/1>Another article</a></ul>", P},
		{"read also", p + "<p>Read also: <a href=/1>Another</a></p>" + p, P + "source| Read also: Another\n" + P},
		{"source link", p + "<p><a href=/1>Source link</a></p>", P},
		{"source line", p + "<p>Source link</p>", P + "source| Source link\n"},
		{"comments", "<article>" + p + "</article><div id=comments><p>I do not agree with anything that was said here.</p></div>", P},
		{"body class", "<body class='has-sidebar single-author'><div class=entry-content>" + p + p + "</div>", P + P},
		{"tag class", "<article class='post tag-share category-social'>" + p + p + "</article>", P + P},
		{"script and style", "<script>var x = '<p>no</p>';</script><style>p{}</style>" + p, P},
		{"drop capital", "<div><span>T</span></div><p>he two presidents met in Helsinki on Monday and spoke.</p>" + p, "paragraph| The two presidents met in Helsinki on Monday and spoke.\n" + P},
		{"noscript", "<p>Loading</p><noscript>" + p + "</noscript>", P},
		{"template", p + "<template><p>This sentence waits for a script.</p></template>", P},
		{"unclosed", "<div><p>" + prose + "<p>" + prose + "<ul><li>One point.", P + P + "list| One point.\n"},
		{"table for layout", "<table><tr><td><a href=/>Home</a><td>" + prose + "</table>", P},
		{"preformatted", "<pre>The two presidents met in Helsinki on\nMonday and spoke to each other for more\nthan two hours.\n\nThey said nothing to the press.</pre>",
			"paragraph| The two presidents met in Helsinki on\nMonday and spoke to each other for more\nthan two hours.\nparagraph| They said nothing to the press.\n"},
		{"dateline", "<p>HELSINKI, July 16 (AP) &mdash; The two presidents met on Monday.</p>" + p, "paragraph| HELSINKI, July 16 (AP) — The two presidents met on Monday.\n" + P},
		{"byline", "<h1>A meeting</h1><p>By Jane Doe</p>" + p, "title| A meeting\ncredit| By Jane Doe\n" + P},
		{"JSON-LD text", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"A meeting","articleBody":"` + prose + `\n\n` + prose + `"}</script><div id=app></div>`,
			"title| A meeting\n" + P + P},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := readText(t, "<!doctype html>"+c.in)
			if d := cmp.Diff(c.want, printed(a)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestMetadata(t *testing.T) {
	p := "<p>" + prose + "</p>"
	ld := func(s string) string { return `<script type="application/ld+json">` + s + "</script>" }
	type told struct{ Title, Byline, Published, Publisher, URL string }
	for _, c := range []struct {
		name, in string
		want     told
	}{
		{"JSON-LD", ld(`{"@context":"https://schema.org","@type":"NewsArticle","headline":"A &amp; B","datePublished":"2018-07-16T23:30:00+03:00","author":{"name":"Jane Doe"},"publisher":{"name":"The Sample"}}`),
			told{"A & B", "Jane Doe", "2018-07-16", "The Sample", ""}},
		{"graph with references", ld(`{"@graph":[{"@type":"WebPage","name":"x","datePublished":"2001-01-01"},{"@type":["Article","Thing"],"headline":"A B","author":[{"@id":"#j"},{"name":"Max Roe"}],"datePublished":"2018-07-16"},{"@type":"Person","@id":"#j","name":"Jane Doe"}]}`),
			told{"A B", "Jane Doe, Max Roe", "2018-07-16", "", ""}},
		{"line end inside a string", ld("{\"@type\":\"NewsArticle\",\"headline\":\"A\nB\",\"datePublished\":\"2018-07-16\"};"), told{"A B", "", "2018-07-16", "", ""}},
		{"broken JSON-LD", ld(`{"@type":"NewsArticle",`) + "<meta property=og:title content='A B'>", told{Title: "A B"}},
		{"meta", "<meta name=author content='Jane Doe'><meta property=article:published_time content=2018-07-16><meta property=og:site_name content='The Sample'><title>A B C - The Sample</title>",
			told{"A B C", "Jane Doe", "2018-07-16", "The Sample", ""}},
		{"JSON-LD before meta", "<meta name=date content=2001-01-01>" + ld(`{"@type":"NewsArticle","headline":"A","datePublished":"2018-07-16"}`), told{Title: "A", Published: "2018-07-16"}},
		{"author is an address", "<meta name=author content='https://x.example/jane'>", told{}},
		{"canonical", "<link rel=canonical href=https://news.example/a>", told{URL: "https://news.example/a", Publisher: "news.example"}},
		{"canonical is no address", "<link rel=canonical href='javascript:x'>", told{}},
		{"date in the address", "<link rel=canonical href=https://www.news.example/2018/07/16/a>", told{URL: "https://www.news.example/2018/07/16/a", Publisher: "news.example", Published: "2018-07-16"}},
		{"itemprop", "<span itemprop=datePublished content=2018-07-16></span>", told{Published: "2018-07-16"}},
		{"time element", "<time class='entry-date published' datetime='2018-07-16T10:00Z'>today</time><time datetime=2019-01-01>x</time>", told{Published: "2018-07-16"}},
		{"visible date", "<div class=info>Mon 16 July 2018 10.30 BST</div>", told{Published: "2018-07-16"}},
		{"several times", "<time datetime=2018-07-16>x</time><time datetime=2019-01-01>x</time>", told{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := readText(t, "<html><head>"+c.in+"</head>"+p+p)
			got := told{a.Title, a.Byline, a.Published, a.Publisher, a.URL}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestItemOverPage(t *testing.T) {
	in := `{"id":"x","url":"https://a.example/1","title":"Told","published":"2020-01-02","publisher":"Pub","byline":["Jane Doe","Max Roe"],` +
		`"html":"<meta property=og:title content='On the page'><meta name=date content=2001-01-01><meta name=author content=Other><link rel=canonical href=https://a.example/2><h1>On the page</h1><p>` + prose + `</p>"}`
	a := readText(t, in)
	if a.ID != "x" || a.URL != "https://a.example/1" || a.Title != "Told" || a.Published != "2020-01-02" || a.Publisher != "Pub" || a.Byline != "Jane Doe, Max Roe" {
		t.Errorf("%+v", *a)
	}
}

func TestClassRole(t *testing.T) {
	m := mustMarkers(t)
	for token, want := range map[string]pageRole{
		"article-body": bodyRole, "articleBody": bodyRole, "c-article-body__text": bodyRole, "entry-content": bodyRole, "share": junkRole,
		"article__share-tools": junkRole, "articleShareTools": junkRole, "has-sidebar": noRole, "no-share": noRole, "tag-share": noRole,
		"tag-list": junkRole, "elementor-widget": noRole, "widget": junkRole, "newspaper": noRole, "adventure": noRole, "shared": noRole, "header": noRole,
		"image-caption": captionRole, "caption-open": noRole, "wp-caption-text": captionRole, "byline": creditRole, "standfirst": standfirstRole, "": noRole, "-": noRole,
	} {
		if got := m.tokenRole(token); got != want {
			t.Errorf("%q: %d, want %d", token, got, want)
		}
	}
}
