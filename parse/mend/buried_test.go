package mend

import "testing"

func TestBuried(t *testing.T) {
	checkMended(t, buriedSubjects, []mended{
		{"an explanation", "After ADP IN 1 case|talks NOUN NNS 5 obl|, PUNCT , 4 punct|the DET DT 4 det|minister NOUN NN 1 appos|left VERB VBD -1 root", 4, "NN nsubj left"},
		{"the first of a list", "In ADP IN 1 case|talks NOUN NNS 8 obl|, PUNCT , 3 punct|Chad PROPN NNP 1 conj|, PUNCT , 5 punct|Mali PROPN NNP 1 conj|and CCONJ CC 7 cc|Togo PROPN NNP 1 conj|agreed VERB VBD -1 root", 3, "NNP nsubj agreed"},
		{"the last of a list", "In ADP IN 1 case|talks NOUN NNS 8 obl|, PUNCT , 3 punct|Chad PROPN NNP 1 conj|, PUNCT , 5 punct|Mali PROPN NNP 1 conj|and CCONJ CC 7 cc|Togo PROPN NNP 1 conj|agreed VERB VBD -1 root", 7, "NNP conj Chad"},
		{"who is with him", "After ADP IN 1 case|talks NOUN NNS 8 obl|, PUNCT , 3 punct|Chad PROPN NNP 1 appos|, PUNCT , 7 punct|together ADV RB 7 advmod|with ADP IN 7 case|Mali PROPN NNP 1 nmod|left VERB VBD -1 root", 3, "NNP nsubj left"},
		{"a passive", "After ADP IN 1 case|talks NOUN NNS 6 obl|, PUNCT , 4 punct|the DET DT 4 det|minister NOUN NN 1 appos|was AUX VBD 6 aux:pass|freed VERB VBN -1 root", 4, "NN nsubj:pass freed"},
		{"behind a relative clause", "In ADP IN 1 case|Rome PROPN NNP 8 obl|where ADV WRB 4 advmod|they PRON PRP 4 nsubj|met VERB VBD 1 acl:relcl|Roe PROPN NNP 4 obj|, PUNCT , 7 punct|Doe PROPN NNP 5 conj|agreed VERB VBD -1 root", 7, "NNP nsubj agreed"},
		{"a subject of its own", "After ADP IN 1 case|talks NOUN NNS 6 obl|, PUNCT , 4 punct|the DET DT 4 det|leaders NOUN NNS 1 appos|he PRON PRP 6 nsubj|left VERB VBD -1 root", 4, "NNS appos talks"},
		{"two without a comma", "In ADP IN 1 case|Chad PROPN NNP 5 obl|and CCONJ CC 3 cc|Mali PROPN NNP 1 conj|, PUNCT , 5 punct|visit VERB VBP -1 root|markets NOUN NNS 5 obj", 3, "NNP conj Chad"},
	})
}
