// Package gazetteer marks the words of a sentence that the knowledge files
// know as parts of names: states and their people, places, persons, bodies,
// given names and surnames, words that end the names of organisations, titles
// before persons. The marks are hints for the network of package
// parse/network, which decides.
package gazetteer

import (
	"errors"
	"strings"

	"readout/lexicon"
)

// A Class is what a marked phrase may be the name of, or a part of.
type Class uint8

// The classes. A token has two bits of each: it begins a phrase, or goes on
// with one.
const (
	State Class = iota // a state or territory, its capital and metonyms
	Demonym
	Place
	Person  // a full name
	Given   // a given name
	Surname // the last word of a known person's name, or a short form
	Body    // an organisation, a government, a group
	Firm    // a word that says that a name is an organisation's: "Party", "Ltd"
	Site    // the same of a place, an event or a product: "River", "Cup"
	Title   // a noun for the holder of an office: "president", "Gen."
	classes
)

// listed gives the class of each kind of lexicon.NameList.
var listed = map[string]Class{"surname": Surname, "given": Given, "organization": Body, "place": Place}

// Marks is how many bits a token's marks take.
const Marks = 2 * int(classes)

// begin and inside are the bits of a class.
func begin(c Class) uint32  { return 1 << (2 * c) }
func inside(c Class) uint32 { return 2 << (2 * c) }

// longest is how many words a phrase may have.
const longest = 10

// A Gazetteer marks tokens. It is immutable and safe for concurrent use.
type Gazetteer struct {
	// phrases has the folded words of each phrase, hashed one after another,
	// and of each beginning of a phrase, which is in no class.
	phrases map[uint64]classSet
}

// A classSet has bit c for class c, those of acronyms above.
type classSet uint32

const acronyms = 16 // where the bits begin of what must be written in capitals

// New makes a Gazetteer of the knowledge files. Their faults are returned
// together.
func New(set *lexicon.Set) (*Gazetteer, error) {
	g := &Gazetteer{phrases: make(map[uint64]classSet, 1<<16)}
	countries, e1 := set.Countries()
	for _, c := range countries {
		g.add(c.Name, State)
		g.all(c.Aliases, State)
		g.all(c.Demonyms, Demonym)
		g.add(c.Capital, State)
		for _, m := range c.Metonyms {
			g.add(m.Name, State)
		}
	}
	places, _, e2 := set.Places()
	for i := range places {
		if places[i].Kind != "country" {
			g.add(places[i].Name, Place)
			g.all(places[i].Aliases, Place)
		}
	}
	people, e3 := set.People()
	for i := range people {
		g.person(people[i].Name)
		for _, v := range people[i].Variants {
			g.person(v)
		}
	}
	offices, e4 := set.Offices()
	for i := range offices {
		g.person(offices[i].Person)
		g.all(offices[i].Short, Surname)
	}
	bodies, e5 := set.Bodies()
	for i := range bodies {
		c := Body
		if bodies[i].Kind == "place" {
			c = Place
		}
		g.add(bodies[i].Name, c)
		g.all(bodies[i].Aliases, c)
	}
	given, e6 := set.Given()
	for i := range given {
		g.add(given[i].Name, Given)
	}
	designators, e7 := set.Designators()
	for i := range designators {
		c := Firm
		switch designators[i].Kind {
		case "place", "event", "product":
			c = Site
		}
		g.add(designators[i].Words, c)
	}
	titles, e8 := set.Titles()
	for i := range titles {
		g.add(titles[i].Noun, Title)
	}
	honorifics, e9 := set.Honorifics()
	for i := range honorifics {
		g.add(honorifics[i].Form, Title)
	}
	lists, e10 := set.Names()
	for i := range lists {
		g.all(lists[i].Names, listed[lists[i].Kind])
	}
	return g, errors.Join(e1, e2, e3, e4, e5, e6, e7, e8, e9, e10)
}

func (g *Gazetteer) all(names []string, c Class) {
	for _, n := range names {
		g.add(n, c)
	}
}

// person enters a full name and its surname, or a surname alone.
func (g *Gazetteer) person(name string) {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		g.add(name, Surname)
		return
	}
	g.add(name, Person)
	g.add(name[i+1:], Surname)
}

// Classes is a set of classes.
type Classes uint32

// Has reports whether the class is in the set.
func (s Classes) Has(c Class) bool { return s&(1<<c) != 0 }

// Only reports whether the set has members and all are among the given ones.
func (s Classes) Only(among ...Class) bool {
	left := s
	for _, c := range among {
		left &^= 1 << c
	}
	return s != 0 && left == 0
}

// Of returns what the gazetteer knows the forms together as, whatever their
// case; acronyms count only in capitals.
func (g *Gazetteer) Of(forms ...string) Classes {
	var room [3 * longest]uint64
	at, words, upper := seed, 0, true
	for _, f := range forms {
		own := appendWords(room[:0], f)
		words += len(own)
		if words > longest {
			return 0
		}
		for _, w := range own {
			at = chain(at, w)
		}
		upper = upper && uppercase(f)
	}
	if words == 0 {
		return 0
	}
	found := g.phrases[at]
	set := found & (1<<acronyms - 1)
	if upper {
		set |= found >> acronyms
	}
	return Classes(set)
}

// add enters a phrase. One of up to five capitals is an acronym, which a text
// must write so.
func (g *Gazetteer) add(name string, c Class) {
	var room [longest]uint64
	words := appendWords(room[:0], name)
	if len(words) == 0 || len(words) > longest {
		return
	}
	at := seed
	for _, w := range words[:len(words)-1] {
		at = chain(at, w)
		g.phrases[at] |= 0
	}
	bit := classSet(1) << c
	if len(name) <= 5 && strings.ToUpper(name) == name {
		bit <<= acronyms
	}
	g.phrases[chain(at, words[len(words)-1])] |= bit
}

// Mark sets marks[i] to the bits of the form i, for as many as there are
// forms. Of the phrases of one class that begin at a token the longest counts.
// Every word of a phrase must have a capital, but for titles, small words inside
// and what follows a hyphen.
func (g *Gazetteer) Mark(forms []string, marks []uint32) {
	clear(marks[:len(forms)])
	var room [3 * longest]uint64
	for i := range forms {
		var end [classes]int // of the phrase in each class, or 0
		at, words, capital, upper := seed, 0, true, true
		for j := i; j < len(forms) && words < longest; j++ {
			own := appendWords(room[:0], forms[j])
			if len(own) == 0 {
				if j == i || !joint(forms[j]) {
					break
				}
				continue
			}
			if j == i || !small(forms[j]) && !joint(forms[j-1]) {
				capital = capital && capitalised(forms[j])
				upper = upper && uppercase(forms[j])
			}
			known, found := true, classSet(0)
			for _, w := range own {
				at = chain(at, w)
				if found, known = g.phrases[at]; !known {
					break
				}
			}
			if !known {
				break
			}
			words += len(own)
			set := found & (1<<acronyms - 1)
			if upper {
				set |= found >> acronyms
			}
			if !capital {
				set &= 1 << Title
			}
			for c := Class(0); set != 0; c, set = c+1, set>>1 {
				if set&1 != 0 {
					end[c] = j + 1
				}
			}
		}
		for c := range classes {
			if end[c] == 0 || marks[i]&inside(c) != 0 && end[c] == i+1 {
				continue // a word of a longer phrase
			}
			marks[i] |= begin(c)
			for j := i + 1; j < end[c]; j++ {
				marks[j] |= inside(c)
			}
		}
	}
}
