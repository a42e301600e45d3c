package intake

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

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
			a[string(key)] = strings.ToValidUTF8(string(val[:min(len(val), 4*maxAttribute)]), "")
		}
	}
	return a
}

// meta keeps what a meta element tells.
func (r *reducer) meta(a map[string]string) {
	if len(r.mk.meta) > 500 {
		return
	}
	content := squeeze(a["content"])
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		if name := strings.ToLower(strings.TrimSpace(a[key])); name != "" && content != "" {
			r.mk.meta[name] = append(r.mk.meta[name], content)
		}
	}
}
