package store

import (
	"errors"
	"fmt"
	"strconv"

	"readout/record/table"
)

// Rows have a number, seq, by which they are ordered, found and paged: the day
// above, in days since 1970-01-01 plus a million so that it is never negative,
// and below it 27 bits that count the rows of that day as they come. A row
// without a day has day 0. So the newest rows are those with the greatest
// numbers, a stretch of days is a stretch of numbers, and a page token stays
// right while rows are added.
const (
	dayShift = 27
	dayZero  = 1_000_000
)

func dayNumber(d *table.Day) int64 {
	if d == nil {
		return 0
	}
	return int64(*d) + dayZero
}

// dayOf is the day of a number, empty when it has none.
func dayOf(seq int64) string {
	n := seq >> dayShift
	if n == 0 {
		return ""
	}
	return table.Day(n - dayZero).String()
}

// A span is a stretch of numbers, from inclusive to exclusive.
type span struct{ from, to int64 }

// spanOf gives the numbers of the days of a filter.
func spanOf(f Filter) span {
	s := span{0, 1 << 62}
	if first, _, _ := bounds("from", f.From); first != "" {
		s.from = dayNumber(table.ParseDay(first)) << dayShift
	}
	if _, last, _ := bounds("to", f.To); last != "" {
		s.to = (dayNumber(table.ParseDay(last)) + 1) << dayShift
		s.from = max(s.from, 1<<dayShift) // what has no day lies before nothing
	}
	return s
}

// token writes where a page ended, for people to hand back.
func token(o Order, n int64) string {
	return string(tokenLetter(o)) + strconv.FormatInt(n, 36)
}

func tokenLetter(o Order) byte {
	switch o {
	case Oldest:
		return 'o'
	case Added:
		return 'a'
	case ByName:
		return 'k'
	}
	return 'n'
}

// parseToken reads a token of lists in an order.
func parseToken(o Order, s string) (int64, error) {
	if s != "" && s[0] == tokenLetter(o) {
		if n, err := strconv.ParseInt(s[1:], 36, 64); err == nil && n >= 0 {
			return n, nil
		}
	}
	return 0, invalid("token %q: it is not of a list in this order", s)
}

// invalid is an error that the caller's question is to blame for.
func invalid(format string, args ...any) error {
	return invalidError(fmt.Sprintf(format, args...))
}

// ErrInvalid says that a filter, a token, a verdict or the like makes no sense.
var ErrInvalid = errors.New("invalid")

type invalidError string

func (e invalidError) Error() string        { return string(e) }
func (e invalidError) Is(target error) bool { return target == ErrInvalid }
