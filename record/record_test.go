package record

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/event"
)

// sound is a record that keeps the law. Its text has characters of two bytes.
func sound() *Record {
	return &Record{
		Schema:    Schema,
		Article:   Article{ID: "a", Text: "Überall: Oslo met Rome, “yes” they said.", Blocks: []Block{{"paragraph", Span{0, 40}}}},
		Sentences: []Sentence{{"s1", Span{0, 40}, 0}},
		Entities: []Entity{{ID: "e1", Name: "Norway", Kind: "country", Mentions: []Mention{{Span{9, 13}, "metonym"}}},
			{ID: "e2", Name: "Italy", Kind: "country", Mentions: []Mention{{Span{18, 22}, "metonym"}}}},
		Times: []Time{}, Places: []Place{},
		Statements: []Statement{{ID: "st1", Kind: "direct", Speaker: "e1", Content: []Span{{24, 29}}, Sentence: "s1", Confidence: 0.9}},
		Events: []Event{{ID: "ev1", Type: "CONSULT", Quad: 1, Actors: []string{"e1", "e2"}, Recipients: []string{}, Trigger: Span{14, 17},
			Sentence: "s1", Confidence: 0.8, Rule: "consult/meet"}},
		Links: []Link{{Kind: "agrees_with", From: "st1", To: "ev1"}},
	}
}

func TestCheck(t *testing.T) {
	if err := sound().Check(); err != nil {
		t.Fatal(err)
	}
	for name, harm := range map[string]func(*Record){
		"schema":               func(r *Record) { r.Schema = "readout/0" },
		"span outside":         func(r *Record) { r.Events[0].Trigger.End = 41 },
		"span empty":           func(r *Record) { r.Statements[0].Content[0] = Span{24, 24} },
		"id twice":             func(r *Record) { r.Entities[1].ID = "e1" },
		"no such actor":        func(r *Record) { r.Events[0].Actors[0] = "e9" },
		"actor is a statement": func(r *Record) { r.Events[0].Actors[0] = "st1" },
		"no such speaker":      func(r *Record) { r.Statements[0].Speaker = "e9" },
		"no such co-speaker":   func(r *Record) { r.Statements[0].CoSpeakers = []string{"e9"} },
		"co-speaker alone":     func(r *Record) { r.Statements[0].Speaker, r.Statements[0].CoSpeakers = "", []string{"e2"} },
		"according to nobody":  func(r *Record) { r.Events[0].AccordingTo = "st9" },
		"no rule":              func(r *Record) { r.Events[0].Rule = "" },
		"no content":           func(r *Record) { r.Statements[0].Content = nil },
		"no mention":           func(r *Record) { r.Entities[0].Mentions = nil },
		"link to a sentence":   func(r *Record) { r.Links[0].To = "s1" },
		"confidence":           func(r *Record) { r.Events[0].Confidence = 1.2 },
		"blocks overlap":       func(r *Record) { r.Article.Blocks = append(r.Article.Blocks, Block{"paragraph", Span{30, 40}}) },
	} {
		r := sound()
		harm(r)
		if err := r.Check(); err == nil {
			t.Errorf("%s: no fault found", name)
		}
	}
}

// TestRoundTrip: what is written is read again, one record a line.
func TestRoundTrip(t *testing.T) {
	var buf bytes.Buffer
	for range 3 {
		if err := sound().AppendJSON(&buf); err != nil {
			t.Fatal(err)
		}
	}
	if n := strings.Count(buf.String(), "\n"); n != 3 {
		t.Errorf("%d lines for 3 records", n)
	}
	n := 0
	err := Read(&buf, func(r *Record) error {
		n++
		if d := cmp.Diff(sound(), r); d != "" {
			t.Error(d)
		}
		return nil
	})
	if err != nil || n != 3 {
		t.Errorf("%d records, %v", n, err)
	}
	if err := Read(strings.NewReader("{}\n{bad"), func(*Record) error { return nil }); err == nil || !strings.Contains(err.Error(), "record 2") {
		t.Errorf("a fault in the second record: %v", err)
	}
}

// TestKeep: events that are left out take what refers to them along.
func TestKeep(t *testing.T) {
	in := Reading{
		Events:      []event.Event{{Rule: "a", Within: -1, Again: -1}, {Rule: "b", Within: 0, Again: -1}, {Rule: "c", Within: 1, Again: -1}},
		AccordingTo: []int{-1, 4, 5},
		Links: []Join{{Kind: "because", From: End{Index: 1}, To: End{Index: 0}}, {Kind: "because", From: End{Index: 2}, To: End{Index: 1}},
			{Kind: "denies", From: End{Statement: true, Index: 7}, To: End{Index: 2}}},
	}
	in.Keep(func(e *event.Event) bool { return e.Rule != "a" })
	if len(in.Events) != 2 || in.Events[0].Within != -1 || in.Events[1].Within != 0 {
		t.Errorf("events %+v", in.Events)
	}
	if d := cmp.Diff([]int{4, 5}, in.AccordingTo); d != "" {
		t.Error(d)
	}
	want := []Join{{Kind: "because", From: End{Index: 1}, To: End{Index: 0}}, {Kind: "denies", From: End{Statement: true, Index: 7}, To: End{Index: 1}}}
	if d := cmp.Diff(want, in.Links); d != "" {
		t.Error(d)
	}
}
