package intake

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// findReport returns the stretches of a page and those of its report. When
// little is found, the names of the elements may have misled: it reads again
// without them.
func findReport(root *html.Node, description string, m *markers) (all, body []stretch) {
	o := newOutline(root, m)
	all, body = o.report(root, description)
	if textLen(body) >= minReport {
		return all, body
	}
	o.mild = true
	if all2, body2 := o.report(root, description); textLen(body2) > 2*textLen(body) {
		return all2, body2
	}
	return all, body
}

// report walks the page and returns its stretches and those of the report.
func (o *outline) report(root *html.Node, description string) (all, body []stretch) {
	f := &flow{skip: o.skip, role: o.role}
	f.walk(root, surroundings{})
	return f.out, o.reportStretches(f.out, description)
}

// reportStretches returns the stretches of the report, and before them the
// standfirst and captions that stand between the title and the text.
func (o *outline) reportStretches(all []stretch, description string) []stretch {
	region := o.region(all)
	if region == nil {
		return nil
	}
	var body []stretch
	titled, begun := false, false
	for i := range all {
		s := all[i]
		titled = titled || s.tag == atom.H1
		switch {
		case inside(s.node, region):
			switch {
			case scrap(&s):
				// A heading over links alone goes with them.
				if n := len(body); n > 0 && isHeading(body[n-1].tag) && body[n-1].tag != atom.H1 {
					body = body[:n-1]
				}
				continue
			case len(body) > 0 && dropCap(body[len(body)-1].text, s.text):
				s.text = body[len(body)-1].text + s.text
				body[len(body)-1] = s
				continue
			}
			body = append(body, s)
			begun = begun || s.tag != atom.Figcaption
		case titled && s.tag == atom.Figcaption && !begun:
			body = append(body, s)
		case !begun && len(s.text) >= 40 && s.linked*2 < len(s.text) && s.role != captionRole && s.role != creditRole &&
			(s.role == standfirstRole || titled && len(s.text) < 4*len(description) && likeness(s.text, description) >= 0.5):
			s.role = standfirstRole
			body = append(body, s)
		}
	}
	return trimmed(body)
}

// dropCap reports a first letter set apart from its word for show.
func dropCap(letter, rest string) bool {
	a, n := utf8.DecodeRuneInString(letter)
	b, _ := utf8.DecodeRuneInString(rest)
	return n == len(letter) && unicode.IsUpper(a) && unicode.IsLower(b)
}

func inside(n, region *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == region {
			return true
		}
	}
	return false
}

// scrap reports what is no part of a report though it stands inside it: lists
// of links, cells of tables, lone words.
func scrap(s *stretch) bool {
	n := len(s.text)
	switch {
	case s.linked*10 >= n*9 && (n < 120 || s.tag == atom.Li || !endsSentence(s.text)):
		return true
	case s.linked*2 > n && !endsSentence(s.text):
		return true
	case s.tag == atom.Td || s.tag == atom.Th:
		return countWords(s.text) < 10
	}
	return false
}

// trimmed drops headings that lead nowhere: with no text between them and the
// next heading of their rank or the end.
func trimmed(body []stretch) []stretch {
	out := body[:0]
	for i := range body {
		if isHeading(body[i].tag) && body[i].tag != atom.H1 {
			j := i + 1
			for j < len(body) && (body[j].tag == atom.Figcaption || body[j].role == captionRole) {
				j++
			}
			if j == len(body) || isHeading(body[j].tag) && body[j].tag <= body[i].tag {
				continue
			}
		}
		out = append(out, body[i])
	}
	return out
}

// textLen returns how much text, in bytes, stretches hold beside captions.
func textLen(body []stretch) int {
	n := 0
	for i := range body {
		if body[i].tag != atom.Figcaption && body[i].role != captionRole {
			n += len(body[i].text)
		}
	}
	return n
}
