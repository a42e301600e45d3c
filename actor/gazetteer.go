package actor

import (
	"strings"

	"readout/lexicon"
)

// A site is a town, region or sea that the gazetteer knows by a name.
type site struct {
	country    string
	population int
	geonames   int
	region     bool
	town       bool // people live close together there
	common     bool // the name is a word or a person's name as well
}

// enterPlaces enters the gazetteer's names, but for the countries', which are
// known already.
func (k *knowledge) enterPlaces(places []lexicon.Place, namesakes []lexicon.Namesake) {
	common := map[string]bool{}
	for _, n := range namesakes {
		if n.Role == "word" || n.Role == "person" {
			for _, w := range n.Words {
				common[fold(w)] = true
			}
		}
	}
	k.sites = make([]site, 0, len(places))
	for i := range places {
		p := &places[i]
		if p.Kind == "country" {
			continue
		}
		ref := int32(len(k.sites))
		k.sites = append(k.sites, site{country: p.Country, population: p.Population, geonames: p.Geonames, region: p.Kind == "region",
			town: p.Kind == "city" || p.Kind == "capital", common: common[fold(p.Name)]})
		k.addName(p.Name, form{kind: formPlace, ref: ref})
		for _, a := range p.Aliases {
			if strings.HasSuffix(a, ".") || len(a) < 3 {
				continue // "Mass.", "LA" tell a state behind a town, and little by themselves
			}
			k.addName(a, form{kind: formPlace, ref: ref})
		}
	}
}

// partyOf returns the state or territory that a form speaks for: itself, or
// the one where the place lies; or -1.
func (k *knowledge) partyOf(f form) int32 {
	switch f.kind {
	case formCountry, formCapital, formMetonym:
		return f.ref
	case formPlace:
		if s, ok := k.states[k.sites[f.ref].country]; ok {
			return s
		}
	}
	return -1
}

// onlyPlaces reports whether the lexicon knows the forms as places of the
// gazetteer alone.
func onlyPlaces(forms []form) bool {
	return len(forms) > 0 && !anyForm(forms, func(f form) bool { return f.kind.proper() && f.kind != formPlace })
}

// isPlace reports whether a form is a place of the gazetteer.
func isPlace(f form) bool { return f.kind == formPlace }

// commonPlace reports whether the name of a place is a word or a person's name
// as well.
func (k *knowledge) commonPlace(forms []form) bool {
	return anyForm(forms, func(f form) bool { return f.kind == formPlace && k.sites[f.ref].common })
}

// siteOf picks among the places of one name: one in the country of the code, if
// it is not "", else in the one that the text speaks of most, of those the
// largest; or -1.
func (r *casting) siteOf(forms []form, code string) int32 {
	best, most := int32(-1), -1
	for _, f := range forms {
		if f.kind != formPlace {
			continue
		}
		s := &r.k.sites[f.ref]
		score := s.population / 1000
		if p, ok := r.k.states[s.country]; ok && r.weight[p] > 0 {
			score += min(r.weight[p], 50) << 24
		}
		if code != "" && s.country == code {
			score += 100 << 24
		}
		if score > most {
			best, most = f.ref, score
		}
	}
	return best
}

// siteEntity returns the entity of a place that the gazetteer knows.
func (r *casting) siteEntity(c *candidate) int32 {
	e := r.otherEntity("place:"+c.key, func() ent {
		x := blank(Place)
		x.gender, x.key = 'n', c.key
		if s := r.siteOf(c.forms, r.ownerCode(c)); s >= 0 {
			x.country, x.site, x.town = r.k.sites[s].country, s+1, r.k.sites[s].town
		}
		return x
	})
	r.indexWords(e, c.key)
	return e
}
