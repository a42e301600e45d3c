package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"

	"readout/intake"
	"readout/internal/corpus"
)

// A watcher tells how a run goes on: with a bar at a terminal, and otherwise
// with a line now and then, so that a log of a long run stays short.
type watcher struct {
	w           io.Writer
	bar         *progressbar.ProgressBar // nil but at a terminal
	size        int64                    // bytes of the corpus, 0 when unknown
	began, last time.Time
	first       int64 // bytes read before this start
	stage       string
	fresh       int
}

// sayEvery is the time between lines where there is no terminal.
const sayEvery = 10 * time.Second

func newWatcher(w io.Writer, of intake.Size) *watcher {
	size := of.Bytes
	if !of.Known {
		size = 0
	}
	now := time.Now()
	p := &watcher{w: w, size: size, began: now, last: now, first: -1}
	if f, ok := w.(*os.File); ok && isatty.IsTerminal(f.Fd()) {
		top := size
		if top == 0 {
			top = -1
		}
		p.bar = progressbar.NewOptions64(top, progressbar.OptionSetWriter(w), progressbar.OptionThrottle(200*time.Millisecond),
			progressbar.OptionClearOnFinish(), progressbar.OptionSetElapsedTime(false), progressbar.OptionSetPredictTime(false),
			progressbar.OptionSetWidth(30), progressbar.OptionSpinnerType(14))
	}
	return p
}

func (p *watcher) show(at corpus.Progress) {
	p.fresh = at.Fresh
	if p.first < 0 {
		p.first = at.Bytes
	}
	every := sayEvery
	if p.bar != nil {
		every = 250 * time.Millisecond
	}
	if now := time.Now(); now.Sub(p.last) < every && at.Stage == p.stage {
		return
	} else if p.last = now; at.Stage != p.stage && p.bar == nil {
		p.stage = at.Stage
		return // the first line comes after the first stretch
	}
	p.stage = at.Stage
	words := p.words(at)
	if p.bar == nil {
		fmt.Fprintf(p.w, "readout: %s\n", words)
		return
	}
	p.bar.Describe(words)
	_ = p.bar.Set64(min(at.Bytes, max(p.size, 1))) // a bar that fails to draw is no fault of the run
}

// words tells stage, articles, rate and the time that is left.
func (p *watcher) words(at corpus.Progress) string {
	s := fmt.Sprintf("%s: %d articles", at.Stage, at.Articles)
	took := time.Since(p.began)
	if at.Stage != corpus.Coding || at.Fresh == 0 {
		return s
	}
	s += fmt.Sprintf(", %.0f a second", float64(at.Fresh)/took.Seconds())
	if done := at.Bytes - p.first; p.size > 0 && done > 0 && at.Bytes <= p.size {
		left := time.Duration(float64(took) * float64(p.size-at.Bytes) / float64(done))
		if p.bar == nil { // which shows the share itself
			s += fmt.Sprintf(", %d %%", 100*at.Bytes/p.size)
		}
		s += fmt.Sprintf(", %s left", left.Round(time.Second))
	}
	return s
}

// clear makes room for a message.
func (p *watcher) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

// total tells the time of it all and the rate of reading.
func (p *watcher) total() string {
	took := time.Since(p.began)
	return fmt.Sprintf("%s, %.0f articles a second", took.Round(10*time.Millisecond), float64(p.fresh)/took.Seconds())
}
