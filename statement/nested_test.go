package statement

import (
	"strings"
	"testing"
)

// Statements within statements, each by its source, cue and content, with who
// speaks it and the source of the statement that holds it.
func TestNested(t *testing.T) {
	reader := newTextReader(t)
	for _, c := range []struct{ text, want string }{
		{"“The pumps failed twice. I think that nobody had looked at them for years,” said Ewa Brzoza, an engineer.",
			"I | think | that nobody had looked at them for years, | Ewa Brzoza < Ewa Brzoza, an engineer"},
		{"“When the rain came in through the roof I thought, ‘Well, there goes the piano’,” said Ewa Brzoza.",
			"I | thought | ‘Well, there goes the piano’ | Ewa Brzoza < Ewa Brzoza"},
		{"The Daily Courier reported that Ewa Brzoza, an engineer, said the pumps had failed twice.",
			"Ewa Brzoza, an engineer | said | the pumps had failed twice | Ewa Brzoza < The Daily Courier"},
		{"According to the Daily Courier, Marta Kowal said the ferry would leave on Monday.",
			"Marta Kowal | said | the ferry would leave on Monday | Marta Kowal < the Daily Courier"},
		{"Poland decided to recall its envoy after Olga Brzoza compared the mayor to a “sleeping watchman”.",
			"Olga Brzoza | compared | the mayor to a “sleeping watchman” | Olga Brzoza < Poland"},
		{"“We like to walk by the river and to look at the old boats there,” said Jan Brzoza.", ""},
		{"Marta Kowal said that the ferry had left.", ""},
	} {
		r := reader.read(t, textArticle(c.text))
		var got []string
		for i := range r.list {
			if s := &r.list[i]; s.Within >= 0 {
				got = append(got, r.Words(s.Source)+" | "+r.Words(s.Cue)+" | "+r.content(s)+" | "+r.who(s)+" < "+r.Words(r.list[s.Within].Source))
			}
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.text, g, c.want)
		}
	}
}

// What a speaker says or thinks next is a statement of its own, not the rest of
// the one before.
func TestNextThought(t *testing.T) {
	p, f := newParser(t), newFinder(t, Options{})
	for text, want := range map[string]string{
		"I believe that the ferry is late and I think that the captain knows why.":                 "that the ferry is late; that the captain knows why",
		"The mayor said that the ferry was late and that the captain knew why.":                    "that the ferry was late and that the captain knew why",
		"The owner left the harbour in the hands of Jan Brzoza, who accuses the captain of theft.": "the captain of theft",
		// Once, not for each cue.
		"The captain assured that the crew should not worry. “The worries of the owners have no basis” because the ship is doing “nothing new” in the bay, he said. he told the crew adding: “On the contrary, I am convinced that we must sail”.": "that the crew should not worry; “The worries of the owners have no basis” because the ship is doing “nothing new” in the bay; “On the contrary, I am convinced that we must sail”",
	} {
		a := textArticle(text)
		d := p.Parse(a)
		var got []string
		for _, s := range f.Find(d, nil) {
			for _, c := range s.Content {
				if s.Within < 0 {
					got = append(got, a.Words(c))
				}
			}
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s\n got  %s\n want %s", text, g, want)
		}
	}
}
