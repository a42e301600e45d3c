package timex_test

import (
	"testing"
	"time"

	"readout/timex"
)

func TestWords(t *testing.T) {
	for _, c := range [][3]string{
		{"2024-05-14", "2024-05-14", "14 May 2024"},
		{"2024-05", "2024-05", "May 2024"},
		{"2024", "2024", "2024"},
		{"2024-W19", "week of 2024-05-06", "week of 6 May 2024"},
		{"2024-W19-WE", "weekend of 2024-05-11", "weekend of 11 May 2024"},
		{"2022-FA", "autumn 2022", "autumn 2022"},
		{"2022-Q3", "third quarter of 2022", "third quarter of 2022"},
		{"2023-09-24TEV", "2023-09-24, evening", "24 September 2023, evening"},
		{"2023-09-24T15:30", "2023-09-24, 15:30", "24 September 2023, 15:30"},
		{"199", "1990s", "1990s"},
		{"19", "1900s", "1900s"},
		{"2024-03-02/2024-03-03", "2024-03-02 to 2024-03-03", "2 March 2024 to 3 March 2024"},
		{"/", "/", "/"}, {"", "", ""}, {"P2D", "P2D", "P2D"}, {"2021-W<b>", "2021-W<b>", "2021-W<b>"}, {"PRESENT_REF", "PRESENT_REF", "PRESENT_REF"},
	} {
		if got := timex.Words(c[0], time.DateOnly); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
		if got := timex.Words(c[0], "2 January 2006"); got != c[2] {
			t.Errorf("%s: %q, want %q", c[0], got, c[2])
		}
	}
}
