package mend

import "testing"

func TestPhrases(t *testing.T) {
	checkMended(t, phrases, []mended{
		{"a preposition before a modifier", "talks NOUN NNS -1 root|between ADP IN 2 case|Congo PROPN NNP 5 compound|and CCONJ CC 4 cc|M23 PROPN NNP 2 conj|rebels NOUN NNS 0 nmod", 1, "IN case rebels"},
		{"a preposition in its place", "talks NOUN NNS -1 root|with ADP IN 2 case|Congo PROPN NNP 0 nmod", 1, "IN case Congo"},
		{"a syllable of a name", "Moon PROPN NNP -1 root|Jae PROPN NNP 0 flat|- PUNCT HYPH 3 punct|in ADP IN 0 flat", 3, "NNP flat Moon"},
		{"whom one calls something", "called VERB VBD -1 root|the DET DT 3 det|prince NOUN NN 3 compound|stupid ADJ JJ 0 xcomp", 2, "NN obj called"},
		{"his article", "called VERB VBD -1 root|the DET DT 3 det|prince NOUN NN 3 compound|stupid ADJ JJ 0 xcomp", 1, "DT det prince"},
		{"an object of its own", "called VERB VBD -1 root|him PRON PRP 0 obj|battle NOUN NN 3 compound|weary ADJ JJ 0 xcomp", 2, "NN compound weary"},
		{"who is included", "detain VERB VBP -1 root|men NOUN NNS 0 obj|, PUNCT , 5 punct|including VERB VBG 5 case|three NUM CD 5 nummod|Togolese PROPN NNPS 0 obl", 5, "NNPS nmod men"},
		{"two that something is between", "clashes NOUN NNS -1 root|between ADP IN 2 case|Kesto PROPN NNP 0 nmod|and CCONJ CC 5 cc|Arani ADJ JJ 5 amod|clans NOUN NNS 0 conj", 5, "NNS conj Kesto"},
		{"two that something is between, and more", "clashes NOUN NNS -1 root|between ADP IN 2 case|Kestans PROPN NNPS 0 nmod|and CCONJ CC 4 cc|raids NOUN NNS 0 conj", 4, "NNS conj clashes"},
		{"a phrase that ends before a preposition", "jails VERB VBZ -1 root|a DET DT 6 det|Danish ADJ JJ 6 amod|national ADJ JJ 6 amod|to ADP IN 5 case|eight NUM CD 6 nummod|years NOUN NNS 0 obj", 3, "NN obj jails"},
		{"what is behind that", "jails VERB VBZ -1 root|a DET DT 6 det|Danish ADJ JJ 6 amod|national ADJ JJ 6 amod|to ADP IN 5 case|eight NUM CD 6 nummod|years NOUN NNS 0 obj", 6, "NNS obl jails"},
		{"an envoy taken for a clause", "summons VERB VBZ -1 root|the DET DT 2 det|chargé NOUN NN 3 nsubj|d'affaires VERB VBZ 0 ccomp|to PART TO 5 mark|protest VERB VB 3 xcomp", 2, "NN obj summons"},
		{"why he is summoned", "summons VERB VBZ -1 root|the DET DT 2 det|chargé NOUN NN 3 nsubj|d'affaires VERB VBZ 0 ccomp|to PART TO 5 mark|protest VERB VB 3 xcomp", 5, "VB advcl summons"},
		{"nobody to be included in", "detain VERB VBP -1 root|, PUNCT , 3 punct|including VERB VBG 3 case|Togolese PROPN NNPS 0 obl", 3, "NNPS obl detain"},
	})
}
