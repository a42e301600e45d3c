package lexicon

import "strings"

// A cameoParty is a CAMEO actor code in PLOVER's terms.
type cameoParty struct {
	country string // ISO 3166-1 alpha-3 or an international code, or empty
	sectors string // with blanks between, the main one first
}

// cameoCodes translate CAMEO's actor codes: groups of three letters, first the
// country, region or kind of international body, then roles and the names of
// groups.
type cameoCodes struct {
	known   codes
	country map[string]string // codes that ISO writes otherwise
	region  map[string]bool
	role    map[string]string
}

// Where CAMEO differs from ISO 3166-1: other spellings, and states that are no
// more, whose events PLOVER codes to their successors.
const cameoCountries = `TMP TLS  ROM ROU  ZAR COD  KSV KOS  XKX KOS  WBK PSE  GZS PSE  PAL PSE  KNT KNA  AAB ABW
	SUN RUS  USR RUS  CSK CZE  DDR DEU  YUG SRB  SCG SRB  FRY SRB  SRP SRB  GAZ PSE`

// Regions of CAMEO and what stands for no one country; an actor of one has no
// country.
const cameoRegions = `AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF
	WAF WST CAM WEU INT UIS`

// Roles of CAMEO and the sectors of PLOVER. CAMEO's MED is the media and its
// HLH health; PLOVER has JRN and MED. Faiths are REL, radicals OPP. Groups that
// PLOVER has no sector for (moderates, names of bodies, numbers of
// denominations) add nothing.
const cameoRoles = `GOV GOV  MIL MIL  REB REB  INS REB  SEP REB  OPP OPP  PTY PTY  COP COP  JUD JUD  SPY SPY  LEG LEG
	ELI ELI  BUS BUS  CVL CVL  EDU EDU  LAB LAB  AGR AGR  CRM CRM  MED JRN  JRN JRN  HLH MED  REF REF  UAF UAF
	DEV SOC  ENV SOC  HRI SOC  HUM SOC  SOC SOC  REL REL  PRM PRM  UNK UNK
	MOS REL  MUS REL  CHR REL  BUD REL  HIN REL  RAD OPP  JEW REL  SIK REL  CTH REL  PRO REL  DOX REL  SHI REL  SUN REL`

func newCameoCodes() cameoCodes {
	c := cameoCodes{known: newCodes(), country: map[string]string{}, region: map[string]bool{}, role: map[string]string{}}
	pairs := func(list string, into map[string]string) {
		f := strings.Fields(list)
		for i := 0; i+1 < len(f); i += 2 {
			into[f[i]] = f[i+1]
		}
	}
	pairs(cameoCountries, c.country)
	pairs(cameoRoles, c.role)
	for _, r := range strings.Fields(cameoRegions) {
		c.region[r] = true
	}
	return c
}

// party translates a code, or says why it cannot. The United Nations and the
// European Union, IGOUNO and IGOEUREEC, have codes of their own in PLOVER. A
// state by its bare code has no sectors.
func (c cameoCodes) party(code string) (p cameoParty, why string) {
	if code == "" || len(code)%3 != 0 {
		return p, "the code " + code + " is not made of groups of three letters"
	}
	for i := range len(code) {
		if (code[i] < 'A' || code[i] > 'Z') && (i < 3 || code[i] < '0' || code[i] > '9') {
			return p, "the code " + code + " is not made of capital letters"
		}
	}
	first, rest := code[:3], code[3:]
	switch {
	case first == "IGO" && strings.HasPrefix(rest, "UNO"):
		p.country, rest = "UNO", rest[3:]
	case first == "IGO" && strings.HasPrefix(rest, "EUREEC"):
		p.country, rest = "EUR", rest[6:]
	case first == "NGM":
		p.country, p.sectors = "NGO", "JRN"
	case c.region[first]:
	case c.known.international[first]:
		p.country = first
	case c.known.countries[first]:
		p.country = first
	case c.country[first] != "":
		p.country = c.country[first]
	case c.role[first] != "":
		rest = code
	default:
		return p, "unknown code " + first + " in " + code
	}
	for ; rest != ""; rest = rest[3:] {
		if s := c.role[rest[:3]]; s != "" && !strings.Contains(p.sectors, s) {
			if p.sectors != "" {
				p.sectors += " "
			}
			p.sectors += s
		}
	}
	if p.country == "" && p.sectors == "" {
		return p, "the code " + code + " names neither a country nor a role"
	}
	return p, ""
}
