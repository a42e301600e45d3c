package event

import (
	"strings"
	"testing"

	"readout/actor"
)

// parties are sentences with who acts on whom in their first event, each as
// country/sector, and whether the text has a date.
var parties = []struct{ text, published, want string }{
	{"A group of Tunisian diplomats met President Emmanuel Macron on Monday.", "2024-05-14", "TUN/GOV FRA/GOV -"},
	{"Turkish warplanes bombed Kurdish fighters in Syria.", "2024-05-14", "TUR/MIL - SYR/UAF"},
	{"Farmers from Belgium blockaded Brussels.", "2024-05-14", "BEL/AGR - BEL/CVL"},
	{"Rebels shelled the besieged Syrian town of Raqqa.", "2024-05-14", "SYR/REB - SYR/CVL"},
	{"A Chilean court ordered former president Augusto Pinochet to appear for questioning.", "", "CHL/JUD - CHL/ELI"},
	{"General Hossam Farouk condemned the African Union.", "", "/MIL - IGO/"},
	{"Egyptian military police have launched an investigation into crimes committed by Libyan militias.", "2024-05-14", "EGY/MIL - LBY/PRM"},
	{"Saudi Arabia criticised NATO peacekeeping troops.", "2024-05-14", "SAU/GOV - IGO/MIL"},
	{"Red Cross officials suspended aid deliveries to Sudan.", "2024-05-14", "NGO/CVL - SDN/GOV"},
	{"The mayor has refused to resign despite calls by the Constitutional Court of Moldova.", "2024-05-14", "MDA/GOV - MDA/JUD"},
	{"Iran threatened to cut off gas to the autonomous republic of Nakhchivan.", "2024-05-14", "IRN/GOV - AZE/"},
	{"Israeli army bulldozers demolished houses in Jenin.", "2024-05-14", "ISR/MIL - PSE/CVL"},
}

// Of these four in five must be read as they say: which ones the parser
// misreads differs from one training to the next.
func TestParties(t *testing.T) {
	r := newReader(t)
	wrong := 0
	for _, c := range parties {
		a := r.analyse(c.text, c.published)
		events := r.events.Find(a.Document, a.Cast, a.Times, a.Places)
		got := "nothing"
		if len(events) > 0 {
			got = sides(a.Cast, &events[0])
		}
		if got != c.want {
			wrong++
			t.Logf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
	if wrong*5 > len(parties) {
		t.Errorf("%d of %d misread", wrong, len(parties))
	}
}

// sides writes the actors of an event, "-", and its recipients.
func sides(cast *actor.Cast, e *Event) string {
	var out []string
	list := func(parties []int) {
		for _, p := range parties {
			x := &cast.Entities[p]
			sector := ""
			if len(x.Sectors) > 0 {
				sector = x.Sectors[0]
			}
			out = append(out, x.Country+"/"+sector)
		}
	}
	list(e.Actors)
	out = append(out, "-")
	list(e.Recipients)
	return strings.Join(out, " ")
}
