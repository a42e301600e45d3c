// Package record holds the written form of one reading: the product's
// contract, schema "readout/1". One article gives one record; the same bytes
// in with the same engine give the same bytes out.
package record

// Schema names the version of the written form.
const Schema = "readout/1"

// A Record is everything read in one article. Offsets are code points of
// Article.Text, end exclusive.
type Record struct {
	Schema     string      `json:"schema"`
	Engine     Engine      `json:"engine"`
	Article    Article     `json:"article"`
	Sentences  []Sentence  `json:"sentences"`
	Entities   []Entity    `json:"entities"`
	Times      []Time      `json:"times"`
	Places     []Place     `json:"places"`
	Statements []Statement `json:"statements"`
	Events     []Event     `json:"events"`
	Links      []Link      `json:"links"`
	Warnings   []string    `json:"warnings,omitempty"`
}

// An Engine says what made the record, so that it can be made again.
type Engine struct {
	Version string `json:"version"`
	Lexicon string `json:"lexicon"` // "sha256:…" of the knowledge files in force
	Model   string `json:"model"`   // "sha256:…" of the weights
}

// A Span is a range of code points of the article's text, end exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// An Article is the text that was read, with what is known about it.
type Article struct {
	ID        string  `json:"id"`
	URL       string  `json:"url,omitempty"`
	Title     string  `json:"title,omitempty"`
	Byline    string  `json:"byline,omitempty"`
	Publisher string  `json:"publisher,omitempty"`
	Published string  `json:"published,omitempty"`
	Language  string  `json:"language,omitempty"`
	SHA256    string  `json:"sha256"`
	Text      string  `json:"text"`
	Blocks    []Block `json:"blocks"`
	// DuplicateOf is the id of the earliest article of the same run that this
	// one reprints, word for word or nearly so.
	DuplicateOf string `json:"duplicate_of,omitempty"`
}

// A Block is a stretch of the text with one function.
type Block struct {
	Kind string `json:"kind"`
	Span
}

// A Sentence is one analysed sentence of a news block.
type Sentence struct {
	ID string `json:"id"`
	Span
	Block int `json:"block"`
}

// An Entity is someone or something that can act, resolved once per article.
type Entity struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Kind     string    `json:"kind"`
	Country  string    `json:"country,omitempty"`
	Sectors  []string  `json:"sectors,omitempty"`
	Office   string    `json:"office,omitempty"`
	Ref      *Ref      `json:"ref,omitempty"`
	Mentions []Mention `json:"mentions"`
}

// A Ref ties an entity or a place to public knowledge bases.
type Ref struct {
	Wikidata string `json:"wikidata,omitempty"`
	Geonames int    `json:"geonames,omitempty"`
}

// A Mention is one place where the text names the entity.
type Mention struct {
	Span
	As string `json:"as"`
}

// A Time is one expression of time with its TIMEX3 value.
type Time struct {
	ID string `json:"id"`
	Span
	Value string `json:"value,omitempty"`
	Kind  string `json:"kind"`
}

// A Place is one mention of a place.
type Place struct {
	ID string `json:"id"`
	Span
	Name    string   `json:"name"`
	Country string   `json:"country,omitempty"`
	Lat     *float64 `json:"lat,omitempty"` // degrees north
	Lon     *float64 `json:"lon,omitempty"` // degrees east
	Ref     *Ref     `json:"ref,omitempty"`
}

// A Statement is one attribution: source, cue and content.
type Statement struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	Speaker    string   `json:"speaker,omitempty"`
	CoSpeakers []string `json:"co_speakers,omitempty"` // who make it together with the speaker
	Source     *Span    `json:"source,omitempty"`
	Cue        *Span    `json:"cue,omitempty"`
	Content    []Span   `json:"content"`
	Addressee  []string `json:"addressee,omitempty"`
	About      []string `json:"about,omitempty"`
	Contexts   []string `json:"contexts,omitempty"`
	Heading    *int     `json:"heading,omitempty"` // index of the nearest heading block before it
	Within     string   `json:"within,omitempty"`  // the statement inside whose content it is reported
	Sentence   string   `json:"sentence"`
	Confidence float64  `json:"confidence"`
}

// An Event is something one party did to, with or towards another.
type Event struct {
	ID          string   `json:"id"`
	Type        string   `json:"type"`
	Mode        []string `json:"mode,omitempty"`
	Contexts    []string `json:"contexts,omitempty"`
	CAMEO       string   `json:"cameo,omitempty"`
	Quad        int      `json:"quad"`
	Score       float64  `json:"score"`
	Actors      []string `json:"actors"`
	Recipients  []string `json:"recipients"`
	Object      *Object  `json:"object,omitempty"`
	Date        *Date    `json:"date,omitempty"`
	Place       string   `json:"place,omitempty"`
	Aux         []string `json:"aux,omitempty"`
	AccordingTo string   `json:"according_to,omitempty"`
	Trigger     Span     `json:"trigger"`
	Sentence    string   `json:"sentence"`
	Confidence  float64  `json:"confidence"`
	Rule        string   `json:"rule"`
}

// An Object is what the event was done with or about.
type Object struct {
	Entity string `json:"entity,omitempty"`
	Count  int    `json:"count,omitempty"`
	Of     string `json:"of,omitempty"`
}

// A Date is when an event happened, with the expression that says so.
type Date struct {
	Value string `json:"value"`
	Time  string `json:"time,omitempty"`
}

// A Link joins two events or statements.
type Link struct {
	Kind string `json:"kind"`
	From string `json:"from"`
	To   string `json:"to"`
	Cue  *Span  `json:"cue,omitempty"`
}
