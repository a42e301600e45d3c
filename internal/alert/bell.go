package alert

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"readout/internal/tell"
	"readout/store"
)

// Bounds of a message.
const (
	rowsOfHook = 100
	rowsOfMail = 500 // counted; the first maxShown are shown
	sendTime   = 30 * time.Second
	together   = 8               // messages sent at one time
	mailPause  = 5 * time.Minute // between two messages of a channel that tells at once
)

// Options for a Bell. Store must be given.
type Options struct {
	Store *store.Store
	// Base is the address at which the server is known; links begin with it.
	Base    string
	Version string
	// Mail sends mail; nil when there is no server for it, and then channels of
	// mail fail.
	Mail *Mail
	// AllowPrivate lets webhooks lie in private networks.
	AllowPrivate bool
	// Tick is the time between two looks for what is new; zero means five seconds.
	Tick time.Duration
	Log  *slog.Logger
	// Now tells the time; nil means time.Now.
	Now func() time.Time
}

// A Bell tells what saved searches find.
type Bell struct {
	opts Options
	hook *hook

	mu   sync.Mutex
	busy map[int64]bool // channels that are told just now

	sent, failed atomic.Int64
}

// New returns a Bell.
func New(opts Options) *Bell {
	if opts.Tick <= 0 {
		opts.Tick = 5 * time.Second
	}
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	opts.Base = strings.TrimSuffix(opts.Base, "/")
	return &Bell{opts: opts, hook: newHook(opts), busy: map[int64]bool{}}
}

// Counts returns how many messages were sent and how many tries failed.
func (b *Bell) Counts() (sent, failed int64) { return b.sent.Load(), b.failed.Load() }

// Run tells what is new, again and again, until ctx ends.
func (b *Bell) Run(ctx context.Context) {
	var running sync.WaitGroup
	defer running.Wait()
	slots := make(chan struct{}, together)
	tick := time.NewTicker(b.opts.Tick)
	defer tick.Stop()
	for {
		searches, err := b.opts.Store.Searches(ctx)
		if err != nil && ctx.Err() == nil {
			b.opts.Log.ErrorContext(ctx, "the saved searches cannot be listed", "error", err)
		}
		for i := range searches {
			for _, c := range searches[i].Deliver {
				if !b.take(&c, slots) {
					continue
				}
				running.Go(func() {
					defer b.leave(&c, slots)
					b.tell(ctx, &searches[i], &c)
				})
			}
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}

// take claims a channel that is due, if there is a slot.
func (b *Bell) take(c *store.Channel, slots chan struct{}) bool {
	if c.Disabled || c.Form != Webhook && c.Form != Email || c.Next.After(b.opts.Now()) {
		return false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.busy[c.ID] {
		return false
	}
	select {
	case slots <- struct{}{}:
		b.busy[c.ID] = true
		return true
	default:
		return false // it is due still at the next look
	}
}

func (b *Bell) leave(c *store.Channel, slots chan struct{}) {
	b.mu.Lock()
	delete(b.busy, c.ID)
	b.mu.Unlock()
	<-slots
}

// A message is what a channel tells at one time.
type message struct {
	id     string // the same whenever the same rows are told
	search *store.Search
	said   string
	rows   []row
	next   string // token behind the rows
}

// A row is one row of a message.
type row struct {
	line tell.Line
	json json.RawMessage
}

// tell tells one channel all that is new for it, message by message.
func (b *Bell) tell(ctx context.Context, x *store.Search, c *store.Channel) {
	for ctx.Err() == nil {
		more, err := b.one(ctx, x, c)
		if err != nil && ctx.Err() == nil {
			b.opts.Log.WarnContext(ctx, "an alert could not be sent", "search", x.Name, "channel", c.ID, "form", c.Form, "failures", c.Failures, "error", err)
		}
		if err != nil || !more {
			return
		}
	}
}

// one sends one message, if there is anything to tell. The rows are marked as
// being told before it is sent, so that after a kill the same ones are told
// under the same id.
func (b *Bell) one(ctx context.Context, x *store.Search, c *store.Channel) (more bool, err error) {
	at := parseMark(c.Token)
	size := rowsOfHook
	if c.Form == Email {
		size = rowsOfMail
	}
	if at.n > 0 {
		size = at.n
	}
	if at.kind != x.Kind { // the search looks for other rows by now
		token, err := b.opts.Store.Mark(ctx, x.Kind)
		if err != nil {
			return false, err
		}
		c.Token = mark{kind: x.Kind, token: token}.String()
		return false, b.opts.Store.NoteSent(ctx, c)
	}
	m, err := b.message(ctx, x, c, at, size)
	if err != nil {
		return false, err
	}
	if len(m.rows) == 0 {
		if c.Every != "" || at.n > 0 { // the digest of a quiet time, or what was to be told is gone
			b.succeeded(c, m, false)
			return false, b.opts.Store.NoteSent(ctx, c)
		}
		return false, nil
	}
	if at.n == 0 {
		c.Token = mark{len(m.rows), x.Kind, at.token}.String()
		if err := b.opts.Store.NoteSent(ctx, c); err != nil {
			return false, err
		}
	}
	within, cancel := context.WithTimeout(ctx, sendTime)
	defer cancel()
	fault := b.send(within, c, m)
	if ctx.Err() != nil && fault != nil {
		return false, ctx.Err() // the server stops: it is told again
	}
	more = len(m.rows) >= size && at.n == 0
	if fault == nil {
		b.sent.Add(1)
		c.Sent = b.opts.Now()
		b.succeeded(c, m, more)
	} else {
		b.failed.Add(1)
		b.gaveTrouble(c, fault)
	}
	return more && fault == nil, errors.Join(fault, b.opts.Store.NoteSent(context.WithoutCancel(ctx), c))
}

// succeeded notes that a channel has told a message.
func (b *Bell) succeeded(c *store.Channel, m *message, more bool) {
	c.Token, c.Failures, c.Error, c.Next = mark{kind: m.search.Kind, token: m.next}.String(), 0, "", time.Time{}
	switch {
	case more:
	case c.Every != "":
		c.Next = digestAfter(b.opts.Now(), c.Every)
	case c.Form == Email:
		c.Next = b.opts.Now().Add(mailPause)
	}
}

// A goneError says that there is no use in trying again.
type goneError struct{ error }

// A laterError says how long the receiver wants to be left alone.
type laterError struct {
	error
	after time.Duration
}

// gaveTrouble notes a failure.
func (b *Bell) gaveTrouble(c *store.Channel, fault error) {
	c.Failures++
	c.Error = shorten(fault.Error())
	wait := retryAfter(c.Failures)
	var later *laterError
	if errors.As(fault, &later) {
		wait = max(wait, min(later.after, maxRetry))
	}
	c.Next = b.opts.Now().Add(wait)
	var gone *goneError
	c.Disabled = errors.As(fault, &gone) || c.Failures >= maxTries
}

func shorten(s string) string {
	const most = 300
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

func (b *Bell) send(ctx context.Context, c *store.Channel, m *message) error {
	if c.Form == Webhook {
		return b.hook.send(ctx, c, m)
	}
	if b.opts.Mail == nil {
		return errors.New("this server has nothing to send mail by")
	}
	return b.opts.Mail.send(ctx, c, m, b.opts)
}

// message loads the rows that are to be told.
func (b *Bell) message(ctx context.Context, x *store.Search, c *store.Channel, at mark, size int) (*message, error) {
	m := &message{search: x}
	p := store.Page{Size: size, Token: at.token, Order: store.Added}
	var err error
	switch x.Kind {
	case store.Statements:
		err = load(ctx, m, b.opts.Store.Statements, x.Filter, p, tell.OfStatement)
	case store.Articles:
		err = load(ctx, m, b.opts.Store.Articles, x.Filter, p, tell.OfArticle)
	default:
		err = load(ctx, m, b.opts.Store.Events, x.Filter, p, tell.OfEvent)
	}
	if err != nil {
		return nil, err
	}
	m.id = id(c.ID, at.token, m.next)
	m.said, err = b.opts.Store.Say(ctx, x.Kind, x.Filter)
	return m, err
}

func load[T any](ctx context.Context, m *message, list func(context.Context, store.Filter, store.Page) (store.List[T], error), f store.Filter, p store.Page, say func(*T) tell.Line) error {
	rows, err := list(ctx, f, p)
	if err != nil {
		return err
	}
	m.next = rows.Next
	for i := range rows.Items {
		b, err := json.Marshal(rows.Items[i])
		if err != nil {
			return err
		}
		m.rows = append(m.rows, row{say(&rows.Items[i]), b})
	}
	return nil
}

// id is that of the message by which a channel goes from one token to another.
func id(channel int64, token, next string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s %s", channel, token, next))
	return "msg_" + hex.EncodeToString(sum[:12])
}
