package exchange

// A sector of PLOVER in ICEWS's words and as a role of CAMEO, which has media
// as MED and health as HLH.
type sector struct{ name, cameo string }

var sectors = map[string]sector{
	"GOV": {"Government", "GOV"}, "LEG": {"Legislative / Parliamentary", "LEG"}, "JUD": {"Judicial", "JUD"}, "MIL": {"Military", "MIL"},
	"COP": {"Police", "COP"}, "SPY": {"Intelligence", "SPY"}, "PRM": {"Paramilitary", "UAF"}, "PTY": {"Parties", "PTY"},
	"REB": {"Rebel", "REB"}, "UAF": {"Unidentified Forces", "UAF"}, "AGR": {"Agricultural", "AGR"}, "BUS": {"Business", "BUS"},
	"CRM": {"Criminals / Gangs", "CRM"}, "CVL": {"Civilian", "CVL"}, "EDU": {"Education", "EDU"}, "ELI": {"Elite", "ELI"},
	"JRN": {"Media", "MED"}, "LAB": {"Labor", "LAB"}, "MED": {"Medical / Health", "HLH"}, "REF": {"Refugees / Displaced", "REF"},
	"OPP": {"Opposition", "OPP"}, "PRE": {"Separatists", "SEP"}, "REL": {"Religious", "REL"}, "SOC": {"Social", ""}, "UNK": {"Unidentified", ""},
}
