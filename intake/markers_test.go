package intake

import (
	"strings"
	"testing"
)

func TestMarkers(t *testing.T) {
	m := mustMarkers(t)
	for _, head := range []string{"# origin:", "# licence:"} {
		if !strings.Contains(markersText, head) {
			t.Errorf("markers.txt does not name its %s", head)
		}
	}
	if len(m.months) < 12 || len(m.whole) < 100 || len(m.page) < 100 {
		t.Errorf("%d months, %d whole blocks, %d page names", len(m.months), len(m.whole), len(m.page))
	}
	if again, _ := loadMarkers(); again != m {
		t.Error("the file is read twice")
	}
}

func TestBadMarkers(t *testing.T) {
	for _, bad := range []string{
		"source", "source whole", "source sometimes x", "sauce whole x", "date month x june", "date month 13 june", "date month june",
		"date moment x", "agency label x", "photo name x", "english verb x", "page foot x", "source open ***",
	} {
		if _, err := parseMarkers("m.txt", "# a comment\n\n"+bad+"\n"); err == nil || !strings.HasPrefix(err.Error(), "m.txt:3: ") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// TestMarkersTwice refuses an entry that stands in the file twice, or that
// another contradicts.
func TestMarkersTwice(t *testing.T) {
	seen := map[string]int{}
	no := 0
	for line := range strings.SplitSeq(markersText, "\n") {
		no++
		if line == "" || line[0] == '#' {
			continue
		}
		kind, rest, _ := strings.Cut(line, " ")
		how, phrase, _ := strings.Cut(rest, " ")
		key := how + " " + fold(phrase)
		switch {
		case kind == "page" || kind == "agency":
			key = kind + " " + phrase
		case kind == "date" || kind == "english" || kind == "photo":
			key = kind + " " + how + " " + phrase
		case fold(phrase) == "":
			continue
		}
		if other := seen[key]; other > 0 {
			t.Errorf("markers.txt:%d: %q stands in line %d too", no, line, other)
		}
		seen[key] = no
	}
}
