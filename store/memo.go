package store

import (
	"context"
	"sync"
)

// memo keeps answers that are dear as long as the database has not changed.
type memo struct {
	mu       sync.Mutex
	revision int64
	answers  map[string]any
}

const mostAnswers = 500

// remember answers from the memo, or asks and keeps the answer. Answers are
// shared: nobody changes them.
func remember[T any](ctx context.Context, s *Store, what string, k Kind, f Filter, more string, ask func() (T, error)) (T, error) {
	key := what + "\x00" + string(k) + "\x00" + f.Query().Encode() + "\x00" + more
	revision, err := s.Revision(ctx)
	if err != nil {
		var none T
		return none, err
	}
	s.memo.mu.Lock()
	if s.memo.answers == nil || s.memo.revision != revision || len(s.memo.answers) > mostAnswers {
		s.memo.revision, s.memo.answers = revision, map[string]any{}
	}
	found, ok := s.memo.answers[key].(T)
	s.memo.mu.Unlock()
	if ok {
		return found, nil
	}
	answer, err := ask()
	if err != nil {
		return answer, err
	}
	s.memo.mu.Lock()
	defer s.memo.mu.Unlock()
	if s.memo.revision == revision {
		s.memo.answers[key] = answer
	}
	return answer, nil
}
