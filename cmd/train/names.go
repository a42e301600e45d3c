package main

import (
	"math/rand/v2"
	"strings"

	"readout/lexicon"
	"readout/syntax"
)

// otherNames are names of the knowledge files, by kind, that may stand in for
// those of the training texts: places, bodies, and persons, half of whom are
// given names and surnames put together at random.
func otherNames(set *lexicon.Set, seed uint64) (map[string][][]string, error) {
	out := map[string][][]string{}
	add := func(kind, name string) {
		if !strings.ContainsAny(name, "-'’.,/()&") {
			out[kind] = append(out[kind], strings.Fields(name))
		}
	}
	places, _, err := set.Places()
	if err != nil {
		return nil, err
	}
	for i := range places {
		add(syntax.Location, places[i].Name)
	}
	bodies, err := set.Bodies()
	if err != nil {
		return nil, err
	}
	for i := range bodies {
		if bodies[i].Kind == "organization" {
			add(syntax.Organization, bodies[i].Name)
		}
	}
	people, err := set.People()
	if err != nil {
		return nil, err
	}
	for i := range people {
		add(syntax.Person, people[i].Name)
	}
	lists, err := set.Names()
	if err != nil {
		return nil, err
	}
	var surnames, given []string
	for i := range lists {
		for _, n := range lists[i].Names {
			switch lists[i].Kind {
			case "place":
				add(syntax.Location, n)
			case "organization":
				add(syntax.Organization, n)
			case "surname":
				surnames = append(surnames, n)
			case "given":
				given = append(given, n)
			}
		}
	}
	first, err := set.Given()
	if err != nil {
		return nil, err
	}
	for i := range first {
		given = append(given, first[i].Name)
	}
	rng := rand.New(rand.NewPCG(seed, 3))
	for _, s := range surnames {
		add(syntax.Person, s)
		add(syntax.Person, given[rng.IntN(len(given))])
		add(syntax.Person, given[rng.IntN(len(given))]+" "+s)
		add(syntax.Person, given[rng.IntN(len(given))]+" "+s)
	}
	return out, nil
}
