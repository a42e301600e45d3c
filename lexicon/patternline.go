package lexicon

import (
	"slices"
	"strings"
)

// Kinds of pattern: what its trigger is.
const (
	VerbPattern = 'v'
	NounPattern = 'n' // "noun …"
	AdjPattern  = 'j' // "adj …"
)

// A Pattern is one line of a rule: a trigger and the slots around it.
type Pattern struct {
	Kind     byte
	Said     bool     // "said …": the actor is the speaker of the clause
	Not      bool     // "not" before the trigger: the clause must be negated
	Modal    bool     // "must" before the trigger: the clause must be an obligation
	Any      bool     // the trigger is "*": any verb, found by its modal
	Triggers []string // lemmas, a particle after "_": "carry_out"
	Class    string   // "@class": the lemmas of a class instead
	Slots    []Slot
	Code     Code // what the line says in place of its rule, after "/"
	Prior    float64
	Examples []Example
	Line     Line
}

// Where a slot stands with respect to its trigger.
const (
	Before  = 's' // subject of a verb or adjective; possessor or modifier of a noun
	Object  = 'o'
	Prep    = 'p' // after one of Preps
	ToVerb  = 't' // infinitive with "to"
	ThatVer = 'c' // finite clause, with "that" or without
)

// A Slot is one argument of a pattern.
type Slot struct {
	Role       byte // 'A', 'R', 'C', 'O', 'X', '*', or 0 for words and classes without a role
	Where      byte
	Preps      []string
	Class      []string // classes of words; those in capitals are sectors and kinds of party
	Words      []string // lemmas
	Owner      byte     // the role that the owner of the filler plays: 'A', 'R' or 0
	OwnerClass []string // sectors and kinds of party that the owner must have one of
	Optional   bool     // [ … ]
	Any        bool     // "R?": fills with any word, a party if there is one
	Subject    byte     // of a clause: the role its subject plays, or 0
	Must       bool     // of a clause: it must be an obligation
}

// readPattern reads one pattern line:
//
//	[noun|adj] [said] [slot] [not] [must] trigger [slot] [prep slot] [to X|*] [that [slot] [must] X|*] [/ code]
func readPattern(l Line) (Pattern, error) {
	p := Pattern{Kind: VerbPattern, Line: l}
	text, tail, hasTail := strings.Cut(l.Text, " / ")
	r := patternReader{words: strings.Fields(spaceBrackets(text)), line: l}
	if hasTail {
		code, left, err := readCode(l, strings.Fields(tail))
		if err != nil {
			return p, err
		}
		if len(left) > 0 {
			return p, l.Errorf("unknown word %q after /", left[0])
		}
		p.Code = code
	}
	for {
		switch r.peek() {
		case "noun":
			p.Kind = NounPattern
		case "adj":
			p.Kind = AdjPattern
		case "said":
			p.Said = true
		default:
			return p, r.read(&p)
		}
		r.next()
	}
}

// spaceBrackets sets blanks around square brackets, so that they are words.
func spaceBrackets(s string) string {
	s = strings.ReplaceAll(s, "[", " [ ")
	return strings.ReplaceAll(s, "]", " ] ")
}

type patternReader struct {
	words    []string
	line     Line
	optional bool
}

func (r *patternReader) peek() string {
	if len(r.words) == 0 {
		return ""
	}
	return r.words[0]
}

func (r *patternReader) next() string {
	w := r.peek()
	if w != "" {
		r.words = r.words[1:]
	}
	return w
}

// bracket takes "[" and "]" and reports whether there was one.
func (r *patternReader) bracket() (bool, error) {
	switch r.peek() {
	case "[":
		if r.optional {
			return true, r.line.Errorf("brackets inside brackets")
		}
		r.optional = true
	case "]":
		if !r.optional {
			return true, r.line.Errorf("] without [")
		}
		r.optional = false
	default:
		return false, nil
	}
	r.next()
	return true, nil
}

func (r *patternReader) read(p *Pattern) error {
	for len(p.Triggers) == 0 && p.Class == "" && !p.Any {
		if took, err := r.bracket(); err != nil {
			return err
		} else if took {
			continue
		}
		w := r.next()
		switch {
		case w == "":
			return r.line.Errorf("no trigger")
		case w == "not":
			p.Not = true
		case w == "must":
			p.Modal = true
		case w == "*" && p.Modal:
			p.Any = true
		case w[0] == '@':
			p.Class = w[1:]
		case isSlot(w):
			s, err := r.slot(w)
			if err != nil {
				return err
			}
			s.Where = Before
			p.Slots = append(p.Slots, s)
		default:
			if !isWord(w) {
				return r.line.Errorf("trigger %q is not made of small letters", w)
			}
			p.Triggers = strings.Split(w, "|")
		}
	}
	for len(r.words) > 0 {
		if took, err := r.bracket(); err != nil {
			return err
		} else if took {
			continue
		}
		s, err := r.after()
		if err != nil {
			return err
		}
		p.Slots = append(p.Slots, s)
	}
	if r.optional {
		return r.line.Errorf("[ without ]")
	}
	return nil
}

// after reads one slot behind the trigger.
func (r *patternReader) after() (Slot, error) {
	w := r.next()
	if isSlot(w) {
		s, err := r.slot(w)
		s.Where = Object
		return s, err
	}
	if !isWord(w) {
		return Slot{}, r.line.Errorf("cannot read %q", w)
	}
	if w == "that" {
		return r.clause()
	}
	if w == "to" && (r.peek() == "X" || r.peek() == "*") {
		s := Slot{Role: r.next()[0], Where: ToVerb, Optional: r.optional}
		return s, nil
	}
	if !isSlot(r.peek()) {
		return Slot{}, r.line.Errorf("no slot after %q; a particle is joined to its verb by _", w)
	}
	s, err := r.slot(r.next())
	s.Where, s.Preps = Prep, strings.Split(w, "|")
	return s, err
}

func (r *patternReader) clause() (Slot, error) {
	s := Slot{Where: ThatVer, Optional: r.optional}
	for {
		w := r.next()
		switch {
		case w == "must":
			s.Must = true
		case w == "X" || w == "*":
			s.Role = w[0]
			return s, nil
		case (w == "R" || w == "A") && s.Subject == 0:
			s.Subject = w[0]
		default:
			return s, r.line.Errorf("after that: [R|A] [must] X or *, not %q", w)
		}
	}
}

// isSlot reports whether a word of a pattern is a slot.
func isSlot(w string) bool {
	if w == "" {
		return false
	}
	switch w[0] {
	case '{', '(', '*':
		return true
	case 'A', 'R', 'C', 'O', 'X':
		return len(w) == 1 || strings.IndexByte("{(:?", w[1]) >= 0
	}
	return false
}

// isWord reports whether w is small letters with |, _, - or an apostrophe.
func isWord(w string) bool {
	for _, c := range w {
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c > 127 || strings.ContainsRune("|_-'", c)) {
			return false
		}
	}
	return !slices.Contains(strings.Split(w, "|"), "")
}

// slot reads "R", "O{envoy}:R", "(door|gate)", "R?", "{sanction|embargo}" or
// "(staff):R{FOREIGN}".
func (r *patternReader) slot(w string) (Slot, error) {
	s := Slot{Optional: r.optional}
	fault := func() (Slot, error) { return s, r.line.Errorf("cannot read slot %q", w) }
	rest := w
	if strings.IndexByte("ARCOX*", rest[0]) >= 0 {
		s.Role, rest = rest[0], rest[1:]
	}
	for rest != "" {
		switch rest[0] {
		case '?':
			s.Any, rest = true, rest[1:]
		case '{', '(':
			end := strings.IndexAny(rest, "})")
			if end < 2 || (rest[0] == '{') != (rest[end] == '}') {
				return fault()
			}
			list := strings.Split(rest[1:end], "|")
			if slices.Contains(list, "") {
				return fault()
			}
			if rest[0] == '{' {
				s.Class = append(s.Class, list...)
			} else {
				s.Words = append(s.Words, list...)
			}
			rest = rest[end+1:]
		case ':':
			if len(rest) < 2 || rest[1] != 'R' && rest[1] != 'A' {
				return fault()
			}
			s.Owner, rest = rest[1], rest[2:]
			if rest != "" {
				if len(rest) < 3 || rest[0] != '{' || rest[len(rest)-1] != '}' {
					return fault()
				}
				s.OwnerClass, rest = strings.Split(rest[1:len(rest)-1], "|"), ""
			}
		default:
			return fault()
		}
	}
	if s.Owner != 0 && s.Owner == s.Role {
		return fault()
	}
	return s, nil
}
