package statement

import (
	"slices"
	"sort"
	"strings"

	"readout/actor"
	"readout/article"
)

// name is a place where an entity is named, by a name or a noun or a pronoun.
type naming struct {
	entity  int
	mention *actor.Mention
}

// setSpeakers decides who speaks each statement, in text order.
func (r *reading) setSpeakers() {
	if r.cast == nil {
		for _, c := range r.found {
			c.entity = -1
		}
		return
	}
	r.named = make([][]naming, len(r.trees))
	for e := range r.cast.Entities {
		ms := r.cast.Entities[e].Mentions
		for i := range ms {
			if s := ms[i].Sentence; s >= 0 && s < len(r.named) {
				r.named[s] = append(r.named[s], naming{e, &ms[i]})
			}
		}
	}
	for _, list := range r.named {
		sort.SliceStable(list, func(i, j int) bool { return list[i].mention.Start < list[j].mention.Start })
	}
	known := map[string]int{} // who is only described
	for k, c := range r.found {
		c.entity = r.namedSpeaker(c)
		if c.frame == "answer" || c.frame == "pulled" {
			c.entity = r.cast.Interviewee
		}
		if c.source < 0 {
			continue
		}
		if c.entity < 0 {
			c.entity = r.maker(c)
		}
		t := &r.trees[c.sent]
		if e := r.doubled(c); e >= 0 {
			c.entity = e
			continue
		}
		if o := r.sharing(c, k); o != nil && t.Tokens[c.source].UPos == "PRON" {
			c.entity = o.entity
			continue
		}
		switch w := t.form(c.source); w {
		case "he", "she", "it", "they", "his", "her", "its", "their":
			if c.entity < 0 || r.namedIn(c.entity, c) {
				if e := r.likely(c, w); e >= 0 && (c.entity < 0 || !r.nameless(e)) {
					c.entity = e
				}
			}
			e := -1
			if len(c.quotes) > 0 {
				e = r.before(c, k, w)
			}
			if e < 0 {
				e = r.speaksOn(c, k, w)
			}
			if e >= 0 {
				c.entity = e
			}
			if w == "they" {
				if e = r.many(c, c.entity, known); e >= 0 {
					c.entity = e
				}
			}
		case "who":
			if c.entity < 0 && t.relative(c.source) {
				if c.entity = r.beyond(t, c); c.entity < 0 {
					c.entity = r.personBefore(c)
				}
			}
		}
		if e := r.anonymous(c, k, known); e >= 0 {
			c.entity = e
		}
		if c.entity < 0 && r.asked(c) {
			c.entity = r.cast.Interviewee
		}
		if c.entity < 0 && c.speaks() {
			if n := c.speaker; t.form(c.source) != "who" {
				c.entity = r.described(t, r.author(t, c.source), c.kind, known)
			} else if strings.HasSuffix(t.Tokens[n].XPos, "S") || r.somebody(t, n) {
				c.entity = r.described(t, n, c.kind, known) // "people who said"
			}
		}
	}
	for _, c := range r.found {
		if o := r.quoting(c); o != nil && o.entity >= 0 && (c.entity < 0 || r.trees[c.sent].form(c.source) == "i") {
			c.entity = o.entity
		}
	}
	for _, c := range r.found {
		if c.speaks() {
			r.together(&r.trees[c.sent], c, known)
		}
	}
	for _, c := range r.found {
		if o := c.after; o != nil {
			c.entity, c.others = o.entity, o.others
		}
	}
}

// sharing returns the statement before c, the k-th found, that has the same pronoun
// for its source ("she said, blaming the weather") and a speaker; nil without.
func (r *reading) sharing(c *candidate, k int) *candidate {
	for j := k - 1; j >= 0 && r.found[j].sent == c.sent; j-- {
		if o := r.found[j]; o.source == c.source && o.speaker == c.speaker && o.entity >= 0 {
			return o
		}
	}
	return nil
}

// namedSpeaker returns the entity that the cast has for the source, or -1.
func (r *reading) namedSpeaker(c *candidate) int {
	found := -1
	for _, n := range [...]int{c.speaker, c.source} {
		if e := r.speakers(c.sent, n); len(e) > 0 {
			found = e[0]
			break
		}
	}
	if found < 0 || r.cast.Entities[found].Kind == actor.Role || r.nameless(found) {
		if e := r.titled(c); e >= 0 {
			return e
		}
	}
	if found < 0 || r.cast.Entities[found].Kind == actor.Role || r.nameless(found) {
		if e := r.setBeside(c); e >= 0 {
			return e
		}
	}
	if found < 0 && c.source >= 0 && c.speaker == c.source {
		return r.nameAround(c.sent, c.source)
	}
	if e := r.headOf(c, found); e >= 0 {
		return e
	}
	return found
}

// setBeside returns the person whose name stands in commas right before the cue of
// c, behind what the source says of him, where the tree hangs it on a thing that
// stands between: "One delegate not on the slate, Jane Roe, said". -1 without.
func (r *reading) setBeside(c *candidate) int {
	t := &r.trees[c.sent]
	if c.source < 0 || c.cue <= c.source || c.source != c.speaker || t.Tokens[c.source].UPos != "NOUN" || r.kinds[t.lemma(c.source)] != "person" {
		return -1
	}
	for _, x := range r.named[c.sent] {
		m := x.mention
		if m.As != actor.AsName || r.cast.Entities[x.entity].Kind != actor.Person || m.Last-m.First < 2 || m.First <= c.source+1 || m.Last >= c.cue ||
			t.form(m.First-1) != "," || t.form(m.Last) != "," || t.Tokens[m.Last+1].Start < c.cueSpan.Start {
			continue
		}
		for k := c.source + 1; k < m.First-1; k++ {
			if t.verbal(k) || t.punct(k) {
				return -1
			}
		}
		if b := m.First - 2; t.Tokens[b].UPos != "NOUN" || r.somebody(t, b) || t.Tokens[m.Last+1].Start != c.cueSpan.Start {
			return -1 // "a friend of the mayor, Jane Roe, said" may be of either
		}
		c.sourceSpan.End = m.End
		return x.entity
	}
	return -1
}

// headOf returns the person whose name ends the source of c behind what he is in
// body e, which the tree takes for the speaker ("Students' Union president Jane
// Roe"); -1 without.
func (r *reading) headOf(c *candidate, e int) int {
	if e < 0 || c.source != c.speaker || !r.institution(e) {
		return -1
	}
	t := &r.trees[c.sent]
	for _, x := range r.named[c.sent] {
		m := x.mention
		if m.As != actor.AsName || m.End != c.sourceSpan.End || r.cast.Entities[x.entity].Kind != actor.Person || m.First < 1 {
			continue
		}
		if h := t.nameTop(m.Head); h > c.source && t.rel(h) == "nsubj" && t.head(h) == t.head(c.source) && t.head(h) >= m.Last && !t.commaBetween(c.source, m.Last) {
			return x.entity // two subjects in a row: "Harbour News anchor Jane Roe said"
		}
		k := m.Last - 2 // the title, before the name or read as part of it
		for k >= m.First && r.kinds[t.lemma(k)] != "person" {
			k--
		}
		if r.kinds[t.lemma(k)] != "person" || t.Tokens[k].Start <= c.sourceSpan.Start {
			continue
		}
		if !t.commaBetween(min(c.source, k), m.Last) && r.mentionedBy(c.sent, k-1, e) {
			return x.entity
		}
	}
	return -1
}

// nameTop returns the token by which the tree hangs the name that token n is of.
func (t *tree) nameTop(n int) int {
	for k := 0; k < maxClimb && n >= 0 && t.rel(n) == "flat"; k++ {
		n = t.head(n)
	}
	return n
}

// mentionedBy reports whether token n of sentence s lies in a mention of entity e.
func (r *reading) mentionedBy(s, n, e int) bool {
	return slices.ContainsFunc(r.named[s], func(x naming) bool { return x.entity == e && x.mention.First <= n && n < x.mention.Last })
}

// nameAround returns the person in whose name token n of sentence s stands,
// where the tree hangs the name by another of its words; -1 without.
func (r *reading) nameAround(s, n int) int {
	for _, x := range r.named[s] {
		if m := x.mention; m.As == actor.AsName && m.First <= n && n < m.Last && r.trees[s].Tokens[n].UPos == "PROPN" && r.cast.Entities[x.entity].Kind == actor.Person {
			return x.entity
		}
	}
	return -1
}

// doubled returns whom the noun names that pronoun source of c takes up right
// behind it: "My chief, Jane Roe, she says that"; -1 without.
func (r *reading) doubled(c *candidate) int {
	t := &r.trees[c.sent]
	v := t.head(c.source)
	if v < 0 || t.Tokens[c.source].UPos != "PRON" || t.rel(c.source) != "nsubj" || t.form(c.source-1) != "," {
		return -1
	}
	for _, k := range t.kids(v) {
		if n := int(k); n < c.source && t.rel(n) == "nsubj" && t.Tokens[n].UPos != "PRON" && int(t.last[n]) >= c.source-1 {
			d := candidate{sent: c.sent, source: n, speaker: n, sourceSpan: t.trim(int(t.first[n]), c.source)}
			if e := r.namedSpeaker(&d); e >= 0 && fits(&r.cast.Entities[e], t.form(c.source)) {
				return e
			}
		}
	}
	return -1
}

// nameless reports whether the entity is only ever described: "the leader".
func (r *reading) nameless(e int) bool {
	x := &r.cast.Entities[e]
	return x.Kind == actor.Person && x.Wikidata == "" && !slices.ContainsFunc(x.Mentions, func(m actor.Mention) bool { return m.As == actor.AsName || m.As == actor.AsAlias })
}

// titled returns the person whose name the source gives beside his title or
// office ("the team's coach, Jane Roe", "Professor John Doe"), where the head
// of the source is the title; -1 without.
func (r *reading) titled(c *candidate) int {
	if c.source < 0 || c.source != c.speaker {
		return -1
	}
	t := &r.trees[c.sent]
	if t.Tokens[c.source].UPos == "NOUN" && r.writing(t, c.source) {
		return -1
	}
	for _, n := range r.named[c.sent] {
		m := n.mention
		if m.As == actor.AsName && m.First <= c.source && c.source < m.Last && r.cast.Entities[n.entity].Kind == actor.Person && !r.nameless(n.entity) {
			return n.entity // "the harbour's director General Jane Roe", all of it read as a name
		}
		first := m.First
		if first <= c.source || first < len(t.Tokens) && t.Tokens[first].UPos == "DET" {
			first = m.Head // "council head Jane Roe", "(ambassador to) the Gambia Jane Roe" as one name
		}
		if m.As != actor.AsName || r.cast.Entities[n.entity].Kind != actor.Person || !c.sourceSpan.Contains(m.Span) || first <= c.source {
			continue
		}
		if h := m.Head; t.rel(h) == "compound" && t.head(h) >= m.Last && t.Tokens[t.head(h)].UPos == "NOUN" {
			continue // "a delegate on the Roe slate"
		}
		ok := true
		for k := c.source + 1; k < first; k++ {
			if t.verbal(k) || t.form(k) == "and" || t.form(k) == "," && k < first-1 {
				ok = false
			}
		}
		if ok && t.form(first-1) != "of" && t.form(first-1) != "for" && t.form(first-1) != "to" {
			return n.entity
		}
	}
	return -1
}

// namedIn reports whether the content of c calls entity e by name. Hardly
// anybody calls himself so, but he may tell what others say of him.
func (r *reading) namedIn(e int, c *candidate) bool {
	for _, s := range c.content {
		k := sort.Search(len(r.trees), func(k int) bool { return r.trees[k].End > s.Start })
		for ; k < len(r.trees) && r.trees[k].Start < s.End; k++ {
			for _, n := range r.named[k] {
				if n.entity == e && (n.mention.As == actor.AsName || n.mention.As == actor.AsAlias) && s.Contains(n.mention.Span) &&
					!r.othersSay(c, n.mention.Span) {
					return true
				}
			}
		}
	}
	return false
}

// othersSay reports whether the span lies in what somebody else says within the
// content of c: “They say Smith should go”.
func (r *reading) othersSay(c *candidate, s article.Span) bool {
	for _, o := range r.found {
		if o.within == c && o.source >= 0 && o.holds(s) && !r.firstPerson(o) {
			switch r.trees[o.sent].form(o.source) {
			case "he", "she":
			default:
				return true
			}
		}
	}
	return false
}

// likely returns whom pronoun w, the source of c, most likely stands for: the
// subject nearest before it whom the content does not name; -1 without.
func (r *reading) likely(c *candidate, w string) int {
	at := r.trees[c.sent].Tokens[c.source].Start
	thing, reach := w == "it" || w == "its", 4
	if thing {
		reach = 1 // "it" is somebody less often than something
	}
	for s := c.sent; s >= max(0, c.sent-reach); s-- {
		best, subject := -1, false
		for _, n := range r.named[s] {
			if n.mention.End > at || !fits(&r.cast.Entities[n.entity], w) || c.overlaps(n.mention.Span) || r.spokenOf(c, s, n.mention) || r.namedIn(n.entity, c) {
				continue
			}
			t := &r.trees[s]
			h := n.mention.Head
			subj := h >= 0 && h < len(t.Tokens) && t.rel(h) == "nsubj" && t.quote[h] < 0
			if thing && (!subj && s < c.sent || !r.institution(n.entity) || n.mention.As == actor.AsDemonym) {
				continue
			}
			if best < 0 || subj && !subject || subj == subject && !subj {
				best, subject = n.entity, subj
			}
		}
		if best >= 0 {
			return best
		}
	}
	return -1
}

// institution reports whether entity e is a body or a country.
func (r *reading) institution(e int) bool {
	switch r.cast.Entities[e].Kind {
	case actor.Organization, actor.Government, actor.Country:
		return true
	}
	return false
}

// spokenOf reports whether a mention in sentence s stands in a quotation in
// which the source of c does not: whom somebody only speaks of does not speak
// on.
func (r *reading) spokenOf(c *candidate, s int, m *actor.Mention) bool {
	t := &r.trees[s]
	if m.Head < 0 || m.Head >= len(t.Tokens) || t.quote[m.Head] < 0 {
		return false
	}
	return t.quote[m.Head] != r.trees[c.sent].quote[c.source] && r.spokenLength(int(t.quote[m.Head]))
}

// beyond returns whom the noun names that the antecedent of "who" only says where
// or of what kind it is, where nobody is meant by the antecedent itself ("forces
// on the ground who said"), or -1.
func (r *reading) beyond(t *tree, c *candidate) int {
	n := c.speaker
	if n < 0 || t.Tokens[n].UPos != "NOUN" || t.rel(n) != "nmod" || r.somebody(t, n) {
		return -1
	}
	h := t.head(n)
	if e := r.speakers(t.index, h); len(e) > 0 {
		c.speaker = h
		return e[0]
	}
	return -1
}

// personBefore returns the person named nearest before the source of c in its
// sentence, or -1: whom "who" means where the tree hangs its clause on
// something that cannot speak.
func (r *reading) personBefore(c *candidate) int {
	at := r.trees[c.sent].Tokens[c.source].Start
	found := -1
	for _, n := range r.named[c.sent] {
		if n.mention.End <= at && r.cast.Entities[n.entity].Kind == actor.Person {
			found = n.entity
		}
	}
	return found
}

// overlaps reports whether s shares words with the content of c.
func (c *candidate) overlaps(s article.Span) bool {
	for _, w := range c.content {
		if w.Overlaps(s) {
			return true
		}
	}
	return false
}

// fits reports whether pronoun w can stand for e.
func fits(e *actor.Entity, w string) bool {
	switch w {
	case "he", "his":
		return e.Kind == actor.Person && !e.Plural && (e.Gender == 'm' || e.Gender == 0)
	case "she", "her":
		return e.Kind == actor.Person && !e.Plural && (e.Gender == 'f' || e.Gender == 0)
	case "it", "its":
		return e.Kind != actor.Person && !e.Plural
	}
	return e.Plural || e.Kind == actor.Group || e.Kind == actor.Organization || e.Kind == actor.Government
}
