package lexicon

import (
	"errors"
	"slices"
	"strings"
)

// A Role is a line of roles*.txt: a common noun for somebody who can act, or
// be acted upon.
type Role struct {
	Noun    string   // lower case, a lemma: "foreign ministry", "protester"
	Kind    string   // "person", "group" or "organization"
	Sectors []string // the main one first; an international code stands among them for those of no one country (UNO)
	Flags   []string // see Roles; in the order of the file
	Line    Line
}

// Is says whether the role bears the flag.
func (r Role) Is(flag string) bool { return slices.Contains(r.Flags, flag) }

// roleFlags are the flags a role may bear.
const roleFlags = `plural collective state envoy official leader speaker negotiator lawmaker judge troops police weapon
militant protester civilian victim prisoner suspect migrant worker media faith kin relative adversary ally former
election vague number female male`

// Roles reads the files of kind "roles". All faults are returned together;
// the roles without fault are returned beside them.
//
// Fields: noun | kind | sectors, among them at most one international code |
// flags. The flags:
//
//	plural      used in the plural only, or a plural in sense ("troops", "people")
//	collective  one word for many ("crowd", "army", "delegation")
//	state       stands for the government of the country it is said of
//	            ("government", "regime", "authorities", "side")
//	envoy       sent by a state to another ("ambassador", "diplomat")
//	official    holds public office; leader: leads; lawmaker; judge
//	speaker     speaks for another, who is the party ("spokesman")
//	negotiator  takes part in talks
//	troops      armed forces of a state; police; weapon: an armed vehicle or
//	            vessel that stands for its forces ("warship")
//	militant    bears arms against a state; protester
//	civilian    plain people; victim; prisoner; suspect; migrant; worker
//	media       reports; faith: clergy and believers
//	kin         family of somebody ("widow"); relative: says what one is to
//	            another, so that the party is found through "of" or a
//	            possessive ("opponent", "counterpart")
//	adversary   of the one it is relative to; ally
//	former      no longer in office
//	election    takes part in an election
//	vague       too general to be a party without a name, country or modifier
//	            ("source", "member")
//	number      counts people and, alone as a subject, stands for them ("thousands")
//	female, male  gender of every bearer
func (s *Set) Roles() ([]Role, error) { return s.roles.get(s.readRoles) }

func (s *Set) readRoles() ([]Role, error) {
	var out []Role
	var faults []error
	known := newCodes()
	flags := strings.Fields(roleFlags)
	seen := map[string]Line{}
	for _, l := range s.Lines("roles") {
		f, err := fieldsOf(l, 2, 4)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		r := Role{Noun: f[0], Kind: f[1], Sectors: List(f[2]), Flags: List(f[3]), Line: l}
		sectors, codes := slices.Clone(r.Sectors), 0
		sectors = slices.DeleteFunc(sectors, func(c string) bool {
			if known.international[c] {
				codes++
				return true
			}
			return false
		})
		errs := []error{known.checkSectors(l, sectors), checkRepeats(l, "", r.Flags)}
		if codes > 1 {
			errs = append(errs, l.Errorf("more than one international code"))
		}
		if r.Noun == "" {
			errs = append(errs, l.Errorf("no noun"))
		}
		if !slices.Contains([]string{"person", "group", "organization"}, r.Kind) {
			errs = append(errs, l.Errorf("unknown kind %q", r.Kind))
		}
		for _, flag := range r.Flags {
			if !slices.Contains(flags, flag) {
				errs = append(errs, l.Errorf("unknown flag %q", flag))
			}
		}
		if first, twice := seen[r.Noun]; twice {
			errs = append(errs, l.Errorf("%q is already at %s:%d", r.Noun, first.File, first.No))
		} else {
			seen[r.Noun] = l
		}
		if err := errors.Join(errs...); err != nil {
			faults = append(faults, err)
			continue
		}
		out = append(out, r)
	}
	return append(out, s.added.roles...), errors.Join(faults...)
}
