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
	{"The Democrats and the Republicans voted on Sunday. Voters punished [both parties].", ""},
	{"Ilham Aliyev and Nikol Pashinyan met in Brussels under the mediation of Charles Michel. [The two leaders] signed nothing.", "Ilham Aliyev; Nikol Pashinyan"},
	{"President Biden met with G7 Leaders today. President Volodymyr Zelenskyy of Ukraine joined them. [The Leaders] spoke about trade.", "G7 Leaders"},
}

func TestPlurals(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := newResolver(t)
	for _, c := range plurals {
		before, rest, _ := strings.Cut(c.text, "[")
		inside, after, _ := strings.Cut(rest, "]")
		text := before + inside + after
		cast := r.Resolve(p.Parse(paragraph("2024-05-14", text)))
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
