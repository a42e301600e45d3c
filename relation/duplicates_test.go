package relation

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout/record"
)

// words draws a text of n words from a vocabulary with Zipf's law, as news has.
func words(r *rand.Rand, n int) []string {
	z := rand.NewZipf(r, 1.1, 4, 20000)
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("w%d", z.Uint64())
		if i > 0 && r.IntN(8) == 0 {
			out[i] = fmt.Sprintf("Name%d", r.IntN(3000))
		}
	}
	return out
}

// edited is a copy with a share of the words replaced.
func edited(r *rand.Rand, text []string, share float64) []string {
	out := slices.Clone(text)
	for i := range out {
		if r.Float64() < share {
			out[i] = fmt.Sprintf("new%d", r.IntN(1<<20))
		}
	}
	return out
}

// prints gives the prints of texts, all published on one day.
func prints(texts [][]string, day func(i int) int32) *bytes.Reader {
	var b []byte
	var p Printer
	for i, words := range texts {
		text := strings.Join(words, " ")
		x := p.Print(&record.Article{Text: text, Blocks: []record.Block{{Kind: "paragraph", Span: record.Span{End: len(text)}}}}, day(i))
		b = x.Append(b)
	}
	return bytes.NewReader(b)
}

func sameDay(int) int32 { return 18000 }

func find(t testing.TB, texts [][]string, day func(i int) int32) []int32 {
	t.Helper()
	got, err := Duplicates(prints(texts, day), len(texts))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestDuplicates: of 400 reports in two editions, the second lightly edited,
// with a new beginning, or cut from the end, nearly all are found, and nothing
// else.
func TestDuplicates(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var texts [][]string
	const n = 400
	for range n {
		texts = append(texts, words(r, 100+r.IntN(500)))
	}
	for i := range n {
		again := edited(r, texts[i], 0.04)
		switch i % 4 {
		case 1:
			again = append(words(r, 20), again...)
		case 2:
			again = again[:len(again)*2/3]
		}
		texts = append(texts, again)
	}
	got := find(t, texts, sameDay)
	found := 0
	for i, of := range got {
		switch {
		case i < n && of >= 0, i >= n && of >= 0 && of != int32(i-n):
			t.Errorf("article %d is said to reprint %d", i, of)
		case i >= n && of >= 0:
			found++
		}
	}
	if found < n*97/100 {
		t.Errorf("%d of %d found", found, n)
	}
	t.Logf("%d of %d found", found, n)
}

func TestEarliest(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	a, b := words(r, 200), words(r, 200)
	texts := [][]string{a, b, edited(r, a, 0.02), a, b, a}
	days := []int32{Undated, 5, 7, 3, 5, 3}
	got := find(t, texts, func(i int) int32 { return days[i] })
	if want := []int32{3, -1, 3, -1, 1, 3}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestAlikeIsNotTheSame: reports of one pattern are different reports.
func TestAlikeIsNotTheSame(t *testing.T) {
	var texts [][]string
	for i, place := range []string{"Mosul", "Aleppo", "Kabul", "Tripoli"} {
		texts = append(texts, strings.Fields(fmt.Sprintf("At least %d people were killed on Monday when a car bomb exploded near a market in %s, police said.", 5+i, place)))
	}
	texts = append(texts, nil, nil)
	r := rand.New(rand.NewPCG(3, 7))
	form := words(r, 300)
	for range 20 { // letters of one form: a few names differ
		letter := slices.Clone(form)
		for i := range letter {
			if strings.HasPrefix(letter[i], "Name") && r.IntN(3) == 0 {
				letter[i] = fmt.Sprintf("Name%d", r.IntN(3000))
			}
		}
		texts = append(texts, letter)
	}
	for i, of := range find(t, texts, sameDay) {
		if of >= 0 {
			t.Errorf("report %d is said to reprint %d", i, of)
		}
	}
}

// TestChain: what little is left of a text after many edits is no reprint of it.
func TestChain(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 6))
	texts := [][]string{words(r, 300)}
	for range 30 {
		texts = append(texts, edited(r, texts[len(texts)-1], 0.06))
	}
	got := find(t, texts, sameDay)
	if got[1] != 0 || got[30] == 0 {
		t.Errorf("got %v", got)
	}
	for i, of := range got {
		if of >= 0 && (got[of] >= 0 || of >= int32(i)) {
			t.Errorf("%d leads to %d, which leads to %d", i, of, got[of])
		}
	}
}

// TestBudget: less memory changes nothing, and neither does the day's origin.
func TestBudget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		var texts [][]string
		for range rapid.IntRange(0, 30).Draw(t, "texts") {
			if len(texts) > 0 && r.IntN(2) == 0 {
				texts = append(texts, edited(r, texts[r.IntN(len(texts))], 0.05))
			} else {
				texts = append(texts, words(r, r.IntN(120)))
			}
		}
		day := func(i int) int32 { return int32(i * 7 % 5) }
		all, err := Duplicates(prints(texts, day), len(texts))
		if err != nil {
			t.Fatal(err)
		}
		little, err := within(prints(texts, day), len(texts), 10*keyedSize)
		if err != nil {
			t.Fatal(err)
		}
		later, err := Duplicates(prints(texts, func(i int) int32 { return day(i) + 100 }), len(texts))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(all, little) || !slices.Equal(all, later) {
			t.Errorf("%v, %v with little memory, %v on later days", all, little, later)
		}
	})
}

func TestShortFile(t *testing.T) {
	if _, err := Duplicates(bytes.NewReader(make([]byte, PrintSize)), 2); err == nil {
		t.Error("a print is missing and nobody says so")
	}
}

func BenchmarkPrint(b *testing.B) {
	text := strings.Join(words(rand.New(rand.NewPCG(1, 1)), 400), " ")
	a := &record.Article{Text: text, Blocks: []record.Block{{Kind: "paragraph", Span: record.Span{End: len(text)}}}}
	var p Printer
	for b.Loop() {
		p.Print(a, 0)
	}
}
