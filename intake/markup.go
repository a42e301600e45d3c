package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
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
	atom.Plaintext: true, atom.Keygen: true, atom.Template: true, atom.Html: true, atom.Head: true,
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

// A reducer copies the tokens of a page that matter.
type reducer struct {
	mk       *markup
	out      *bytes.Buffer
	z        *html.Tokenizer
	elements int
	open     []atom.Atom // elements in the reduced page that wait for their end tag
	over     int         // elements left out because they are nested too deep
	text     int
	inSkip   atom.Atom
	raw      atom.Atom // the raw text element we are in
	keepRaw  bool
	rawText  strings.Builder
}

func (r *reducer) run() error {
	for {
		switch r.z.Next() {
		case html.ErrorToken:
			err := r.z.Err()
			if errors.Is(err, html.ErrBufferExceeded) {
				r.mk.truncated = true
				return nil
			}
			if err != io.EOF {
				return err
			}
			return nil
		case html.TextToken:
			r.textToken()
		case html.StartTagToken, html.SelfClosingTagToken:
			r.start()
		case html.EndTagToken:
			name, _ := r.z.TagName()
			r.end(atom.Lookup(name), name)
		}
		if r.elements > maxElements || r.text > maxPageText {
			r.mk.truncated = true
			return nil
		}
	}
}

func (r *reducer) textToken() {
	if r.inSkip != 0 {
		return
	}
	if r.raw != 0 {
		if r.keepRaw && r.rawText.Len() < maxLinkedRaw {
			r.rawText.Write(r.z.Raw())
		}
		return
	}
	raw := r.z.Raw() // still escaped, as it must be in the reduced page
	r.text += len(raw)
	r.out.Write(bytes.ReplaceAll(raw, []byte{0}, nil))
}

func (r *reducer) start() {
	name, more := r.z.TagName()
	tag := atom.Lookup(name)
	if r.raw != 0 {
		return
	}
	if r.inSkip != 0 {
		if !breaksOut[tag] {
			return
		}
		r.inSkip = 0
	}
	r.elements++
	switch {
	case skipped[tag]:
		r.inSkip = tag
		return
	case rawText[tag]:
		r.startRaw(tag, more)
		return
	case tag == atom.Meta:
		r.meta(r.attributes(more))
		return
	case tag == atom.Link:
		a := r.attributes(more)
		if rel := strings.ToLower(a["rel"]); r.mk.links[rel] == "" {
			r.mk.links[rel] = a["href"]
		}
		return
	case tag == atom.Html:
		if a := r.attributes(more); r.mk.lang == "" {
			r.mk.lang = a["lang"]
		}
		return
	case dropped[tag]:
		return
	}
	if needsEnd(tag) {
		if len(r.open) >= maxNesting {
			r.over++
			return
		}
		r.open = append(r.open, tag)
	}
	r.out.WriteByte('<')
	r.out.Write(tagName(tag, name))
	seen := 0
	for more && seen < len(keptAttributes) {
		var key, val []byte
		key, val, more = r.z.TagAttr()
		switch {
		case string(key) == "style":
			style := strings.ToLower(strings.ReplaceAll(string(val[:min(len(val), maxAttribute)]), " ", ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				r.out.WriteString(` hidden`)
				seen++
			}
		case keptAttributes[string(key)]:
			seen++
			r.out.WriteByte(' ')
			r.out.Write(key)
			r.out.WriteString(`="`)
			if string(key) == "href" { // only that there is one matters, and links within the page do not
				val = val[:min(len(val), 1)]
			}
			r.out.WriteString(html.EscapeString(strings.ToValidUTF8(string(val[:min(len(val), maxAttribute)]), "")))
			r.out.WriteByte('"')
		}
	}
	r.out.WriteByte('>')
}

// needsEnd reports whether an element stays open until its end tag.
func needsEnd(tag atom.Atom) bool {
	return !optionalEnd[tag] && tag != atom.Br && tag != atom.Hr && tag != atom.Body
}

// close notes an end tag and reports whether it ends an element of the reduced
// page.
func (r *reducer) close(tag atom.Atom) bool {
	if r.over > 0 {
		r.over--
		return false
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i] == tag {
			r.open = r.open[:i]
			return true
		}
	}
	return false
}

// tagName gives elements that HTML does not know one name without rules.
func tagName(tag atom.Atom, name []byte) []byte {
	if tag == 0 {
		return []byte("x-other")
	}
	return name
}

func (r *reducer) end(tag atom.Atom, name []byte) {
	switch {
	case r.inSkip != 0:
		if tag == r.inSkip {
			r.inSkip = 0
		}
		return
	case r.raw != 0:
		if tag == r.raw {
			r.endRaw()
		}
		return
	case dropped[tag] || rawText[tag] || skipped[tag]:
		return
	}
	if needsEnd(tag) && !r.close(tag) {
		return
	}
	r.out.WriteString("</")
	r.out.Write(tagName(tag, name))
	r.out.WriteByte('>')
}

func (r *reducer) startRaw(tag atom.Atom, more bool) {
	r.raw = tag
	r.rawText.Reset()
	r.keepRaw = tag == atom.Title && r.mk.title == ""
	if tag == atom.Script {
		a := r.attributes(more)
		r.keepRaw = strings.Contains(strings.ToLower(a["type"]), "ld+json") && len(r.mk.linked) < maxScripts
	}
}

func (r *reducer) endRaw() {
	if r.keepRaw {
		s := r.rawText.String()
		if r.raw == atom.Title {
			r.mk.title = squeeze(html.UnescapeString(s))
		} else {
			r.mk.linked = append(r.mk.linked, s)
		}
	}
	r.raw, r.keepRaw = 0, false
}

// attributes returns the first few attributes of the current tag.
func (r *reducer) attributes(more bool) map[string]string {
	a := map[string]string{}
	for n := 0; more && n < 20; n++ {
		var key, val []byte
		key, val, more = r.z.TagAttr()
		if _, twice := a[string(key)]; !twice {
			a[string(key)] = string(val[:min(len(val), 4*maxAttribute)])
		}
	}
	return a
}

// meta keeps what a meta element tells.
func (r *reducer) meta(a map[string]string) {
	if len(r.mk.meta) > 500 {
		return
	}
	content := squeeze(strings.ToValidUTF8(a["content"], ""))
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		if name := strings.ToLower(strings.TrimSpace(a[key])); name != "" && content != "" {
			r.mk.meta[name] = append(r.mk.meta[name], content)
		}
	}
}
