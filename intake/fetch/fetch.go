// Package fetch asks web servers for pages, one at a time, politely and
// safely. An address that a person named is asked for as a browser would. One
// that was found, in a list, a feed or a page, is asked for only if the site's
// robots.txt allows it, with pauses between the requests to a host, and never
// if its host lies in a private network: a page must not lead the program to
// what only the machine it runs on can reach. The guard sits where connections
// are made, so that redirects and names that resolve to private addresses are
// caught as well; proxies are not used, for they would connect in its place.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"code.dny.dev/ssrf"
)

// Faults; they come wrapped.
var (
	// ErrPrivate reports an address in a private network, or a port that web
	// servers do not have.
	ErrPrivate = errors.New("not a public web server")
	// ErrRobots reports an address that the site asks programs not to fetch.
	ErrRobots = errors.New("the site's robots.txt forbids it")
	// ErrStatus reports an answer other than 200.
	ErrStatus = errors.New("the server answered")
	// ErrUnchanged reports that there is nothing newer than what was fetched
	// before.
	ErrUnchanged = errors.New("unchanged since it was fetched before")
)

// Values used where Options leaves them zero.
const (
	DefaultTimeout = 30 * time.Second
	DefaultDelay   = time.Second
)

// Bounds of politeness and patience.
const (
	maxRedirects = 10
	maxDelay     = 30 * time.Second // of what a site may ask for between requests
	maxRetries   = 2                // after answers 429 and 503
	minRate      = 4 << 10          // bytes a second, once Timeout has passed
)

// Options for a Client. The zero value works.
type Options struct {
	// UserAgent is sent to servers, and looked for in robots.txt. Empty means
	// "readout".
	UserAgent string
	// Timeout bounds the wait for an answer. Its body may take longer as long
	// as it comes with 4 KiB a second at least. Zero means DefaultTimeout.
	Timeout time.Duration
	// Delay lies between two requests to a host, unless the site asks for
	// more. Zero means DefaultDelay.
	Delay time.Duration
	// AllowPrivate lets addresses that were found lie in private networks.
	AllowPrivate bool
}

// A Client fetches. It is safe for concurrent use.
type Client struct {
	opts   Options
	http   *http.Client
	robots robots

	mu    sync.Mutex
	named map[string]bool      // hosts that a person named
	next  map[string]time.Time // when a host may be asked again
}

// New returns a Client.
func New(opts Options) *Client {
	if opts.UserAgent == "" {
		opts.UserAgent = "readout"
	}
	if opts.Timeout <= 0 {
		opts.Timeout = DefaultTimeout
	}
	if opts.Delay <= 0 {
		opts.Delay = DefaultDelay
	}
	c := &Client{opts: opts, named: map[string]bool{}, next: map[string]time.Time{}}
	guard := ssrf.New(ssrf.WithPorts(80, 443, 8080, 8443))
	plain := &net.Dialer{Timeout: opts.Timeout}
	guarded := &net.Dialer{Timeout: opts.Timeout, Control: guard.Safe}
	transport := &http.Transport{
		Proxy: nil,
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			if host, _, err := net.SplitHostPort(address); opts.AllowPrivate || err == nil && c.isNamed(host) {
				return plain.DialContext(ctx, network, address)
			}
			return guarded.DialContext(ctx, network, address)
		},
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    opts.Timeout,
		MaxIdleConnsPerHost:    2,
		IdleConnTimeout:        30 * time.Second,
		MaxResponseHeaderBytes: 256 << 10,
	}
	c.http = &http.Client{Transport: transport, CheckRedirect: c.checkRedirect}
	c.robots.client = c
	return c
}

// Close drops the connections that are kept open.
func (c *Client) Close() error {
	c.http.CloseIdleConnections()
	return nil
}

func (c *Client) isNamed(host string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.named[strings.ToLower(host)]
}

// A Response is an answer with status 200.
type Response struct {
	URL         string // where the answer came from in the end
	ContentType string
	Mark        Mark
	Body        io.ReadCloser // the caller closes it
}

// A Mark is what a server told of an answer so that it can be asked later
// whether there is a newer one. The zero value asks for whatever there is.
type Mark struct{ ETag, Modified string }

// found marks the requests for addresses that were found.
type found struct{}

// Named fetches an address that a person named.
func (c *Client) Named(ctx context.Context, address string) (*Response, error) {
	req, err := c.request(ctx, address)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	c.named[strings.ToLower(req.URL.Hostname())] = true
	c.mu.Unlock()
	return c.do(req)
}

// Found fetches an address that was found in something that was read.
func (c *Client) Found(ctx context.Context, address string) (*Response, error) {
	return c.FoundSince(ctx, address, Mark{})
}

// FoundSince fetches like Found unless there is nothing newer than the answer
// that had the mark: then it returns ErrUnchanged.
func (c *Client) FoundSince(ctx context.Context, address string, m Mark) (*Response, error) {
	for try := 0; ; try++ {
		req, err := c.request(context.WithValue(ctx, found{}, true), address)
		if err != nil {
			return nil, err
		}
		if m.ETag != "" {
			req.Header.Set("If-None-Match", m.ETag)
		}
		if m.Modified != "" {
			req.Header.Set("If-Modified-Since", m.Modified)
		}
		if err := c.robots.allow(ctx, req.URL); err != nil {
			return nil, fmt.Errorf("%s: %w", address, err)
		}
		if err := c.pause(ctx, req.URL.Host, c.robots.delay(req.URL)); err != nil {
			return nil, err
		}
		resp, err := c.do(req)
		var busy *busyError
		if !errors.As(err, &busy) || try == maxRetries {
			return resp, err
		}
		if err := c.pause(ctx, req.URL.Host, busy.wait); err != nil {
			return nil, err
		}
	}
}

func (c *Client) request(ctx context.Context, address string) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	if req.URL.Scheme != "http" && req.URL.Scheme != "https" || req.URL.Host == "" {
		return nil, fmt.Errorf("%s: want an http or https address", address)
	}
	req.Header.Set("User-Agent", c.opts.UserAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain,application/json;q=0.9,*/*;q=0.1")
	req.Header.Set("Accept-Language", "en")
	return req, nil
}

// checkRedirect holds each step of a redirect to what the first must keep.
func (c *Client) checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) >= maxRedirects {
		return fmt.Errorf("more than %d redirects", maxRedirects)
	}
	if req.URL.Scheme != "http" && req.URL.Scheme != "https" {
		return fmt.Errorf("redirect to %q", req.URL.Scheme)
	}
	if req.Context().Value(found{}) != nil {
		return c.robots.allow(req.Context(), req.URL)
	}
	return nil
}

// do sends a request and watches over the time that the answer takes.
func (c *Client) do(req *http.Request) (*Response, error) {
	ctx, cancel := context.WithCancelCause(req.Context())
	watch := time.AfterFunc(c.opts.Timeout, func() { cancel(errSlow) })
	began := time.Now()
	resp, err := c.http.Do(req.WithContext(ctx))
	if err == nil && resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		err = statusError(resp)
		if resp.StatusCode == http.StatusNotModified {
			err = ErrUnchanged
		}
	}
	if err != nil {
		watch.Stop()
		defer cancel(nil)
		return nil, fmt.Errorf("%s: %w", req.URL, explained(ctx, err))
	}
	body := &watchedBody{in: resp.Body, ctx: ctx, cancel: cancel, watch: watch, began: began, timeout: c.opts.Timeout}
	return &Response{URL: resp.Request.URL.String(), ContentType: resp.Header.Get("Content-Type"), Body: body,
		Mark: Mark{ETag: resp.Header.Get("ETag"), Modified: resp.Header.Get("Last-Modified")}}, nil
}

// errSlow is the cause of requests that took too long.
var errSlow = fmt.Errorf("the server is too slow: %w", context.DeadlineExceeded)

// explained returns the cause of a fault rather than what it led to.
func explained(ctx context.Context, err error) error {
	switch {
	case errors.Is(context.Cause(ctx), errSlow):
		return errSlow
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedPort), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return fmt.Errorf("%w: %w", ErrPrivate, err)
	}
	var asked *url.Error
	if errors.As(err, &asked) {
		return asked.Err // without the address, which the caller names
	}
	return err
}

// A busyError is an answer that asks to come again.
type busyError struct {
	error
	wait time.Duration
}

func (e *busyError) Unwrap() error { return e.error }

func statusError(resp *http.Response) error {
	err := fmt.Errorf("%w %s", ErrStatus, resp.Status)
	if resp.StatusCode != http.StatusTooManyRequests && resp.StatusCode != http.StatusServiceUnavailable {
		return err
	}
	wait := 2 * time.Second
	if s, e := strconv.Atoi(resp.Header.Get("Retry-After")); e == nil && s >= 0 {
		wait = time.Duration(min(s, int(maxDelay/time.Second))) * time.Second
	}
	return &busyError{err, wait}
}

// pause waits until a host may be asked again, and puts off the next request
// to it by the delay.
func (c *Client) pause(ctx context.Context, host string, delay time.Duration) error {
	now := time.Now()
	c.mu.Lock()
	if len(c.next) > 10_000 { // long runs meet many hosts
		clear(c.next)
	}
	at := c.next[host]
	if at.Before(now) {
		at = now
	}
	c.next[host] = at.Add(max(c.opts.Delay, min(delay, maxDelay)))
	c.mu.Unlock()
	timer := time.NewTimer(at.Sub(now))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// A watchedBody gives up on a server that sends too slowly.
type watchedBody struct {
	in       io.ReadCloser
	ctx      context.Context
	cancel   context.CancelCauseFunc
	watch    *time.Timer
	began    time.Time
	timeout  time.Duration
	received int64
}

func (b *watchedBody) Read(p []byte) (int, error) {
	due := b.began.Add(b.timeout + time.Duration(b.received)*time.Second/minRate)
	b.watch.Reset(max(time.Until(due), b.timeout/10)) // time spent elsewhere is not the server's fault
	n, err := b.in.Read(p)
	b.watch.Stop()
	b.received += int64(n)
	if err != nil && err != io.EOF {
		err = explained(b.ctx, err)
	}
	return n, err
}

func (b *watchedBody) Close() error {
	b.watch.Stop()
	b.cancel(nil)
	return b.in.Close()
}
