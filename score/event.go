package score

import (
	"encoding/json"
	"errors"
	"io"
)

// A Coded is one sentence, or other short text, with its events, gold or found.
type Coded struct {
	ID     string       `json:"id"`
	Text   string       `json:"text,omitempty"`
	Date   string       `json:"date,omitempty"`
	Events []CodedEvent `json:"events"`
}

// A CodedEvent is one event in the scorer's form.
type CodedEvent struct {
	Source    []CodedParty `json:"source"` // nil where the parties were not annotated
	Target    []CodedParty `json:"target"`
	Type      string       `json:"plover"`               // PLOVER type; empty for what PLOVER does not code
	Others    []string     `json:"plover_alt,omitempty"` // types that count as right too
	CAMEO     string       `json:"cameo,omitempty"`
	Context   string       `json:"context,omitempty"`    // gold: contexts, with commas between
	Words     string       `json:"event_text,omitempty"` // gold: the words that tell it
	Optional  bool         `json:"optional,omitempty"`   // gold: never missed, never wrong
	Symmetric bool         `json:"symmetric,omitempty"`  // gold: all parties do it to each other
}

// A CodedParty is one actor or recipient: a PLOVER country or international
// code and its first sector; empty where the text tells none.
type CodedParty struct {
	Country string `json:"country"`
	Sector  string `json:"sector"`
}

// PartyOf is a party by its country and the first of its sectors.
func PartyOf(country string, sectors []string) CodedParty {
	p := CodedParty{Country: country}
	if len(sectors) > 0 {
		p.Sector = sectors[0]
	}
	return p
}

// ReadCoded reads sentences with events from JSON Lines. A line is either a
// Coded or a record as RECORD.md describes it, told apart by "schema"; of a
// record all events are taken, each party with the first of its sectors; a
// state by its plain name has none, as in the gold, where the bare country code
// is the state.
func ReadCoded(r io.Reader) ([]Coded, error) { return readLines(r, readCoded) }

func readCoded(line []byte) (Coded, error) {
	if record, err := isRecord(line); err != nil {
		return Coded{}, err
	} else if !record {
		var c Coded
		err := json.Unmarshal(line, &c)
		if err == nil && c.ID == "" {
			err = errors.New(`no "id"`)
		}
		return c, err
	}
	var rec struct {
		Article struct {
			ID string `json:"id"`
		} `json:"article"`
		Entities []struct {
			ID      string   `json:"id"`
			Kind    string   `json:"kind"`
			Country string   `json:"country"`
			Sectors []string `json:"sectors"`
		} `json:"entities"`
		Events []struct {
			Type       string   `json:"type"`
			CAMEO      string   `json:"cameo"`
			Actors     []string `json:"actors"`
			Recipients []string `json:"recipients"`
		} `json:"events"`
	}
	if err := json.Unmarshal(line, &rec); err != nil {
		return Coded{}, err
	}
	who := map[string]CodedParty{}
	for _, e := range rec.Entities {
		p := PartyOf(e.Country, e.Sectors)
		if e.Kind == "country" {
			p.Sector = ""
		}
		who[e.ID] = p
	}
	parties := func(ids []string) []CodedParty {
		out := make([]CodedParty, 0, len(ids))
		for _, id := range ids {
			out = append(out, who[id])
		}
		return out
	}
	c := Coded{ID: rec.Article.ID}
	for _, e := range rec.Events {
		c.Events = append(c.Events, CodedEvent{Source: parties(e.Actors), Target: parties(e.Recipients), Type: e.Type, CAMEO: e.CAMEO})
	}
	return c, nil
}

// foldCountry gives the codes that gold of before PLOVER 2.0 does not tell
// apart one name.
func foldCountry(c string) string {
	switch c {
	case "UNO", "EUR":
		return "IGO"
	case "NGM":
		return "NGO"
	case "UIS":
		return "IMG"
	}
	return c
}

// key is how a party compares: by country and, if asked, by sector.
func (p CodedParty) key(sector bool) CodedParty {
	p.Country = foldCountry(p.Country)
	if !sector {
		p.Sector = ""
	}
	return p
}

// reciprocalType reports whether t is one of those in which two sources without a target act on each
// other.
func reciprocalType(t string) bool {
	switch t {
	case "CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT":
		return true
	}
	return false
}
