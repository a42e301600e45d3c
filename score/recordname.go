package score

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// nameWords folds a name to the words by which it is compared: without case,
// accents, possessive and the words that tell nothing apart.
func nameWords(name string) []string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(name) {
		if norm.NFKD.PropertiesString(string(r)).CCC() == 0 {
			b.WriteRune(r)
		}
	}
	text := []rune(strings.ReplaceAll(strings.ToLower(b.String()), "ı", "i"))
	var out []string
	for i := 0; i < len(text); {
		if (text[i] == '\'' || text[i] == '’') && i+1 < len(text) && text[i+1] == 's' && (i+2 == len(text) || !isWord(text[i+2])) {
			text = slices.Delete(text, i, i+2)
			continue
		}
		i++
	}
	for _, w := range strings.FieldsFunc(string(text), func(r rune) bool { return !isWord(r) }) {
		switch w {
		case "the", "a", "an", "of", "government":
		default:
			out = append(out, w)
		}
	}
	return out
}

// untitled is a name without titles, or the name if nothing else is in it.
func untitled(words []string) []string {
	var out []string
	for _, w := range words {
		switch w {
		case "president", "prime", "minister", "mr", "mrs", "ms", "general", "secretary", "director", "ambassador":
		default:
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return words
	}
	return out
}

// nameEqual reports whether two names are the same; those of persons also by
// surname and a first name that is alike.
func nameEqual(a, b string, person bool) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	xs, ys := slices.Clone(x), slices.Clone(y)
	slices.Sort(xs)
	slices.Sort(ys)
	if slices.Equal(xs, ys) {
		return true
	}
	x, y = untitled(x), untitled(y)
	if slices.Equal(x, y) {
		return true
	}
	if !person || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	return len(x) == 1 || len(y) == 1 || alike([]rune(x[0]), []rune(y[0])) >= .6
}

// known is what gold tells of the names of one document.
type known map[string]knownName

type knownName struct {
	aliases []string
	person  bool
}

var pronouns = wordList(`he she it they i we you his her its their our my who him them this that`)

// same reports whether a name found is the gold one, as such or by one of its
// aliases. Two empty names are the same.
func (k known) same(gold, found string) bool {
	if gold == "" || found == "" {
		return gold == found
	}
	if nameEqual(gold, found, k[gold].person) {
		return true
	}
	f := nameWords(found)
	if len(f) == 0 {
		return false
	}
	return slices.ContainsFunc(k[gold].aliases, func(a string) bool {
		return !pronouns[strings.ToLower(a)] && slices.Equal(f, nameWords(a))
	})
}

// anySame reports whether one of the names found is one of the gold ones.
func (k known) anySame(gold, found []string) bool {
	return slices.ContainsFunc(gold, func(g string) bool {
		return slices.ContainsFunc(found, func(f string) bool { return k.same(g, f) })
	})
}

// interval is the first and the last day of a date: a day, a month, a year, a
// week ("2021-W24") or a span of two of these ("2021-05/2021-06"). What is
// none of these is its own interval; that of "" is empty.
func interval(d string) [2]string {
	if d == "" {
		return [2]string{}
	}
	if a, b, ok := strings.Cut(d, "/"); ok {
		x, y := interval(a), interval(b)
		if x[0] == "" || y[0] == "" {
			return [2]string{d, d}
		}
		return [2]string{x[0], y[1]}
	}
	if y, w, ok := strings.Cut(d, "-W"); ok && len(y) == 4 && len(w) == 2 {
		year, err1 := strconv.Atoi(y)
		week, err2 := strconv.Atoi(w)
		if err1 != nil || err2 != nil || week < 1 || week > 53 {
			return [2]string{d, d}
		}
		fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC) // is in the first week
		monday := fourth.AddDate(0, 0, 7*(week-1)-(int(fourth.Weekday())+6)%7)
		return [2]string{monday.Format(time.DateOnly), monday.AddDate(0, 0, 6).Format(time.DateOnly)}
	}
	day := d[:min(len(d), 10)]
	for _, form := range [...]struct {
		layout              string
		years, months, days int // added, they give the last day
	}{{time.DateOnly, 0, 0, 0}, {"2006-01", 0, 1, -1}, {"2006", 1, 0, -1}} {
		if t, err := time.Parse(form.layout, day); err == nil {
			return [2]string{t.Format(time.DateOnly), t.AddDate(form.years, form.months, form.days).Format(time.DateOnly)}
		}
	}
	return [2]string{d, d}
}

// oneOrMore is a JSON string or a list of strings.
type oneOrMore []string

// UnmarshalJSON reads "a" as ["a"], null as nothing.
func (o *oneOrMore) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		*o = []string{""}
		return json.Unmarshal(b, &(*o)[0])
	}
	return json.Unmarshal(b, (*[]string)(o))
}
