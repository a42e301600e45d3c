package page

import (
	"readout/lexicon"
)

// isCode reports whether one side of a pair is a code of a country or a kind
// of body, as in RUS, and not the key of an entity: keys are Wikidata ids or
// hold slashes.
func isCode(s string) bool {
	if len(s) != 3 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// bodies are PLOVER's codes for parties that belong to no country.
var bodies = map[string]string{"IGO": "international bodies", "NGO": "non-governmental organizations", "MNC": "companies", "UNO": "United Nations", "EUR": "European Union"}

// countryNames reads the names of countries by code.
func countryNames(set *lexicon.Set) (map[string]string, error) {
	out := map[string]string{}
	countries, err := set.Countries()
	for code, name := range bodies {
		out[code] = name
	}
	for _, c := range countries {
		if c.Status == lexicon.State {
			out[c.Code] = c.Name
		}
	}
	return out, err
}

// countryName is the name of a country, or its code when there is none.
func (p *pages) countryName(code string) string {
	if name := p.countries[code]; name != "" {
		return name
	}
	return code
}
