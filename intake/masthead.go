package intake

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxTitles bounds how many headings are compared with the title.
const maxTitles = 200

// pageTitle returns the heading of the page that has most words in common with
// the title of the metadata, if they are about the same; it is what a reader
// of the page sees.
func pageTitle(stretches []stretch, title string) string {
	only, count, seen := "", 0, 0
	for i := range stretches {
		s := &stretches[i]
		if s.tag != atom.H1 && s.tag != atom.H2 && s.role != titleRole || len(s.text) > 400 {
			continue
		}
		if seen++; seen > maxTitles {
			break
		}
		text := squeeze(s.text)
		if title != "" && (likeness(text, title) >= 0.6 || partOf(text, title)) {
			return text
		}
		if s.tag == atom.H1 {
			only = text
			count++
		}
	}
	if title == "" && count == 1 {
		return only
	}
	return ""
}

// partOf reports whether text is one of the parts that a title consists of,
// as in "Summit ends early - The Daily News".
func partOf(text, title string) bool {
	for _, sep := range []string{" | ", " – ", " — ", " - ", " · ", " » ", " : ", ": "} {
		for part := range strings.SplitSeq(title, sep) {
			if sameWords(part, text) && hasWord(text) {
				return true
			}
		}
	}
	return false
}

// likeness is the share of words that two lines have in common.
func likeness(s, t string) float64 {
	a, b := map[string]bool{}, map[string]bool{}
	for f := range strings.FieldsSeq(fold(s)) {
		a[strings.Trim(f, ornament)] = true
	}
	for f := range strings.FieldsSeq(fold(t)) {
		b[strings.Trim(f, ornament)] = true
	}
	common := 0
	for w := range a {
		if b[w] {
			common++
		}
	}
	return float64(common) / float64(max(len(a), len(b), 1))
}

// dateAbove returns the date on a short line that stands above the text of
// the report.
func (m *markers) dateAbove(all, body []stretch) string {
	first := body[0].text
	for i := range body {
		if len(body[i].text) >= 120 {
			first = body[i].text
			break
		}
	}
	for i := range all {
		s := &all[i]
		if s.text == first {
			return ""
		}
		if len(s.text) > 160 {
			continue
		}
		if date := m.dateWithin(s.text); date != "" {
			return date
		}
	}
	return ""
}

// timeElement returns the date of the first element that is marked as the
// date of publication, or of the only time element there is.
func timeElement(root *html.Node) string {
	var marked, only string
	times := 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && marked == "" {
			value := or(attr(n, "datetime"), attr(n, "content"))
			class := " " + strings.Join(classWords(attr(n, "class")+" "+attr(n, "itemprop")), " ") + " "
			switch {
			case value == "":
			case strings.EqualFold(attr(n, "itemprop"), "datePublished"):
				marked = value
			case n.DataAtom == atom.Time:
				if strings.Contains(class, " published ") || strings.Contains(class, " entry date ") || strings.Contains(class, " pubdate ") ||
					strings.Contains(class, " publish ") {
					marked = value
				}
				if times++; only == "" {
					only = value
				}
			}
		}
		for c := n.FirstChild; c != nil && marked == ""; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	if marked == "" && times == 1 {
		return only
	}
	return marked
}
