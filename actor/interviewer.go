package actor

import (
	"readout/article"
	"readout/syntax"
)

// unmarked notes the blocks that ask without a question mark, in a text known
// for an interview: a sentence or two to "you" between two answers, the second
// longer than itself ("It must be hard to leave a place you love.").
func (r *casting) unmarked() {
	all := r.doc.Sentences
	before := false // the block before asks
	for s := 0; s < len(all); {
		block, end := all[s].Block, s
		for end < len(all) && all[end].Block == block {
			end++
		}
		next := end
		for next < len(all) && all[next].Block == all[end].Block {
			next++
		}
		asks := block >= 0 && block < len(r.asks) && r.asks[block]
		if !asks && !before && s > 0 && end-s <= 2 && next > end && r.addresses(s, end) && !r.asks[all[end].Block] &&
			r.doc.Article.Blocks[block].Kind == article.Paragraph && r.saysOne(end, next) && length(all[end:next]) > length(all[s:end]) {
			r.asks[block], asks = true, true
		}
		before, s = asks, end
	}
}

// addresses reports whether the sentences from s to end speak to "you", and of
// "I" only to say what "I" would know: "I wanted to know if you …".
func (r *casting) addresses(s, end int) bool {
	you, wonders := false, false
	for k := s; k < end; k++ {
		for i := r.g.ranges[k][0]; i < r.g.ranges[k][1]; i++ {
			c := &r.cands[i]
			if c.by != byPronoun || c.person != 2 || c.quote >= 0 {
				continue
			}
			you = true
			if c.first > 0 {
				switch lowered(r.doc.Sentences[k].Tokens[c.first-1].Form) {
				case "if", "whether", "what", "how", "why":
					wonders = true
				}
			}
		}
	}
	return you && (wonders || !r.saysOne(s, end))
}

// length counts the tokens of sentences.
func length(list []syntax.Sentence) int {
	n := 0
	for i := range list {
		n += len(list[i].Tokens)
	}
	return n
}

// interviewer returns the person whom an opening sentence names as having
// interviewed or sat down with entity e, or -1.
func (r *casting) interviewer(e int32) int32 {
	if e < 0 {
		return -1
	}
	for s := 0; s < min(len(r.doc.Sentences), 15); s++ {
		toks := r.doc.Sentences[s].Tokens
		for i := r.g.ranges[s][0]; i < r.g.ranges[s][1]; i++ {
			c := &r.cands[i]
			if c.by != byName || c.ent < 0 || c.quoted || c.clause < 0 || int(c.clause) >= len(toks) || r.find(c.ent) == r.find(e) {
				continue
			}
			if x := &r.ents[r.find(c.ent)]; x.kind != Person || x.plural {
				continue
			}
			switch v := &toks[c.clause]; {
			case r.k.class.talkWith[v.Lemma]:
				if c.rel == relSubject && v.XPos != "VBN" {
					return r.find(c.ent)
				}
			case v.Lemma == "sit":
				if c.rel == relOblique {
					return r.find(c.ent)
				}
			}
		}
	}
	return -1
}

// metByI reports whether the text tells in its own words of "I" who asks or
// tells person e something: who writes so tells of an interview, and does not
// answer in it.
func (r *casting) metByI(e int32) bool {
	for i := range r.cands {
		c := &r.cands[i]
		if c.by != byPronoun || c.person != 1 || c.plural || c.quote >= 0 || c.rel != relSubject || r.asked(c) {
			continue
		}
		for j := r.g.ranges[c.sent][0]; j < r.g.ranges[c.sent][1]; j++ {
			if d := &r.cands[j]; d.by == byName && d.ent >= 0 && d.rel == relObject && d.clause == c.clause && r.find(d.ent) == r.find(e) {
				return true
			}
		}
	}
	return false
}
