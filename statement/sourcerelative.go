package statement

import "readout/article"

// introduced widens a source to the relative clause behind it where that
// identifies somebody: after a full name or an apposition, as one is
// introduced ("Jane Roe, who leads the union, said"). After a surname or a
// noun alone the clause only adds something and stays out.
func (t *tree) introduced(s article.Span, n, cue int) article.Span {
	k := n
	for k < len(t.Tokens) && t.Tokens[k].Start < s.End {
		k++
	}
	if k == 0 || k+2 >= len(t.Tokens) || t.form(k) != "," || t.Tokens[k+1].UPos != "PRON" {
		return s
	}
	switch t.form(k + 1) {
	case "who", "whose":
	default:
		return s
	}
	if !t.fullName(s, k) {
		return s
	}
	if cue < n {
		return t.introducedBehind(s, k)
	}
	// Before the cue the clause must end with a comma right before it, words
	// of the cue's own between.
	end := cue
	for end > k && t.head(end-1) == cue && !t.punct(end-1) {
		end--
	}
	if end-k > 40 || t.form(end-1) != "," || end-1 <= k+1 {
		return s
	}
	for j := k + 1; j < end-1; j++ {
		if t.quote[j] >= 0 {
			return s
		}
	}
	s.End = t.Tokens[end-2].End
	return s
}

// introducedBehind is introduced for a source that follows its cue, with the
// comma before the clause at k.
func (t *tree) introducedBehind(s article.Span, k int) article.Span {
	end := k + 1
	for h, n := k+1, 0; n < 8 && h >= 0; h, n = t.head(h), n+1 {
		if int(t.first[h]) > k-1 && int(t.first[h]) <= k+1 {
			end = max(end, int(t.last[h]))
		}
		if r := t.Tokens[h].Rel; r == "acl:relcl" || r == "acl" {
			break
		}
	}
	for j := k + 1; j < end; j++ {
		if t.quote[j] >= 0 || t.form(j) == ";" || t.form(j) == ":" {
			end = j
		}
	}
	if end = t.beforeToken(k, end); end > k+2 {
		s.End = t.Tokens[end-1].End
	}
	return s
}

// fullName reports whether the source that ends before token k is a name of
// two words or more, titles apart, or ends with an apposition.
func (t *tree) fullName(s article.Span, k int) bool {
	names := 0
	for j := k - 1; j >= 0 && t.Tokens[j].Start >= s.Start; j-- {
		switch {
		case t.form(j) == ",":
			return true
		case t.Tokens[j].UPos == "PROPN" && !t.abbreviated(j):
			names++
		case names > 0 && t.Tokens[j].UPos != "PROPN":
			return names > 1
		case t.Tokens[j].UPos != "PUNCT":
			return false
		}
	}
	return names > 1
}
