package actor

import (
	"fmt"
	"slices"
	"strconv"

	"readout/lexicon"
)

// A person is somebody whom the lexicon knows.
type person struct {
	name      string
	gender    byte
	country   string
	wikidata  string
	offices   []lexicon.Office // in the order of the files
	leadsFrom []string         // the days from which he led a state or its government
	spells    []lexicon.Person // what he is outside office, with terms
	given     string           // folded first name, or empty
	surname   string           // folded
}

// A standing is what a person is on a date.
type standing struct {
	office  string // or empty
	sectors []string
	country string // of the office, else of the person
	former  bool   // held office, and does no longer
}

// on returns what the person is on the date (YYYY-MM-DD, or empty for the
// present as far as the lexicon knows it). Without an office then, it is what
// people*.txt says; with neither, one who held office before belongs to the
// elite (ELI), and one who is soon to lead a state is a politician (PTY).
func (p *person) on(date string) standing {
	s := standing{country: p.country}
	before := false
	for i := range p.offices {
		o := &p.offices[i]
		switch {
		case o.HeldOn(date):
			// On the day of a change the one who comes in is taken.
			if s.office == "" || o.From == date {
				s.office, s.country = o.Title, o.Country
			}
			if o.Sector != "" && !slices.Contains(s.sectors, o.Sector) {
				s.sectors = append(s.sectors, o.Sector)
			}
		case o.To != "" && (date == "" || o.To < date):
			before = true
		}
	}
	for _, dated := range []bool{true, false} { // what he is at the time says more than what he always is
		for i := range p.spells {
			sp := &p.spells[i]
			if (sp.From != "" || sp.To != "") != dated || !sp.KnownOn(date) {
				continue
			}
			for _, x := range sp.Sectors {
				if !slices.Contains(s.sectors, x) {
					s.sectors = append(s.sectors, x)
				}
			}
		}
	}
	if len(s.sectors) == 0 && before {
		s.sectors = []string{"ELI"}
		if p.clergy() {
			s.sectors = []string{"REL"}
		}
	}
	if len(s.sectors) == 0 && p.rises(date) {
		s.sectors = []string{"PTY"}
	}
	s.former = before && s.office == ""
	return s
}

// campaignYears is how long before his first term whoever comes to lead a
// state may be taken to stand for it.
const campaignYears = 2

// rises reports whether the person leads a state within campaignYears of the date.
func (p *person) rises(date string) bool {
	return date != "" && slices.ContainsFunc(p.leadsFrom, func(from string) bool { return date < from && from <= later(date, campaignYears) })
}

// clergy reports whether the person held no offices but those of a faith,
// which make nobody one of the political elite.
func (p *person) clergy() bool {
	for i := range p.offices {
		if p.offices[i].Sector != "REL" {
			return false
		}
	}
	return true
}

// lastKnown returns what the person was at the end of his last office.
func (p *person) lastKnown() standing {
	s := standing{country: p.country}
	to := ""
	for i := range p.offices {
		if o := &p.offices[i]; o.To >= to && o.Sector != "" {
			to = o.To
			s.office, s.country, s.sectors = o.Title, o.Country, []string{o.Sector}
		}
	}
	return s
}

// active reports whether the person held an office on the date or in the years
// before, or the lexicon knows what he was then.
func (p *person) active(date string, years int) bool {
	return p.served(date, years) || slices.ContainsFunc(p.spells, func(s lexicon.Person) bool { return len(s.Sectors) > 0 && s.KnownOn(date) })
}

// served reports whether the person held an office on the date or in the years
// before.
func (p *person) served(date string, years int) bool {
	for i := range p.offices {
		o := &p.offices[i]
		if lexicon.Within(date, o.From, later(o.To, years)) || date == "" && o.To == "" {
			return true
		}
	}
	return false
}

// later returns the day so many years after a day.
func later(day string, years int) string {
	if len(day) < 4 {
		return day
	}
	y, err := strconv.Atoi(day[:4])
	if err != nil {
		return day
	}
	return fmt.Sprintf("%04d", y+years) + day[4:]
}
