package event

import (
	"errors"
	"fmt"
)

// grammar is the classes of words by which the machinery itself works, apart
// from any pattern. They are in classes.grammar.txt.
type grammar struct {
	support        wordClass // verbs that carry a noun of action: carry out, hold
	enter          wordClass // verbs that bring one into it: go on strike, meet for talks
	portion        wordClass // group, number, series: what counts is behind "of"
	dwell          wordClass // verbs for what those do who live under something
	undergoer      wordClass // nouns for those to whom is done what is behind their "of": target, victim
	imputing       wordClass // nouns whose "that" says what somebody is said to have done: accusation
	outset         wordClass // nouns for how far a deed has come, which its doer does: the launch, the resumption of
	share          wordClass // nouns for the part that somebody has in a deed: role, hand
	ask            wordClass // verbs that turn to somebody: call on, appeal to
	subjectControl wordClass // verbs whose subject does what they tell, object or not: promise
	say            wordClass // verbs of speech
	announce       wordClass // verbs by which one makes known what one does
	intend         wordClass // will be done: plan, intend, aim
	wish           wordClass // may be done: want, hope
	attempt        wordClass // try
	fail           wordClass // was not done: fail, decline
	deny           wordClass // said not to be done: deny
	prevent        wordClass // did not come about: prevent, foil
	belief         wordClass // verbs of taking for true: believe, confirm
	evidence       wordClass // nouns of what shows that something is so: sign, proof
	rumour         wordClass // nouns of what is passed on and by nobody vouched for
	untrue         wordClass // adjectives of what is not so: false, unlikely
	real           wordClass // verbs that leave their complement as real as they are: begin, manage, decide
	bringing       wordClass // verbs that bring their object to do what an infinitive tells: lead, prompt
	irreal         wordClass // nouns and adjectives of what is not (yet) done: plan, threat, possible
	questioning    wordClass // words that open a question
	mandative      wordClass // verbs that ask for something or only say it: suggest
	stance         wordClass // verbs of a lasting stance: support, oppose
	standing       wordClass // verbs that tell what those do whom they describe: fight
	cuisine        wordClass // what is called after a land's cooking: restaurant
	perpetrator    wordClass // nouns for whoever carries out an attack: gunman
	modal          wordClass // obligation: must, should
	calamity       wordClass // what kills without meaning to: earthquake, crash
	namedCalamity  wordClass // what ends the name of a calamity: Fire
	boundFor       wordClass // verbs of going somewhere, by which goods are told apart: enter, fly
	command        wordClass // verbs of giving orders: direct, instruct
	attack         wordClass // nouns of attack
	weapon         wordClass // what is used to attack
	utterance      wordClass // nouns for words spoken or written: statement
	hostile        wordClass // verbs and nouns that answer a hostile act: retaliate
	person         wordClass // nouns for people, whom one counts: people, soldier
	resolve        wordClass // nouns whose infinitive comes about: decision, move
	ascribe        wordClass // participles by which an act is laid to somebody: blamed, attributed
	verbOnly       wordClass // verbs that are no nouns
	accident       wordClass // verbs of accident: crash, capsize
	explode        wordClass // blow up, detonate
	mishap         wordClass // accidentally, mistakenly
	sport          wordClass // words of sport
	contest        wordClass // verbs of conflict that in sport mean a contest: beat, defend
	dispute        wordClass // verbs and nouns of fighting that among politicians mean words: clash, battle
	rebuke         wordClass // of these, those that mean criticism: attack
	verbal         wordClass // words before a noun that make it one of words: verbal, personal
	speaking       wordClass // verbs that carry a noun of speech and only speak of an attack: address, raise
	answering      wordClass // verbs whose "to" tells what they answer: respond, react
	blast          wordClass // explosions that may be accidents
	works          wordClass // where they are: plant, refinery
	wreck          wordClass // verbs of a vehicle's accident: capsize
	bidding        wordClass // nouns by which one bids another do something: request, pressure
	commit         wordClass // verbs of which a deed is the object: commit, cause
	outsider       wordClass // who need not be of the land that holds them: foreigner, crew
	parry          wordClass // verbs of warding an attack off: intercept, repel
	double         wordClass // verbs of two objects, one of which the passive keeps: give, fine
	occur          wordClass // verbs by which an event is said to take place
	vehicle        wordClass // what accidents happen with: train, boat, roof
	vague          wordClass // nouns for states that name none: countries
	permit         wordClass // verbs that only permit what their complement tells
	belong         wordClass // participles that give a thing its land: flagged, owned, led
	bearer         wordClass // nouns that a noun of action before them only names: protest song, attack helicopter
	talks          wordClass // talks, negotiations, summits
	disaster       wordClass // calamities that call for help
	leadership     wordClass // what is asked of a protest's target: resignation, removal
	rights         wordClass // rights, and what violates them: equality, detention
	institutions   wordClass // democracy, independence, military rule
	policy         wordClass // laws, prices, cuts
	accusation     wordClass // accusation, allegation, claim
	dispatch       wordClass // verbs by which troops are sent: deploy
	ordeal         wordClass // what befalls those for whom one protests
	passage        wordClass // what people and goods pass by: border, visa
	sweep          wordClass // attacks of a state on rebels: operation, raid
	fray           wordClass // fights of two sides: clash, shootout
	strike         wordClass // verbs of blows: storm, stab
	setOff         wordClass // participles by which a weapon is set off: left, launched
	bareInfinitive wordClass // verbs whose object does what a bare infinitive tells: help, let
	holding        wordClass // verbs of having or winning land: hold, capture, fall
	joint          wordClass // nouns for doing something together: coordination
	togetherness   wordClass // adverbs before "with" by which one does something with others: together
	assistance     wordClass // nouns for what those give who take part with others
	charge         wordClass // participles that tell what somebody stands accused of
	cause          wordClass // nouns for what a protest is for: in support of
	tally          wordClass // nouns that count whatever is behind their "of": hundreds
	habit          wordClass // adverbs of what is done as a rule
	hearsay        wordClass // adverbs by which one passes on what others say
	goInto         wordClass // verbs of coming into a country
	intransitive   wordClass // verbs without a passive
	accord         wordClass // last words of the name of what was agreed: accord, process
	agreement      wordClass // what two sides sign
	deed           wordClass // what somebody may be blamed for
	favour         wordClass // what somebody may be thanked for: support, commitment
	everyone       wordClass // whoever an appeal to all of them goes to: side, country
	welfare        wordClass // what one fears for on another's behalf
	world          wordClass // all of them in a word
	sides          wordClass // those of them who are party to a quarrel
	decide         wordClass // verbs of making up one's mind
	summing        wordClass // nouns that sum up the clause before them: move, decision
	discuss        wordClass // verbs of speaking about what may be done
	voice          wordClass // verbs by which one tells another his mind: thank, reaffirm
	converse       wordClass // verbs of meeting and calling: meet, phone
	touch          wordClass // verbs of keeping up talks, which one alone may promise: stay in touch
	hostage        wordClass // who are held by no right
	regain         wordClass // verbs of taking back what was lost
	guard          wordClass // nouns and adjectives for who need fear nothing
	work           wordClass // books, films, studies
	retell         wordClass // what they do with what they are about
	arming         wordClass // what one lays up for a fight
	rearm          wordClass // and the verbs for it
	captive        wordClass // verbs by which rebels take and hold somebody
	chance         wordClass // auxiliaries of what may be: could
	outlook        wordClass // auxiliaries of what is thought to come: will, can
	plight         wordClass // verbs for how things stand with somebody
	loss           wordClass // what those behind their "of" suffer: death, abduction
	undergo        wordClass // verbs whose subject undergoes what their object tells: face, draw
	uttering       wordClass // participles by which words are spoken: voiced, levelled
	uttered        wordClass // nouns for words of praise, blame and request
	summary        wordClass // nouns that sum up what somebody does: decision, policy
	owning         wordClass // verbs whose subject owns the summary that is their object: have, adopt
	aiding         wordClass // help
	journey        wordClass // verbs of going somewhere: go, travel
	hands          wordClass // hands, at which one suffers
	inflicted      wordClass // nouns of what is done to their owner: arrest, expulsion
	placing        wordClass // verbs that bring their object under something: put
	confinement    wordClass // nouns of where one is held: custody
	agent          wordClass // nouns that act for their owner: troops, attack, official
}

func (f *Finder) readGrammar() error {
	var faults []error
	get := func(name string) wordClass {
		c, ok := f.classes[name]
		if !ok {
			faults = append(faults, fmt.Errorf("the class files lack %q, which package event needs", name))
		}
		return c
	}
	f.c = grammar{
		support: get("support-verb"), enter: get("enter"), portion: get("portion"), outset: get("outset"), imputing: get("imputing"), undergoer: get("undergoer"), dwell: get("dwell"), share: get("share"), ask: get("ask"),
		subjectControl: get("subject-control"), say: get("say"), announce: get("announce"), intend: get("intend"),
		wish: get("wish"), attempt: get("attempt"), fail: get("fail"), deny: get("deny"), prevent: get("prevent"),
		real: get("real"), belief: get("belief"), evidence: get("evidence"), rumour: get("rumour"), untrue: get("not-so"), bringing: get("bringing"), irreal: get("irreal"), modal: get("modal"), mandative: get("mandative"), questioning: get("questioning"), stance: get("stance"), standing: get("standing"), cuisine: get("cuisine"), perpetrator: get("perpetrator"), calamity: get("calamity"),
		attack: get("attack"), namedCalamity: get("named-calamity"), boundFor: get("bound-for"),
		command: get("command"), weapon: get("weapon"), hostile: get("hostile"), utterance: get("utterance"), person: get("person"),
		resolve: get("resolve"), double: get("double"), parry: get("parry"), accident: get("accident"), verbOnly: get("verb-only"), mishap: get("mishap"), explode: get("explode"),
		sport: get("sport"), contest: get("contest"), blast: get("blast"), works: get("works"), wreck: get("wreck"), bidding: get("bidding"), commit: get("commit"), outsider: get("outsider"),
		dispute: get("dispute"), rebuke: get("rebuke"), verbal: get("verbal"), speaking: get("speaking"), answering: get("answering"), ascribe: get("ascribe"), occur: get("occur"), agent: get("agent"),
		vehicle: get("vehicle"), belong: get("belong"), vague: get("vague"), permit: get("permit"),
		bearer: get("bearer"), journey: get("journey"), talks: get("talks"), disaster: get("disaster"), ordeal: get("ordeal"), passage: get("passage"), sweep: get("sweep"), fray: get("fray"), setOff: get("set-off"), strike: get("blow"), dispatch: get("dispatch"), accusation: get("accusation"),
		bareInfinitive: get("bare-infinitive"), holding: get("land-holding"), joint: get("joint"), togetherness: get("togetherness"),
		assistance: get("assistance"), charge: get("charge"), cause: get("cause"), tally: get("tally"), habit: get("habit"), hearsay: get("hearsay"), loss: get("loss"), discuss: get("discuss"), voice: get("voice"), touch: get("touch"), converse: get("converse"),
		work: get("work"), retell: get("retell"), arming: get("arming"), rearm: get("rearm"), plight: get("plight"), chance: get("chance"), outlook: get("outlook"), captive: get("captive"),
		summing: get("summing"), everyone: get("everyone"), deed: get("deed"), intransitive: get("intransitive"), agreement: get("agreement"), accord: get("accord-name"), favour: get("support"), goInto: get("go-into"), sides: get("sides"), world: get("world"), welfare: get("welfare"), decide: get("decide"),
		undergo: get("undergo"), placing: get("placing"), confinement: get("confinement"), summary: get("summary"), owning: get("owning"), uttering: get("uttering"), uttered: get("uttered"),
		inflicted: get("inflicted"),
		hands:     get("hands"), aiding: get("aiding"),
		hostage: get("hostage"), regain: get("regain"), guard: get("guard"),
		leadership: get("protest-leadership"), rights: get("protest-rights"), institutions: get("protest-institutions"), policy: get("protest-policy"),
	}
	return errors.Join(faults...)
}
