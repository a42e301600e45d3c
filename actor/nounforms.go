package actor

import (
	"strings"
)

// enterNouns enters titles, roles and other nouns for somebody.
func (k *knowledge) enterNouns(in *input) {
	for i, t := range in.titles {
		k.titles = append(k.titles, title{Title: t, atoms: words(t.Noun)})
		k.addNoun(t.Noun, form{kind: formTitle, ref: int32(i)}, false)
	}
	for i, r := range in.roles {
		c := role{Role: r}
		for _, s := range r.Sectors {
			if international[s] {
				c.code = s
			} else {
				c.sectors = append(c.sectors, s)
			}
		}
		for _, f := range r.Flags {
			c.flags |= roleFlagNames[f]
		}
		k.roles = append(k.roles, c)
		k.addNoun(r.Noun, form{kind: formRole, ref: int32(i)}, c.flags&flagPlural != 0)
	}
	k.readMeanings()
	classes := map[string]int32{"place": nominalPlace, "person": nominalPerson, "pair": nominalPair}
	k.captions = map[string]bool{}
	for _, n := range in.nominals {
		if n.Class == "caption" {
			k.captions[n.Noun] = true
		}
		if ref, ok := classes[n.Class]; ok {
			k.addNoun(n.Noun, form{kind: formNominal, ref: ref}, false)
		}
	}
}

// addNoun enters a common noun and its plural; of a noun that is plural
// already, or that has "of" in it, the fitting forms only.
func (k *knowledge) addNoun(noun string, f form, plural bool) {
	f.plural = plural
	k.trie.add(noun, f)
	if plural {
		return
	}
	f.plural = true
	head, rest := noun, ""
	for _, cut := range []string{" of ", " for ", " to ", " in ", " general"} {
		if i := strings.Index(noun, cut); i > 0 && len(noun[:i]) < len(head) {
			head, rest = noun[:i], noun[i:]
		}
	}
	for _, p := range plurals(head) {
		k.trie.add(p+rest, f)
	}
	if rest == " general" {
		k.trie.add(head+" generals", f)
	}
}

// plurals returns the plural forms of a noun phrase's last word.
func plurals(noun string) []string {
	i := strings.LastIndexAny(noun, " -") + 1
	head, w := noun[:i], noun[i:]
	if w == "" {
		return nil
	}
	last := w[len(w)-1]
	switch {
	case w == "person":
		return []string{head + "people", head + "persons"}
	case w == "child":
		return []string{head + "children"}
	case strings.HasSuffix(w, "man") && w != "german" && w != "human":
		return []string{head + strings.TrimSuffix(w, "man") + "men"}
	case strings.HasSuffix(w, "person"):
		return []string{head + w + "s", head + strings.TrimSuffix(w, "person") + "people"}
	case strings.HasSuffix(w, "craft") || strings.HasSuffix(w, "personnel") || w == "police":
		return []string{head + w}
	case strings.HasSuffix(w, "wife"):
		return []string{head + strings.TrimSuffix(w, "fe") + "ves"}
	case w == "thief":
		return []string{head + "thieves"}
	case last == 'y' && len(w) > 1 && consonant(w[len(w)-2]):
		return []string{head + w[:len(w)-1] + "ies"}
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		return []string{head + w + "es"}
	}
	return []string{head + w + "s"}
}
