package intake

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A stretch is one block of text of a page as a browser lays it out.
type stretch struct {
	text   string
	node   *html.Node // the innermost block-level element around it
	tag    atom.Atom  // the element that makes its kind: h1–h6, li, figcaption, pre, td, dt, or p
	role   pageRole   // of the innermost element whose class tells one
	linked int        // bytes of text inside links
}

// blockTags are the elements that begin a new line in a browser.
var blockTags = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Button: true,
	atom.Center: true, atom.Dd: true, atom.Details: true, atom.Dialog: true, atom.Dir: true, atom.Div: true, atom.Dl: true,
	atom.Dt: true, atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true,
	atom.Hgroup: true, atom.Hr: true, atom.Li: true, atom.Main: true, atom.Menu: true, atom.Nav: true, atom.Ol: true,
	atom.P: true, atom.Pre: true, atom.Section: true, atom.Summary: true, atom.Table: true, atom.Tbody: true, atom.Td: true,
	atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Ul: true, atom.Caption: true, atom.Listing: true,
}

// kindTags are the elements that say what the text in them is.
var kindTags = map[atom.Atom]bool{
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Li: true,
	atom.Figcaption: true, atom.Figure: true, atom.Pre: true, atom.Td: true, atom.Th: true, atom.Dt: true, atom.Dd: true,
	atom.Caption: true, atom.Summary: true,
}

// A flow walks a page and cuts its text into stretches. Elements for which
// skip is true are left out.
type flow struct {
	skip func(*html.Node) bool
	role func(*html.Node) pageRole
	out  []stretch

	text   strings.Builder
	space  bool // white space is due before the next word
	breaks int  // br elements since the last word
	linked int
}

// surroundings are what an element inherits from those around it.
type surroundings struct {
	block *html.Node
	tag   atom.Atom
	role  pageRole
	link  bool
	pre   bool
}

func (f *flow) walk(n *html.Node, in surroundings) {
	switch n.Type {
	case html.TextNode:
		f.add(n.Data, in)
		return
	case html.ElementNode:
		if f.skip(n) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	if n.DataAtom == atom.Br {
		if in.pre {
			f.text.WriteByte('\n')
		} else if f.breaks++; f.breaks == 2 {
			f.flush(in)
		}
		return
	}
	here := in
	block := blockTags[n.DataAtom]
	if block {
		f.flush(in)
		here.block = n
	}
	if kindTags[n.DataAtom] && !(n.DataAtom == atom.Figure && in.tag == atom.Figcaption) {
		here.tag = n.DataAtom
	}
	if r := f.role(n); r != noRole && r != bodyRole && r != junkRole {
		here.role = r
	}
	switch {
	case n.DataAtom == atom.A && hasAttr(n, "href"):
		here.link = true
	case n.DataAtom == atom.Pre || n.DataAtom == atom.Listing:
		here.pre = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.walk(c, here)
	}
	if block {
		f.flush(here)
	}
}

// add appends text as a browser shows it: white space collapsed, characters
// that are not shown left out.
func (f *flow) add(s string, in surroundings) {
	if in.pre {
		f.text.WriteString(s)
		return
	}
	before := f.text.Len()
	for _, r := range s {
		switch {
		case r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f':
			f.space = true
			continue
		case r < ' ' || 0x7f <= r && r < 0xa0 || r == 0xad || r == 0x200b || r == 0x2060 || r == 0xfeff:
			continue
		case r == 0x2028 || r == 0x2029:
			f.space = true
			continue
		}
		if f.text.Len() > 0 {
			if f.breaks > 0 {
				f.text.WriteByte('\n')
			} else if f.space {
				f.text.WriteByte(' ')
			}
		}
		f.space, f.breaks = false, 0
		f.text.WriteRune(r)
	}
	if in.link {
		f.linked += f.text.Len() - before
	}
}

// flush ends the current stretch.
func (f *flow) flush(in surroundings) {
	s := f.text.String()
	f.text.Reset()
	st := stretch{node: in.block, tag: in.tag, role: in.role, linked: f.linked}
	f.space, f.breaks, f.linked = false, 0, 0
	s = strings.TrimFunc(s, unicode.IsSpace)
	if s == "" {
		return
	}
	if !in.pre {
		st.text = s
		f.out = append(f.out, st)
		return
	}
	for _, p := range paragraphs(clean(s)) {
		st.text = p
		f.out = append(f.out, st)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
