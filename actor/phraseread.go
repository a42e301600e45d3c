package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/syntax"
)

// read divides the phrase into words, gives them the tags that their looks
// tell, and finds the lexicon's phrases in it.
func (a *asker) read(text string) {
	a.sent = syntax.Sentence{}
	add := func(start, end int) {
		if start >= end {
			return
		}
		w := text[start:end]
		t := syntax.Token{Form: w, Lemma: lowered(w), UPos: "NOUN", XPos: "NN", Head: -1, Rel: loose}
		t.Start, t.End = start, end
		switch lw := lowered(w); {
		case lw == "the" || lw == "a" || lw == "an" || lw == "this" || lw == "that" || lw == "several" || lw == "some":
			t.UPos, t.XPos = "DET", "DT"
		case isPreposition(lw):
			t.UPos, t.XPos = "ADP", "IN"
		case lw == "and" || lw == "or":
			t.UPos, t.XPos = "CCONJ", "CC"
		case lw == "'s" || lw == "’s" || lw == "'" || lw == "’":
			t.UPos, t.XPos = "PART", "POS"
		case w == ",":
			t.UPos, t.XPos = "PUNCT", ","
		case capitalised(w):
			t.UPos, t.XPos = "PROPN", "NNP"
		}
		a.sent.Tokens = append(a.sent.Tokens, t)
	}
	start := 0
	flush := func(end int) {
		word := text[start:end]
		for _, cut := range []string{"'s", "’s", "'", "’"} {
			if rest, ok := strings.CutSuffix(word, cut); ok && rest != "" {
				add(start, start+len(rest))
				add(start+len(rest), end)
				return
			}
		}
		add(start, end)
	}
	for i, r := range text {
		if unicode.IsSpace(r) || r == ',' || r == ';' || r == '(' || r == ')' || r == '"' || r == '“' || r == '”' {
			flush(i)
			if r == ',' {
				add(i, i+1)
			}
			start = i + utf8.RuneLen(r)
			if r == utf8.RuneError {
				start = i + 1
			}
		}
	}
	if start < len(text) {
		flush(len(text))
	}
	a.t.set(&a.sent, 0)
	a.s.read(a.k, &a.t)
}

func isPreposition(w string) bool {
	switch w {
	case "of", "in", "for", "from", "at", "to", "on", "with", "by", "near", "against", "under":
		return true
	}
	return false
}

// plainDate returns a date as YYYY-MM-DD; "today" and what it cannot read
// become empty.
func plainDate(s string) string {
	f := strings.Fields(s)
	if len(f) == 3 {
		month := 0
		for i, m := range []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
			if strings.HasPrefix(m, strings.ToLower(f[1])) && len(f[1]) >= 3 {
				month = i + 1
			}
		}
		if month > 0 && len(f[0]) <= 2 && len(f[2]) == 4 {
			day := f[0]
			if len(day) == 1 {
				day = "0" + day
			}
			s = f[2] + "-" + string([]byte{byte('0' + month/10), byte('0' + month%10)}) + "-" + day
		}
	}
	if len(s) < 4 || len(s) > 10 {
		return ""
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; (i == 4 || i == 7) != (c == '-') || c != '-' && (c < '0' || c > '9') {
			return ""
		}
	}
	return s
}
