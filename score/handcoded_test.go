package score

import (
	"strings"
	"testing"
)

func TestReadHandCodings(t *testing.T) {
	list, err := ReadHandCodings(strings.NewReader("# text\na\tcore\tCONSULT\tUSA+LTU\t-\na\textra\tREQUEST\tUNO\tSYR\n"))
	if err != nil || len(list) != 2 || !list[0].Core || list[1].Core || len(list[0].Recipients) != 0 {
		t.Fatalf("%v, %v", list, err)
	}
	if !list[0].Fits("CONSULT", []string{"LTU", "USA"}, nil) || !list[0].Fits("CONSULT", []string{"LTU"}, []string{"USA"}) {
		t.Error("who meets whom")
	}
	if !list[1].Fits("REQUEST", Countries([]string{"EUR"}), []string{"SYR"}) || list[1].Fits("REQUEST", []string{"SYR"}, []string{"IGO"}) || list[1].Fits("ACCUSE", []string{"IGO"}, []string{"SYR"}) {
		t.Error("who asks whom")
	}
	for text, want := range map[string]string{
		"# x\na\tcore\tASSAULT\tRUS\n":         "line 2: ",
		"a\tmain\tASSAULT\tRUS\tUKR\n":         "line 1: ",
		"a\tcore\tASSAULT\tRUS\tUKR\tfuture\n": "line 1: ",
	} {
		if _, err := ReadHandCodings(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// Parties agree by country; what parties do with each other has no sides.
func TestSameSides(t *testing.T) {
	fra, deu := []string{"FRA"}, []string{"DEU"}
	both := []string{"DEU", "FRA"}
	for _, c := range []struct {
		typ        string
		a, r, x, y []string
		want       bool
	}{
		{"ACCUSE", fra, deu, fra, deu, true},
		{"ACCUSE", fra, deu, deu, fra, false},
		{"CONSULT", both, nil, fra, deu, true},
		{"CONSULT", fra, deu, deu, fra, false},
		{"AID", both, nil, fra, deu, false},
	} {
		if got := SameSides(c.typ, c.a, c.r, c.x, c.y); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
	if got := Countries([]string{"UNO", "", "EUR", "FRA"}); len(got) != 2 {
		t.Errorf("%v", got)
	}
}
