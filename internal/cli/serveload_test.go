package cli_test

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"
)

// asked are what readers of a desk ask for, in turn.
var asked = []string{
	"/", "/api/v1/events?type=SANCTION&size=20", "/events?actor_country=RUS", "/api/v1/events?words=diplomats&from=2021", "/api/v1/statements?speaker=Antony+Blinken", "/api/v1/pairs/RUS/USA",
	"/pairs/RUS/USA", "/api/v1/facets/events?name=type&name=actor_country", "/api/v1/histograms/events?by=month", "/api/v1/articles?words=ambassador", "/api/v1/events.atom?type=ACCUSE",
	"/api/v1/events.csv?type=SANCTION&size=100", "/statements", "/api/v1/entities?size=20", "/api/v1/places",
}

// TestServeLoad asks a server 200 times a second, spread over all that readers
// ask for, while articles are handed in without a pause: no request fails. It
// takes two seconds, or as many as READOUT_LOAD says, over a store of its own, or
// a copy of READOUT_LOAD_STORE; with -v it tells how long the answers took.
func TestServeLoad(t *testing.T) {
	if runtime.GOOS == "windows" || testing.Short() {
		t.Skip("takes a while")
	}
	seconds, rate := 2, 200
	if s := os.Getenv("READOUT_LOAD"); s != "" {
		var err error
		if seconds, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
	}
	name := filepath.Join(t.TempDir(), "news.db")
	if from := os.Getenv("READOUT_LOAD_STORE"); from != "" {
		copyFile(t, from, name)
	}
	s := startServer(t, "--store", name, "--log", "none")
	defer s.Process.Kill()
	client := &http.Client{Timeout: time.Minute, Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	if _, err := s.post(client, "first"); err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var took []time.Duration
	slowest := map[string]time.Duration{}
	var working sync.WaitGroup
	done := make(chan bool)
	loaded := 0
	working.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
			}
			if _, err := s.post(client, fmt.Sprint("load", loaded)); err != nil {
				t.Error(err)
				return
			}
			loaded++
		}
	})
	tick := time.NewTicker(time.Second / time.Duration(rate))
	defer tick.Stop()
	var asking sync.WaitGroup
	for i := range seconds * rate {
		<-tick.C
		asking.Go(func() {
			path := asked[i%len(asked)]
			began := time.Now()
			resp, err := client.Get(s.url + path)
			if err != nil {
				t.Error(err)
				return
			}
			_, err = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
			if err != nil || resp.StatusCode != http.StatusOK {
				t.Errorf("%s: %s, %v", path, resp.Status, err)
			}
			d := time.Since(began)
			mu.Lock()
			took = append(took, d)
			slowest[path] = max(slowest[path], d)
			mu.Unlock()
		})
	}
	asking.Wait()
	close(done)
	working.Wait()
	slices.Sort(took)
	at := func(share float64) time.Duration {
		return took[int(share*float64(len(took)-1))].Round(100 * time.Microsecond)
	}
	t.Logf("%d requests at %d a second beside %d articles loaded: half within %v, 95 %% within %v, 99 %% within %v, all within %v", len(took), rate, loaded, at(.5), at(.95), at(.99), at(1))
	for _, path := range asked {
		t.Logf("%v at most: %s", slowest[path].Round(100*time.Microsecond), path)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Sync(); err != nil { // writing it back is no part of what is measured
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
