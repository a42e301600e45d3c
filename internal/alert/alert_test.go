package alert

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"readout/store"
)

// TestWebhook: what is new is told once, signed, and never what was there.
func TestWebhook(t *testing.T) {
	r := receive(t, ok)
	s, _ := with(t, store.Channel{Form: Webhook, To: r.URL})
	clock := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	b := New(Options{Store: s, Base: "https://desk.test/", AllowPrivate: true, Now: func() time.Time { return clock }})
	turn(t, b)
	if got := r.messages(); len(got) > 0 {
		t.Fatalf("told what was there: %s", got[0].raw)
	}
	put(t, s, article("new/one", 3))
	turn(t, b)
	turn(t, b)
	got := r.messages()
	if len(got) != 1 {
		t.Fatalf("%d messages", len(got))
	}
	m := got[0]
	if m.body.Type != "readout.rows" || len(m.body.Rows) != 3 || m.body.Rows[0]["event_id"] != "new/one/ev1" || m.body.Addresses[2] != "https://desk.test/events/new%2Fone/ev3" ||
		m.body.Lines[0] != "Russia: SANCTION" || m.body.Search.Name != "Sanctions" || m.body.Search.Said == "" {
		t.Errorf("%s", m.raw)
	}
	_, c := now(t, s)
	want, err := Sign(c.Secret, m.body.ID, clock, m.raw)
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range map[string]string{"Webhook-Signature": want, "Webhook-Id": m.body.ID, "Idempotency-Key": m.body.ID, "Webhook-Timestamp": "1772366400", "Content-Type": "application/json"} {
		if m.head.Get(name) != value {
			t.Errorf("%s is %q, not %q", name, m.head.Get(name), value)
		}
	}
	if c.Failures != 0 || c.Error != "" || !c.Sent.Equal(clock) {
		t.Errorf("%+v", c)
	}
}

// TestSignature holds the signature against the example of the Standard Webhooks.
func TestSignature(t *testing.T) {
	got, err := Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", time.Unix(1614265330, 0), []byte(`{"test": 2432232314}`))
	if err != nil || got != "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" {
		t.Errorf("%s, %v", got, err)
	}
}

// TestRetried: a message that failed is told again, later and later, under the
// same id and with the same rows though more have come; then come those.
func TestRetried(t *testing.T) {
	r := receive(t, func(n int) int {
		if n < 3 {
			return http.StatusInternalServerError
		}
		return http.StatusOK
	})
	s, _ := with(t, store.Channel{Form: Webhook, To: r.URL})
	clock := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	b := New(Options{Store: s, AllowPrivate: true, Now: func() time.Time { return clock }})
	put(t, s, article("one", 2))
	var waits []time.Duration
	for i := range 3 {
		turn(t, b)
		_, c := now(t, s)
		if c.Failures != i+1 || !strings.Contains(c.Error, "500") {
			t.Fatalf("%+v", c)
		}
		turn(t, b) // it is too early
		waits = append(waits, c.Next.Sub(clock))
		clock = c.Next
		put(t, s, article(fmt.Sprint("more", i), 1))
	}
	if !slices.IsSorted(waits) || waits[0] == waits[2] {
		t.Errorf("waiting times %v", waits)
	}
	turn(t, b)
	turn(t, b)
	got := r.messages()
	if len(got) != 5 {
		t.Fatalf("%d messages", len(got))
	}
	for _, m := range got[1:4] {
		if string(m.raw) != string(got[0].raw) {
			t.Errorf("told anew it is another message:\n%s\n%s", got[0].raw, m.raw)
		}
	}
	if got[4].body.ID == got[0].body.ID || len(got[4].body.Rows) != 3 {
		t.Errorf("behind it came %s", got[4].raw)
	}
}

// TestKilled: a server that ends after a message was sent, and before that was
// noted, tells the same message again.
func TestKilled(t *testing.T) {
	r := receive(t, ok)
	s, _ := with(t, store.Channel{Form: Webhook, To: r.URL})
	b := New(Options{Store: s, AllowPrivate: true})
	put(t, s, article("one", 2))
	_, before := now(t, s)
	turn(t, b)
	_, after := now(t, s)
	killed := *after
	killed.Token = mark{2, store.Events, parseMark(before.Token).token}.String() // as it was while the message was under way
	killed.Next = time.Time{}
	if err := s.NoteSent(context.Background(), &killed); err != nil {
		t.Fatal(err)
	}
	put(t, s, article("two", 1))
	turn(t, b)
	turn(t, b)
	got := r.messages()
	if len(got) != 3 || got[0].body.ID != got[1].body.ID || string(got[0].raw) != string(got[1].raw) || got[2].body.Rows[0]["event_id"] != "two/ev1" {
		t.Errorf("%d messages", len(got))
	}
}

// TestMany: more rows than one message holds come in several, none twice.
func TestMany(t *testing.T) {
	r := receive(t, ok)
	s, _ := with(t, store.Channel{Form: Webhook, To: r.URL})
	b := New(Options{Store: s, AllowPrivate: true})
	put(t, s, article("big", 2*rowsOfHook+7))
	turn(t, b)
	seen := map[any]bool{}
	for _, m := range r.messages() {
		for _, row := range m.body.Rows {
			if seen[row["event_id"]] {
				t.Errorf("%v twice", row["event_id"])
			}
			seen[row["event_id"]] = true
		}
	}
	if len(seen) != 2*rowsOfHook+7 || len(r.messages()) != 3 {
		t.Errorf("%d rows in %d messages", len(seen), len(r.messages()))
	}
}

func TestGivenUp(t *testing.T) {
	for status, want := range map[int]struct {
		disabled bool
		wait     time.Duration
	}{http.StatusGone: {true, firstRetry}, http.StatusServiceUnavailable: {false, time.Hour}, http.StatusFound: {false, firstRetry}} {
		r := receive(t, func(int) int { return status })
		s, _ := with(t, store.Channel{Form: Webhook, To: r.URL})
		clock := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
		b := New(Options{Store: s, AllowPrivate: true, Now: func() time.Time { return clock }})
		put(t, s, article("one", 1))
		turn(t, b)
		_, c := now(t, s)
		if c.Disabled != want.disabled || c.Next.Sub(clock) != want.wait || len(r.messages()) != 1 {
			t.Errorf("status %d: %+v after %d requests", status, c, len(r.messages()))
		}
	}
	r := receive(t, func(int) int { return http.StatusTeapot })
	s, _ := with(t, store.Channel{Form: Webhook, To: r.URL})
	clock := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	b := New(Options{Store: s, AllowPrivate: true, Now: func() time.Time { return clock }})
	put(t, s, article("one", 1))
	for range maxTries + 5 {
		turn(t, b)
		clock = clock.Add(maxRetry)
	}
	if _, c := now(t, s); !c.Disabled || len(r.messages()) != maxTries {
		t.Errorf("after %d tries: %+v", len(r.messages()), c)
	}
}

// TestPrivate: a webhook must not lead to what only this machine can reach.
func TestPrivate(t *testing.T) {
	r := receive(t, ok)
	s, _ := with(t, store.Channel{Form: Webhook, To: r.URL})
	b := New(Options{Store: s})
	put(t, s, article("one", 1))
	turn(t, b)
	if _, c := now(t, s); len(r.messages()) != 0 || c.Failures != 1 {
		t.Errorf("%d messages, %+v", len(r.messages()), c)
	}
}

// TestKindChanged: a search that comes to look for other rows tells those that
// come from then on.
func TestKindChanged(t *testing.T) {
	r := receive(t, ok)
	s, x := with(t, store.Channel{Form: Webhook, To: r.URL})
	b := New(Options{Store: s, AllowPrivate: true})
	x.Kind, x.Filter = store.Articles, store.Filter{}
	if err := s.PutSearch(context.Background(), x); err != nil {
		t.Fatal(err)
	}
	turn(t, b)
	put(t, s, article("new", 1))
	turn(t, b)
	got := r.messages()
	if len(got) != 1 || got[0].body.Rows[0]["article_id"] != "new" {
		t.Errorf("%d messages", len(got))
	}
}

// TestRun: the bell rings by itself, and stops when it is told to.
func TestRun(t *testing.T) {
	r := receive(t, ok)
	s, _ := with(t, store.Channel{Form: Webhook, To: r.URL})
	b := New(Options{Store: s, AllowPrivate: true, Tick: 10 * time.Millisecond})
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan bool)
	go func() { b.Run(ctx); close(done) }()
	for i := range 5 {
		put(t, s, article(fmt.Sprint(i), 1))
	}
	rows := func() (n int) {
		for _, m := range r.messages() {
			n += len(m.body.Rows)
		}
		return n
	}
	for end := time.Now().Add(20 * time.Second); rows() < 5 && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
	}
	stop()
	<-done
	if n := rows(); n != 5 {
		t.Errorf("%d rows were told", n)
	}
	if sent, failed := b.Counts(); sent == 0 || failed != 0 {
		t.Errorf("%d sent, %d failed", sent, failed)
	}
}

func TestCheck(t *testing.T) {
	good := []store.Channel{{Form: Webhook, To: "https://example.org/x"}, {Form: Webhook, To: "http://example.org", Every: "hour", Secret: newSecret()}, {Form: Email, To: "Ada <ada@example.org>", Every: "week"}}
	for _, c := range good {
		if err := Check(&c); err != nil {
			t.Errorf("%+v: %v", c, err)
		}
	}
	bad := []store.Channel{{}, {Form: "pigeon"}, {Form: Webhook, To: "ftp://x"}, {Form: Webhook, To: "https://user:pw@example.org"}, {Form: Webhook, To: "https://example.org", Secret: "short"},
		{Form: Webhook, To: "https://example.org", Every: "year"}, {Form: Email, To: "ada"}, {Form: Email, To: "a@b.c, d@e.f"}, {Form: Email, To: "a@b.c\r\nBcc: x@y.z"},
		{Form: Webhook, To: "https://example.org", Secret: secretPrefix + base64.StdEncoding.EncodeToString([]byte("short"))}}
	for _, c := range bad {
		if err := Check(&c); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// TestDigestAfter: a digest comes later, and not more than its stretch.
func TestDigestAfter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "at"), 0)
		for every, most := range map[string]time.Duration{"hour": time.Hour, "day": 24 * time.Hour, "week": 7 * 24 * time.Hour} {
			next := digestAfter(at, every)
			if d := next.Sub(at); d <= 0 || d > most {
				t.Fatalf("%s after %v: %v", every, at, next)
			}
			if every != "hour" && next.Hour() != digestHour || every == "week" && next.Weekday() != time.Monday {
				t.Fatalf("%s after %v: %v", every, at, next)
			}
		}
	})
}

func TestMark(t *testing.T) {
	for _, m := range []mark{{}, {3, store.Events, "a1"}, {0, store.Articles, "a:b"}, {12, store.Events, ""}} {
		if got := parseMark(m.String()); got != m {
			t.Errorf("%+v became %+v", m, got)
		}
	}
	for _, s := range []string{"", "a1", "x:events:a1", "-1:events:a1"} {
		if got := parseMark(s); got != (mark{}) {
			t.Errorf("%q: %+v", s, got)
		}
	}
}
