package actor

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"readout/lexicon"
)

// A wordSet is the words of a class, in small letters.
type wordSet map[string]bool

// in reports whether a folded phrase has a word of the class.
func (s wordSet) in(phrase string) bool {
	for phrase != "" {
		var w string
		w, phrase, _ = strings.Cut(phrase, " ")
		if s[w] {
			return true
		}
	}
	return false
}

// classes are the classes of words by which this package itself works. They are
// in classes.actors.txt, which says what each is for.
type classes struct {
	lesser, notHolder, bureau, generalNoun, ofForce, ofRefugees                 wordSet
	state, neighbour, stateModifier                                             wordSet
	place, town, spot, part                                                     wordSet
	bid, ruleOrgan, moveForces, takeToStreets, headCount                        wordSet
	appoint, talkWith, aftermath, reach, minded, upon                           wordSet
	expletiveVerb, expletivePredicate, expletiveAside                           wordSet
	backer, ofAbroad, suspected, anybody, ofMany, borderless                    wordSet
	ofIslam, partyWord, feature                                                 wordSet
	former, another, backed, belonging, seated                                  wordSet
	rankFirst, rankLast, particle, nameSuffix, surnameFirst, eitherOrder        wordSet
	addressNoun, meetingNoun, bylineEnd, contender, peopleOf, seatOfBody        wordSet
	shortGiven, ownBody, partBody, ofContinent, runner, band, bandMen, bandWord wordSet
	reportNoun, manyVoices, ownedOrgan, realm, counterpart, atHome              wordSet
	attached, ship, wholeForce, accord, written, harm                           wordSet
	beside, asIdiom, limb, childNoun                                            wordSet
	landInName, houseMember, usaOrgan, usaParty                                 wordSet
}

// enterClasses reads the classes; one that the files lack is a fault.
func (k *knowledge) enterClasses(list []lexicon.Class) error {
	c := &k.class
	want := map[string]*wordSet{
		"lesser": &c.lesser, "not-the-holder": &c.notHolder, "bureau": &c.bureau, "general-noun": &c.generalNoun,
		"of-force": &c.ofForce, "of-refugees": &c.ofRefugees,
		"state-noun": &c.state, "neighbour-noun": &c.neighbour, "state-modifier": &c.stateModifier,
		"place-noun": &c.place, "town-noun": &c.town, "spot": &c.spot, "part-word": &c.part,
		"bid": &c.bid, "rule-organ": &c.ruleOrgan, "move-forces": &c.moveForces, "take-to-streets": &c.takeToStreets,
		"head-count": &c.headCount, "appoint": &c.appoint, "talk-with": &c.talkWith, "aftermath": &c.aftermath, "reach": &c.reach, "minded": &c.minded, "upon-somebody": &c.upon,
		"expletive-verb": &c.expletiveVerb, "expletive-predicate": &c.expletivePredicate, "expletive-aside": &c.expletiveAside,
		"backer": &c.backer, "of-abroad": &c.ofAbroad, "suspected": &c.suspected, "anybody": &c.anybody,
		"of-many-lands": &c.ofMany, "of-continent": &c.ofContinent, "borderless": &c.borderless, "of-islam": &c.ofIslam, "party-word": &c.partyWord, "land-feature": &c.feature,
		"former": &c.former, "another": &c.another, "backed": &c.backed, "belonging": &c.belonging, "seated": &c.seated,
		"rank-first": &c.rankFirst, "rank-last": &c.rankLast, "particle": &c.particle, "name-suffix": &c.nameSuffix,
		"surname-first": &c.surnameFirst, "either-order": &c.eitherOrder, "address-noun": &c.addressNoun, "meeting-noun": &c.meetingNoun, "report-noun": &c.reportNoun, "many-voices": &c.manyVoices, "byline-end": &c.bylineEnd,
		"contender": &c.contender, "people-of": &c.peopleOf, "seat-of-body": &c.seatOfBody, "short-given": &c.shortGiven, "own-body": &c.ownBody, "part-body": &c.partBody, "runner": &c.runner, "band": &c.band, "band-men": &c.bandMen, "band-word": &c.bandWord,
		"owned-organ": &c.ownedOrgan, "realm": &c.realm, "counterpart": &c.counterpart, "at-home": &c.atHome, "attached": &c.attached, "ship-noun": &c.ship, "whole-force": &c.wholeForce, "accord-name": &c.accord, "written-name": &c.written, "harm": &c.harm, "land-in-name": &c.landInName, "house-member": &c.houseMember, "usa-organ": &c.usaOrgan, "usa-party": &c.usaParty,
		"beside": &c.beside, "as-idiom": &c.asIdiom, "limb": &c.limb,
	}
	var faults []error
	for _, name := range slices.Sorted(maps.Keys(want)) {
		words, err := lexicon.ClassWords(list, "actor", name)
		*want[name] = words
		faults = append(faults, err)
	}
	return errors.Join(faults...)
}
