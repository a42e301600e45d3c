package actor

import "slices"

// reach bounds how far back a pronoun looks: sentences and candidates.
const (
	reachSentences  = 4
	reachCandidates = 120
)

// scored is a possible antecedent.
type scored struct {
	ent   int32
	score int
}

// weights are what speaks for an antecedent. They follow Lappin and Leass
// (1994) in kind; the numbers were found by search on the training part of
// GUM.
type weights struct {
	near                                                       [reachSentences + 1]int // by sentences between
	subject, passive, object, owner, root, oblique, nominal    int
	apposition, compound                                       int
	parallelSubject, parallelObject, speech                    int
	name, pronoun, demonym, thing, common                      int
	otherQuote, often, oftenMost, ownClause, again             int
	gender, plural, pluralThing, pair, pairBonus               int
	theyBody, theyCountry                                      int
	itThing, itSpeech, itIdle, itCountry, itBody, itPlace, its int
	itGroup, itActs, itsThing, ofActor, pairSpeech, ownSubject int
	partner, ownState, teller                                  int
	aside, ruler, rulerOwn, indefinite, speaker, stranger      int
	introduced                                                 int
	floor, floorIt                                             int
}

var salience = weights{
	near:    [reachSentences + 1]int{105, 50, 35, 20, 10},
	subject: 15, passive: 18, object: 18, owner: 16, root: 24, oblique: 6, nominal: 2,
	apposition: 6, compound: -4,
	parallelSubject: 8, parallelObject: 8, speech: 30,
	name: -8, pronoun: 20, demonym: -45, thing: 14, common: 0,
	otherQuote: -12, often: 3, oftenMost: 5, ownClause: -5, again: 2,
	gender: 14, plural: 10, pluralThing: -13, pair: 10, pairBonus: 12,
	theyBody: -23, theyCountry: -40,
	itThing: 28, itSpeech: 25, itIdle: -38, itCountry: 4, itBody: -8, itPlace: -18, its: -5, itGroup: -6, itActs: 0, itsThing: 20, ofActor: 20, pairSpeech: 25, ownSubject: 40,
	partner: 45, ownState: -45, teller: 50,
	aside: -30, ruler: 10, rulerOwn: 60, indefinite: -10, speaker: -35, stranger: -15, introduced: 40,
	floor: 20, floorIt: 40,
}

// pronoun finds the entity, or entities, of a third-person pronoun: of those
// mentioned before, within reach, the most salient that agrees.
func (r *casting) pronoun(i int32, p *candidate) {
	best := r.mostSalient(p, false)
	if best.ent < 0 && !p.plural && p.gender != 'n' {
		best = r.mostSalient(p, true)
	}
	if best.ent < 0 || p.early {
		if e := r.ahead(i, p); e >= 0 {
			best.ent = e
		}
	}
	if best.ent < 0 || r.unnamed(best.ent) {
		if e := r.ownWord(p); e >= 0 {
			best.ent = e
		}
	}
	if best.ent < 0 {
		return
	}
	if r.ents[best.ent].set != nil {
		r.joinSet(i, best.ent)
		return
	}
	if r.ents[best.ent].thing {
		p.ent = best.ent
		return
	}
	r.join(i, best.ent)
}

// unnamed reports whether an entity is somebody of whom the text tells neither
// name nor sex: "an intruder".
func (r *casting) unnamed(e int32) bool {
	x := &r.ents[e]
	return x.kind == Person && x.named < 0 && x.gender == 0 && !x.plural
}

// ownWord returns the person by whose name what pronoun p says begins, where
// nobody better is about: "Ms. Roe was shocked by it, she said". -1 without.
func (r *casting) ownWord(p *candidate) int32 {
	if !p.speech || p.plural || p.gender == 'n' || p.content[1] <= p.content[0] || p.content[0] > p.first {
		return -1
	}
	for j := r.g.ranges[p.sent][0]; j < r.g.ranges[p.sent][1]; j++ {
		d := &r.cands[j]
		if d.by != byName || d.ent < 0 || d.quoted || d.first >= p.first || d.rel != relSubject && d.rel != relPassive || d.aside {
			continue
		}
		e := r.find(d.ent)
		if _, ok := r.agrees(p, &r.ents[e]); ok {
			return e
		}
		return -1
	}
	return -1
}

// between returns how many sentences lie from candidate d to pronoun p: with
// told, where d is a subject and both stand outside quotation marks, of those
// alone that the writer tells in his own words.
func (r *casting) between(d, p *candidate, told bool) int {
	if !told || p.quoted || d.quoted || d.rel != relSubject && d.rel != relPassive {
		return int(p.sent - d.sent)
	}
	return int(r.told[p.sent] - r.told[d.sent])
}

// quoting returns who says the "I" that candidate d is in a quotation, for a
// pronoun p outside; -1 where that is not known.
func (r *casting) quoting(d, p *candidate) int32 {
	if p.quoted || d.quote < 0 || d.person != 1 || d.plural {
		return -1
	}
	if s := r.g.quotes[d.quote].speaker; s >= 0 && r.cands[s].ent >= 0 && r.cands[s].sent <= p.sent {
		return r.find(r.cands[s].ent)
	}
	return -1
}

// mostSalient returns the most salient of the entities that agree with pronoun p
// and are mentioned before it, within reach: of sentences, or with told of those
// that the writer tells in his own words. Its entity is -1 where none is.
func (r *casting) mostSalient(p *candidate, told bool) scored {
	w := r.w
	r.scores = r.scores[:0]
	r.barred, r.acting = r.barred[:0], -1
	seen := 0
	partner, land := r.partner(p), r.toldTo(p)
	anew := false // somebody is brought in by name behind what is quoted
	for n := len(r.recent) - 1; n >= 0 && seen < reachCandidates; n-- {
		seen++
		d := &r.cands[r.recent[n]]
		far := r.between(d, p, told)
		if far > reachSentences {
			continue
		}
		if d.by == byPronoun && d.person < 3 {
			// who says "we" does not say "they" of himself, but of whom he
			// speaks the writer does
			if e := r.quoting(d, p); e >= 0 {
				bonus := 0
				if anew {
					bonus = w.speaker
				}
				r.weighAntecedent(p, d, e, far, bonus)
			}
			continue
		}
		if d.by == byName && d.rel == relSubject && !d.quoted && d.ent >= 0 && !anew {
			_, anew = r.agrees(p, &r.ents[r.find(d.ent)])
		}
		if d.ent >= 0 {
			bonus := 0
			if e := r.find(d.ent); e == partner {
				bonus = w.partner
			} else if land != "" && r.ents[e].kind == Person && r.ents[e].country == land && slices.Contains(r.ents[e].sectors, "GOV") {
				bonus = w.ownState
			} else if d.sent == p.sent && d.head == p.teller {
				bonus = w.teller
			}
			r.weighAntecedent(p, d, r.find(d.ent), far, bonus)
		}
		if p.plural && len(d.ents) > 1 && d.set < 0 {
			x := blank(Group)
			x.plural, x.set = true, d.ents
			d.set = r.make(x)
		}
		if p.plural && d.set >= 0 {
			bonus := w.pairBonus
			if p.speech {
				bonus += w.pairSpeech
			}
			r.weighAntecedent(p, d, d.set, far, bonus)
		}
	}
	if p.plural && r.conferees >= 0 && p.rel == relSubject {
		r.scores = append(r.scores, scored{r.conferees, w.near[0] + w.pair + w.pairBonus + w.pairSpeech + w.parallelSubject})
	}
	best := scored{-1, w.floor}
	if p.gender == 'n' {
		best.score = w.floorIt
	}
	for _, s := range r.scores {
		if s.score > best.score && !r.bars(s.ent) {
			best = s
		}
	}
	return best
}

// joinSet makes candidate i a mention of all members of a set.
func (r *casting) joinSet(i, set int32) {
	c := &r.cands[i]
	for _, e := range r.ents[set].set {
		e = r.find(e)
		c.ents = append(c.ents, e)
		r.ents[e].cands = append(r.ents[e].cands, i)
		r.ents[e].last = max(r.ents[e].last, c.sent)
	}
	c.set = set
}

// weighAntecedent scores entity e, mentioned by d, as the antecedent of p, and
// keeps the entity's best score.
func (r *casting) weighAntecedent(p, d *candidate, e int32, far, bonus int) {
	w := r.w
	x := &r.ents[e]
	score, ok := r.agrees(p, x)
	if !ok {
		if p.plural && x.kind == Person && p.rel == relObject && d.sent == p.sent && d.clause == p.clause && d.rel == relSubject {
			r.acting = e
		}
		return
	}
	if !r.permits(p, d, e) {
		if !x.thing && d.acting(p) && len(r.barred) < 16 ||
			!x.thing && d.sent == p.sent && d.clause == p.clause && (d.rel == relSubject || d.rel == relPassive || d.rel == relObject) && len(r.barred) < 16 ||
			d.sent == p.sent && d.by == byPronoun && d.plural != p.plural && len(r.barred) < 16 ||
			!x.thing && d.sent == p.sent && p.content[0] <= d.first && d.last <= p.content[1] && len(r.barred) < 16 {
			r.barred = append(r.barred, e)
		}
		return
	}
	if p.plural && r.ofMembers(d) && x.kind == Organization {
		score += w.plural - w.theyBody
	}
	score += bonus + w.near[far]
	switch d.rel {
	case relSubject:
		score += w.subject
		if p.rel == relSubject {
			score += w.parallelSubject
		}
		if d.speech && p.speech {
			score += w.speech / (1 + 2*(far/2)) // who spoke just now speaks on
		}
	case relPassive:
		score += w.passive
	case relObject:
		score += w.object
		if p.rel == relObject {
			score += w.parallelObject
		}
	case relOwner:
		score += w.owner
	case relRoot:
		score += w.root
	case relOblique:
		score += w.oblique
	case relNominal:
		score += w.nominal
	case relApposition:
		score += w.apposition
	case relCompound:
		score += w.compound
	}
	switch d.by {
	case byName:
		score += w.name
	case byPronoun:
		score += w.pronoun
	case byDemonym:
		score += w.demonym
	case byThing:
		score += w.thing
	case byNominal:
		score += w.common
	}
	if d.quoted != p.quoted {
		score += w.otherQuote
	}
	if d.aside {
		score += w.aside
	}
	if far <= 1 && p.rel == relSubject && r.introduces(d, x) {
		score += w.introduced
	}
	if far > 2 && x.kind == Person && x.named < 0 {
		score += w.stranger
	}
	if p.ruler >= 0 && d.sent == p.sent && d.head == p.ruler {
		switch {
		case p.possessive && (x.plural || x.set != nil || !p.plural && x.named >= 0):
			score += w.rulerOwn
		case !p.possessive && p.plural:
			score += w.ruler
		}
	}
	if d.by == byNominal && (d.def == aDef || d.def == someDef || d.def == bare && d.owner < 0) && d.rel != relSubject && d.rel != relPassive && x.named < 0 && !p.plural {
		score += w.indefinite
	}
	if !x.thing {
		score += w.often * min(len(x.cands), w.oftenMost)
	}
	if p.reflexive && d.clause == p.clause {
		score += w.ownSubject
	}
	if far == 0 && p.possessive && d.clause == p.clause && (d.rel == relSubject || d.rel == relPassive) {
		score += w.ownClause
	}
	for k := range r.scores {
		if s := &r.scores[k]; s.ent == e {
			s.score = max(s.score, score)
			if !x.thing {
				s.score += w.again
			}
			return
		}
	}
	r.scores = append(r.scores, scored{e, score})
}

// introduces reports whether candidate d brings in person x by his full name, as
// the subject of a sentence of the writer's.
func (r *casting) introduces(d *candidate, x *ent) bool {
	return d.by == byName && d.rel == relSubject && !d.quoted && !d.aside && d.core[1]-d.core[0] > 1 && x.kind == Person && len(x.cands) > 0 && d == &r.cands[x.cands[0]] &&
		d.clause >= 0 && r.doc.Sentences[d.sent].Tokens[d.clause].Rel == "root"
}

// ofMembers reports whether a body's name is one word in the plural, which so
// speaks of its members: "Republicans", "the Tories".
func (r *casting) ofMembers(c *candidate) bool {
	return c.by == byName && c.core[1]-c.core[0] == 1 && r.doc.Sentences[c.sent].Tokens[c.core[0]].XPos == "NNPS"
}

// agrees reports whether a pronoun agrees with an entity in number, gender and
// life, and what the agreement is worth.
func (r *casting) agrees(p *candidate, x *ent) (int, bool) {
	w := r.w
	switch {
	case p.plural:
		switch {
		case x.set != nil:
			// "in Hesse and Saxony": places do nothing
			return w.pair, !(p.acts || p.speech) || r.ents[r.find(x.set[0])].kind != Place
		case x.plural:
			if x.thing {
				return w.pluralThing, !p.ofActor
			}
			return w.plural, true
		case x.thing:
			return 0, false
		case x.kind == Organization || x.kind == Government || x.kind == Group:
			return w.theyBody, true
		case x.kind == Country:
			return w.theyCountry, true
		}
		return 0, false
	case p.gender == 'n':
		if x.set != nil || x.plural {
			return 0, false
		}
		if x.thing {
			if p.possessive {
				return w.itsThing, !p.ofActor
			}
			return w.itThing, !p.minded
		}
		doer := w.itActs
		switch {
		case p.possessive && p.ofActor:
			doer = w.ofActor
		case p.possessive:
			doer = w.its
		case p.speech, p.minded:
			doer = w.itSpeech
		case p.rel != relSubject || !p.acts:
			doer = w.itIdle
		}
		switch x.kind {
		case Country:
			return doer + w.itCountry, true
		case Organization, Government:
			return doer + w.itBody, true
		case Place:
			return doer + w.itPlace, true
		case Group:
			return doer + w.itGroup, true
		}
		return 0, false
	}
	if x.thing || x.plural || x.set != nil || x.kind != Person && x.kind != Role {
		return 0, false
	}
	if x.gender != 0 && x.gender != p.gender {
		return 0, false
	}
	if x.gender == p.gender {
		return w.gender, true
	}
	return 0, true
}

// ahead looks for the antecedent behind a pronoun that comes before it, as in
// "After he took office, Biden …": the subject of a clause later in the
// sentence.
func (r *casting) ahead(i int32, p *candidate) int32 {
	if p.rel == relObject || p.rel == relOblique {
		return -1
	}
	for j := i + 1; j < int32(len(r.cands)) && r.cands[j].sent == p.sent; j++ {
		d := &r.cands[j]
		if d.by != byName || d.ent < 0 || d.rel != relSubject || d.clause == p.clause || p.early && r.doc.Sentences[d.sent].Tokens[d.clause].Rel != "root" {
			continue
		}
		e := r.find(d.ent)
		if _, ok := r.agrees(p, &r.ents[e]); ok && !p.plural && r.permits(p, d, e) {
			return e
		}
	}
	return -1
}
