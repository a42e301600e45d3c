package mend

import "testing"

func TestObjects(t *testing.T) {
	checkMended(t, objects, []mended{
		{"a verb behind to", "efforts NOUN NNS -1 root|to PART TO 3 mark|close VERB VB 3 amod|loopholes NOUN NNS 0 nmod", 2, "VB acl efforts"},
		{"its object", "efforts NOUN NNS -1 root|to PART TO 3 mark|close VERB VB 3 amod|loopholes NOUN NNS 0 nmod", 3, "NNS obj close"},
		{"what leads it", "efforts NOUN NNS -1 root|to PART TO 3 mark|close VERB VB 3 amod|loopholes NOUN NNS 0 nmod", 1, "TO mark close"},
		{"a verb behind a modal", "Roe PROPN NNP 1 nsubj|said VERB VBD -1 root|it PRON PRP 5 nsubj|will AUX MD 5 aux|empower VERB VB 5 amod|agencies NOUN NNS 1 ccomp", 4, "VB ccomp said"},
		{"a verb with a subject", "those PRON DT -1 root|who PRON WP 3 nsubj|favor VERB VBP 3 compound|taxes NOUN NNS 0 nmod", 2, "VBP acl:relcl those"},
		{"a relative clause", "deal NOUN NN -1 root|that PRON WDT 3 nsubj|favors VERB VBZ 3 compound|banks NOUN NNS 0 nmod", 2, "VBZ acl:relcl deal"},
		{"an infinitive that goes on", "to PART TO 1 mark|cut VERB VB -1 root|costs NOUN NNS 1 obj|and CCONJ CC 5 cc|expand VERB VB 5 amod|access NOUN NN 2 conj", 4, "VB conj cut"},
		{"no infinitive before it", "had VERB VBD -1 root|costs NOUN NNS 0 obj|and CCONJ CC 4 cc|wait VERB VB 4 compound|times NOUN NNS 1 conj", 3, "VB compound times"},
		{"a modifier behind a determiner", "way NOUN NN -1 root|to PART TO 4 mark|the DET DT 4 det|clean VERB VB 4 amod|energy NOUN NN 0 nmod", 3, "VB amod energy"},
		{"a modifier that nothing makes a verb", "fell VERB VBD -1 root|to ADP IN 3 case|record VERB VB 3 compound|lows NOUN NNS 0 obl", 2, "VB compound lows"},
		{"a word with a hyphen", "ask VERB VB -1 root|to PART TO 4 mark|follow VERB VB 4 compound|- PUNCT HYPH 2 punct|ups NOUN NNS 0 obj", 2, "VB compound ups"},
		{"whom one holds to be something", "hold VERB VB -1 root|the DET DT 3 det|regime NOUN NN 3 compound|accountable NOUN NN 0 obj", 2, "NN obj hold"},
		{"his article", "hold VERB VB -1 root|the DET DT 3 det|regime NOUN NN 3 compound|accountable NOUN NN 0 obj", 1, "DT det regime"},
		{"what one holds him to be", "hold VERB VB -1 root|Roe PROPN NNP 0 obj|accountable NOUN NN 0 obj", 2, "JJ xcomp hold"},
		{"held across a clause", "hold VERB VB -1 root|those PRON DT 0 obj|who PRON WP 3 nsubj|aid VERB VBP 1 acl:relcl|rebels NOUN NNS 5 compound|accountable NOUN NN 3 obj", 5, "JJ xcomp hold"},
		{"what those do who are held", "hold VERB VB -1 root|those PRON DT 0 obj|who PRON WP 3 nsubj|aid VERB VBP 1 acl:relcl|rebels NOUN NNS 5 compound|accountable NOUN NN 3 obj", 4, "NNS obj aid"},
		{"what one calls somebody", "called VERB VBD -1 root call|Roe PROPN NNP 0 obj|stupid ADJ JJ 1 amod", 2, "JJ xcomp called"},
		{"behind whose son he is", "called VERB VBD -1 root call|the DET DT 2 det|son NOUN NN 0 obj|of ADP IN 4 case|Roe PROPN NNP 2 nmod|stupid ADJ JJ 4 appos", 5, "JJ xcomp called"},
		{"what one does not call him", "saw VERB VBD -1 root|Roe PROPN NNP 0 obj|alone ADJ JJ 1 amod", 2, "JJ amod Roe"},
	})
}
