package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestClasses(t *testing.T) {
	s := openWith(t, "classes.t.txt", "zoo = lion; polar bear; +pet\npet = cat; dog\nzoo += lion; tiger\n")
	all, err := s.Classes()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(c Class) bool { return c.Name == "zoo" })
	if i < 0 || !slices.Equal(all[i].Words, []string{"lion", "polar bear", "cat", "dog", "tiger"}) {
		t.Errorf("zoo read as %+v", all[i])
	}
	for _, c := range []struct{ text, want string }{
		{"zoo lion", "a class is: name = word"},
		{"zoo = ;", `class "zoo" is empty`},
		{"zoo = Lion", "not in small letters"},
		{"zoo = +nosuch", `takes in "nosuch", which there is not`},
		{"zoo = +pet\npet = +zoo", "takes in itself"},
		{"pet = cat\nzoo = lion\npet = dog", `class "pet" has its words at classes.t.txt:3; += adds to them`},
		{"zoo += lion", `adds to class "zoo", which there is not`},
	} {
		_, err := openWith(t, "classes.t.txt", c.text).Classes()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q", c.text, err, c.want)
		}
	}
}

func TestContexts(t *testing.T) {
	s := openWith(t, "contexts.t.txt", "cyber = byte; zero day exploit\n")
	all, err := s.Contexts()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(all, func(c Cue) bool {
		return c.Context == "cyber" && slices.Equal(c.Words, []string{"zero", "day", "exploit"})
	}) {
		t.Error("a cue of three words is not read")
	}
	for _, text := range []string{"cyber byte", "= byte", "cyber = ;", "cyber = Byte"} {
		if _, err := openWith(t, "contexts.t.txt", text).Contexts(); err == nil {
			t.Errorf("%q: no fault found", text)
		}
	}
}
