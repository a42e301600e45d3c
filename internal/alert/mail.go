package alert

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	htmltemplate "html/template"
	"net"
	"net/mail"
	"net/url"
	"strconv"
	"strings"
	"text/template"

	gomail "github.com/wneessen/go-mail"

	"readout/store"
)

// maxShown is how many rows a message of mail shows; the rest is counted.
const maxShown = 100

// A Mail is a server that mail is sent by.
type Mail struct {
	host     string
	port     int
	implicit bool // TLS from the first byte
	plain    bool // on this machine, where there may be no TLS
	user     string
	password string
	from     string
}

// NewMail returns the mail server of an address such as
// smtp://user@mail.example.org:587, which must offer STARTTLS unless it is on
// this machine, or smtps://…, which speaks TLS from the first byte. Mail comes
// from the given sender.
func NewMail(address, password, from string) (*Mail, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" {
		return nil, fmt.Errorf("mail server %q: want an address such as smtp://user@mail.example.org:587", address)
	}
	sender, err := mail.ParseAddress(from)
	if err != nil {
		return nil, fmt.Errorf("sender %q: want an address of mail", from)
	}
	m := &Mail{host: u.Hostname(), implicit: u.Scheme == "smtps", user: u.User.Username(), password: password, from: sender.String(), port: 587}
	if m.implicit {
		m.port = 465
	}
	if p := u.Port(); p != "" {
		if m.port, err = strconv.Atoi(p); err != nil {
			return nil, fmt.Errorf("mail server %q: %w", address, err)
		}
	}
	ip := net.ParseIP(m.host)
	m.plain = m.host == "localhost" || ip != nil && ip.IsLoopback()
	if (m.user == "") != (m.password == "") {
		return nil, errors.New("mail server: a user needs a password, and a password a user")
	}
	return m, nil
}

func (s *Mail) client() (*gomail.Client, error) {
	opts := []gomail.Option{gomail.WithPort(s.port), gomail.WithTimeout(sendTime)}
	switch {
	case s.implicit:
		opts = append(opts, gomail.WithSSL())
	case s.plain:
		opts = append(opts, gomail.WithTLSPolicy(gomail.TLSOpportunistic))
	default:
		opts = append(opts, gomail.WithTLSPolicy(gomail.TLSMandatory))
	}
	if s.user != "" {
		opts = append(opts, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(s.user), gomail.WithPassword(s.password))
	}
	return gomail.NewClient(s.host, opts...)
}

func (s *Mail) send(ctx context.Context, c *store.Channel, m *message, opts Options) error {
	msg := gomail.NewMsg()
	if err := msg.From(s.from); err != nil {
		return err
	}
	if err := msg.To(c.To); err != nil {
		return &goneError{err}
	}
	d := newDigest(m, opts.Base)
	msg.Subject(oneLine(d.Subject))
	msg.SetMessageIDWithValue(m.id + "@readout")
	msg.SetDateWithValue(opts.Now())
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	var text, html bytes.Buffer
	if err := d.write(&text, &html); err != nil {
		return err
	}
	msg.SetBodyString(gomail.TypeTextPlain, text.String())
	msg.AddAlternativeString(gomail.TypeTextHTML, html.String())
	client, err := s.client()
	if err != nil {
		return err
	}
	err = client.DialAndSendWithContext(ctx, msg)
	var refused *gomail.SendError
	if errors.As(err, &refused) && refused.Reason == gomail.ErrSMTPRcptTo && !refused.IsTemp() {
		return &goneError{err}
	}
	return err
}

// A digest is what a message of mail shows.
type digest struct {
	Subject, Name, Said, All string
	Rows                     []digestRow
	More                     int
}

type digestRow struct{ Title, Summary, From, Address string }

func newDigest(m *message, base string) digest {
	what := map[store.Kind]string{store.Events: "event", store.Statements: "statement", store.Articles: "article"}[m.search.Kind]
	n := len(m.rows)
	count := fmt.Sprintf("%d new %ss", n, what)
	if n == 1 {
		count = "1 new " + what
	}
	d := digest{Subject: m.search.Name + ": " + count, Name: m.search.Name, Said: m.said, All: base + "/" + string(m.search.Kind)}
	if q := m.search.Filter.Query(); len(q) > 0 {
		d.All += "?" + q.Encode()
	}
	for i, r := range m.rows {
		if i == maxShown {
			d.More = n - maxShown
			break
		}
		from := r.line.Publisher
		if !r.line.Published.IsZero() {
			from = strings.TrimPrefix(from+", "+r.line.Published.Format("2 January 2006"), ", ")
		}
		d.Rows = append(d.Rows, digestRow{oneLine(r.line.Title), oneLine(r.line.Summary), oneLine(from), base + r.line.Path})
	}
	return d
}

// write writes the message in both its forms.
func (d digest) write(text, html *bytes.Buffer) error {
	plain, err := template.New("text").Parse(plainText)
	if err != nil {
		return err
	}
	marked, err := htmltemplate.New("html").Parse(htmlText)
	if err != nil {
		return err
	}
	return errors.Join(plain.Execute(text, d), marked.Execute(html, d))
}

// oneLine makes white space single spaces: what an article says must not make
// lines of a message's head.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

const plainText = `{{.Name}}: {{.Said}}
{{range .Rows}}
{{.Title}}
  {{.Summary}}
  {{with .From}}{{.}}
  {{end}}{{.Address}}
{{end}}{{with .More}}
and {{.}} more
{{end}}
All: {{.All}}
`

const htmlText = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{.Subject}}</title></head>
<body><h1>{{.Name}}</h1><p>{{.Said}}</p>
{{range .Rows}}<h2><a href="{{.Address}}">{{.Title}}</a></h2><p>{{.Summary}}</p><p><small>{{.From}}</small></p>
{{end}}{{with .More}}<p>and {{.}} more</p>
{{end}}<p><a href="{{.All}}">All</a></p></body></html>
`
