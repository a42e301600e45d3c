package actor_test

import (
	"fmt"
	"testing"

	"readout/parse"
)

// Whom a title means, and what office somebody unknown holds: in a state, in a
// part of one, and where a state has nobody in the knowledge files.
var holders = []struct{ text, name, office string }{
	{"Botswana's top diplomat met Chinese officials.", "Botswana's top diplomat", "Top Diplomat of Botswana"},
	{"The EU's top diplomat met Chinese officials.", "Josep Borrell", "High Representative of the European Union for Foreign Affairs"},
	{"The Texas attorney general sued Google.", "Ken Paxton", "Attorney General of Texas"},
	{"The Texas secretary of state resigned.", "Texas secretary of state", "Secretary of State of Texas"},
	{"In June, the Secretary of State met with President Xi in Beijing.", "Antony Blinken", "Secretary of State of the United States"},
	{"The Abkhaz president met Putin.", "Aslan Bzhania", "President of Abkhazia"},
	{"Greenland's prime minister rejected the plan.", "Múte Egede", "Prime Minister of Greenland"},
	{"The Crimean prime minister met Putin.", "Crimean prime minister", "Prime Minister of Crimea"},
	{"The president of Catalonia met Macron.", "president of Catalonia", "President of Catalonia"},
	{"The mayor of Moscow resigned.", "mayor of Moscow", "Mayor of Moscow"},
	{"Odesa mayor Petro Lysak resigned.", "Petro Lysak", "Mayor of Odesa"},
	{"The Chechen leader met Putin.", "Ramzan Kadyrov", "Head of Chechnya"},
	{"The president of the Central Bank of Russia resigned.", "president of the Central Bank of Russia", "President of the Central Bank of Russia"},
	{"The leader of Hamas met Erdogan.", "leader of Hamas", "Leader of Hamas"},
	{"The president of the Palestinian Authority met Macron.", "Mahmoud Abbas", "President of Palestine"},
	{"The head of the French diplomacy met Blinken.", "Stéphane Séjourné", "Foreign Minister of France"},
	{"The head of the Turkish state rejected the plan.", "Recep Tayyip Erdoğan", "President of Turkey"},
	{"The tenant of the White House called Macron.", "Joe Biden", "President of the United States"},
	{"Kyiv's defence minister met the French president.", "Rustem Umerov", "Defence Minister of Ukraine"},
}

func TestHolders(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := newResolver(t)
	for _, c := range holders {
		cast := r.Resolve(p.Parse(paragraph("2024-05-05", c.text)))
		var got []string
		found := false
		for _, e := range cast.Entities {
			got = append(got, fmt.Sprintf("%s (%s)", e.Name, e.Office))
			found = found || e.Name == c.name && e.Office == c.office
		}
		if !found {
			t.Errorf("%s: %s (%s) is not among %v", c.text, c.name, c.office, got)
		}
	}
}
