package page_test

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// policy is the content policy that the server sets.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// A browser is a Chromium that looks at the sample desk.
type browser struct {
	ctx  context.Context
	site string

	mu      sync.Mutex
	trouble []string       // what the console or the server complained of
	bytes   map[string]int // sent by path
}

// newBrowser starts Chromium, or skips the test where there is none.
func newBrowser(t *testing.T) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("short: no browser")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium here: apt-get install chromium")
	}
	b := &browser{bytes: map[string]int{}}
	h := desk(t, filledStore(t))
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		c := &counting{ResponseWriter: w, status: http.StatusOK}
		h.ServeHTTP(c, r)
		b.mu.Lock()
		defer b.mu.Unlock()
		b.bytes[r.URL.Path] = c.n
		if c.status >= 400 && !strings.HasPrefix(r.URL.Path, "/nowhere") {
			b.trouble = append(b.trouble, fmt.Sprintf("%s %s: %d", r.Method, r.URL, c.status))
		}
	}))
	t.Cleanup(srv.Close)
	b.site = srv.URL
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	actx, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(actx)
	t.Cleanup(cancel)
	b.ctx = ctx
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			b.mu.Lock()
			b.trouble = append(b.trouble, "console: "+fmt.Sprint(m))
			b.mu.Unlock()
		}
	}()
	return b
}

type counting struct {
	http.ResponseWriter
	n, status int
}

func (c *counting) Write(p []byte) (int, error) { c.n += len(p); return c.ResponseWriter.Write(p) }
func (c *counting) WriteHeader(status int)      { c.status = status; c.ResponseWriter.WriteHeader(status) }

// quiet fails the test with what was complained of since the last call.
func (b *browser) quiet(t *testing.T, where string) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range b.trouble {
		t.Errorf("%s: %s", where, s)
	}
	b.trouble = nil
}

// hush forgets what was complained of.
func (b *browser) hush() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.trouble = nil
}

// do runs steps within half a minute.
func (b *browser) do(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := b.try(steps...); err != nil {
		t.Fatal(err)
	}
}

func (b *browser) try(steps ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(b.ctx, 30*time.Second)
	defer cancel()
	return chromedp.Do(ctx, steps...)
}

// leave runs a step that leads away from the page, which may be gone before the
// step is told that it is done.
func (b *browser) leave(t *testing.T, step chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := b.try(step); err != nil && !gone(err) {
		t.Fatal(err)
	}
}

// gone reports whether a fault is that the page was left meanwhile.
func gone(err error) bool { return strings.Contains(err.Error(), "navigated or closed") }

// await waits for a script to be true of the page that is coming.
func (b *browser) await(t *testing.T, script string) {
	t.Helper()
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		// While one page goes and the next comes there is nothing to ask.
		if ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](`document.readyState === "complete" && (`+script+`)`)); err == nil && ok {
			return
		}
	}
	t.Fatalf("in vain: %s", script)
}

// eval runs a script in the page and returns its value.
func eval[T any](t *testing.T, b *browser, script string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 30*time.Second)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (b *browser) open(t *testing.T, address string) {
	t.Helper()
	for range 3 {
		err := b.try(chromedp.Navigate(b.site + address))
		if err == nil {
			return
		}
		if !gone(err) {
			t.Fatal(err)
		}
	}
	t.Fatalf("%s cannot be opened", address)
}

// look sets width and height of the window and the scheme of colours.
func (b *browser) look(t *testing.T, width, height int64, scheme string) {
	t.Helper()
	b.do(t, chromedp.EmulateViewport(width, height), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
		return err
	}))
}

// shot keeps a picture of the page where READOUT_SHOTS says.
func (b *browser) shot(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("READOUT_SHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), png, 0o600)
	}
	if err != nil {
		t.Error(err)
	}
}

// axe is the script that looks for barriers.
func axe(t *testing.T) string {
	t.Helper()
	f, err := os.Open("testdata/axe/axe.min.js.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	script, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(script)
}

// TestBrowser looks at every page on a phone and at a desk, in light and dark:
// it fits its window, nothing complains, it is light, and axe-core finds no
// barrier.
func TestBrowser(t *testing.T) {
	b := newBrowser(t)
	script := axe(t)
	for _, view := range []struct {
		name          string
		width, height int64
		scheme        string
	}{{"phone-light", 390, 844, "light"}, {"phone-dark", 390, 844, "dark"}, {"desk-light", 1280, 900, "light"}, {"desk-dark", 1280, 900, "dark"}} {
		b.look(t, view.width, view.height, view.scheme)
		for _, a := range append(addresses, "/nowhere") {
			where := view.name + " " + a
			b.open(t, a)
			if over := eval[int](t, b, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
				t.Errorf("%s: %d pixels too wide: %s", where, over, eval[string](t, b, `[...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll, svg")).map(e => e.tagName + "." + e.className).slice(0, 5).join(" ")`))
			}
			for _, v := range barriers(t, b, script) {
				t.Errorf("%s: %s", where, v)
			}
			b.shot(t, view.name+strings.NewReplacer("/", "_", "?", "_").Replace(a))
			if a == "/nowhere" { // which the console rightly complains of
				b.open(t, "/")
				b.hush()
			}
			b.quiet(t, where)
		}
	}
	b.weigh(t)
}

// barriers are what axe-core finds to be serious or worse.
func barriers(t *testing.T, b *browser, script string) []string {
	t.Helper()
	found := eval[string](t, b, `(async () => {`+script+`
const r = await axe.run(document, {resultTypes: ["violations"]});
return JSON.stringify(r.violations.map(v => [v.impact, v.id, v.help, v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " " + (n.any[0]?.message || n.all[0]?.message || n.none[0]?.message || "")).join(" | ")]));
})()`)
	var all [][4]string
	if err := json.Unmarshal([]byte(found), &all); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, v := range all {
		if v[0] != "minor" {
			out = append(out, strings.Join(v[:], ": "))
		}
	}
	return out
}

// heaviest is how many bytes a page may have with all that it needs, before
// compression.
const heaviest = 150_000

// weigh adds up what each page of the desk sends.
func (b *browser) weigh(t *testing.T) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	files := 0
	for path, n := range b.bytes {
		if strings.HasPrefix(path, "/static/") {
			files += n
		}
	}
	for path, n := range b.bytes {
		if !strings.HasPrefix(path, "/static/") && n+files > heaviest {
			t.Errorf("%s weighs %d bytes, with its files %d", path, n, n+files)
		}
	}
	t.Logf("style, script, map and icon: %d bytes; %v", files, b.bytes)
}
