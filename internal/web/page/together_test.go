package page

import (
	"errors"
	"testing"
	"time"
)

// TestTogether: all tasks are waited for, the first fault comes back, and a
// panic reaches the caller.
func TestTogether(t *testing.T) {
	first, second := errors.New("first"), errors.New("second")
	done := false
	err := together(func() error { time.Sleep(5 * time.Millisecond); done = true; return nil }, func() error { return first }, func() error { return second })
	if err != first || !done {
		t.Error(err, done)
	}
	defer func() {
		if recover() != "broken" {
			t.Error("the panic is lost")
		}
	}()
	together(func() error { panic("broken") }, func() error { return nil })
}
