// Package inflect forms the inflected words of English verbs.
package inflect

import "strings"

// unchanged are the verbs whose past is their present.
const unchanged = " beat beset bet bid broadcast burst bust cast cost cut forecast hit hurt knit let offset put quit read reset rid set shed shut slit split spread sublet thrust upset wed "

// strong are the irregular verbs whose past differs from their present, with it.
const strong = "arise arose; awake awoke; bear bore; become became; befall befell; begin began; bend bent; bind bound; bite bit; bleed bled; blow blew; " +
	"break broke; breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose; cling clung; come came; creep crept; deal dealt; " +
	"dig dug; draw drew; drink drank; drive drove; eat ate; fall fell; feed fed; feel felt; fight fought; find found; flee fled; fling flung; fly flew; " +
	"forbid forbade; foresee foresaw; forget forgot; forgive forgave; forgo forwent; forsake forsook; freeze froze; get got; give gave; go went; grind ground; grow grew; " +
	"hang hung; hear heard; hide hid; hold held; keep kept; kneel knelt; know knew; lay laid; lead led; leave left; lend lent; light lit; lose lost; make made; " +
	"mean meant; meet met; mislead misled; outdo outdid; overcome overcame; overrun overran; oversee oversaw; overtake overtook; overthrow overthrew; pay paid; " +
	"rebuild rebuilt; repay repaid; retake retook; ride rode; ring rang; rise rose; run ran; say said; see saw; seek sought; sell sold; send sent; shake shook; " +
	"shine shone; shoot shot; shrink shrank; sing sang; sink sank; sit sat; slay slew; sleep slept; slide slid; sling slung; speak spoke; speed sped; " +
	"spend spent; spin spun; spit spat; spring sprang; stand stood; steal stole; stick stuck; sting stung; stride strode; strike struck; strive strove; " +
	"swear swore; sweep swept; swim swam; swing swung; take took; teach taught; tear tore; tell told; think thought; throw threw; tread trod; undergo underwent; " +
	"understand understood; undertake undertook; undo undid; uphold upheld; wake woke; wear wore; weep wept; win won; wind wound; withdraw withdrew; " +
	"withhold withheld; withstand withstood; write wrote; rewrite rewrote; rethink rethought; override overrode; retell retold; resell resold; remake remade; redo redid; undersell undersold; foretell foretold; overhear overheard; oversleep overslept; misunderstand misunderstood; misspeak misspoke"

// doubling are verbs of several syllables, and of none before their vowel, whose
// last letter is doubled.
const doubling = " abet abhor abut acquit admit airdrop annul befit bus commit compel concur confer control debar debug defer deter dispel disbar embed enrol entrap equip excel " +
	"expel extol format fulfil gas handicap hobnob impel incur infer inter intermit kidnap leapfrog nonplus occur omit outfit outwit patrol permit prefer program propel quip quiz rebel rebut recap " +
	"recur refer regret remit repel sandbag submit teargas transfer transmit unplug unwrap up wiretap worship zigzag "

// verbsOfTheirOwn are the irregular pasts that are dictionary forms, too.
const verbsOfTheirOwn = "bore bound fell felt found ground lay rent saw wound"

// A Past forms the past tense of verbs. It is immutable.
type Past struct{ irregular map[string]string }

// NewPast returns a Past of the irregular verbs of English.
func NewPast() Past {
	p := Past{map[string]string{}}
	for pair := range strings.SplitSeq(strong, "; ") {
		verb, past, _ := strings.Cut(pair, " ")
		p.irregular[verb] = past
	}
	for verb := range strings.FieldsSeq(unchanged) {
		p.irregular[verb] = verb
	}
	return p
}

// Irregular returns the dictionary form of each irregular past that is no
// dictionary form of another verb, as "found" is.
func Irregular() map[string]string {
	out := map[string]string{}
	for pair := range strings.SplitSeq(strong, "; ") {
		verb, past, _ := strings.Cut(pair, " ")
		out[past] = verb
	}
	for past := range strings.FieldsSeq(verbsOfTheirOwn) {
		delete(out, past)
	}
	return out
}

// Of returns the past tense of a verb in its dictionary form, which is the verb
// itself where past and present look alike.
func (p Past) Of(verb string) string {
	if past, ok := p.irregular[verb]; ok {
		return past
	}
	return regularPast(verb)
}

// regularPast forms the past tense of a regular verb: "sign" – "signed",
// "deny" – "denied", "ban" – "banned".
func regularPast(verb string) string {
	n := len(verb)
	switch {
	case n < 2:
		return verb + "ed"
	case verb[n-1] == 'e':
		return verb + "d"
	case strings.Contains(doubling, " "+verb+" "):
		return verb + verb[n-1:] + "ed"
	case verb[n-1] == 'c':
		return verb + "ked" // trafficked
	case verb[n-1] == 'y' && !vowel(verb[n-2]):
		return verb[:n-1] + "ied"
	case n > 2 && !vowel(verb[n-1]) && strings.IndexByte("wxy", verb[n-1]) < 0 && vowel(verb[n-2]) && !vowel(verb[n-3]) && strings.IndexFunc(verb[:n-2], func(r rune) bool { return r < 128 && vowel(byte(r)) }) < 0:
		return verb + verb[n-1:] + "ed"
	}
	return verb + "ed"
}

// ThirdPerson gives the third person singular of a verb in the present: "sign" –
// "signs", "deny" – "denies", "have" – "has".
func ThirdPerson(verb string) string {
	if verb == "have" {
		return "has"
	}
	if verb == "quiz" || strings.HasSuffix(verb, "gas") {
		return verb + verb[len(verb)-1:] + "es"
	}
	for _, end := range [...]string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(verb, end) {
			return verb + "es"
		}
	}
	if stem, ok := strings.CutSuffix(verb, "y"); ok && stem != "" && !vowel(stem[len(stem)-1]) {
		return stem + "ies"
	}
	return verb + "s"
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
