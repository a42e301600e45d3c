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
	// Rank decides which of two overlapping marks has the words for its link:
	// the higher one. The other gets a link of its own behind its last word,
	// shown as its label.
	Rank   int
	Behind bool // the link always stands behind the words
}

// HTML returns the words of text at sp, escaped, with marks around them. The
// words are those of the text in their order, and nothing is added to them:
// labels are attributes, for the style sheet to show. Marks outside sp are
// passed over, those that reach out of it are cut.
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
	h := highlighter{text: text, marks: in}
	h.anchor, h.spared = anchors(in)
	return h.write(sp)
}

// anchors chooses the marks whose own words are a link: no two of them
// overlap. Those spared need none, for words of theirs lead to the same.
func anchors(marks []Mark) (anchor, spared []bool) {
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := marks[i], marks[j]
		return cmp.Or(b.Rank-a.Rank, (a.End-a.Start)-(b.End-b.Start), a.Start-b.Start)
	})
	anchor, spared = make([]bool, len(marks)), make([]bool, len(marks))
	var taken []Mark // sorted, apart from each other
	for _, i := range order {
		m := marks[i]
		if m.Link == "" || m.Behind {
			continue
		}
		at, _ := slices.BinarySearchFunc(taken, m.Start, func(t Mark, start int) int { return t.Start - start })
		if at > 0 && taken[at-1].End > m.Start {
			at--
		}
		if at == len(taken) || taken[at].Start >= m.End {
			taken = slices.Insert(taken, at, m)
			anchor[i] = true
			continue
		}
		for ; at < len(taken) && taken[at].Start < m.End; at++ {
			spared[i] = spared[i] || taken[at].Link == m.Link
		}
	}
	return anchor, spared
}

// A highlighter writes one stretch of text with its marks.
type highlighter struct {
	strings.Builder
	text   record.Text
	marks  []Mark
	anchor []bool
	spared []bool
	open   []int // marks that are open, the innermost last
	owed   []int // marks whose link is still to come, once no other is open
}

func (h *highlighter) write(sp record.Span) template.HTML {
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
	at := sp.Start
	upTo := func(n int) {
		if n > at {
			h.WriteString(template.HTMLEscapeString(h.text.Words(record.Span{Start: at, End: n})))
			at = n
		}
	}
	for len(ends) > 0 {
		if len(starts) > 0 && h.marks[starts[0]].Start < h.marks[ends[0]].End {
			upTo(h.marks[starts[0]].Start)
			h.begin(starts[0], true)
			starts = starts[1:]
			continue
		}
		upTo(h.marks[ends[0]].End)
		h.end(ends[0])
		ends = ends[1:]
	}
	upTo(sp.End)
	return template.HTML(h.String())
}

// begin opens a mark; first is false when it goes on behind one that ended
// inside it.
func (h *highlighter) begin(i int, first bool) {
	m := h.marks[i]
	h.open = append(h.open, i)
	if h.anchor[i] {
		h.WriteString("<a")
	} else {
		h.WriteString("<span")
	}
	h.attr("class", m.Class)
	if first {
		h.attr("id", m.ID)
	}
	if h.anchor[i] {
		h.attr("href", m.Link)
		h.attr("data-label", m.Label)
	}
	h.attr("title", m.Title)
	h.WriteByte('>')
}

// end closes a mark, and for a moment those that lie inside it and go on.
func (h *highlighter) end(i int) {
	at := slices.Index(h.open, i)
	inner := slices.Clone(h.open[at+1:])
	for k := len(h.open) - 1; k >= at; k-- {
		h.close(h.open[k])
	}
	h.open = h.open[:at]
	if h.marks[i].Link != "" && !h.anchor[i] && !h.spared[i] {
		h.owed = append(h.owed, i)
	}
	if !slices.ContainsFunc(h.open, func(k int) bool { return h.anchor[k] }) && !slices.ContainsFunc(inner, func(k int) bool { return h.anchor[k] }) {
		h.pay()
	}
	for _, k := range inner {
		h.begin(k, false)
	}
}

func (h *highlighter) close(i int) {
	if h.anchor[i] {
		h.WriteString("</a>")
	} else {
		h.WriteString("</span>")
	}
}

// pay writes the links of the marks whose words are another's.
func (h *highlighter) pay() {
	for _, i := range h.owed {
		m := h.marks[i]
		h.WriteString("<a")
		h.attr("class", "ref "+m.Class)
		h.attr("href", m.Link)
		h.attr("data-label", m.Label)
		h.attr("aria-label", cmp.Or(m.Title, m.Label, m.Class))
		h.WriteString("></a>")
	}
	h.owed = h.owed[:0]
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
