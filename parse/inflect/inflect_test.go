package inflect

import "testing"

func TestRegular(t *testing.T) {
	for verb, want := range map[string]string{"sign": "signed", "free": "freed", "deny": "denied", "ban": "banned", "ship": "shipped", "trade": "traded",
		"destroy": "destroyed", "tax": "taxed", "ax": "axed", "sue": "sued", "raid": "raided", "deter": "deterred",
		"expel": "expelled", "kidnap": "kidnapped", "traffic": "trafficked", "visit": "visited"} {
		if got := regularPast(verb); got != want {
			t.Errorf("%s: %s, want %s", verb, got, want)
		}
	}
	for verb, want := range map[string]string{"sign": "signs", "clash": "clashes", "deny": "denies", "veto": "vetoes", "obey": "obeys"} {
		if got := ThirdPerson(verb); got != want {
			t.Errorf("%s: %s, want %s", verb, got, want)
		}
	}
}

func TestThirdPerson(t *testing.T) {
	for lemma, want := range map[string]string{"deny": "denies", "say": "says", "go": "goes", "clash": "clashes", "have": "has", "urge": "urges"} {
		if got := ThirdPerson(lemma); got != want {
			t.Errorf("third(%q) = %q, want %q", lemma, got, want)
		}
	}
}
