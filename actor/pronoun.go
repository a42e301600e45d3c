package actor

// A pronoun is what a personal pronoun says about whom it stands for.
type pronoun struct {
	person     byte
	gender     byte // 'm', 'f', 'n' or 0
	plural     bool
	possessive bool
	reflexive  bool
}

// pronounOf returns what the word (in lower case) is, if it is a personal,
// possessive or reflexive pronoun.
func pronounOf(w string) (pronoun, bool) {
	switch w {
	case "he", "him":
		return pronoun{person: 3, gender: 'm'}, true
	case "his":
		return pronoun{person: 3, gender: 'm', possessive: true}, true
	case "himself":
		return pronoun{person: 3, gender: 'm', reflexive: true}, true
	case "she":
		return pronoun{person: 3, gender: 'f'}, true
	case "her":
		return pronoun{person: 3, gender: 'f'}, true
	case "hers":
		return pronoun{person: 3, gender: 'f', possessive: true}, true
	case "herself":
		return pronoun{person: 3, gender: 'f', reflexive: true}, true
	case "it":
		return pronoun{person: 3, gender: 'n'}, true
	case "its":
		return pronoun{person: 3, gender: 'n', possessive: true}, true
	case "itself":
		return pronoun{person: 3, gender: 'n', reflexive: true}, true
	case "they", "them":
		return pronoun{person: 3, plural: true}, true
	case "their", "theirs":
		return pronoun{person: 3, plural: true, possessive: true}, true
	case "themselves":
		return pronoun{person: 3, plural: true, reflexive: true}, true
	case "i", "me":
		return pronoun{person: 1}, true
	case "my", "mine":
		return pronoun{person: 1, possessive: true}, true
	case "myself":
		return pronoun{person: 1, reflexive: true}, true
	case "you", "yourself":
		return pronoun{person: 2}, true
	case "your", "yours":
		return pronoun{person: 2, possessive: true}, true
	case "we", "us":
		return pronoun{person: 1, plural: true}, true
	case "our", "ours":
		return pronoun{person: 1, plural: true, possessive: true}, true
	case "ourselves":
		return pronoun{person: 1, plural: true, reflexive: true}, true
	}
	return pronoun{}, false
}

// pleonastic reports whether "it" at token i stands for nothing: an expletive,
// or the subject of words such as "is clear that" and "seems".
func (t *tree) pleonastic(k *knowledge, i int) bool {
	if t.rel(i) == "expl" {
		return true
	}
	if t.rel(i) != "nsubj" {
		return false
	}
	h := t.head(i)
	if h < 0 {
		return false
	}
	if t.with(h, "csubj") >= 0 {
		return true
	}
	if t.tok(h).UPos == "NOUN" && t.with(h, "cop") >= 0 {
		return true // what is a question or a problem is no actor
	}
	clause := t.with(h, "ccomp") >= 0 || t.with(h, "xcomp") >= 0 || t.with(h, "advcl") >= 0
	switch l := t.tok(h).Lemma; {
	case k.class.expletiveVerb[l]:
		return clause
	case l == "rain" || l == "snow":
		return true
	case k.class.expletivePredicate[l]:
		return t.with(h, "cop") >= 0
	}
	return t.with(h, "cop") >= 0 && t.tok(h).UPos == "ADJ" && clause
}

// latter stands, behind "the", for the one named last.
const latter = "latter"

// lastNamed returns the entity that "the latter" means: the party named last,
// at most a sentence before; or -1. What stands inside the phrase of another
// is passed over for the other.
func (r *casting) lastNamed(c *candidate) int32 {
	best := -1
	for n := len(r.recent) - 1; n >= 0; n-- {
		d := &r.cands[r.recent[n]]
		if c.sent-d.sent > 1 {
			break
		}
		if d.ent < 0 || d.by == byThing || d.by == byDemonym || d.by == byPronoun || r.ents[r.find(d.ent)].thing {
			continue
		}
		if best < 0 || d.sent == r.cands[best].sent && d.first <= r.cands[best].first && r.cands[best].last <= d.last {
			best = int(r.recent[n])
			continue
		}
		break
	}
	if best < 0 {
		return -1
	}
	return r.find(r.cands[best].ent)
}

// pronouns adds the personal pronouns, and "the latter", that stand for
// somebody.
func (g *gatherer) pronouns() {
	t := &g.t
	for i := range t.Tokens {
		tok := t.tok(i)
		if i > 0 && tok.Form == latter && t.rel(i) != "amod" && lowered(t.tok(i-1).Form) == "the" && g.headed[i] < 0 {
			g.add(candidate{by: byNominal, title: -1, role: -1, class: -1, first: int32(i - 1), last: int32(i + 1), head: int32(i),
				core: [2]int32{int32(i), int32(i + 1)}, def: theDef, key: latter})
			continue
		}
		if tok.UPos != "PRON" && tok.UPos != "DET" && tok.XPos != "PRP" && tok.XPos != "PRP$" {
			continue
		}
		w := lowered(tok.Form)
		p, ok := pronounOf(w)
		if !ok || w == "us" && allCapitals(tok.Form) || p.gender == 'n' && !p.possessive && t.pleonastic(g.k, i) {
			continue
		}
		c := candidate{by: byPronoun, title: -1, role: -1, class: -1, first: int32(i), last: int32(i + 1), head: int32(i),
			person: p.person, gender: p.gender, plural: p.plural, possessive: p.possessive, reflexive: p.reflexive, def: theDef}
		if w == "her" && (tok.XPos == "PRP$" || tok.Rel == "nmod:poss") {
			c.possessive = true
		}
		c.key = w
		c.early = g.early(i)
		g.add(c)
	}
}

// early reports whether pronoun i is the subject of a clause with a mark of its
// own at the head of the sentence, before the main one, or stands in one that
// leaves it to the main one who acts: "Asked whether he …", "Speaking after he …".
func (g *gatherer) early(i int) bool {
	t := &g.t
	if g.introduces(i) {
		return true
	}
	v := t.head(i)
	if v < 0 || t.rel(i) != "nsubj" || t.rel(v) != "advcl" || t.head(v) < v || int(t.left[v]) > 1 || t.with(v, "mark") < 0 && t.with(v, "advmod") < 0 {
		return false
	}
	if g.k.class.expletiveAside[t.tok(v).Lemma] {
		return false // "as it turned out"
	}
	return t.rel(t.head(v)) == "root"
}

// introduces reports whether pronoun i is the subject of a clause within a
// participle's that begins the sentence without a subject of its own, or the
// possessor of when or where such a participle is: "Speaking after her visit".
func (g *gatherer) introduces(i int) bool {
	t := &g.t
	v := t.head(i)
	if v < 0 {
		return false
	}
	owns := t.tok(i).Rel == "nmod:poss"
	if owns && (t.rel(v) != "obl" || !g.k.class.beside[t.caseOf(v)]) || !owns && t.rel(i) != "nsubj" {
		return false
	}
	for n := 0; v >= 0 && n < 4; v, n = t.head(v), n+1 {
		switch t.rel(v) {
		case "advcl":
			up := t.head(v)
			if up > v && t.rel(up) == "root" && t.left[v] <= 1 && n > 0 && t.with(v, "nsubj") < 0 && (t.tok(v).XPos == "VBG" || t.tok(v).XPos == "VBN" && !owns) {
				return t.with(up, "nsubj") > v
			}
		case "ccomp", "xcomp", "obl", "obj", "acl":
		default:
			return false
		}
	}
	return false
}
