package actor

import (
	"errors"
	"sync"

	"readout/lexicon"
)

// input is what the lexicon's files say, before it is compiled.
type input struct {
	times       []lexicon.TimeEntry
	countries   []lexicon.Country
	offices     []lexicon.Office
	people      []lexicon.Person
	bodies      []lexicon.Body
	places      []lexicon.Place
	namesakes   []lexicon.Namesake
	titles      []lexicon.Title
	roles       []lexicon.Role
	nominals    []lexicon.Nominal
	given       []lexicon.Given
	honorifics  []lexicon.Honorific
	designators []lexicon.Designator
	metonymy    []lexicon.MetonymyRule
	classes     []lexicon.Class
	err         error // the faults of all files, in this order
}

// read reads the files of the set, several at once: the set is read-only.
func read(set *lexicon.Set) *input {
	in := &input{}
	var faults [14]error
	var wg sync.WaitGroup
	wg.Go(func() {
		in.offices, faults[2] = set.Offices()
		in.people, faults[3] = set.People()
	})
	wg.Go(func() {
		in.places, in.namesakes, faults[5] = set.Places()
		in.bodies, faults[4] = set.Bodies()
	})
	in.times, faults[0] = set.Times()
	in.countries, faults[1] = set.Countries()
	in.titles, faults[6] = set.Titles()
	in.roles, faults[7] = set.Roles()
	in.nominals, faults[8] = set.Nominals()
	in.given, faults[9] = set.Given()
	in.honorifics, faults[10] = set.Honorifics()
	in.designators, faults[11] = set.Designators()
	in.metonymy, faults[12] = set.Metonymy()
	in.classes, faults[13] = set.Classes()
	wg.Wait()
	in.err = errors.Join(faults[:]...)
	return in
}
