// Package parallel spreads work over goroutines without losing its order.
package parallel

import (
	"context"
	"sync"
)

// Ordered takes items from next until it says no, works on them on n
// goroutines, and gives the results to emit in the order of the items. At most
// 2n items are in memory at once. It stops at the first error of emit or when
// ctx ends, and returns only when all goroutines have ended.
func Ordered[T, R any](ctx context.Context, n int, next func() (T, bool), work func(T) R, emit func(R) error) error {
	type job struct {
		item T
		done chan R
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs, queue := make(chan job), make(chan chan R, 2*n)
	var workers sync.WaitGroup
	workers.Add(1)
	go func() {
		defer workers.Done()
		defer close(jobs)
		defer close(queue)
		for {
			item, ok := next()
			if !ok {
				return
			}
			j := job{item, make(chan R, 1)}
			select {
			case queue <- j.done:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- j:
			case <-ctx.Done():
				close(j.done)
				return
			}
		}
	}()
	for range n {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for j := range jobs {
				j.done <- work(j.item)
			}
		}()
	}
	var err error
	for done := range queue {
		select {
		case r, ok := <-done:
			if ok && err == nil {
				if err = emit(r); err != nil {
					cancel()
				}
			}
		case <-ctx.Done():
		}
	}
	workers.Wait()
	if err == nil {
		err = ctx.Err()
	}
	return err
}
