package actor_test

import (
	"fmt"
	"strings"
	"testing"

	"readout/parse"
)

// Whose somebody is by the words behind him, whose office a title of several
// words means, and what is a ship and nobody.
var attached = []struct{ text, want string }{
	{"A group linked to al-Qaida killed two French soldiers.", "group | organization | IMG | REB"},
	{"Militants linked to Isis attacked a village in Mozambique.", "Militants | group | IMG | REB"},
	{"Hackers linked to the GRU attacked Germany.", "Hackers | group | RUS | CRM"},
	{"Rebels allied with Rwanda captured Goma.", "Rebels | group |  | REB"},
	{"A British man linked to Isis was arrested in Turkey.", "British man | person | GBR | CVL"},
	{"An aide to Vladimir Putin criticised France.", "aide to Vladimir Putin | person | RUS | GOV"},
	{"The minister of defence of Chad visited France.", "minister of defence | person | TCD | GOV"},
	{"The secretary of state of Georgia rejected Trump's demand.", "secretary of state | person | USA | GOV"},
	{"The chief of staff of the Israeli army visited Washington.", "Herzi Halevi | person | ISR | MIL"},
	{"Israel attacked Lebanon on Monday. The chief of staff said the army would respond.", "chief of staff | person |  | GOV"},
	{"The White House said that the chief of staff would travel to Kyiv.", "Jeff Zients | person | USA | GOV"},
	{"The Secretary of State visited Chad.", "Antony Blinken | person | USA | GOV"},
	{"Israel killed Hamas leaders.", "Hamas leaders | group | PSE | REB"},
	{"Taliban leaders met Iranian diplomats.", "Taliban leaders | group | AFG | REB"},
	{"The USS Ronald Reagan sailed to Japan.", "USS Ronald Reagan | organization | USA | MIL"},
	{"HMS Queen Elizabeth sailed to Japan.", "HMS Queen Elizabeth | organization | GBR | MIL"},
	{"The French aircraft carrier Charles de Gaulle was deployed to the Gulf.", "Charles de Gaulle | organization | FRA | MIL"},
	{"The American destroyer John Finn sailed through the Taiwan Strait.", "John Finn | organization | USA | MIL"},
	{"On the ship Biden met Putin.", "Joe Biden | person | USA | GOV"},
	{"Boat captain John Smith was arrested in Iran.", "John Smith | person | IRN | LAB"},
}

func TestAttached(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := newResolver(t)
	for _, c := range attached {
		cast := r.Resolve(p.Parse(paragraph("2024-05-05", c.text)))
		var got []string
		found := false
		for _, e := range cast.Entities {
			s := fmt.Sprintf("%s | %s | %s | %s", e.Name, e.Kind, e.Country, strings.Join(e.Sectors, " "))
			got = append(got, s)
			found = found || s == c.want
		}
		if !found {
			t.Errorf("%s: %s is not among %q", c.text, c.want, got)
		}
	}
}
