package event

import "slices"

// A Mode is one way in which an event of a type is done, with its place on
// PLOVER's scale from conflict (-10) to cooperation (+10).
type Mode struct {
	Name  string
	Score float64
}

// A Kind is one of the sixteen types of PLOVER 2.0.
type Kind struct {
	Type      string
	Quad      int // 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict
	Score     float64
	Modes     []Mode
	Recipient bool // an event of this type needs a recipient
}

// Types returns the sixteen types in the order of the PLOVER 2.0 manual. The
// manual prints +3 for ACCUSE, whose modes are all negative; -3 is meant.
// Modes without a value of their own have that of their type. The caller
// owns the result.
func Types() []Kind {
	return []Kind{
		{"AGREE", 1, 2.5, nil, false},
		{"CONSULT", 1, 2.5, []Mode{{"visit", 4}, {"third-party", 1}, {"multilateral", 4}, {"phone", 1.5}}, false},
		{"SUPPORT", 1, 5, nil, false},
		{"CONCEDE", 1, 4.5, nil, false},
		{"COOPERATE", 2, 9.5, nil, true},
		{"AID", 2, 10, nil, true},
		{"RETREAT", 2, 6.5, []Mode{{"withdraw", 8}, {"release", 6.5}, {"disarm", 10}, {"ceasefire", 7.5}, {"access", 6.5}, {"resign", 4.5}}, false},
		{"REQUEST", 3, 0, []Mode{{"assist", 0.5}, {"change", -1}, {"yield", -1}, {"meet", 0}}, false},
		{"ACCUSE", 3, -3, []Mode{{"disapprove", -2}, {"investigate", -3.5}, {"allege", -3.5}}, false},
		{"REJECT", 3, -2, []Mode{{"assist", -1.5}, {"change", -2}, {"yield", -2}, {"meet", -2}}, false},
		{"THREATEN", 3, -3.5, []Mode{{"restrict", -3}, {"arrest", -3.5}, {"relations", -3.5}, {"expel", -3.5}, {"territory", -4}, {"violence", -3.5}}, false},
		{"PROTEST", 4, -5, []Mode{{"demo", -5}, {"riot", -7}, {"strike", -5}, {"hunger", -4.5}, {"boycott", -4.5}, {"obstruct", -4.5}, {"vandalize", -5}}, false},
		{"SANCTION", 4, -6, []Mode{{"convict", -6}, {"expel", -5.5}, {"withdraw", -6}, {"discontinue", -6}}, true},
		{"MOBILIZE", 4, -5.5, []Mode{{"troops", -6.5}, {"weapons", -6.5}, {"police", -5.5}, {"militia", -6}}, false},
		{"COERCE", 4, -7, []Mode{{"seize", -7}, {"restrict", -7}, {"censor", -6.5}, {"curfew", -6.5}, {"martial-law", -7.5}, {"arrest", -7}, {"deport", -7}, {"withhold", -7}, {"misinformation", -6.5}, {"cyber", -7}}, false},
		{"ASSAULT", 4, -9, []Mode{{"abduct", -8.5}, {"beat", -7.5}, {"torture", -8.5}, {"sexual", -8.5}, {"targeted", -9.5}, {"destroy", -8.5}, {"primitive", -8}, {"firearms", -9}, {"explosives", -9}, {"suicide-attack", -9.5}, {"aerial", -9.5}, {"drone", -9.5}, {"heavy-weapons", -9.5}, {"crowd-control", -7.5}, {"unconventional", -10}}, false},
	}
}

// ontology is Types by name, without the cost of making it anew.
var ontology = func() map[string]Kind {
	m := map[string]Kind{}
	for _, k := range Types() {
		m[k.Type] = k
	}
	return m
}()

// Quad returns the quad class of a type, 1 to 4, or 0 for an unknown type.
func Quad(typ string) int { return ontology[typ].Quad }

// Score returns PLOVER's conflict–cooperation score of a type with modes:
// that of the mode furthest from zero, or the type's own without modes it
// knows. It is 0 for an unknown type.
func Score(typ string, modes []string) float64 {
	k := ontology[typ]
	best, found := k.Score, false
	for _, m := range k.Modes {
		if slices.Contains(modes, m.Name) && (!found || abs(m.Score) > abs(best)) {
			best, found = m.Score, true
		}
	}
	return best
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

// ValidMode reports whether PLOVER has the mode for the type.
func ValidMode(typ, mode string) bool {
	return slices.ContainsFunc(ontology[typ].Modes, func(m Mode) bool { return m.Name == mode })
}

// Contexts returns the contexts of PLOVER 2.0 in the order of the manual,
// which names 37. The caller owns the result.
func Contexts() []string {
	return []string{
		"military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
		"pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
		"human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
		"health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
		"cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
	}
}

// Auxiliary modes.
const (
	Future       = "future"
	Historical   = "historical"
	Hypothetical = "hypothetical"
	Negation     = "negation"
)
