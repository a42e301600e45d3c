package parse_test

import (
	"testing"

	"readout/parse"
)

func TestPhrases(t *testing.T) {
	checkMended(t, parse.Phrases, []mended{
		{"a preposition before a modifier", "talks NOUN NNS -1 root|between ADP IN 2 case|Congo PROPN NNP 5 compound|and CCONJ CC 4 cc|M23 PROPN NNP 2 conj|rebels NOUN NNS 0 nmod", 1, "IN case rebels"},
		{"a preposition in its place", "talks NOUN NNS -1 root|with ADP IN 2 case|Congo PROPN NNP 0 nmod", 1, "IN case Congo"},
		{"whom one calls something", "called VERB VBD -1 root|the DET DT 3 det|prince NOUN NN 3 compound|stupid ADJ JJ 0 xcomp", 2, "NN obj called"},
		{"his article", "called VERB VBD -1 root|the DET DT 3 det|prince NOUN NN 3 compound|stupid ADJ JJ 0 xcomp", 1, "DT det prince"},
		{"an object of its own", "called VERB VBD -1 root|him PRON PRP 0 obj|battle NOUN NN 3 compound|weary ADJ JJ 0 xcomp", 2, "NN compound weary"},
		{"who is included", "detain VERB VBP -1 root|men NOUN NNS 0 obj|, PUNCT , 5 punct|including VERB VBG 5 case|three NUM CD 5 nummod|Togolese PROPN NNPS 0 obl", 5, "NNPS nmod men"},
		{"two that something is between", "clashes NOUN NNS -1 root|between ADP IN 2 case|Kesto PROPN NNP 0 nmod|and CCONJ CC 5 cc|Arani ADJ JJ 5 amod|clans NOUN NNS 0 conj", 5, "NNS conj Kesto"},
		{"two that something is between, and more", "clashes NOUN NNS -1 root|between ADP IN 2 case|Kestans PROPN NNPS 0 nmod|and CCONJ CC 4 cc|raids NOUN NNS 0 conj", 4, "NNS conj clashes"},
		{"nobody to be included in", "detain VERB VBP -1 root|, PUNCT , 3 punct|including VERB VBG 3 case|Togolese PROPN NNPS 0 obl", 3, "NNPS obl detain"},
	})
}
