package statement

import "readout/lexicon"

// signature makes the statement of a paragraph “…” — Name, or of a headline
// ‘…’: Name, whose cue is the dash or colon at token k behind quotation i.
// What follows the name behind a comma, a date or what it was about, is left
// out.
func (r *reading) signature(t *tree, k, i int) *candidate {
	p := r.paras[r.quotes[i].paragraph]
	if r.quotes[i].Start != p.Start || t.End < p.End {
		return nil
	}
	headline := false
	switch t.form(k) {
	case "—", "–", "―", "--", "~", "-":
	case ":":
		headline = true
	default:
		return nil
	}
	if k+1 >= len(t.Tokens) || t.Tokens[k+1].UPos == "PUNCT" || t.Tokens[k+1].UPos == "CCONJ" {
		return nil
	}
	name, end := false, len(t.Tokens)
	if len(t.Tokens)-k > 7 && headline {
		return nil
	}
	for n := k + 1; n < len(t.Tokens); n++ {
		switch t.Tokens[n].UPos {
		case "VERB", "AUX", "SCONJ":
			if end == len(t.Tokens) || headline {
				return nil
			}
		case "PROPN":
			name = true
		case "NOUN":
			name = name || headline
		case "ADP":
			if f := t.form(n); headline && name && (f == "on" || f == "about") {
				end = min(end, n) // “Nobody won”: Jane Roe on the strike
			}
		case "PUNCT":
			if name && end == len(t.Tokens) && t.form(n) == "," && n+1 < len(t.Tokens) &&
				(t.temporal(n+1) || t.Tokens[n+1].UPos == "ADP" || t.Tokens[n+1].UPos == "SCONJ") {
				end = n
			}
		}
		if n < end && n > k+14 {
			return nil
		}
	}
	if !name {
		return nil
	}
	n := k + 1
	for c := 0; c < maxClimb && t.head(n) > k && t.head(n) < end; c++ {
		n = t.head(n)
	}
	c := &candidate{sent: t.index, cue: k, part: lexicon.CueVerb, kind: "say", word: "—", frame: "quote:dash", source: n, speaker: n}
	c.cueSpan, c.sourceSpan = t.Tokens[k].Span, t.trim(k+1, end)
	return r.add(c)
}

// signatureBelow is signature for a name in a paragraph of its own below that
// of quotation i, which ends sentence s.
func (r *reading) signatureBelow(s, i int) *candidate {
	q := &r.quotes[i]
	if s+1 >= len(r.trees) || q.Start != r.paras[q.paragraph].Start || r.trees[s].End < r.paras[q.paragraph].End || q.paragraph+1 >= len(r.paras) {
		return nil
	}
	t := &r.trees[s+1]
	if p := r.paras[q.paragraph+1]; t.Start != p.Start || t.End < p.End || len(t.Tokens) > 14 {
		return nil
	}
	return r.signature(t, 0, i)
}
