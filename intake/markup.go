package intake

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds of what is taken from one page. Pages of real sites stay far below;
// what lies beyond is left out with a warning.
const (
	maxElements  = 200_000
	maxNesting   = 100     // elements inside one another, those with implied ends not counted
	maxPageText  = 8 << 20 // bytes of text
	maxAttribute = 400     // bytes of one attribute's value
	maxLinkedRaw = 1 << 20 // bytes of one JSON-LD script
	maxScripts   = 50      // JSON-LD scripts
)

// markup is a page reduced to what matters: the tree without scripts, styles
// and pictures, and what its head tells.
type markup struct {
	root      *html.Node
	title     string              // of the title element
	meta      map[string][]string // by lower-case name, in order
	links     map[string]string   // by relation: canonical, amphtml
	linked    []string            // JSON-LD scripts
	lang      string
	truncated bool
}

// keptAttributes are those that say what an element is.
var keptAttributes = map[string]bool{
	"class": true, "id": true, "href": true, "itemprop": true, "itemtype": true, "rel": true, "role": true,
	"hidden": true, "aria-hidden": true, "datetime": true, "data-component": true, "data-testid": true, "content": true,
}

// optionalEnd are elements that end by themselves; they cannot nest without
// another element between.
var optionalEnd = map[atom.Atom]bool{
	atom.P: true, atom.Li: true, atom.Dt: true, atom.Dd: true, atom.Tr: true, atom.Td: true, atom.Th: true,
	atom.Tbody: true, atom.Thead: true, atom.Tfoot: true, atom.Rp: true, atom.Rt: true,
}

// dropped are elements whose tags are left out and whose text, if any, stays.
// Formatting elements are among them because misnested ones make the tree grow
// with the square of the page.
var dropped = map[atom.Atom]bool{
	atom.B: true, atom.Strong: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Nobr: true, atom.S: true,
	atom.Small: true, atom.Strike: true, atom.Tt: true, atom.U: true,
	atom.Img: true, atom.Source: true, atom.Track: true, atom.Wbr: true, atom.Input: true, atom.Link: true,
	atom.Base: true, atom.Meta: true, atom.Param: true, atom.Embed: true, atom.Area: true, atom.Col: true,
	atom.Frame: true, atom.Frameset: true, atom.Object: true, atom.Applet: true, atom.Marquee: true,
	atom.Plaintext: true, atom.Keygen: true, atom.Html: true, atom.Head: true,
}

// rawText are elements whose content is no text for readers.
var rawText = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Iframe: true, atom.Noembed: true,
	atom.Noframes: true, atom.Textarea: true, atom.Xmp: true, atom.Title: true,
}

// skipped are elements left out with all that is in them, up to their end or
// to the first element that cannot be inside them.
var skipped = map[atom.Atom]bool{atom.Svg: true, atom.Math: true, atom.Select: true, atom.Datalist: true, atom.Canvas: true,
	atom.Audio: true, atom.Video: true, atom.Map: true}

var breaksOut = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.Article: true,
	atom.Section: true, atom.Main: true, atom.Ul: true, atom.Ol: true, atom.Table: true, atom.Body: true, atom.Footer: true,
	atom.Header: true, atom.Aside: true, atom.Blockquote: true, atom.Figure: true, atom.Figcaption: true, atom.Nav: true,
}

// readMarkup reduces a page and parses what is left, in time linear in the page.
func readMarkup(page string) (mk *markup, err error) {
	mk = &markup{meta: map[string][]string{}, links: map[string]string{}}
	var reduced bytes.Buffer
	r := reducer{mk: mk, out: &reduced, z: html.NewTokenizer(strings.NewReader(page))}
	r.z.SetMaxBuf(maxPageText)
	if err := r.run(); err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil {
			mk, err = nil, fmt.Errorf("HTML parser failed: %v", p)
		}
	}()
	if mk.root, err = html.Parse(&reduced); err != nil {
		return nil, fmt.Errorf("HTML cannot be parsed: %w", err)
	}
	return mk, nil
}
