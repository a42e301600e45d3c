package timex

import (
	"strings"
	"time"
)

// Words says a TIMEX3 value for a person: "2024-W19" as "week of 2024-05-06",
// "2022-FA" as "autumn 2022", "2023-09-24TEV" as "2023-09-24, evening", "199"
// as "1990s", a range as "A to B". Days are written in the layout, one of
// package time's ("2006-01-02"), and months as they are when the layout begins
// with the year. What it has no words for is returned as it is.
func Words(value, layout string) string {
	if a, b, isRange := strings.Cut(value, "/"); isRange {
		if a, b := Words(a, layout), Words(b, layout); a != "" && b != "" {
			return a + " to " + b
		}
		return value
	}
	if day, clock, cut := strings.Cut(value, "T"); cut && len(day) == len(time.DateOnly) {
		if part := partsOfDay[clock]; part != "" {
			clock = part
		}
		return Words(day, layout) + ", " + clock
	}
	if t, err := time.Parse(time.DateOnly, value); err == nil {
		return t.Format(layout)
	}
	if t, err := time.Parse("2006-01", value); err == nil && !strings.HasPrefix(layout, "2006") {
		return t.Format("January 2006")
	}
	year, part, _ := strings.Cut(value, "-")
	if name := partsOfYear[part]; name != "" {
		return name + " " + year
	}
	if from, _, ok := bounds(value); ok {
		switch {
		case strings.HasSuffix(part, "-WE"):
			return "weekend of " + Words(formatDay(from), layout)
		case strings.HasPrefix(part, "W"):
			return "week of " + Words(formatDay(from), layout)
		case len(value) == 3:
			return value + "0s"
		case len(value) == 2:
			return value + "00s"
		}
	}
	return value
}

var (
	partsOfDay  = map[string]string{"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
	partsOfYear = map[string]string{"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter", "Q1": "first quarter of", "Q2": "second quarter of",
		"Q3": "third quarter of", "Q4": "fourth quarter of", "H1": "first half of", "H2": "second half of"}
)
