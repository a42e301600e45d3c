package names

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout/lexicon"
	"readout/parse/gazetteer"
	"readout/syntax"
)

func mender(t testing.TB) *Mender {
	t.Helper()
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.New(set)
	if err != nil {
		t.Fatal(err)
	}
	return New(g, nil)
}

var letters = map[string]string{"P": syntax.Person, "O": syntax.Organization, "L": syntax.Location, "E": syntax.EventName, "X": syntax.Product, "G": syntax.Group}

// read makes a sentence of words with names in brackets: "[P Ada Lovelace] spoke". A
// word with "~" behind it is nearly a name to the network, one with "~P" nearly
// as well a person, one with "^" is tagged a proper noun; scores of the names'
// first words are of one kind alone.
func read(text string) (syntax.Sentence, []Scores) {
	var s syntax.Sentence
	var scores []Scores
	open := ""
	for _, w := range strings.Fields(text) {
		if k, ok := strings.CutPrefix(w, "["); ok {
			open = k
			s.Names = append(s.Names, syntax.Name{First: len(s.Tokens), Kind: letters[k]})
			continue
		}
		w, end := strings.CutSuffix(w, "]")
		w, proper := strings.CutSuffix(w, "^")
		w, near, close := strings.Cut(w, "~")
		sc := Scores{0, -9, -9, -9, -9, -9, -9}
		for k := range Kinds {
			switch {
			case open != "" && Kinds[k] == letters[open]:
				sc[0], sc[k+1] = -9, 0
			case close && (near == "" || Kinds[k] == letters[near]):
				sc[k+1] = -1
			}
		}
		tok := syntax.Token{Form: w}
		if proper {
			tok.UPos = "PROPN"
		}
		s.Tokens = append(s.Tokens, tok)
		scores = append(scores, sc)
		if end {
			s.Names[len(s.Names)-1].Last = len(s.Tokens)
			open = ""
		}
	}
	return s, scores
}

func write(s syntax.Sentence) string {
	var out []string
	for i, t := range s.Tokens {
		w := t.Form
		for _, n := range s.Names {
			if n.First == i {
				for l, k := range letters {
					if k == n.Kind {
						w = "[" + l + " " + w
					}
				}
			}
		}
		for _, n := range s.Names {
			if n.Last == i+1 {
				w += "]"
			}
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

func TestMend(t *testing.T) {
	m := mender(t)
	for _, c := range []struct{ in, want string }{
		// Ends.
		{"[P Anna Bell of the] paper", "[P Anna Bell] of the paper"},
		{"[O — Acme Trading -] said", "— [O Acme Trading] - said"},
		{"[O Yahoo !] said", "[O Yahoo !] said"},
		{"[P Anna Bell a.bell@example.org Leiden] wrote", "[P Anna Bell] a.bell@example.org [P Leiden] wrote"},
		{"see [O www.example.org]", "see www.example.org"},
		{"the [X @example] account", "the [X @example] account"},
		{"[P Anna Bell of the Evening Bugle] wrote", "[P Anna Bell] of the [O Evening Bugle] wrote"},
		{"[P Anna Bell of Paris] wrote", "[P Anna Bell] of [L Paris] wrote"},
		{"the [P Earl of Erne] wrote", "the [P Earl of Erne] wrote"},
		{"in [L Dallas Texas] today", "in [L Dallas] [L Texas] today"},
		{"in [L New Mexico] today", "in [L New Mexico] today"},
		// No names.
		{"in [O BC] they | 508 [O BC] is long ago , as is the 4th century BC~O", "in [O BC] they | 508 BC is long ago , as is the 4th century BC"},
		{"[P Anna Bell] , [O QC] , said | the [O QC] said", "[P Anna Bell] , QC , said | the [O QC] said"},
		{"[L US] $ 5 in the [L US] now", "US $ 5 in the [L US] now"},
		// Words that say what bears the name.
		{"at [L Paso Grande Energy] today", "at [O Paso Grande Energy] today"},
		{"[P Quillan Industries] sold", "[O Quillan Industries] sold"},
		{"[P Emily Post] wrote", "[P Emily Post] wrote"},
		{"[L Quillan Institute of Fisheries] said", "[O Quillan Institute of Fisheries] said"},
		{"the [X Quillan Harbour Study] said | the [X Quillan Harbour Study] won", "the [O Quillan Harbour Study] said | the [O Quillan Harbour Study] won"},
		{"the [L Quillan Museum] burnt", "the [L Quillan Museum] burnt"},
		{"the [L Summer Olympic Games] began", "the [L Summer Olympic Games] began"},
		{"the [L Gulf of Quillan] froze", "the [L Gulf of Quillan] froze"},
		// Acronyms.
		{"the [O Quillan Trade Organization] ( QTO ) said", "the [O Quillan Trade Organization] ( [O QTO] ) said"},
		{"the [O Bank for Quillan Trade] ( [L BQT] ) said | [L BQT] paid", "the [O Bank for Quillan Trade] ( [O BQT] ) said | [O BQT] paid"},
		{"the [O Quillan Trade Organization] ( USA ) said", "the [O Quillan Trade Organization] ( USA ) said"},
		{"[P Anna Bell] ( AB ) said", "[P Anna Bell] ( AB ) said"},
		{"the Ore Standards [L Quillan] ( OSQ ) said", "the [O Ore Standards Quillan] ( [O OSQ] ) said"},
		{"the Ore and [O Fish] of [L Quillan] ( OFQ ) said", "the [O Ore and Fish of Quillan] ( [O OFQ] ) said"},
		{"in Old [L Quillan] ( OQ ) today", "in Old [L Quillan] ( OQ ) today"},
		{"said Ore for [L Quillan] ( OSQ ) today", "said Ore for [L Quillan] ( OSQ ) today"},
		// Nations.
		{"the [G Iraqi] [O Quillan Party] rose", "the [O Iraqi Quillan Party] rose"},
		{"the [G Lebanese] [O Hezbollah] rose", "the [G Lebanese] [O Hezbollah] rose"},
		{"the [G Iraqi] and the [O Quillan Party] rose", "the [G Iraqi] and the [O Quillan Party] rose"},
		// One name, one thing.
		{"the [O Zorvik Sent] rose | the [X Zorvik] Sent fell | [X Zorvik] fell", "the [O Zorvik Sent] rose | the [O Zorvik Sent] fell | [X Zorvik] fell"},
		{"[L Zorvik Ore] rose | [L Zorvik] [O Ore] fell", "[L Zorvik Ore] rose | [L Zorvik] [O Ore] fell"},
		{"[P President Zorvik] rose | President [P Zorvik] fell", "[P President Zorvik] rose | President [P Zorvik] fell"},
		{"[P Anna Zorvik] came | [L Zorvik] spoke | for [O Zorvik] now", "[P Anna Zorvik] came | [P Zorvik] spoke | for [P Zorvik] now"},
		{"[P Anna Paris] came | in [L Paris] now", "[P Anna Paris] came | in [L Paris] now"},
		{"[L Zorvik] is | [L Zorvik] was | [P Zorvik] now", "[L Zorvik] is | [L Zorvik] was | [L Zorvik] now"},
		{"[L Gloria] is | [P Gloria] now", "[P Gloria] is | [P Gloria] now"},
		{"[O Pfizer] is | [L Pfizer] was", "[O Pfizer] is | [O Pfizer] was"},
		{"[L Zelensky~P] : we need more", "[P Zelensky] : we need more"},
		{"the [X Pfizer~O] rose", "the [X Pfizer] rose"},
		// Storms.
		{"[P Hurricane Zorvik] came | [P Zorvik] grew", "[E Hurricane Zorvik] came | [E Zorvik] grew"},
		{"Cyclone [P Zorvik] came | [P Anna Zorvik] spoke", "[E Cyclone Zorvik] came | [P Anna Zorvik] spoke"},
		{"Storm [P Zorvik] came | [P T C Zorvik] grew | [P Zorvik] fell", "[E Storm Zorvik] came | [E T C Zorvik] grew | [E Zorvik] fell"},
		{"the [L Hurricane Creek] rose", "the [L Hurricane Creek] rose"},
		// Names that were missed.
		{"[O Zorvik] rose | when Zorvik~O fell", "[O Zorvik] rose | when [O Zorvik] fell"},
		{"[O Zorvik] rose | when Zorvik fell", "[O Zorvik] rose | when Zorvik fell"},
		{"[O Zorvik Ore] rose | when Zorvik~ Ore~ fell , Ore~ too", "[O Zorvik Ore] rose | when [O Zorvik Ore] fell , Ore too"},
		{"[P Anna Zorvik] came | continued Zorvik^ : so", "[P Anna Zorvik] came | continued [P Zorvik] : so"},
		{"[P Anna Zorvik] came | Zorvik^ Tower^ fell", "[P Anna Zorvik] came | Zorvik Tower fell"},
		{"[P Anna Paris] came | Paris^ fell", "[P Anna Paris] came | Paris fell"},
	} {
		ss, scores := document(c.in)
		m.Mend(ss, scores)
		if g := line(ss); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, g, c.want)
		}
	}
}

// The "'s" of a house that goes by a name belongs to it; where something is owned
// it does not.
func TestHouses(t *testing.T) {
	m := mender(t)
	for _, c := range []struct {
		before, rel, after, want string
	}{
		{"at", "obl", "", "at [L Quillan 's]"},
		{"at", "nmod:poss", "house", "at [P Quillan] 's house"},
		{"of", "nmod", "", "of [P Quillan] 's"},
		{"than", "obl", "", "than [P Quillan] 's"},
	} {
		s, scores := read(strings.TrimSpace(c.before + " [P Quillan] 's " + c.after))
		s.Tokens[1].Rel = c.rel
		s.Tokens[1].Head = -1
		s.Tokens[2].UPos, s.Tokens[2].Head = "PART", 1
		ss := []syntax.Sentence{s}
		m.Mend(ss, scores)
		if g := write(ss[0]); g != c.want {
			t.Errorf("%s: got %s, want %s", c.rel, g, c.want)
		}
	}
}

// Whatever the network says, names stay in order, within their sentences, apart
// from each other and of a kind.
func TestMendKeepsOrder(t *testing.T) {
	w, err := ShippedWeights()
	if err != nil {
		t.Fatal(err)
	}
	m := mender(t)
	m.weights = w
	words := []string{"Anna", "Bell", "of", "the", "(", ")", "QB", "Quillan", "Bank", "Paris", "Texas", "a@b.org", "—", ".", "said", "Bulletin"}
	rapid.Check(t, func(r *rapid.T) {
		ss := make([]syntax.Sentence, rapid.IntRange(0, 4).Draw(r, "sentences"))
		var scores []Scores
		for i := range ss {
			for range rapid.IntRange(0, 12).Draw(r, "tokens") {
				ss[i].Tokens = append(ss[i].Tokens, syntax.Token{Form: rapid.SampledFrom(words).Draw(r, "word")})
				var sc Scores
				for k := range sc {
					sc[k] = -float32(rapid.IntRange(0, 9).Draw(r, "score"))
				}
				scores = append(scores, sc)
			}
			for at := 0; at < len(ss[i].Tokens); {
				last := min(at+rapid.IntRange(1, 5).Draw(r, "length"), len(ss[i].Tokens))
				if rapid.Bool().Draw(r, "named") {
					ss[i].Names = append(ss[i].Names, syntax.Name{First: at, Last: last, Kind: rapid.SampledFrom(Kinds[:]).Draw(r, "kind")})
				}
				at = last
			}
		}
		m.Mend(ss, scores)
		for _, s := range ss {
			end := 0
			for _, n := range s.Names {
				if n.First < end || n.Last <= n.First || n.Last > len(s.Tokens) || kindOf(n.Kind) < 0 {
					r.Fatalf("bad name %s in %s", fmt.Sprint(n), write(s))
				}
				end = n.Last
			}
		}
	})
}

func BenchmarkMend(b *testing.B) {
	w, err := ShippedWeights()
	if err != nil {
		b.Fatal(err)
	}
	m := mender(b)
	m.weights = w
	s, scores := read("[P Anna Bell of the Evening Bugle] told the [O Quillan Trade Organization] ( QTO ) in [L Dallas Texas] that [P Bell] would pay")
	names := s.Names
	ss := []syntax.Sentence{s}
	b.ReportAllocs()
	for b.Loop() {
		ss[0].Names = append(ss[0].Names[:0:0], names...)
		m.Mend(ss, scores)
	}
	b.ReportMetric(float64(len(s.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
