package statement

import (
	"math"
	"strings"

	"readout/lexicon"
)

// reliability is how likely the candidate is a statement: how often its cue
// with its frame made one in annotated text, drawn towards what the frame
// gives for any cue, and shifted by what the grammar around it tells.
func (r *reading) reliability(c *candidate) float64 {
	group := frameGroup(c.frame)
	switch {
	case c.frame == "thinker" && len(c.quotes) > 0:
		return 0.6 // his words are quoted: more than "for Smith, …" by itself
	case c.frame == "quote:dash", c.frame == "turn":
		return 0.8 // the shape of the paragraph says it
	case c.frame == "answer":
		return 0.6
	case c.frame == "carried":
		return 0.5
	}
	all := share(r.cues.Count(c.part, "*", group), 0.5, 2)
	own := share(r.cues.Count(c.part, "*", c.frame), all, 4)
	p := share(r.cues.Count(c.part, c.word, c.frame), own, 4)
	x := logit(p)
	base := logit(all)
	for _, s := range r.signs(c) {
		x += signWeight * (logit(share(r.cues.Count(c.part, "@"+s, group), all, 8)) - base)
	}
	p = 1 / (1 + math.Exp(-x))
	if c.spoken && c.source >= 0 && r.wordsIn(c.quotes[0]) >= 6 {
		p = max(p, 0.4) // so much speech right beside a cue has few other readings
	}
	if r.work(c) {
		p *= 0.3
	}
	return r.inInterview(c, p)
}

// work reports whether what the candidate takes for content is the title of a
// work that somebody sees or reads: “The Old Harbour”.
func (r *reading) work(c *candidate) bool {
	if frameGroup(c.frame) != "obj" || len(c.quotes) != 1 || len(c.content) != 1 || r.quotes[c.quotes[0]].Span != c.content[0] {
		return false
	}
	switch c.word {
	case "see", "watch", "read", "hear", "know", "like", "love", "sing", "write", "show", "mention":
	default:
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

// signWeight is how much each sign counts; they partly say the same.
const signWeight = 0.8

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

// signs names what the grammar around the cue tells: its form and place, whose
// words they are, how long they are.
func (r *reading) signs(c *candidate) []string {
	t := &r.trees[c.sent]
	out := make([]string, 0, 6)
	n := 0
	for _, s := range c.content {
		n += s.Len()
	}
	length := "long"
	for _, l := range [...]struct {
		most int
		name string
	}{{10, "tiny"}, {25, "short"}, {50, "middling"}, {100, "fair"}} {
		if n < l.most {
			length = l.name
			break
		}
	}
	out = append(out, "length="+length)
	if len(c.quotes) > 0 {
		out = append(out, "quoted")
	}
	out = append(out, "source="+r.sourceClass(t, c))
	if c.cue < 0 {
		return out
	}
	out = append(out, "form="+t.Tokens[c.cue].XPos+"/"+t.Tokens[c.cue].Base())
	for _, k := range t.kids(c.cue) {
		if t.rel(int(k)) == "aux" {
			switch l := t.lemma(int(k)); l {
			case "would", "could", "might", "may", "should", "must", "can", "will", "do":
				out = append(out, "aux="+l)
			}
		}
	}
	if c.negated {
		out = append(out, "negated")
	}
	return out
}

// sourceClass sorts sources by form.
func (r *reading) sourceClass(t *tree, c *candidate) string {
	if c.source < 0 {
		return "none"
	}
	switch tok := &t.Tokens[c.source]; tok.UPos {
	case "PRON":
		switch f := t.form(c.source); f {
		case "i", "we", "my", "our", "you", "your", "it", "its":
			return f
		}
		if t.relative(c.source) {
			return "relative"
		}
		return "pronoun"
	case "PROPN":
		return "name"
	case "NOUN":
		if strings.HasSuffix(tok.XPos, "S") {
			return "nouns"
		}
		return "noun"
	default:
		return tok.UPos
	}
}
