package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"readout/internal/desk"
	"readout/store"
)

// A served is a server in a process of its own.
type served struct {
	*exec.Cmd
	url string
	log *bytes.Buffer
}

func startServer(t testing.TB, args ...string) *served {
	t.Helper()
	c := exec.Command("readout", append([]string{"serve", "--listen", "127.0.0.1:0", "--rate", "0"}, args...)...)
	pipe, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	s := &served{Cmd: c, log: new(bytes.Buffer)}
	in := bufio.NewReader(pipe)
	for s.url == "" {
		line, err := in.ReadString('\n')
		s.log.WriteString(line)
		if m := regexp.MustCompile(`serving .* at (http://\S+)`).FindStringSubmatch(line); m != nil {
			s.url = m[1]
		}
		if err != nil {
			t.Fatalf("the server did not start: %s", s.log)
		}
	}
	go func() { _, _ = io.Copy(io.Discard, in) }()
	return s
}

// post hands an article in. It returns what the server said of it.
func (s *served) post(client *http.Client, id string) (*desk.Outcome, error) {
	body := fmt.Sprintf(`{"id":%q,"published":"2021-06-16","text":"Russia expelled ten American diplomats on Friday. \"This is wrong,\" said Antony Blinken, who met the ambassador. Note %s was handed over."}`, id, id)
	resp, err := client.Post(s.url+"/api/v1/articles", "application/json", strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 300 {
		return nil, fmt.Errorf("%s: %s", resp.Status, b)
	}
	var out desk.Outcome
	return &out, json.Unmarshal(b, &out)
}

// TestServe: the command serves, reads what it is handed, and ends well.
func TestServe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals between processes")
	}
	s := startServer(t, "--store", filepath.Join(t.TempDir(), "news.db"))
	defer s.Process.Kill()
	out, err := s.post(http.DefaultClient, "one")
	if err != nil || len(out.Articles) != 1 || out.Articles[0].Events == 0 {
		t.Fatalf("%+v, %v", out, err)
	}
	for path, want := range map[string]string{
		"/health": "ok", "/api/v1/events": "one/ev1", "/api/v1/events.csv?type=SANCTION": "one/ev1", "/api/v1/statements.jsonl": "Antony Blinken", "/api/v1/articles.atom": "<feed",
		"/api/v1/openapi.json": `"openapi":"3.1.0"`, "/metrics": "readout_articles_read_total 1",
	} {
		resp, err := http.Get(s.url + path)
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != 200 || !strings.Contains(string(b), want) {
			t.Errorf("%s: %s, %v, no %q in %s", path, resp.Status, err, want, b)
		}
	}
	if err := s.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := s.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
}

// kills is how often TestServeKilled kills a server; READOUT_KILLS says more.
func kills(t *testing.T) int {
	n := 3
	if s := os.Getenv("READOUT_KILLS"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// TestServeKilled kills a server again and again while articles are handed in
// and lists are read. What it had said to be stored is there, each row once,
// and what it was about to store is there as a whole or not at all.
func TestServeKilled(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals between processes")
	}
	name := filepath.Join(t.TempDir(), "news.db")
	var mu sync.Mutex
	promised, sent := map[string]desk.Stored{}, 0
	for range kills(t) {
		s := startServer(t, "--store", name, "--log", "none")
		client := &http.Client{Timeout: 30 * time.Second}
		var working sync.WaitGroup
		var stop atomic.Bool
		first := make(chan bool, 100)
		for range 4 {
			working.Go(func() {
				for !stop.Load() {
					mu.Lock()
					sent++
					id := fmt.Sprint("a", sent)
					mu.Unlock()
					out, err := s.post(client, id)
					if err != nil {
						return // it was killed
					}
					mu.Lock()
					promised[id] = out.Articles[0]
					mu.Unlock()
					select {
					case first <- true:
					default:
					}
				}
			})
		}
		working.Go(func() {
			for !stop.Load() {
				resp, err := client.Get(s.url + "/api/v1/events?type=SANCTION")
				if err != nil {
					return
				}
				_, _ = io.Copy(io.Discard, resp.Body)
				resp.Body.Close()
			}
		})
		select {
		case <-first:
		case <-time.After(time.Minute):
			t.Error("the server takes no articles")
		}
		time.Sleep(time.Duration(rand.IntN(300)) * time.Millisecond)
		if err := s.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		stop.Store(true)
		_ = s.Wait() // it was killed
		working.Wait()
		client.CloseIdleConnections()
	}
	t.Logf("%d articles were sent, %d promised", sent, len(promised))
	checkStored(t, name, promised)
}

// checkStored holds a store against what was promised.
func checkStored(t *testing.T, name string, promised map[string]desk.Stored) {
	ctx := context.Background()
	st, err := store.Open(ctx, name)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for id := range promised {
		if _, err := st.Article(ctx, id); err != nil {
			t.Errorf("%s was said to be stored: %v", id, err)
		}
	}
	articles, events, rows := map[string]int{}, 0, map[string]bool{}
	for p := (store.Page{Size: store.MaxPage}); ; {
		l, err := st.Articles(ctx, store.Filter{}, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range l.Items {
			articles[a.ID]++
			if want, ok := promised[a.ID]; articles[a.ID] > 1 || ok && want.Events != a.Events {
				t.Errorf("%s: there %d times, %d events, not %d", a.ID, articles[a.ID], a.Events, want.Events)
			}
			r, err := st.Article(ctx, a.ID)
			if err != nil || len(r.Record.Events) != len(r.Events) || len(r.Record.Statements) != len(r.Statements) || len(r.Events) != a.Events {
				t.Errorf("%s is not whole: %v", a.ID, err)
			}
			events += a.Events
		}
		if p.Token = l.Next; l.Next == "" {
			break
		}
	}
	for p := (store.Page{Size: store.MaxPage}); ; {
		l, err := st.Events(ctx, store.Filter{}, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range l.Items {
			if rows[e.ID] {
				t.Errorf("%s twice", e.ID)
			}
			rows[e.ID] = true
		}
		if p.Token = l.Next; l.Next == "" {
			break
		}
	}
	h, err := st.Histogram(ctx, store.Events, store.Filter{}, store.ByYear)
	if err != nil {
		t.Fatal(err)
	}
	counted := h.Undated
	for _, b := range h.Bins {
		counted += b.N
	}
	if len(rows) != events || counted != events {
		t.Errorf("%d events in the articles, %d in the list, %d counted", events, len(rows), counted)
	}
}
