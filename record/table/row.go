// Package table shows records as tables: one row an event, or one row a
// statement, with columns that are named and explained once, here. The rows
// go to and come from CSV, tab-separated text and Parquet.
package table

import "time"

// Between separates the items of a list in one cell: "RUS|BLR".
const Between = "|"

// An Event is one row of the table of events. Lists stand in one cell with
// "|" between their items; the lists about actors have one item for each
// actor, in one order, and so have those about recipients. White space inside
// a cell is single spaces. What is not known is an empty cell, and null in
// Parquet.
type Event struct {
	ID           string  `parquet:"event_id" doc:"article_id, a slash, and the id of the event in its record"`
	ArticleID    string  `parquet:"article_id" doc:"id of the article, as the corpus gives it or made of its address and text"`
	URL          string  `parquet:"url,optional" doc:"address of the article"`
	Publisher    string  `parquet:"publisher,optional,dict" doc:"who published the article"`
	Published    *Day    `parquet:"published,optional,date" doc:"day of publication"`
	Title        string  `parquet:"title,optional" doc:"title of the article"`
	DuplicateOf  string  `parquet:"duplicate_of,optional" doc:"article_id of the earliest article that this one reprints; empty when it reprints none"`
	Type         string  `parquet:"type,dict" doc:"PLOVER 2.0 type"`
	Mode         string  `parquet:"mode,optional,dict" doc:"PLOVER modes: how it was done"`
	Contexts     string  `parquet:"contexts,optional,dict" doc:"PLOVER contexts: why, about what"`
	CAMEO        string  `parquet:"cameo,optional,dict" doc:"CAMEO code"`
	Quad         int32   `parquet:"quad" doc:"quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"`
	Score        float64 `parquet:"score" doc:"PLOVER score of type and mode, from -10 (conflict) to 10 (cooperation)"`
	Date         string  `parquet:"date,optional" doc:"when it happened, as narrow as the text supports: 2021, 2021-06 or 2021-06-16"`
	Day          *Day    `parquet:"day,optional,date" doc:"first day of date; the day of publication when the text gives no date"`
	DayFrom      string  `parquet:"day_from,optional,dict" doc:"what day was made of: a day, month, year or span told in the text; or published, the day of publication"`
	Historical   bool    `parquet:"historical" doc:"background from well before the news of the day"`
	Future       bool    `parquet:"future" doc:"planned or announced, not yet done"`
	Hypothetical bool    `parquet:"hypothetical" doc:"conditional: would, could, if"`
	Negation     bool    `parquet:"negation" doc:"said not to have happened"`

	Actors         string `parquet:"actors,optional" doc:"names of those who did it"`
	ActorCountries string `parquet:"actor_countries,optional,dict" doc:"ISO 3166-1 alpha-3 or PLOVER code of each actor"`
	ActorSectors   string `parquet:"actor_sectors,optional,dict" doc:"PLOVER sectors of each actor, with + between the sectors of one"`
	ActorOffices   string `parquet:"actor_offices,optional,dict" doc:"office that each actor held"`
	ActorWikidata  string `parquet:"actor_wikidata,optional,dict" doc:"Wikidata id of each actor"`

	Recipients         string `parquet:"recipients,optional" doc:"names of those to whom it was done"`
	RecipientCountries string `parquet:"recipient_countries,optional,dict" doc:"ISO 3166-1 alpha-3 or PLOVER code of each recipient"`
	RecipientSectors   string `parquet:"recipient_sectors,optional,dict" doc:"PLOVER sectors of each recipient, with + between the sectors of one"`
	RecipientOffices   string `parquet:"recipient_offices,optional,dict" doc:"office that each recipient held"`
	RecipientWikidata  string `parquet:"recipient_wikidata,optional,dict" doc:"Wikidata id of each recipient"`

	ObjectCount int64  `parquet:"object_count,optional" doc:"how many: 10 of ten diplomats"`
	Object      string `parquet:"object,optional" doc:"what it was done with or about: diplomats"`

	Place        string   `parquet:"place,optional" doc:"where: name of the place"`
	PlaceCountry string   `parquet:"place_country,optional,dict" doc:"ISO 3166-1 alpha-3 code of the place's country"`
	Latitude     *float64 `parquet:"latitude,optional" doc:"degrees north"`
	Longitude    *float64 `parquet:"longitude,optional" doc:"degrees east"`
	Geonames     int64    `parquet:"geonames,optional" doc:"GeoNames id of the place"`

	AccordingTo    string  `parquet:"according_to,optional" doc:"who asserts it, when the writer does not assert it himself"`
	Sentence       string  `parquet:"sentence" doc:"the sentence it was read in"`
	SentenceNumber int32   `parquet:"sentence_number" doc:"its number in the article, from 1"`
	Trigger        string  `parquet:"trigger" doc:"the words it rests on"`
	Start          int32   `parquet:"trigger_start" doc:"where the trigger begins in the article's text, in code points from 0"`
	End            int32   `parquet:"trigger_end" doc:"where it ends, exclusive"`
	Confidence     float64 `parquet:"confidence" doc:"0 to 1; of the events given 0.8, about 80 % are right"`
	Rule           string  `parquet:"rule,dict" doc:"the rule that found it"`

	Happening  string `parquet:"happening,optional" doc:"the same for events of one day, type, actors, recipients and reality, in whatever article; empty when the text gives no day or no actor"`
	Reports    int32  `parquet:"reports" doc:"articles that report the happening, 1 unless the run merged them (--one-a-day)"`
	Publishers int32  `parquet:"publishers" doc:"independent publishers among them, reprints not counted, 1 unless the run merged them"`
}

// A Statement is one row of the table of statements.
type Statement struct {
	ID             string  `parquet:"statement_id" doc:"article_id, a slash, and the id of the statement in its record"`
	ArticleID      string  `parquet:"article_id" doc:"id of the article, as the corpus gives it or made of its address and text"`
	URL            string  `parquet:"url,optional" doc:"address of the article"`
	Publisher      string  `parquet:"publisher,optional,dict" doc:"who published the article"`
	Published      *Day    `parquet:"published,optional,date" doc:"day of publication"`
	Title          string  `parquet:"title,optional" doc:"title of the article"`
	DuplicateOf    string  `parquet:"duplicate_of,optional" doc:"article_id of the earliest article that this one reprints; empty when it reprints none"`
	Kind           string  `parquet:"kind,dict" doc:"direct: in quotation marks; indirect: none of it; mixed: part of it"`
	Speaker        string  `parquet:"speaker,optional" doc:"name of the speaker; empty when the words naming him stand for nobody known"`
	SpeakerKind    string  `parquet:"speaker_kind,optional,dict" doc:"person, country, government, organization, group, role or place"`
	SpeakerCountry string  `parquet:"speaker_country,optional,dict" doc:"ISO 3166-1 alpha-3 or PLOVER code of the speaker"`
	SpeakerSectors string  `parquet:"speaker_sectors,optional,dict" doc:"PLOVER sectors of the speaker, with + between them"`
	SpeakerOffice  string  `parquet:"speaker_office,optional,dict" doc:"office that the speaker held"`
	SpeakerWiki    string  `parquet:"speaker_wikidata,optional,dict" doc:"Wikidata id of the speaker"`
	CoSpeakers     string  `parquet:"co_speakers,optional" doc:"names of those who make the statement together with the speaker"`
	Source         string  `parquet:"source,optional" doc:"the words naming the speaker"`
	Cue            string  `parquet:"cue,optional,dict" doc:"the words that attribute: said, according to"`
	Within         string  `parquet:"within,optional" doc:"statement_id of the statement in whose content this one is reported; empty when the writer reports it"`
	ReportedBy     string  `parquet:"reported_by,optional" doc:"who makes the statement in which this one is reported"`
	Content        string  `parquet:"content" doc:"what is said, word for word; … between parts that stand apart"`
	Start          int32   `parquet:"content_start" doc:"where the content begins in the article's text, in code points from 0"`
	End            int32   `parquet:"content_end" doc:"where it ends, exclusive"`
	Addressees     string  `parquet:"addressees,optional" doc:"names of those spoken to"`
	About          string  `parquet:"about,optional" doc:"names of those spoken about"`
	Contexts       string  `parquet:"contexts,optional,dict" doc:"PLOVER contexts: about what"`
	Heading        string  `parquet:"heading,optional" doc:"the heading above it"`
	Sentence       string  `parquet:"sentence" doc:"the sentence of the cue"`
	SentenceNumber int32   `parquet:"sentence_number" doc:"its number in the article, from 1"`
	Confidence     float64 `parquet:"confidence" doc:"0 to 1"`
}

// A Day is a date in days since 1970-01-01, as Parquet has it.
type Day int32

// ParseDay reads YYYY-MM-DD; it returns nil for anything else.
func ParseDay(s string) *Day {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return nil
	}
	d := Day(t.Unix() / (24 * 60 * 60))
	if t.Unix() < 0 {
		d = Day((t.Unix() - (24*60*60 - 1)) / (24 * 60 * 60))
	}
	return &d
}

// String gives the day as YYYY-MM-DD.
func (d Day) String() string {
	return time.Unix(int64(d)*24*60*60, 0).UTC().Format(time.DateOnly)
}
