package lexicon

import (
	"slices"
	"strings"
	"testing"
)

// who is the shipped knowledge about those who can act.
type who struct {
	countries []Country
	offices   []Office
	people    []Person
	bodies    []Body
	titles    []Title
	roles     []Role
}

func openWho(t testing.TB) who {
	t.Helper()
	s, err := Open("")
	if err != nil {
		t.Fatal(err)
	}
	var w who
	check := func(err error) {
		if err != nil {
			t.Error(err)
		}
	}
	w.countries, err = s.Countries()
	check(err)
	w.offices, err = s.Offices()
	check(err)
	w.people, err = s.People()
	check(err)
	w.bodies, err = s.Bodies()
	check(err)
	w.titles, err = s.Titles()
	check(err)
	w.roles, err = s.Roles()
	check(err)
	if t.Failed() {
		t.FailNow()
	}
	return w
}

// country gives the country that bears or is meant by a name.
func (w who) country(name string) (found []Country) {
	for _, c := range w.countries {
		names := append(append([]string{c.Name, c.Capital}, c.Aliases...), c.Demonyms...)
		for _, m := range c.Metonyms {
			names = append(names, m.Name)
		}
		if slices.Contains(names, name) {
			found = append(found, c)
		}
	}
	return found
}

// holders are those in an office on a date.
func (w who) holders(office, date string) (found []string) {
	for _, o := range w.offices {
		if o.Title == office && o.HeldOn(date) && !slices.Contains(found, o.Person) {
			found = append(found, o.Person)
		}
	}
	return found
}

// TestCounts holds that no file of knowledge is lost. The numbers are lower
// bounds.
func TestCounts(t *testing.T) {
	w := openWho(t)
	states := 0
	for _, c := range w.countries {
		if c.Status == State {
			states++
		}
	}
	for _, c := range []struct {
		kind     string
		got, min int
	}{
		{"states", states, 199}, {"countries", len(w.countries), 550}, {"offices", len(w.offices), 4500},
		{"people", len(w.people), 1300}, {"bodies", len(w.bodies), 2950}, {"titles", len(w.titles), 300}, {"roles", len(w.roles), 1700},
	} {
		if c.got < c.min {
			t.Errorf("%d %s, want at least %d", c.got, c.kind, c.min)
		}
	}
	parts := map[string]int{}
	for _, b := range w.bodies {
		kind, _, _ := strings.Cut(strings.TrimPrefix(b.Line.File, "bodies."), ".")
		parts[kind]++
	}
	for kind, min := range map[string]int{"parties": 450, "armed": 330, "companies": 380, "media": 400, "society": 390,
		"governments": 390, "forces": 360, "txt": 230} {
		if parts[kind] < min {
			t.Errorf("%d bodies of kind %s, want at least %d", parts[kind], kind, min)
		}
	}
}

func TestCountriesKnown(t *testing.T) {
	w := openWho(t)
	for name, code := range map[string]string{
		"United States": "USA", "U.S.": "USA", "American": "USA", "Washington": "USA", "White House": "USA", "Capitol Hill": "USA",
		"United Kingdom": "GBR", "Britain": "GBR", "Downing Street": "GBR", "Whitehall": "GBR", "Scottish": "GBR",
		"Russia": "RUS", "Kremlin": "RUS", "Soviet Union": "RUS", "Chechen": "RUS", "France": "FRA", "Élysée": "FRA", "Quai d'Orsay": "FRA",
		"North Korea": "PRK", "DPRK": "PRK", "South Korea": "KOR", "Blue House": "KOR", "mainland China": "CHN", "Zhongnanhai": "CHN",
		"Taiwanese": "TWN", "Hong Kong": "HKG", "Kosovo": "KOS", "Palestinian": "PSE", "Gaza": "PSE", "Holy See": "VAT",
		"Kiev": "UKR", "Bankova": "UKR", "Crimea": "UKR", "Burma": "MMR", "Zaire": "COD", "Yugoslavia": "SRB", "Greenland": "DNK",
		"Transnistria": "MDA", "Somaliland": "SOM", "Abkhazia": "GEO", "Northern Cyprus": "CYP", "Western Sahara": "MAR",
		"Artsakh": "AZE", "Donetsk People's Republic": "UKR", "Kantei": "JPN", "Rashtrapati Bhavan": "IND", "Türkiye": "TUR",
		"Ivorian": "CIV", "Nigerien": "NER", "Nigerian": "NGA", "Swaziland": "SWZ", "Texan": "USA", "Persian": "IRN",
	} {
		found := w.country(name)
		if len(found) == 0 || found[0].Code != code {
			t.Errorf("%s: %v, want %s", name, found, code)
		}
	}
	for _, c := range w.country("Transnistria") {
		if c.Status != Breakaway {
			t.Errorf("Transnistria: status %q", c.Status)
		}
	}
	for name, phrase := range map[string]string{"Philippines": "the Philippines", "Iran": "Iran", "Gambia": "the Gambia"} {
		if got := w.country(name)[0].Phrase(); got != phrase {
			t.Errorf("%s in running text: %q", name, got)
		}
	}
}

func TestOfficesKnown(t *testing.T) {
	w := openWho(t)
	for _, c := range []struct{ office, date, person string }{
		{"President of the United States", "2021-06-16", "Joe Biden"},
		{"President of the United States", "2017-03-01", "Donald Trump"},
		{"President of the United States", "2025-06-01", "Donald Trump"},
		{"President of the United States", "1998-12-16", "Bill Clinton"},
		{"Secretary of State of the United States", "2022-03-01", "Antony Blinken"},
		{"Secretary of Defense of the United States", "2003-03-20", "Donald Rumsfeld"},
		{"Ambassador of the United States to Russia", "2021-06-16", "John Sullivan"},
		{"Ambassador of Russia to the United States", "2021-06-16", "Anatoly Antonov"},
		{"Director of the Central Intelligence Agency", "2024-01-10", "William Burns"},
		{"White House Press Secretary", "2021-06-16", "Jen Psaki"},
		{"President of Russia", "2021-06-16", "Vladimir Putin"},
		{"President of Russia", "2010-01-01", "Dmitry Medvedev"},
		{"Prime Minister of Russia", "2010-01-01", "Vladimir Putin"},
		{"Foreign Minister of Russia", "2022-02-24", "Sergei Lavrov"},
		{"Defence Minister of Russia", "2022-02-24", "Sergei Shoigu"},
		{"President of China", "2015-01-01", "Xi Jinping"},
		{"Foreign Minister of China", "2023-03-01", "Qin Gang"},
		{"Chancellor of Germany", "2008-01-01", "Angela Merkel"},
		{"Chancellor of Germany", "2022-06-01", "Olaf Scholz"},
		{"Prime Minister of the United Kingdom", "2022-09-30", "Liz Truss"},
		{"Foreign Secretary of the United Kingdom", "2017-01-01", "Boris Johnson"},
		{"Home Secretary of the United Kingdom", "2014-01-01", "Theresa May"},
		{"President of France", "2014-01-01", "François Hollande"},
		{"Prime Minister of Italy", "2014-12-01", "Matteo Renzi"},
		{"Prime Minister of Spain", "2019-01-01", "Pedro Sánchez"},
		{"President of Ukraine", "2015-01-01", "Petro Poroshenko"},
		{"President of Ukraine", "2022-02-24", "Volodymyr Zelensky"},
		{"President of Belarus", "2000-01-01", "Alexander Lukashenko"},
		{"Prime Minister of Israel", "2000-07-20", "Ehud Barak"},
		{"Prime Minister of Israel", "2023-10-07", "Benjamin Netanyahu"},
		{"Defence Minister of Israel", "2023-10-07", "Yoav Gallant"},
		{"President of Palestine", "2003-01-01", "Yasser Arafat"},
		{"Supreme Leader of Iran", "2020-01-03", "Ali Khamenei"},
		{"President of Iran", "2007-01-01", "Mahmoud Ahmadinejad"},
		{"Foreign Minister of Iran", "2015-07-14", "Mohammad Javad Zarif"},
		{"President of Syria", "2013-08-21", "Bashar al-Assad"},
		{"President of Syria", "2025-05-14", "Ahmed al-Sharaa"},
		{"President of Egypt", "2012-12-01", "Mohamed Morsi"},
		{"President of Turkey", "2016-07-15", "Recep Tayyip Erdoğan"},
		{"Foreign Minister of Turkey", "2018-10-02", "Mevlüt Çavuşoğlu"},
		{"King of Saudi Arabia", "2018-10-02", "King Salman"},
		{"Prime Minister of Australia", "2018-07-20", "Malcolm Turnbull"},
		{"Prime Minister of India", "1999-06-01", "Atal Bihari Vajpayee"},
		{"Prime Minister of Pakistan", "2020-01-01", "Imran Khan"},
		{"Prime Minister of Japan", "2014-01-01", "Shinzo Abe"},
		{"President of South Korea", "2018-04-27", "Moon Jae-in"},
		{"Supreme Leader of North Korea", "2018-04-27", "Kim Jong-un"},
		{"President of Brazil", "2005-01-01", "Luiz Inácio Lula da Silva"},
		{"President of Mexico", "2019-01-01", "Andrés Manuel López Obrador"},
		{"President of Venezuela", "2006-09-20", "Hugo Chávez"},
		{"President of Cuba", "1999-12-01", "Fidel Castro"},
		{"Prime Minister of Canada", "2022-02-14", "Justin Trudeau"},
		{"President of South Africa", "1995-06-24", "Nelson Mandela"},
		{"Prime Minister of Ethiopia", "2020-11-04", "Abiy Ahmed"},
		{"President of Nigeria", "2014-04-14", "Goodluck Jonathan"},
		{"President of Kenya", "2013-09-21", "Uhuru Kenyatta"},
		{"President of the Democratic Republic of the Congo", "2025-01-27", "Félix Tshisekedi"},
		{"Secretary-General of the United Nations", "2003-03-20", "Kofi Annan"},
		{"NATO Secretary General", "2022-02-24", "Jens Stoltenberg"},
		{"President of the European Commission", "2020-01-31", "Ursula von der Leyen"},
		{"High Representative of the European Union for Foreign Affairs", "2016-01-01", "Federica Mogherini"},
		{"Director General of the International Atomic Energy Agency", "2022-09-01", "Rafael Grossi"},
		{"United Nations Special Envoy for Syria", "2016-01-01", "Staffan de Mistura"},
		{"Pope", "2015-01-01", "Pope Francis"},
		{"Governor of California", "2005-01-01", "Arnold Schwarzenegger"},
	} {
		if got := w.holders(c.office, c.date); !slices.Equal(got, []string{c.person}) {
			t.Errorf("%s on %s: %v, want %s", c.office, c.date, got, c.person)
		}
	}
}

// TestLeadersKnown holds that somebody leads every state on a few dates, and
// that only one does where the office is one person's.
func TestLeadersKnown(t *testing.T) {
	w := openWho(t)
	i := slices.IndexFunc(w.titles, func(t Title) bool { return t.Noun == "leader" })
	if i < 0 {
		t.Fatal("no title leader")
	}
	without := []string{"ATA", "SMR", "VAT"} // no leader of that title, or two for half a year each
	for _, c := range w.countries {
		if c.Status != State || slices.Contains(without, c.Code) {
			continue
		}
		for _, date := range []string{"2015-03-15", "2021-06-16", "2025-06-15"} {
			var found []string
			for _, office := range w.titles[i].For(c) {
				if found = w.holders(office, date); len(found) > 0 {
					break
				}
			}
			if len(found) != 1 {
				t.Errorf("%s on %s is led by %v", c.Name, date, found)
			}
		}
	}
}

// TestTitlesMeetOffices holds that an office a title names outright has a
// holder.
func TestTitlesMeetOffices(t *testing.T) {
	w := openWho(t)
	held := map[string]bool{}
	for _, o := range w.offices {
		held[o.Title] = true
	}
	for _, title := range w.titles {
		for _, o := range title.Offices {
			if !strings.Contains(o, "{") && !held[o] {
				t.Errorf("%s:%d: nobody ever was %s", title.Line.File, title.Line.No, o)
			}
		}
	}
}

func TestBodiesKnown(t *testing.T) {
	w := openWho(t)
	for _, c := range []struct{ name, body, country, sector string }{
		{"UN", "United Nations", "UNO", ""}, {"ICC", "International Criminal Court", "IGO", "JUD"},
		{"EU", "European Union", "EUR", ""}, {"NATO", "NATO", "IGO", "MIL"}, {"Pentagon", "United States Department of Defense", "USA", "MIL"},
		{"FBI", "Federal Bureau of Investigation", "USA", "COP"}, {"CIA", "Central Intelligence Agency", "USA", "SPY"},
		{"FSB", "Federal Security Service", "RUS", "SPY"}, {"SBU", "Security Service of Ukraine", "UKR", "SPY"},
		{"IDF", "Israel Defense Forces", "ISR", "MIL"}, {"IRGC", "Islamic Revolutionary Guard Corps", "IRN", "MIL"},
		{"PLA", "People's Liberation Army", "CHN", "MIL"}, {"Hezbollah", "Hezbollah", "LBN", "REB"}, {"Daesh", "Islamic State", "IMG", "REB"},
		{"Ansar Allah", "Houthis", "YEM", "REB"}, {"PKK", "Kurdistan Workers' Party", "TUR", "REB"}, {"M23", "March 23 Movement", "COD", "REB"},
		{"Rapid Support Forces", "Rapid Support Forces", "SDN", "PRM"}, {"Wagner", "Wagner Group", "RUS", "PRM"},
		{"Knesset", "Knesset", "ISR", "LEG"}, {"Bundestag", "Bundestag", "DEU", "LEG"}, {"AfD", "Alternative for Germany", "DEU", "PTY"},
		{"Tories", "Conservative Party", "GBR", "PTY"}, {"HRW", "Human Rights Watch", "NGO", "CVL"}, {"AFP", "Agence France-Presse", "FRA", "JRN"},
		{"Gazprom", "Gazprom", "RUS", "BUS"}, {"Fed", "Federal Reserve", "USA", "GOV"}, {"Moscow Patriarchate", "Russian Orthodox Church", "RUS", "REL"},
	} {
		found := false
		for _, b := range w.bodies {
			if b.Name == c.name || slices.Contains(b.Aliases, c.name) {
				found = b.Name == c.body && b.Country == c.country && (c.sector == "" || len(b.Sectors) > 0 && b.Sectors[0] == c.sector)
				break
			}
		}
		if !found {
			t.Errorf("%s is not %s (%s %s)", c.name, c.body, c.country, c.sector)
		}
	}
}

func TestPeopleAndRolesKnown(t *testing.T) {
	w := openWho(t)
	for name, code := range map[string]string{"Alexeï Navalny": "RUS", "Svetlana Tikhanovskaya": "BLR", "bin Laden": "IMG", "Khashoggi": "SAU",
		"El Chapo": "MEX", "Juan Guaido": "VEN", "Marine Le Pen": "FRA"} {
		if !slices.ContainsFunc(w.people, func(p Person) bool {
			last := p.Name[strings.LastIndexByte(p.Name, ' ')+1:]
			return p.Country == code && (p.Name == name || last == name || slices.Contains(p.Variants, name))
		}) {
			t.Errorf("%s (%s) is unknown", name, code)
		}
	}
	for _, c := range []struct{ noun, sector, flag string }{
		{"ambassador", "GOV", "envoy"}, {"police", "COP", "police"}, {"troops", "MIL", "troops"}, {"rebel", "REB", "militant"},
		{"gunman", "UAF", "militant"}, {"protester", "CVL", "protester"}, {"lawmaker", "LEG", "lawmaker"}, {"refugee", "REF", "migrant"},
		{"foreign ministry", "GOV", "state"}, {"opponent", "OPP", "relative"}, {"peacekeeper", "UNO", "troops"}, {"side", "GOV", "state"},
	} {
		if !slices.ContainsFunc(w.roles, func(r Role) bool {
			return r.Noun == c.noun && len(r.Sectors) > 0 && r.Sectors[0] == c.sector && r.Is(c.flag)
		}) {
			t.Errorf("no role %s with %s and %s", c.noun, c.sector, c.flag)
		}
	}
}

func BenchmarkOpenWho(b *testing.B) {
	for b.Loop() {
		openWho(b)
	}
}
