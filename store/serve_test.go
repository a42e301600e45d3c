package store

import (
	"context"
	"errors"
	"testing"
	"time"
)

// TestNotes: what a server notes changes nothing else, and brings nothing back.
func TestNotes(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, ctx := fresh(), context.Background()
		x := Source{URL: "https://example.org/feed", Every: time.Hour}
		if err := s.PutSource(ctx, &x); err != nil {
			t.Fatal(err)
		}
		before, err := s.Revision(ctx)
		if err != nil {
			t.Fatal(err)
		}
		note := x
		note.URL, note.Title, note.Paused, note.Failures, note.Error = "https://example.org/other", "Example", true, 3, "it failed"
		if err := s.NoteFetch(ctx, &note); err != nil {
			t.Fatal(err)
		}
		got, err := s.Sources(ctx)
		if err != nil || len(got) != 1 || got[0].URL != x.URL || got[0].Title != "Example" || got[0].Paused || got[0].Failures != 3 || got[0].Error != "it failed" {
			t.Errorf("%+v, %v", got, err)
		}
		note.Title = "Another"
		if err := s.NoteFetch(ctx, &note); err != nil {
			t.Fatal(err)
		}
		if got, _ = s.Sources(ctx); got[0].Title != "Example" {
			t.Errorf("the title became %q", got[0].Title)
		}
		search := Search{Name: "All"}
		if err := s.PutSearch(ctx, &search); err != nil {
			t.Fatal(err)
		}
		c := Channel{Form: "webhook", To: "https://example.org/hook", Secret: "s"}
		if err := s.PutChannel(ctx, search.ID, &c); err != nil {
			t.Fatal(err)
		}
		sent := Channel{ID: c.ID, Token: "a1", Failures: 2, Error: "it failed"}
		if err := s.NoteSent(ctx, &sent); err != nil {
			t.Fatal(err)
		}
		all, err := s.Searches(ctx)
		if err != nil || all[0].Deliver[0].To != c.To || all[0].Deliver[0].Secret != "s" || all[0].Deliver[0].Token != "a1" || all[0].Deliver[0].Failures != 2 {
			t.Errorf("%+v, %v", all, err)
		}
		a := Access{Hash: "h", Name: "ada", Scope: "read"}
		if err := s.PutAccess(ctx, &a); err != nil {
			t.Fatal(err)
		}
		if err := s.DeleteAccess(ctx, "h"); err != nil {
			t.Fatal(err)
		}
		if err := s.UseAccess(ctx, "h", time.Now()); !errors.Is(err, ErrNotFound) {
			t.Errorf("an access that is gone can be used: %v", err)
		}
		if left, _ := s.Accesses(ctx); len(left) > 0 {
			t.Errorf("an access that is gone is back: %v", left)
		}
		if after, _ := s.Revision(ctx); after == before {
			t.Error("a new search is no change")
		}
		if _, err := s.Mark(ctx, Entities); !errors.Is(err, ErrInvalid) {
			t.Errorf("entities have a mark: %v", err)
		}
		if have, err := s.HasURL(ctx, "https://example.org/none"); have || err != nil {
			t.Errorf("an address that no article has: %v, %v", have, err)
		}
	})
}
