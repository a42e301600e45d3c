package score

import (
	"strings"
	"testing"
)

func TestReadJudgements(t *testing.T) {
	list, err := ReadJudgements(strings.NewReader("# text\na\tASSAULT\tRUS\tUKR\tright\na\tCONSULT\tGOV\t-\twrong\nb\tAID\tUSA\tUKR\tright\n"))
	if err != nil || len(list) != 3 || list[0] != (Judgement{"a", "ASSAULT", "RUS", "UKR", true}) {
		t.Fatalf("%v, %v", list, err)
	}
	v := Verdicts(list)
	if right, known := v["a"]["CONSULT GOV -"]; right || !known || !v["b"]["AID USA UKR"] || len(v) != 2 {
		t.Errorf("%v", v)
	}
	for text, want := range map[string]string{
		"# x\na\tASSAULT\tRUS\tUKR\n":          "line 2: ",
		"a\tASSAULT\tRUS\tUKR\tcorrect\n":      "line 1: ",
		"a\tASSAULT\tRUS\tUKR\tright\textra\n": "line 1: ",
	} {
		if _, err := ReadJudgements(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestSideCodes(t *testing.T) {
	for want, side := range map[string][]CodedParty{
		"-":         nil,
		"?":         {{}},
		"GOV":       {{Sector: "GOV"}},
		"?+GOV+RUS": {{Country: "RUS", Sector: "MIL"}, {}, {Sector: "GOV"}, {Country: "RUS"}},
	} {
		if got := SideCodes(side); got != want {
			t.Errorf("%v: %q, want %q", side, got, want)
		}
	}
}
