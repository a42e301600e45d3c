package mend

import "testing"

func TestComplements(t *testing.T) {
	checkMended(t, complements, []mended{
		{"a preposition inside its phrase", "settle VERB VB -1 root|with ADP IN 3 case|attorney NOUN NN 0 obl|general NOUN NN 2 nmod", 1, "IN case attorney"},
		{"a preposition before two", "deal NOUN NN -1 root|with ADP IN 3 case|attorney NOUN NN 0 nmod|general NOUN NN 0 nmod", 1, "IN case attorney"},
		{"a preposition before a clause", "warned VERB VBD -1 root|men NOUN NNS 0 obj|against SCONJ IN 4 case|staging VERB VBG 0 advcl|protests NOUN NNS 3 obj", 2, "IN mark staging"},
		{"a preposition in its place", "settle VERB VB -1 root|with ADP IN 2 case|Roe PROPN NNP 0 obl", 1, "IN case Roe"},
		{"what a preposition governs", "notified VERB VBD -1 root|Roe PROPN NNP 0 obj|of ADP IN 3 case|sales NOUN NNS 0 obj", 3, "NNS obl notified"},
		{"about how many", "saw VERB VBD -1 root|in ADP IN 2 case|ten NUM CD 0 obj", 2, "CD obj saw"},
		{"whose seat", "Roe PROPN NNP -1 root|whose PRON WP$ 2 nmod:poss|seat NOUN NN 4 nsubj|she PRON PRP 4 nsubj|holds VERB VBZ 0 acl:relcl", 2, "NN obj holds"},
		{"whose man", "Roe PROPN NNP -1 root|whose PRON WP$ 2 nmod:poss|man NOUN NN 3 nsubj|fled VERB VBD 0 acl:relcl", 2, "NN nsubj fled"},
		{"who attacked", "men NOUN NNS -1 root|which PRON WDT 4 obj|Roe PROPN NNP 3 nsubj|says VERB VBZ 0 acl:relcl|attacked VERB VBD 3 ccomp|Oslo PROPN NNP 4 obj", 1, "WDT nsubj attacked"},
		{"what somebody is called", "called VERB VBD -1 root call|Roe PROPN NNP 0 obj|“ PUNCT `` 4 punct|a DET DT 4 det|clown NOUN NN 1 appos", 4, "NN xcomp called"},
		{"whom one calls so", "called VERB VBD -1 root call|Roe PROPN NNP 0 xcomp|a DET DT 3 det|clown NOUN NN 0 xcomp", 1, "NNP obj called"},
		{"who somebody is", "called VERB VBD -1 root call|Roe PROPN NNP 0 obj|, PUNCT , 4 punct|a DET DT 4 det|clown NOUN NN 1 appos", 4, "NN appos Roe"},
		{"what somebody is given", "gives VERB VBZ -1 root give|army NOUN NN 0 obj|of ADP IN 3 case|Chad PROPN NNP 1 nmod|the DET DT 5 det|arms NOUN NNS 3 appos", 5, "NNS obj gives"},
		{"to whom", "gives VERB VBZ -1 root give|army NOUN NN 0 obj|of ADP IN 3 case|Chad PROPN NNP 1 nmod|the DET DT 5 det|arms NOUN NNS 3 appos", 1, "NN iobj gives"},
		{"where", "spoke VERB VBD -1 root|of ADP IN 2 case|Libya PROPN NNP 0 obl|, PUNCT , 6 punct|where ADV WRB 6 advmod|Roe PROPN NNP 6 nsubj|lives VERB VBZ 0 advcl", 6, "VBZ acl:relcl Libya"},
		{"where it was put", "put VERB VBD -1 root|it PRON PRP 0 obj|where ADV WRB 4 advmod|Roe PROPN NNP 4 nsubj|lives VERB VBZ 0 advcl", 4, "VBZ advcl put"},
		{"the verb behind a participle", "Rockets NOUN NNS 1 nsubj:pass|fired VERB VBN -1 root|from ADP IN 3 case|Gaza PROPN NNP 1 obl|hit VERB VBD 1 advcl|Roe PROPN NNP 4 obj", 0, "NNS nsubj hit"},
		{"the participle", "Rockets NOUN NNS 1 nsubj:pass|fired VERB VBN -1 root|from ADP IN 3 case|Gaza PROPN NNP 1 obl|hit VERB VBD 1 advcl|Roe PROPN NNP 4 obj", 1, "VBN acl Rockets"},
		{"a verb and its clause", "Roe PROPN NNP 1 nsubj|fled VERB VBD -1 root|when ADV WRB 3 advmod|hit VERB VBD 1 advcl", 0, "NNP nsubj fled"},
		{"an adjective", "Roe PROPN NNP 2 nsubj|is AUX VBZ 2 aux:pass|pleased ADJ JJ -1 root", 1, "VBZ cop pleased"},
		{"a passive", "Roe PROPN NNP 2 nsubj:pass|is AUX VBZ 2 aux:pass|jailed ADJ JJ -1 root", 1, "VBZ aux:pass jailed"},
		{"coordinated modifiers", "talks NOUN NNS -1 root|between ADP IN 2 case|Slovak ADJ JJ 0 nmod|and CCONJ CC 5 cc|Commission PROPN NNP 5 compound|officials NOUN NNS 0 nmod", 2, "JJ amod officials"},
		{"what a building does", "strike NOUN NN -1 root|on ADP IN 2 case|school NOUN NN 0 nmod|sheltering VERB VBG 0 acl shelter", 3, "VBG acl school"},
		{"what a strike does", "strike NOUN NN -1 root|on ADP IN 2 case|school NOUN NN 0 nmod|killing VERB VBG 0 acl kill", 3, "VBG acl strike"},
		{"what is talked about", "spoke VERB VBD -1 root|by ADP IN 2 case|phone NOUN NN 0 obl phone|about ADP IN 4 case|war NOUN NN 2 nmod", 4, "NN obl spoke"},
		{"who did what a noun tells", "capture NOUN NN -1 root|from ADP IN 2 case|Isis PROPN NNP 0 nmod|by ADP IN 4 case|army NOUN NN 2 nmod", 4, "NN nmod capture"},
		{"a book by somebody", "sale NOUN NN -1 root|of ADP IN 2 case|books NOUN NNS 0 nmod|by ADP IN 4 case|Roe PROPN NNP 2 nmod", 4, "NNP nmod books"},
	})
}
