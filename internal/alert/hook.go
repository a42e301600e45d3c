package alert

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"

	"code.dny.dev/ssrf"

	"readout/store"
)

// A hook sends to webhooks, in the form of the Standard Webhooks
// (standardwebhooks.com), for which receivers have libraries.
type hook struct {
	opts   Options
	client *http.Client
}

func newHook(opts Options) *hook {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	if !opts.AllowPrivate {
		dialer.Control = ssrf.New(ssrf.WithPorts(80, 443, 8080, 8443)).Safe
	}
	return &hook{opts, &http.Client{
		Transport: &http.Transport{Proxy: nil, DialContext: dialer.DialContext, ForceAttemptHTTP2: true, TLSHandshakeTimeout: 10 * time.Second,
			MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second, MaxResponseHeaderBytes: 64 << 10},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// A hookBody is what a webhook receives.
type hookBody struct {
	Type      string            `json:"type"` // readout.rows
	ID        string            `json:"id"`
	Search    hookSearch        `json:"search"`
	Rows      []json.RawMessage `json:"rows"`
	Addresses []string          `json:"addresses"` // of the rows, in their order
	Lines     []string          `json:"lines"`     // the rows in a line each, in their order
}

type hookSearch struct {
	ID    int64      `json:"id"`
	Name  string     `json:"name"`
	Kind  store.Kind `json:"kind"`
	Query string     `json:"query"`
	Said  string     `json:"said"`
}

func (h *hook) send(ctx context.Context, c *store.Channel, m *message) error {
	body := hookBody{Type: "readout.rows", ID: m.id, Search: hookSearch{m.search.ID, m.search.Name, m.search.Kind, m.search.Filter.Query().Encode(), m.said}}
	for _, r := range m.rows {
		body.Rows = append(body.Rows, r.json)
		body.Addresses = append(body.Addresses, h.opts.Base+r.line.Path)
		body.Lines = append(body.Lines, r.line.Title)
	}
	b, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.To, bytes.NewReader(b))
	if err != nil {
		return &goneError{err}
	}
	signature, err := Sign(c.Secret, m.id, h.opts.Now(), b)
	if err != nil {
		return &goneError{err}
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "readout/"+h.opts.Version)
	req.Header.Set("Idempotency-Key", m.id)
	req.Header.Set("Webhook-Id", m.id)
	req.Header.Set("Webhook-Timestamp", strconv.FormatInt(h.opts.Now().Unix(), 10))
	req.Header.Set("Webhook-Signature", signature)
	resp, err := h.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, _ = io.CopyN(io.Discard, resp.Body, 64<<10) // what a receiver says is of no interest, but the connection is
	return hookFault(resp)
}

func hookFault(resp *http.Response) error {
	if resp.StatusCode >= 200 && resp.StatusCode < 300 {
		return nil
	}
	err := fmt.Errorf("the receiver answered %s", resp.Status)
	switch {
	case resp.StatusCode == http.StatusGone:
		return &goneError{err}
	case resp.StatusCode == http.StatusTooManyRequests, resp.StatusCode == http.StatusServiceUnavailable:
		if s, e := strconv.Atoi(resp.Header.Get("Retry-After")); e == nil && s > 0 && s < 1e6 {
			return &laterError{err, time.Duration(s) * time.Second}
		}
	}
	return err
}

// Sign is the signature of a message: HMAC-SHA256, under the key of the secret,
// of the id, the time in seconds and the body, with dots between.
func Sign(secret, id string, at time.Time, body []byte) (string, error) {
	k, err := key(secret)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, k)
	fmt.Fprintf(mac, "%s.%d.", id, at.Unix())
	mac.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)), nil
}
