package mend

import "testing"

func TestAttributes(t *testing.T) {
	checkMended(t, attributes, []mended{
		{"a modified object", "sheltering VERB VBG -1 root|displaced VERB VBN 0 xcomp|men NOUN NNS 1 obj|in ADP IN 4 case|Oslo PROPN NNP 1 obl", 1, "VBN amod men"},
		{"what it is the object of", "sheltering VERB VBG -1 root|displaced VERB VBN 0 xcomp|men NOUN NNS 1 obj", 2, "NNS obj sheltering"},
		{"behind a preposition", "taken VERB VBN -1 root|by SCONJ IN 2 mark|masked VERB VBN 0 advcl|men NOUN NNS 2 obj", 2, "VBN amod men"},
		{"its noun", "taken VERB VBN -1 root|by SCONJ IN 2 mark|masked VERB VBN 0 advcl|men NOUN NNS 2 obj", 3, "NNS obl taken"},
		{"its preposition", "taken VERB VBN -1 root|by SCONJ IN 2 mark|masked VERB VBN 0 advcl|men NOUN NNS 2 obj", 1, "IN case men"},
		{"behind a noun's preposition", "response NOUN NN -1 root|to SCONJ IN 2 mark|renewed VERB VBN 0 acl|raids NOUN NNS 2 obj", 3, "NNS nmod response"},
		{"behind a verb", "confirms VERB VBZ -1 root|renewed VERB VBN 0 xcomp|talks NOUN NNS 1 obj", 2, "NNS obj confirms"},
		{"a place behind a place", "died VERB VBD -1 root|in ADP IN 2 case|Valby PROPN NNP 0 obl|, PUNCT , 4 punct|occupied VERB VBN 2 acl|Denmark PROPN NNP 4 obj", 5, "NNP appos Valby"},
		{"a noun's clause", "rains NOUN NNS -1 root|triggered VERB VBN 0 acl|floods NOUN NNS 1 obj", 1, "VBN acl rains"},
		{"a clause that a word opens", "fell VERB VBD -1 root|when ADV WRB 2 mark|hit VERB VBN 0 advcl|targets NOUN NNS 2 obj", 2, "VBN advcl fell"},
		{"a second verb of the perfect", "have AUX VBP 1 aux|shelled VERB VBN -1 root|and CCONJ CC 3 cc|killed VERB VBN 1 conj|civilians NOUN NNS 3 obj", 3, "VBN conj shelled"},
	})
}
