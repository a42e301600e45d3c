package event

import (
	"slices"
	"sort"
	"strings"

	"readout/actor"
	"readout/lexicon"
	"readout/place"
	"readout/syntax"
	"readout/timex"
)

// A Trial is one pattern held against one word.
type Trial struct {
	Sentence int
	Token    int    // the trigger
	Rule     string // "sanction/expel-envoy"
	Pattern  string // the pattern line as written
	Line     lexicon.Line
	Fits     bool
	Won      bool     // it is the reading that the word was given
	Why      string   // why it does not fit, in words: the slot that stays empty, the word form
	Filled   int      // slots filled before one was not; -1 if the word itself is not right
	Slots    []Filler // of one that won: what fills it
	Outcome  Outcome  // of one that won: what became of it
}

// A Filler is what fills a slot.
type Filler struct {
	Role    string // "actor", "recipient", "object", "event"
	Token   int    // the word, or -1 if it is known from elsewhere
	Parties []int  // entities
}

// An Outcome says what a reading came to.
type Outcome struct {
	Told       bool
	Confidence float64  // of an event, told or left out
	Raised     []string // what raises the confidence most
	Lowered    []string // what lowers it most
	Why        string   // why it was not told, in words
	By         int      // token of the word that tells it instead, or -1
}

// Explain tells, for each word that triggers patterns, which fit and which do
// not and why, in text order and then in order of the pattern files, and what
// became of the readings that won. It is as Find but keeps account.
func (f *Finder) Explain(doc *syntax.Document, cast *actor.Cast, times []timex.Time, places []place.Place) []Trial {
	m := &matcher{f: f, doc: doc, cast: cast, times: times, places: places}
	r := newReading(m)
	var features []featureSet
	r.sample = func(x *featureSet) { features = append(features, *x) }
	var out []Trial
	for i := range doc.Sentences {
		n := len(doc.Sentences[i].Tokens)
		if n == 0 || n > longestSentence {
			continue
		}
		m.start(i)
		by := make([][]Trial, n)
		m.trace = func(p *pattern, trigger int, fits bool, why string) {
			x := Trial{Sentence: i, Token: trigger, Rule: p.rule.name, Pattern: p.text, Line: p.line, Fits: fits}
			if !fits {
				x.Why, x.Filled = m.reason(p, trigger, why)
			}
			by[trigger] = append(by[trigger], x)
		}
		for k := range n {
			m.candidate(k)
		}
		m.trace = nil
		base := len(r.events)
		r.sentence()
		for k := range n {
			c := m.candidate(k)
			for j := range by[k] {
				x := &by[k][j]
				if x.Won = c != nil && x.Fits && x.Line == c.p.line; x.Won {
					x.Slots = fillers(c)
					x.Outcome = r.outcome(c, base, features)
				}
			}
			out = append(out, by[k]...)
		}
	}
	return out
}

// fillers are what fills the slots of a candidate.
func fillers(c *candidate) []Filler {
	var out []Filler
	add := func(role string, token int, parties []int) {
		if token >= 0 || len(parties) > 0 {
			out = append(out, Filler{role, token, slices.Clone(parties)})
		}
	}
	add("actor", c.actorToken, c.actors)
	add("partner", -1, c.partners)
	add("recipient", c.recipToken, c.recipients)
	if c.object != c.recipToken {
		add("object", c.object, nil)
	}
	add("event", c.inner, nil)
	if c.inner < 0 {
		add("clause", c.clause, nil)
	}
	return out
}

// outcome says what became of the reading that won at a trigger. base is the
// first event of the sentence, features are those of all events so far.
func (r *reading) outcome(c *candidate, base int, features []featureSet) Outcome {
	k := c.trigger
	o := Outcome{By: -1}
	for i := base; i < len(r.events); i++ {
		if e := &r.events[i]; e.Head == k {
			o.Confidence = e.Confidence
			o.Raised, o.Lowered = r.m.f.scorer.weighed(&features[i])
			switch {
			case !r.political(e):
				o.Why = "the text gives nobody in it a country or a part in public affairs"
			case e.Confidence < r.m.f.least:
				o.Why = "not sure enough"
			default:
				o.Told = true
			}
			return o
		}
	}
	for i := range r.drafts {
		x := &r.drafts[i]
		switch {
		case x.trigger != k && slices.Contains(x.merged, k):
			o.Why, o.By = "one happening with another, which tells more", x.trigger
			return o
		case x.trigger == k && x.untold():
			o.Why = "the sentence does not say that it came about"
			return o
		case x.trigger == k && x.dropped:
			o.Why = "another word tells it or tells more"
			return o
		case x.trigger == k:
			o.Why = "it is only asked for, offered, threatened, refused or meant, which another word tells"
			return o
		}
	}
	for i := range r.drafts {
		x := r.drafts[i].candidate
		if x.trigger != k && (x.inner == k || x.clause == k || slices.Contains(x.covered, k)) {
			o.Why, o.By = "part of what another word tells", x.trigger
			return o
		}
	}
	switch {
	case k < len(r.consumed) && r.consumed[k]:
		o.Why = "part of what another word tells"
	case len(c.actors) == 0 && len(c.partners) == 0:
		o.Why = "the sentence names nobody who does it"
	case c.p.rule.reciprocal && len(c.actors)+len(c.partners) < 2:
		o.Why = "it takes two, and the sentence names one"
	case ontology[c.code.Type].Recipient && len(c.recipients) == 0:
		o.Why = "the sentence names nobody to whom it is done"
	case c.p.kind == lexicon.NounPattern:
		o.Why = "the noun only speaks of it in passing"
	default:
		o.Why = "this use of the word tells no event"
	}
	return o
}

// weighed names what raises and what lowers a confidence, the most first, at
// most three of each.
func (s *scorer) weighed(x *featureSet) (raised, lowered []string) {
	type part struct{ i, by int }
	var parts []part
	for i := featBias + 1; i < int(featureCount); i++ {
		if by := s[i] * x[i]; by >= 1000 || by <= -1000 { // a tenth on the logit scale
			parts = append(parts, part{i, by})
		}
	}
	sort.SliceStable(parts, func(a, b int) bool { return max(parts[a].by, -parts[a].by) > max(parts[b].by, -parts[b].by) })
	for _, p := range parts {
		name := featureNames[p.i]
		if p.i >= featAgree && p.i < featNoRecipientAgree {
			name = "type " + name
		}
		switch {
		case p.by > 0 && len(raised) < 3:
			raised = append(raised, name)
		case p.by < 0 && len(lowered) < 3:
			lowered = append(lowered, name)
		}
	}
	return raised, lowered
}

// reason puts in words why a pattern does not fit a trigger, and counts the
// slots that were filled before.
func (m *matcher) reason(p *pattern, trigger int, why string) (string, int) {
	switch why {
	case "word form":
		return wanted(p), -1
	case "not negated":
		return "the clause is not negated", 0
	case "not to come":
		return "the clause does not tell of what is to come", 0
	case "no obligation":
		return "no “must”, no “should”, no command", 0
	case "no speaker":
		return "nobody says it", 0
	}
	for k := range p.slots {
		if s := &p.slots[k]; strings.HasSuffix(why, " "+slotName(s)) {
			return m.empty(p, s, trigger), k
		}
	}
	return why, 0
}

func wanted(p *pattern) string {
	switch p.kind {
	case lexicon.NounPattern:
		return "asks for the noun, or for other words before it"
	case lexicon.AdjPattern:
		return "asks for the adjective as what is said of somebody"
	}
	return "asks for the verb, or for a particle behind it"
}

// empty says that slot s of a trigger stays empty, and what stands there.
func (m *matcher) empty(p *pattern, s *slot, trigger int) string {
	f := m.frame(trigger)
	var there []int
	where := ""
	switch s.Where {
	case lexicon.Before:
		where = "subject"
		if p.kind == lexicon.NounPattern {
			where = "possessor or modifier"
		}
		for _, x := range f.subj {
			there = append(there, x.tok)
		}
	case lexicon.Object:
		where = "object"
		there = append(append(there, f.obj...), f.iobj...)
	case lexicon.Prep:
		where = "“" + strings.ReplaceAll(strings.Join(s.Preps[:min(3, len(s.Preps))], "”, “"), "_", " ") + "”"
		for _, x := range f.preps {
			if slices.Contains(s.Preps, x.prep) {
				there = append(there, x.tok)
			}
		}
	default:
		where = "clause"
		if s.Where == lexicon.ToVerb {
			where = "infinitive"
		}
		for _, x := range f.clauses {
			there = append(there, x.tok)
		}
	}
	if len(there) == 0 {
		if s.Where == lexicon.Prep {
			return "nothing after " + where
		}
		return "no " + where
	}
	var words []string
	for _, x := range there[:min(3, len(there))] {
		words = append(words, "“"+m.tree.tok(x).Form+"”")
	}
	is := " is not "
	if s.Where == lexicon.Prep {
		where = "what follows " + where + ","
	}
	return where + " " + strings.Join(words, ", ") + is + demand(s)
}

// demand says what a slot asks for.
func demand(s *slot) string {
	var list []string
	for _, c := range s.Class {
		list = append(list, "{"+c+"}")
	}
	if len(s.Words) > 0 {
		list = append(list, "one of ("+strings.Join(s.Words[:min(4, len(s.Words))], "|")+more(len(s.Words) > 4)+")")
	}
	switch {
	case len(list) > 0:
		return strings.Join(list, " or ")
	case s.Role == 'X':
		return "an event that fits"
	case s.Role == 'A' || s.Role == 'R' || s.Role == 'C':
		return "a party that fits"
	}
	return "what it asks for"
}

func more(yes bool) string {
	if yes {
		return "|…"
	}
	return ""
}

// slotName names a slot for Explain.
func slotName(s *slot) string {
	name := ""
	if len(s.Preps) > 0 {
		name = s.Preps[0] + " "
	}
	if s.Role != 0 {
		name += string(s.Role)
	}
	for _, c := range s.Class {
		name += "{" + c + "}"
	}
	if len(s.Words) > 0 {
		name += "(" + s.Words[0] + "…)"
	}
	return name
}
