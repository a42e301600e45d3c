package statement

import (
	"math"
	"strings"

	"readout/lexicon"
)

// reliability is how likely the candidate is a statement: a logistic
// regression over how often its cue with its frame made one in annotated text
// and over the signs of the grammar around it. Shapes that the annotated text
// cannot judge have fixed values.
func (r *reading) reliability(c *candidate) float64 {
	switch {
	case c.frame == "thinker" && len(c.quotes) > 0:
		return 0.6 // his words are quoted: more than "for Smith, …" by itself
	case c.frame == "quote:dash", c.frame == "turn":
		return 0.8 // the shape of the paragraph says it
	case c.frame == "answer", c.frame == "signed", c.frame == "quote:head", c.frame == "credited", c.frame == "set off":
		return 0.6
	case c.frame == "carried", c.frame == "pulled":
		return 0.5
	case c.frame == "source":
		return 0.7 // the word says it
	}
	p := r.weights.of(c.part.String()+" "+frameGroup(c.frame), r.custom(c, lexicon.CueCount{}), r.signs(c))
	if c.spoken && c.source >= 0 {
		if n := r.wordsIn(c.quotes[0]); n >= 6 || n >= 4 && r.commaBefore(c) {
			p = max(p, 0.4) // so much speech right beside a cue has few other readings
		}
	}
	if frame, how, _ := strings.Cut(c.frame, ":"); frame == "obj" && how == "by" && c.kind == "deny" && c.source >= 0 && r.accuses(c) {
		p = max(p, 0.4) // "the claim was disputed by the rebels"
	}
	if c.relative && answers(&Statement{Stance: c.kind}) != "" {
		p = max(p, 0.4) // annotators take the pronoun for content: "the murder, which Ostland denied"
	}
	if c.kind == "accuse" && c.source >= 0 {
		p = max(p, 0.4) // of what one is accused is nobody's fact, wherever the clause stands
	}
	if r.labelled(c) || c.frame == "that:to" || r.minded(c) || r.announced(c) || c.part == lexicon.CueVerb && c.cue >= 0 && r.trees[c.sent].onRecord(c.cue) {
		p = max(p, 0.5)
	}
	if r.work(c) {
		p *= 0.3
	}
	return r.inInterview(c, p)
}

// commaBefore reports whether the last quotation of c ends with a comma before the
// words of its source and cue.
func (r *reading) commaBefore(c *candidate) bool {
	q := r.quotes[c.quotes[len(c.quotes)-1]]
	return c.cue >= 0 && r.trees[c.sent].Tokens[c.cue].XPos != "VBG" && stopsAt(r.doc.Article.Text, q.inner) && c.sourceSpan.Start >= q.End && c.cueSpan.Start >= q.End
}

// accuses reports whether the content of c is a noun for what is said of somebody:
// "the claim".
func (r *reading) accuses(c *candidate) bool {
	t := &r.trees[c.sent]
	if len(c.content) == 0 {
		return false
	}
	k := t.headIn(c.content[0])
	return k >= 0 && r.asserted[t.lemma(k)]
}

// announced reports whether a colon alone stands between the cue and the words
// it is quoted with: Doe answered: “At home.”
func (r *reading) announced(c *candidate) bool {
	if !c.spoken || c.source < 0 || len(c.quotes) == 0 || r.quotes[c.quotes[0]].Start < c.cueSpan.End {
		return false
	}
	return strings.TrimSpace(r.doc.Article.Text[c.cueSpan.End:r.quotes[c.quotes[0]].Start]) == ":"
}

// labelled reports whether c is a headline's clause behind whoever says it:
// "Villagers: Army burned our homes".
func (r *reading) labelled(c *candidate) bool {
	t := &r.trees[c.sent]
	if c.frame != "colon" || !t.headline() || !r.somebody(t, c.source) && !r.headlining[t.lemma(c.source)] {
		return false
	}
	return t.statesBehind(c.cue)
}

// statesBehind reports whether a predicate with a subject of its own stands
// behind token n.
func (t *tree) statesBehind(n int) bool {
	for k := n + 1; k < len(t.Tokens); k++ {
		if t.predicate(k) && t.ownSubject(k) > n {
			return true
		}
	}
	return false
}

// minded reports whether c is told by a phrase that the annotators overlook as
// often as not, although it can mean nothing else: "In the view of the court, …".
func (r *reading) minded(c *candidate) bool {
	if c.frame != "mind" || c.source < 0 {
		return false
	}
	t := &r.trees[c.sent]
	_, noun, _ := strings.Cut(c.word, " ")
	return r.opining[noun] && t.form(c.cue) == "in" && (c.cue == 0 || t.form(c.cue-1) == "," || t.Tokens[c.cue-1].UPos == "CCONJ")
}

// custom is the logit of how often the cue of c with its frame made a
// statement in annotated text, drawn towards what the frame gives for any
// cue. What less counts is left out of all counts: in learning, c itself.
func (r *reading) custom(c *candidate, less lexicon.CueCount) float64 {
	count := func(cue, frame string) lexicon.CueCount {
		n := r.cues.Count(c.part, cue, frame)
		return lexicon.CueCount{Hits: max(0, n.Hits-less.Hits), Seen: max(0, n.Seen-less.Seen)}
	}
	all := share(count("*", frameGroup(c.frame)), 0.5, 2)
	own := share(count("*", c.frame), all, 4)
	return logit(share(count(c.word, c.frame), own, 4))
}

// work reports whether what the candidate takes for content is the title of a
// work that somebody sees or reads: “The Old Harbour”.
func (r *reading) work(c *candidate) bool {
	if frameGroup(c.frame) != "obj" || len(c.quotes) != 1 || len(c.content) != 1 || r.quotes[c.quotes[0]].Span != c.content[0] {
		return false
	}
	if !r.enjoyed[c.word] {
		return false
	}
	words := strings.Fields(r.doc.Article.Words(r.quotes[c.quotes[0]].inner))
	for _, w := range words {
		if b := w[0]; b >= 'a' && b <= 'z' && len(w) > 3 {
			return false
		}
	}
	return len(words) > 1 && len(words) < 8
}

// share returns hits over seen, drawn towards prior with the weight of n
// observations.
func share(c lexicon.CueCount, prior, n float64) float64 {
	return (float64(c.Hits) + n*prior) / (float64(c.Seen) + n)
}

func logit(p float64) float64 {
	p = min(max(p, 0.005), 0.995)
	return math.Log(p / (1 - p))
}

// frameGroup joins the frames in which signs mean the same: all prepositions
// are one.
func frameGroup(frame string) string {
	head, how, _ := strings.Cut(frame, ":")
	if strings.HasPrefix(head, "+") {
		head = "+"
	}
	if how == "" {
		return head
	}
	return head + ":" + how
}
