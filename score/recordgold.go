package score

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A GoldRecord is one article with what people found in it: events and
// statements, core (anybody must find them) and extra, and links. Starts count
// code points of Text.
type GoldRecord struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Publisher string `json:"publisher"`
	Text      string `json:"text"` // from texts/ID.json
	Events    []struct {
		ID          string      `json:"id"`
		Importance  string      `json:"importance"` // "core" or "extra"
		Type        string      `json:"type"`
		Mode        []string    `json:"mode"`
		CAMEO       string      `json:"cameo"`
		Contexts    []string    `json:"contexts"`
		Actors      []goldParty `json:"actors"`
		Recipients  []goldParty `json:"recipients"`
		Date        string      `json:"date"`
		Aux         []string    `json:"aux"`
		AccordingTo string      `json:"according_to"`
		Trigger     goldWords   `json:"trigger"`
		Also        []goldWords `json:"also"` // where else the text tells it
	} `json:"events"`
	Statements []struct {
		ID         string      `json:"id"`
		Importance string      `json:"importance"`
		Kind       string      `json:"kind"`
		Speaker    goldParty   `json:"speaker"`
		CoSpeakers []goldParty `json:"co_speakers"`
		Cue        *goldWords  `json:"cue"`
		Content    []goldWords `json:"content"`
	} `json:"statements"`
	Links    []goldLink `json:"links"`
	Entities []struct {
		Name    string   `json:"name"`
		Kind    string   `json:"kind"`
		Aliases []string `json:"aliases_in_text"`
	} `json:"entities"`
}

type goldParty struct {
	Name    string    `json:"name"`
	Country oneOrMore `json:"country"`
}

type goldWords struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
}

func (w goldWords) offset() Offset { return Offset{w.Start, w.Start + len([]rune(w.Text))} }

type goldLink struct {
	Kind string `json:"kind"`
	From string `json:"from"`
	To   string `json:"to"`
}

// ReadGoldRecords reads a folder of ID.json, one for each article, with the
// articles' texts in texts/ID.json, in order of id. Every trigger must be in
// the text where it says.
func ReadGoldRecords(dir fs.FS) ([]GoldRecord, error) {
	names, err := fs.Glob(dir, "*.json")
	if err != nil {
		return nil, err
	}
	var out []GoldRecord
	for _, name := range names {
		var g GoldRecord
		if err := readJSON(dir, name, &g); err != nil {
			return nil, err
		}
		var text struct {
			Title, Published, Publisher, Text string
		}
		from := path.Join("texts", g.ID+".json")
		if err := readJSON(dir, from, &text); err != nil {
			return nil, fmt.Errorf("%s: the text of the article: %w", name, err)
		}
		g.Text, g.Title, g.Publisher = text.Text, text.Title, text.Publisher
		if g.Published == "" {
			g.Published = text.Published
		}
		runes := runes(g.Text)
		for _, e := range g.Events {
			if o := e.Trigger.offset(); runes.words(o.From, o.To) != e.Trigger.Text {
				return nil, fmt.Errorf("%s: event %s: %q is not at %d of %s", name, e.ID, e.Trigger.Text, e.Trigger.Start, from)
			}
		}
		out = append(out, g)
	}
	if len(out) == 0 {
		return nil, errors.New("no gold records (ID.json) in the folder")
	}
	slices.SortFunc(out, func(a, b GoldRecord) int { return strings.Compare(a.ID, b.ID) })
	return out, nil
}

// A FoundRecord is what the scorer needs of a record (readout/1).
type FoundRecord struct {
	Schema  string `json:"schema"`
	Article struct {
		ID   string `json:"id"`
		Text string `json:"text"`
	} `json:"article"`
	Entities []struct {
		ID      string `json:"id"`
		Name    string `json:"name"`
		Country string `json:"country"`
	} `json:"entities"`
	Statements []struct {
		ID      string      `json:"id"`
		Kind    string      `json:"kind"`
		Speaker string      `json:"speaker"`
		Cue     *foundSpan  `json:"cue"`
		Content []foundSpan `json:"content"`
	} `json:"statements"`
	Events []struct {
		ID         string   `json:"id"`
		Type       string   `json:"type"`
		Mode       []string `json:"mode"`
		Contexts   []string `json:"contexts"`
		CAMEO      string   `json:"cameo"`
		Actors     []string `json:"actors"`
		Recipients []string `json:"recipients"`
		Date       struct {
			Value string `json:"value"`
		} `json:"date"`
		Aux         []string  `json:"aux"`
		AccordingTo string    `json:"according_to"`
		Trigger     foundSpan `json:"trigger"`
	} `json:"events"`
	Links []goldLink `json:"links"`
}

type foundSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

func (s foundSpan) offset() Offset { return Offset{s.Start, s.End} }

// ReadRecords reads records (readout/1), one a line.
func ReadRecords(r io.Reader) ([]*FoundRecord, error) {
	var out []*FoundRecord
	in := json.NewDecoder(r)
	for n := 1; ; n++ {
		rec := new(FoundRecord)
		err := in.Decode(rec)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err == nil && rec.Schema != "readout/1" {
			err = fmt.Errorf("schema %q, want %q", rec.Schema, "readout/1")
		}
		if err != nil {
			return out, fmt.Errorf("record %d: %w", n, err)
		}
		out = append(out, rec)
	}
}

func readJSON(dir fs.FS, name string, into any) error {
	b, err := fs.ReadFile(dir, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// A told is an event, gold or found, as it is compared. Words are numbers of
// words of the gold text.
type told struct {
	id, typ, cameo, date  string
	core                  bool
	mode, aux, contexts   []string // sorted
	actors, recipients    []string // countries, sorted
	names, accordingTo    []string
	trigger, also, either []int // also: where else gold tells it; either: both
	shown                 string
}

// A saying is a statement as it is compared.
type saying struct {
	id, kind     string
	core         bool
	speakers     []string
	content, cue []int
	shown        string
}

func sorted(s []string) []string {
	out := slices.Clone(s)
	slices.Sort(out)
	return slices.Compact(out)
}

// side is one of the two readings that are compared.
type side struct {
	events     []told
	statements []saying
	links      []goldLink
}

// side brings gold into the form compared; at gives the words of spans.
func (g *GoldRecord) side(at func(...Offset) []int) side {
	var s side
	countries := func(list []goldParty) []string {
		var out []string
		for _, p := range list {
			out = append(out, p.Country...)
		}
		return sorted(slices.DeleteFunc(out, func(c string) bool { return c == "" }))
	}
	for i := range g.Events {
		e := &g.Events[i]
		t := told{id: e.ID, typ: e.Type, cameo: e.CAMEO, date: e.Date, core: e.Importance == "core", mode: sorted(e.Mode), aux: sorted(e.Aux), contexts: sorted(e.Contexts),
			actors: countries(e.Actors), recipients: countries(e.Recipients), trigger: at(e.Trigger.offset()), shown: e.Trigger.Text}
		for _, p := range e.Actors {
			t.names = append(t.names, p.Name)
		}
		if e.AccordingTo != "" {
			t.accordingTo = []string{e.AccordingTo}
		}
		var also []Offset
		for _, w := range e.Also {
			also = append(also, w.offset())
		}
		t.also = at(also...)
		t.either = unique(slices.Concat(t.trigger, t.also))
		s.events = append(s.events, t)
	}
	for i := range g.Statements {
		x := &g.Statements[i]
		y := saying{id: x.ID, kind: x.Kind, core: x.Importance == "core", speakers: []string{x.Speaker.Name}}
		for _, p := range x.CoSpeakers {
			y.speakers = append(y.speakers, p.Name)
		}
		var spans []Offset
		var shown []string
		for _, w := range x.Content {
			spans, shown = append(spans, w.offset()), append(shown, w.Text)
		}
		y.content, y.shown = at(spans...), strings.Join(shown, " … ")
		if x.Cue != nil {
			y.cue = at(x.Cue.offset())
		}
		s.statements = append(s.statements, y)
	}
	s.links = g.Links
	return s
}

// found brings a record into the form compared; at gives the words of spans.
func found(r *FoundRecord, at func(...Offset) []int) side {
	var s side
	text := runes(r.Article.Text)
	who := map[string]int{}
	for i := range r.Entities {
		who[r.Entities[i].ID] = i
	}
	name := func(id string) []string {
		if id == "" {
			return nil
		}
		if i, ok := who[id]; ok {
			return []string{r.Entities[i].Name}
		}
		return []string{""}
	}
	countries := func(ids []string) []string {
		var out []string
		for _, id := range ids {
			if i, ok := who[id]; ok && r.Entities[i].Country != "" {
				out = append(out, r.Entities[i].Country)
			}
		}
		return sorted(out)
	}
	speakers := map[string][]string{}
	for i := range r.Statements {
		x := &r.Statements[i]
		y := saying{id: x.ID, kind: x.Kind, speakers: name(x.Speaker)}
		var spans []Offset
		for _, c := range x.Content {
			spans = append(spans, c.offset())
		}
		y.content = at(spans...)
		if x.Cue != nil {
			y.cue = at(x.Cue.offset())
		}
		speakers[x.ID] = y.speakers
		s.statements = append(s.statements, y)
	}
	for i := range r.Events {
		e := &r.Events[i]
		t := told{id: e.ID, typ: e.Type, cameo: e.CAMEO, mode: sorted(e.Mode), aux: sorted(e.Aux), contexts: sorted(e.Contexts), date: e.Date.Value, actors: countries(e.Actors),
			recipients: countries(e.Recipients), trigger: at(e.Trigger.offset()), shown: text.words(e.Trigger.Start, e.Trigger.End)}
		for _, id := range e.Actors {
			t.names = append(t.names, name(id)...)
		}
		if by, ok := speakers[e.AccordingTo]; ok {
			t.accordingTo = by
		} else if e.AccordingTo != "" {
			t.accordingTo = name(e.AccordingTo)
			if _, ok := who[e.AccordingTo]; !ok {
				t.accordingTo = []string{e.AccordingTo}
			}
		}
		t.either = t.trigger
		s.events = append(s.events, t)
	}
	s.links = r.Links
	return s
}
