package score

// A wordPair is a gold and a system word that stand for each other.
type wordPair struct{ gold, system int }

// longestLCS bounds the table of commonForms.
const longestLCS = 1 << 22

// alignWords pairs the words of two analyses of the same characters. Outside
// multiword tokens words pair when they cover the same characters. Where a
// multiword token stands on either side, the words of the smallest stretch
// that holds whole tokens of both pair by the longest common subsequence of
// their forms.
func alignWords(gold, system []evalWord) []wordPair {
	var out []wordPair
	for i, j := 0, 0; i < len(gold) && j < len(system); {
		g, s := &gold[i], &system[j]
		switch {
		case g.multi || s.multi:
			// A multiword token takes part only if it begins where the other
			// side's word begins or covers its beginning; earlier words are passed.
			gs, ss, gi, sj := multiStretch(gold, system, i, j)
			out = append(out, commonForms(gold, system, gs, gi, ss, sj)...)
			i, j = gi, sj
		case g.charSpan == s.charSpan:
			out = append(out, wordPair{i, j})
			i++
			j++
		case g.start <= s.start:
			i++
		default:
			j++
		}
	}
	return out
}

// multiStretch returns the ranges of gold and system words around the multiword
// token at i or j, as conll18_ud_eval does: it passes single words that begin
// before the token, then takes words until both sides are past its end.
func multiStretch(gold, system []evalWord, i, j int) (gs, ss, ge, se int) {
	end := 0
	if gold[i].multi {
		end = gold[i].end
		if !system[j].multi && system[j].start < gold[i].start {
			j++
		}
	} else {
		end = system[j].end
		if gold[i].start < system[j].start {
			i++
		}
	}
	gs, ss = i, j
	for i < len(gold) && gold[i].within(end) || j < len(system) && system[j].within(end) {
		if i < len(gold) && (j >= len(system) || gold[i].start <= system[j].start) {
			if gold[i].multi && gold[i].end > end {
				end = gold[i].end
			}
			i++
		} else {
			if system[j].multi && system[j].end > end {
				end = system[j].end
			}
			j++
		}
	}
	return gs, ss, i, j
}

// within reports whether the word takes part in a stretch that ends at end.
func (w *evalWord) within(end int) bool {
	if w.multi {
		return w.start < end
	}
	return w.end <= end
}

// commonForms pairs gold[gs:ge] and system[ss:se] by the longest common
// subsequence of their lower-case forms.
func commonForms(gold, system []evalWord, gs, ge, ss, se int) []wordPair {
	n, m := ge-gs, se-ss
	if n == 0 || m == 0 {
		return nil
	}
	if n > longestLCS/m { // no treebank has such a token: pair by place
		var out []wordPair
		for i := 0; i < min(n, m); i++ {
			if gold[gs+i].form == system[ss+i].form {
				out = append(out, wordPair{gs + i, ss + i})
			}
		}
		return out
	}
	lcs := make([]int, (n+1)*(m+1))
	at := func(i, j int) *int { return &lcs[i*(m+1)+j] }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			best := max(*at(i+1, j), *at(i, j+1))
			if gold[gs+i].form == system[ss+j].form {
				best = max(best, 1+*at(i+1, j+1))
			}
			*at(i, j) = best
		}
	}
	var out []wordPair
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case gold[gs+i].form == system[ss+j].form:
			out = append(out, wordPair{gs + i, ss + j})
			i++
			j++
		case *at(i, j) == *at(i+1, j):
			i++
		default:
			j++
		}
	}
	return out
}
