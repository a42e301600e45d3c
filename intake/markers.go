package intake

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"readout/article"
)

//go:embed markers.txt
var markersText string

// markers is the knowledge of markers.txt, read once and never changed.
type markers struct {
	whole    map[string]article.Kind
	label    map[string]article.Kind
	open     map[string][]opening // by first word
	names    []string
	ends     []opening // what a short block ends with
	photo    map[string]bool
	agency   map[string]bool // false for those that count only in a chain
	months   map[string]int
	weekdays map[string]bool
	zones    map[string]bool
	dateWord map[string]bool
	english  map[string]bool     // false for words that other languages have too
	page     map[string]pageRole // by the words of a class or id
}

type opening struct {
	phrase string
	kind   article.Kind
}

// A pageRole is what a class or id says of an element.
type pageRole uint8

const (
	noRole pageRole = iota
	junkRole
	bodyRole
	captionRole
	creditRole
	standfirstRole
	titleRole
)

var pageRoles = map[string]pageRole{
	"junk": junkRole, "body": bodyRole, "caption": captionRole, "credit": creditRole,
	"standfirst": standfirstRole, "title": titleRole,
}

// loadMarkers parses the embedded file once.
var loadMarkers = sync.OnceValues(func() (*markers, error) {
	return parseMarkers("markers.txt", markersText)
})

func parseMarkers(name, text string) (*markers, error) {
	m := &markers{
		whole: map[string]article.Kind{}, label: map[string]article.Kind{}, open: map[string][]opening{},
		photo: map[string]bool{}, agency: map[string]bool{}, months: map[string]int{},
		weekdays: map[string]bool{}, zones: map[string]bool{}, dateWord: map[string]bool{},
		english: map[string]bool{}, page: map[string]pageRole{},
	}
	no := 0
	for line := range strings.SplitSeq(text, "\n") {
		no++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		kind, rest, _ := strings.Cut(line, " ")
		how, phrase, ok := strings.Cut(rest, " ")
		if !ok || !m.add(kind, how, strings.TrimSpace(phrase)) {
			return nil, fmt.Errorf("%s:%d: %q is no marker", name, no, line)
		}
	}
	return m, nil
}

// add files one entry and reports whether it is well formed.
func (m *markers) add(kind, how, phrase string) bool {
	switch kind {
	case "source", "credit", "caption":
		return m.addBlock(article.Kind(kind), how, fold(phrase))
	case "photo":
		m.photo[phrase] = true
		return how == "word"
	case "agency":
		m.agency[phrase] = how == "name"
		return how == "name" || how == "chain"
	case "english":
		m.english[phrase] = how == "word"
		return how == "word" || how == "common"
	case "page":
		role, ok := pageRoles[how]
		if _, twice := m.page[phrase]; !twice {
			m.page[phrase] = role
		}
		return ok
	case "date":
		return m.addDate(how, phrase)
	}
	return false
}

func (m *markers) addBlock(kind article.Kind, how, phrase string) bool {
	if phrase == "" {
		return how == "whole" // made of nothing but marks, such as "###"
	}
	switch how {
	case "whole":
		m.whole[phrase] = kind
	case "label":
		m.label[phrase] = kind
	case "open":
		first, _, _ := strings.Cut(phrase, " ")
		m.open[first] = append(m.open[first], opening{phrase, kind})
	case "ends":
		m.ends = append(m.ends, opening{phrase, kind})
	case "names":
		m.names = append(m.names, phrase)
	default:
		return false
	}
	return true
}

func (m *markers) addDate(how, phrase string) bool {
	switch how {
	case "month":
		number, name, ok := strings.Cut(phrase, " ")
		n, err := strconv.Atoi(number)
		m.months[name] = n
		return ok && err == nil && 1 <= n && n <= 12
	case "weekday":
		m.weekdays[phrase] = true
	case "zone":
		m.zones[phrase] = true
	case "label":
		m.dateWord[phrase] = true
	default:
		return false
	}
	return true
}

// folder writes quotation marks and spaces one way only.
var folder = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u00a0", " ", "\u200b", "", "\ufeff", "")

// ornament is what may stand around a phrase without changing it.
const ornament = " \t\n\"'()[]{}<>*_~=+|/\\-–—•·▪►▶→←»«›‹…!.,:;#"

// fold brings a phrase into the form in which markers are compared.
func fold(s string) string {
	return squeeze(strings.Trim(folder.Replace(strings.ToLower(s)), ornament))
}
