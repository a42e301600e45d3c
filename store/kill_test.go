package store

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"readout/record"
)

// killAddress names the environment variable that makes the test program a
// process that loads articles into a store until it is killed.
const killAddress = "STORE_KILL_ADDRESS"

// perBatch is how many articles go into one transaction of that process.
const perBatch = 5

// batch makes the articles of a number: some new, and the first of the batch
// before read anew.
func batch(run string, n int) ([]Coded, error) {
	var out []Coded
	for i := range perBatch {
		id, seed := fmt.Sprintf("%s-%d-%d", run, n, i), n*perBatch+i
		if i == 0 && n > 0 {
			id = fmt.Sprintf("%s-%d-%d", run, n-1, 1)
		}
		c, err := Code(rapid.Custom(func(t *rapid.T) *record.Record { return drawRecord(t, id) }).Example(seed), nil)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// loadForever is that process. It says which batches are safe.
func loadForever(address string) int {
	ctx := context.Background()
	s, err := Open(ctx, address)
	for n := 0; err == nil; n++ {
		var b []Coded
		if b, err = batch(os.Getenv("STORE_KILL_RUN"), n); err != nil {
			break
		}
		if err = s.Put(ctx, b); err == nil {
			fmt.Println(n)
		}
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// TestKill kills a process that loads 50 times, while others write and read,
// and finds every batch that was safe, no batch in part, and no row twice or
// left over.
func TestKill(t *testing.T) {
	each(t, func(t *testing.T, fresh func() *Store) {
		s, kills := fresh(), 50
		switch _, file := s.d.(sqlite); {
		case testing.Short():
			kills = 5
		case !file: // the server is not killed: little is ours to lose
			kills = 15
		}
		ctx := context.Background()
		address := addresses[s]
		r := rand.New(rand.NewPCG(7, 50))
		batches := 0
		for kill := range kills {
			run := fmt.Sprint("run", kill)
			c := exec.Command(os.Args[0])
			c.Env = append(os.Environ(), killAddress+"="+address, "STORE_KILL_RUN="+run)
			c.Stderr = os.Stderr
			out, err := c.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			// Under load: this process writes and reads meanwhile.
			stop, done := make(chan bool), make(chan error, 1)
			go func() {
				for n := 0; ; n++ {
					select {
					case <-stop:
						done <- nil
						return
					default:
					}
					b, err := batch("own", n%7)
					if err == nil {
						err = s.Put(ctx, b)
					}
					if err == nil {
						_, err = s.Events(ctx, Filter{Words: "gas"}, Page{})
					}
					if err == nil && n%7 == 6 {
						_, err = s.Delete(ctx, Filter{Article: "own-3-2"})
					}
					if err != nil {
						done <- err
						return
					}
				}
			}()
			lines := bufio.NewScanner(out)
			safe := -1
			for lines.Scan() { // the first batch is safe; from then on it may be killed at any moment
				safe++
				if safe == 0 {
					time.AfterFunc(time.Duration(r.Int64N(int64(60*time.Millisecond))), func() { _ = c.Process.Kill() })
				}
			}
			_ = c.Wait() // it was killed
			close(stop)
			if err := <-done; err != nil {
				t.Fatal(err)
			}
			if safe < 0 {
				t.Fatal("the process loaded nothing")
			}
			batches += safe + 1
			got := map[string]int{}
			if err := s.EachRecord(ctx, func(r *record.Record) error {
				if strings.HasPrefix(r.Article.ID, run+"-") {
					got[r.Article.ID]++
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			last := safe
			if got[fmt.Sprintf("%s-%d-%d", run, safe+1, 2)] > 0 {
				last++ // it was safe, but not said to be
			}
			want := 0
			for n := range last + 1 {
				for i := range perBatch {
					if i == 0 && n > 0 {
						continue
					}
					want++
					if id := fmt.Sprintf("%s-%d-%d", run, n, i); got[id] != 1 {
						t.Fatalf("kill %d: article %s is there %d times", kill, id, got[id])
					}
				}
			}
			if len(got) != want {
				t.Fatalf("kill %d: %d articles, not %d: part of a batch is there", kill, len(got), want)
			}
			if kill%10 == 9 || kill == kills-1 {
				consistent(t, s)
			}
		}
		t.Logf("%d kills, %d batches", kills, batches)
	})
}
