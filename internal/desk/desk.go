// Package desk brings articles into a store while it is served: those that
// people hand in or name by address, and those that the sources carry.
package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"readout"
	"readout/article"
	"readout/intake"
	"readout/intake/fetch"
	"readout/store"
)

// Bounds of what one request may bring.
const (
	MaxBytes    = 16 << 20  // of one item, after decompression
	MaxText     = 256 << 10 // of the text of an article, about 40,000 words
	MaxArticles = 200       // of one input, such as a feed
)

// Options for a Desk. Store and Open must be given.
type Options struct {
	Store *store.Store
	// Open makes the reader. It is called when the first article comes, once.
	Open func() (*readout.Reader, error)
	// AllowPrivate lets addresses lie in private networks.
	AllowPrivate bool
	// Jobs is how many articles are read at one time; zero means one for each
	// processor but one, which is left to those who look.
	Jobs int
	// Tick is the time between two looks for sources that are due; zero means
	// ten seconds.
	Tick time.Duration
	// Delay lies between two requests to a host; zero means fetch.DefaultDelay.
	Delay time.Duration
	Log   *slog.Logger
}

// A Desk reads articles into a store. It is safe for concurrent use.
type Desk struct {
	opts   Options
	reader func() (*readout.Reader, error)
	jobs   chan struct{}

	mu      sync.Mutex
	client  *fetch.Client
	since   time.Time        // when the client was made
	busy    map[int64]bool   // sources that are fetched just now
	hurried map[int64]bool   // sources that are to be fetched though they are not due
	seen    map[int64]visits // sources whose items were looked at
	read    atomic.Int64
	left    atomic.Int64
	fetched atomic.Int64
	failed  atomic.Int64
}

// New returns a Desk.
func New(opts Options) *Desk {
	if opts.Jobs <= 0 {
		opts.Jobs = max(1, runtime.GOMAXPROCS(0)-1)
	}
	if opts.Tick <= 0 {
		opts.Tick = 10 * time.Second
	}
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	return &Desk{opts: opts, reader: sync.OnceValues(opts.Open), jobs: make(chan struct{}, opts.Jobs), busy: map[int64]bool{}, hurried: map[int64]bool{}, seen: map[int64]visits{}}
}

// An Outcome is what became of an input.
type Outcome struct {
	Articles []Stored `json:"articles"`
	Left     []Left   `json:"left_out"`
}

// A Stored is an article that was read and stands in the store now.
type Stored struct {
	ID         string   `json:"article_id"`
	URL        string   `json:"url,omitempty"`
	Title      string   `json:"title,omitempty"`
	Published  string   `json:"published,omitempty"`
	Events     int      `json:"events"`
	Statements int      `json:"statements"`
	Warnings   []string `json:"warnings,omitempty"`
	// New says that the store had no article of that id before.
	New bool `json:"new"`
}

// A Left is something that was not read, and why.
type Left struct {
	Where  string `json:"where"`
	Reason string `json:"reason"`
}

// Given is what the caller knows of what he hands in.
type Given struct {
	ContentType string
	URL         string
	Published   string // YYYY-MM-DD
}

// A NothingError says that an input held no article that could be read.
type NothingError struct {
	Outcome Outcome
	Err     error // the last fault; nil for an input without items
}

func (e *NothingError) Error() string {
	if len(e.Outcome.Left) > 0 {
		return e.Outcome.Left[0].Reason
	}
	return "there is no article in it"
}

// Unwrap returns the last fault.
func (e *NothingError) Unwrap() error { return e.Err }

// A GivenError is a fault in what was handed in or named.
type GivenError struct{ error }

// Unwrap returns the cause.
func (e *GivenError) Unwrap() error { return e.error }

// ReadBody reads what in holds, in any form that intake knows, and stores it.
// Faults of the input are *GivenError and *NothingError.
func (d *Desk) ReadBody(ctx context.Context, in io.Reader, g Given) (Outcome, error) {
	r, err := intake.NewReader(in, "the body", intake.Options{Published: g.Published, URL: g.URL, ContentType: g.ContentType, MaxBytes: MaxBytes, MaxText: MaxText})
	if err != nil {
		return Outcome{}, &GivenError{err}
	}
	defer r.Close()
	return d.all(ctx, r)
}

// ReadAddress fetches an address, politely and never in a private network
// unless the options allow that, and stores what it holds. Faults of the
// address are *GivenError and *NothingError.
func (d *Desk) ReadAddress(ctx context.Context, address string) (Outcome, error) {
	c := d.web()
	resp, err := c.Found(ctx, address)
	if err != nil {
		return Outcome{}, &GivenError{err}
	}
	r, err := intake.NewFetched(ctx, c, resp, intake.Options{MaxBytes: MaxBytes, MaxText: MaxText})
	if err != nil {
		resp.Body.Close()
		return Outcome{}, &GivenError{err}
	}
	defer r.Close()
	return d.all(ctx, r)
}

// all reads and stores the articles of an input.
func (d *Desk) all(ctx context.Context, r *intake.Reader) (Outcome, error) {
	out := Outcome{Articles: []Stored{}, Left: []Left{}}
	var last error
	for range MaxArticles {
		a, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		var item *intake.ItemError
		switch {
		case ctx.Err() != nil:
			return out, ctx.Err()
		case errors.As(err, &item):
			last = item.Err
			out.leave(r, item.Err)
			continue
		case err != nil:
			last = err
			out.leave(r, err)
			continue // io.EOF follows
		}
		s, err := d.put(ctx, a)
		var given *GivenError
		switch {
		case errors.As(err, &given):
			last = err
			out.leave(r, err)
		case err != nil:
			return out, err
		default:
			out.Articles = append(out.Articles, s)
		}
	}
	d.left.Add(int64(len(out.Left)))
	if len(out.Articles) == 0 {
		return out, &NothingError{out, last}
	}
	return out, nil
}

func (o *Outcome) leave(r *intake.Reader, err error) {
	o.Left = append(o.Left, Left{r.At().String(), err.Error()})
}

// put reads an article and stores it. When it returns, the article is safe.
func (d *Desk) put(ctx context.Context, a *article.Article) (Stored, error) {
	if name, foreign := intake.Foreign(a); foreign {
		return Stored{}, &GivenError{fmt.Errorf("the text seems to be %s: Readout reads English", name)}
	}
	reader, err := d.reader()
	if err != nil {
		return Stored{}, err
	}
	select {
	case d.jobs <- struct{}{}:
		defer func() { <-d.jobs }()
	case <-ctx.Done():
		return Stored{}, ctx.Err()
	}
	rec, err := reader.Read(ctx, a)
	if err != nil {
		return Stored{}, err
	}
	coded, err := store.Code(rec, nil)
	if err != nil {
		return Stored{}, err
	}
	_, _, err = d.opts.Store.Known(ctx, a.ID)
	fresh := errors.Is(err, store.ErrNotFound)
	if err != nil && !fresh {
		return Stored{}, err
	}
	if err := d.opts.Store.Put(ctx, []store.Coded{coded}); err != nil {
		return Stored{}, err
	}
	d.read.Add(1)
	return Stored{ID: a.ID, URL: a.URL, Title: a.Title, Published: a.Published, Events: len(coded.Events), Statements: len(coded.Statements), Warnings: rec.Warnings, New: fresh}, nil
}

// clientLife is how long what sites ask of programs counts.
const clientLife = 12 * time.Hour

// web returns the client that fetches.
func (d *Desk) web() *fetch.Client {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.client == nil || time.Since(d.since) > clientLife {
		if d.client != nil {
			d.client.Close() // only connections that nobody uses
		}
		d.client, d.since = fetch.New(fetch.Options{AllowPrivate: d.opts.AllowPrivate, Delay: d.opts.Delay}), time.Now()
	}
	return d.client
}

// Counts are figures of what the desk has done since it began.
type Counts struct{ Read, Left, Fetched, Failed int64 }

// Counts returns the figures.
func (d *Desk) Counts() Counts {
	return Counts{d.read.Load(), d.left.Load(), d.fetched.Load(), d.failed.Load()}
}
