package intake

import (
	"encoding/json"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// metadata is what a page says of itself outside its text.
type metadata struct {
	title, byline, published, publisher, url, language string

	description string
	body        string // the text as JSON-LD gives it, if it does
}

// dateNames are the meta elements that hold a date of publication, the surest
// first.
var dateNames = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "rnews:datepublished",
	"parsely-pub-date", "cxenseparse:recs:publishtime", "sailthru.date", "bt:pubdate", "dc.date.issued", "dcterms.issued",
	"dcterms.created", "dc.date.created", "dc.date", "dc:date", "dcterms.date", "citation_publication_date", "citation_date",
	"article.published", "article_date_original", "originalpublicationdate", "publication_date", "publication-date",
	"publish-date", "publish_date", "publishdate", "published_date", "published-date", "pubdate", "pub_date", "ptime",
	"displaydate", "date_published", "datecreated", "article.created", "created", "date",
}

// readMetadata gathers what JSON-LD says, and from the meta elements what it
// does not.
func readMetadata(mk *markup) metadata {
	md := readLinked(mk.linked)
	first := func(names ...string) string {
		for _, n := range names {
			for _, v := range mk.meta[n] {
				if v != "" {
					return html.UnescapeString(v)
				}
			}
		}
		return ""
	}
	fill := func(field *string, names ...string) {
		if *field == "" {
			*field = first(names...)
		}
	}
	fill(&md.published, dateNames...)
	fill(&md.title, "og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "sailthru.title", "title", "citation_title")
	fill(&md.byline, "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
		"byl", "cxenseparse:author", "citation_author", "twitter:data1")
	fill(&md.publisher, "og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "citation_publisher")
	if strings.Contains(md.publisher, "://") {
		md.publisher = host(md.publisher)
	}
	fill(&md.language, "og:locale", "dc.language", "dcterms.language", "content-language")
	fill(&md.description, "og:description", "description", "twitter:description")
	md.url = mk.links["canonical"]
	fill(&md.url, "og:url", "twitter:url")
	if mk.lang != "" {
		md.language = mk.lang
	}
	if md.title == "" {
		md.title = mk.title
	}
	md.title = withoutSite(md.title, md.publisher)
	if !plausibleNames(md.byline) {
		md.byline = ""
	}
	return md
}

// withoutSite drops the publisher's name from the end of a title, as in
// "Summit ends early | The Daily News".
func withoutSite(title, publisher string) string {
	title = squeeze(title)
	for _, sep := range []string{" | ", " – ", " — ", " - ", " · ", " :: ", " » "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		if tail := title[i+len(sep):]; sep == " | " || sameWords(tail, publisher) {
			if countWords(title[:i]) >= 3 {
				return strings.TrimSpace(title[:i])
			}
		}
	}
	return title
}

// plausibleNames refuses bylines that are addresses or user names.
func plausibleNames(s string) bool {
	return s != "" && len(s) <= 200 && !strings.Contains(s, "://") && !strings.EqualFold(s, "admin") && !strings.EqualFold(s, "no author") && !strings.HasPrefix(s, "@") &&
		!strings.Contains(s, " min read") && strings.IndexFunc(s, func(r rune) bool { return r >= 'A' }) >= 0
}

// address returns the page's own address: canonical if it lies on the host the
// page came from, or if that is not known.
func (md metadata) address(known string) string {
	base, err := url.Parse(known)
	if err != nil {
		return known
	}
	u, err := base.Parse(strings.TrimSpace(md.url))
	if err != nil || md.url == "" || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return known
	}
	if known != "" && host(u.String()) != host(known) {
		return known
	}
	if known != "" && strings.Trim(u.Path, "/") == "" && strings.Trim(base.Path, "/") != "" {
		return known // a canonical address of the whole site says nothing
	}
	return u.String()
}

// urlDate returns the date in an address such as /2021/06/16/ or /2021-06-16-.
func urlDate(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	p := u.Path
	for i := 0; i+10 <= len(p) && i < 300; i++ {
		s := p[i : i+10]
		if (i == 0 || p[i-1] < '0' || p[i-1] > '9') && (s[4] == '/' || s[4] == '-') && s[7] == s[4] {
			if date, ok := checkedDate(s[:4], s[5:7], s[8:10]); ok && (i+10 == len(p) || p[i+10] < '0' || p[i+10] > '9') {
				return date
			}
		}
	}
	return ""
}

// Types of JSON-LD objects that describe a report, and how sure that is.
var reportTypes = map[string]int{
	"newsarticle": 4, "reportagenewsarticle": 4, "analysisnewsarticle": 4, "backgroundnewsarticle": 4,
	"opinionnewsarticle": 4, "askpublicnewsarticle": 4, "reviewnewsarticle": 4, "article": 3, "report": 3,
	"liveblogposting": 3, "blogposting": 3, "socialmediaposting": 2, "webpage": 1,
}

// Bounds of the walk through JSON-LD.
const (
	maxLinkedDepth = 8
	maxLinkedNodes = 5000
)

// linkedData is the JSON-LD of a page while it is read.
type linkedData struct {
	ids   map[string]map[string]any
	nodes []map[string]any
}

// readLinked takes from the JSON-LD scripts what the best described report in
// them says.
func readLinked(scripts []string) metadata {
	var ld linkedData
	ld.ids = map[string]map[string]any{}
	for _, s := range scripts {
		if v, ok := parseLinked(s); ok {
			ld.collect(v, 0)
		}
	}
	var md metadata
	best := 0
	for _, n := range ld.nodes {
		rank := typeRank(n["@type"])
		if rank <= best {
			continue
		}
		next := metadata{
			title:       ld.text(n["headline"]),
			byline:      ld.names(n["author"], 0),
			published:   ld.text(n["datePublished"]),
			publisher:   ld.names(n["publisher"], 0),
			description: ld.text(n["description"]),
			body:        html.UnescapeString(stringOf(n["articleBody"])),
			language:    ld.text(n["inLanguage"]),
		}
		if next.byline == "" {
			next.byline = ld.names(n["creator"], 0)
		}
		if next.title == "" && rank > 1 {
			next.title = ld.text(n["name"])
		}
		if next.title != "" || next.published != "" {
			md, best = next, rank
		}
	}
	return md
}

// parseLinked parses one script, forgiving what sites get wrong most often:
// line ends inside strings, and a semicolon or comment around.
func parseLinked(s string) (any, bool) {
	s = strings.TrimSpace(s)
	for _, around := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}, {"/*<![CDATA[*/", "/*]]>*/"}} {
		if rest, ok := strings.CutPrefix(s, around[0]); ok {
			s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), around[1]))
		}
	}
	s = strings.TrimRight(s, "; \n")
	var v any
	if json.Unmarshal([]byte(s), &v) == nil {
		return v, true
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
	return v, json.Unmarshal([]byte(s), &v) == nil
}

// collect lists the objects in v, outermost first, in the order of the lists;
// members of one object are visited in a fixed order.
func (ld *linkedData) collect(v any, depth int) {
	if depth > maxLinkedDepth || len(ld.nodes) > maxLinkedNodes {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			ld.collect(e, depth+1)
		}
	case map[string]any:
		ld.nodes = append(ld.nodes, v)
		if id := stringOf(v["@id"]); id != "" && len(v) > 1 && ld.ids[id] == nil {
			ld.ids[id] = v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "author", "creator", "publisher", "itemListElement", "item"} {
			if v[key] != nil {
				ld.collect(v[key], depth+1)
			}
		}
	}
}

func typeRank(v any) int {
	switch v := v.(type) {
	case string:
		return reportTypes[strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(v, "http://schema.org/"), "https://schema.org/"))]
	case []any:
		best := 0
		for _, e := range v {
			if s, ok := e.(string); ok {
				best = max(best, typeRank(s))
			}
		}
		return best
	}
	return 0
}

func stringOf(v any) string {
	s, _ := v.(string)
	return s
}

// text returns a string, or the first of a list, or an object's value.
func (ld *linkedData) text(v any) string {
	switch v := v.(type) {
	case string:
		return squeeze(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			return squeeze(html.UnescapeString(stringOf(v[0])))
		}
	case map[string]any:
		return squeeze(html.UnescapeString(stringOf(v["@value"])))
	}
	return ""
}

// names returns the names of persons or bodies, with commas between.
func (ld *linkedData) names(v any, depth int) string {
	switch v := v.(type) {
	case string:
		return squeeze(html.UnescapeString(v))
	case map[string]any:
		name := v["name"]
		if name == nil {
			if full := ld.ids[stringOf(v["@id"])]; full != nil {
				name = full["name"]
			}
		}
		return ld.text(name)
	case []any:
		var all []string
		for _, e := range v[:min(len(v), 20)] {
			if depth < 2 {
				if n := ld.names(e, depth+1); n != "" {
					all = append(all, n)
				}
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}
