package statement

import (
	"sort"

	"readout/article"
	"readout/syntax"
)

// assertion reports whether the noun names what somebody has said of another:
// "the accusation".
func assertion(noun string) bool {
	switch noun {
	case "accusation", "allegation", "claim", "charge", "report", "suggestion", "assertion", "involvement", "responsibility",
		"wrongdoing", "criticism", "rumour", "rumor", "statement", "idea", "notion", "insinuation", "complaint", "concern":
		return true
	}
	return false
}

// rebuts reports whether a statement says in so many words that something
// said is not so: "the accusations are baseless", "the claim has no basis".
func rebuts(doc *syntax.Document, s *Statement) bool {
	if s.Negated {
		return false
	}
	for _, c := range s.Content {
		k := sort.Search(len(doc.Sentences), func(k int) bool { return doc.Sentences[k].End > c.Start })
		for ; k < len(doc.Sentences) && doc.Sentences[k].Start < c.End; k++ {
			if refutes(&doc.Sentences[k], c) {
				return true
			}
		}
	}
	return false
}

// refutes is rebuts for what lies in the span of one sentence. The noun must
// be the subject of what is said of it.
func refutes(s *syntax.Sentence, span article.Span) bool {
	for n := range s.Tokens {
		t := &s.Tokens[n]
		if t.UPos != "NOUN" || t.Base() != "nsubj" || !span.Contains(t.Span) || t.Head < 0 || t.Head >= len(s.Tokens) || !assertion(lower(t.Lemma)) {
			continue
		}
		switch lower(s.Tokens[t.Head].Lemma) {
		case "false", "untrue", "baseless", "groundless", "unfounded", "wrong", "nonsense", "lie", "fabrication", "absurd", "ridiculous",
			"untenable", "invention", "fiction", "slander", "fake", "preposterous", "ludicrous", "unsubstantiated", "incorrect":
			return !denied(s, t.Head)
		case "have", "lack", "be":
			for k := t.Head + 1; k < min(len(s.Tokens), t.Head+5); k++ {
				switch lower(s.Tokens[k].Lemma) {
				case "basis", "truth", "foundation", "substance", "merit", "evidence", "ground":
					return lower(s.Tokens[t.Head].Lemma) == "lack" || denied(s, k)
				}
			}
		}
	}
	return false
}

// denied reports whether "no" or "not" depends on token n.
func denied(s *syntax.Sentence, n int) bool {
	for k := range s.Tokens {
		if s.Tokens[k].Head == n {
			switch lower(s.Tokens[k].Form) {
			case "no", "not", "n't", "n’t", "without", "never":
				return true
			}
		}
	}
	return false
}
