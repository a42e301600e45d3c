// Package access tells who asks, and what they may do. A token is a random
// word of 256 bits that is shown once; the store keeps its hash only. Nothing
// slower than SHA-256 is needed, for there is nothing to guess.
package access

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"strings"
	"sync"
	"time"

	"readout/store"
)

// A Scope is what someone may do. Each contains those before it.
type Scope int

// Scopes.
const (
	None Scope = iota
	Read
	Write
)

// String names the scope as the store does.
func (s Scope) String() string { return [...]string{"none", "read", "write"}[s] }

// ParseScope reads none, read or write.
func ParseScope(s string) (Scope, bool) {
	for _, x := range []Scope{None, Read, Write} {
		if x.String() == s {
			return x, true
		}
	}
	return None, false
}

// A Caller is who makes a request. The zero value is someone who gave no token.
type Caller struct {
	Name  string // of the token; empty without one
	Scope Scope
}

type callerKey struct{}

// With returns a context that tells the caller.
func With(ctx context.Context, c Caller) context.Context {
	return context.WithValue(ctx, callerKey{}, c)
}

// From returns the caller of a request.
func From(ctx context.Context) Caller {
	c, _ := ctx.Value(callerKey{}).(Caller)
	return c
}

// prefix marks the tokens, so that they are known when they turn up in places
// where they do not belong.
const prefix = "readout_"

// NewToken makes a token and the hash by which it is known.
func NewToken() (token, hash string) {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails
	token = prefix + base64.RawURLEncoding.EncodeToString(b)
	return token, Hash(token)
}

// Hash is what the store keeps of a token.
func Hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// Token returns the token that a request carries: as bearer, or as the password
// of the basic scheme, which is what browsers ask for.
func Token(r *http.Request) string {
	scheme, rest, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if strings.EqualFold(scheme, "bearer") {
		return strings.TrimSpace(rest)
	}
	_, password, _ := r.BasicAuth()
	return password
}

// fresh is how long what was read of the store counts: after it, a token that
// was taken away opens nothing any more.
const fresh = 2 * time.Second

// noteEvery is the least time between two notes of when a token was used.
const noteEvery = time.Minute

// A Book knows the tokens of a store. It is safe for concurrent use.
type Book struct {
	store *store.Store
	now   func() time.Time

	mu    sync.Mutex
	read  time.Time
	known map[string]store.Access
	noted map[string]time.Time
}

// NewBook returns the book of a store's tokens.
func NewBook(s *store.Store) *Book {
	return &Book{store: s, now: time.Now, noted: map[string]time.Time{}}
}

// Any reports whether there are tokens at all.
func (b *Book) Any(ctx context.Context) (bool, error) {
	known, err := b.all(ctx)
	return len(known) > 0, err
}

// Caller returns whose token it is; ok is false if it is nobody's.
func (b *Book) Caller(ctx context.Context, token string) (c Caller, ok bool, err error) {
	known, err := b.all(ctx)
	if err != nil {
		return Caller{}, false, err
	}
	hash := Hash(token)
	a, ok := known[hash]
	if !ok {
		return Caller{}, false, nil
	}
	scope, _ := ParseScope(a.Scope)
	b.note(ctx, hash)
	return Caller{Name: a.Name, Scope: scope}, true, nil
}

// note writes down when a token was used, now and then.
func (b *Book) note(ctx context.Context, hash string) {
	now := b.now()
	b.mu.Lock()
	due := now.Sub(b.noted[hash]) >= noteEvery
	if due {
		b.noted[hash] = now
	}
	b.mu.Unlock()
	if due {
		_ = b.store.UseAccess(ctx, hash, now) // no reason to refuse the request
	}
}

func (b *Book) all(ctx context.Context) (map[string]store.Access, error) {
	now := b.now()
	b.mu.Lock()
	known, read := b.known, b.read
	b.mu.Unlock()
	if known != nil && now.Sub(read) < fresh {
		return known, nil
	}
	list, err := b.store.Accesses(ctx)
	if err != nil {
		return nil, err
	}
	known = make(map[string]store.Access, len(list))
	for _, a := range list {
		known[a.Hash] = a
	}
	b.mu.Lock()
	b.known, b.read = known, now
	b.mu.Unlock()
	return known, nil
}
