// Package alert tells people and programs what saved searches find: at once by
// webhook, at once or in digests by mail. What was told is kept in the store
// with each channel, written down before and after a message is sent, so that a
// server that is killed goes on where it was: nothing is left out, and what may
// come twice carries the same id both times.
package alert

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"net/mail"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout/store"
)

// Forms of channels that are sent to. A search's feed needs no channel.
const (
	Webhook = "webhook"
	Email   = "email"
)

// Check reports what makes no sense in a channel, as store.ErrInvalid.
func Check(c *store.Channel) error {
	if !slices.Contains([]string{"", "hour", "day", "week"}, c.Every) {
		return fmt.Errorf("%w: every %q: want hour, day or week, or nothing for at once", store.ErrInvalid, c.Every)
	}
	switch c.Form {
	case Webhook:
		u, err := url.Parse(c.To)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
			return fmt.Errorf("%w: to %q: want an http or https address", store.ErrInvalid, c.To)
		}
		if _, err := key(c.Secret); err != nil && c.Secret != "" {
			return fmt.Errorf("%w: secret: %w", store.ErrInvalid, err)
		}
	case Email:
		if a, err := mail.ParseAddress(c.To); err != nil || strings.ContainsAny(a.Address, "\r\n") {
			return fmt.Errorf("%w: to %q: want an address of mail", store.ErrInvalid, c.To)
		}
	default:
		return fmt.Errorf("%w: form %q: want webhook or email", store.ErrInvalid, c.Form)
	}
	return nil
}

// secretPrefix marks the secrets of webhooks, as the Standard Webhooks have it.
const secretPrefix = "whsec_"

// Bounds of the key of a secret, in bytes.
const minKey, maxKey = 24, 64

// key is the key that a secret stands for.
func key(secret string) ([]byte, error) {
	b, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, secretPrefix))
	if err != nil || len(b) < minKey || len(b) > maxKey || !strings.HasPrefix(secret, secretPrefix) {
		return nil, fmt.Errorf("want %s and %d to %d bytes in base64", secretPrefix, minKey, maxKey)
	}
	return b, nil
}

func newSecret() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails
	return secretPrefix + base64.StdEncoding.EncodeToString(b)
}

// Add adds a channel to a saved search. It tells what comes from now on. A
// webhook without a secret gets one.
func Add(ctx context.Context, s *store.Store, x *store.Search, c *store.Channel) error {
	if err := Check(c); err != nil {
		return err
	}
	if c.Form == Webhook && c.Secret == "" {
		c.Secret = newSecret()
	}
	token, err := s.Mark(ctx, x.Kind)
	if err != nil {
		return err
	}
	c.Token = mark{kind: x.Kind, token: token}.String()
	if c.Every != "" {
		c.Next = digestAfter(time.Now(), c.Every)
	}
	return s.PutChannel(ctx, x.ID, c)
}

// A mark is how far a channel has come among the rows of a kind: what lies
// before the token was told, and the first n rows behind it are being told.
type mark struct {
	n     int
	kind  store.Kind
	token string
}

func (m mark) String() string { return fmt.Sprintf("%d:%s:%s", m.n, m.kind, m.token) }

// parseMark reads a mark; what is none has no kind.
func parseMark(s string) mark {
	n, rest, _ := strings.Cut(s, ":")
	kind, token, ok := strings.Cut(rest, ":")
	i, err := strconv.Atoi(n)
	if !ok || err != nil || i < 0 {
		return mark{}
	}
	return mark{i, store.Kind(kind), token}
}

// digestHour is when the digests of a day are sent, in UTC.
const digestHour = 6

// digestAfter is when the next digest is due.
func digestAfter(now time.Time, every string) time.Time {
	now = now.UTC()
	day := time.Date(now.Year(), now.Month(), now.Day(), digestHour, 0, 0, 0, time.UTC)
	switch every {
	case "hour":
		return now.Truncate(time.Hour).Add(time.Hour)
	case "day":
		for !day.After(now) {
			day = day.AddDate(0, 0, 1)
		}
		return day
	}
	for !day.After(now) || day.Weekday() != time.Monday {
		day = day.AddDate(0, 0, 1)
	}
	return day
}

// Waiting times behind failures.
const (
	firstRetry = 15 * time.Second
	maxRetry   = 6 * time.Hour
	maxTries   = 20 // in a row, which takes three days; then a channel is given up
)

// retryAfter is how long to wait after so many failures in a row.
func retryAfter(failures int) time.Duration {
	return min(firstRetry<<min(failures-1, 20), maxRetry)
}
