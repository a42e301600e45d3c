package actor

import (
	"strings"

	"readout/syntax"
)

// bracketed finds the acronyms that the text itself explains: "Santiran
// Liberation Movement (SLM)". They mean that here, whatever the lexicon says.
func (r *casting) bracketed() {
	for i := range r.cands {
		c := &r.cands[i]
		if c.by != byName || c.same < 0 || c.forms == nil {
			continue
		}
		d := &r.cands[c.same]
		if d.by != byName || len(d.forms) > 0 || strings.Contains(c.key, " ") || initials(strings.Fields(d.key)) != c.key {
			continue
		}
		if b := r.sameBody(c.forms, d.key); b != nil {
			d.forms = b
			continue
		}
		for j := range r.cands {
			if e := &r.cands[j]; e.by == byName && e.key == c.key {
				e.forms, e.kind, e.sure = nil, d.kind, d.sure
			}
		}
	}
}

// sameBody returns the forms of a body whose name has the same words as the
// key, give or take their endings: "Palestinian Liberation Organization".
func (r *casting) sameBody(forms []form, key string) []form {
	ws := strings.Fields(key)
	for _, f := range forms {
		if f.kind != formBody {
			continue
		}
		b := &r.k.bodies[f.ref]
		for _, n := range append([]string{b.Name}, b.Aliases...) {
			if likeWords(ws, words(n)) {
				return []form{f}
			}
		}
	}
	return nil
}

// likeWords reports whether two phrases agree word by word, or in the first
// five letters of each word.
func likeWords(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		n := min(len(a[i]), len(b[i]), 5)
		if a[i] != b[i] && (n < 5 || a[i][:n] != b[i][:n]) {
			return false
		}
	}
	return true
}

// dropWritten drops the acronyms of what is no party but something written: "the
// DPA" in a text that speaks of the Defense Production Act.
func (r *casting) dropWritten() {
	written := map[string]bool{}
	for s := range r.doc.Sentences {
		toks := r.doc.Sentences[s].Tokens
		for i := range toks {
			if capitalised(toks[i].Form) && r.k.class.written[lowered(toks[i].Form)] {
				acronymsOf(toks[:i+1], written)
			}
		}
	}
	if len(written) == 0 {
		return
	}
	for i := range r.cands {
		if c := &r.cands[i]; c.by == byName && c.core[1]-c.core[0] == 1 && written[c.key] && allCapitals(r.doc.Sentences[c.sent].Tokens[c.core[0]].Form) {
			c.forms, c.kind = nil, dropped
		}
	}
}

// acronymsOf adds to set the acronyms of three letters or more of the words in
// capitals with which the tokens end.
func acronymsOf(toks []syntax.Token, set map[string]bool) {
	letters := ""
	for i := len(toks) - 1; i >= 0 && i >= len(toks)-8; i-- {
		switch w := toks[i].Form; {
		case capitalised(w):
			letters = lowered(w[:1]) + letters
			if len(letters) > 2 {
				set[letters] = true
			}
		case w != "of" && w != "and" && w != "for" && w != "the" && w != "on":
			return
		}
	}
}
