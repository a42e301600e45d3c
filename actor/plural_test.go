package actor_test

import (
	"slices"
	"strings"
	"testing"

	"readout/actor"
	"readout/parse"
)

// For whom a plural stands: of each text, what the words in brackets mean.
var plurals = []struct{ text, want string }{
	{"Macron spoke again. Macron had earlier phoned Macron's general, Tiani. Turkish foreign minister Hakan Fidan received his Nigerien counterpart, Bakary Yaou Sangaré in Ankara. [The two men] signed a pact.", "Hakan Fidan; Bakary Yaou Sangaré"},
	{"The foreign ministers of Estonia, Latvia and Lithuania met in Tallinn. [The ministers] condemned the plan.", "Margus Tsahkna; Baiba Braže; Gabrielius Landsbergis"},
	{"President Biden met with President Macron of France, Chancellor Scholz of Germany and Prime Minister Meloni of Italy. [The leaders] spoke about trade.", "Joe Biden; Emmanuel Macron; Olaf Scholz; Giorgia Meloni"},
	{"Armenia and Azerbaijan held talks on Sunday. The United States urged [the two sides] to return to the table.", "Armenia; Azerbaijan"},
	{"Armenia and Azerbaijan held talks on Sunday. Armenia accused Azerbaijan of shelling. Azerbaijan denied it. The United States urged [both parties] to return to the table.", "Armenia; Azerbaijan"},
	{"The Democrats and the Republicans voted on Sunday. Voters punished [both parties].", "Democratic Party; Republican Party"},
	{"Armenia and Azerbaijan are at war. Each side accused the other. Rebels shelled a Congolese town. The UN urged [both parties] to stop.", "Armenia; Azerbaijan"},
	{"Ilham Aliyev and Nikol Pashinyan met in Brussels under the mediation of Charles Michel. [The two leaders] signed nothing.", "Ilham Aliyev; Nikol Pashinyan"},
	{"[Israeli and Hamas negotiators] met in Doha.", "Israeli negotiators; Hamas negotiators"},
	{"[NATO and Russian officials] met in Paris.", "NATO; Russian officials"},
	{"Talks between [Slovak, Ukrainian, and European Commission officials] were held in Paris.", "Slovak officials; Ukrainian officials; European Commission officials"},
	{"[The European Commission officials] met in Paris.", "European Commission officials"},
	{"President Biden met with G7 Leaders today. President Volodymyr Zelenskyy of Ukraine joined them. [The Leaders] spoke about trade.", "G7 Leaders"},
}

// What the title of a report on a meeting says of those for whom a plural stands.
var titled = []struct{ title, text, want string }{
	{"Readout of President Biden’s Call with President Macron of France", "President Biden spoke today with President Macron. They spoke of Ukraine and of Germany. Germany helped Poland. [They] agreed to meet again.", "Joe Biden; Emmanuel Macron"},
	{"Statement by the Press Secretary on Chancellor Scholz's Meeting with Prime Minister Meloni", "Russia attacked Ukraine and Moldova. [The two sides] agreed to help.", "Olaf Scholz; Giorgia Meloni"},
	{"Readout of President Biden’s Call with President Macron of France", "President Biden spoke today with President Macron. He praised the bonds between [our two countries].", "United States; France"},
	{"G7 Leaders’ Statement on Ukraine", "Russia attacked Ukraine. [We] condemn this attack.", "G7"},
	{"Readout of President Biden’s Call with President Macron of France", "President Biden noted that [we] will help Ukraine.", "United States"},
}

func TestPlurals(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := newResolver(t)
	all := slices.Clone(titled)
	for _, c := range plurals {
		all = append(all, struct{ title, text, want string }{"", c.text, c.want})
	}
	for _, c := range all {
		before, rest, _ := strings.Cut(c.text, "[")
		inside, after, _ := strings.Cut(rest, "]")
		text := before + inside + after
		a := paragraph("2024-05-14", text)
		a.Title = c.title
		cast := r.Resolve(p.Parse(a))
		var got []string
		for _, e := range cast.Entities {
			if slices.ContainsFunc(e.Mentions, func(m actor.Mention) bool { return m.Start == len(before) && m.End == len(before)+len(inside) }) {
				got = append(got, e.Name)
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s, want %s", c.text, s, c.want)
		}
	}
}
