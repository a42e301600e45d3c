package intake

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
)

// Open returns a Reader of the articles that name stands for: a file, "-" for
// opts.Stdin, or an http or https address, which is fetched within
// opts.Timeout. The caller closes the Reader.
func Open(ctx context.Context, name string, opts Options) (*Reader, error) {
	opts, err := opts.filled()
	if err != nil {
		return nil, err
	}
	return open(ctx, input{name: name, typed: true}, opts)
}

// open opens an input. The options are filled.
func open(ctx context.Context, in input, opts Options) (*Reader, error) {
	switch {
	case in.name == "-":
		if opts.Stdin == nil {
			return nil, fmt.Errorf("-: %w", errNoStdin)
		}
		return NewReader(opts.Stdin, in.name, opts)
	case isAddress(in.name):
		return fetch(ctx, in.name, opts)
	}
	f, err := os.Open(in.name)
	if err != nil {
		return nil, err
	}
	r, err := openFile(f, opts)
	if err != nil {
		f.Close()
		return nil, err
	}
	return r, nil
}

func openFile(f *os.File, opts Options) (*Reader, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, fmt.Errorf("%s: is a folder", f.Name())
	}
	counted := &countedFile{f, opts.read}
	if counted.read == nil {
		counted.read = new(int64)
	}
	r, err := NewReader(counted, f.Name(), opts)
	if err != nil {
		return nil, err
	}
	r.closers = append(r.closers, f)
	return r, nil
}

func isAddress(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// fetch asks the web server for the address. The body is read as Next needs
// it, under the same deadline.
func fetch(ctx context.Context, address string, opts Options) (*Reader, error) {
	ctx, cancel := context.WithTimeout(ctx, opts.Timeout)
	r, err := get(ctx, address, opts)
	if err != nil {
		cancel()
		return nil, err
	}
	r.closers = append([]io.Closer{closerFunc(cancel)}, r.closers...)
	return r, nil
}

func get(ctx context.Context, address string, opts Options) (*Reader, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", opts.UserAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,text/plain,application/json;q=0.9,*/*;q=0.1")
	req.Header.Set("Accept-Language", "en")
	client := opts.Client
	if client == nil {
		client = &http.Client{Timeout: opts.Timeout}
	}
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("%s: the server answered %s", address, resp.Status)
	}
	opts.URL = resp.Request.URL.String()
	opts.ContentType = resp.Header.Get("Content-Type")
	r, err := NewReader(resp.Body, address, opts)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	r.closers = append(r.closers, resp.Body)
	return r, nil
}

type closerFunc func()

func (f closerFunc) Close() error { f(); return nil }
