package mark

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"readout/record"
)

// A Mark is a stretch of an article's text that something is known about.
// Marks may overlap in any way.
type Mark struct {
	record.Span
	Class string // says what it is, and how it looks
	ID    string // the anchor that leads to its first words; "" for none
	Link  string // where its words lead; "" when they are only coloured
	Title string // what is known, in words
	Label string // a short sign behind the words
	// Rank decides which of two marks of the same length has the words for its
	// link: the higher one. Else the shorter has them.
	Rank   int
	Behind bool // the link stands behind the words, as the label
}

// HTML returns the words of text at sp, escaped, with marks around them. The
// words are those of the text in their order, and nothing is added to them:
// labels are attributes, for the style sheet to show. Words under several marks
// are the link of one; a mark that has no words left gets a link of its own
// behind its last one, unless words of it lead to the same. Marks outside sp
// are passed over, those that reach out of it are cut.
func HTML(text record.Text, sp record.Span, marks []Mark) template.HTML {
	in := make([]Mark, 0, len(marks))
	for _, m := range marks {
		if m.Start < sp.Start {
			m.ID = "" // it is with the first words
		}
		m.Start, m.End = max(m.Start, sp.Start), min(m.End, sp.End)
		if m.Start < m.End {
			in = append(in, m)
		}
	}
	h := highlighter{text: text, marks: in, linked: make([]bool, len(in)), at: sp.Start}
	return h.write(sp.End)
}

// A highlighter writes one stretch of text with its marks.
type highlighter struct {
	strings.Builder
	text   record.Text
	marks  []Mark
	linked []bool // words of the mark lead where it leads
	open   []int  // marks that are open, the innermost last
	at     int    // what is before has been written
}

func (h *highlighter) write(end int) template.HTML {
	starts := make([]int, len(h.marks))
	for i := range h.marks {
		starts[i] = i
	}
	// The longest is opened first, and so lies outermost.
	slices.SortStableFunc(starts, func(i, j int) int {
		a, b := h.marks[i], h.marks[j]
		return cmp.Or(a.Start-b.Start, b.End-a.End, a.Rank-b.Rank)
	})
	ends := slices.Clone(starts)
	slices.Reverse(ends) // of those that end together the innermost ends first
	slices.SortStableFunc(ends, func(i, j int) int { return h.marks[i].End - h.marks[j].End })
	for len(ends) > 0 {
		if len(starts) > 0 && h.marks[starts[0]].Start < h.marks[ends[0]].End {
			h.words(h.marks[starts[0]].Start)
			h.begin(starts[0], true)
			starts = starts[1:]
			continue
		}
		h.words(h.marks[ends[0]].End)
		h.end(ends[0])
		ends = ends[1:]
	}
	h.words(end)
	return template.HTML(h.String())
}

// words writes the text up to n, as the link of the mark that has it.
func (h *highlighter) words(n int) {
	if n <= h.at {
		return
	}
	words := h.text.Words(record.Span{Start: h.at, End: n})
	h.at = n
	owner := -1
	for _, i := range h.open {
		m := h.marks[i]
		if m.Link == "" || m.Behind {
			continue
		}
		if owner < 0 || cmp.Or((m.End-m.Start)-(h.marks[owner].End-h.marks[owner].Start), h.marks[owner].Rank-m.Rank) < 0 {
			owner = i
		}
	}
	if owner < 0 || strings.TrimSpace(words) == "" {
		h.WriteString(template.HTMLEscapeString(words))
		return
	}
	for _, i := range h.open {
		h.linked[i] = h.linked[i] || h.marks[i].Link == h.marks[owner].Link
	}
	h.WriteString("<a")
	h.attr("href", h.marks[owner].Link)
	h.WriteByte('>')
	h.WriteString(template.HTMLEscapeString(words))
	h.WriteString("</a>")
}

// begin opens a mark; first is false when it goes on behind one that ended
// inside it.
func (h *highlighter) begin(i int, first bool) {
	m := h.marks[i]
	h.open = append(h.open, i)
	h.WriteString("<span")
	h.attr("class", m.Class)
	if first {
		h.attr("id", m.ID)
	}
	if !m.Behind {
		h.attr("data-label", m.Label)
	}
	h.attr("title", m.Title)
	h.WriteByte('>')
}

// end closes a mark, and for a moment those that lie inside it and go on.
func (h *highlighter) end(i int) {
	at := slices.Index(h.open, i)
	inner := slices.Clone(h.open[at+1:])
	for range h.open[at:] {
		h.WriteString("</span>")
	}
	h.open = h.open[:at]
	if m := h.marks[i]; m.Link != "" && (m.Behind || !h.linked[i]) {
		h.WriteString("<a")
		h.attr("class", "ref "+m.Class)
		h.attr("href", m.Link)
		h.attr("data-label", cmp.Or(m.Label, "+"))
		h.attr("aria-label", cmp.Or(m.Title, m.Label, m.Class))
		h.WriteString("></a>")
	}
	for _, k := range inner {
		h.begin(k, false)
	}
}

func (h *highlighter) attr(name, value string) {
	if value == "" {
		return
	}
	h.WriteByte(' ')
	h.WriteString(name)
	h.WriteString(`="`)
	h.WriteString(template.HTMLEscapeString(Flat(value)))
	h.WriteByte('"')
}
