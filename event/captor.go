package event

import (
	"slices"

	"readout/lexicon"
)

// captor returns who holds or tries the one that is set free, arrested or
// tried, as the text told before.
func (r *reading) captor(recipients []int) []int {
	for k := range r.drafts {
		d := &r.drafts[k]
		if len(d.actors) > 0 && taking(d.code.Modes) && sharePlace(d.recipients, recipients) {
			return d.actors
		}
	}
	for k := len(r.events) - 1; k >= 0; k-- {
		e := &r.events[k]
		if len(e.Actors) == 0 || !taking(e.Mode) || !sharePlace(e.Recipients, recipients) && !(e.Object != nil && sharePlace([]int{e.Object.Entity}, recipients)) {
			continue
		}
		return e.Actors
	}
	return nil
}

// freedFrom returns who held those whose release a noun tells, as the words
// behind "from" name them, whoever brought the release about: "secured the
// release of two men from prison in Iran", "from Hamas".
func (m *matcher) freedFrom(d *draft) []int {
	t := &m.tree
	if d.p.kind != lexicon.NounPattern || !slices.Contains(d.code.Modes, "release") || t.byPhrase(d.trigger) >= 0 {
		return nil
	}
	for k := d.trigger + 1; k < len(t.s.Tokens); k++ {
		if t.preposition(k) != "from" || !m.near(k, d.trigger) && !(t.head(d.trigger) >= 0 && t.head(k) == t.head(d.trigger)) {
			continue
		}
		if m.f.classes["custody"].has(t, k) {
			return m.owner(k, anywhere, 0).parties
		}
		if p := m.parties(k, named).parties; m.is(p, "ARMED") || m.is(p, "CRM") || m.is(p, "STATE") && m.is(d.recipients, "PEOPLE") {
			return p
		}
	}
	return nil
}

// letGo gives a release by nobody named those who held whom it frees, as a clause
// on the word for them tells: "Americans detained in Chad have been released".
func (r *reading) letGo(d *draft) {
	at := max(d.recipToken, d.object)
	if len(d.actors) > 0 || len(d.recipients) == 0 || at < 0 || !slices.Contains(d.code.Modes, "release") {
		return
	}
	for k := range r.drafts {
		y := &r.drafts[k]
		if taking(y.code.Modes) && len(y.actors) > 0 && sharePlace(y.recipients, d.recipients) && r.m.tree.under(y.trigger, at) {
			d.actors, d.actorTrust = y.actors, byOwner
			return
		}
	}
}

// kidnapped gives an arrest that no state makes the code of an abduction:
// "seized by Isis", "journalists held by the rebels". Fighters held by rebels
// stay prisoners, as do those in the jails of rebels who rule.
func (m *matcher) kidnapped(d *draft) {
	if d.code.Type != "COERCE" || !slices.Contains(d.code.Modes, "arrest") || len(d.actors) == 0 || len(d.recipients) == 0 || !m.f.c.captive.has(&m.tree, d.trigger) {
		return
	}
	if d.recipToken >= 0 && m.f.c.hostage.has(&m.tree, d.recipToken) && !m.is(d.actors, "STATE") && !m.is(d.actors, "MIL") && !m.is(d.actors, "COP") {
		d.code.Type, d.code.CAMEO, d.code.Modes = "ASSAULT", "181", []string{"abduct"}
		return
	}
	if m.is(d.recipients, "REB") || m.is(d.recipients, "IMG") || m.is(d.recipients, "CRM") || m.is(d.actors, "STATE") {
		return
	}
	for _, p := range d.actors {
		e := &m.cast.Entities[p]
		if e.Country != "IMG" && !slices.Contains(e.Sectors, "UAF") {
			return
		}
	}
	d.code.Type, d.code.CAMEO, d.code.Modes = "ASSAULT", "181", []string{"abduct"}
}

// taking reports whether modes are such as take somebody's freedom.
func taking(modes []string) bool {
	for _, mode := range modes {
		if mode == "arrest" || mode == "abduct" || mode == "convict" {
			return true
		}
	}
	return false
}

// barring returns the state that those who are kept out by nobody named wanted
// to enter: "was denied a visa to visit Britain", "were refused entry to Kenya".
func (m *matcher) barring(d *draft) []int {
	t := &m.tree
	for i := d.trigger + 1; i < len(t.s.Tokens); i++ {
		if !t.under(i, d.trigger) || !m.is(m.at(i), "STATE") || !m.foreign(m.at(i), d.recipients) {
			continue
		}
		h := t.head(i)
		if p := t.preposition(i); p == "to" || p == "into" || t.tok(i).Base() == "obj" && h >= 0 && m.f.c.goInto.has(t, h) {
			return m.at(i)
		}
	}
	return nil
}
