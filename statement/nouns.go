package statement

import (
	"errors"
	"strings"

	"readout/lexicon"
)

// A wordClass is a set of lemmas.
type wordClass map[string]bool

// nouns is what the lexicon tells of single words that are no cues.
type nouns struct {
	classes map[string]string // class of a nominal: "writing", "caption"
	kinds   map[string]string // kind of a role or title: "person", "group", "organization"
	voices  wordClass         // offices and roles that strike with words, not arms
	things  wordClass         // buildings, goods and arms

	reportedIn           wordClass // last words of names of works that "the report" takes up
	messages, publishing wordClass // words that speak for their maker, and what he does with them
	broadcasts           wordClass // where something is said: a show, an edition
	means                wordClass // what people do things with: it helps, but says and wants nothing
	when, media          wordClass // when something is said, and by what means
	lend, lendTo         wordClass // verbs that lend a noun their subject as its source, the noun their object or behind "to"
	keepSubject          wordClass // verbs whose subject does what their infinitive tells, object or not
	quoting              wordClass // verbs that give another's words
	seeming              wordClass // verbs whose "it" stands for nobody
	asserted             wordClass // nouns for what is said of somebody
	untrue, substance    wordClass // what rebuts them: "are false", "have no basis"
	backing, helped      wordClass // verbs of attitude, and what they do good to where they tell a deed
	granting, granted    wordClass // verbs of decision, and what they give where they tell a deed
	appointing           wordClass // verbs that give an office
	opining              wordClass // nouns of "in his view", which can mean nothing else
	unsaid               wordClass // what one asks for to speak, which says nothing: anonymity
	unspoken             wordClass // nouns that with "no" tell that nothing was said: "no comment"
	gloss                wordClass // verbs whose gerund behind somebody's words says what they mean: "referring to"
	enjoyed              wordClass // verbs whose quoted object may be a work's title
	salutations          wordClass // words that call those who are spoken to
	headlining           wordClass // nouns before a headline's colon for whose words it is: "Report: crime is down"
	acting               wordClass // nouns of speech that name those who act too: "the Roe campaign said"
	again                wordClass // nouns for one whose name is not told: "the man said"
	ascribing            wordClass // verbs that say whose words are: "a remark attributed to"
}

func readNouns(set *lexicon.Set) (nouns, error) {
	n := nouns{classes: map[string]string{}, kinds: map[string]string{}, voices: wordClass{}}
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
	faults := []error{err, err2, err3, err4}
	get := func(names ...string) wordClass {
		words, err := lexicon.ClassWords(classes, "statement", names...)
		faults = append(faults, err)
		return words
	}
	n.things, n.messages, n.publishing, n.broadcasts, n.means = get("building", "property", "arms"), get("message"), get("publish"), get("broadcast"), get("means")
	n.when, n.media, n.lend, n.keepSubject, n.quoting, n.seeming = get("said-when"), get("said-in"), get("lend"), get("subject-control", "use-to"), get("quoting"), get("seeming")
	n.asserted, n.untrue, n.substance = get("asserted"), get("untrue"), get("substance")
	n.backing, n.helped, n.granting, n.granted, n.appointing = get("help-or-stance"), get("helped"), get("grant-or-stance"), get("granted"), get("give-office")
	n.lendTo, n.reportedIn = get("lend-to"), get("reported-in")
	n.unsaid, n.opining = get("unsaid"), get("opining")
	n.unspoken, n.gloss = get("unspoken"), get("gloss")
	n.enjoyed, n.salutations = get("enjoy-work"), get("salutation")
	n.again = get("unnamed-again")
	n.acting, n.ascribing, n.headlining = get("acting"), get("ascribing"), get("headline-source")
	return n, errors.Join(faults...)
}
