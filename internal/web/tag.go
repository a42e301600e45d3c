package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
)

// maxTagged is the size up to which answers are held back to be given a tag.
const maxTagged = 512 << 10

// tagged gives answers to GET a tag made of their bytes, and answers 304 to
// those who have them already. A handler that sets a tag itself has its own
// compared. The tags are weak, for the bytes may be compressed behind it.
func tagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		t := &tagger{ResponseWriter: w, r: r, status: http.StatusOK}
		next.ServeHTTP(t, r)
		t.end()
	})
}

// A tagger holds an answer back until it is whole or too large.
type tagger struct {
	http.ResponseWriter
	r      *http.Request
	status int
	began  bool
	held   bytes.Buffer
	passed bool // nothing is held back any more
}

func (t *tagger) WriteHeader(status int) {
	if status < 200 {
		t.ResponseWriter.WriteHeader(status)
		return
	}
	if t.began {
		return
	}
	t.began, t.status = true, status
	if status != http.StatusOK {
		t.pass()
	}
}

func (t *tagger) Write(b []byte) (int, error) {
	t.began = true
	if !t.passed && t.held.Len()+len(b) > maxTagged {
		t.pass()
	}
	if t.passed {
		return t.ResponseWriter.Write(b)
	}
	return t.held.Write(b)
}

// pass lets go of what is held back; an answer whose handler set a tag may turn
// out to be known.
func (t *tagger) pass() {
	if t.passed {
		return
	}
	t.passed = true
	t.ResponseWriter.WriteHeader(t.status)
	_, _ = t.ResponseWriter.Write(t.held.Bytes()) // the next Write tells of the fault
	t.held.Reset()
}

// Flush sends what there is; it is what answers that stream do.
func (t *tagger) Flush() {
	t.pass()
	_ = http.NewResponseController(t.ResponseWriter).Flush()
}

// Unwrap lets http.ResponseController through.
func (t *tagger) Unwrap() http.ResponseWriter { return t.ResponseWriter }

func (t *tagger) end() {
	if t.passed {
		return
	}
	h := t.Header()
	if h.Get("ETag") == "" && h.Get("Cache-Control") != "no-store" {
		sum := sha256.Sum256(t.held.Bytes())
		h.Set("ETag", `W/"`+base64.RawURLEncoding.EncodeToString(sum[:12])+`"`)
	}
	if Matches(t.r, h.Get("ETag")) {
		h.Del("Content-Type")
		h.Del("Content-Length")
		t.passed = true
		t.ResponseWriter.WriteHeader(http.StatusNotModified)
		return
	}
	t.pass()
}

// Matches reports whether the client has what the tag stands for.
func Matches(r *http.Request, tag string) bool {
	if tag == "" {
		return false
	}
	for _, s := range strings.Split(strings.Join(r.Header.Values("If-None-Match"), ","), ",") {
		if s = strings.TrimSpace(s); s == "*" || strings.TrimPrefix(s, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}
