package event

import (
	"strings"
	"testing"
)

// constructions are sentences by how they tell their events. Those of the
// ontology are under the patterns; these prove that one clause pattern finds
// them all.
var constructions = []struct{ kind, text, want string }{
	{"passive with agent", "Two Belgian journalists were arrested by Turkish police.", "TUR COERCE/arrest BEL"},
	{"passive with agent", "Serbia was criticised by Croatia.", "HRV ACCUSE/disapprove SRB"},
	{"passive with agent", "The ceasefire proposal was rejected by Hamas.", "PSE REJECT -"},
	{"passive with agent", "Ukraine was given tanks by Germany.", "DEU AID UKR"},
	{"passive with agent", "Five Greek diplomats were expelled by Russia.", "RUS SANCTION/expel GRC"},
	{"passive without agent", "Three Polish soldiers were killed in an attack in Mali.", "- ASSAULT POL"},
	{"passive without agent", "A French tourist was arrested in Iran.", "IRN COERCE/arrest FRA"},
	{"relative clause", "The sanctions that the United States imposed on Iran hurt the economy.", "USA SANCTION/discontinue IRN"},
	{"relative clause", "Morocco, which recalled its ambassador from Spain, closed the border.", "MAR SANCTION/withdraw ESP; MAR COERCE/restrict -"},
	{"relative clause", "The rebels who attacked Goma are backed by Rwanda.", "REB ASSAULT COD; RWA SUPPORT REB"},
	{"gerund", "Israel responded by bombing Lebanon.", "ISR ASSAULT LBN"},
	{"gerund", "Norway condemned Russia for attacking Ukraine.", "NOR ACCUSE/disapprove RUS; RUS ASSAULT UKR"},
	{"gerund", "After expelling the Dutch ambassador, Eritrea closed its embassy in The Hague.", "ERI SANCTION/expel NLD; ERI SANCTION/withdraw NLD"},
	{"possessive", "Russia's expulsion of two Norwegian diplomats angered Oslo.", "RUS SANCTION/expel NOR; NOR ACCUSE/disapprove RUS"},
	{"possessive", "Egypt's condemnation of the Ethiopian government was harsh.", "EGY ACCUSE/disapprove ETH"},
	{"possessive", "Turkey's invasion of Syria began on Monday.", "TUR ASSAULT SYR"},
	{"talks beside another act", "After talks with his Greek counterpart, the Albanian foreign minister condemned Serbia.", "ALB+GRC CONSULT -; ALB ACCUSE/disapprove SRB"},
	{"joined one to the other", "Saudi Arabia, Kuwait, Bahrain and Jordan recalled their ambassadors from Lebanon.", "BHR+JOR+KWT+SAU SANCTION/withdraw LBN"},
	{"envoy called in", "The Norwegian ambassador to Peru was summoned on Monday.", "PER ACCUSE/disapprove NOR"},
	{"hearsay", "According to the daily, the Spanish minister would have spoken on the telephone with the Moroccan foreign minister.", "ESP+MAR CONSULT/phone -"},
	{"purpose of a journey", "The Croatian president will travel to Oslo to meet the Norwegian prime minister.", "HRV+NOR AGREE -"},
	{"nouns on nouns", "The rupture of diplomatic relations with Iran by Oman surprised Kuwait.", "OMN SANCTION/withdraw IRN"},
	{"by means of", "The French president used a speech to condemn Russia.", "FRA ACCUSE/disapprove RUS"},
	{"by means of", "Turkey sent forces to oust Kurdish rebels from a Syrian town.", "TUR ASSAULT SYR"},
	{"by means of", "Iran used its banks to finance Syrian rebels.", "IRN AID SYR"},
	{"not done", "Brazil stopped short of condemning Russia.", "nothing"},
	{"not done", "Japan shied away from condemning Israel.", "nothing"},
	{"not done", "Israel came close to bombing Iran.", "nothing"},
	{"not done", "Turkey nearly shot down a Russian plane.", "nothing"},
	{"not done", "Rather than expel the Iranian ambassador, Norway praised Iran.", "NOR SUPPORT IRN"},
	{"not done", "Instead of condemning Russia, Mali praised it.", "MLI SUPPORT RUS"},
	{"apposition", "Viktor Orbán, the prime minister of Hungary, criticised the European Union.", "HUN ACCUSE/disapprove EUR"},
	{"apposition", "The army of Chad, an ally of France, attacked the Libyan rebels.", "TCD ASSAULT LBY"},
	{"not believed", "Sweden does not believe that Russia attacked Finland.", "nothing"},
	{"not believed", "There was no sign that Russia had withdrawn its troops from Georgia.", "nothing"},
	{"not believed", "The ministry dismissed rumours that Turkey had recalled its ambassador from Austria.", "nothing"},
	{"not asked", "The United States demanded that the Ukrainian children be returned to their families.", "USA REQUEST/yield -"},
	{"two titles of one", "Kamala Harris spoke with Crown Prince and Prime Minister Salman bin Hamad Al Khalifa of Bahrain.", "BHR+USA CONSULT -"},
	{"not believed", "The Spanish journalist was mistakenly thought to be killed by Russian troops in Georgia.", "nothing"},
	{"two callings of one", "Russia arrested the Turkish writer and activist Emre Tok.", "RUS COERCE/arrest TUR"},
	{"not asked", "The Danish minister said that Norway lacks the money needed to attack the problem.", "nothing"},
	{"told of those known", "Egypt demanded information about Jon Hall, a British journalist held by the Syrian rebels.", "EGY REQUEST GBR; SYR COERCE/arrest GBR"},
	{"told of late", "Russia's recent threats against Georgia should be seen as a warning.", "RUS THREATEN GEO"},
	{"where it is done", "The Australian teacher is accused in Turkey of smuggling.", "TUR ACCUSE/allege AUS"},
	{"who says it", "Turkey rejected the report, saying it will withdraw its forces from Syria.", "TUR REJECT SYR; TUR CONCEDE SYR"},
	{"a language", "Peru criticised a French-language broadcaster in Morocco.", "PER ACCUSE/disapprove MAR"},
	{"believed", "There is no doubt that Russia attacked Ukraine.", "RUS ASSAULT UKR"},
	{"number for those counted", "Russian missiles killed nine and injured 62 in Odesa overnight.", "RUS ASSAULT/heavy-weapons UKR"},
	{"number for those counted", "An Israeli strike killed 20 in Lebanon.", "ISR ASSAULT LBN"},
	{"number for those counted", "The United States deported 116 to Guatemala.", "USA COERCE/deport GTM"},
	{"headline", "Biden, Xi hold phone call on Taiwan", "CHN+USA CONSULT/phone -"},
	{"headline", "Thousands march in Tbilisi against foreign agents law", "GEO PROTEST/demo -"},
	{"headline", "Armenia and Azerbaijan trade blame over border clash", "ARM+AZE ACCUSE/allege -"},
	{"headline", "Hundreds detained at anti-war protests across Russia", "RUS COERCE/arrest -"},
	{"headline", "Qatar mediates talks between Congo and M23 rebels", "QAT CONSULT/third-party COD"},
	{"headline", "Ireland, Norway, Spain recognise Palestinian state", "ESP+IRL+NOR SUPPORT PSE"},
	{"out of speech", "Turkish troops shelled the Syrian militia, which Turkey says attacked Kilis.", "TUR ASSAULT/heavy-weapons SYR; SYR ASSAULT TUR"},
	{"out of speech", "Norway criticised Iran, which it said had violated the nuclear agreement.", "NOR ACCUSE/disapprove IRN; NOR ACCUSE/allege IRN"},
	{"in words", "Canadian Conservatives blast Trudeau over tariffs", "CAN ACCUSE/disapprove CAN"},
	{"in words", "The Danish opposition leader went on the attack in Aarhus.", "DNK ACCUSE/disapprove DNK"},
	{"spoken of", "Canadian candidates reacted to a mass shooting in Toronto.", "nothing"},
	{"spoken of", "The Kenyan senator delivered a speech addressing the attack on Lagos.", "nothing"},
	{"called names", "One Canadian lawmaker called Trump \"the prince of noise\".", "nothing"},
	{"warned of", "The United Nations warned that Ethiopia could face famine.", "nothing"},
	{"warned of", "Kenya warned that Somalia had raised the risk of war.", "nothing"},
	{"warned of", "Kenya warned that Ethiopia must withdraw its troops.", "KEN THREATEN ETH"},
	{"hung on the doer", "A raid by Sudanese rebels on Bangui killed ten.", "SDN ASSAULT CAF"},
	{"spoken of", "The Turkish president warned Kurdish activists against staging protests.", "nothing"},
	{"would", "Kenyan withdrawal from Somalia would give Ethiopia a chance, the minister said.", "nothing"},
	{"carried out by himself", "The Russian president has announced a substantial troop withdrawal.", "RUS RETREAT/withdraw -"},
	{"side at home", "A government offensive on Aleppo killed ten civilians.", "SYR ASSAULT SYR"},
	{"condemned for", "Egypt condemned the attack on a mosque in Pakistan.", "EGY ACCUSE/disapprove -"},
	{"condemned for", "Egypt condemned the Israeli attack on a mosque in Lebanon.", "EGY ACCUSE/disapprove ISR; ISR ASSAULT LBN"},
	{"whose doing", "Hamas accuses Israel of carrying out 266 attacks in Gaza, killing 132 Palestinians.", "PSE ACCUSE/allege ISR; ISR ASSAULT PSE"},
	{"verdict", "“Hungary's behaviour is outrageous. Open the border,” the Serbian president said.", "SRB ACCUSE/disapprove HUN; SRB REQUEST HUN"},
	{"verdict", "The French president told Hamas that holding hostages was unacceptable.", "FRA ACCUSE/disapprove PSE"},
	{"verdict", "The deal is unacceptable to Russia, the Kazakh foreign minister said.", "nothing"},
	{"verdict", "The minister said it was unacceptable that children went hungry.", "nothing"},
	{"verdict", "The Irish minister said that Britain had committed no crime.", "nothing"},
	{"what is to come", "The speech came just before the Greek minister was to meet the Turkish president.", "GRC+TUR AGREE -"},
	{"what is to come", "Poland said that Russia was to blame for the crisis.", "POL ACCUSE/allege RUS"},
	{"done again", "The United States re-imposed sanctions on Iran.", "USA SANCTION/discontinue IRN"},
	{"called what", "The Polish president called the Saudi prince stupid.", "POL ACCUSE/disapprove SAU"},
	{"weapon's owner", "The Azerbaijani plane was shot down by a Russian missile system.", "RUS ASSAULT AZE"},
	{"one of a row", "Islamic State was behind a string of attacks on French civilians.", "IMG ASSAULT FRA"},
	{"on whose word", "According to Kenyan officials, the British tourist was arrested on Monday.", "KEN COERCE/arrest GBR"},
	{"what one is known for", "Angela Merkel deserves credit for taking in Syrian refugees.", "DEU AID SYR"},
	{"captor", "A Canadian teacher held in Iran since May will go on trial for espionage.", "IRN COERCE/arrest CAN; IRN ACCUSE/allege CAN future"},
	{"captor", "A Russian court sentenced the American singer to nine years. She had been arrested at an airport.", "RUS SANCTION/convict USA; RUS COERCE/arrest USA"},
	{"captor", "Qatar secured the release of two French hostages from Hamas.", "PSE RETREAT/release FRA"},
	{"where", "The minister spoke of Libya, where Ankara sent soldiers in 2020.", "TUR MOBILIZE/troops LBY historical"},
	{"fire", "Mortar shells from Syria hit a Turkish village. Turkey responded with artillery fire.", "SYR ASSAULT/heavy-weapons TUR; TUR ASSAULT/heavy-weapons SYR"},
	{"fire", "Rockets fired from Gaza landed near an Israeli town. Israel returned fire.", "PSE ASSAULT/heavy-weapons ISR; ISR ASSAULT/firearms PSE"},
	{"own target", "The Indian army said that Pakistani troops had opened fire on its posts.", "PAK ASSAULT/firearms IND"},
	{"own target", "Hamas said that Israel killed three of its commanders.", "ISR ASSAULT PSE"},
	{"said at a meeting", "The Italian president called the Greek president to congratulate Greece on the treaty.", "GRC+ITA CONSULT/phone -; ITA SUPPORT GRC"},
	{"said at a meeting", "In a phone call with the Turkish president, the French president called for a ceasefire in Libya.", "FRA+TUR CONSULT/phone -; FRA REQUEST/yield TUR"},
	{"said at a meeting", "The Turkish president told the Russian president in a phone call that the war must end.", "RUS+TUR CONSULT/phone -"},
	{"parted by who says it", "Turkey, the Greek minister said, will send weapons to Libya.", "TUR AGREE LBY"},
	{"to come", "If Iran attacks Oman, Iran will face severe consequences, the British minister said.", "GBR THREATEN IRN"},
	{"to come", "Iran faced severe consequences, the British minister said.", "nothing"},
	{"to come", "Hungary said it would not attend the summit in Poland.", "HUN REJECT/meet POL"},
	{"to come", "Norway will stay in touch with the Israeli government.", "NOR AGREE ISR"},
	{"cuisine", "Five people are injured in an arson attack at an Indian restaurant in Leeds, England.", "- ASSAULT GBR"},
	{"bench", "A judge in Texas ordered a Venezuelan man released from detention.", "USA RETREAT/release VEN"},
	{"where taken", "A British soldier was arrested on the Turkish border.", "TUR COERCE/arrest GBR"},
	{"put to death", "A man was executed in Iran on Monday after being convicted of murder.", "IRN ASSAULT IRN; IRN SANCTION/convict IRN"},
	{"put to death", "Two men were executed in Syria on Monday.", "nothing"},
	{"man-made", "India imposed tariffs on Chinese cars.", "IND SANCTION CHN"},
	{"man-made", "India fought Chinese wildfires.", "nothing"},
	{"sent", "The United States deploys the USS Gerald R. Ford carrier battle group to Latin America.", "USA MOBILIZE/troops -"},
	{"one state", "The provincial government warns local media in Lahore, Pakistan, to stop reporting.", "PAK THREATEN PAK"},
	{"among them", "Finnish police arrest five men, including three Moroccans and two Syrians.", "FIN COERCE/arrest MAR+SYR"},
	{"among them", "Police in Chad detain 30 people, including three Togolese citizens.", "TCD COERCE/arrest TCD+TGO"},
	{"other side", "Israel waits as Hamas returns the remains of three hostages.", "PSE RETREAT/release ISR"},
	{"described", "Five people are killed in an attack on a convoy delivering food to Darfur, Sudan.", "- ASSAULT SDN"},
	{"named after a town", "Norway withdraws from the Paris Agreement.", "NOR REJECT/meet -"},
	{"arms", "Ten Iranian missiles were launched at Kuwait.", "IRN ASSAULT/heavy-weapons KWT"},
	{"the country", "The Indian foreign minister announces that the country will reopen its embassy in Kabul.", "AFG+IND AGREE -"},
	{"seized power", "Soldiers in Gabon seized power.", "GAB COERCE/seize GAB"},
	{"in support of", "Thousands of Kenyans protest in Nairobi in support of Ugandan farmers.", "KEN PROTEST/demo -"},
	{"negation, future, hypothetical", "Peru will not renew its agreement with Chile.", "PER REJECT CHL"},
	{"laid to", "A bomb blast attributed to Kurdish rebels in Van, Turkey, kills eight police officers.", "TUR ASSAULT TUR"},
	{"own organs", "The Kenyan president directs government agencies to cut spending.", "nothing"},
	{"beside", "Norway suspended its aid programmes to Niger, accusing the army of murder.", "NOR SANCTION/discontinue NER"},
	{"one state", "Togo's new president took office. The military has arrested the interior minister.", "TGO COERCE/arrest TGO"},
	{"one state", "Six people are killed in an American airstrike on a boat in the Caribbean Sea.", "USA ASSAULT/aerial CVL"},
	{"one state", "Poland arrests 30 foreign activists.", "POL COERCE/arrest CVL"},
	{"topic", "The Chilean and Peruvian presidents discussed strengthening and broadening military cooperation.", "CHL+PER CONSULT -"},
	{"losses", "Turkey condemned the deaths of Palestinian civilians in an Israeli airstrike.", "TUR ACCUSE/disapprove ISR"},
	{"at home", "The Chilean government supports Chilean farmers.", "nothing"},
	{"at home", "The Chilean government supports Peruvian farmers.", "CHL SUPPORT PER"},
	{"private", "Tom Harding asked his wife Anna Harding to wait.", "nothing"},
	{"sea", "Iran seized a Marshall Islands-flagged oil tanker in the Gulf of Oman.", "IRN COERCE/seize MHL"},
	{"is to", "Germany is to send tanks to Ukraine.", "DEU AGREE UKR"},
	{"is to", "Russia is to expel two French diplomats.", "RUS THREATEN/expel FRA"},
	{"is to", "Putin is to meet Xi Jinping on Saturday.", "CHN+RUS AGREE -"},
	{"passive without agent", "Peruvian police fired tear gas at a crowd; 14 people were arrested.", "PER ASSAULT/crowd-control -; PER COERCE/arrest PER n=14"},
	{"control and raising", "Japan agreed to send aid to Nepal.", "JPN AGREE NPL"},
	{"control and raising", "Russia threatened to attack Ukraine.", "RUS THREATEN/violence UKR"},
	{"control and raising", "China persuaded Iran to release the Japanese sailors.", "IRN RETREAT/release JPN"},
	{"control and raising", "Brazil seems to have recognised Palestine.", "BRA SUPPORT PSE"},
	{"control and raising", "The Sudanese army is believed to have bombed a hospital in Darfur.", "SDN ASSAULT SDN hypothetical"},
	{"control and raising", "Albania asked Italy to return the migrants.", "ALB REQUEST ITA"},
	{"control and raising", "The Polish president lashed out at Belarus for having shot down a Polish helicopter.", "POL ACCUSE/disapprove BLR; BLR ASSAULT POL"},
	{"control and raising", "The scandal led the Portuguese defence minister to resign.", "PRT RETREAT/resign -"},
	{"conjunction", "The Danish prime minister predicted that the economy would soon recover and praised Norway.", "DNK SUPPORT NOR"},
	{"relative clause", "Troops guarded the camp between the militias and Turkey, which has threatened Greece.", "TUR THREATEN GRC"},
	{"negation, future, hypothetical", "Any attempt by Serbia to attack Kosovo would have consequences, Albania said.", "nothing"},
	{"negation, future, hypothetical", "Norwegian officials asked whether Sweden had expelled the Belarusian ambassador.", "nothing"},
	{"negation, future, hypothetical", "Latvia announced that it was withdrawing its troops from Iraq.", "LVA CONCEDE IRQ"},
	{"purpose", "The Kenyan and Ugandan presidents met in Nairobi, seeking to restore relations.", "KEN+UGA CONSULT -"},
	{"purpose", "Norway will use the interest to fund a military aid package for Ukraine.", "nothing"},
	{"purpose", "Nepal is the first in South Asia to legalize same-sex marriage.", "NPL CONCEDE -"},
	{"no event", "The Croatian president called Milorad Dodik “a clown”.", "nothing"},
	{"no event", "The rebels, who have fought an insurgency against Turkey, are tired.", "nothing"},
	{"no event", "Canadian officials said that the treaty will have to be approved.", "nothing"},
	{"parties", "Latvia fears Belarus, whose leaders have threatened Poland.", "BLR THREATEN POL"},
	{"parties", "Turkey arrested the Dutch journalist Piet Visser in May. Visser was released on Friday.", "TUR COERCE/arrest NLD; TUR RETREAT/release NLD"},
	{"negation, future, hypothetical", "The Estonian president must meet the Finnish president this week.", "EST+FIN AGREE -"},
	{"negation, future, hypothetical", "The Estonian president should meet the Finnish president.", "nothing"},
	{"negation, future, hypothetical", "Should Chad invade Sudan, Egypt would be alarmed.", "nothing"},
	{"negation, future, hypothetical", "If Chad attacked Sudan, few would notice.", "nothing"},
	{"negation, future, hypothetical", "Officials told reporters that Chad had lifted its blockade of Sudan.", "TCD RETREAT/withdraw SDN"},
	{"negation, future, hypothetical", "Chad will lodge a protest if a Sudanese strike on N'Djamena kills its soldiers.", "nothing"},
	{"negation, future, hypothetical", "Chad did not accuse Sudan.", "nothing"},
	{"negation, future, hypothetical", "Reporters asked the Chadian president why Sudan had closed the border.", "SDN COERCE/restrict TCD"},
	{"no event", "Rebels backed by Eritrea live in tents, said a strategist who supports the Kenyan president.", "nothing"},
	{"stance", "Kenya, which in June supported Somalia, is poor.", "KEN SUPPORT SOM"},
	{"media", "In a statement to Ukrinform, a Kenyan minister denied the accusations.", "KEN REJECT -"},
	{"no event", "The Kenyan minister agreed with the Ugandan president.", "nothing"},
	{"no event", "The Kenyan minister turned out to be a candidate.", "nothing"},
	{"the other side", "Togo and Benin quarrel over a river. Benin accused Togo of theft. Togo rejected the accusation.", "BEN ACCUSE TGO; TGO REJECT BEN"},
	{"the other side", "Benin accused Togo of theft. Ghana accused Togo of arson. Togo rejected the accusations.", "BEN ACCUSE TGO; GHA ACCUSE TGO; TGO REJECT -"},

	{"word order", "Kenya imposed on January 9 heavy sanctions on Somalia.", "KEN SANCTION/discontinue SOM historical"},
	{"conjunction", "Denmark and Sweden condemned Belarus.", "DNK+SWE ACCUSE/disapprove BLR"},
	{"conjunction", "Israel bombed Syria and Lebanon.", "ISR ASSAULT LBN+SYR"},
	{"conjunction", "Police arrested and beat two students in Minsk.", "BLR COERCE/arrest BLR; BLR ASSAULT/beat BLR"},
	{"conjunction", "Canada expelled a Chinese diplomat and imposed sanctions on Iran.", "CAN SANCTION/expel CHN; CAN SANCTION/discontinue IRN"},
	{"light verbs", "Vietnam and Laos held talks.", "LAO+VNM CONSULT -"},
	{"light verbs", "Qatar paid tribute to Kuwait.", "QAT SUPPORT KWT"},
	{"light verbs", "The Afghan army launched an attack on the Taliban.", "AFG ASSAULT AFG"},
	{"light verbs", "Ireland gave its support to Palestine.", "IRL AID PSE"},
	{"light verbs", "Thailand issued a warning to Cambodia.", "THA THREATEN KHM"},
	{"light verbs", "The Chinese foreign minister paid a visit to Pakistan.", "CHN CONSULT/visit PAK"},
	{"predicates of an object", "The bombing left six Dutch tourists dead in Mali.", "- ASSAULT NLD"},
	{"predicates of an object", "Israeli strikes on Lebanon left ten people wounded.", "ISR ASSAULT LBN"},
	{"between", "Clashes between protesters opposed to the mayor and police left two people dead in Lusaka, Zambia.", "ZMB ASSAULT ZMB"},
	{"politicians", "The Danish prime minister attacked Hans Lund, the leader of the opposition.", "DNK ACCUSE/disapprove DNK"},
	{"politicians", "Emmanuel Macron and Marine Le Pen clashed in a debate.", "nothing"},
	{"politicians", "The Swedish minister said that we should not act like this.", "nothing"},
	{"what a protest is about", "Thousands of Peruvians marched in Lima, demanding that the Peruvian government resign.", "PER PROTEST/demo PER"},
	{"gerunds", "Chad released ten Sudanese soldiers in exchange for Sudan releasing six Chadian rebels.", "TCD RETREAT/release SDN; SDN RETREAT/release TCD"},
	{"talks of the speaker", "Japan said that talks with Fiji had failed.", "FJI+JPN CONSULT -"},
	{"own organs", "The Chilean president ordered the finance ministry to impose tariffs on Peru.", "CHL SANCTION/discontinue PER"},
	{"generic", "The prime minister of Malta spoke of sanctions on groups that hold hostage or detain Americans.", "nothing"},
	{"no protest", "The presidents of Chile and Peru blocked a highway.", "nothing"},
	{"headlines", "Iran summons Swiss ambassador.", "IRN ACCUSE/disapprove CHE"},
	{"headlines", "Russia to withdraw troops from Syria.", "RUS CONCEDE SYR"},
	{"headlines", "Two Turkish soldiers killed in Iraq.", "- ASSAULT TUR"},
	{"headlines", "EU, Japan sign trade deal.", "EUR+JPN SUPPORT -"},
	{"headlines", "US slaps tariffs on Indian goods.", "USA SANCTION/discontinue IND"},
	{"headlines", "Kenyan police fire tear gas at protesters.", "KEN ASSAULT/crowd-control KEN"},
	{"headlines", "Pope urges Russia to end war.", "VAT REQUEST/yield RUS"},
	{"negation, future, hypothetical", "Israel did not attack Lebanon.", "ISR ASSAULT LBN negation"},
	{"negation, future, hypothetical", "Turkey will send tanks to Azerbaijan.", "TUR AGREE AZE"},
	{"negation, future, hypothetical", "Georgia will not recognise Kosovo.", "GEO REJECT KOS"},
	{"parties", "Libyan, Sudanese and Eritrean migrants were arrested by Maltese police.", "MLT COERCE/arrest ERI+LBY+SDN"},
	{"parties", "Four shoppers were hurt in a bombing in Bergen, Norway. Police arrested a student.", "- ASSAULT NOR; NOR COERCE/arrest NOR"},
	{"parties", "A Danish court sentenced the baker Ole Hansen to a year in prison after Sweden complained.", "DNK SANCTION/convict DNK"},
	{"parties", "Iran and Oman exchanged fire on Friday. Each side accused the other of lying.", "IRN+OMN ASSAULT/heavy-weapons -; IRN+OMN ACCUSE/allege IRN+OMN"},
	{"parties", "Ethiopian troops bombed a camp in Kassala, Sudan. The attack also killed two nurses.", "ETH ASSAULT/explosives SDN; ETH ASSAULT SDN"},
	{"parties", "Ireland's justice minister said the Labour Party of Ireland had accused Poland.", "IRL ACCUSE/allege POL"},
	{"parties", "Czech Minister of State for the Armed Forces Jana Holubova condemned Iran.", "CZE ACCUSE/disapprove IRN"},
	{"mixed", "Estonia was visited by the Finnish president.", "FIN CONSULT EST"},
	{"mixed", "The Malian soldiers killed in the ambush were buried on Friday.", "- ASSAULT MLI"},
	{"mixed", "The two Ukrainian sailors freed by Russia returned home.", "RUS RETREAT UKR"},
	{"mixed", "Russia, which had annexed Crimea, expelled three British diplomats.", "RUS ASSAULT UKR; RUS SANCTION/expel GBR"},
	{"mixed", "The agreement, signed by Chile and Bolivia, ends the dispute.", "BOL+CHL SUPPORT -"},
	{"mixed", "The prime minister of Spain, Pedro Sánchez, visited Morocco.", "ESP CONSULT/visit MAR"},
	{"mixed", "Hungary began withdrawing its troops from Chad.", "HUN RETREAT TCD"},
	{"mixed", "Kuwait decided to recall its ambassador from Iran.", "KWT SANCTION/withdraw IRN"},
	{"mixed", "The United Nations called for Sudan to stop the bombing.", "UNO REQUEST SDN"},
	{"mixed", "Azerbaijan accused Armenia of shelling its villages and threatened to retaliate.", "AZE ACCUSE/allege ARM; AZE THREATEN -"},
	{"mixed", "Norway, Sweden and Finland imposed sanctions on Belarus.", "FIN+NOR+SWE SANCTION/discontinue BLR"},
	{"mixed", "South Korea offered North Korea talks.", "KOR AGREE PRK"},
	{"mixed", "Latvia lodged a protest with Belarus.", "LVA ACCUSE/disapprove BLR"},
	{"mixed", "Cyprus carried out military exercises with Greece.", "CYP+GRC COOPERATE -"},
	{"a visit beside a meeting", "The Canadian prime minister spoke with Narendra Modi of India about Modi's trip to Poland.", "CAN+IND CONSULT -; IND CONSULT/visit POL"},
	{"where one is held", "Two Britons in Turkish custody fell ill.", "TUR COERCE/arrest GBR"},
	{"who announces", "Moscow announced that Kenya would be invited to the summit.", "RUS AGREE KEN"},
	{"who announces", "The Norwegian government announced that Chad would not be invited to the summit.", "NOR REJECT/meet TCD"},
	{"tried and done", "Norway is trying to persuade Iran to release the Japanese sailors.", "NOR REQUEST/yield IRN hypothetical"},
	{"mixed", "Peru granted asylum to a Venezuelan judge.", "PER AID VEN"},
	{"mixed", "Hundreds of students staged a protest in Tbilisi against the government.", "GEO PROTEST/demo GEO"},
	{"mixed", "North Korea fires missile over Japan.", "PRK MOBILIZE/weapons JPN"},
	{"mixed", "Saudi Arabia, Iran agree to restore ties.", "IRN+SAU AGREE -"},
	{"mixed", "Nigerian army frees 20 hostages from Boko Haram.", "NGA RETREAT NGA"},
	{"mixed", "Minister resigns in Slovenia.", "SVN RETREAT/resign -"},
}

func TestSentences(t *testing.T) { readSentences(t, constructions, 10) }

// readSentences wants sentences read as they say, all but one in so many: which
// ones the parser misreads differs from one training to the next.
func readSentences(t *testing.T, list []struct{ kind, text, want string }, oneIn int) {
	r := newReader(t)
	wrong := 0
	for _, c := range list {
		a := r.analyse(c.text, "2024-05-14")
		events := r.events.Find(a.Document, a.Cast, a.Times, a.Places)
		var got []string
		for i := range events {
			got = append(got, Summary(a.Cast, &events[i]))
		}
		if !listed(c.want, got) {
			wrong++
			t.Logf("%s: %s\n\tgot  %s\n\twant %s", c.kind, c.text, strings.Join(got, "; "), c.want)
		}
	}
	if wrong*oneIn > len(list) {
		t.Errorf("%d of %d misread", wrong, len(list))
	}
}

// listed reports whether got are the events that want lists.
func listed(want string, got []string) bool {
	if want == "nothing" {
		return len(got) == 0
	}
	all := strings.Split(want, ";")
	used := make([]bool, len(got))
	for _, w := range all {
		found := false
		for i := range got {
			if !used[i] && meets(strings.TrimSpace(w), got[i]) {
				used[i], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return len(all) == len(got)
}
