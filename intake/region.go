package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// outline is a page with what its elements' names and classes say.
type outline struct {
	m     *markers
	mild  bool               // leave nothing out for its name alone
	size  map[*html.Node]int // bytes of text in sentences and the like, per element
	total int
	roles map[*html.Node]pageRole
}

func newOutline(root *html.Node, m *markers) *outline {
	o := &outline{m: m, size: map[*html.Node]int{}, roles: map[*html.Node]pageRole{}}
	o.total = o.measure(root)
	return o
}

// measure sums the text of n that is long enough to be prose.
func (o *outline) measure(n *html.Node) int {
	if n.Type == html.TextNode {
		if s := strings.TrimSpace(n.Data); len(s) >= 25 {
			return len(s)
		}
		return 0
	}
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += o.measure(c)
	}
	if n.Type == html.ElementNode {
		if n.DataAtom == atom.A && hasAttr(n, "href") {
			sum = 0
		}
		o.size[n] = sum
		o.roles[n] = o.classRole(n)
	}
	return sum
}

// role returns what the name of n says of the text in it. An element with as
// much text as a report is no caption or credit whatever its name.
func (o *outline) role(n *html.Node) pageRole {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return noRole
	}
	if o.size[n] > maxRoleText {
		return noRole
	}
	return o.roles[n]
}

// skip tells the elements that hold no part of a report. One with a large
// share of the page's prose is believed to hold the report whatever its name.
func (o *outline) skip(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.A, atom.P, atom.H1:
		return hasAttr(n, "hidden") && o.size[n]*5 < o.total
	case atom.Nav, atom.Aside, atom.Button, atom.Dialog, atom.Menu, atom.Footer, atom.Fieldset, atom.Label, atom.Form, atom.Template:
		return !o.large(n)
	}
	if o.size[n]*5 >= o.total*2 {
		return false
	}
	if hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" {
		return true
	}
	switch attr(n, "role") {
	case "navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "tablist", "alert", "banner", "toolbar":
		return true
	}
	return !o.mild && o.roles[n] == junkRole && n.DataAtom != atom.Article && !isHeading(n.DataAtom)
}

func (o *outline) large(n *html.Node) bool { return o.size[n]*5 >= o.total*2 && o.total > 0 }

// classRole returns what the classes, the id and the like of n say.
func (o *outline) classRole(n *html.Node) pageRole {
	best := noRole
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "itemprop", "data-component", "data-testid", "rel":
		default:
			continue
		}
		for token := range strings.FieldsSeq(a.Val) {
			switch r := o.m.tokenRole(token); r {
			case junkRole:
				return junkRole
			case noRole:
			default:
				if best == noRole || r == bodyRole {
					best = r
				}
			}
		}
	}
	return best
}

// maxRoleText bounds the text, in bytes, of a caption, credit or standfirst.
const maxRoleText = 1000

// guards are words that turn the meaning of a class around, or begin the
// names that page builders give to everything.
var guards = map[string]bool{"has": true, "no": true, "with": true, "without": true, "non": true, "not": true,
	"elementor": true, "et": true, "wpb": true, "vc": true, "js": true, "is": true}

// filed are words that begin classes which say what a report is filed under,
// such as "tag-social-policy".
var filed = map[string]bool{"tag": true, "category": true, "cat": true, "topic": true, "section": true, "postid": true}

// tokenRole reads one class or id: its words, joined by hyphens, underscores
// or capitals, in any run of up to three.
func (m *markers) tokenRole(token string) pageRole {
	if len(token) > 80 {
		return noRole
	}
	words := classWords(token)
	if len(words) == 0 || len(words) > 10 || guards[words[0]] {
		return noRole
	}
	if filed[words[0]] && len(words) > 1 {
		return m.page[strings.Join(words, " ")]
	}
	best := noRole
	for i := range words {
		for j := min(len(words), i+3); j > i; j-- {
			phrase := words[i]
			if j > i+1 {
				phrase = strings.Join(words[i:j], " ")
			}
			r, ok := m.page[phrase]
			switch {
			case !ok:
			case r == junkRole:
				return junkRole
			case r == bodyRole:
				best = bodyRole
			case best == noRole && j == len(words): // a caption's class ends in "caption"
				best = r
			}
		}
	}
	return best
}

// classWords splits "articleBody__share-tools" into its words.
func classWords(s string) []string {
	var words []string
	start := 0
	cut := func(end int) {
		if end > start {
			words = append(words, strings.ToLower(s[start:end]))
		}
	}
	var last rune
	for i, r := range s {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			cut(i)
			start = i + utf8.RuneLen(r)
		case unicode.IsUpper(r) && unicode.IsLower(last):
			cut(i)
			start = i
		}
		last = r
	}
	cut(len(s))
	return words
}

// worth says how much a stretch speaks for the report being where it stands:
// prose for it, links and scraps against it.
func worth(s *stretch) int {
	n := len(s.text)
	switch {
	case s.linked*2 > n:
		return -min(n, 200) - 20
	case s.role == captionRole || s.tag == atom.Figcaption || s.role == creditRole:
		return 0
	case isHeading(s.tag):
		return 0
	case n < 25:
		return -15
	case endsSentence(s.text) || strings.HasSuffix(s.text, ":"):
		return min(n, 1500) - s.linked
	case n >= 80:
		return n/2 - s.linked
	}
	return -5
}

func isHeading(tag atom.Atom) bool {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// maxLoss bounds how much one element that holds scraps counts against those
// around it: scraps amid a report are left out later.
const maxLoss = 100

// textTags are the elements that hold one block of a report, not all of it.
var textTags = map[atom.Atom]bool{
	atom.P: true, atom.Li: true, atom.Blockquote: true, atom.Pre: true, atom.Figcaption: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
}

// region returns the element that holds the report: the one whose stretches
// are worth most, or one inside it that is named as the text of a report and
// worth nearly as much.
func (o *outline) region(stretches []stretch) *html.Node {
	value := map[*html.Node]int{}
	var order []*html.Node // every element comes after those around it
	var path []*html.Node
	for i := range stretches {
		path = path[:0]
		for n := stretches[i].node; n != nil; n = n.Parent {
			if _, seen := value[n]; seen {
				break
			}
			value[n] = 0
			path = append(path, n)
		}
		for j := len(path) - 1; j >= 0; j-- {
			order = append(order, path[j])
		}
		value[stretches[i].node] += worth(&stretches[i])
	}
	for i := len(order) - 1; i >= 0; i-- {
		if n := order[i]; n.Parent != nil {
			value[n.Parent] += max(value[n], -maxLoss)
		}
	}
	var best *html.Node
	for _, n := range order {
		if best == nil || value[n] >= value[best] {
			best = n
		}
	}
	if best == nil {
		return nil
	}
	if textTags[best.DataAtom] && best.Parent != nil {
		best = best.Parent // short blocks may stand beside the only long one
	}
	named, bar := best, 0
	for _, n := range order {
		v := value[n]
		switch {
		case attr(n, "itemprop") == "articleBody" && v*10 >= value[best]*4:
			v *= 2
		case o.roles[n] == bodyRole && v*10 >= value[best]*8:
		default:
			continue
		}
		if v > bar {
			named, bar = n, v
		}
	}
	return named
}
