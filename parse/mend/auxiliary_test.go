package mend

import "testing"

func TestAuxiliaries(t *testing.T) {
	had := "Iran PROPN NNP 1 nsubj|had AUX VBD 4 aux|on ADP IN 3 case|Tuesday PROPN NNP 1 obl|expelled VERB VBD -1 root"
	since := "Rebels NOUN NNS 1 nsubj|have VERB VBP -1 root|since SCONJ IN 4 mark|Monday PROPN NNP 4 nsubj|seized VERB VBD 1 advcl|towns NOUN NNS 4 obj"
	late := "activists NOUN NNS 2 nsubj|were AUX VBD 2 cop|late ADV RB -1 root|on ADP IN 4 case|Friday PROPN NNP 2 obl|arrested VERB VBN 2 advcl"
	was := "minister NOUN NN 3 nsubj|was AUX VBD 3 cop|on ADP IN 3 case|Tuesday PROPN NNP 4 obl:unmarked|sentenced VERB VBN -1 root"
	checkMended(t, auxiliaries, []mended{
		{"whose subject it is", had, 0, "NNP nsubj expelled"},
		{"when it was", had, 3, "NNP obl expelled"},
		{"the perfect", had, 1, "VBD aux expelled"},
		{"a perfect taken for a verb", since, 1, "VBP aux seized"},
		{"its subject", since, 0, "NNS nsubj seized"},
		{"since when", since, 3, "NNP obl seized"},
		{"the passive behind an adverb", late, 1, "VBD aux:pass arrested"},
		{"its subject", late, 0, "NNS nsubj:pass arrested"},
		{"the adverb", late, 2, "RB advmod arrested"},
		{"the passive behind a time", was, 1, "VBD aux:pass sentenced"},
		{"its subject", was, 0, "NN nsubj:pass sentenced"},
		{"what one has", "Rebels NOUN NNS 1 nsubj|have VERB VBP -1 root|ten NUM CD 3 nummod|men NOUN NNS 1 obj|killed VERB VBN 1 advcl", 4, "VBN advcl have"},
		{"what one is", "Roe PROPN NNP 2 nsubj|was AUX VBD 2 cop|late ADV RB -1 root|when SCONJ WRB 4 mark|arrested VERB VBN 2 advcl", 4, "VBN advcl late"},
	})
}

func TestResumed(t *testing.T) {
	resume := func(verb, aux, joined string) string {
		return "Roe PROPN NNP 1 nsubj|said VERB VBD -1 root say|Oslo PROPN NNP 4 nsubj|" + aux + "|" + verb + "|and CCONJ CC 6 cc|" + joined
	}
	would, had := "would AUX MD 4 aux", "had AUX VBD 4 aux"
	checkMended(t, clauses, []mended{
		{"behind a modal", resume("pay VERB VB 1 ccomp pay", would, "left VERB VBD 4 conj leave"), 6, "VBD conj said"},
		{"a verb of speech", resume("paid VERB VBN 1 ccomp pay", had, "urged VERB VBD 4 conj urge"), 6, "VBD conj said"},
		{"another verb", resume("paid VERB VBN 1 ccomp pay", had, "left VERB VBD 4 conj leave"), 6, "VBD conj paid"},
		{"two verbs of speech", resume("asked VERB VBN 1 ccomp ask", had, "urged VERB VBD 4 conj urge"), 6, "VBD conj asked"},
		{"behind a form in -ing", "Oslo PROPN NNP 1 nsubj|denies VERB VBZ -1 root deny|backing VERB VBG 1 xcomp back|rebels NOUN NNS 2 obj|and CCONJ CC 5 cc|blames VERB VBZ 2 conj blame|Rome PROPN NNP 5 obj", 5, "VBZ conj denies"},
		{"behind an infinitive", "Oslo PROPN NNP 1 nsubj|wants VERB VBZ -1 root want|to PART TO 3 mark|stay VERB VB 1 xcomp stay|and CCONJ CC 5 cc|blames VERB VBZ 3 conj blame|Rome PROPN NNP 5 obj", 5, "VBZ conj wants"},
		{"two forms in -ing", "Oslo PROPN NNP 1 nsubj|denies VERB VBZ -1 root deny|backing VERB VBG 1 xcomp back|rebels NOUN NNS 2 obj|and CCONJ CC 5 cc|hiding VERB VBG 2 conj hide", 5, "VBG conj backing"},
		{"said in a message", "Roe PROPN NNP 1 nsubj|admitted VERB VBD -1 root admit|in ADP IN 3 case|message NOUN NN 1 obl|that SCONJ IN 6 mark|men NOUN NNS 6 nsubj|left VERB VBD 3 acl leave|and CCONJ CC 8 cc|blamed VERB VBD 6 conj blame", 6, "VBD ccomp admitted"},
		{"what goes on from it", "Roe PROPN NNP 1 nsubj|admitted VERB VBD -1 root admit|in ADP IN 3 case|message NOUN NN 1 obl|that SCONJ IN 6 mark|men NOUN NNS 6 nsubj|left VERB VBD 3 acl leave|and CCONJ CC 8 cc|blamed VERB VBD 6 conj blame", 8, "VBD conj admitted"},
		{"another tense", resume("pay VERB VB 1 ccomp pay", would, "says VERB VBZ 4 conj say"), 6, "VBZ conj pay"},
	})
}
