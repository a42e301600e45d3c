package gazetteer

import (
	"strings"
	"testing"
	"unicode/utf8"

	"readout/lexicon"
)

func embedded(t testing.TB) *Gazetteer {
	t.Helper()
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	g, err := New(set)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

var classNames = [...]string{"state", "demonym", "place", "person", "given", "surname", "body", "firm", "site", "title"}

// write gives the sentence with its marks: word/+class for a beginning, word/class inside.
func write(forms []string, marks []uint32) string {
	var out []string
	for i, f := range forms {
		s := f
		for c := range classes {
			if marks[i]&begin(c) != 0 {
				s += "/+" + classNames[c]
			}
			if marks[i]&inside(c) != 0 {
				s += "/" + classNames[c]
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestMark(t *testing.T) {
	g := embedded(t)
	for _, want := range []string{
		"the Russian/+demonym president/+title Vladimir/+person/+given Putin/+surname/person spoke",
		"Kim/+person/+surname Jong/person/+surname - un/person/surname met",
		"the United/+body Nations/body",
	} {
		var forms []string
		for _, w := range strings.Fields(want) {
			f, _, _ := strings.Cut(w, "/")
			forms = append(forms, f)
		}
		marks := make([]uint32, len(forms))
		g.Mark(forms, marks)
		got := write(forms, marks)
		for _, w := range strings.Fields(want) {
			if !has(got, w) {
				t.Errorf("%s\nlacks %s", got, w)
			}
		}
	}
}

// has reports whether the marked sentence has the word with these marks, and
// perhaps others.
func has(got, word string) bool {
	parts := strings.Split(word, "/")
	for _, w := range strings.Fields(got) {
		have := strings.Split(w, "/")
		if have[0] != parts[0] {
			continue
		}
		all := true
		for _, p := range parts[1:] {
			found := false
			for _, h := range have[1:] {
				found = found || h == p
			}
			all = all && found
		}
		if all {
			return true
		}
	}
	return false
}

func TestLatin(t *testing.T) {
	if utf8.RuneCountInString(latinWith) != len(latin) {
		t.Fatalf("%d letters for %d", len(latin), utf8.RuneCountInString(latinWith))
	}
	for _, c := range [][2]string{{"Alexeï", "ALEXEI"}, {"Yoğurt", "yogurt"}, {"U.S.", "US"}, {"Łódź", "Lodz"}, {"Erdoğan", "Erdogan"}} {
		a, b := appendWords(nil, c[0]), appendWords(nil, c[1])
		if len(a) != 1 || len(b) != 1 || a[0] != b[0] {
			t.Errorf("%q and %q differ", c[0], c[1])
		}
	}
}

func BenchmarkMark(b *testing.B) {
	g := embedded(b)
	forms := strings.Fields("Russian President Vladimir Putin told reporters in Geneva on Wednesday that the United States had agreed to return ambassadors to Moscow and Washington , the White House said .")
	marks := make([]uint32, len(forms))
	b.ReportAllocs()
	for b.Loop() {
		g.Mark(forms, marks)
	}
	b.ReportMetric(float64(len(forms))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkNew(b *testing.B) {
	set, err := lexicon.Open("")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := New(set); err != nil {
			b.Fatal(err)
		}
	}
}
