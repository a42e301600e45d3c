package lexicon

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// isoCodes are the alpha-3 codes of ISO 3166-1, and KOS, PLOVER's code for
// Kosovo.
const isoCodes = `
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE
BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA
CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE
DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM
GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY
HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN
KAZ KEN KGZ KHM KIR KNA KOR KOS KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA
MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT
NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF
QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR
TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB
VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE`

// internationalCodes are the codes by which PLOVER marks parties that belong
// to no one country: intergovernmental bodies, the United Nations, the
// European Union, non-governmental organisations, international movements,
// international militant groups and multinational companies.
const internationalCodes = "IGO UNO EUR NGO ISM IMG MNC"

// sectorCodes are PLOVER's sectors, state organs and parties to conflict
// first.
const sectorCodes = `GOV LEG JUD MIL COP SPY PRM PTY REB UAF UNK
AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC`

// codes are the codes a knowledge file may use. A reader makes one and drops
// it when done.
type codes struct {
	countries, international, sectors map[string]bool
}

func newCodes() codes {
	set := func(s string) map[string]bool {
		m := map[string]bool{}
		for _, c := range strings.Fields(s) {
			m[c] = true
		}
		return m
	}
	return codes{set(isoCodes), set(internationalCodes), set(sectorCodes)}
}

// checkParty says what is wrong with a code that may name a country or stand
// for an international body.
func (c codes) checkParty(l Line, code string) error {
	if c.countries[code] || c.international[code] {
		return nil
	}
	return l.Errorf("unknown country code %q", code)
}

// checkSectors says which of the sectors PLOVER does not have, and which are
// named twice.
func (c codes) checkSectors(l Line, sectors []string) error {
	var faults []error
	for i, s := range sectors {
		if !c.sectors[s] {
			faults = append(faults, l.Errorf("unknown sector %q", s))
		} else if slices.Contains(sectors[:i], s) {
			faults = append(faults, l.Errorf("sector %s is named twice", s))
		}
	}
	return errors.Join(faults...)
}

// fieldsOf splits the line and checks the number of its fields; missing
// fields at the end are made up with empty ones, to max.
func fieldsOf(l Line, min, max int) ([]string, error) {
	f := l.Fields()
	if len(f) < min || len(f) > max {
		want := strconv.Itoa(min)
		if max > min {
			want += " to " + strconv.Itoa(max)
		}
		return nil, l.Errorf("%d field(s), want %s", len(f), want)
	}
	for len(f) < max {
		f = append(f, "")
	}
	return f, nil
}

// checkWikidata says what is wrong with an item number: "Q" and digits, or
// nothing.
func checkWikidata(l Line, q string) error {
	if q == "" {
		return nil
	}
	digits, ok := strings.CutPrefix(q, "Q")
	if n, err := strconv.Atoi(digits); !ok || err != nil || n <= 0 || digits[0] == '0' || digits[0] == '+' {
		return l.Errorf("%q is not a Wikidata item", q)
	}
	return nil
}

// checkGender says what is wrong with a gender field: "m", "f" or nothing.
func checkGender(l Line, g string) error {
	if g != "" && g != "m" && g != "f" {
		return l.Errorf("gender %q is neither m nor f", g)
	}
	return nil
}

func genderOf(g string) byte {
	if g == "" {
		return 0
	}
	return g[0]
}

// checkTerm says what is wrong with the two bounds of a term.
func checkTerm(l Line, from, to string) error {
	var faults []error
	for _, d := range []string{from, to} {
		if d != "" && !validDate(d) {
			faults = append(faults, l.Errorf("date %q is not YYYY, YYYY-MM or YYYY-MM-DD", d))
		}
	}
	if len(faults) == 0 && from != "" && to != "" && cutDate(from, to) > cutDate(to, from) {
		faults = append(faults, l.Errorf("the term ends (%s) before it begins (%s)", to, from))
	}
	return errors.Join(faults...)
}

// checkRepeats says which names a list holds twice.
func checkRepeats(l Line, name string, others []string) error {
	for i, o := range others {
		if o == name || slices.Contains(others[:i], o) {
			return l.Errorf("%q is named twice", o)
		}
	}
	return nil
}

// Within says whether date lies in the term from–to, both inclusive. Each is
// YYYY, YYYY-MM or YYYY-MM-DD; an empty bound is open; where one is coarser
// than the other, they are compared as coarsely, so that 2021-06-16 is within
// a term that ends in 2021. An empty date is within open terms only: those
// without end.
func Within(date, from, to string) bool {
	if date == "" {
		return to == ""
	}
	return (from == "" || cutDate(date, from) >= cutDate(from, date)) &&
		(to == "" || cutDate(date, to) <= cutDate(to, date))
}

// cutDate makes a as coarse as b.
func cutDate(a, b string) string { return a[:min(len(a), len(b))] }

func validDate(d string) bool {
	days := [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	part := func(s string, lo, hi int) (int, bool) {
		for i := range len(s) {
			if s[i] < '0' || s[i] > '9' {
				return 0, false
			}
		}
		n, err := strconv.Atoi(s)
		return n, err == nil && n >= lo && n <= hi
	}
	switch len(d) {
	case 4, 7, 10:
	default:
		return false
	}
	year, ok := part(d[:4], 1000, 2999)
	if !ok || len(d) == 4 {
		return ok
	}
	month, ok := part(d[5:7], 1, 12)
	if !ok || d[4] != '-' || len(d) == 7 {
		return ok && d[4] == '-'
	}
	day, ok := part(d[8:], 1, days[month-1])
	leap := year%4 == 0 && (year%100 != 0 || year%400 == 0)
	return ok && d[7] == '-' && (month != 2 || day != 29 || leap)
}
