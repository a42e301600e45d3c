package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"readout/internal/desk"
	"readout/internal/tell"
	"readout/internal/web/problem"
	"readout/store"
)

func queryEscape(s string) string { return url.QueryEscape(s) }

// readTime bounds the reading of what one request brings.
const readTime = 50 * time.Second

// reading are the operations that bring and take away articles.
func (a *API) reading() []operation {
	return []operation{
		{
			method: http.MethodPost, path: "/articles", id: "readArticle", tag: "articles", slow: true,
			summary: "Read an article, or what an address holds, and store it",
			params: []param{query("url", "Address of what the body holds, where it does not tell", schema{"type": "string"}),
				query("published", "Day of publication, YYYY-MM-DD, where the body tells none", schema{"type": "string", "format": "date"})},
			body: &body{
				doc: "An object of JSON with url alone, which is fetched, or with text or html and what is known beside it; or the article itself as plain text or a page; " +
					"or anything else that the program reads: lines of JSON, CSV, a feed, a web archive. At most 16 MiB and 200 articles.",
				media: []string{"application/json", "text/plain", "text/html", "application/octet-stream"}, schema: ref("NewArticle"),
			},
			answers: []answer{
				{status: http.StatusCreated, doc: "Articles were added; Location is the first of them", media: "application/json", schema: ref("Outcome")},
				{status: http.StatusOK, doc: "The articles were known, and are read anew", media: "application/json", schema: ref("Outcome")},
			},
			serve: a.readArticle,
		},
		{
			method: http.MethodDelete, path: "/articles/{article}", id: "deleteArticle", tag: "articles", summary: "Take an article away, with all that was read in it",
			params: []param{articleParam}, answers: []answer{{status: http.StatusNoContent, doc: "It is gone"}},
			serve: func(w http.ResponseWriter, r *http.Request) error {
				id := r.PathValue("article")
				if _, err := a.opts.Store.Article(r.Context(), id); err != nil {
					return err
				}
				if _, err := a.opts.Store.Delete(r.Context(), store.Filter{Article: id}); err != nil {
					return err
				}
				w.WriteHeader(http.StatusNoContent)
				return nil
			},
		},
		{
			method: http.MethodDelete, path: "/articles", id: "deleteArticles", tag: "articles", slow: true,
			summary: "Take away the articles that a filter wants, such as those of a publisher, with all that was read in them",
			params:  filterParams(), answers: found("How many there were", schema{"type": "object", "properties": schema{"deleted": schema{"type": "integer"}}, "required": []any{"deleted"}}),
			serve: func(w http.ResponseWriter, r *http.Request) error {
				f, err := store.ParseFilter(values(r))
				if err != nil {
					return invalid(err)
				}
				if f.Zero() {
					return problem.New(http.StatusBadRequest, "say which articles: without a filter this would take away everything")
				}
				n, err := a.opts.Store.Delete(r.Context(), f)
				if err != nil {
					return err
				}
				return writeJSON(w, http.StatusOK, map[string]int{"deleted": n})
			},
		},
	}
}

// A newArticle is what JSON tells of an article; the field names are those of
// JSON Lines that the program reads.
type newArticle struct {
	ID        string `json:"id,omitempty"`
	URL       string `json:"url,omitempty"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Text      string `json:"text,omitempty"`
	HTML      string `json:"html,omitempty"`
}

func (a *API) readArticle(w http.ResponseWriter, r *http.Request) error {
	control := http.NewResponseController(w)
	_ = control.SetWriteDeadline(time.Now().Add(readTime + 10*time.Second)) // a test's writer has none
	media := r.Header.Get("Content-Type")
	in := http.MaxBytesReader(w, r.Body, desk.MaxBytes)
	given := desk.Given{ContentType: media, URL: r.URL.Query().Get("url"), Published: r.URL.Query().Get("published")}
	if given.Published != "" {
		if _, err := time.Parse(time.DateOnly, given.Published); err != nil {
			return problem.New(http.StatusBadRequest, "published %q: want a day such as 2021-06-16", given.Published)
		}
	}
	var out desk.Outcome
	var err error
	if base, _, e := mime.ParseMediaType(media); e == nil && base == "application/json" {
		out, err = a.readObject(r, in, given)
	} else {
		out, err = a.opts.Desk.ReadBody(r.Context(), in, given)
	}
	var none *desk.NothingError
	var fault *desk.GivenError
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return err
	case errors.As(err, &none), errors.As(err, &fault):
		return problem.New(http.StatusUnprocessableEntity, "%v", err)
	case err != nil:
		return err
	}
	status := http.StatusOK
	for _, x := range out.Articles {
		if x.New {
			status = http.StatusCreated
			w.Header().Set("Location", a.base(r)+Root+tell.Article(x.ID))
			break
		}
	}
	return writeJSON(w, status, out)
}

// readObject reads JSON: an address alone is fetched.
func (a *API) readObject(r *http.Request, in io.Reader, given desk.Given) (desk.Outcome, error) {
	b, err := io.ReadAll(in)
	if err != nil {
		return desk.Outcome{}, err
	}
	var x newArticle
	if json.Unmarshal(b, &x) == nil && x.URL != "" && strings.TrimSpace(x.Text) == "" && strings.TrimSpace(x.HTML) == "" {
		return a.opts.Desk.ReadAddress(r.Context(), x.URL)
	}
	return a.opts.Desk.ReadBody(r.Context(), bytes.NewReader(b), given)
}
