package parse

import (
	"fmt"
	"strings"

	"readout/lexicon"
)

// headlineVerbs is the class of verbs that headlines use beside those of the
// patterns.
const headlineVerbs = "headline-verb"

// pasts returns, by each form of the present tense that headlines use, the past
// tense of the verbs that the knowledge files' patterns tell events by and of
// those of the class headlineVerbs. Verbs whose past looks like their present
// are left out.
func pasts(set *lexicon.Set) (map[string]string, error) {
	patterns, err := set.Patterns()
	if err != nil {
		return nil, fmt.Errorf("verbs of patterns: %w", err)
	}
	classes, err := set.Classes()
	if err != nil {
		return nil, fmt.Errorf("verbs of headlines: %w", err)
	}
	irregular := map[string]string{}
	for pair := range strings.SplitSeq(strong, "; ") {
		verb, past, _ := strings.Cut(pair, " ")
		irregular[verb] = past
	}
	out := map[string]string{}
	add := func(verb string) {
		if strings.ContainsAny(verb, "- ") || strings.Contains(unchanged, " "+verb+" ") {
			return
		}
		past := irregular[verb]
		if past == "" {
			past = regularPast(verb)
		}
		if past != verb {
			out[verb], out[thirdPerson(verb)] = past, past
		}
	}
	for _, r := range patterns.Rules {
		for _, p := range r.Patterns {
			if p.Kind != lexicon.VerbPattern {
				continue
			}
			for _, trigger := range p.Triggers {
				verb, _, _ := strings.Cut(trigger, "_")
				add(verb)
			}
		}
	}
	for _, c := range classes {
		if c.Name == headlineVerbs {
			for _, verb := range c.Words {
				add(verb)
			}
		}
	}
	for _, aux := range [...]string{"be", "have", "do"} {
		delete(out, aux)
	}
	return out, nil
}

// unchanged are the verbs whose past is their present.
const unchanged = " beat beset bet bid broadcast burst bust cast cost cut forecast hit hurt knit let offset put quit read reset rid set shed shut slit split spread sublet thrust upset wed "

// strong are the irregular verbs whose past differs from their present, with it.
const strong = "arise arose; awake awoke; bear bore; become became; befall befell; begin began; bend bent; bind bound; bite bit; bleed bled; blow blew; " +
	"break broke; breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose; cling clung; come came; creep crept; deal dealt; " +
	"dig dug; draw drew; drink drank; drive drove; eat ate; fall fell; feed fed; feel felt; fight fought; find found; flee fled; fling flung; fly flew; " +
	"forbid forbade; foresee foresaw; forget forgot; forgive forgave; forgo forwent; freeze froze; get got; give gave; go went; grind ground; grow grew; " +
	"hang hung; hear heard; hide hid; hold held; keep kept; kneel knelt; know knew; lay laid; lead led; leave left; lend lent; light lit; lose lost; make made; " +
	"mean meant; meet met; mislead misled; outdo outdid; overcome overcame; overrun overran; oversee oversaw; overtake overtook; overthrow overthrew; pay paid; " +
	"rebuild rebuilt; repay repaid; retake retook; ride rode; ring rang; rise rose; run ran; say said; see saw; seek sought; sell sold; send sent; shake shook; " +
	"shine shone; shoot shot; shrink shrank; sing sang; sink sank; sit sat; slay slew; sleep slept; slide slid; sling slung; speak spoke; speed sped; " +
	"spend spent; spin spun; spit spat; spring sprang; stand stood; steal stole; stick stuck; sting stung; stride strode; strike struck; strive strove; " +
	"swear swore; sweep swept; swim swam; swing swung; take took; teach taught; tear tore; tell told; think thought; throw threw; tread trod; undergo underwent; " +
	"understand understood; undertake undertook; undo undid; uphold upheld; wake woke; wear wore; weep wept; win won; wind wound; withdraw withdrew; " +
	"withhold withheld; withstand withstood; write wrote"

// regularPast forms the past tense of a regular verb: "sign" – "signed",
// "deny" – "denied", "ban" – "banned".
func regularPast(verb string) string {
	n := len(verb)
	switch {
	case n < 2:
		return verb + "ed"
	case verb[n-1] == 'e':
		return verb + "d"
	case verb[n-1] == 'y' && !vowel(verb[n-2]):
		return verb[:n-1] + "ied"
	case n > 2 && !vowel(verb[n-1]) && strings.IndexByte("wxy", verb[n-1]) < 0 && vowel(verb[n-2]) && !vowel(verb[n-3]) && strings.IndexFunc(verb[:n-2], func(r rune) bool { return r < 128 && vowel(byte(r)) }) < 0:
		return verb + verb[n-1:] + "ed"
	}
	return verb + "ed"
}

// thirdPerson gives the third person of a verb in the present.
func thirdPerson(verb string) string {
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
