package place_test

import (
	"fmt"
	"strings"
	"testing"

	"readout/article"
	"readout/lexicon"
	"readout/parse"
	"readout/place"
	"readout/syntax/syntaxtest"
)

// Expectations are marked in the text: [[words|name|country]], with a last
// field "in" where the place is told as one where something happens. What is
// not marked must not be found.
var marked = []string{
	"The summit in [[Geneva, Switzerland|Geneva|CHE|in]] ended.",
	"They met in [[Paris|Paris|FRA|in]] and later in [[Paris, Texas|Paris|USA|in]].",
	"Shelling hit the northern city of [[Kharkiv|Kharkiv|UKR|in]] and the town of [[Avdeevka|Avdiivka|UKR|in]].",
	"Paris Hilton flew to [[Nice|Nice|FRA|in]]. What a nice man, said Paris.",
	"Denzel Washington smiled. Washington said that he would act.",
	"The president flew to [[Washington|Washington|USA|in]] from [[Tbilisi|Tbilisi|GEO|in]].",
	"Floods struck [[Georgia|Georgia|USA]] and [[Alabama|Alabama|USA]], and people in [[Atlanta|Atlanta|USA|in]] fled.",
	"Protesters marched in [[Tbilisi|Tbilisi|GEO|in]]. [[Georgia|Georgia|GEO]] wants to join.",
	"Michael Jordan left. [[Syria|Syria|SYR]] and its neighbours held talks. Jordan said no.",
	"The king of [[Jordan|Jordan|JOR]] met envoys in [[Amman|Amman|JOR|in]].",
	"Fighting spread to [[Deir al-Zour|Deir ez-Zor|SYR|in]], [[al-Bab|Al-Bab|SYR|in]] and [[Raqqa|Raqqa|SYR|in]].",
	"A [[Beirut|Beirut|LBN]]-based group denied it; pro-Moscow fighters and Iran-backed militias did not.",
	"The Washington Post and the Minsk agreements were quoted by the Bank of England.",
	"He came from [[Gaza|Gaza Strip|PSE|in]], crossed the [[Golan Heights|Golan Heights|SYR]] and reached [[Darfur|Darfur|SDN]].",
	"Troops massed in [[Crimea|Crimea|UKR|in]] and in the [[Donbas|Donbas|UKR|in]], near the [[Sea of Azov|Sea of Azov||in]].",
	"Of all men, most read in the sun; many a mobile home is for sale.",
	"The town of [[Tripoli|Tripoli|LBN|in]] lies north of [[Beirut|Beirut|LBN|in]] in [[Lebanon|Lebanon|LBN|in]].",
	"[[KYIV, Ukraine|Kyiv|UKR|in]] (AP) — Sirens sounded.",
	"The [[U.S.|United States|USA]] and the [[UAE|United Arab Emirates|ARE]] told us so; it is us who pay.",
	"Inspectors visited [[Yongbyon|Yongbyon|PRK]] and the [[Zaporizhzhia nuclear power plant|Zaporizhzhia nuclear power plant|UKR]].",
	"She studied in [[Cambridge, Massachusetts|Cambridge|USA|in]], he in [[Oxford, England|Oxford|GBR|in]].",
	"A blast shook [[São Paulo|São Paulo|BRA]] and [[Sao Paulo|São Paulo|BRA]] alike.",
	"He moved to Smallville, [[Kansas|Kansas|USA]].",
	"In [[Springfield, Illinois|Springfield|USA|in]] the court sat.",
	"Mr. Lincoln met Gen. Austin and President Jackson.",
	"The road from [[Latakia|Latakia|SYR|in]] to [[Hama|Hama|SYR|in]] was cut near [[Homs province|Homs Governorate|SYR|in]].",
	"[[Kosovo|Kosovo|KOS]]'s border with [[Serbia|Serbia|SRB]] was shut, as was that of the [[Soviet Union|Soviet Union|RUS]] once.",
}

type expectation struct {
	start, end            int
	name, country, inside string
}

func unmark(s string) (text string, want []expectation, err error) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "[[")
		b.WriteString(before)
		if !ok {
			return b.String(), want, nil
		}
		inner, after, ok := strings.Cut(rest, "]]")
		f := strings.Split(inner, "|")
		if !ok || len(f) < 3 || len(f) > 4 {
			return "", nil, fmt.Errorf("bad mark %q", inner)
		}
		w := expectation{start: b.Len(), end: b.Len() + len(f[0]), name: f[1], country: f[2]}
		if len(f) == 4 {
			w.inside = f[3]
		}
		want = append(want, w)
		b.WriteString(f[0])
		s = after
	}
}

func finder(t testing.TB) *place.Finder {
	set, err := lexicon.Open("")
	if set == nil {
		t.Fatal(err)
	}
	f, err := place.NewFinder(set, place.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestMarked(t *testing.T) {
	f := finder(t)
	for _, m := range marked {
		text, want, err := unmark(m)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, text, want, f.Find(syntaxtest.Document(text, "")), true)
	}
}

// TestParsed reads the same texts with tags, trees and names. Those may make
// out more, or less, to be where something happens.
func TestParsed(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f := finder(t)
	wrong := 0
	for _, m := range marked {
		text, want, err := unmark(m)
		if err != nil {
			t.Fatal(err)
		}
		a := &article.Article{Text: text}
		a.Blocks = []article.Block{{Kind: article.Paragraph, Span: article.Span{Start: 0, End: len(text)}}}
		wrong += differences(t, text, want, f.Find(p.Parse(a)), false, t.Logf)
	}
	if wrong > 6 {
		t.Errorf("%d mentions differ from what is marked, want at most 6", wrong)
	}
}

func compare(t *testing.T, text string, want []expectation, got []place.Place, inside bool) {
	differences(t, text, want, got, inside, t.Errorf)
}

func differences(t *testing.T, text string, want []expectation, got []place.Place, inside bool, report func(string, ...any)) int {
	t.Helper()
	n := 0
	used := make([]bool, len(got))
	for _, w := range want {
		found := false
		for i, g := range got {
			if g.Start != w.start || g.End != w.end {
				continue
			}
			found, used[i] = true, true
			if g.Name != w.name || g.Country != w.country {
				report("%q: %q is %s (%s), want %s (%s)", text, text[w.start:w.end], g.Name, g.Country, w.name, w.country)
				n++
			} else if inside && g.Locative != (w.inside == "in") {
				report("%q: locative of %q is %v", text, text[w.start:w.end], g.Locative)
				n++
			}
		}
		if !found {
			report("%q: %q is not found", text, text[w.start:w.end])
			n++
		}
	}
	for i, g := range got {
		if !used[i] {
			report("%q: %q is no place, or another (%s)", text, text[g.Start:g.End], g.Name)
			n++
		}
	}
	return n
}

func TestLookup(t *testing.T) {
	f := finder(t)
	for _, c := range []struct{ text, country, name, code string }{
		{"geneva", "", "Geneva", "CHE"},
		{"Cambridge", "USA", "Cambridge", "USA"},
		{"kiev", "", "Kyiv", "UKR"},
		{"Rangoon", "", "Yangon", "MMR"},
		{"Ivory Coast", "", "Ivory Coast", "CIV"},
		{"Tripoli", "", "Tripoli", "LBY"},
		{"Tripoli", "LBN", "Tripoli", "LBN"},
		{"the hague", "", "The Hague", "NLD"},
		{"Deir-ez-Zor", "", "Deir ez-Zor", "SYR"},
		{"Malé", "", "Malé", "MDV"},
	} {
		p, ok := f.Lookup(c.text, c.country)
		if !ok || p.Name != c.name || p.Country != c.code || !p.Located {
			t.Errorf("Lookup(%q, %q) = %s (%s), %v; want %s (%s)", c.text, c.country, p.Name, p.Country, ok, c.name, c.code)
		}
	}
	for _, c := range [][2]string{{"Nowhereville", ""}, {"", ""}, {"Geneva", "FRA"}, {"...", ""}} {
		if p, ok := f.Lookup(c[0], c[1]); ok {
			t.Errorf("Lookup(%q, %q) = %v", c[0], c[1], p)
		}
	}
}

func TestDoubtful(t *testing.T) {
	set, err := lexicon.Open("")
	if set == nil {
		t.Fatal(err)
	}
	f, err := place.NewFinder(set, place.Options{Doubtful: true})
	if err != nil {
		t.Fatal(err)
	}
	got := f.Find(syntaxtest.Document("Paris Hilton left.", ""))
	if len(got) != 1 || got[0].Name != "Paris" {
		t.Errorf("with doubtful mentions: %+v, want Paris", got)
	}
}

func TestCoordinates(t *testing.T) {
	f := finder(t)
	p, ok := f.Lookup("Geneva", "CHE")
	if !ok || p.Geonames != 2660646 || p.Lat < 46 || p.Lat > 46.4 || p.Lon < 6 || p.Lon > 6.3 {
		t.Errorf("Geneva is %+v", p)
	}
	doc := syntaxtest.Document("He died in the USSR.", "")
	got := f.Find(doc)
	if len(got) != 1 || got[0].Located || got[0].Country != "RUS" {
		t.Errorf("the Soviet Union is %+v; want no coordinates", got)
	}
}
