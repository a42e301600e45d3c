package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
)

// progress tells a person at a terminal how far the reading is. On anything
// but a terminal it says nothing. The zero interval of a nil progress is silence.
type progress struct {
	w           io.Writer
	began, last time.Time
	shown       bool
}

// newProgress returns a progress that writes to w, or nil when there is no
// one to watch: w is no terminal, or the results go there themselves.
func newProgress(w io.Writer, wanted bool) *progress {
	f, ok := w.(*os.File)
	if !wanted || !ok || !isatty.IsTerminal(f.Fd()) {
		return nil
	}
	return &progress{w: w, began: time.Now()}
}

func (p *progress) show(n int) {
	if p == nil || time.Since(p.last) < 200*time.Millisecond {
		return
	}
	p.last, p.shown = time.Now(), true
	fmt.Fprintf(p.w, "\r\x1b[K%d articles, %.0f a second", n, float64(n)/time.Since(p.began).Seconds())
}

// clear makes room for a message.
func (p *progress) clear() {
	if p != nil && p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}

func (p *progress) end(n int) {
	if p == nil {
		return
	}
	p.clear()
	d := time.Since(p.began)
	fmt.Fprintf(p.w, "%d articles in %s, %.0f a second\n", n, d.Round(time.Millisecond), float64(n)/d.Seconds())
}
