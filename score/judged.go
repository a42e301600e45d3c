package score

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Judgement is what a reader says of an event that was found in a text: right
// if type, direction and the countries of both sides are.
type Judgement struct {
	Text               string // the article's id
	Type               string
	Actors, Recipients string // codes as SideCodes joins them
	Right              bool
}

// Key names the event within its text.
func (j *Judgement) Key() string { return j.Type + " " + j.Actors + " " + j.Recipients }

// ReadJudgements reads lines of five columns, parted by tabs: text, type,
// actors, recipients, and "right" or "wrong"; lines beginning with "#" are
// comments. Errors name the line.
func ReadJudgements(r io.Reader) ([]Judgement, error) {
	var out []Judgement
	err := fiveColumns(r, func(c []string) error {
		if c[4] != "right" && c[4] != "wrong" {
			return fmt.Errorf("%q is neither right nor wrong", c[4])
		}
		out = append(out, Judgement{c[0], c[1], c[2], c[3], c[4] == "right"})
		return nil
	})
	return out, err
}

// fiveColumns calls row with the columns of each line but comments, which begin
// with "#". Errors, its own and those of row, name the line.
func fiveColumns(r io.Reader, row func(columns []string) error) error {
	s := bufio.NewScanner(r)
	for n := 1; s.Scan(); n++ {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		c := strings.Split(s.Text(), "\t")
		if len(c) != 5 {
			return fmt.Errorf("line %d: %q has not five columns", n, s.Text())
		}
		if err := row(c); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return s.Err()
}

// SideCodes joins the codes of the parties on one side of an event: of each its
// country, or else its sector, or "?", each once in alphabetical order;
// "-" for none.
func SideCodes(parties []CodedParty) string {
	var out []string
	for _, p := range parties {
		c := p.Country
		if c == "" {
			c = p.Sector
		}
		if c == "" {
			c = "?"
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		return "-"
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), "+")
}

// Verdicts are the judgements by text and by Key.
func Verdicts(list []Judgement) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for i := range list {
		j := &list[i]
		if out[j.Text] == nil {
			out[j.Text] = map[string]bool{}
		}
		out[j.Text][j.Key()] = j.Right
	}
	return out
}
