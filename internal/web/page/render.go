package page

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"time"

	"readout/internal/mark"
	"readout/internal/tell"
)

//go:embed templates/*.html
var templateFiles embed.FS

// short is enough of a hash to tell two apart.
func short(hash string) string { return hash[:min(len(hash), len("sha256:")+12)] }

// pageNames are the pages, each a template file that fills the frame.
var pageNames = []string{"today", "article", "articles", "hand", "events", "event", "statements", "statement", "entities", "entity",
	"pairs", "pair", "issues", "issue", "sources", "searches", "search", "judgements", "error"}

// parse makes the templates: the frame and the parts once for each page.
func (p *pages) parse() (map[string]*template.Template, error) {
	funcs := template.FuncMap{
		"asset": func(name string) string { return p.assets.address[name] }, "article": tell.Article, "event": tell.Event, "statement": tell.Statement,
		"entity": tell.Entity, "pair": tell.Pair, "issue": issueAddress, "dayof": dayAddress, "data": dataAddress, "outside": outside,
		"day": sayDay, "score": score, "percent": percent, "plain": plain, "items": items, "aux": aux, "happened": happened, "quad": quad,
		"flat": mark.Flat, "count": count, "number": number, "total": total, "passage": passage, "deed": deed,
		"decimal": decimal, "list": func(v ...any) []any { return v }, "country": p.countryName,
		"local": func(id string) string { _, local := split(id); return local }, "short": short, "span": span, "ago": func(t time.Time) string { return ago(p.now(), t) },
		"intext": func(id string, start int32) string {
			article, local := split(id)
			return inText(article, local, int(start))
		},
	}
	base, err := template.New("frame").Funcs(funcs).ParseFS(templateFiles, "templates/frame.html", "templates/parts.html")
	if err != nil {
		return nil, err
	}
	out := map[string]*template.Template{}
	for _, name := range pageNames {
		t, err := base.Clone()
		if err == nil {
			t, err = t.ParseFS(templateFiles, "templates/"+name+".html")
		}
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
		out[name] = t
	}
	return out, nil
}

// A frame is what every page has around its own matter.
type frame struct {
	Title   string // of the page, in words
	Section string // of the navigation, that the page belongs to
	Words   string // in the box of the search
	Self    string // address of the page, as it is cited; "" for pages that are not
	Data    bool   // the API has Self as JSON
	Table   bool   // and as CSV, JSON Lines and Atom
	More    []choice
	Cite    string // what is cited, in words
	Site    string // scheme and host
	Day     string // day of the visit
	Version string
}

// fill sets what depends on the request.
func (f *frame) fill(p *pages, r *http.Request) {
	f.Site = "http://" + r.Host
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		f.Site = "https://" + r.Host
	}
	f.Day = p.now().UTC().Format("2006-01-02")
	f.Version = p.version
}

type framed interface{ fill(*pages, *http.Request) }

// show writes a page. It is written to memory first, so that a fault in a
// template does not leave half a page.
func (p *pages) show(w http.ResponseWriter, r *http.Request, status int, name string, view framed) {
	view.fill(p, r)
	var b bytes.Buffer
	if err := p.templates[name].ExecuteTemplate(&b, "frame", view); err != nil {
		p.log.ErrorContext(r.Context(), "page", "template", name, "error", err)
		http.Error(w, "This page could not be made.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(straight(b.Bytes())) // the reader may have gone
}

// straight takes out the characters that turn the direction of writing, which
// could show a name or a sentence otherwise than it is: U+202A to U+202E and
// U+2066 to U+2069. It changes b.
func straight(b []byte) []byte {
	out := b[:0]
	for i := 0; i < len(b); i++ {
		if b[i] == 0xE2 && i+2 < len(b) && (b[i+1] == 0x80 && b[i+2] >= 0xAA && b[i+2] <= 0xAE || b[i+1] == 0x81 && b[i+2] >= 0xA6 && b[i+2] <= 0xA9) {
			i += 2
			continue
		}
		out = append(out, b[i])
	}
	return out
}
