package lexicon

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// An AbbreviationClass says what may follow an abbreviation's full stop.
type AbbreviationClass uint8

// The classes of abbreviation; zero is no abbreviation.
const (
	_                  AbbreviationClass = iota
	TitleAbbreviation                    // before a name; never ends a sentence
	PlaceAbbreviation                    // before a name or at the end of one; may end a sentence
	NumberAbbreviation                   // an abbreviation only before a number
	DateAbbreviation                     // only beside a number or before a comma
	UnitAbbreviation                     // only after a number
	InnerAbbreviation                    // never ends a sentence
	EndAbbreviation                      // may end a sentence
)

var abbreviationClasses = map[string]AbbreviationClass{
	"title": TitleAbbreviation, "place": PlaceAbbreviation, "number": NumberAbbreviation,
	"date": DateAbbreviation, "unit": UnitAbbreviation, "inner": InnerAbbreviation,
	"end": EndAbbreviation,
}

// Abbreviations are the words written with a full stop at their end, and
// those that tell whether a sentence ends there. They are read-only and safe
// for concurrent use.
type Abbreviations struct {
	class  map[string]AbbreviationClass // without the last full stop
	opener map[string]bool
	cue    map[string]bool
}

// Class returns the class of a word, given without its last full stop as it
// stands in the text, or 0 if it is no abbreviation.
func (a *Abbreviations) Class(word string) AbbreviationClass { return a.class[word] }

// Opener reports whether the word, with a capital, begins a sentence if it
// follows an abbreviation.
func (a *Abbreviations) Opener(word string) bool { return a.opener[word] }

// Cue reports whether the word is a verb of speaking that may follow a quoted
// question and its speaker: “Why?” Maria asked.
func (a *Abbreviations) Cue(word string) bool { return a.cue[word] }

// ReadAbbreviations reads kind "abbreviations" of a set. Titles of more than
// two letters are known in capitals too. All faults found are returned together.
func ReadAbbreviations(s *Set) (*Abbreviations, error) {
	return readAbbreviations(s.Lines("abbreviations"))
}

// EmbeddedAbbreviations reads the abbreviations embedded in the program
// without opening the other knowledge files.
func EmbeddedAbbreviations() (*Abbreviations, error) {
	const name = "abbreviations.txt"
	b, err := embedded.ReadFile("data/" + name)
	if err != nil {
		return nil, fmt.Errorf("embedded lexicon: %w", err)
	}
	f, err := readFile(name, string(b))
	if err != nil {
		return nil, err
	}
	return readAbbreviations(f.Lines)
}

func readAbbreviations(lines []Line) (*Abbreviations, error) {
	a := &Abbreviations{
		class:  map[string]AbbreviationClass{},
		opener: map[string]bool{},
		cue:    map[string]bool{},
	}
	var faults []error
	for _, l := range lines {
		f := l.Fields()
		if len(f) != 2 {
			faults = append(faults, l.Errorf("want CLASS | WORD; WORD; …"))
			continue
		}
		for _, w := range List(f[1]) {
			if err := a.add(l, f[0], w); err != nil {
				faults = append(faults, err)
			}
		}
	}
	return a, errors.Join(faults...)
}

func (a *Abbreviations) add(l Line, class, w string) error {
	switch class {
	case "opener", "cue":
		into := a.opener
		if class == "cue" {
			into = a.cue
		}
		if into[w] {
			return l.Errorf("%q is here twice", w)
		}
		into[w] = true
		return nil
	}
	c, ok := abbreviationClasses[class]
	if !ok {
		return l.Errorf("unknown class %q", class)
	}
	word, ok := strings.CutSuffix(w, ".")
	if !ok || word == "" || strings.ContainsAny(word, " \t") {
		return l.Errorf("%q is not one word with a full stop at its end", w)
	}
	if _, ok := a.class[word]; ok {
		return l.Errorf("%q is here twice", w)
	}
	a.class[word] = c
	if c == TitleAbbreviation && utf8.RuneCountInString(word) > 2 {
		if up := strings.ToUpper(word); a.class[up] == 0 {
			a.class[up] = c
		}
	}
	return nil
}
