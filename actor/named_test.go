package actor_test

import (
	"strings"
	"testing"

	"readout/parse"
)

// Names and countries that the words around them tell; of each text the
// entities that want lists must be there.
var named = []struct{ text, want string }{
	{"Far-right lawmakers left the chamber.", "Far-right lawmakers"},
	{"Officials in Kathmandu and Lalitpur in Nepal closed the schools.", "Lalitpur NPL"},
	{"Police in Uttar Pradesh said that two men were arrested in Lalitpur, India.", "Lalitpur IND"},
	{"Foreign ministers of Arab countries met in Riyadh.", "Foreign ministers of Arab countries"},
	{"Ana Ruiz is sworn in as President of Ecuador.", "Ana Ruiz ECU; Ecuador ECU"},
	{"Blinken warns Iran.", "Antony Blinken USA; Iran IRN"},
	{"Zelensky met Trump on Monday.", "Volodymyr Zelensky UKR; Donald Trump USA"},
	{"Guterres appoints an envoy.", "António Guterres UNO"},
	{"Macron was scheduled to meet Modi in Delhi.", "Narendra Modi IND; Delhi IND"},
	{"Readout of the call with Prime Minister Sander of Norway.", "Sander NOR"},
	{"President Nkemba of Chad met Queen Anna of the Netherlands.", "Nkemba TCD; Anna NLD"},
	{"The minister met President Tomas Brandt-Keller of Austria. He thanked President Brandt-Keller.", "Tomas Brandt-Keller AUT"},
	{"President al-Assad arrived in Moscow.", "Bashar al-Assad SYR"},
	{"The Doha-based leader of Hamas met the Turkish president.", "Doha-based leader of Hamas PSE"},
	{"The Paris-based president of the council met the Turkish president.", "Paris-based president of the council FRA"},
	{"A British aid worker was detained in Cairo.", "British aid worker GBR"},
	{"An aid worker was detained in Cairo.", "aid worker NGO"},
	{"Wang met Smith and Brown.", "Wang; Smith; Brown"},
	{"The minister of agriculture of the Republic of Moldova Ion Cazacu met farmers.", "Ion Cazacu"},
	{"The president of Turkey Recep Tayyip Erdogan rejected the plan.", "Recep Tayyip Erdoğan TUR"},
	{"European politicians said that the war in Syria must end. Damascus agreed.", "European politicians"},
	{"The Norwegian diplomacy protested.", "Norwegian diplomacy NOR"},
	{"FACT SHEET: Norway Calls for a Longer Summer. Officials in Oslo agreed.", "Norway NOR; Officials in Oslo NOR"},
	{"By Executive Order 13288, the President declared an emergency to deal with the threat to the United States by Zimbabwe and by Zimbabwean officials.", "Joe Biden USA"},
	{"The Finnish minister wants to leave the Ottawa Treaty.", "Finnish minister FIN"},
	{"Two pupils were wounded in a shooting at Antioch High School in Nashville, Tennessee.", "Antioch High School USA"},
	{"An Australian judge fined the airline Kestair AU$90 million (US$59 million).", "Kestair"},
	{"Arab League Secretary-General Omar Halabi spoke on Monday.", "Omar Halabi IGO"},
}

func TestNamed(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := newResolver(t)
	wrong := 0
	for _, c := range named {
		cast := r.Resolve(p.Parse(paragraph("2024-05-14", c.text)))
		var got []string
		for _, e := range cast.Entities {
			got = append(got, strings.TrimSpace(e.Name+" "+e.Country))
		}
		for _, w := range strings.Split(c.want, "; ") {
			if !strings.Contains("; "+strings.Join(got, "; ")+";", "; "+w+";") {
				wrong++
				t.Logf("%s: %s not among %s", c.text, w, strings.Join(got, "; "))
			}
		}
	}
	if wrong > 1 { // the parser may misread one
		t.Errorf("%d wrong", wrong)
	}
}
