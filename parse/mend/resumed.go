package mend

import "readout/syntax"

// resumed joins finite verb k, without a subject of its own, to the verb whose
// clause went before and not to the verb of that clause: where that is no finite
// verb ("denies backing the rebels and accuses Chad"); or, of verbs of speech, where
// it stands behind an auxiliary that a finite verb cannot share ("said that Norway
// would send tanks and urged Sweden to follow"), or where k is of speech and the
// clause is not ("said that rebels had left and accused Chad").
func resumed(s *syntax.Sentence, k int) {
	t := &s.Tokens[k]
	u := t.Head
	if t.Rel != "conj" || !finite(t) || u < 0 || u > k || s.Tokens[u].UPos != "VERB" || hasSubject(s, k) || child(s, k, "aux") >= 0 || child(s, k, "mark") >= 0 {
		return
	}
	if v := above(s, u); v >= 0 && v < u && s.Tokens[v].XPos == t.XPos && hasSubject(s, v) && (unfinite(s, u) || resumes(s, u, v, t)) {
		t.Head = v
	}
}

// above returns the verb that the clause of verb u hangs on, past infinitives:
// "urged the army to ensure that"; or -1.
func above(s *syntax.Sentence, u int) int {
	switch s.Tokens[u].Rel {
	case "ccomp", "xcomp":
	default:
		return -1
	}
	v := s.Tokens[u].Head
	for steps := 0; v >= 0 && steps < len(s.Tokens) && s.Tokens[v].UPos == "VERB" && s.Tokens[v].Rel == "xcomp"; steps++ {
		v = s.Tokens[v].Head
	}
	return v
}

// unfinite reports whether verb u is an infinitive behind "to", or a form in -ing
// without an auxiliary.
func unfinite(s *syntax.Sentence, u int) bool {
	switch s.Tokens[u].XPos {
	case "VBG":
		return child(s, u, "aux") < 0
	case "VB":
		m := child(s, u, "mark")
		return m >= 0 && s.Tokens[m].XPos == "TO"
	}
	return false
}

// resumes reports whether verb t goes on from verb of speech v, whose clause has
// verb u, with a subject.
func resumes(s *syntax.Sentence, u, v int, t *syntax.Token) bool {
	return s.Tokens[u].Rel == "ccomp" && speech[s.Tokens[v].Lemma] && hasSubject(s, u) && (unshared(s, u, t) || speech[t.Lemma] && !speech[s.Tokens[u].Lemma])
}

// unshared reports whether the auxiliary of verb u cannot be that of a finite
// verb t joined to it.
func unshared(s *syntax.Sentence, u int, t *syntax.Token) bool {
	a := child(s, u, "aux")
	if a < 0 {
		return false
	}
	switch s.Tokens[a].XPos {
	case "MD":
		return true
	case "VBZ", "VBP":
		return t.XPos == "VBD" && s.Tokens[a].Rel == "aux:pass"
	}
	return false
}

// speech are verbs by which somebody says something, to or of others.
var speech = map[string]bool{
	"accuse": true, "acknowledge": true, "add": true, "admit": true, "announce": true, "appeal": true, "argue": true, "ask": true, "assert": true,
	"assure": true, "blame": true, "call": true, "claim": true, "complain": true, "concede": true, "condemn": true, "confirm": true, "criticise": true,
	"criticize": true, "declare": true, "demand": true, "denounce": true, "deny": true, "describe": true, "dismiss": true, "express": true, "hail": true,
	"insist": true, "pledge": true, "praise": true, "promise": true, "reiterate": true, "reply": true, "report": true, "say": true, "state": true,
	"stress": true, "suggest": true, "tell": true, "thank": true, "threaten": true, "urge": true, "voice": true, "vow": true, "warn": true, "write": true,
}
