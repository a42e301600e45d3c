package store

import (
	"context"
	"errors"
	"sync"
	"time"
)

// memo keeps answers that are dear: as long as the database has not changed,
// and a while longer when the store was told so (see Lag). Who asks what
// another is just asking waits for that answer.
type memo struct {
	mu      sync.Mutex
	lag     time.Duration
	answers map[string]*answer
}

// An answer to a question of one revision of the database.
type answer struct {
	revision int64
	asked    time.Time
	took     time.Duration // to make, 0 until it is there
	ready    chan struct{} // closed when value and err stand
	value    any
	err      error
}

const mostAnswers = 500

// errUnanswered stands in an answer whose asking panicked.
var errUnanswered = errors.New("not answered")

// Lag lets counts (totals, facets, histograms, maps, series of pairs) be as old
// as that, and dear ones older: twenty times as old as it took to make them, up
// to ten times lag. Without it they are of the moment, and while articles come in
// each of them makes every count anew.
func (s *Store) Lag(lag time.Duration) {
	s.memo.mu.Lock()
	defer s.memo.mu.Unlock()
	s.memo.lag = lag
}

// fresh reports whether an answer will do at a revision.
func (m *memo) fresh(a *answer, revision int64) bool {
	return a.revision == revision || time.Since(a.asked) < max(m.lag, min(20*a.took, 10*m.lag))
}

// remember answers from the memo, or asks and keeps the answer. Answers are
// shared: nobody changes them. Faults are not kept.
func remember[T any](ctx context.Context, s *Store, what string, k Kind, f Filter, more string, ask func() (T, error)) (T, error) {
	var none T
	revision, err := s.Revision(ctx)
	if err != nil {
		return none, err
	}
	key := what + "\x00" + string(k) + "\x00" + f.Query().Encode() + "\x00" + more
	a, mine := s.memo.find(key, revision)
	if !mine {
		select {
		case <-a.ready:
		case <-ctx.Done():
			return none, ctx.Err()
		}
		if value, ok := a.value.(T); ok && a.err == nil {
			return value, nil
		}
		return ask() // what ended the other's asking need not end this one's
	}
	defer s.memo.answered(key, a)
	a.err = errUnanswered
	value, err := ask()
	a.value, a.err = value, err
	return value, err
}

// find returns the answer that is there, or is on its way. Otherwise the
// caller is the one to ask, and says so with answered.
func (m *memo) find(key string, revision int64) (a *answer, mine bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if a = m.answers[key]; a != nil && m.fresh(a, revision) {
		return a, false
	}
	if m.answers == nil || len(m.answers) >= mostAnswers {
		m.answers = map[string]*answer{}
	}
	a = &answer{revision: revision, asked: time.Now(), ready: make(chan struct{})}
	m.answers[key] = a
	return a, true
}

// answered gives an answer to all who wait for it, and forgets a fault.
func (m *memo) answered(key string, a *answer) {
	m.mu.Lock()
	defer m.mu.Unlock()
	a.took = time.Since(a.asked)
	if a.err != nil && m.answers[key] == a {
		delete(m.answers, key)
	}
	close(a.ready)
}
