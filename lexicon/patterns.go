package lexicon

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// A Rule is one named way of recognising events of one PLOVER type: a line
// "rule type/short-name …" of patterns*.txt and the pattern lines below it.
type Rule struct {
	Name     string // "sanction/expel-envoy"; the first half names the type
	Type     string // "SANCTION"
	Code     Code
	Flags    []string // reciprocal, actorless, armed, keep, loose; see PatternFile
	Doer     byte     // who does X: 'A', 'R', or 0 for the type's habit
	Table    string   // table that reads the code off X, or empty
	Prior    float64  // trust in the rule before a text is seen, 0 < p < 1
	Patterns []Pattern
	Line     Line
}

// A Code is what a rule, a pattern or a line of a table says of an event. An
// empty field says nothing.
type Code struct {
	Type     string
	Modes    []string
	CAMEO    string
	Contexts []string
	Prefer   int // added to the weight of a pattern that competes with others
}

// Over returns the code with what is empty in c filled from base. Contexts
// are joined.
func (c Code) Over(base Code) Code {
	if c.Type == "" {
		c.Type = base.Type
	}
	if c.Modes == nil {
		c.Modes = base.Modes
	}
	if c.CAMEO == "" {
		c.CAMEO = base.CAMEO
	}
	if c.Prefer == 0 {
		c.Prefer = base.Prefer
	}
	contexts := slices.Clone(base.Contexts)
	for _, x := range c.Contexts {
		if !slices.Contains(contexts, x) {
			contexts = append(contexts, x)
		}
	}
	c.Contexts = contexts
	return c
}

// A Table reads the code of an event off the event in its complement: to
// threaten sanctions is coded 1312, to threaten an attack 138.
type Table struct {
	Name  string
	Cases []Case
	Line  Line
}

// A Case is one line "when KEY …" of a table. The first that fits decides.
type Case struct {
	Type  string // of the inner event, or empty for any
	Mode  string // of the inner event, or empty for any
	CAMEO string // prefix of the inner event's code, or empty for any
	Code  Code
	Line  Line
}

// An Example is a sentence and the events that it must give, written below a
// pattern as "> sentence => events".
type Example struct {
	Text string
	Want string // "RUS SANCTION/expel USA n=10; …", or "nothing"
	Line Line
}

// A Narrowing is one of the codes of a line "narrow CODES {class} CODES": an
// event of code From that is about a word of the class is coded Code.
type Narrowing struct {
	From     string
	Class    string
	Code     Code
	Examples []Example // of the whole line, at its last code
	Line     Line
}

// Patterns is all that the files of kind "patterns" hold.
type Patterns struct {
	Rules      []Rule
	Tables     []Table
	Narrowings []Narrowing
}

// flags that a rule may bear.
var ruleFlags = []string{"reciprocal", "actorless", "armed", "keep", "loose", "respond", "evidence", "visit", "own", "many", "grave", "abroad", "coming", "itself", "tried"}

// Patterns reads the files of kind "patterns". The language is described at
// the head of patterns.txt. Faults of all lines are returned together; rules
// without fault are returned beside them.
func (s *Set) Patterns() (Patterns, error) { return s.patterns.get(s.readPatterns) }

func (s *Set) readPatterns() (Patterns, error) {
	var out Patterns
	var faults []error
	names := map[string]Line{}
	var table *Table
	var rule *Rule
	file := ""
	for _, l := range s.Lines("patterns") {
		if l.File != file {
			file, rule, table = l.File, nil, nil
		}
		text := strings.TrimSpace(l.Text)
		word, rest, _ := strings.Cut(text, " ")
		var err error
		switch {
		case word == "rule":
			out.Rules = append(out.Rules, Rule{Line: l})
			rule, table = &out.Rules[len(out.Rules)-1], nil
			err = readRule(rule, rest)
			if first, twice := names[rule.Name]; twice && err == nil {
				err = l.Errorf("rule %q is already at %s:%d", rule.Name, first.File, first.No)
			}
			names[rule.Name] = l
		case word == "table":
			out.Tables = append(out.Tables, Table{Name: rest, Line: l})
			rule, table = nil, &out.Tables[len(out.Tables)-1]
			if !shortName(rest) {
				err = l.Errorf("a table needs one name of small letters")
			} else if first, twice := names["table "+rest]; twice {
				err = l.Errorf("table %q is already at %s:%d", rest, first.File, first.No)
			}
			names["table "+rest] = l
		case word == "when" && table != nil:
			var c Case
			c, err = readCase(l, rest)
			table.Cases = append(table.Cases, c)
		case word == "like" && table != nil:
			i := slices.IndexFunc(out.Tables, func(t Table) bool { return t.Name == rest })
			if i < 0 || i == len(out.Tables)-1 {
				err = l.Errorf("no table %q above", rest)
				break
			}
			table.Cases = append(table.Cases, out.Tables[i].Cases...)
		case word == "narrow":
			var n []Narrowing
			n, err = readNarrowing(l, rest)
			out.Narrowings = append(out.Narrowings, n...)
			rule, table = nil, nil
		case word == ">":
			switch n := len(out.Narrowings); {
			case rule != nil && len(rule.Patterns) > 0:
				p := &rule.Patterns[len(rule.Patterns)-1]
				p.Examples, err = addExample(p.Examples, l, rest)
			case rule == nil && table == nil && n > 0 && out.Narrowings[n-1].Line.File == l.File:
				x := &out.Narrowings[n-1]
				x.Examples, err = addExample(x.Examples, l, rest)
			default:
				err = l.Errorf("an example before any pattern")
			}
		case rule != nil:
			var p Pattern
			if p, err = readPattern(l); err == nil {
				rule.Patterns = append(rule.Patterns, p)
			}
		default:
			err = l.Errorf("a pattern outside a rule")
		}
		if err != nil {
			faults = append(faults, err)
		}
	}
	for _, r := range out.Rules {
		if len(r.Patterns) == 0 {
			faults = append(faults, r.Line.Errorf("rule %q has no pattern", r.Name))
		}
		if _, ok := names["table "+r.Table]; r.Table != "" && !ok {
			faults = append(faults, r.Line.Errorf("no table %q", r.Table))
		}
	}
	return out, errors.Join(faults...)
}

func readRule(r *Rule, rest string) error {
	words := strings.Fields(rest)
	if len(words) == 0 {
		return r.Line.Errorf("a rule needs a name")
	}
	r.Name = words[0]
	typ, short, ok := strings.Cut(r.Name, "/")
	if !ok || !shortName(typ) || !shortName(short) {
		return r.Line.Errorf("rule name %q is not type/short-name", r.Name)
	}
	r.Type, r.Prior = strings.ToUpper(typ), 0.8
	code, left, err := readCode(r.Line, words[1:])
	if err != nil {
		return err
	}
	r.Code = code
	for _, w := range left {
		key, value, isPair := strings.Cut(w, "=")
		switch {
		case isPair && key == "table":
			r.Table = value
		case isPair && key == "doer" && (value == "A" || value == "R"):
			r.Doer = value[0]
		case isPair && key == "prior":
			p, err := strconv.ParseFloat(value, 64)
			if err != nil || !(p > 0 && p < 1) {
				return r.Line.Errorf("prior %q is not between 0 and 1", value)
			}
			r.Prior = p
		case !isPair && slices.Contains(ruleFlags, w):
			r.Flags = append(r.Flags, w)
		default:
			return r.Line.Errorf("unknown word %q in the head of a rule", w)
		}
	}
	return nil
}

// readCode takes the pairs that make a code out of words and returns the rest.
func readCode(l Line, words []string) (c Code, left []string, err error) {
	for _, w := range words {
		key, value, _ := strings.Cut(w, "=")
		switch key {
		case "type":
			c.Type = value
		case "mode":
			c.Modes = splitComma(value)
		case "cameo":
			c.CAMEO = value
			if n := len(value); n < 2 || n > 4 || strings.Trim(value, "0123456789") != "" {
				return c, nil, l.Errorf("CAMEO code %q is not two to four digits", value)
			}
		case "context":
			c.Contexts = splitComma(value)
		case "prefer":
			n, err := strconv.Atoi(value)
			if err != nil || n < -9 || n > 9 {
				return c, nil, l.Errorf("prefer %q is not a small number", value)
			}
			c.Prefer = n
		default:
			left = append(left, w)
			continue
		}
		if value == "" && key != "mode" {
			return c, nil, l.Errorf("%s= without a value", key)
		}
	}
	return c, left, nil
}

// splitComma returns the items of a list; "none" is a list of none.
func splitComma(s string) []string {
	if s == "none" {
		return []string{}
	}
	return strings.Split(s, ",")
}

func readCase(l Line, rest string) (Case, error) {
	c := Case{Line: l}
	words := strings.Fields(rest)
	if len(words) < 2 {
		return c, l.Errorf("when needs a key and a code")
	}
	key := words[0]
	switch {
	case key == "*":
	case key[0] >= '0' && key[0] <= '9':
		c.CAMEO = key
	default:
		c.Type, c.Mode, _ = strings.Cut(key, "/")
	}
	code, left, err := readCode(l, words[1:])
	if err == nil && len(left) > 0 {
		err = l.Errorf("unknown word %q", left[0])
	}
	c.Code = code
	return c, err
}

// readNarrowing reads "CODE|CODE… {class} CODE|CODE… [mode=M] [context=C]".
func readNarrowing(l Line, rest string) ([]Narrowing, error) {
	words := strings.Fields(rest)
	if len(words) < 3 || !strings.HasPrefix(words[1], "{") || !strings.HasSuffix(words[1], "}") {
		return nil, l.Errorf("narrow needs codes, a {class} and as many codes")
	}
	code, left, err := readCode(l, words[3:])
	if err == nil && len(left) > 0 {
		err = l.Errorf("unknown word %q", left[0])
	}
	if err != nil {
		return nil, err
	}
	from, to := strings.Split(words[0], "|"), strings.Split(words[2], "|")
	if len(from) != len(to) {
		return nil, l.Errorf("narrow has %d codes before the class and %d behind it", len(from), len(to))
	}
	var out []Narrowing
	for i := range from {
		n := Narrowing{From: from[i], Class: strings.Trim(words[1], "{}"), Code: code, Line: l}
		n.Code.CAMEO = to[i]
		for _, c := range [...]string{from[i], to[i]} {
			if _, _, err := readCode(l, []string{"cameo=" + c}); err != nil {
				return nil, err
			}
		}
		out = append(out, n)
	}
	return out, nil
}

// addExample adds to list the example that rest is.
func addExample(list []Example, l Line, rest string) ([]Example, error) {
	text, want, ok := strings.Cut(rest, "=>")
	e := Example{strings.TrimSpace(text), strings.TrimSpace(want), l}
	if !ok || e.Text == "" || e.Want == "" {
		return list, l.Errorf("an example is: > sentence => events")
	}
	return append(list, e), nil
}

// shortName reports whether s is small letters, digits and hyphens.
func shortName(s string) bool {
	for i := range len(s) {
		if c := s[i]; !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-') {
			return false
		}
	}
	return s != ""
}
