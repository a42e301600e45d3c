package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"readout"
	"readout/event"
	"readout/internal/alert"
	"readout/internal/desk"
	"readout/internal/web"
	"readout/internal/web/access"
	"readout/internal/web/api"
)

// serveFlags are what serve can be told.
type serveFlags struct {
	store, listen, base, anyone, log string
	hosts                            []string
	rate                             float64
	burst                            int
	allowPrivate, noFetch            bool
	smtp, from                       string
	confidence                       float64
}

// passwordVariable holds the password of the mail server: a flag could be read
// by everyone on the machine.
const passwordVariable = "READOUT_SMTP_PASSWORD"

func newServe(s Streams, open opener, opts *readout.Options) *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the desk: pages, API, sources and alerts over one store",
		Long: `Serve a store to people, as pages, and to programs, as an API (described at
/api/v1/openapi.json); read what the sources carry as it comes, and what is handed
in; and tell by webhook and mail what saved searches find.

The server can be reached from this machine only unless --listen says otherwise, and
then callers need tokens (readout serve token add), or --anyone says what those
without may do: none, read or write. A browser asks for the token as a password.
It goes by its number, by localhost and by the names that --base and --host give;
under other names it does not answer.

Sources are added with the pages or the API. They are fetched politely, each after
its own pause, and asked only for what is new.

Mail is sent by the server that --smtp names, with the password in
` + passwordVariable + `.`,
		Example: `  readout serve --store news.db
  readout serve token add --store news.db --scope write editor
  readout serve --store postgres://desk@db.example.org/news --listen :8080 --base https://desk.example.org
  readout serve --store news.db --smtp smtp://desk@mail.example.org:587 --from desk@example.org
  curl -s 'http://127.0.0.1:8080/api/v1/events.csv?actor_country=RUS&type=SANCTION' > sanctions.csv
  curl -s -d '{"url":"https://example.org/report.html"}' -H 'Content-Type: application/json' http://127.0.0.1:8080/api/v1/articles`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			if f.confidence < 0 || f.confidence > 1 {
				return usageError{fmt.Errorf("--confidence %v: want 0 to 1", f.confidence)}
			}
			if opts.Confidence = f.confidence; f.confidence == 0 {
				opts.Confidence = -1
			}
			return serve(c.Context(), s, open, &f)
		},
	}
	storeFlag(c.Flags(), &f.store)
	c.Flags().StringVar(&f.listen, "listen", "127.0.0.1:8080", "`address` to listen at; port 0 takes a free one")
	c.Flags().StringVar(&f.base, "base", "", "`address` at which others know the server, such as https://desk.example.org; links begin with it")
	c.Flags().StringArrayVar(&f.hosts, "host", nil, "further `name` of the server; can be repeated")
	c.Flags().StringVar(&f.anyone, "anyone", "", "what callers without a token may do: none, `read` or write (as long as there are no tokens and nobody else can reach the server: write; else none)")
	c.Flags().Float64Var(&f.rate, "rate", 50, "requests a second of one client, on average; 0 for no limit")
	c.Flags().IntVar(&f.burst, "burst", 200, "requests of one client at once")
	c.Flags().StringVar(&f.log, "log", "text", "form of the log on standard error: `text`, json or none")
	c.Flags().BoolVar(&f.allowPrivate, "allow-private", false, "sources, addresses that are handed in and webhooks may lie in private networks")
	c.Flags().BoolVar(&f.noFetch, "no-fetch", false, "do not fetch the sources")
	c.Flags().StringVar(&f.smtp, "smtp", "", "server that mail is sent by, such as `smtp://user@mail.example.org:587`")
	c.Flags().StringVar(&f.from, "from", "", "sender of mail")
	c.Flags().Float64Var(&f.confidence, "confidence", event.DefaultLeast, "leave out events of less confidence, `0` (all) to 1, in what is read")
	c.AddCommand(newToken(s))
	return c
}

func serve(ctx context.Context, s Streams, open opener, f *serveFlags) (err error) {
	log, err := logger(s.Err, f.log)
	if err != nil {
		return err
	}
	base, names, err := hosts(f)
	if err != nil {
		return err
	}
	if _, _, err := net.SplitHostPort(f.listen); err != nil {
		return usageError{fmt.Errorf("--listen %q: want a host and a port such as 127.0.0.1:8080, or :8080", f.listen)}
	}
	mail, err := mailer(f)
	if err != nil {
		return err
	}
	st, err := openStore(ctx, f.store, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	st.Lag(time.Second) // of counts, while articles come in
	anyone, err := anyoneMay(f)
	if err != nil {
		return err
	}
	l, err := web.Listen(ctx, st, f.listen, f.anyone != "")
	if err != nil {
		return err
	}
	defer l.Close() // it is closed already but for faults
	d := desk.New(desk.Options{Store: st, Open: open, AllowPrivate: f.allowPrivate, Log: log})
	answers, err := api.New(api.Options{Store: st, Desk: d, Base: base, Version: readout.Version, Log: log})
	if err != nil {
		return err
	}
	pages, err := newPages(st, d, log)
	if err != nil {
		return err
	}
	bell := alert.New(alert.Options{Store: st, Base: known(base, l.Addr()), Version: readout.Version, Mail: mail, AllowPrivate: f.allowPrivate, Log: log})
	server, err := web.New(web.Options{Store: st, API: answers, Pages: pages, Anyone: anyone, UntilTokens: f.anyone == "", Hosts: names, Rate: f.rate, Burst: f.burst, Log: log,
		Gauges: func() []web.Gauge { return gauges(d, bell) }})
	if err != nil {
		return err
	}
	fmt.Fprintf(s.Err, "readout: serving %s at http://%s\n", withoutPassword(f.store), l.Addr())
	return together(ctx, l, server, d, bell, f)
}

// together runs server, desk and bell until ctx ends or the server fails.
func together(ctx context.Context, l net.Listener, server *web.Server, d *desk.Desk, bell *alert.Bell, f *serveFlags) error {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	if !f.noFetch {
		running.Go(func() { d.Run(ctx) })
	}
	running.Go(func() { bell.Run(ctx) })
	err := server.Serve(ctx, l)
	cancel()
	running.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

func logger(w io.Writer, form string) (*slog.Logger, error) {
	switch form {
	case "text":
		return slog.New(slog.NewTextHandler(w, nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, nil)), nil
	case "none":
		return slog.New(slog.DiscardHandler), nil
	}
	return nil, usageError{fmt.Errorf("--log %q: want text, json or none", form)}
}

// hosts gives the address that links begin with, if one is told, and the names
// of the server.
func hosts(f *serveFlags) (base string, names []string, err error) {
	names = f.hosts
	if f.base == "" {
		return "", names, nil
	}
	u, err := url.Parse(f.base)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" {
		return "", nil, usageError{fmt.Errorf("--base %q: want an address such as https://desk.example.org", f.base)}
	}
	return strings.TrimSuffix(f.base, "/"), append(names, u.Hostname()), nil
}

// known is an address that links in messages can begin with.
func known(base string, at net.Addr) string {
	a, ok := at.(*net.TCPAddr)
	if base != "" || !ok {
		return base
	}
	host := a.IP.String()
	if name, err := os.Hostname(); err == nil && a.IP.IsUnspecified() {
		host = name
	}
	return "http://" + net.JoinHostPort(host, strconv.Itoa(a.Port))
}

func mailer(f *serveFlags) (*alert.Mail, error) {
	if f.smtp == "" {
		return nil, nil
	}
	m, err := alert.NewMail(f.smtp, os.Getenv(passwordVariable), f.from)
	if err != nil {
		return nil, usageError{err}
	}
	return m, nil
}

// anyoneMay is what callers without a token may do; when nothing is said of it,
// that ends with the first token.
func anyoneMay(f *serveFlags) (access.Scope, error) {
	switch scope, ok := access.ParseScope(f.anyone); {
	case ok:
		return scope, nil
	case f.anyone != "":
		return access.None, usageError{fmt.Errorf("--anyone %q: want none, read or write", f.anyone)}
	case web.Loopback(f.listen):
		return access.Write, nil
	}
	return access.None, nil
}

// withoutPassword is the name of a store as it can be shown.
func withoutPassword(name string) string {
	u, err := url.Parse(name)
	if err != nil || u.User == nil {
		return name
	}
	return u.Redacted()
}

func gauges(d *desk.Desk, bell *alert.Bell) []web.Gauge {
	n := d.Counts()
	sent, failed := bell.Counts()
	count := func(name, help string, n int64) web.Gauge {
		return web.Gauge{Name: name, Help: help, Counter: true, Value: float64(n)}
	}
	return []web.Gauge{
		count("readout_articles_read_total", "Articles read and stored.", n.Read),
		count("readout_articles_left_total", "Items that could not be read.", n.Left),
		count("readout_sources_fetched_total", "Fetches of sources.", n.Fetched),
		count("readout_sources_failed_total", "Fetches of sources that failed.", n.Failed),
		count("readout_alerts_sent_total", "Messages sent.", sent),
		count("readout_alerts_failed_total", "Messages that could not be sent.", failed),
	}
}
