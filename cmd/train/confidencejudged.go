package main

import (
	"context"
	"io"

	"readout/actor"
	"readout/event"
	"readout/intake"
	"readout/score"
)

// A reader's word on events of texts.
type readersWord struct {
	judged map[string]map[string]bool    // by text and event: right or wrong
	coded  map[string][]score.HandCoding // texts of which every event is told
}

// on returns whether an event of a text is right, and whether that is known.
// Each judgement is used once.
func (w *readersWord) on(text string, cast *actor.Cast, e *event.Event) (right, known bool) {
	j := score.Judgement{Type: e.Type, Actors: sideOf(cast, e.Actors), Recipients: sideOf(cast, e.Recipients)}
	if right, known = w.judged[text][j.Key()]; known {
		delete(w.judged[text], j.Key())
		return right, true
	}
	list := w.coded[text]
	for i := range list {
		if list[i].Fits(e.Type, countriesOf(cast, e.Actors), countriesOf(cast, e.Recipients)) {
			return true, true
		}
	}
	return false, len(list) > 0
}

// readWord reads a file of judgements and one of codings, of which either name
// may be empty.
func readWord(judgements, codings string) (*readersWord, error) {
	w := &readersWord{}
	if judgements != "" {
		list, err := score.FromFile(judgements, score.ReadJudgements)
		if err != nil {
			return nil, err
		}
		w.judged = score.Verdicts(list)
	}
	if codings == "" {
		return w, nil
	}
	coded, err := score.FromFile(codings, score.ReadHandCodings)
	w.coded = score.ByText(coded)
	return w, err
}

// judgedTrials are the events of texts of the corpora that a reader has judged.
func (c *coder) judgedTrials(set int, w *readersWord, corpora ...string) ([]trial, error) {
	var out []trial
	for _, name := range corpora {
		some, err := c.judgedIn(name, set, w)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// judgedIn is judgedTrials for one corpus.
func (c *coder) judgedIn(corpus string, set int, w *readersWord) ([]trial, error) {
	in, err := intake.Open(context.Background(), corpus, intake.Options{})
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var out []trial
	for {
		a, err := in.Next()
		if err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, err
		}
		if w.judged[a.ID] == nil && w.coded[a.ID] == nil {
			continue
		}
		found, cast := c.read(a)
		for _, s := range found {
			right, known := w.on(a.ID, cast, &s.Event)
			if !known {
				continue
			}
			out = append(out, trial{set, a.ID, s.Features, right, s.Confidence, a.ID + " " + event.Summary(cast, &s.Event) + " | " + a.Text[s.Trigger.Start:s.Trigger.End]})
		}
	}
}

// sideOf are the codes of parties, as judgements have them.
func sideOf(cast *actor.Cast, parties []int) string {
	var out []score.CodedParty
	for _, p := range parties {
		out = append(out, score.PartyOf(cast.Entities[p].Country, cast.Entities[p].Sectors))
	}
	return score.SideCodes(out)
}
