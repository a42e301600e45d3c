package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/actor"
	"readout/article"
	"readout/event"
	"readout/lexicon"
	"readout/parse"
	"readout/place"
	"readout/score"
	"readout/timex"
)

// A trial is one event that was found, with what gold says of it.
type trial struct {
	set      int    // index into trialSets
	group    string // trials of one group are never parted between learning and measuring
	features event.Features
	right    bool
	was      float64 // the confidence it was given
	what     string  // for a person
}

// trialSets are where trials come from. What counts as right differs: of gold
// and of what was judged by reading it is type and countries, of headlines the
// type alone, of agreement that another item of news tells the same; the first
// two take a weight of less than one and an intercept of their own for that.
var trialSets = [...]struct {
	name   string
	weight float64
}{{"headlines", 0.05}, {"agreement", 0.02}, {"sentences", 1}, {"records", 1}, {"news", 1}, {"reports", 1}}

const (
	fromHeadlines = iota
	fromAgreement
	ownSets       // those before have an intercept of their own
	fromSentences = iota - 1
	fromRecords
	fromNews
	fromReports
)

// A coder reads texts as far as their events.
type coder struct {
	parser *parse.Parser
	times  *timex.Finder
	actors *actor.Resolver
	places *place.Finder
	events *event.Finder
}

func newCoder() (*coder, error) {
	set, err := lexicon.Open("")
	if err != nil {
		return nil, err
	}
	c := &coder{}
	if c.parser, err = parse.New(parse.Options{Lexicon: set}); err != nil {
		return nil, err
	}
	if c.times, err = timex.NewFinder(set, timex.Options{}); err != nil {
		return nil, err
	}
	if c.actors, err = actor.NewResolver(set, actor.Options{}); err != nil {
		return nil, err
	}
	if c.places, err = place.NewFinder(set, place.Options{}); err != nil {
		return nil, err
	}
	c.events, err = event.NewFinder(set, event.Options{})
	return c, err
}

// read returns the events of an article, those that need the speaker of a
// statement left out, and who is in it.
func (c *coder) read(a *article.Article) ([]event.Sample, *actor.Cast) {
	doc := c.parser.Parse(a)
	times := c.times.Find(doc)
	cast := c.actors.Resolve(doc)
	all := c.events.Samples(doc, cast, times, c.places.Find(doc))
	return slices.DeleteFunc(all, func(s event.Sample) bool { return s.BySpeaker && len(s.Actors) == 0 }), cast
}

// articleOf makes an article of a text whose lines are its paragraphs.
func articleOf(id, published, text string) *article.Article {
	d := score.Attributed{ID: id, Date: published, Text: text}
	return d.Article()
}

// countriesOf are the countries of parties, sorted, as the gold sentences tell
// them apart.
func countriesOf(cast *actor.Cast, parties []int) []string {
	var out []string
	for _, p := range parties {
		out = append(out, cast.Entities[p].Country)
	}
	return score.Countries(out)
}

// sentenceTrials are the events found in the gold sentences. The gold tells one
// event of most sentences; what is found beside it, of another type and at a
// word that is not among the gold's, may be right or not and is left out.
func (c *coder) sentenceTrials(file string) ([]trial, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	gold, err := score.ReadCoded(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var out []trial
	for _, g := range gold {
		found, cast := c.read(articleOf(g.ID, g.Date, g.Text))
		for _, s := range found {
			right, judged := false, len(g.Events) == 0
			for _, e := range g.Events {
				judged = judged || strings.Contains(e.Words, g.Text[s.Trigger.Start:s.Trigger.End])
				if e.Type != s.Type && !slices.Contains(e.Others, s.Type) {
					continue
				}
				judged = true
				codes := func(list []score.CodedParty) []string {
					var out []string
					for _, p := range list {
						out = append(out, p.Country)
					}
					return score.Countries(out)
				}
				right = right || e.Source == nil || score.SameSides(s.Type, countriesOf(cast, s.Actors), countriesOf(cast, s.Recipients), codes(e.Source), codes(e.Target))
			}
			if !judged {
				continue
			}
			out = append(out, trial{fromSentences, g.ID, s.Features, right, s.Confidence, event.Summary(cast, &s.Event) + " | " + g.Text})
		}
	}
	return out, nil
}

// recordTrials are the events found in the articles of the gold records: right
// if there is a gold event, core or extra, of the same type and countries.
func (c *coder) recordTrials(dir string) ([]trial, error) {
	gold, err := score.ReadGoldRecords(os.DirFS(dir))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	var out []trial
	for _, g := range gold {
		found, cast := c.read(articleOf(g.ID, g.Published, g.Text))
		for _, s := range found {
			right := false
			for _, e := range g.Events {
				if e.Type != s.Type {
					continue
				}
				var a, r []string
				for _, p := range e.Actors {
					a = append(a, p.Country...)
				}
				for _, p := range e.Recipients {
					r = append(r, p.Country...)
				}
				right = right || score.SameSides(s.Type, countriesOf(cast, s.Actors), countriesOf(cast, s.Recipients), score.Countries(a), score.Countries(r))
			}
			out = append(out, trial{fromRecords, g.ID, s.Features, right, s.Confidence, event.Summary(cast, &s.Event) + " | " + g.Text[s.Trigger.Start:s.Trigger.End]})
		}
	}
	return out, nil
}

// packedJSON opens a gzipped file of JSON values, which the caller closes.
func packedJSON(file string) (io.Closer, *json.Decoder, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, nil, err
	}
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		f.Close()
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	return f, json.NewDecoder(z), nil
}

// headlineTrials are the events found in the headlines that the generated
// stories were written from, each headline once; those of one template are one
// group. No person checked the labels.
func (c *coder) headlineTrials(file string) ([]trial, error) {
	f, in, err := packedJSON(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []trial
	seen := map[string]bool{}
	for {
		var story struct {
			Headline string `json:"headline"`
			Template string `json:"headline_template"`
			Type     string `json:"event_type"`
		}
		if err := in.Decode(&story); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if seen[story.Headline] {
			continue
		}
		seen[story.Headline] = true
		found, cast := c.read(articleOf("headline", "", strings.TrimSpace(story.Headline)))
		for _, s := range found {
			out = append(out, trial{fromHeadlines, story.Template, s.Features, s.Type == story.Type, s.Confidence,
				event.Summary(cast, &s.Event) + " | " + story.Headline})
		}
	}
}

// trials reads all sets of the data folder.
func (c *coder) trials(data string) ([]trial, error) {
	a, err := c.sentenceTrials(filepath.Join(data, "events", "plover-gsr.dev.jsonl"))
	if err != nil {
		return nil, err
	}
	b, err := c.recordTrials(filepath.Join(data, "gold-records"))
	if err != nil {
		return nil, err
	}
	h, err := c.headlineTrials(filepath.Join(data, "events", "synthetic-stories.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	word, err := readWord(filepath.Join("event", "testdata", "judged-news.tsv"), "")
	if err != nil {
		return nil, err
	}
	n, err := c.judgedTrials(fromNews, word, filepath.Join(data, "corpora", "current-events-2025.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	if word, err = readWord(filepath.Join("event", "testdata", "judged-reports.tsv"), filepath.Join("event", "testdata", "coded-reports.tsv")); err != nil {
		return nil, err
	}
	// Newspapers' reports are coded in these files too: to measure by, not to learn from.
	w, err := c.judgedTrials(fromReports, word, filepath.Join(data, "attribution", "gum-speakers.jsonl"), filepath.Join(data, "corpora", "whitehouse-2021-2025.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	if word, err = readWord("", filepath.Join("event", "testdata", "coded-written.tsv")); err != nil {
		return nil, err
	}
	own, err := c.judgedTrials(fromReports, word, filepath.Join("event", "testdata", "reports.jsonl"))
	if err != nil {
		return nil, err
	}
	g, err := c.agreementTrials(filepath.Join(data, "corpora", "current-events-2025.jsonl.gz"))
	return slices.Concat(a, b, h, g, n, w, own), err
}
