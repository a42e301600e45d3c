package web

import (
	"context"
	"net"
	"net/http"
	"strings"

	"readout/internal/web/access"
	"readout/internal/web/problem"
)

// policy is what pages may load: what comes from here, no script or style that
// stands inside a page, nothing from elsewhere.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// headed sets the headers that keep a browser from doing more than it must.
func headed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		h.Set("Cache-Control", "no-cache")
		next.ServeHTTP(w, r)
	})
}

// named refuses requests that call the server by a name that is not its own.
func (s *Server) named(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.mine(r.Host) {
			problem.Write(w, problem.New(http.StatusMisdirectedRequest, "this server does not go by the name %q", r.Host))
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *Server) mine(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	if host == "" || host == "localhost" || net.ParseIP(host) != nil {
		return true
	}
	for _, name := range s.opts.Hosts {
		if strings.EqualFold(host, name) {
			return true
		}
	}
	return false
}

// guarded lets pass those who may do what they ask for, not too often, and not
// because a page elsewhere made their browser ask.
func (s *Server) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/health" {
			next.ServeHTTP(w, r)
			return
		}
		token := access.Token(r)
		caller, known, err := s.caller(r.Context(), token)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		who := caller.Name
		if who == "" {
			who = client(r)
		}
		if wait := s.limits.take(who); wait > 0 {
			w.Header().Set("Retry-After", seconds(wait))
			problem.Write(w, problem.New(http.StatusTooManyRequests, "more than %g requests a second: come again in %s s", s.opts.Rate, seconds(wait)))
			return
		}
		if err := s.cross.Check(r); err != nil {
			problem.Write(w, problem.New(http.StatusForbidden, "a page of another origin may not do this"))
			return
		}
		wanted := scope(r)
		switch {
		case !known:
			challenge(w, r, "this token is not known")
			return
		case caller.Scope < wanted && token == "":
			challenge(w, r, "this needs a token of scope "+wanted.String())
			return
		case caller.Scope < wanted:
			problem.Write(w, problem.New(http.StatusForbidden, "this needs a token of scope %s", wanted))
			return
		}
		note(r).caller = caller.Name
		next.ServeHTTP(w, r.WithContext(access.With(r.Context(), caller)))
	})
}

// caller tells who has a token; known is false if it is nobody's.
func (s *Server) caller(ctx context.Context, token string) (c access.Caller, known bool, err error) {
	if token != "" {
		return s.book.Caller(ctx, token)
	}
	c.Scope = s.opts.Anyone
	if s.opts.UntilTokens {
		any, err := s.book.Any(ctx)
		if err != nil {
			return c, false, err
		}
		if any {
			c.Scope = access.None
		}
	}
	return c, true, nil
}

// scope is what a request needs: what only looks needs to read.
func scope(r *http.Request) access.Scope {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodOptions:
		return access.Read
	}
	return access.Write
}

// challenge asks for a token. Browsers ask a person for a password when they
// are asked in the basic scheme, which programs must not be.
func challenge(w http.ResponseWriter, r *http.Request, why string) {
	scheme := `Basic realm="Readout: any name, and a token as password", charset="UTF-8"`
	if strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/metrics" {
		scheme = `Bearer realm="Readout"`
	}
	w.Header().Set("WWW-Authenticate", scheme)
	problem.Write(w, problem.New(http.StatusUnauthorized, "%s", why))
}

// fail answers a fault of our own.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	p, own := problem.Of(err)
	if own {
		s.opts.Log.ErrorContext(r.Context(), "a request failed", "id", w.Header().Get("X-Request-Id"), "error", err)
	}
	problem.Write(w, p)
}
