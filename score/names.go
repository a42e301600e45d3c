package score

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// A Labelled is a sentence of words with the names in it.
type Labelled struct {
	Words []string
	Names []LabelledName
}

// A LabelledName is a name: words [First, Last) of its sentence.
type LabelledName struct {
	First, Last int
	Kind        string // one of NameKinds
}

// NameKinds are the kinds that are measured, in the order of the table.
var NameKinds = [...]string{"person", "organization", "place"}

// nameKinds are the labels of the kinds in files.
var nameKinds = map[string]string{
	"PER": "person", "PERSON": "person",
	"ORG": "organization", "ORGANIZATION": "organization",
	"LOC": "place", "GPE": "place", "PLACE": "place",
}

// ReadLabelled reads words with BIO labels ("B-PER", "I-PER", "O"): a word and
// its label a line, divided by a tab or blank, an empty line after each
// sentence. Kinds that are not measured are read as O. An error names the line.
func ReadLabelled(r io.Reader) ([]Labelled, error) {
	var out []Labelled
	var s Labelled
	end := func() {
		if len(s.Words) > 0 {
			out = append(out, s)
			s = Labelled{}
		}
	}
	sc := bufio.NewScanner(r)
	last := "O"
	for line := 1; sc.Scan(); line++ {
		text := strings.TrimRight(sc.Text(), "\r")
		if strings.TrimSpace(text) == "" {
			end()
			last = "O"
			continue
		}
		i := strings.LastIndexAny(text, "\t ")
		if i <= 0 {
			return nil, fmt.Errorf("line %d: %q is no word with a label", line, text)
		}
		label := text[i+1:]
		prefix, kind, _ := strings.Cut(label, "-")
		if prefix != "O" && prefix != "B" && prefix != "I" || prefix != "O" && kind == "" {
			return nil, fmt.Errorf("line %d: %q is no BIO label", line, label)
		}
		if k := nameKinds[strings.ToUpper(kind)]; k != "" {
			n := len(s.Words)
			if prefix == "I" && (last == "B-"+kind || last == "I-"+kind) {
				s.Names[len(s.Names)-1].Last++
			} else {
				s.Names = append(s.Names, LabelledName{n, n + 1, k})
			}
		}
		last = label
		s.Words = append(s.Words, strings.TrimSpace(text[:i]))
	}
	end()
	return out, sc.Err()
}

// A NameCount counts the names of one kind: those of the gold, those of the
// system, and those that agree in span and kind.
type NameCount struct{ Gold, System, Right int }

// F1 is the harmonic mean of precision and recall; 1 where there is nothing to
// find and nothing was found.
func (c NameCount) F1() float64 { return ratio(2*c.Right, c.Gold+c.System) }

// Precision is the share of the system's names that are right.
func (c NameCount) Precision() float64 { return ratio(c.Right, c.System) }

// Recall is the share of the gold's names that were found.
func (c NameCount) Recall() float64 { return ratio(c.Right, c.Gold) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// NameScores are the counts by kind, in the order of NameKinds.
type NameScores [len(NameKinds)]NameCount

// All adds the kinds up.
func (s NameScores) All() NameCount {
	var all NameCount
	for _, c := range s {
		all.Gold, all.System, all.Right = all.Gold+c.Gold, all.System+c.System, all.Right+c.Right
	}
	return all
}

// Names compares the system's names with those of the gold by exact span and
// kind, as CoNLL 2003 does. Both must have the same sentences and words.
func Names(gold, system []Labelled) (NameScores, error) {
	var s NameScores
	if len(gold) != len(system) {
		return s, fmt.Errorf("gold has %d sentences, the system %d", len(gold), len(system))
	}
	for i, g := range gold {
		if strings.Join(g.Words, "\n") != strings.Join(system[i].Words, "\n") {
			return s, fmt.Errorf("sentence %d has other words than the gold's", i+1)
		}
		right := map[LabelledName]bool{}
		for _, n := range g.Names {
			right[n] = true
		}
		for k, kind := range NameKinds {
			for _, n := range g.Names {
				if n.Kind == kind {
					s[k].Gold++
				}
			}
			for _, n := range system[i].Names {
				if n.Kind == kind {
					s[k].System++
					if right[n] {
						s[k].Right++
					}
				}
			}
		}
	}
	return s, nil
}

// WriteTable writes precision, recall and F1 by kind, in percent.
func (s NameScores) WriteTable(w io.Writer) error {
	row := func(name string, c NameCount) error {
		_, err := fmt.Fprintf(w, "%-13s|%10.2f |%10.2f |%10.2f |%7d |%7d\n", name,
			100*c.Precision(), 100*c.Recall(), 100*c.F1(), c.Gold, c.System)
		return err
	}
	if _, err := fmt.Fprintf(w, "Names        | Precision |    Recall |  F1 Score |   Gold | System\n"+
		"-------------+-----------+-----------+-----------+--------+-------\n"); err != nil {
		return err
	}
	for k, c := range s {
		if err := row(NameKinds[k], c); err != nil {
			return err
		}
	}
	return row("all", s.All())
}
