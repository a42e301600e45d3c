// Package web is the server of the desk: it holds the API and the pages
// together and stands between them and the network. What an article says is
// hostile, and so is what a request says; who may ask, from where and how
// often is settled here, before anything else looks at a request.
package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/klauspost/compress/gzhttp"

	"readout/internal/web/access"
	"readout/store"
)

// Options for a Server. Store and API must be given.
type Options struct {
	Store *store.Store
	// API answers what lies below /api/.
	API http.Handler
	// Pages answers everything else; nil for an API without pages.
	Pages http.Handler
	// Anyone is what callers without a token may do. With UntilTokens that ends
	// when there is a token: then they may do nothing.
	Anyone      access.Scope
	UntilTokens bool
	// Hosts are names by which the server may be called. It always may be by
	// number and as localhost; other names are refused, for a page elsewhere
	// could make its own name stand for this machine and read along.
	Hosts []string
	// Rate is the requests a second that one client may make on average, and
	// Burst how many at once. A Rate of zero means no limit.
	Rate  float64
	Burst int
	// Log gets a line for each request; nil for none.
	Log *slog.Logger
	// Gauges are further figures for /metrics.
	Gauges func() []Gauge
}

// A Server serves the desk.
type Server struct {
	opts    Options
	book    *access.Book
	limits  *limits
	metrics *metrics
	cross   *http.CrossOriginProtection
	handler http.Handler
}

// Timeouts of connections. What streams renews its own.
const (
	headerTimeout   = 10 * time.Second
	readTimeout     = time.Minute
	writeTimeout    = time.Minute
	idleTimeout     = 2 * time.Minute
	shutdownTimeout = 10 * time.Second
	maxHeader       = 64 << 10
)

// New returns a server.
func New(opts Options) (*Server, error) {
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{opts: opts, book: access.NewBook(opts.Store), limits: newLimits(opts.Rate, opts.Burst), metrics: newMetrics(), cross: http.NewCrossOriginProtection()}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", s.health)
	mux.HandleFunc("GET /metrics", s.serveMetrics)
	mux.Handle("/api/", opts.API)
	if opts.Pages != nil {
		mux.Handle("/", opts.Pages)
	}
	gzip, err := gzhttp.NewWrapper(gzhttp.MinSize(1024), gzhttp.CompressionLevel(5))
	if err != nil {
		return nil, err
	}
	s.handler = s.observed(headed(s.named(s.guarded(gzip(tagged(mux))))))
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Listen opens an address such as 127.0.0.1:8080. One that others can reach is
// refused while there are no tokens, unless trusted says that it is meant.
func Listen(ctx context.Context, st *store.Store, address string, trusted bool) (net.Listener, error) {
	if !Loopback(address) && !trusted {
		any, err := access.NewBook(st).Any(ctx)
		if err != nil {
			return nil, err
		}
		if !any {
			return nil, fmt.Errorf("%s can be reached from other machines, and there are no tokens: add one, or say what anyone may do", address)
		}
	}
	var lc net.ListenConfig
	return lc.Listen(ctx, "tcp", address)
}

// Loopback reports whether an address can be reached from this machine only.
func Loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

// Serve answers the requests that come over l until ctx ends; those that are
// under way then are answered still, for ten seconds at most.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler: s, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: maxHeader, ErrorLog: slog.NewLogLogger(s.opts.Log.Handler(), slog.LevelDebug),
	}
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
		defer cancel()
		err := srv.Shutdown(ctx)
		if err != nil {
			err = errors.Join(err, srv.Close())
		}
		stopped <- err
	})
	err := srv.Serve(l)
	if stop() {
		return err // it ended by itself
	}
	return <-stopped
}

// health says whether the store answers.
func (s *Server) health(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	defer cancel()
	h := w.Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	if _, err := s.opts.Store.Revision(ctx); err != nil {
		s.opts.Log.ErrorContext(ctx, "the store does not answer", "error", err)
		http.Error(w, "the store does not answer", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "ok")
}
