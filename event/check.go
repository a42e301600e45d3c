package event

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout/actor"
	"readout/lexicon"
	"readout/place"
	"readout/syntax"
	"readout/timex"
)

// An Analysis is a text made ready for Find.
type Analysis struct {
	Document *syntax.Document
	Cast     *actor.Cast
	Times    []timex.Time
	Places   []place.Place
}

// An example is one of the lexicon with the rule that it stands under, none
// for one below a line "narrow".
type example struct {
	rule string
	lexicon.Example
}

// Check proves that every example in the pattern files is coded as it says:
// that Find gives the events it lists and no other that the writer vouches
// for, and one of them by the rule it stands under. analyse makes a text ready,
// as the program does with articles. All faults are returned together, each
// with its file and line; nil means that all examples hold. checked is their
// number. Confidence is left out of it: events of any are told.
func (f *Finder) Check(analyse func(text string) (Analysis, error)) (checked int, err error) {
	all := *f
	all.least = -1
	var faults []error
	for _, x := range f.examples {
		a, err := analyse(x.Text)
		if err != nil {
			faults = append(faults, x.Line.Errorf("%v", err))
			continue
		}
		checked++
		events := all.Find(a.Document, a.Cast, a.Times, a.Places)
		if why := f.differs(x, a.Cast, events); why != "" {
			faults = append(faults, x.Line.Errorf("%s", why))
		}
	}
	return checked, errors.Join(faults...)
}

// differs says how events are not what example x wants, or nothing.
func (f *Finder) differs(x example, cast *actor.Cast, events []Event) string {
	var got []string
	for i := range events {
		got = append(got, Summary(cast, &events[i]))
	}
	found := strings.Join(got, "; ")
	if found == "" {
		found = "nothing"
	}
	if x.Want == "nothing" {
		if len(events) > 0 {
			return "found " + found
		}
		return ""
	}
	used := make([]bool, len(events))
	byRule := x.rule == ""
	for _, w := range strings.Split(x.Want, ";") {
		w, code := cutCode(strings.TrimSpace(w))
		k := -1
		for i := range events {
			if !used[i] && meets(w, got[i]) && (code == "" || events[i].CAMEO == code) {
				k = i
				break
			}
		}
		if k < 0 {
			if code != "" {
				for i := range events {
					found += ", cameo=" + events[i].CAMEO
				}
				w += " cameo=" + code
			}
			return fmt.Sprintf("no event %q; found %s", w, found)
		}
		used[k] = true
		byRule = byRule || events[k].Rule == x.rule
	}
	for i := range events {
		if !used[i] && events[i].Within < 0 {
			return fmt.Sprintf("one event too many, %q", got[i])
		}
	}
	if !byRule {
		return "found, but by another rule: " + events[slices.Index(used, true)].Rule
	}
	return ""
}

// cutCode takes the CAMEO code, "cameo=1411", from what an example wants.
func cutCode(want string) (rest, code string) {
	words := strings.Fields(want)
	for i, w := range words {
		if c, ok := strings.CutPrefix(w, "cameo="); ok {
			return strings.Join(slices.Delete(words, i, i+1), " "), c
		}
	}
	return want, ""
}

// meets reports whether a summary is what an example wants: mode and count
// may be left out.
func meets(want, got string) bool {
	w, g := strings.Fields(want), strings.Fields(got)
	if len(w) < 3 || len(g) < 3 || w[0] != g[0] || w[2] != g[2] {
		return false
	}
	wt, wm, _ := strings.Cut(w[1], "/")
	gt, gm, _ := strings.Cut(g[1], "/")
	if wt != gt || wm != "" && !slices.Contains(strings.Split(gm, ","), wm) {
		return false
	}
	aux := func(l []string) (out []string, count string) {
		for _, s := range l {
			if strings.HasPrefix(s, "n=") {
				count = s
			} else {
				out = append(out, s)
			}
		}
		return out, count
	}
	wa, wn := aux(w[3:])
	ga, gn := aux(g[3:])
	return slices.Equal(wa, ga) && (wn == "" || wn == gn)
}

// Summary writes an event in the way of the examples in the pattern files:
// "RUS SANCTION/expel USA n=10", with the auxiliary modes behind the
// recipients. A party without a country is written by its first sector, and
// by "?" when it has none.
func Summary(cast *actor.Cast, e *Event) string {
	var b strings.Builder
	b.WriteString(codes(cast, e.Actors))
	b.WriteByte(' ')
	b.WriteString(e.Type)
	if len(e.Mode) > 0 {
		b.WriteByte('/')
		b.WriteString(strings.Join(e.Mode, ","))
	}
	b.WriteByte(' ')
	b.WriteString(codes(cast, e.Recipients))
	for _, a := range e.Aux {
		b.WriteByte(' ')
		b.WriteString(a)
	}
	if e.Object != nil && e.Object.Count > 0 {
		b.WriteString(" n=")
		b.WriteString(strconv.Itoa(e.Object.Count))
	}
	return b.String()
}

// codes joins the codes of parties, each once, in alphabetical order.
func codes(cast *actor.Cast, parties []int) string {
	var out []string
	for _, p := range parties {
		e := &cast.Entities[p]
		c := e.Country
		if c == "" && len(e.Sectors) > 0 {
			c = e.Sectors[0]
		}
		if c == "" {
			c = "?"
		}
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return "-"
	}
	slices.Sort(out)
	return strings.Join(out, "+")
}
