package timex

import (
	"fmt"
	"strconv"
	"strings"

	"readout/lexicon"
)

// A unit of duration.
type unit uint8

const (
	uNone unit = iota
	uDay
	uWeek
	uMonth
	uYear
	uQuarter
	uDecade
	uCentury
	uFortnight
	uWeekend
	uHour
	uMinute
	uSecond
)

var unitOf = map[string]unit{
	"D": uDay, "W": uWeek, "M": uMonth, "Y": uYear, "Q": uQuarter, "E": uDecade, "C": uCentury,
	"F": uFortnight, "WE": uWeekend, "H": uHour, "N": uMinute, "S": uSecond,
}

// A word is what the vocabulary knows of one word. A word may play several
// roles: "second" is an ordinal and a unit.
type word struct {
	text     string
	month    int
	weekday  int
	season   int
	unit     unit
	number   int
	ordinal  int
	plural   bool // a unit or weekday in the plural
	short    bool // a month or weekday abbreviated
	zone     bool
	filler   bool
	counted  bool
	label    bool
	paper    bool
	future   bool
	past     bool
	plan     bool
	schedule bool
	opener   bool // an expression may begin with it
	part     string
	parts    string // in the plural
	set      string
	vague    string
	phrases  []*holiday // that begin with it, longest first
}

// A holiday is a day or season known by name.
type holiday struct {
	words   []string
	fixed   int // day number of a single day of history
	isFixed bool
	none    bool // no rule is known
	easter  bool
	offset  int // from Easter
	month   int
	day     int // of the month
	weekday int // with nth
	nth     int
}

// on returns the day of the holiday in a year.
func (h *holiday) on(y int) (day int, ok bool) {
	switch {
	case h.none || y < 1 || y > 9999:
		return 0, false
	case h.easter:
		return easterOf(y) + h.offset, y >= 1583
	case h.weekday > 0:
		return nthWeekday(y, h.month, h.weekday, h.nth)
	}
	return dayOf(y, h.month, h.day), validDate(y, h.month, h.day)
}

// grammar lists the words that rules ask for by name. Those before the bar may
// begin an expression.
const grammar = `the this that these last next past previous coming following same early late mid end start beginning
middle close turn later earlier every each per once twice half a an several few some many couple dozens hundreds
another today yesterday tomorrow tonight overnight noon midnight q fy fiscal recent former future
upcoming nineties eighties seventies sixties fifties forties thirties twenties year-end weeklong monthlong yearlong
daylong at mere |
of in and or to through until till from between before after since for over within during by on about around nearly
almost than least most as ago now hence old long matter ahead come moment present day's s t st nd rd th am pm a p m
hours o'clock local time age aged older younger under ever again only just until time no not said unknown number spent took
take takes taking lasted lasting lasts into with amid despite ended his her their its our my your first final other
second third times ' 's - – — . , ; : / ( ) $ % million billion new ahead early late remaining mid- bc bce ad ce all
roughly approximately up down more less through throughout across against were wait waited preceding opening closing
percent barrels best worst highest lowest largest smallest biggest fastest deadliest most fewest strongest weakest
post pre anniversary be is are would could should might can must set due scheduled planned pregnant if`

// vocabulary is all words, compiled. It is read-only.
type vocabulary struct {
	words    map[string]*word
	unknown  word
	numbered []*holiday // that begin with a number
	famous   []int      // day numbers of days of history often named without their year
}

func newVocabulary(entries []lexicon.TimeEntry) *vocabulary {
	v := &vocabulary{words: map[string]*word{}}
	open, rest, _ := strings.Cut(grammar, "|")
	for _, w := range strings.Fields(open) {
		v.word(w).opener = true
	}
	for _, w := range strings.Fields(rest) {
		v.word(w)
	}
	for _, e := range entries {
		for i, p := range e.Phrases {
			v.add(e, p, i > 0)
		}
	}
	for _, w := range v.words {
		if w.month > 0 || w.weekday > 0 || w.season > 0 || w.unit != uNone || w.number > 0 || w.ordinal > 0 ||
			w.part != "" || w.set != "" || w.vague != "" || len(w.phrases) > 0 {
			w.opener = true
		}
	}
	return v
}

func (v *vocabulary) word(text string) *word {
	w := v.words[text]
	if w == nil {
		w = &word{text: text}
		v.words[text] = w
	}
	return w
}

// add enters one phrase of a lexicon line; variant is set for all but the
// first of its line.
func (v *vocabulary) add(e lexicon.TimeEntry, phrase string, variant bool) {
	if e.Role == "holiday" || e.Role == "named" {
		h := newHoliday(e, v.split(phrase))
		if c := h.words[0][0]; c >= '0' && c <= '9' {
			v.numbered = append(v.numbered, h)
			return
		}
		w := v.word(h.words[0])
		at := len(w.phrases)
		for at > 0 && len(w.phrases[at-1].words) < len(h.words) {
			at--
		}
		w.phrases = append(w.phrases[:at], append([]*holiday{h}, w.phrases[at:]...)...)
		return
	}
	if e.Role == "famous" {
		if d, ok := parseDay(e.Value); ok {
			v.famous = append(v.famous, d)
		}
		return
	}
	w := v.word(phrase)
	n, _ := strconv.Atoi(e.Value)
	switch e.Role {
	case "month":
		w.month, w.short = n, variant
	case "weekday":
		w.weekday, w.short = n, variant
		if !variant {
			p := v.word(phrase + "s")
			p.weekday, p.plural = n, true
		}
	case "season":
		w.season = map[string]int{"SP": spring, "SU": summer, "FA": autumn, "WI": winter}[e.Value]
	case "part":
		w.part = e.Value
	case "parts":
		w.parts = e.Value
	case "unit", "units":
		w.unit, w.plural = unitOf[e.Value], e.Role == "units"
	case "number":
		w.number = n
	case "ordinal":
		w.ordinal = n
	case "set":
		w.set = e.Value
	case "vague":
		w.vague = e.Value
	case "zone":
		w.zone = true
	case "filler":
		w.filler = true
	case "counted":
		w.counted = true
	case "label":
		w.label = true
	case "paper":
		w.paper = true
	case "future":
		w.future = true
	case "past":
		w.past = true
	case "plan":
		w.plan = true
	case "scheduled":
		w.schedule = true
	}
}

// split cuts a phrase as the text is cut, and makes its words known.
func (v *vocabulary) split(phrase string) []string {
	var out []string
	for _, f := range strings.Fields(phrase) {
		if f == "'s" {
			out = append(out, f)
			continue
		}
		for i := 0; i < len(f); {
			end, class := piece(f, i)
			if class == letters {
				v.word(f[i:end])
			}
			out = append(out, f[i:end])
			i = end
		}
	}
	return out
}

var weekdayOfName = map[string]int{"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}

// newHoliday compiles a value that package lexicon has checked.
func newHoliday(e lexicon.TimeEntry, words []string) *holiday {
	h := &holiday{words: words}
	if e.Role == "named" {
		h.fixed, h.isFixed = parseDay(e.Value)
		return h
	}
	if e.Value == "" {
		h.none = true
		return h
	}
	if off, ok := strings.CutPrefix(e.Value, "easter"); ok {
		h.easter = true
		h.offset, _ = strconv.Atoi(off)
		return h
	}
	h.month, _ = strconv.Atoi(e.Value[:2])
	day, nth, ok := strings.Cut(e.Value[3:], "-")
	if ok {
		h.weekday = weekdayOfName[day]
		h.nth, _ = strconv.Atoi(nth)
	} else {
		h.day, _ = strconv.Atoi(day)
	}
	return h
}

// load reads the vocabulary from a set.
func load(set *lexicon.Set) (*vocabulary, error) {
	entries, err := set.Times()
	if err != nil {
		return nil, fmt.Errorf("words of time: %w", err)
	}
	if len(entries) == 0 {
		return nil, fmt.Errorf("words of time: the lexicon has no file times.txt")
	}
	return newVocabulary(entries), nil
}
