package alert

import (
	"context"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"readout/store"
)

// A postbox is a mail server that keeps what it gets.
type postbox struct {
	mu      sync.Mutex
	refuse  *smtp.SMTPError
	letters []string
	to      []string
}

func (p *postbox) NewSession(*smtp.Conn) (smtp.Session, error) { return &session{p}, nil }

type session struct{ *postbox }

func (s *session) Reset()        {}
func (s *session) Logout() error { return nil }
func (s *session) Mail(string, *smtp.MailOptions) error {
	return nil
}
func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if s.refuse != nil {
		return s.refuse
	}
	s.mu.Lock()
	s.to = append(s.to, to)
	s.mu.Unlock()
	return nil
}
func (s *session) Data(r io.Reader) error {
	b, err := io.ReadAll(r)
	s.mu.Lock()
	s.letters = append(s.letters, string(b))
	s.mu.Unlock()
	return err
}

// post starts a mail server and returns its address.
func post(t *testing.T, p *postbox) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	srv := smtp.NewServer(p)
	srv.Domain = "mail.test"
	go func() { _ = srv.Serve(l) }()
	t.Cleanup(func() { srv.Close() })
	return "smtp://" + l.Addr().String()
}

// parts reads the texts of a letter by media type.
func parts(t *testing.T, m *mail.Message) map[string]string {
	t.Helper()
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	r := multipart.NewReader(m.Body, params["boundary"])
	for {
		p, err := r.NextRawPart()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(quotedprintable.NewReader(p))
		if err != nil {
			t.Fatal(err)
		}
		media, _, _ := mime.ParseMediaType(p.Header.Get("Content-Type"))
		out[media] = strings.ReplaceAll(string(b), "\r\n", "\n")
	}
}

// TestDigest: a digest comes at its hour, with what has come since the last
// one, in both forms; a quiet day has none.
func TestDigest(t *testing.T) {
	box := new(postbox)
	m, err := NewMail(post(t, box), "", "Desk <desk@example.org>")
	if err != nil {
		t.Fatal(err)
	}
	s, _ := with(t, store.Channel{Form: Email, To: "Ada <ada@example.org>", Every: "day"})
	_, c := now(t, s)
	clock := c.Next.Add(-time.Hour)
	b := New(Options{Store: s, Base: "https://desk.test", Mail: m, Now: func() time.Time { return clock }})
	hostile := article("one", 2)
	hostile.Entities[0].Name = "Russia <script>alert(1)</script>\r\nBcc: eve@example.org"
	put(t, s, hostile)
	turn(t, b)
	if len(box.letters) > 0 {
		t.Fatal("the digest came too early")
	}
	clock = c.Next
	turn(t, b)
	if len(box.letters) != 1 || box.to[0] != "ada@example.org" {
		t.Fatalf("%d letters to %v", len(box.letters), box.to)
	}
	letter, err := mail.ReadMessage(strings.NewReader(box.letters[0]))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"Subject": "Sanctions: 2 new events", "From": `"Desk" <desk@example.org>`, "To": `"Ada" <ada@example.org>`, "Auto-Submitted": "auto-generated", "Bcc": ""} {
		if got := letter.Header.Get(name); got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
	id := letter.Header.Get("Message-Id")
	texts := parts(t, letter)
	if plain := texts["text/plain"]; !strings.Contains(plain, "https://desk.test/events/one/ev2") || !strings.Contains(plain, "All: https://desk.test/events?type=SANCTION") || !strings.Contains(plain, "Example, 16 June 2021") {
		t.Errorf("plain:\n%s", plain)
	}
	if html := texts["text/html"]; strings.Contains(html, "<script>") || !strings.Contains(html, `<a href="https://desk.test/events/one/ev1">`) {
		t.Errorf("html:\n%s", html)
	}
	_, c = now(t, s)
	clock = c.Next
	turn(t, b)
	if len(box.letters) != 1 {
		t.Error("a quiet day has a digest")
	}
	_, c = now(t, s)
	clock = c.Next
	put(t, s, article("two", 1))
	turn(t, b)
	if len(box.letters) != 2 || strings.Contains(box.letters[1], id) || !strings.Contains(box.letters[1], "Sanctions: 1 new event\r\n") {
		t.Errorf("%d letters, the second:\n%s", len(box.letters), box.letters[len(box.letters)-1])
	}
}

// TestMailRefused: what a mail server refuses for good is given up; what it
// cannot take now is told again under the same id.
func TestMailRefused(t *testing.T) {
	box := &postbox{refuse: &smtp.SMTPError{Code: 450, Message: "come again"}}
	m, err := NewMail(post(t, box), "", "desk@example.org")
	if err != nil {
		t.Fatal(err)
	}
	s, _ := with(t, store.Channel{Form: Email, To: "ada@example.org"})
	clock := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	b := New(Options{Store: s, Mail: m, Now: func() time.Time { return clock }})
	put(t, s, article("one", 1))
	turn(t, b)
	_, c := now(t, s)
	if c.Disabled || c.Failures != 1 {
		t.Fatalf("%+v", c)
	}
	box.refuse = &smtp.SMTPError{Code: 550, Message: "nobody here"}
	clock = c.Next
	turn(t, b)
	if _, c = now(t, s); !c.Disabled {
		t.Errorf("%+v", c)
	}
}

func TestNoMail(t *testing.T) {
	s, _ := with(t, store.Channel{Form: Email, To: "ada@example.org"})
	b := New(Options{Store: s})
	put(t, s, article("one", 1))
	turn(t, b)
	if _, c := now(t, s); c.Failures != 1 || !strings.Contains(c.Error, "nothing to send mail by") {
		t.Errorf("%+v", c)
	}
}

func TestNewMail(t *testing.T) {
	for _, c := range []struct {
		address, password, from string
		ok                      bool
	}{
		{"smtp://mail.example.org", "", "desk@example.org", true}, {"smtps://desk@mail.example.org:465", "pw", "Desk <desk@example.org>", true},
		{"mail.example.org", "", "desk@example.org", false}, {"http://mail.example.org", "", "desk@example.org", false}, {"smtp://mail.example.org", "", "", false},
		{"smtp://desk@mail.example.org", "", "desk@example.org", false}, {"smtp://mail.example.org", "pw", "desk@example.org", false},
	} {
		if _, err := NewMail(c.address, c.password, c.from); (err == nil) != c.ok {
			t.Errorf("%s %s: %v", c.address, c.from, err)
		}
	}
	m, err := NewMail("smtp://127.0.0.1:1", "", "desk@example.org")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := m.send(ctx, &store.Channel{To: "ada@example.org"}, &message{id: "msg_1", search: &store.Search{Name: "x", Kind: store.Events}}, Options{Now: time.Now}); err == nil {
		t.Error("mail without a server was sent")
	}
}
