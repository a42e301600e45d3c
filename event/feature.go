package event

import (
	"slices"

	"readout/actor"
	"readout/lexicon"
	"readout/place"
	"readout/syntax"
	"readout/timex"
)

// Features are what an event's confidence is worked out from, in tenths: 10 is
// yes. FeatureNames names them.
type Features []int

// FeatureNames are the names of features, in the order of Features, as the
// lexicon's confidence.txt has them.
func FeatureNames() []string { return slices.Clone(featureNames[:]) }

// A Sample is an event with what its confidence is worked out from.
type Sample struct {
	Event
	Features Features
}

// Samples returns the events of a document as Find does, parties at home
// housed, but each sentence's by itself and whatever their confidence, with
// their features: what the weights are learned from.
func (f *Finder) Samples(doc *syntax.Document, cast *actor.Cast, times []timex.Time, places []place.Place) []Sample {
	g := *f
	g.least = -1
	m := &matcher{f: &g, doc: doc, cast: cast, times: times, places: places}
	r := newReading(m)
	var features []Features
	r.sample = func(x *featureSet) { features = append(features, slices.Clone(x[:])) }
	r.document()
	m.house(r.events)
	out := make([]Sample, len(r.events))
	for i := range out {
		out[i] = Sample{r.events[i], features[i]}
	}
	return out
}

const (
	featBias = iota
	featPrior
	featSpecific
	featGeneral
	featNoActor
	featActorTrust
	featActorPlain
	featActorNowhere
	featActorPlace
	featActorFar
	featActorSupplied
	featAgentless
	featActors
	featNoRecipient
	featRecipientTrust
	featRecipientPlain
	featRecipientNowhere
	featRecipientPlace
	featRecipientFar
	featRecipients
	featDomestic
	featNoun
	featAdjective
	featPassive
	featTitle
	featTop
	featComplement
	featAdverbial
	featRelative
	featClauseOfNoun
	featJoined
	featNominal
	featDeep
	featShort
	featLong
	featFuture
	featHypothetical
	featNegation
	featHistorical
	featPurpose
	featConditional
	featAttempted
	featBackground
	featWithin
	featBySpeaker
	featCounted
	featDated
	featPlaced
	featMerged
	featAlone
	featCrowded
	featPresent
	featQuestion
	featForeign
	featUndone
	featManyLands
	featFirst
	featLater
	featReport
	featActorLeads
	featRecipientLeads
	featInterview
	featLands
	featActorPublic
	featRecipientPublic
	featActorNamed
	featDateline
	featBothPublic
	featHome
	featObject
	featLandsAgency
	featAgree
	featConsult
	featSupport
	featConcede
	featCooperate
	featAid
	featRetreat
	featRequest
	featAccuse
	featReject
	featThreaten
	featProtest
	featSanction
	featMobilize
	featCoerce
	featAssault
	featNoRecipientAgree // and so on, in the order of the types
	featureCount         = featNoRecipientAgree + featAssault - featAgree + 1
)

var featureNames = [featureCount]string{
	"bias", "rule's prior over 0.8", "words the pattern asks for", "pattern asks for one word", "no actor", "actor known through others",
	"actor that nothing is known of", "actor without country", "actor only a place", "actor far from the trigger", "actor from outside the clause", "clause without subject", "three actors or more", "no recipient",
	"recipient known through others", "recipient that nothing is known of", "recipient without country", "recipient only a place", "recipient far from the trigger", "three recipients or more",
	"one country on both sides", "told by a noun", "told by an adjective", "passive", "sentence without end", "heads the sentence",
	"in a complement clause", "in an adverbial clause", "in a relative clause", "in a clause of a noun", "joined to another word",
	"argument of another word", "depth in the tree", "sentence of ten words or less", "sentence of forty words or more",
	"future", "hypothetical", "negation", "historical", "clause of purpose", "under a condition", "only attempted", "told in passing",
	"within a speech act", "by the speaker of a quotation", "counted object", "dated", "placed", "told by several words",
	"alone in its sentence", "four or more in its sentence",
	"present tense", "question", "two countries", "deed not done", "three countries or more in the sentence",
	"in the first sentences", "past the tenth sentence", "text of ten sentences or more", "actor named at the head of the text",
	"recipient named at the head of the text", "interview", "countries in the text", "actor a state, its officials or an army", "recipient a state, its officials or an army", "actor a person named", "dateline", "both sides public", "home on a side", "object", "countries in an agency text",
	"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
	"SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
	"no recipient of AGREE", "no recipient of CONSULT", "no recipient of SUPPORT", "no recipient of CONCEDE", "no recipient of COOPERATE",
	"no recipient of AID", "no recipient of RETREAT", "no recipient of REQUEST", "no recipient of ACCUSE", "no recipient of REJECT",
	"no recipient of THREATEN", "no recipient of PROTEST", "no recipient of SANCTION", "no recipient of MOBILIZE", "no recipient of COERCE",
	"no recipient of ASSAULT",
}

type featureSet [featureCount]int

// features works out the features of a draft that became event e.
func (r *reading) features(d *draft, e *Event) (x featureSet) {
	on := func(f int, yes bool) {
		if yes {
			x[f] = 10
		}
	}
	m, t := r.m, &r.m.tree
	lack := func(trust float64) int { return int((1-trust)*10 + 0.5) }
	x[featBias] = 10
	x[featPrior] = int((d.p.rule.prior-0.8)*100+1000.5) - 1000
	x[featSpecific] = max(0, min(d.specificity, 12))
	on(featGeneral, d.specificity <= 1)
	on(featNoActor, len(e.Actors) == 0)
	if len(e.Actors) > 0 {
		x[featActorTrust] = lack(d.actorTrust)
		on(featActorPlain, m.plain(e.Actors))
		on(featActorNowhere, m.stateless(e.Actors))
		on(featActorPlace, m.onlyPlaces(e.Actors))
		on(featActorFar, d.actorToken >= 0 && far(d.actorToken, d.trigger))
	}
	on(featActorSupplied, d.loose)
	on(featAgentless, d.agentless)
	on(featActors, len(e.Actors) > 2)
	if len(e.Recipients) > 0 {
		x[featRecipientTrust] = lack(d.recipTrust)
		on(featRecipientPlain, m.plain(e.Recipients))
		on(featRecipientNowhere, m.stateless(e.Recipients))
		on(featRecipientPlace, m.onlyPlaces(e.Recipients))
		on(featRecipientFar, d.recipToken >= 0 && far(d.recipToken, d.trigger))
		on(featDomestic, len(e.Actors) > 0 && !m.foreign(e.Actors, e.Recipients))
	} else if !m.joint(e.Actors) {
		on(featNoRecipient, true)
	}
	on(featRecipients, len(e.Recipients) > 2)
	on(featNoun, d.p.kind == lexicon.NounPattern)
	on(featAdjective, d.p.kind == lexicon.AdjPattern)
	on(featPassive, t.isVerb(d.trigger) && m.passive(d.trigger))
	on(featTitle, t.tok(len(t.s.Tokens)-1).UPos != "PUNCT")
	switch k := t.tok(d.trigger); k.Base() {
	case "root", "parataxis":
		x[featTop] = 10
	case "ccomp", "xcomp", "csubj":
		x[featComplement] = 10
	case "advcl":
		x[featAdverbial] = 10
	case "acl":
		on(featRelative, k.Rel == "acl:relcl")
		on(featClauseOfNoun, k.Rel != "acl:relcl")
	case "conj":
		x[featJoined] = 10
	default:
		x[featNominal] = 10
	}
	x[featDeep] = min(int(t.depth[d.trigger]), 8)
	on(featShort, len(t.s.Tokens) <= 10)
	on(featLong, len(t.s.Tokens) >= 40)
	on(featFuture, slices.Contains(e.Aux, Future))
	on(featHypothetical, slices.Contains(e.Aux, Hypothetical))
	on(featNegation, slices.Contains(e.Aux, Negation))
	on(featHistorical, slices.Contains(e.Aux, Historical))
	on(featPurpose, d.purpose)
	on(featConditional, d.conditional)
	on(featAttempted, d.attempted)
	on(featBackground, d.background)
	on(featWithin, d.within >= 0)
	on(featBySpeaker, e.BySpeaker)
	on(featCounted, e.Object != nil && e.Object.Count > 0)
	on(featDated, e.Date != "")
	on(featPlaced, e.Place >= 0)
	on(featMerged, len(d.merged) > 0)
	on(featAlone, r.told == 1)
	on(featCrowded, r.told >= 4)
	on(featPresent, t.isVerb(d.trigger) && (t.tok(d.trigger).XPos == "VBZ" || t.tok(d.trigger).XPos == "VBP"))
	on(featQuestion, r.question)
	if len(e.Recipients) > 0 {
		on(featForeign, !m.stateless(e.Actors) && !m.stateless(e.Recipients) && m.foreign(e.Actors, e.Recipients))
	} else {
		on(featForeign, m.joint(e.Actors))
	}
	if x[featHypothetical] > 0 || x[featNegation] > 0 {
		on(featUndone, e.Type != "AGREE" && e.Type != "THREATEN" && e.Type != "REQUEST")
	}
	on(featManyLands, r.near > 2)
	on(featFirst, m.sentence < leadSentences)
	on(featLater, m.sentence > 10)
	on(featReport, r.report)
	on(featActorLeads, r.report && m.leads(e.Actors))
	on(featRecipientLeads, r.report && m.leads(e.Recipients))
	on(featInterview, m.cast.Interview)
	x[featLands] = r.lands
	public, publicTo := m.acting(e.Actors), m.acting(e.Recipients)
	on(featActorPublic, public)
	on(featRecipientPublic, publicTo)
	on(featActorNamed, slices.ContainsFunc(e.Actors, func(p int) bool { return namedPerson(&m.cast.Entities[p]) }))
	on(featBothPublic, public && publicTo)
	h := m.home()
	on(featHome, h != "" && (m.countryOf(e.Actors) == h || m.countryOf(e.Recipients) == h))
	on(featObject, e.Object != nil)
	if m.dateline() != "" {
		on(featDateline, true)
		x[featLandsAgency] = r.lands
	}
	if i := slices.Index(featureNames[featAgree:featNoRecipientAgree], e.Type); i >= 0 {
		x[featAgree+i] = 10
		x[featNoRecipientAgree+i] = x[featNoRecipient]
	}
	return x
}

// acting reports whether a state, a government or one of its officials, or an army
// or armed group is among the parties.
func (m *matcher) acting(parties []int) bool {
	return m.is(parties, "STATE") || m.is(parties, "GOV") || m.is(parties, "ARMED")
}

// far reports whether ten words or more lie from token a to b.
func far(a, b int) bool { return a-b >= 10 || b-a >= 10 }
