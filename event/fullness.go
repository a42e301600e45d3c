package event

// fullness weighs how much an event tells.
func (c comparer) fullness(e *Event) int {
	n := 2*len(e.Actors) + 2*len(e.Recipients) + len(e.Mode)
	if len(e.Actors) > 3 {
		n -= 2 * (len(e.Actors) - 3)
	}
	if e.Date != "" {
		n++
	}
	if e.Object != nil {
		n++
	}
	if e.Place >= 0 {
		n++
	}
	if c.token(e).UPos == "VERB" {
		n++
	}
	if e.Within >= 0 {
		n -= 4
	}
	if c.quoted(e) {
		n -= 4
	}
	return n
}

// quoted reports whether an event is told inside quotation marks, that is in
// somebody's words, not the writer's.
func (c comparer) quoted(e *Event) bool {
	s := &c.doc.Sentences[e.Sentence]
	if s.Block < 0 || s.Block >= len(c.doc.Article.Blocks) {
		return false
	}
	from := c.doc.Article.Blocks[s.Block].Span.Start
	if from > e.Trigger.Start {
		return false
	}
	open := false
	for _, x := range c.doc.Article.Text[from:e.Trigger.Start] {
		switch x {
		case '“', '«':
			open = true
		case '”', '»':
			open = false
		case '"':
			open = !open
		}
	}
	return open
}
