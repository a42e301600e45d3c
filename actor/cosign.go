package actor

import (
	"slices"
	"strings"
)

// signed returns the authors of the text.
func (r *casting) signed() []int32 {
	switch {
	case r.author >= 0:
		return []int32{r.author}
	case r.authors >= 0:
		return r.ents[r.authors].set
	}
	return nil
}

// jointlyBy makes the authors of a joint statement whom its title names,
// before or behind that word: "Joint Statement of A and B", "A-B Joint
// Statement", "Joint Statement Following the Meeting Between A and B".
func (r *casting) jointlyBy(before, behind []string) {
	signed := strings.Fields(strings.NewReplacer("-", " ", "–", " ").Replace(strings.Join(before, " ")))
	for at, w := range behind {
		switch strings.ToLower(w) {
		case "from", "by", "of", "between":
			signed = r.k.byline(behind[at+1:])
		default:
			continue
		}
		break
	}
	r.authorsAre(signed)
}

// authorsAre makes those whom the words name the authors, if they are several.
func (r *casting) authorsAre(ws []string) bool {
	set := r.namedAll(ws)
	if len(set) < 2 {
		return false
	}
	x := blank(Group)
	x.plural, x.set = true, set
	r.authors = r.make(x)
	return true
}

// namedAll returns the persons whom the words name, or else the countries.
func (r *casting) namedAll(ws []string) []int32 {
	var persons, countries []int32
	for i := range ws {
		if p := r.personAt(ws[i:]); p >= 0 {
			if e := r.personEntity(p); !slices.Contains(persons, e) {
				persons = append(persons, e)
			}
		}
		for n := min(4, len(ws)-i); n > 0; n-- {
			words := strings.Trim(strings.Join(ws[i:i+n], " "), ",")
			for _, f := range r.k.trie.find(words) {
				if f.kind == formCountry {
					if e := r.partyEntity(f.ref); !slices.Contains(countries, e) {
						countries = append(countries, e)
					}
				}
			}
		}
	}
	set := persons
	if len(set) < 2 {
		set = countries
	}
	return set[:min(len(set), mostSigners)]
}

// mostSigners bounds how many make a joint statement.
const mostSigners = 40
