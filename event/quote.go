package event

// A quoteMark is which end of a quotation a token marks.
type quoteMark uint8

const (
	noQuote quoteMark = iota
	opening
	closing
	eitherEnd
)

// markOf returns which end of a quotation a token marks. A single mark may be an
// apostrophe, and is none.
func markOf(form string) quoteMark {
	switch form {
	case "“", "``", "«":
		return opening
	case "”", "''", "»":
		return closing
	case "\"":
		return eitherEnd
	}
	return noQuote
}

// opensQuote reports whether a token may open a quotation where one is awaited,
// behind the verb that brings it: single marks, and pairs of them, do so too.
func opensQuote(form string) bool {
	switch form {
	case "‘", "'", "''":
		return true
	}
	m := markOf(form)
	return m == opening || m == eitherEnd
}
