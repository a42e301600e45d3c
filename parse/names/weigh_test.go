package names

import (
	"strings"
	"testing"

	"readout/syntax"
)

// The weights choose between the kinds and none; what is none of person, body
// and place keeps its kind or gets another that the network thought of.
func TestWeigh(t *testing.T) {
	w, err := ReadWeights(strings.NewReader("# head\nkind person\t0 1 0 0\nform lower\t3 0 0 0\nbefore in\t0 0 0 2\nform CAPS\t0.5 0 1.5 -1\n"))
	if err != nil {
		t.Fatal(err)
	}
	m := mender(t)
	m.weights = w
	for _, c := range []struct{ in, want string }{
		{"a [O zorvik] rose", "a zorvik rose"},
		{"a [G zorvik] rose", "a [G zorvik] rose"},
		{"rose in [P Zorvik] now", "rose in [L Zorvik] now"},
		{"with [L QBT] now", "with [O QBT] now"},
		{"[P Anna Bell] and [O zorvik] rose | [O zorvik] fell in [P Quillan]", "[P Anna Bell] and zorvik rose | zorvik fell in [L Quillan]"},
		{"Storm [P Zorvik] came | rose in [P Zorvik] now", "[E Storm Zorvik] came | rose in [E Zorvik] now"},
	} {
		ss, scores := document(c.in)
		for i := range scores {
			scores[i][0] = max(scores[i][0], -1)
		}
		m.Mend(ss, scores)
		if g := line(ss); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, g, c.want)
		}
	}
	ss, scores := document("a [O zorvik] rose")
	scores[1] = Scores{-1, -9, 0, -9, -9, -0.5, -9}
	m.Mend(ss, scores)
	if g := line(ss); g != "a [X zorvik] rose" {
		t.Errorf("a product that the network thought of: %s", g)
	}
	ss, scores = document("a [O zorvik] rose")
	m.Mend(ss, scores)
	if g := line(ss); g != "a [O zorvik] rose" {
		t.Errorf("a name of which the network was sure: %s", g)
	}
}

func TestReadWeights(t *testing.T) {
	for _, text := range []string{"form lower\t1 2 3\n", "form lower\t1 2 3 x\n", "form lower 1 2 3 4\n"} {
		if _, err := ReadWeights(strings.NewReader(text)); err == nil {
			t.Errorf("%q was accepted", text)
		}
	}
}

// document reads sentences that " | " divides.
func document(text string) ([]syntax.Sentence, []Scores) {
	var ss []syntax.Sentence
	var scores []Scores
	for _, part := range strings.Split(text, " | ") {
		s, sc := read(part)
		ss, scores = append(ss, s), append(scores, sc...)
	}
	return ss, scores
}

// line writes sentences.
func line(ss []syntax.Sentence) string {
	var out []string
	for _, s := range ss {
		out = append(out, write(s))
	}
	return strings.Join(out, " | ")
}
