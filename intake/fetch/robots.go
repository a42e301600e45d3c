package fetch

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/temoto/robotstxt"
)

// robots knows what sites ask of programs. The rules are those of RFC 9309:
// what a site answers counts for as long as the Client lives.
type robots struct {
	client *Client
	mu     sync.Mutex
	sites  map[string]*robotstxt.RobotsData
}

// Bounds of what is read and kept of robots.txt.
const (
	maxRobots = 500 << 10
	maxSites  = 5000
)

// allow returns ErrRobots if the site asks not to fetch the address.
func (r *robots) allow(ctx context.Context, u *url.URL) error {
	rules, err := r.rules(ctx, u)
	if err != nil {
		return err
	}
	if !rules.TestAgent(u.EscapedPath(), r.client.opts.UserAgent) {
		return ErrRobots
	}
	return nil
}

// delay returns what the site asks for between two requests, as far as known.
func (r *robots) delay(u *url.URL) time.Duration {
	r.mu.Lock()
	rules := r.sites[site(u)]
	r.mu.Unlock()
	if rules == nil {
		return 0
	}
	if g := rules.FindGroup(r.client.opts.UserAgent); g != nil {
		return g.CrawlDelay
	}
	return 0
}

func site(u *url.URL) string { return u.Scheme + "://" + u.Host }

// rules returns the rules of the site that an address lies on.
func (r *robots) rules(ctx context.Context, u *url.URL) (*robotstxt.RobotsData, error) {
	r.mu.Lock()
	rules := r.sites[site(u)]
	r.mu.Unlock()
	if rules != nil {
		return rules, nil
	}
	rules, err := r.fetch(ctx, site(u)+"/robots.txt")
	if err != nil {
		return nil, fmt.Errorf("robots.txt: %w", err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.sites == nil || len(r.sites) >= maxSites {
		r.sites = map[string]*robotstxt.RobotsData{}
	}
	r.sites[site(u)] = rules
	return rules, nil
}

// fetch asks for a robots.txt. A site without one allows all, and one that
// cannot answer nothing.
func (r *robots) fetch(ctx context.Context, address string) (*robotstxt.RobotsData, error) {
	ctx, cancel := context.WithTimeout(ctx, r.client.opts.Timeout)
	defer cancel()
	req, err := r.client.request(ctx, address)
	if err != nil {
		return nil, err
	}
	plain := &http.Client{Transport: r.client.http.Transport, CheckRedirect: func(_ *http.Request, via []*http.Request) error {
		if len(via) >= maxRedirects {
			return fmt.Errorf("more than %d redirects", maxRedirects)
		}
		return nil
	}}
	resp, err := plain.Do(req)
	if err != nil {
		return nil, explained(ctx, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxRobots))
	if err != nil {
		return nil, err
	}
	return parse(resp.StatusCode, body)
}

func parse(status int, body []byte) (*robotstxt.RobotsData, error) {
	return robotstxt.FromStatusAndBytes(status, known(body))
}

// known returns the lines of a robots.txt that say something to us. The parser
// would refuse all rules for one line that it does not understand.
func known(body []byte) []byte {
	var out []byte
	begun := false // rules before the first name of an agent bind nobody
	body = bytes.ReplaceAll(bytes.TrimPrefix(body, []byte("\ufeff")), []byte("\r"), []byte("\n"))
	for line := range bytes.Lines(body) {
		line, _, _ = bytes.Cut(line, []byte("#"))
		key, value, ok := bytes.Cut(line, []byte(":"))
		value = bytes.TrimSpace(value)
		if !ok || !utf8.Valid(value) || bytes.IndexByte(value, 0) >= 0 {
			continue
		}
		switch strings.ToLower(string(bytes.TrimSpace(key))) {
		case "user-agent":
			if len(value) == 0 {
				continue
			}
			begun = true
		case "allow", "disallow":
		case "crawl-delay":
			if s, err := strconv.ParseFloat(string(value), 64); err != nil || s < 0 || s > 1e6 {
				continue
			}
		default:
			continue
		}
		if !begun {
			continue
		}
		out = append(append(append(append(out, bytes.TrimSpace(key)...), ": "...), value...), '\n')
	}
	return out
}
