package actor

import "strings"

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
