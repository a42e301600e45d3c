package mend

import "testing"

func TestDateSubjects(t *testing.T) {
	const held = "teacher NOUN NN 1 nsubj|held VERB VBN -1 root|since SCONJ IN 5 mark|May PROPN NNP 5 nsubj:pass|was AUX VBD 5 aux:pass|freed VERB VBN 1 advcl"
	checkMended(t, dateSubjects, []mended{
		{"who was freed", held, 0, "NN nsubj:pass freed"},
		{"what is told of him", held, 1, "VBN acl teacher"},
		{"since when", held, 3, "NNP obl held"},
		{"a subject that is no date", "teacher NOUN NN 1 nsubj|held VERB VBN -1 root|since SCONJ IN 5 mark|Roe PROPN NNP 5 nsubj:pass|was AUX VBD 5 aux:pass|freed VERB VBN 1 advcl", 3, "NNP nsubj:pass freed"},
	})
}
