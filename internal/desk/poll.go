package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"readout/article"
	"readout/intake"
	"readout/intake/fetch"
	"readout/store"
)

// Times of polling.
const (
	DefaultEvery = 15 * time.Minute // between two fetches of a source that does not say
	MinEvery     = time.Minute
	MaxEvery     = 7 * 24 * time.Hour
	maxBackOff   = 24 * time.Hour   // between two tries of a source that fails
	maxFetch     = 10 * time.Minute // for one source with its pages
	together     = 4                // sources fetched at one time
	maxTries     = 3                // of one page that cannot be read
)

// visits tells how often the page of an item was tried; tries beyond maxTries
// are not made.
type visits map[string]int

// Run fetches the sources that are due, again and again, until ctx ends.
func (d *Desk) Run(ctx context.Context) {
	var running sync.WaitGroup
	defer running.Wait()
	slots := make(chan struct{}, together)
	start := func(id int64) {
		select {
		case slots <- struct{}{}:
		default:
			return // it is due still at the next look
		}
		running.Go(func() {
			defer func() { <-slots }()
			_ = d.visit(ctx, id, false) // it is noted with the source
		})
	}
	tick := time.NewTicker(d.opts.Tick)
	defer tick.Stop()
	for {
		sources, err := d.opts.Store.Sources(ctx)
		if err != nil && ctx.Err() == nil {
			d.opts.Log.ErrorContext(ctx, "the sources cannot be listed", "error", err)
		}
		for i := range sources {
			x := &sources[i]
			if d.inHurry(x.ID) || !x.Paused && !time.Now().Before(Due(x)) {
				start(x.ID)
			}
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}

// Due is when a source is to be fetched next: after its pause, which doubles
// with each failure in a row.
func Due(x *store.Source) time.Time {
	every := x.Every
	if every <= 0 {
		every = DefaultEvery
	}
	every = max(every, MinEvery)
	if x.Failures > 0 {
		every = max(every, min(every<<min(x.Failures, 10), maxBackOff))
	}
	return x.Fetched.Add(every)
}

// ErrBusy reports a source that is fetched just now.
var ErrBusy = errors.New("the source is being fetched just now")

// Fetch fetches one source now, whether it is due or not.
func (d *Desk) Fetch(ctx context.Context, id int64) error { return d.visit(ctx, id, true) }

// visit fetches a source and notes how that went. Unless it is forced it does
// nothing with a source that is not due any more.
func (d *Desk) visit(ctx context.Context, id int64, forced bool) error {
	d.mu.Lock()
	if d.busy[id] {
		d.mu.Unlock()
		return ErrBusy
	}
	d.busy[id] = true
	forced = forced || d.hurried[id]
	delete(d.hurried, id)
	d.mu.Unlock()
	defer func() {
		d.mu.Lock()
		delete(d.busy, id)
		d.mu.Unlock()
	}()
	x, err := d.source(ctx, id) // as it is now, not as it was when it was listed
	if err != nil || !forced && time.Now().Before(Due(x)) {
		return err
	}
	within, cancel := context.WithTimeout(ctx, maxFetch)
	defer cancel()
	fault := d.fetch(within, x)
	if ctx.Err() != nil {
		return ctx.Err() // the server stops: that is no fault of the source
	}
	now := time.Now()
	x.Fetched = now
	d.fetched.Add(1)
	if fault == nil {
		x.Worked, x.Error, x.Failures = now, "", 0
	} else {
		x.Error, x.Failures = shorten(fault.Error()), x.Failures+1
		d.failed.Add(1)
		d.opts.Log.WarnContext(ctx, "a source cannot be fetched", "source", x.URL, "failures", x.Failures, "error", fault)
	}
	if err := d.opts.Store.NoteFetch(ctx, x); err != nil {
		return err
	}
	return fault
}

func (d *Desk) source(ctx context.Context, id int64) (*store.Source, error) {
	all, err := d.opts.Store.Sources(ctx)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(x store.Source) bool { return x.ID == id })
	if i < 0 {
		return nil, fmt.Errorf("source %d: %w", id, store.ErrNotFound)
	}
	return &all[i], nil
}

// fetch reads what is new in a source, and notes in x what is to be kept.
func (d *Desk) fetch(ctx context.Context, x *store.Source) error {
	c := d.web()
	resp, err := c.FoundSince(ctx, x.URL, fetch.Mark{ETag: x.ETag, Modified: x.Modified})
	if errors.Is(err, fetch.ErrUnchanged) {
		return nil
	}
	if err != nil {
		return err
	}
	v := visit{desk: d, source: x, before: d.visitsOf(x.ID), now: visits{}}
	r, err := intake.NewFetched(ctx, c, resp, intake.Options{MaxBytes: MaxBytes, Follow: x.Follow, Known: func(link string) bool { return v.known(ctx, link) }})
	if err != nil {
		resp.Body.Close()
		return err
	}
	defer r.Close()
	if err := v.all(ctx, r); err != nil {
		return err
	}
	x.ETag, x.Modified = resp.Mark.ETag, resp.Mark.Modified
	if v.retry { // so that the pages that failed are asked for again
		x.ETag, x.Modified = "", ""
	}
	d.mu.Lock()
	d.seen[x.ID] = v.now
	d.mu.Unlock()
	return nil
}

func (d *Desk) visitsOf(id int64) visits {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.seen[id]
}

// A visit goes through the items of a source.
type visit struct {
	desk        *Desk
	source      *store.Source
	before, now visits
	link        string // of the item that is read just now
	retry       bool   // the page of an item failed, and is to be tried again
	fresh, bad  int
}

// known reports an item that need not be read.
func (v *visit) known(ctx context.Context, link string) bool {
	v.link = link
	v.now[link] = v.before[link]
	if v.now[link] >= maxTries {
		return true
	}
	have, err := v.desk.opts.Store.HasURL(ctx, link)
	return err == nil && have
}

func (v *visit) all(ctx context.Context, r *intake.Reader) error {
	items := 0
	for range MaxArticles {
		v.link = ""
		a, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var item *intake.ItemError
		var skip *intake.SkipError
		switch {
		case errors.As(err, &skip):
			items++
			continue
		case errors.As(err, &item):
			v.failed(err)
			continue
		case err != nil:
			return err
		}
		items++
		v.fill(a)
		s, err := v.desk.put(ctx, a)
		var given *GivenError
		switch {
		case errors.As(err, &given):
			v.now[v.link] = maxTries
			continue
		case err != nil:
			return err
		}
		v.now[v.link] = maxTries
		if s.New {
			v.fresh++
			v.source.Articles++
		}
	}
	if items == 0 && v.bad > 0 {
		return errors.New("none of its items can be read")
	}
	v.desk.opts.Log.InfoContext(ctx, "a source was fetched", "source", v.source.URL, "items", items, "new", v.fresh)
	return nil
}

func (v *visit) failed(err error) {
	v.bad++
	v.desk.left.Add(1)
	v.desk.opts.Log.Debug("an item of a source cannot be read", "source", v.source.URL, "item", v.link, "error", err)
	v.now[v.link]++
	v.retry = v.retry || v.link != "" && v.now[v.link] < maxTries
}

// fill adds what the source tells of its articles, and to the source what they
// tell of it.
func (v *visit) fill(a *article.Article) {
	if v.source.Title == "" && a.Publisher != "" {
		v.source.Title = a.Publisher
	}
	if v.source.Publisher == "" {
		return
	}
	if u, err := url.Parse(a.URL); a.Publisher == "" || err == nil && a.Publisher == strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") {
		a.Publisher = v.source.Publisher
	}
}

func shorten(s string) string {
	const most = 300
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// Hurry has a source fetched at the next look, whether it is due or not.
func (d *Desk) Hurry(id int64) {
	d.mu.Lock()
	d.hurried[id] = true
	d.mu.Unlock()
}

func (d *Desk) inHurry(id int64) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.hurried[id]
}
