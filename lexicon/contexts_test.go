package lexicon

import (
	"strings"
	"testing"
)

// Cues are words, dealings are types; what is neither is named by file and line.
func TestContextsAndDealings(t *testing.T) {
	s, err := opened(t, map[string]string{"contexts.mine.txt": `# origin: x
# licence: x
military = pike; pike square
diplomatic between states = AID; COOPERATE
military pike
Military = pike
military = Pike
`})
	if err != nil {
		t.Fatal(err)
	}
	cues, err := s.Contexts()
	for _, want := range []string{"contexts.mine.txt:5: cues are", "contexts.mine.txt:6: cues are", `contexts.mine.txt:7: "Pike" is not in small letters`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want %s", err, want)
		}
	}
	found := false
	for _, c := range cues {
		found = found || c.Context == "military" && strings.Join(c.Words, " ") == "pike square"
		if len(c.Words) == 0 || strings.Contains(c.Context, "between") {
			t.Errorf("%+v is no cue", c)
		}
	}
	dealings := s.Dealings()
	if last := dealings[0]; !found || last.Context != "diplomatic" || strings.Join(last.Types, " ") != "AID COOPERATE" {
		t.Errorf("cue found: %v; dealing %+v", found, last)
	}
}
