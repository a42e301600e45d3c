package event

import "testing"

// authors are sentences that tell who struck far from the harm, or only by a
// noun, and where those are at home whom only a noun calls.
var authors = []struct{ kind, text, want string }{
	{"by", "Nine militants were killed and a store of arms was seized in an operation by security forces in Quetta, Pakistan.", "PAK ASSAULT PAK"},
	{"by", "A nurse was wounded in a rocket attack by unknown assailants on a clinic in Homs, Syria.", "SYR ASSAULT/heavy-weapons SYR"},
	{"by", "Two boys were shot dead by an unidentified gunman in Durban, South Africa.", "ZAF ASSAULT/firearms ZAF"},
	{"weapon", "A rocket fired from Lebanon killed two Israeli farmers.", "LBN ASSAULT/heavy-weapons ISR"},
	{"weapon", "Russian artillery targets Kupiansk in Kharkiv Oblast, killing two people.", "RUS ASSAULT UKR"},
	{"weapon", "The town hall of Kherson was destroyed in a Russian missile strike.", "RUS ASSAULT/destroy UKR"},
	{"when", "Five officers were injured when an al-Shabaab roadside bomb strikes their truck near Garissa, Kenya.", "SOM ASSAULT KEN"},
	{"when", "Twelve people are hurt after gunmen open fire on a bar in Quito, Ecuador.", "ECU ASSAULT ECU; ECU ASSAULT ECU"},
	{"fallen", "Four soldiers and nine militants were killed in an attack on a base in Gao, Mali.", "MLI ASSAULT MLI"},
	{"fallen", "Six policemen and two bandits were killed in a shootout in Zamfara, Nigeria.", "NGA ASSAULT -"},
	{"fallen", "Five people, including the perpetrator, were killed in a mass shooting in Vienna, Austria.", "AUT ASSAULT AUT"},
	{"told before", "The death toll from Israel's strikes on Lebanon rises to 50, while 300 people have been injured.", "ISR ASSAULT LBN; ISR ASSAULT LBN"},
	{"at home", "Thousands of protesters marched in The Hague, Netherlands, and demanded that the Dutch government resign.", "NLD PROTEST NLD"},
	{"at home", "A man threw a petrol bomb at the consulate of Peru in Porto, Portugal.", "PRT ASSAULT PER"},
	{"at home", "Thirty people were arrested in an Israeli raid in Ramallah.", "ISR COERCE/arrest PSE"},
	{"counted", "Turkish police arrested 161 people in raids on Friday.", "TUR COERCE/arrest TUR"},
	{"counted", "Venezuela said that it had freed 99 people detained after protests.", "VEN RETREAT/release VEN"},
	{"a compatriot", "The Moroccan Supreme Court rejected a request to release opposition leader Leila Haddad.", "MAR REJECT MAR"},
	{"a compatriot", "South Korea repatriated 73 nationals suspected of fraud in scam centres in Cambodia.", "KOR RETREAT/release KOR"},
	{"with whom", "The United States reached a ceasefire with the Houthis and will stop its airstrikes.", "USA RETREAT YEM; USA CONCEDE YEM"},
	{"with whom", "The Syrian government and the Druze militia extend their ceasefire to ease the transfer of detainees from Lebanon to Iraq.", "PRM+SYR RETREAT -"},
	{"another happening", "Donald Trump calls for the surrender of Iran amid its war with Israel.", "USA REQUEST IRN"},
	{"another happening", "A Thai soldier is shot dead in Cambodia as both countries exchange artillery fire.", "KHM ASSAULT THA"},
	{"captors", "Spanish authorities dismantle a drug-trafficking network that uses helicopters to transport hashish from Morocco, arresting six suspects.", "ESP COERCE ESP"},
	{"against whom", "Thousands attend a rally in Copenhagen to protest the proposed takeover by US president Donald Trump.", "DNK PROTEST USA"},
	{"by whom", "South Korea will investigate human rights abuses by U.S. personnel during the raid.", "KOR ACCUSE USA future"},
	{"seated", "The Southwark Crown Court in London, United Kingdom, sentenced the Chinese fraudster Qian Li to ten years in prison.", "GBR SANCTION/convict CHN"},
	{"wronged", "Hamas accused Israel of violating the ceasefire.", "PSE ACCUSE ISR; ISR ASSAULT PSE"},
	{"weapon", "The Russian Armed Forces shot down eight American missiles fired by Ukraine.", "RUS ASSAULT UKR; UKR ASSAULT RUS"},
	{"counted", "Ukraine's security service arrested two people on suspicion of spying for Hungary.", "UKR COERCE/arrest UKR"},
	{"passage", "Pakistan closed its airspace to India on Thursday.", "PAK COERCE/restrict IND"},
	{"passage", "Qatar closed its airspace amid the threat of an Iranian attack.", "QAT COERCE/restrict -"},
	{"whose base", "Al-Shabaab militants attacked two bases operated by the Ethiopian army.", "SOM ASSAULT ETH"},
	{"nations in a row", "Fiji's prime minister met Slovak, Ukrainian, and Hungarian officials in Prague.", "FJI+HUN+SVK+UKR CONSULT -"},
	{"main blow", "Ukraine strikes targets in Bryansk, Russia, with drones, hitting ammunition depots and a refinery.", "UKR ASSAULT RUS"},
	{"flag", "The United States Coast Guard seized a Guyanese-flagged tanker.", "USA COERCE GUY"},
	{"lying", "Turkish Airlines suspends flights to Aden Adde International Airport in Mogadishu, Somalia.", "TUR SANCTION SOM"},
	{"own forces", "The Israeli military said it is reviewing a raid in which forces shot two Palestinians in Jenin.", "ISR ASSAULT PSE"},
	{"a stranger", "Nine peacekeepers were killed in fighting between the army and rebels, the latter backed by the Rwandan military.", "- ASSAULT UNO"},
	{"an accident", "Sixty people were killed after a boat carrying traders hit a rock on the Niger River in Nigeria.", "nothing"},
}

func TestAuthors(t *testing.T) { readSentences(t, authors, 5) }
