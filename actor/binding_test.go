package actor_test

import (
	"strings"
	"testing"

	"readout/parse"
)

// Object pronouns are never who acts in their own clause, whether the clause
// names him or leaves him unsaid. "[him]" stands for the name behind "=".
func TestBinding(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := newResolver(t)
	for _, c := range []struct{ text, want string }{
		{"Putin criticised Macron. Putin met Xi to thank [him].", "Xi Jinping"},
		{"Biden spoke with Harris to congratulate [him].", "Simon Harris"},
		{"Macron urged Putin to release [him].", "Emmanuel Macron"},
		{"Biden called Xi on Monday to warn [him].", "Xi Jinping"},
		{"Putin visited Xi and praised [him].", "Xi Jinping"},
		{"Putin called Trump on Monday, congratulating [him] on his victory.", "Donald Trump"},
		{"Biden, who went to Beijing to meet Xi and warn [him], flew home.", "Xi Jinping"},
		{"Macron won in the south, giving [him] hope.", "Emmanuel Macron"},
	} {
		at := strings.Index(c.text, "[")
		a := paragraph("2024-12-12", strings.NewReplacer("[", "", "]", "").Replace(c.text))
		got := ""
		for _, e := range r.Resolve(p.Parse(a)).Entities {
			for _, m := range e.Mentions {
				if m.Start == at {
					got = e.Name
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: %q", c.text, got)
		}
	}
}

// In a quotation what is "ours" or "this government" is of the speaker's state;
// whoever is asked is not of the state that asks; a number makes several of a
// demonym without an ending.
func TestLands(t *testing.T) {
	p, err := parse.New(parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := newResolver(t)
	for _, c := range []struct{ text, name, country string }{
		{"“Our government lied about Mali,” said French senator Jacques Durand.", "government", "FRA"},
		{"“This government has failed the people of Syria,” said British MP Jane Smith.", "government", "GBR"},
		{"“Our troops will leave Iraq,” said Danish minister Per Hansen.", "troops", "DNK"},
		{"“Our partners will leave Iraq,” said Danish minister Per Hansen.", "partners", ""},
		{"Paris was alarmed by arrests in Mali and urged the authorities to free the journalists.", "authorities", "MLI"},
		{"Kenya arrested two Chinese on Monday.", "Chinese", "CHN"},
	} {
		found := false
		for _, e := range r.Resolve(p.Parse(paragraph("2024-12-12", c.text))).Entities {
			if e.Name == c.name {
				found = true
				if e.Country != c.country {
					t.Errorf("%s: %s is of %q", c.text, e.Name, e.Country)
				}
			}
		}
		if !found {
			t.Errorf("%s: nobody is called %s", c.text, c.name)
		}
	}
}
