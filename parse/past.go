package parse

import (
	"fmt"
	"strings"

	"readout/lexicon"
)

// pasts returns, by each form of the present tense that headlines use, the past
// tense of the verbs that the knowledge files' patterns tell events by. Verbs
// whose past looks like their present are left out.
func (l *Lemmatiser) pasts(set *lexicon.Set) (map[string]string, error) {
	patterns, err := set.Patterns()
	if err != nil {
		return nil, fmt.Errorf("verbs of patterns: %w", err)
	}
	irregular := map[string]string{}
	for w := range l.edits["VBD"].words {
		lemma := l.Lemma(w, "VERB", "VBD")
		if known, ok := irregular[lemma]; !strings.Contains(w, "'") && (!ok || w < known) {
			irregular[lemma] = w
		}
	}
	out := map[string]string{}
	for _, r := range patterns.Rules {
		for _, p := range r.Patterns {
			if p.Kind != lexicon.VerbPattern {
				continue
			}
			for _, trigger := range p.Triggers {
				verb, _, _ := strings.Cut(trigger, "_")
				if _, done := out[verb]; done || strings.Contains(verb, "-") {
					continue
				}
				past := irregular[verb]
				if past == "" {
					past = regularPast(verb)
				}
				if past != verb && !strings.Contains(unchanged, " "+verb+" ") {
					out[verb], out[thirdPerson(verb)] = past, past
				}
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
