package lexicon

import "errors"

// An Office is a line of offices*.txt: one person's term in one office.
type Office struct {
	Country  string // ISO 3166-1 alpha-3, KOS, or an international code such as UNO
	Title    string // "President of Russia", "Secretary-General of the United Nations"
	Sector   string // GOV for most
	Person   string
	Gender   byte     // 'm', 'f' or 0
	From, To string   // YYYY, YYYY-MM or YYYY-MM-DD; To is empty while in office
	Wikidata string   // the person's, or empty when not certain
	Short    []string // short forms of the name, where the last word alone is not it: "Xi", "Lula"
	Line     Line
}

// HeldOn says whether the term covers the date (YYYY, YYYY-MM or YYYY-MM-DD;
// see Within). On the day of a change both the old holder and the new hold.
func (o Office) HeldOn(date string) bool { return Within(date, o.From, o.To) }

// Offices reads the files of kind "offices". All faults are returned
// together; the terms without fault are returned beside them.
//
// Fields: code | office | sector | person | gender | from | to | wikidata |
// short forms. One person (a name and a code) has one gender and one item.
func (s *Set) Offices() ([]Office, error) { return s.offices.get(s.readOffices) }

func (s *Set) readOffices() ([]Office, error) {
	type person struct{ name, country string }
	type term struct{ title, person, from string }
	var out []Office
	var faults []error
	known := newCodes()
	terms := map[term]Line{}
	people := map[person]Office{} // the first line of each, completed
	items := map[string]Office{}  // by Wikidata item
	for _, l := range s.Lines("offices") {
		o, err := readOffice(l, known)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		k := term{o.Title, o.Person, o.From}
		if first, twice := terms[k]; twice {
			faults = append(faults, l.Errorf("this term of %s is already at %s:%d", o.Person, first.File, first.No))
			continue
		}
		terms[k] = l
		p := person{o.Person, o.Country}
		first, seen := people[p]
		if !seen {
			first = o
		}
		if first.Gender != 0 && o.Gender != 0 && first.Gender != o.Gender {
			faults = append(faults, l.Errorf("%s has the other gender at %s:%d", o.Person, first.Line.File, first.Line.No))
		}
		if first.Wikidata != "" && o.Wikidata != "" && first.Wikidata != o.Wikidata {
			faults = append(faults, l.Errorf("%s is %s at %s:%d", o.Person, first.Wikidata, first.Line.File, first.Line.No))
		}
		if first.Wikidata == "" {
			first.Wikidata = o.Wikidata
		}
		people[p] = first
		if o.Wikidata != "" {
			if other, ok := items[o.Wikidata]; ok && other.Person != o.Person {
				faults = append(faults, l.Errorf("%s is %s at %s:%d", o.Wikidata, other.Person, other.Line.File, other.Line.No))
			} else if !ok {
				items[o.Wikidata] = o
			}
		}
		out = append(out, o)
	}
	return out, errors.Join(faults...)
}

func readOffice(l Line, known codes) (Office, error) {
	f, err := fieldsOf(l, 6, 9)
	if err != nil {
		return Office{}, err
	}
	o := Office{Country: f[0], Title: f[1], Sector: f[2], Person: f[3], Gender: genderOf(f[4]),
		From: f[5], To: f[6], Wikidata: f[7], Short: List(f[8]), Line: l}
	faults := []error{
		known.checkParty(l, o.Country),
		known.checkSectors(l, []string{o.Sector}),
		checkGender(l, f[4]),
		checkTerm(l, o.From, o.To),
		checkWikidata(l, o.Wikidata),
		checkRepeats(l, o.Person, o.Short),
	}
	if o.Title == "" {
		faults = append(faults, l.Errorf("no office"))
	}
	if o.Person == "" {
		faults = append(faults, l.Errorf("no person"))
	}
	return o, errors.Join(faults...)
}
