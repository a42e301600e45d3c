package lexicon

import (
	"strings"
	"unicode/utf8"
)

// Dictionaries of PETRARCH and TABARI in the user's folder are read as they
// are. They are recognised by the end of their names, whatever stands before
// it ("Phoenix.Countries.actors.txt", "agents.txt"), unless the name begins
// with a kind of the lexicon's own ("bodies.actors.txt"):
//
//	actors.txt    names with codes and dates     read
//	agents.txt    nouns with codes               read
//	discards.txt, verbs.txt, issues.txt          no knowledge of actors; passed over
//
// An actor file has one entry a paragraph, "#" and ";" open comments:
//
//	HAMID_KARZAI_              the name; "_" is a blank, at the end it is nothing
//	+PRESIDENT_KARZAI          further names
//		[AFGELI 750101-011222]   what he is from … to (YYMMDD or YYYYMMDD)
//		[AFGGOV >011222]         since;  <011222 until
//		[AFGELI]                 otherwise
//
// Codes may stand on the line of a name. An agent file has one noun a line:
//
//	LAWMAN {LAWMEN} [~COP]     an irregular plural in braces; {} for none
//	!PERSON! = MAN, WOMAN      words that stand for !PERSON! in what follows
//	FISHER!PERSON! [~AGR]
//
// CAMEO codes become PLOVER's (see cameoParty). What the lexicon's own files
// know stays as they say; a dictionary adds what they do not know, and further
// names of what they do. A faulty line is passed over; DictionaryFaults tells.
const (
	actorsDictionary = "PETRARCH actors"
	agentsDictionary = "PETRARCH agents"
	unusedDictionary = "PETRARCH, not used"
)

// dictionaryKind returns the kind of dictionary that a file is by its name, or
// "" for none.
func dictionaryKind(name string) string {
	for _, k := range [...]struct{ end, kind string }{
		{"actors.txt", actorsDictionary}, {"agents.txt", agentsDictionary}, {"discards.txt", unusedDictionary},
		{"verbs.txt", unusedDictionary}, {"issues.txt", unusedDictionary},
	} {
		if rest, ok := strings.CutSuffix(strings.ToLower(name), k.end); ok && (rest == "" || strings.HasSuffix(rest, ".")) {
			return k.kind
		}
	}
	return ""
}

// readDictionary keeps the lines of a dictionary without their comments. Bytes
// that are no UTF-8 are taken for Latin-1.
func readDictionary(name, kind, text string) File {
	f := File{Name: name, Kind: kind, Licence: "as the file says"}
	for i, t := range strings.Split(text, "\n") {
		if !utf8.ValidString(t) {
			r := make([]rune, len(t))
			for j := range len(t) {
				r[j] = rune(t[j])
			}
			t = string(r)
		}
		if j := strings.IndexAny(t, "#;"); j >= 0 {
			t = t[:j]
		}
		if t = strings.TrimRight(t, " \t\r"); t != "" {
			f.Lines = append(f.Lines, Line{name, i + 1, t})
		}
	}
	return f
}

// A dictEntry is an actor or an agent of a dictionary.
type dictEntry struct {
	names  []string // as people write them; the first is the main one
	plural []string // of an agent: irregular plural forms
	codes  []dictCode
	line   Line
}

// A dictCode is what an entry is in a term; both bounds empty: otherwise.
type dictCode struct {
	party    cameoParty
	from, to string // YYYY-MM-DD, inclusive
}

// dictionaries read all dictionaries of a set.
type dictionaries struct {
	actors, agents []dictEntry
	faults         []error
	cameo          cameoCodes
}

func (d *dictionaries) fault(l Line, format string, args ...any) {
	d.faults = append(d.faults, l.Errorf(format, args...))
}

// readActors reads the lines of an actor dictionary.
func (d *dictionaries) readActors(lines []Line) {
	var e dictEntry
	coded := false // a code was seen, so that the next name opens an entry
	end := func() {
		switch {
		case len(e.names) == 0:
		case len(e.codes) > 0:
			d.actors = append(d.actors, e)
		case !coded:
			d.fault(e.line, "%s has no code", e.names[0])
		}
		e, coded = dictEntry{}, false
	}
	for _, l := range lines {
		text, codes, ok := d.codesOf(l)
		if name, further := strings.CutPrefix(strings.TrimSpace(text), "+"); further || text != "" {
			if !further && coded {
				end()
			}
			bare, short := abbreviated(name)
			switch n := dictName(bare); {
			case n == "" || strings.ContainsAny(name, "[]{}"):
				d.fault(l, "%q is no name", strings.TrimSpace(name))
			case !further && (l.Text[0] == ' ' || l.Text[0] == '\t'):
				d.fault(l, "an indented line holds codes in brackets")
			case further && len(e.names) == 0:
				d.fault(l, "%s is a further name of nothing", n)
			default:
				if len(e.names) == 0 {
					e.line = l
				}
				e.names = append(e.names, n)
				if short = dictName(short); short != "" {
					e.names = append(e.names, short)
				}
			}
		} else if len(e.names) == 0 && ok {
			d.fault(l, "a code without a name")
			continue
		}
		coded = coded || strings.Contains(l.Text, "[")
		e.codes = append(e.codes, codes...)
	}
	end()
}

// abbreviated parts a name from the abbreviation in brackets behind it.
func abbreviated(name string) (bare, short string) {
	bare, rest, ok := strings.Cut(name, "(")
	short, tail, closed := strings.Cut(rest, ")")
	if !ok || !closed || strings.Trim(tail, "_ ") != "" || len(short) > 8 || strings.ContainsAny(short, "_ ") {
		return name, ""
	}
	return bare, short
}

// readAgents reads the lines of an agent dictionary.
func (d *dictionaries) readAgents(lines []Line) {
	sets := map[string][]string{}
	for _, l := range lines {
		if strings.HasPrefix(l.Text, "!") && strings.Contains(l.Text, "=") {
			name, list, _ := strings.Cut(l.Text, "=")
			name = strings.TrimSpace(name)
			if len(name) < 3 || !strings.HasSuffix(name, "!") {
				d.fault(l, "a set of words is !NAME! = WORD, WORD")
				continue
			}
			for _, w := range strings.Split(list, ",") {
				if w = strings.TrimSpace(w); w != "" {
					sets[name] = append(sets[name], w)
				}
			}
			continue
		}
		text, codes, ok := d.codesOf(l)
		if !ok {
			continue
		}
		e := dictEntry{codes: codes, line: l}
		if i := strings.IndexByte(text, '{'); i >= 0 {
			forms, rest, closed := strings.Cut(text[i+1:], "}")
			if !closed || strings.TrimSpace(rest) != "" {
				d.fault(l, "braces hold the plural: NOUN {PLURAL} [~CODE]")
				continue
			}
			for _, p := range strings.Split(forms, ",") {
				if p = dictNoun(p); p != "" {
					e.plural = append(e.plural, p)
				}
			}
			text = text[:i]
		}
		if len(codes) == 0 {
			if !strings.Contains(l.Text, "[") {
				d.fault(l, "no code")
			}
			continue
		}
		words, bad := expand(text, sets)
		if bad != "" {
			d.fault(l, "%s is no set of words", bad)
			continue
		}
		for _, w := range words {
			if n := dictNoun(w); n != "" {
				e.names = append(e.names, n)
			}
		}
		if len(e.names) == 0 {
			d.fault(l, "no noun")
			continue
		}
		d.agents = append(d.agents, e)
	}
}

// expand puts each word of a set in place of its name, !SET!, once a text.
func expand(text string, sets map[string][]string) (words []string, bad string) {
	i := strings.IndexByte(text, '!')
	if i < 0 {
		return []string{text}, ""
	}
	j := strings.IndexByte(text[i+1:], '!')
	if j < 0 {
		return nil, text[i:]
	}
	name := text[i : i+j+2]
	set, ok := sets[name]
	if !ok {
		return nil, name
	}
	for _, w := range set {
		if !pluralOf(w, set) {
			words = append(words, text[:i]+w+text[i+len(name):])
		}
	}
	return words, ""
}

// pluralOf reports whether a word is the plural of another of the set.
func pluralOf(w string, set []string) bool {
	for _, s := range set {
		stem, isMan := strings.CutSuffix(s, "MAN")
		base, isY := strings.CutSuffix(s, "Y")
		if w == s+"S" || isMan && w == stem+"MEN" || isY && w == base+"IES" {
			return true
		}
	}
	return false
}

// codesOf parts a line into its name and its codes. It is not ok if one of
// them is faulty; faults are noted, and the others returned.
func (d *dictionaries) codesOf(l Line) (name string, codes []dictCode, ok bool) {
	name, ok = l.Text, true
	rest := ""
	if i := strings.IndexByte(name, '['); i >= 0 {
		name, rest = name[:i], name[i:]
	}
	for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
		inside, after, closed := strings.Cut(rest[1:], "]")
		if rest[0] != '[' || !closed {
			d.fault(l, "codes are [CODE] or [CODE date]: %s", rest)
			return strings.TrimSpace(name), codes, false
		}
		rest = after
		c, why := d.code(inside)
		switch {
		case why != "":
			d.fault(l, "%s", why)
			ok = false
		case c.party != cameoParty{}:
			codes = append(codes, c)
		}
	}
	return strings.TrimSpace(name), codes, ok
}

// code reads what stands in brackets: a code, and dates in any spacing. A code
// of hyphens means nobody.
func (d *dictionaries) code(text string) (c dictCode, why string) {
	f := strings.Fields(text)
	if len(f) == 0 {
		return c, "no code in the brackets"
	}
	code := strings.Trim(f[0], "~")
	if strings.Trim(code, "-") == "" {
		return c, ""
	}
	if c.party, why = d.cameo.party(code); why != "" {
		return c, why
	}
	term := strings.Join(f[1:], "")
	if term == "" {
		return c, ""
	}
	from, to, interval := strings.Cut(term, "-")
	var ok1, ok2 bool
	switch {
	case strings.HasPrefix(term, ">"):
		c.from, ok1 = dictDate(term[1:])
		ok2 = true
	case strings.HasPrefix(term, "<"):
		c.to, ok2 = dictDate(term[1:])
		ok1 = true
	case interval:
		c.from, ok1 = dictDate(from)
		c.to, ok2 = dictDate(to)
	default:
		return c, "dates are >DATE, <DATE or DATE-DATE, not " + term
	}
	switch {
	case !ok1 || !ok2:
		return c, "dates are YYMMDD or YYYYMMDD, not " + term
	case c.from != "" && c.to != "" && c.from > c.to:
		return c, "the term " + term + " ends before it begins"
	}
	return c, ""
}

// dictDate reads YYMMDD, of the years 1931 to 2030, or YYYYMMDD. A day or month
// of 00 is the first.
func dictDate(s string) (string, bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return "", false
		}
	}
	if len(s) == 6 {
		if s[:2] > "30" {
			s = "19" + s
		} else {
			s = "20" + s
		}
	}
	if len(s) != 8 {
		return "", false
	}
	part := func(p string) string {
		if p == "00" {
			return "01"
		}
		return p
	}
	d := s[:4] + "-" + part(s[4:6]) + "-" + part(s[6:])
	return d, validDate(d)
}
