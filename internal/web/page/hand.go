package page

import (
	"errors"
	"net/http"
	"strings"

	"readout/internal/tell"
	"readout/store"
)

type handPage struct {
	frame
	CanRead bool
	Form    Handed
	Fault   string
}

// hand reads an article that someone hands in, and leads to it.
func (p *pages) hand(w http.ResponseWriter, r *http.Request) error {
	if p.read == nil {
		return store.ErrNotFound
	}
	if err := r.ParseForm(); err != nil {
		return badRequest{err}
	}
	h := Handed{URL: line(r, "url", 2000), Text: strings.TrimSpace(r.PostForm.Get("text")), Title: line(r, "title", 500), Publisher: line(r, "publisher", 200), Published: line(r, "published", 10)}
	var articles []string
	err := Refuse(errors.New("an address or a text is needed"))
	if h.URL != "" || h.Text != "" {
		articles, err = p.read(r.Context(), h)
	}
	var why refused
	switch {
	case errors.As(err, &why):
		p.show(w, r, http.StatusUnprocessableEntity, "hand", &handPage{frame: frame{Title: "Not read", Section: "articles"}, CanRead: true, Form: h, Fault: sentence(err.Error()) + "."})
	case err != nil:
		return err
	case len(articles) == 1:
		http.Redirect(w, r, tell.Article(articles[0]), http.StatusSeeOther)
	default:
		http.Redirect(w, r, "/articles", http.StatusSeeOther)
	}
	return nil
}
