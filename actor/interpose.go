package actor

// interposed finds the rest of a title or role behind its "of" where the nation
// stands between: "head of [the French] diplomacy", "head of the state". It
// walks on from the trie's node after "of", skipping an article and a demonym
// from atom at on; the hit has last 0 where nothing is found.
func (s *scan) interposed(k *knowledge, t *tree, node int32, first, at int) hit {
	b := at
	if b < len(s.ids) && s.starts[b] && lowered(t.tok(int(s.token[b])).Form) == "the" {
		b++
	}
	b = s.afterDemonym(k, t, b)
	if b == at {
		return hit{}
	}
	best := hit{}
	for ; b < len(s.ids) && s.ids[b] != 0; b++ {
		next, ok := k.trie.edges[edge(node, s.ids[b])]
		if !ok {
			break
		}
		node = next
		last := int(s.token[b]) + 1
		if forms := k.trie.ends[node]; s.stops[b] && anyForm(forms, common) && t.writtenAsNoun(last-1) {
			best = hit{first: first, last: last, forms: forms}
		}
	}
	return best
}

// afterDemonym returns the atom behind a demonym with a capital that starts at
// atom b, or b itself.
func (s *scan) afterDemonym(k *knowledge, t *tree, b int) int {
	if b >= len(s.ids) || !s.starts[b] || !capitalised(t.tok(int(s.token[b])).Form) {
		return b
	}
	end, node := b, int32(0)
	for i := b; i < len(s.ids) && s.ids[i] != 0; i++ {
		next, ok := k.trie.edges[edge(node, s.ids[i])]
		if !ok {
			break
		}
		node = next
		if s.stops[i] && anyForm(k.trie.ends[node], demonym) {
			end = i + 1
		}
	}
	return end
}
