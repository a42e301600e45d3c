package statement

import (
	"errors"
	"strings"

	"readout/lexicon"
)

// nouns is what the lexicon tells of single nouns.
type nouns struct {
	classes map[string]string // class of a nominal: "writing", "caption"
	kinds   map[string]string // kind of a role or title: "person", "group", "organization"
	voices  map[string]bool   // offices and roles that strike with words, not arms
	things  map[string]bool   // buildings, goods and arms
	// Words that speak for their maker, and what he does with them.
	messages, publishing map[string]bool
	broadcasts           map[string]bool // where something is said: a show, an edition
	means                map[string]bool // what people do things with: it helps, but says and wants nothing
}

func readNouns(set *lexicon.Set) (nouns, error) {
	n := nouns{map[string]string{}, map[string]string{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	nominals, err := set.Nominals()
	roles, err2 := set.Roles()
	titles, err3 := set.Titles()
	classes, err4 := set.Classes()
	for _, x := range nominals {
		n.classes[x.Noun] = x.Class
	}
	for _, x := range roles {
		if strings.Contains(x.Noun, " ") {
			continue
		}
		n.kinds[x.Noun] = x.Kind
		for _, flag := range [...]string{"official", "leader", "speaker", "lawmaker", "judge", "envoy", "election", "media", "negotiator"} {
			if x.Is(flag) {
				n.voices[x.Noun] = true
			}
		}
	}
	for _, x := range titles {
		if !strings.Contains(x.Noun, " ") {
			n.kinds[x.Noun], n.voices[x.Noun] = "person", true
		}
	}
	wanted := map[string]map[string]bool{"building": n.things, "property": n.things, "arms": n.things, "message": n.messages, "publish": n.publishing, "means": n.means, "broadcast": n.broadcasts}
	for _, x := range classes {
		if into := wanted[x.Name]; into != nil {
			for _, w := range x.Words {
				into[w] = true
			}
		}
	}
	return n, errors.Join(err, err2, err3, err4)
}
