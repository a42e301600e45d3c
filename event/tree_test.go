package event

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout/actor"
	"readout/article"
	"readout/lexicon"
	"readout/syntax"
)

// openFinder compiles the lexicon that ships.
func openFinder(t testing.TB, o Options) *Finder {
	t.Helper()
	set, err := lexicon.Open("")
	if err != nil {
		t.Fatal(err)
	}
	f, err := NewFinder(set, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// grow builds a document of one sentence from rows "FORM LEMMA UPOS XPOS HEAD
// REL [COUNTRY]". Heads count from 1, 0 is the root. A token with a country
// names an entity of that country; the same country is the same entity.
func grow(rows string) (*syntax.Document, *actor.Cast) {
	var s syntax.Sentence
	var text strings.Builder
	var entities []actor.Entity
	index := map[string]int{}
	for _, row := range strings.Split(strings.TrimSpace(rows), "\n") {
		f := strings.Fields(row)
		if len(f) < 6 {
			continue
		}
		if text.Len() > 0 {
			text.WriteByte(' ')
		}
		start := text.Len()
		text.WriteString(f[0])
		head, err := strconv.Atoi(f[4])
		if err != nil {
			panic(err)
		}
		span := article.Span{Start: start, End: text.Len()}
		s.Tokens = append(s.Tokens, syntax.Token{Span: span, Form: f[0], Lemma: f[1], UPos: f[2], XPos: f[3], Head: head - 1, Rel: f[5]})
		if len(f) > 6 {
			i, ok := index[f[6]]
			if !ok {
				i = len(entities)
				index[f[6]] = i
				entities = append(entities, actor.Entity{Name: f[6], Kind: actor.Country, Country: f[6], Of: -1})
			}
			n := len(s.Tokens) - 1
			entities[i].Mentions = append(entities[i].Mentions, actor.Mention{Span: span, Entity: i, First: n, Last: n + 1, Head: n, As: actor.AsName})
		}
	}
	s.Span = article.Span{End: text.Len()}
	a := &article.Article{Text: text.String(), Published: "2021-06-16", Blocks: []article.Block{{Kind: article.Paragraph, Span: s.Span}}}
	return &syntax.Document{Article: a, Sentences: []syntax.Sentence{s}}, actor.NewCast(entities)
}

// summaries finds the events of rows and writes them as the lexicon does.
func summaries(f *Finder, rows string) string {
	doc, cast := grow(rows)
	events := f.Find(doc, cast, nil, nil)
	var out []string
	for i := range events {
		out = append(out, Summary(cast, &events[i]))
	}
	return strings.Join(out, "; ")
}

// The constructions that the machinery finds by itself, from the one line
// "A expel O{envoy}:R" and its like.
func TestConstructions(t *testing.T) {
	f := openFinder(t, Options{})
	for _, c := range []struct{ name, rows, want string }{
		{"active", `
Russia Russia PROPN NNP 2 nsubj RUS
expelled expel VERB VBD 0 root
ten ten NUM CD 5 nummod
American American ADJ JJ 5 amod USA
diplomats diplomat NOUN NNS 2 obj`, "RUS SANCTION/expel USA n=10"},
		{"passive", `
Ten ten NUM CD 3 nummod
American American ADJ JJ 3 amod USA
diplomats diplomat NOUN NNS 5 nsubj:pass
were be AUX VBD 5 aux:pass
expelled expel VERB VBN 0 root
by by ADP IN 7 case
Russia Russia PROPN NNP 5 obl:agent RUS`, "RUS SANCTION/expel USA n=10"},
		{"passive headline", `
Ten ten NUM CD 3 nummod
American American ADJ JJ 3 amod USA
diplomats diplomat NOUN NNS 4 nsubj:pass
expelled expel VERB VBN 0 root
by by ADP IN 6 case
Russia Russia PROPN NNP 4 obl:agent RUS`, "RUS SANCTION/expel USA n=10"},
		{"reduced relative clause", `
Diplomats diplomat NOUN NNS 7 nsubj:pass
expelled expel VERB VBN 1 acl
by by ADP IN 4 case
Russia Russia PROPN NNP 2 obl:agent RUS
from from ADP IN 6 case
Poland Poland PROPN NNP 2 obl POL
returned return VERB VBN 0 root`, "RUS SANCTION/expel POL"},
		{"relative clause", `
Russia Russia PROPN NNP 6 nsubj RUS
which which PRON WDT 3 nsubj
expelled expel VERB VBD 1 acl:relcl
American American ADJ JJ 5 amod USA
diplomats diplomat NOUN NNS 3 obj
smiled smile VERB VBD 0 root`, "RUS SANCTION/expel USA"},
		{"control", `
Russia Russia PROPN NNP 2 nsubj RUS
decided decide VERB VBD 0 root
to to PART TO 4 mark
expel expel VERB VB 2 xcomp
American American ADJ JJ 6 amod USA
diplomats diplomat NOUN NNS 4 obj`, "RUS SANCTION/expel USA"},
		{"noun of decision", `
Russia Russia PROPN NNP 2 nsubj RUS
took take VERB VBD 0 root
the the DET DT 4 det
decision decision NOUN NN 2 obj
to to PART TO 6 mark
expel expel VERB VB 4 acl
American American ADJ JJ 8 amod USA
diplomats diplomat NOUN NNS 6 obj`, "RUS SANCTION/expel USA"},
		{"participle of the main clause", `
Russia Russia PROPN NNP 2 nsubj RUS
hesitated waver VERB VBD 0 root
expelling expel VERB VBG 2 advcl
American American ADJ JJ 5 amod USA
diplomats diplomat NOUN NNS 3 obj`, "RUS SANCTION/expel USA"},
		{"conjunction of parties", `
Poland Poland PROPN NNP 4 nsubj POL
and and CCONJ CC 3 cc
Latvia Latvia PROPN NNP 1 conj LVA
expelled expel VERB VBD 0 root
Russian Russian ADJ JJ 6 amod RUS
diplomats diplomat NOUN NNS 4 obj`, "LVA+POL SANCTION/expel RUS"},
		{"support verb", `
Canada Canada PROPN NNP 2 nsubj CAN
imposed impose VERB VBD 0 root
sanctions sanction NOUN NNS 2 obj
on on ADP IN 5 case
Iran Iran PROPN NNP 2 obl IRN`, "CAN SANCTION/discontinue IRN"},
		{"possessive and noun", `
Russia Russia PROPN NNP 3 nmod:poss RUS
's 's PART POS 1 case
recall recall NOUN NN 9 nsubj
of of ADP IN 6 case
its its PRON PRP$ 6 nmod:poss RUS
ambassador ambassador NOUN NN 3 nmod
from from ADP IN 8 case
Japan Japan PROPN NNP 3 nmod JPN
followed follow VERB VBD 0 root`, "RUS SANCTION/withdraw JPN"},
		{"refusal", `
Iran Iran PROPN NNP 2 nsubj IRN
refused refuse VERB VBD 0 root
to to PART TO 4 mark
release release VERB VB 2 xcomp
two two NUM CD 7 nummod
French French ADJ JJ 7 amod FRA
prisoners prisoner NOUN NNS 4 obj`, "IRN REJECT/yield FRA n=2"},
		{"threat", `
Iran Iran PROPN NNP 2 nsubj IRN
threatened threaten VERB VBD 0 root
to to PART TO 4 mark
attack attack VERB VB 2 xcomp
Israel Israel PROPN NNP 4 obj ISR`, "IRN THREATEN/violence ISR"},
		{"demand", `
Japan Japan PROPN NNP 2 nsubj JPN
demanded demand VERB VBD 0 root
that that SCONJ IN 5 mark
China China PROPN NNP 5 nsubj CHN
lift lift VERB VB 2 ccomp
its its PRON PRP$ 7 nmod:poss CHN
sanctions sanction NOUN NNS 5 obj`, "JPN REQUEST/yield CHN"},
		{"planned cooperation", `
France France PROPN NNP 3 nsubj FRA
will will AUX MD 3 aux
visit visit VERB VB 0 root
Japan Japan PROPN NNP 3 obj JPN`, "FRA AGREE JPN"},
		{"negation", `
Iran Iran PROPN NNP 4 nsubj IRN
did do AUX VBD 4 aux
not not PART RB 4 advmod
attack attack VERB VB 0 root
Israel Israel PROPN NNP 4 obj ISR`, "IRN ASSAULT ISR negation"},
		{"refused future", `
Iran Iran PROPN NNP 4 nsubj IRN
will will AUX MD 4 aux
not not PART RB 4 advmod
release release VERB VB 0 root
French French ADJ JJ 6 amod FRA
prisoners prisoner NOUN NNS 4 obj`, "IRN REJECT/yield FRA"},
		{"hypothetical", `
Iran Iran PROPN NNP 3 nsubj IRN
could could AUX MD 3 aux
attack attack VERB VB 0 root
Israel Israel PROPN NNP 3 obj ISR`, "IRN ASSAULT ISR hypothetical"},
		{"an accident is no attack", `
An a DET DT 2 det
earthquake earthquake NOUN NN 3 nsubj
killed kill VERB VBD 0 root
ten ten NUM CD 6 nummod
Turkish Turkish ADJ JJ 6 amod TUR
soldiers soldier NOUN NNS 3 obj`, ""},
		{"what is within an accusation", `
Biden Biden PROPN NNP 2 nsubj USA
accuses accuse VERB VBZ 0 root
Russia Russia PROPN NNP 2 obj RUS
of of ADP IN 5 case
cyberattacks cyberattack NOUN NNS 2 obl`, "USA ACCUSE/allege RUS; RUS COERCE/cyber -"},
	} {
		if got := summaries(f, c.rows); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// A month is no march, and what one does to oneself has no recipient.
func TestPassiveIsNotSubject(t *testing.T) {
	f := openFinder(t, Options{})
	got := summaries(f, `
Italy Italy PROPN NNP 4 nsubj:pass ITA
is be AUX VBZ 4 aux:pass
not not PART RB 4 advmod
attacked attack VERB VBN 0 root`)
	if strings.HasPrefix(got, "ITA") {
		t.Errorf("a passive without agent made its subject an actor: %q", got)
	}
}

// A cycle is cut where it closes, and what hangs on it keeps its place.
func TestCyclesAreCut(t *testing.T) {
	s := syntax.Sentence{Tokens: make([]syntax.Token, 6)}
	for i, h := range []int{1, 2, 0, 2, 9, 5} { // 0→1→2→0, 3 hangs on it; outside; itself
		s.Tokens[i].Head = h
	}
	var tr tree
	tr.load(&s)
	if want := []int32{1, 2, -1, 2, -1, -1}; !slices.Equal(tr.up, want) {
		t.Errorf("heads %v, want %v", tr.up, want)
	}
	if want := []int32{2, 1, 0, 1, 0, 0}; !slices.Equal(tr.depth, want) {
		t.Errorf("depths %v, want %v", tr.depth, want)
	}
	if !tr.under(3, 2) || tr.under(2, 3) {
		t.Error("token 3 lies below token 2, and not the other way round")
	}
}
