package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"readout"
	"readout/internal/desk"
	"readout/internal/web/access"
	"readout/internal/web/page"
	"readout/store"
)

// newPages makes the pages, which hand what people bring to the desk.
func newPages(st *store.Store, d *desk.Desk, log *slog.Logger) (http.Handler, error) {
	return page.New(page.Options{Store: st, Version: readout.Version, Log: log,
		Read:   func(ctx context.Context, h page.Handed) ([]string, error) { return handIn(ctx, d, h) },
		Caller: func(ctx context.Context) string { return access.From(ctx).Name }})
}

// handIn has the desk read what someone handed in: a text with what is known of
// it, or else what lies at an address.
func handIn(ctx context.Context, d *desk.Desk, h page.Handed) ([]string, error) {
	var out desk.Outcome
	var err error
	if h.Text == "" {
		out, err = d.ReadAddress(ctx, h.URL)
	} else {
		var b []byte
		b, err = json.Marshal(map[string]string{"url": h.URL, "text": h.Text, "title": h.Title, "publisher": h.Publisher, "published": h.Published})
		if err == nil {
			out, err = d.ReadBody(ctx, bytes.NewReader(b), desk.Given{ContentType: "application/json"})
		}
	}
	var none *desk.NothingError
	var fault *desk.GivenError
	if errors.As(err, &none) || errors.As(err, &fault) {
		return nil, page.Refuse(err)
	}
	ids := make([]string, len(out.Articles))
	for i, a := range out.Articles {
		ids[i] = a.ID
	}
	return ids, err
}
