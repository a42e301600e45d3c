// Package feats finds the features of a tagged word, as column FEATS of CoNLL-U
// has them: what the word and its tags tell, and what its tree adds.
package feats

import "strings"

// Of returns the CoNLL-U features of a word, sorted by name, letter case
// aside, as UD English EWT has them and as far as the word and its tags tell
// them; "" if none. The number and person of a finite verb that its form leaves
// open ("said", "are") and the case of "you" and "it" need the tree: see Agree.
func Of(form, upos, xpos string) string {
	low := strings.ToLower(form)
	switch upos {
	case "PUNCT":
		return ""
	case "SYM":
		if xpos == "NN" {
			return "Number=Sing"
		}
		return ""
	case "PRON":
		return pronoun(low, xpos)
	case "DET":
		return determiner(low, xpos)
	case "AUX", "VERB":
		return verb(low, upos, xpos)
	case "NUM":
		return numeral(form, xpos)
	}
	switch xpos {
	case "NN":
		if upos == "NOUN" || upos == "" {
			return noun(form, low, "Sing")
		}
	case "NNP":
		switch {
		case upos == "ADJ":
			return "Degree=Pos"
		case upos != "PROPN" && upos != "":
			return ""
		case abbreviated(form):
			return "Abbr=Yes|Number=Sing"
		}
		return "Number=Sing"
	case "NNPS":
		switch low {
		case "philippines", "netherlands", "olympics", "paralympics", "commons", "maldives":
			return "Number=Ptan"
		}
		return "Number=Plur"
	case "NNS":
		return noun(form, low, "Plur")
	case "JJ":
		if upos != "X" {
			return "Degree=Pos" + ordinal(form, low)
		}
	case "JJR", "RBR":
		return "Degree=Cmp"
	case "JJS", "RBS":
		return "Degree=Sup"
	case "RB":
		return adverb(low, upos)
	case "WRB":
		return interrogative(low)
	case "CC":
		if low == "nor" || low == "neither" {
			return "Polarity=Neg"
		}
	case "UH":
		switch low {
		case "yes", "yeah", "yep":
			return "Polarity=Pos"
		case "no", "nope":
			return "Polarity=Neg"
		}
	case "FW":
		if low == "etc" || low == "etc." {
			return "Abbr=Yes|Number=Plur"
		}
	}
	return ""
}

func pronoun(low, xpos string) string {
	switch xpos {
	case "PRP", "PRP$":
		if low == "her" && xpos == "PRP" {
			return "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs"
		}
		if f, ok := personal[low]; ok {
			return f
		}
		return "PronType=Prs"
	case "DT":
		return determiner(low, xpos)
	case "WP", "WDT":
		if low == "what" {
			return "PronType=Int"
		}
		return "PronType=Rel"
	case "WP$":
		return "Poss=Yes|PronType=Rel"
	case "EX":
		return "PronType=Dem"
	case "NN":
		switch {
		case low == "none":
			return "PronType=Neg"
		case low == "one":
			return "Number=Sing|PronType=Neg"
		case strings.HasPrefix(low, "some"), strings.HasPrefix(low, "any"):
			return "Number=Sing|PronType=Ind"
		case strings.HasPrefix(low, "every"):
			return "Number=Sing|PronType=Tot"
		case strings.HasPrefix(low, "no"):
			return "Number=Sing|PronType=Neg"
		}
	}
	return ""
}

// personal holds the personal, possessive and reflexive pronouns.
var personal = map[string]string{
	"i":          "Case=Nom|Number=Sing|Person=1|PronType=Prs",
	"me":         "Case=Acc|Number=Sing|Person=1|PronType=Prs",
	"we":         "Case=Nom|Number=Plur|Person=1|PronType=Prs",
	"us":         "Case=Acc|Number=Plur|Person=1|PronType=Prs",
	"'s":         "Case=Acc|Number=Plur|Person=1|PronType=Prs",
	"’s":         "Case=Acc|Number=Plur|Person=1|PronType=Prs",
	"you":        "Case=Nom|Person=2|PronType=Prs",
	"he":         "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
	"him":        "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
	"she":        "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
	"her":        "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
	"it":         "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs",
	"they":       "Case=Nom|Number=Plur|Person=3|PronType=Prs",
	"them":       "Case=Acc|Number=Plur|Person=3|PronType=Prs",
	"'em":        "Case=Acc|Number=Plur|Person=3|PronType=Prs",
	"my":         "Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs",
	"our":        "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs",
	"your":       "Case=Gen|Person=2|Poss=Yes|PronType=Prs",
	"his":        "Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
	"its":        "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
	"their":      "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs",
	"mine":       "Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs",
	"ours":       "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs",
	"yours":      "Case=Gen|Person=2|Poss=Yes|PronType=Prs",
	"hers":       "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
	"theirs":     "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs",
	"myself":     "Case=Acc|Number=Sing|Person=1|PronType=Prs|Reflex=Yes",
	"ourselves":  "Case=Acc|Number=Plur|Person=1|PronType=Prs|Reflex=Yes",
	"yourself":   "Case=Acc|Number=Sing|Person=2|PronType=Prs|Reflex=Yes",
	"yourselves": "Case=Acc|Number=Plur|Person=2|PronType=Prs|Reflex=Yes",
	"himself":    "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
	"herself":    "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
	"itself":     "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
	"themselves": "Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes",
	"oneself":    "Case=Acc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
}

func determiner(low, xpos string) string {
	switch low {
	case "the":
		return "Definite=Def|PronType=Art"
	case "a", "an":
		return "Definite=Ind|PronType=Art"
	case "this", "that":
		return "Number=Sing|PronType=Dem"
	case "these", "those":
		return "Number=Plur|PronType=Dem"
	case "no", "neither":
		return "PronType=Neg"
	case "all", "every", "each", "both":
		return "PronType=Tot"
	case "which", "what", "whatever", "whichever":
		return "PronType=Int"
	case "half":
		return "NumForm=Word|NumType=Frac|PronType=Ind"
	}
	if xpos == "DT" || xpos == "PDT" {
		return "PronType=Ind"
	}
	return ""
}

func verb(low, upos, xpos string) string {
	switch xpos {
	case "MD":
		return "VerbForm=Fin"
	case "VB":
		return "VerbForm=Inf"
	case "VBD":
		if low == "was" {
			return "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
		}
		return "Mood=Ind|Tense=Past|VerbForm=Fin"
	case "VBG":
		return "Tense=Pres|VerbForm=Part"
	case "VBN":
		return "Tense=Past|VerbForm=Part"
	case "VBP":
		if low == "am" || low == "'m" || low == "’m" {
			return "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"
		}
		return "Mood=Ind|Tense=Pres|VerbForm=Fin"
	case "VBZ":
		return "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
	case "NNP":
		switch {
		case strings.HasSuffix(low, "ing"):
			return "VerbForm=Ger"
		case strings.HasSuffix(low, "ed"):
			return "Tense=Past|VerbForm=Part"
		}
		return "VerbForm=Inf"
	}
	return ""
}

func numeral(form, xpos string) string {
	if form == "" {
		return ""
	}
	c := form[0]
	switch {
	case c >= '0' && c <= '9', c == '.', c == '+', c == '\'' && len(form) > 1:
		if i := strings.LastIndexByte(form, '.'); i >= 0 && i+1 < len(form) && strings.IndexByte(form, '.') == i && digitsOnly(form) {
			return "NumForm=Digit|NumType=Frac"
		}
		return "NumForm=Digit|NumType=Card"
	case strings.Trim(form, "IVXLC") == "" && (len(form) > 1 || xpos == "CD"):
		return "NumForm=Roman|NumType=Card"
	}
	switch form {
	case "m", "k", "b", "bn", "t", "tn", "mn", "M", "K", "B":
		if xpos == "CD" {
			return "Abbr=Yes|NumForm=Word|NumType=Card"
		}
	}
	if xpos == "LS" {
		return ""
	}
	return "NumForm=Word|NumType=Card"
}

func digitsOnly(s string) bool {
	return strings.Trim(s, "0123456789.,") == ""
}

func noun(form, low, num string) string {
	switch {
	case low == "":
		return ""
	case low[0] >= '0' && low[0] <= '9' || low[0] == '\'' && len(low) > 2:
		if num == "Plur" {
			return "Number=Ptan|NumForm=Combi|NumType=Card"
		}
		if o := ordinal(form, low); o != "" {
			return "Number=Sing" + o
		}
	case num == "Plur":
		switch low {
		case "politics", "troops", "headquarters", "means", "clothes", "species", "supplies", "pants",
			"grounds", "goods", "contents", "glasses", "regards", "thanks", "premises", "outskirts",
			"surroundings", "proceedings", "remains", "belongings", "earnings", "savings":
			return "Number=Ptan"
		}
	case abbreviated(form):
		return "Abbr=Yes|Number=" + num
	case low == "half" || low == "quarter":
		return "Number=Sing|NumForm=Word|NumType=Frac"
	}
	return "Number=" + num
}

// ordinal returns the features of an ordinal numeral, with "|" before them.
func ordinal(form, low string) string {
	if low == "" {
		return ""
	}
	if low[0] >= '0' && low[0] <= '9' {
		for _, s := range [...]string{"st", "nd", "rd", "th"} {
			if strings.HasSuffix(low, s) {
				return "|NumForm=Combi|NumType=Ord"
			}
		}
		return ""
	}
	switch low {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
		"eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
		"eighteenth", "nineteenth", "twentieth", "thirtieth", "hundredth", "thousandth", "umpteenth":
		return "|NumForm=Word|NumType=Ord"
	}
	return ""
}

func adverb(low, upos string) string {
	switch low {
	case "not", "n't", "n’t", "nt":
		return "Polarity=Neg"
	case "then", "here", "there", "now":
		return "PronType=Dem"
	case "ever", "sometimes", "anywhere", "somewhere", "sometime", "anytime", "someplace", "somehow":
		return "PronType=Ind"
	case "never", "nowhere", "neither":
		return "PronType=Neg"
	case "always", "everywhere":
		return "PronType=Tot"
	case "once", "twice", "thrice":
		return "NumForm=Word|NumType=Mult"
	case "well", "far", "long", "soon", "much", "ago", "early", "late", "little", "hard", "fast", "close",
		"often", "likely", "near", "high", "deep", "badly":
		return "Degree=Pos"
	}
	if o := ordinal(low, low); o != "" {
		return "Degree=Pos" + o
	}
	if upos == "PART" {
		return "Polarity=Neg"
	}
	return ""
}

func interrogative(low string) string {
	if low == "whereby" || low == "wherein" || low == "wherever" || low == "whenever" || low == "where" {
		return "PronType=Rel"
	}
	return "PronType=Int"
}

// abbreviated reports whether the word is written as an abbreviation.
func abbreviated(form string) bool {
	return len(form) > 1 && form[len(form)-1] == '.'
}
