package statement

import (
	"reflect"
	"strings"
	"testing"

	"readout/article"
	"readout/event"
	"readout/syntax"
)

const dispute = `Ruritania accused its neighbour of shelling a village. The neighbour denied shelling the village. “I condemn the raid,” the envoy said.`

// wordsAt returns the span of the n-th (from 0) occurrence of words.
func wordsAt(t *testing.T, text, words string, n int) article.Span {
	at := 0
	for ; ; n-- {
		i := strings.Index(text[at:], words)
		if i < 0 {
			t.Fatalf("%q is not there", words)
		}
		at += i
		if n == 0 {
			return article.Span{Start: at, End: at + len(words)}
		}
		at += len(words)
	}
}

// disputed builds three statements and the events of the text by hand.
func disputed(t *testing.T) (*syntax.Document, []Statement, []event.Event) {
	at := func(words string, n int) article.Span { return wordsAt(t, dispute, words, n) }
	d := &syntax.Document{Article: textArticle(dispute)}
	for i, s := range strings.SplitAfter(dispute, ". ") {
		span := at(strings.TrimSpace(s), 0)
		sent := syntax.Sentence{Span: span}
		for w := span.Start; w < span.End; {
			e := w
			for e < span.End && dispute[e] != ' ' {
				e++
			}
			form := strings.Trim(dispute[w:e], ".,“”")
			from := w + strings.Index(dispute[w:e], form)
			tok := syntax.Token{Span: article.Span{Start: from, End: from + len(form)}, Form: form, Lemma: strings.ToLower(form), UPos: "NOUN", Head: -1, Rel: "dep"}
			switch form {
			case "its", "of", "a", "The", "the":
				tok.UPos = "DET"
			case "I":
				tok.UPos = "PRON"
			}
			sent.Tokens = append(sent.Tokens, tok)
			w = e + 1
		}
		_ = i
		d.Sentences = append(d.Sentences, sent)
	}
	statements := []Statement{
		{Kind: Indirect, Stance: "accuse", Speaker: 0, Cue: at("accused", 0), Content: []article.Span{at("its neighbour of shelling a village", 0)}, Sentence: 0},
		{Kind: Indirect, Stance: "deny", Speaker: 1, Cue: at("denied", 0), Content: []article.Span{at("shelling the village", 0)}, Sentence: 1},
		{Kind: Direct, Stance: "say", Speaker: 2, Cue: at("said", 0), Content: []article.Span{at("“I condemn the raid,”", 0)}, Sentence: 2},
	}
	events := []event.Event{
		{Type: "ACCUSE", Trigger: at("accused", 0), Actors: []int{0}, Recipients: []int{1}},
		{Type: "ASSAULT", Trigger: at("shelling", 0), Actors: []int{1}, Contexts: []string{"military"}},
		{Type: "REJECT", Trigger: at("denied", 0), Actors: []int{1}},
		{Type: "ASSAULT", Trigger: at("shelling", 1), Actors: []int{1}},
		{Type: "ACCUSE", Trigger: at("condemn", 0), BySpeaker: true},
	}
	return d, statements, events
}

func TestRelate(t *testing.T) {
	d, statements, events := disputed(t)
	rel := newFinder(t, Options{}).Relate(d, nil, statements, events)
	// The writer vouches for the speech act that the quotation performs.
	if want := []int{-1, 0, -1, 1, -1}; !reflect.DeepEqual(rel.AccordingTo, want) {
		t.Errorf("according to %v, want %v", rel.AccordingTo, want)
	}
	if want := []int{0, 2, -1}; !reflect.DeepEqual(rel.Acts, want) {
		t.Errorf("acts %v, want %v", rel.Acts, want)
	}
	if !reflect.DeepEqual(events[4].Actors, []int{2}) {
		t.Errorf("the speaker was not made the actor: %v", events[4].Actors)
	}
	if !reflect.DeepEqual(statements[0].Contexts, []string{"military"}) {
		t.Errorf("contexts %v", statements[0].Contexts)
	}
	if len(rel.FirstPersons) != 1 || rel.FirstPersons[0].Entity != 2 || rel.FirstPersons[0].Ref.Sentence != 2 {
		t.Errorf("first persons %v", rel.FirstPersons)
	}
	cue := statements[1].Cue
	want := []Link{
		{event.Denies, End{-1, 2}, End{-1, 0}, cue},
		{event.Denies, End{1, -1}, End{0, -1}, cue},
		{event.Denies, End{1, -1}, End{-1, 1}, cue},
	}
	if !reflect.DeepEqual(rel.Links, want) {
		t.Errorf("links\n %v\nwant\n %v", rel.Links, want)
	}
}

// What is only praised or condemned is the writer's own assertion.
func TestGranted(t *testing.T) {
	d, statements, events := disputed(t)
	statements[0].granted = true
	if rel := newFinder(t, Options{}).Relate(d, nil, statements, events); rel.AccordingTo[1] != -1 {
		t.Errorf("granted content is according to %d", rel.AccordingTo[1])
	}
}

// "Denied the accusation" points back to it, and a denial not made links
// nothing.
func TestAnaphoricDenial(t *testing.T) {
	d, statements, events := disputed(t)
	i := strings.Index(dispute, "the village")
	statements[1].Content = []article.Span{{Start: i, End: i + len("the village")}}
	statements[1].Negated = true
	if rel := newFinder(t, Options{}).Relate(d, nil, statements, events); len(rel.Links) != 0 {
		t.Errorf("links %v", rel.Links)
	}
	statements[1].Negated = false
	for k := range d.Sentences[1].Tokens {
		if tok := &d.Sentences[1].Tokens[k]; tok.Form == "village" {
			tok.Lemma = "accusation"
		}
	}
	rel := newFinder(t, Options{}).Relate(d, nil, statements, events)
	if len(rel.Links) == 0 || rel.Links[len(rel.Links)-1].To != (End{0, -1}) {
		t.Errorf("links %v", rel.Links)
	}
}

// Who speaks around a statement makes the accusations in it that are his.
func TestPerformsOutside(t *testing.T) {
	statements := []Statement{{Speaker: 0, Within: -1}, {Speaker: 1, Within: 0}}
	for _, c := range []struct {
		kind  string
		actor int
		want  bool
	}{{"ACCUSE", 0, true}, {"ACCUSE", 1, false}, {"ACCUSE", 2, false}, {"ASSAULT", 0, false}} {
		if got := performsOutside(statements, 1, &event.Event{Type: c.kind, Actors: []int{c.actor}}); got != c.want {
			t.Errorf("%s by entity %d: %v", c.kind, c.actor, got)
		}
	}
}
