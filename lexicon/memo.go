package lexicon

import "sync"

// A memo keeps what a reader of one kind of file gave: several rooms ask for
// the same kind, and reading costs more than they do. What it gives is shared
// and must not be changed.
type memo[T any] struct {
	once  sync.Once
	value T
	err   error
}

func (m *memo[T]) get(read func() (T, error)) (T, error) {
	m.once.Do(func() { m.value, m.err = read() })
	return m.value, m.err
}
