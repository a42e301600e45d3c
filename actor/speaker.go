package actor

import (
	"slices"

	"readout/article"
)

// speakers finds who speaks each quotation: the subject of the nearest verb of
// speech in a sentence that the quotation touches; failing that, who spoke
// before it in the same block.
func (r *casting) speakers() {
	q := 0
	last := int32(-1)
	lastBlock := -1
	for s := range r.doc.Sentences {
		sent := &r.doc.Sentences[s]
		for q < len(r.g.quotes) && r.g.quotes[q].End <= sent.Start {
			q++
		}
		if sent.Block != lastBlock {
			lastBlock = sent.Block
			if !r.carriesOn(q, s) {
				last = -1
			}
		}
		here := int32(-1)
		for k := q; k < len(r.g.quotes) && r.g.quotes[k].Start < sent.End; k++ {
			quote := &r.g.quotes[k]
			if here = r.speakerIn(s, quote); here >= 0 {
				if quote.speaker < 0 || r.cands[quote.speaker].sent != int32(s) && quote.Start >= sent.Start {
					quote.speaker = here
				}
				last = here
			} else if r.writes(s, quote) {
				last = -1
			} else if quote.speaker < 0 && last >= 0 {
				quote.speaker = last
			}
		}
		if here < 0 {
			if here = r.speakerIn(s, nil); here >= 0 {
				last = here
			}
		}
	}
}

// countTold counts the sentences that the writer tells in his own words.
func (r *casting) countTold() {
	r.told = r.told[:0]
	n, q := int32(0), 0
	for s := range r.doc.Sentences {
		sent := &r.doc.Sentences[s]
		r.told = append(r.told, n)
		for q < len(r.g.quotes) && r.g.quotes[q].End <= sent.Start {
			q++
		}
		if q == len(r.g.quotes) || r.g.quotes[q].Start > sent.Start || r.g.quotes[q].End < sent.End-1 {
			n++ // but for a full stop behind the marks
		}
	}
}

// writes reports whether something written says the quotation in sentence s,
// which so is not that of whoever spoke before: "a White House statement said".
func (r *casting) writes(s int, q *quotation) bool {
	sent := &r.doc.Sentences[s]
	for i := r.g.ranges[s][0]; i < r.g.ranges[s][1]; i++ {
		c := &r.cands[i]
		if c.by != byThing || !c.speech || c.rel != relSubject || c.quoted {
			continue
		}
		if v := sent.Tokens[c.clause]; v.End <= q.Start || v.Start >= q.End {
			return true
		}
	}
	return false
}

// carriesOn reports whether sentence s begins with a quotation mark, so that
// its block may carry on what the block before was saying.
func (r *casting) carriesOn(q, s int) bool {
	return q < len(r.g.quotes) && r.g.quotes[q].Start <= r.doc.Sentences[s].Start
}

// speakerIn returns the candidate that speaks in a sentence: the subject, outside
// quotation marks, of a verb of speech, or whom its "who" means; of several, the one
// whose verb is nearest to the quotation, if there is one. -1 if nobody does.
func (r *casting) speakerIn(s int, q *quotation) int32 {
	sent := &r.doc.Sentences[s]
	best, gap := int32(-1), 0
	for i := r.g.ranges[s][0]; i < r.g.ranges[s][1]; i++ {
		c := &r.cands[i]
		verb := c.says
		if verb < 0 && c.speech && c.rel == relSubject {
			verb = c.clause
		}
		if verb < 0 || c.quoted || c.by == byThing || c.by == byDemonym {
			continue
		}
		d := 0
		if q != nil {
			v := sent.Tokens[verb]
			switch {
			case v.End <= q.Start:
				d = q.Start - v.End
			case v.Start >= q.End:
				d = v.Start - q.End
			default:
				continue
			}
		}
		if best < 0 || d < gap {
			best, gap = i, d
		}
	}
	return best
}

// speechPronoun resolves "I" and "we": in a quotation to who speaks; elsewhere
// to the author that the title names, or in an interview to who is asked, who
// is "you" in the questions. "We" is the country or the body whom such a
// person speaks for, or all who are asked; in a quotation it is more than its
// speaker, who stands for it in Cast.At alone.
func (r *casting) speechPronoun(i int32, c *candidate) {
	e := int32(-1)
	asks := r.interview && r.asked(c)
	switch {
	case c.quote >= 0 && c.person == 1:
		if s := r.g.quotes[c.quote].speaker; s >= 0 && s != i && r.cands[s].ent >= 0 {
			e = r.find(r.cands[s].ent)
		}
	case c.quote >= 0:
		return
	case r.authors >= 0 && (c.person == 2) == asks && (c.plural || c.person == 2):
		r.joinSet(i, r.authors)
		return
	case c.person == 2:
		if asks && r.author >= 0 {
			e = r.find(r.author)
		}
	case asks && r.asker >= 0 && !c.plural:
		e = r.find(r.asker)
	case !asks:
		if e = r.blockSpeaker(c); e < 0 && r.author < 0 && !r.interview && !c.plural {
			e = r.letIn(c)
		}
		if e < 0 && r.author >= 0 {
			e = r.find(r.author)
		} else if e < 0 && r.interview {
			e = r.introduced(c)
		}
	}
	if e < 0 && c.quote < 0 && c.person == 1 && c.plural && r.ours >= 0 {
		e = r.find(r.ours) // the "we" of a readout or a fact sheet
	}
	if e < 0 || r.ents[e].thing || r.ents[e].kind == Place {
		return
	}
	if c.plural && c.quote >= 0 && r.ents[e].kind == Person && !r.ents[e].plural {
		c.like = r.g.quotes[c.quote].speaker
		return
	}
	if c.plural && c.quote < 0 && r.ents[e].kind == Person {
		x := &r.ents[e]
		s, ok := r.k.states[x.country]
		o := r.owner(x)
		switch {
		case r.interview && o >= 0 && r.ents[o].kind == Organization:
			e = o
		case r.interview && x.office == "":
			return
		case ok && !international[x.country]:
			e = r.partyEntity(s) // the "we" of a state's own words
		}
	}
	r.join(i, e)
}

// mostLetIn is how many paragraphs behind a colon may be somebody's words
// without quotation marks.
const mostLetIn = 5

// letIn returns the person whose words, without quotation marks, the paragraph of
// candidate c goes on with, as the end of one before it says: "Roe wrote:"; -1
// without.
func (r *casting) letIn(c *candidate) int32 {
	all := r.doc.Sentences
	s := int(c.sent)
	for range mostLetIn {
		block := all[s].Block
		if block < 0 || r.doc.Article.Blocks[block].Kind != article.Paragraph || slices.ContainsFunc(r.g.quotes, func(q quotation) bool { return q.block == block }) {
			return -1
		}
		for s > 0 && all[s-1].Block == block {
			s--
		}
		if s--; s < 0 {
			return -1
		}
		if toks := all[s].Tokens; len(toks) > 0 && toks[len(toks)-1].Form == ":" {
			if i := r.speakerIn(s, nil); i >= 0 && r.cands[i].ent >= 0 && r.ents[r.find(r.cands[i].ent)].kind == Person {
				return r.find(r.cands[i].ent)
			}
			return -1
		}
	}
	return -1
}

// blockSpeaker returns who speaks a block that begins with a name and a
// colon, as in a transcript; or -1.
func (r *casting) blockSpeaker(c *candidate) int32 {
	block := r.doc.Sentences[c.sent].Block
	for s := int(c.sent); s >= 0 && s > int(c.sent)-40; s-- {
		if s > 0 && r.doc.Sentences[s-1].Block == r.doc.Sentences[s].Block {
			continue
		}
		for i := r.g.ranges[s][0]; i < r.g.ranges[s][1]; i++ {
			d := &r.cands[i]
			if d.by == byName && d.first == 0 && d.ent >= 0 && int(d.last) < len(r.doc.Sentences[s].Tokens) &&
				r.doc.Sentences[s].Tokens[d.last].Form == ":" {
				if r.ents[r.find(d.ent)].kind == Person {
					return r.find(d.ent)
				}
			}
		}
		if r.doc.Sentences[s].Block != block && s < int(c.sent)-3 {
			break
		}
	}
	return -1
}
