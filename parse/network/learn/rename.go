package learn

import (
	"math/rand/v2"
	"strings"

	"readout/parse/network"
)

// A renamer puts other names of the same kind and form in the place of names
// (mention replacement: Dai and Adel 2020, "An Analysis of Simple Data
// Augmentation for Named Entity Recognition"), so that a network learns where
// names stand and how they look, not the names of its training texts by heart.
type renamer struct {
	share  int // of names, in per cent, that another takes the place of
	names  map[form][][]string
	marker Marker
	forms  []string
}

// A form is what a name must have in common with the one it stands in for:
// kind, number of words, and which of these are small words.
type form struct {
	kind  int
	words int
	small string
}

func formOf(kind int, words []string) form {
	f := form{kind: kind, words: len(words)}
	for i, w := range words {
		if joint(w) {
			f.small += string(rune('a'+min(i, 25))) + w
		}
	}
	return f
}

// newRenamer takes the names of the examples that people labelled, and those
// of the options.
func newRenamer(examples []*Example, o Options) *renamer {
	r := &renamer{share: o.Renamed, names: map[form][][]string{}, marker: Marker{Find: o.Mark}}
	for _, e := range examples {
		if e.Silver {
			continue
		}
		each(e, func(first, last, kind int) {
			var words []string
			for _, t := range e.Tokens[first:last] {
				words = append(words, t.Form)
			}
			r.add(kind, words)
		})
	}
	for kind, name := range Kinds {
		for _, words := range o.Names[name] {
			r.add(kind, words)
		}
	}
	return r
}

func (r *renamer) add(kind int, words []string) {
	f := formOf(kind, words)
	if f.words > 4 || !capital(words[0]) || strings.ContainsAny(words[f.words-1], "@/0123456789") {
		return
	}
	r.names[f] = append(r.names[f], words)
}

// each calls do for the names of an example whose kind is known.
func each(e *Example, do func(first, last, kind int)) {
	for i := 0; i < len(e.Names); i++ {
		for kind := range kinds {
			if e.Names[i] != begin(kind) {
				continue
			}
			last := i + 1
			for last < len(e.Names) && e.Names[last] == inside(kind) {
				last++
			}
			do(i, last, kind)
			i = last - 1
			break
		}
	}
}

// rename returns e, or a copy with other names. What models labelled stays: its
// names are true to the world and its labels may not be.
func (r *renamer) rename(e *Example, rng *rand.Rand) *Example {
	if e.Silver {
		return e
	}
	c := e
	each(e, func(first, last, kind int) {
		if rng.IntN(100) >= r.share {
			return
		}
		r.forms = r.forms[:0]
		for _, t := range e.Tokens[first:last] {
			r.forms = append(r.forms, t.Form)
		}
		others := r.names[formOf(kind, r.forms)]
		if len(others) < 8 || !capital(r.forms[0]) {
			return
		}
		if c == e {
			d := *e
			d.Tokens = append([]network.Token(nil), e.Tokens...)
			c = &d
		}
		for i, w := range others[rng.IntN(len(others))] {
			c.Tokens[first+i].Form = w
		}
	})
	if c != e {
		r.marker.Mark(c.Tokens)
	}
	return c
}
