package actor_test

import (
	"slices"
	"strings"
	"testing"

	"readout/parse"
)

// By what words the text takes up somebody whom it has named; of each text the
// entity that want begins with must have just the mentions behind the colon.
var again = []struct{ title, text, want string }{
	{"", "The World Bank approved a loan on Monday. The bank said it would help Peru.", "World Bank IGO: The World Bank; The bank; it"},
	{"", "Amnesty International said that prisoners were tortured. The charity condemned Syria.", "Amnesty International NGO: Amnesty International; The charity"},
	{"", "The Department for International Relief sent tents to Peru. The government thanked Spain.", "Department for International Relief: The Department for International Relief"},
	{"", "Goldman Sachs sued Peru on Monday. The board resigned.", "Goldman Sachs MNC: Goldman Sachs"},
	{"", "Barack Obama nominated Jim Yong Kim on Monday. President Kim thanked him.", "Jim Yong Kim IGO: Jim Yong Kim; President Kim"},
	{"", "Jill Biden visited Ohio. President Biden stayed in Washington.", "Joe Biden USA: President Biden"},
	{"", "George W. Bush criticised Iran. Bush visited Spain.", "George W. Bush USA: George W. Bush; Bush"},
	{"", "Alice Nkemba, an official with Save the Children, condemned the attack.", "Alice Nkemba NGO: Alice Nkemba; an official"},
	{"", "Protesters criticised Otto and Wilma Brandt on Monday. Otto Brandt resigned.", "Otto Brandt: Otto; Otto Brandt"},
	{"", "Ana Silva arrived in Lisbon. Silva and her husband, Tom, were greeted. Tom Silva laughed. Silva criticised Spain.", "Ana Silva: Ana Silva; Silva; her; Silva"},
	{"", "The race was led by Democrat Zephyra Quint. Quint criticised Peru. She left.", "Zephyra Quint PER: Democrat Zephyra Quint; Quint; She"},
	{"", "Ana Silva (D) of Ohio criticised Peru. Rep. Tom Brandt (R-Utah) praised her.", "Ana Silva USA: Ana Silva; her"},
	{"", "Money went to Otto Brandt, a Republican trying to win the seat. Ana Silva criticised Peru.", "Otto Brandt PER: Otto Brandt; a Republican"},
	{"", "The World Bank met on Monday. It rained in Peru. It rained in Chile. It snowed in Chad. It snowed in Mali. It thawed in Togo. It thawed in Niger. It froze in Fiji. It froze in Cuba. It hailed in Oman. It hailed in Guam. It poured in Iran. The bank resigned.", "World Bank IGO: The World Bank; The bank"},
	{"", "It was hailed by the Russian president, Vladimir Putin, who remarked: \"I agree with Donald Trump.\"", "Vladimir Putin RUS: the Russian president; Vladimir Putin; I"},
	{"", "Ana Silva, R-Ohio, criticised Peru. Peru criticised Rep. Tom Brandt, who knows the United States.", "Tom Brandt USA: Rep. Tom Brandt"},
	{"", "The state department says that Peru is responsible.", "United States Department of State USA: The state department"},
	{"", "Joe Biden won in Peru. The Biden campaign criticised Chile.", "Biden campaign USA: The Biden campaign"},
	{"", "Peru and the United States agreed. The House Select Committee criticised Chile.", "House Select Committee USA: The House Select Committee"},
	{"", "Peru and the United States agreed. A Democratic aide criticised Chile. Democratic countries did so too.", "Democratic aide USA: A Democratic aide"},
	{"", "Peru and Chile agreed. The democratic opposition criticised Chad.", "democratic opposition: The democratic opposition"},
	{"", "Ana Silva arrived in Lisbon. In Tom's shoes Silva met Peru. Tom Silva laughed.", "Ana Silva: Ana Silva; Silva"},
	{"Statement by Press Secretary Karine Jean-Pierre on the Meeting", "The President met his team. The President condemned Iran.", "Joe Biden USA: The President; his; The President"},
}

func TestAgain(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := newResolver(t)
	for _, c := range again {
		doc := p.Parse(paragraph("2024-05-05", c.text))
		doc.Article.Title = c.title
		cast := r.Resolve(doc)
		var got []string
		for _, e := range cast.Entities {
			var ms []string
			for _, m := range e.Mentions {
				ms = append(ms, doc.Article.Words(m.Span))
			}
			got = append(got, strings.TrimSpace(e.Name+" "+e.Country)+": "+strings.Join(ms, "; "))
		}
		if !strings.Contains("\n"+strings.Join(got, "\n")+"\n", "\n"+c.want+"\n") {
			t.Errorf("%s\n no %s\namong\n%s", c.text, c.want, strings.Join(got, "\n"))
		}
	}
}

// What is written is no party by its acronym.
func TestWritten(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := p.Parse(paragraph("2024-05-05", "Joe Biden used the Defense Production Act on Monday. The DPA is old."))
	for _, e := range newResolver(t).Resolve(doc).Entities {
		for _, m := range e.Mentions {
			if strings.HasSuffix(doc.Article.Words(m.Span), "DPA") {
				t.Errorf("%s is a party", e.Name)
			}
		}
	}
}

// Who is to lead a state is known by his surname in the campaign before; and where
// harm is done in a text about one land, its people are meant.
func TestCampaign(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Mr. Trump criticised Cuba on Monday.": "Donald Trump USA",
		"Syria is at war. Damascus in Syria fell silent. Aleppo is in Syria. Idlib is in Syria. Turkey watched Syria. Russia watched Syria. More than 60 people were killed on Monday.": "people SYR",
	} {
		var got []string
		for _, e := range newResolver(t).Resolve(p.Parse(paragraph("2016-05-05", text))).Entities {
			got = append(got, e.Name+" "+e.Country)
		}
		if !slices.Contains(got, want) {
			t.Errorf("%s: %s not among %q", text, want, got)
		}
	}
}
