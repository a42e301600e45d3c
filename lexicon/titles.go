package lexicon

import (
	"errors"
	"slices"
	"strings"
)

// A Title is a line of titles*.txt: a noun that stands for whoever holds an
// office, such as "president", "premier" or "top diplomat".
type Title struct {
	Noun    string // lower case, a lemma: "prime minister"
	Sector  string
	Governs string // what the office governs: "state", "government", "foreign", …
	Gender  byte   // of every holder: 'f' for "queen"; 0 for most
	Offices []string
	Line    Line
}

// governs are the fields of office a title may name. "leader" is whoever
// leads the country, head of state or of government as Country.Leader says.
const governs = `leader state government deputy heir spouse foreign defence interior finance justice economy trade
energy health education environment agriculture transport labour culture technology intelligence police army staff
spokesman security envoy legislature court prosecution bank region city party church body`

// For gives the offices the noun may mean in a country, the likeliest first:
// "foreign minister" gives "Foreign Minister of the United Kingdom", "Foreign
// Secretary of the United Kingdom", …. An office is held by somebody only if
// Set.Offices has a term for it. Where c has no Leader, as a region, offices
// with {leader} are left out.
func (t Title) For(c Country) []string {
	out := make([]string, 0, len(t.Offices))
	for _, o := range t.Offices {
		if c.Leader == "" && strings.Contains(o, "{leader}") {
			continue
		}
		o = strings.ReplaceAll(o, "{leader}", c.Leader)
		o = strings.ReplaceAll(o, "{country}", c.Phrase())
		if !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// Titles reads the files of kind "titles". All faults are returned together;
// the titles without fault are returned beside them.
//
// Fields: noun | sector | governs | offices, in which {country} is replaced by
// the country ("the United States") and {leader} by its leader's title |
// gender.
func (s *Set) Titles() ([]Title, error) { return s.titles.get(s.readTitles) }

func (s *Set) readTitles() ([]Title, error) {
	var out []Title
	var faults []error
	known := newCodes()
	fields := map[string]bool{}
	for _, g := range strings.Fields(governs) {
		fields[g] = true
	}
	seen := map[string]Line{}
	for _, l := range s.Lines("titles") {
		f, err := fieldsOf(l, 3, 5)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		t := Title{Noun: f[0], Sector: f[1], Governs: f[2], Offices: List(f[3]), Gender: genderOf(f[4]), Line: l}
		errs := []error{known.checkSectors(l, []string{t.Sector}), checkGender(l, f[4]), checkRepeats(l, "", t.Offices)}
		if t.Noun == "" || t.Noun != strings.ToLower(t.Noun) {
			errs = append(errs, l.Errorf("the noun %q must be in lower case", t.Noun))
		}
		if !fields[t.Governs] {
			errs = append(errs, l.Errorf("unknown field of office %q", t.Governs))
		}
		for _, o := range t.Offices {
			if r := strings.NewReplacer("{country}", "", "{leader}", "").Replace(o); strings.ContainsAny(r, "{}") {
				errs = append(errs, l.Errorf("office %q: only {country} and {leader} may stand in braces", o))
			}
		}
		if first, twice := seen[t.Noun]; twice {
			errs = append(errs, l.Errorf("%q is already at %s:%d", t.Noun, first.File, first.No))
		} else {
			seen[t.Noun] = l
		}
		if err := errors.Join(errs...); err != nil {
			faults = append(faults, err)
			continue
		}
		out = append(out, t)
	}
	return out, errors.Join(faults...)
}
