package page_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// where is the address of the page that is open.
func (b *browser) where(t *testing.T) string {
	t.Helper()
	return strings.TrimPrefix(eval[string](t, b, `location.href`), b.site)
}

// click follows the first link that a selector finds, and waits for the page.
func (b *browser) click(t *testing.T, selector string) {
	t.Helper()
	before := b.where(t)
	b.leave(t, chromedp.Click(chromedp.CSS(selector)))
	b.await(t, fmt.Sprintf("location.href !== %q", b.site+before))
}

func (b *browser) at(t *testing.T, want string) {
	t.Helper()
	if got := b.where(t); !strings.HasPrefix(got, want) {
		t.Fatalf("at %s, want %s", got, want)
	}
}

// seen reports whether the element of an anchor is what the address points at,
// and lies in the window.
func (b *browser) seen(t *testing.T, id string) {
	t.Helper()
	if !eval[bool](t, b, `(() => { const e = document.querySelector(":target"); if (!e || e.id !== "`+id+`") return false; const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight })()`) {
		t.Errorf("%s is not pointed at, or not to be seen, at %s", id, b.where(t))
	}
}

// TestJourneys clicks through the desk as a reader would, with scripts and
// without.
func TestJourneys(t *testing.T) {
	b := newBrowser(t)
	for _, script := range []bool{true, false} {
		b.look(t, 1280, 900, "light")
		b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script})
			return err
		}))
		// From the day to an article, from a mark to its record and back.
		b.open(t, "/days/2021-06-16")
		b.click(t, `.rows a[href="/articles/geneva"]`)
		b.click(t, `.text .ev a[href="#ev3"]`)
		b.seen(t, "ev3")
		b.click(t, `a[href="#at-ev3"]`)
		b.seen(t, "at-ev3")
		b.click(t, `.card a[href="/events/geneva/ev3"]`)
		b.at(t, "/events/geneva/ev3")
		b.click(t, `a[href="/articles/geneva#at-ev3"]`)
		b.seen(t, "at-ev3")

		// Narrow a list and widen it again; the timeline and the map lead to its parts.
		b.open(t, "/events")
		b.click(t, `.facet a[href*="type=ACCUSE"]`)
		b.at(t, "/events?type=ACCUSE")
		b.click(t, `.chips a`)
		b.at(t, "/events")
		b.click(t, `.histogram a[href*="from=2021-04"] .hit`)
		b.at(t, "/events?from=2021-04&to=2021-04")
		b.open(t, "/events")
		b.click(t, `.map a[href*="place=Geneva"] circle`)
		b.at(t, "/events?place=Geneva")

		// The chart of a pair leads to the events behind a point.
		b.open(t, "/pairs")
		b.do(t, chromedp.SendKeys(chromedp.CSS(`main input[name="a"]`), "russia"), chromedp.SendKeys(chromedp.CSS(`main input[name="b"]`), "usa"))
		b.click(t, `main button`)
		b.at(t, "/pairs/RUS/USA")
		b.click(t, `.series a:has(circle)`)
		b.at(t, "/events?actor_country=RUS")

		// The search box is on every page.
		b.do(t, chromedp.SendKeys(chromedp.CSS(`#find`), "ambassador"))
		b.click(t, `.find button`)
		b.at(t, "/search?words=ambassador")
		if !script {
			continue
		}
		b.open(t, "/events")
		b.do(t, chromedp.KeyEvent("/"))
		if got := eval[string](t, b, `document.activeElement.id`); got != "find" {
			t.Errorf("/ leads to %q, not to the search", got)
		}
		b.open(t, "/events")
		b.do(t, chromedp.KeyEvent("j"), chromedp.KeyEvent("j"))
		if got := eval[int](t, b, `[...document.querySelectorAll(".stack tbody tr")].findIndex(r => r.contains(document.activeElement))`); got != 1 {
			t.Errorf("j and j lead to row %d", got)
		}
	}
	b.quiet(t, "journeys")
}

// TestKeyboard: the first Tab leads to the skip link, which leads to the
// content; an event is judged by keys alone.
func TestKeyboard(t *testing.T) {
	b := newBrowser(t)
	b.look(t, 390, 844, "light")
	b.open(t, "/events/geneva/ev3")
	b.do(t, chromedp.KeyEvent(kb.Tab))
	if got := eval[string](t, b, `document.activeElement.className`); got != "skip" {
		t.Errorf("the first Tab leads to %q", got)
	}
	b.do(t, chromedp.KeyEvent(kb.Enter))
	if got := eval[string](t, b, `document.activeElement.id`); got != "main" {
		t.Errorf("the skip link leads to %q", got)
	}
	if got := eval[bool](t, b, `getComputedStyle(document.querySelector(".skip")).outlineStyle !== undefined && [...document.querySelectorAll("a, button, input, summary")].every(e => e.tabIndex >= 0 || e.closest("svg"))`); !got {
		t.Error("something cannot be reached by Tab")
	}
	b.do(t, chromedp.Focus(chromedp.CSS(`#judge summary`)), chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(" "), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent("Ann"))
	b.leave(t, chromedp.KeyEvent(kb.Enter))
	b.await(t, `document.querySelector(".box.good .judged.right") !== null`)
	b.at(t, "/events/geneva/ev3#judged")
	b.quiet(t, "keyboard")
}
