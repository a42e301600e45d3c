package score

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A HandCoding is one event of a text that a person coded whole: its type and
// the countries of both sides, as Countries has them.
type HandCoding struct {
	Text               string // the article's id
	Core               bool   // any competent coder finds it; otherwise defensible
	Type               string
	Actors, Recipients []string
}

// ReadHandCodings reads lines of five columns, parted by tabs: text, "core" or
// "extra", type, and the countries of actors and recipients, each joined with
// "+", or "-" for none; lines beginning with "#" are comments. Errors name the
// line.
func ReadHandCodings(r io.Reader) ([]HandCoding, error) {
	var out []HandCoding
	err := fiveColumns(r, func(c []string) error {
		if c[1] != "core" && c[1] != "extra" {
			return fmt.Errorf("%q is neither core nor extra", c[1])
		}
		side := func(s string) []string {
			if s == "-" {
				return nil
			}
			return Countries(strings.Split(s, "+"))
		}
		out = append(out, HandCoding{c[0], c[1] == "core", c[2], side(c[3]), side(c[4])})
		return nil
	})
	return out, err
}

// ByText are the codings by text.
func ByText(list []HandCoding) map[string][]HandCoding {
	out := map[string][]HandCoding{}
	for _, h := range list {
		out[h.Text] = append(out[h.Text], h)
	}
	return out
}

// Fits reports whether an event of a type between parties of these countries,
// as Countries has them, is the one coded.
func (h *HandCoding) Fits(typ string, actors, recipients []string) bool {
	return h.Type == typ && SameSides(typ, actors, recipients, h.Actors, h.Recipients)
}

// Countries are the codes of countries of the parties on one side, each once in
// alphabetical order, without those that are unknown (""); the United Nations
// and the European Union are international bodies (IGO), as the gold sentences
// have them.
func Countries(codes []string) []string {
	var out []string
	for _, c := range codes {
		switch c {
		case "":
			continue
		case "UNO", "EUR":
			c = "IGO"
		}
		out = append(out, c)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// SameSides reports whether two events of one type have the same countries on
// both sides or, of what parties do with each other, all of them together.
func SameSides(typ string, actors, recipients, otherActors, otherRecipients []string) bool {
	if slices.Equal(actors, otherActors) && slices.Equal(recipients, otherRecipients) {
		return true
	}
	switch typ {
	case "CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT":
	default:
		return false
	}
	all := func(x, y []string) []string { return Countries(slices.Concat(x, y)) }
	return (len(recipients) == 0 || len(otherRecipients) == 0) && slices.Equal(all(actors, recipients), all(otherActors, otherRecipients))
}
