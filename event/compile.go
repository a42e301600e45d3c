package event

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"readout/lexicon"
)

// A rule is a lexicon.Rule made ready.
type rule struct {
	name  string
	line  lexicon.Line
	doer  byte // who does X
	table *lexicon.Table
	prior float64

	reciprocal bool // all parties are actors
	actorless  bool // may stand without an actor
	evidence   bool // may stand without an actor beside an attack or a weapon
	armed      bool // the actor must not be a plain person
	keep       bool // what lies in X is an event of its own, within this one
	loose      bool // may stand without a recipient though the type wants one
	respond    bool // without a recipient, it answers the last hostile act
	visit      bool // actor visits recipient
	grave      bool // X must be an act of conflict
	abroad     bool // somebody of another country must be party to it
	itself     bool // the word for the recipient must name it, not belong to it
	coming     bool // only of what is to come
	tried      bool // gives way to an event that its infinitive tells, unless that is only sought
	many       bool // reciprocal among one party that is several
	own        bool // what X tells must be the actor's own doing, or nobody's named
}

// A pattern is a lexicon.Pattern made ready: its classes looked up.
type pattern struct {
	rule        *rule
	kind        byte
	said        bool
	not         bool
	modal       bool
	any         bool
	takesObject bool         // it has a slot for an object
	takesOf     bool         // it has a slot behind "of"
	code        lexicon.Code // the line's over the rule's
	slots       []slot
	line        lexicon.Line
	text        string
	order       int // place among all patterns
}

type slot struct {
	lexicon.Slot
	classes    []wordClass // for the names in small letters, and Words
	kinds      []string    // names in capitals
	ownerKinds []string    // of the owner
	unless     bool        // only if nothing else told who acts
}

// particled is a pattern under a trigger with the particle that the verb must
// have, or none.
type particled struct {
	*pattern
	particle string
}

// compile makes the patterns ready and files them by trigger.
func (f *Finder) compile(all lexicon.Patterns) error {
	var faults []error
	tables := map[string]*lexicon.Table{}
	for i := range all.Tables {
		t := &all.Tables[i]
		tables[t.Name] = t
		for _, c := range t.Cases {
			faults = append(faults, checkCode(c.Line, "", c.Code))
			if c.Type != "" && ontology[c.Type].Type == "" {
				faults = append(faults, c.Line.Errorf("unknown type %q", c.Type))
			}
		}
	}
	f.tables = tables
	for _, name := range []string{"future", "refused"} {
		if tables[name] == nil {
			faults = append(faults, fmt.Errorf("the pattern files have no table %q", name))
		}
	}
	f.narrow = map[string][]narrowing{}
	for _, n := range all.Narrowings {
		c, ok := f.classes[n.Class]
		if !ok {
			faults = append(faults, n.Line.Errorf("no class %q", n.Class))
		}
		faults = append(faults, checkCode(n.Line, "", n.Code))
		f.narrow[n.From] = append(f.narrow[n.From], narrowing{c, n.Code})
		for _, x := range n.Examples {
			f.examples = append(f.examples, example{"", x})
		}
	}
	for _, lr := range all.Rules {
		if ontology[lr.Type].Type == "" && lr.Type != nothing {
			faults = append(faults, lr.Line.Errorf("unknown type %q", lr.Type))
			continue
		}
		flag := func(s string) bool { return slices.Contains(lr.Flags, s) }
		r := &rule{
			name: lr.Name, line: lr.Line, doer: lr.Doer, prior: lr.Prior, table: tables[lr.Table],
			reciprocal: flag("reciprocal"), actorless: flag("actorless"), evidence: flag("evidence"), armed: flag("armed"),
			keep: flag("keep"), loose: flag("loose"), respond: flag("respond"), visit: flag("visit"), own: flag("own"), many: flag("many"), grave: flag("grave"),
			abroad: flag("abroad"), itself: flag("itself"), coming: flag("coming"), tried: flag("tried"),
		}
		if r.doer == 0 {
			r.doer = habit(lr.Type)
		}
		base := lr.Code
		if base.Type == "" {
			base.Type = lr.Type
		}
		faults = append(faults, checkCode(lr.Line, lr.Type, base))
		for _, lp := range lr.Patterns {
			faults = append(faults, f.addPattern(r, base, lp))
			for _, x := range lp.Examples {
				f.examples = append(f.examples, example{lr.Name, x})
			}
		}
	}
	return errors.Join(faults...)
}

// habit returns who, in events of a type, does what their complement tells:
// one asks or accuses another of something or protests against what another
// does, but promises or threatens to do it oneself.
func habit(typ string) byte {
	switch typ {
	case "REQUEST", "ACCUSE", "SUPPORT", "PROTEST":
		return 'R'
	}
	return 'A'
}

func (f *Finder) addPattern(r *rule, base lexicon.Code, lp lexicon.Pattern) error {
	p := &pattern{
		rule: r, kind: lp.Kind, said: lp.Said, not: lp.Not, modal: lp.Modal, any: lp.Any,
		code: lp.Code.Over(base), line: lp.Line, text: strings.TrimSpace(lp.Line.Text), order: f.patterns,
	}
	f.patterns++
	faults := []error{checkCode(lp.Line, "", p.code)}
	actor := lp.Said
	for _, ls := range lp.Slots {
		s := slot{Slot: ls}
		p.takesObject = p.takesObject || ls.Where == lexicon.Object && !ls.Optional
		p.takesOf = p.takesOf || slices.Contains(ls.Preps, "of")
		actor = actor || ls.Role == 'A' || ls.Owner == 'A' || ls.Subject == 'A' || ls.Role == 'C'
		for _, name := range ls.Class {
			if name == strings.ToUpper(name) {
				if !partyClass(name) {
					faults = append(faults, lp.Line.Errorf("no sector or kind %q", name))
				}
				s.kinds = append(s.kinds, name)
				continue
			}
			c, ok := f.classes[name]
			if !ok {
				faults = append(faults, lp.Line.Errorf("no class %q", name))
			}
			s.classes = append(s.classes, c)
		}
		for _, name := range ls.OwnerClass {
			if !partyClass(name) {
				faults = append(faults, lp.Line.Errorf("no sector or kind %q", name))
			}
			s.ownerKinds = append(s.ownerKinds, name)
		}
		if len(ls.Words) > 0 {
			c := wordClass{}
			for _, w := range ls.Words {
				c.add(w)
			}
			s.classes = append(s.classes, c)
		}
		p.slots = append(p.slots, s)
	}
	behind, before := false, lp.Said
	for i := range p.slots {
		s := &p.slots[i]
		before = before || s.Where == lexicon.Before
		behind = behind || s.Role == 'A' && s.Where == lexicon.Prep && s.Optional
	}
	if lp.Kind == lexicon.NounPattern && (!actor || behind && !before) {
		p.slots = append(p.slots, slot{Slot: lexicon.Slot{Role: 'A', Where: lexicon.Before, Optional: true}, unless: behind})
	}
	if len(p.slots) > mostSlots {
		faults = append(faults, lp.Line.Errorf("a pattern has %d slots at the most", mostSlots))
	}
	if lp.Any {
		f.modals = append(f.modals, p)
	}
	triggers := lp.Triggers
	if lp.Class != "" {
		c, ok := f.classes[lp.Class]
		if !ok {
			faults = append(faults, lp.Line.Errorf("no class %q", lp.Class))
		}
		for w, alts := range c {
			for _, mods := range alts {
				if len(mods) > 0 && mods[0] == "!" {
					continue
				}
				triggers = append(triggers, strings.Join(append(slices.Clone(mods), w), " "))
			}
		}
		slices.Sort(triggers)
	}
	for _, w := range triggers {
		f.file(w, p)
	}
	return errors.Join(faults...)
}

// file puts p under trigger w: "carry_out" is carry with the particle out,
// "hunger strike" (of a noun) is strike after hunger.
func (f *Finder) file(w string, p *pattern) {
	if p.kind == lexicon.VerbPattern {
		head, particle, _ := strings.Cut(strings.ReplaceAll(w, " ", "_"), "_")
		f.index[head] = append(f.index[head], particled{p, particle})
		if particle != "" {
			f.phrasal[[2]string{head, particle}] = true
		}
		return
	}
	for _, words := range spellings(w) {
		head := words[len(words)-1]
		f.index[head] = append(f.index[head], particled{p, strings.Join(words[:len(words)-1], " ")})
	}
}

// same, as the type in a table, takes the code of the complement as it is.
const same = "same"

// nothing, as the type of a rule, says that what its patterns fit is no event:
// the pattern that asks for most wins, and with it the trigger is silent.
const nothing = "NOTHING"

// checkCode says what is wrong with a code: types, modes and contexts that
// PLOVER lacks. typ is the type that modes belong to where c names none.
func checkCode(l lexicon.Line, typ string, c lexicon.Code) error {
	var faults []error
	if c.Type != "" {
		typ = c.Type
		if typ == same || typ == nothing {
			return nil
		}
		if ontology[typ].Type == "" {
			return l.Errorf("unknown type %q", typ)
		}
	}
	for _, m := range c.Modes {
		if typ != "" && !ValidMode(typ, m) {
			faults = append(faults, l.Errorf("%s has no mode %q", typ, m))
		}
	}
	known := Contexts()
	for _, x := range c.Contexts {
		if !slices.Contains(known, x) {
			faults = append(faults, l.Errorf("unknown context %q", x))
		}
	}
	return errors.Join(faults...)
}
