package lexicon

import (
	"strings"
	"time"
)

// terms cuts codes so that one holds on each day: the first of those whose
// term covers it, or else the one without dates.
func terms(codes []dictCode) []dictCode {
	var out []dictCode
	free := []dictCode{{}} // spans of time that no term covers yet, in order
	take := func(c dictCode) {
		var left []dictCode
		for _, f := range free {
			from, to := later(f.from, c.from), earlier(f.to, c.to)
			if from != "" && to != "" && from > to {
				left = append(left, f)
				continue
			}
			out = append(out, dictCode{c.party, from, to})
			if from != f.from {
				left = append(left, dictCode{from: f.from, to: shiftDay(from, -1)})
			}
			if to != f.to {
				left = append(left, dictCode{from: shiftDay(to, 1), to: f.to})
			}
		}
		free = left
	}
	for _, c := range codes {
		if c.from != "" || c.to != "" {
			take(c)
		}
	}
	for _, c := range codes {
		if c.from == "" && c.to == "" {
			take(c)
		}
	}
	return out
}

// later of two first days, where "" is the beginning of time.
func later(a, b string) string { return max(a, b) }

// earlier of two last days, where "" is the end of time.
func earlier(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func shiftDay(date string, by int) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return t.AddDate(0, 0, by).Format(time.DateOnly)
}

// roleKind tells by its head what a noun is.
func roleKind(noun string) string {
	for _, cut := range []string{" of ", " for ", " to ", " in ", " at "} {
		noun, _, _ = strings.Cut(noun, cut)
	}
	switch noun[strings.LastIndexByte(noun, ' ')+1:] {
	case "ministry", "ministries", "agency", "company", "firm", "party", "court", "bureau", "department", "embassy", "office", "commission",
		"council", "government", "police", "force", "forces", "army", "navy", "union", "bank", "newspaper", "station", "hospital",
		"university", "school", "committee", "corporation", "industry", "gendarmerie", "parliament", "congress", "senate", "assembly",
		"cabinet", "authority", "authorities", "delegation", "mission", "service", "secretariat", "junta", "organization", "group":
		return "organization"
	}
	return "person"
}

func bodyKind(c cameoParty, international bool) string {
	switch first, _, _ := strings.Cut(c.sectors, " "); {
	case first == "GOV" && !international:
		return "government"
	case first == "REB" || first == "CRM" || first == "UAF" || c.country == "IMG":
		return "group"
	}
	return "organization"
}
