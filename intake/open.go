package intake

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"readout/intake/fetch"
)

// Open returns a Reader of the articles that name stands for: a file, "-" for
// opts.Stdin, or an http or https address, which is fetched. The caller closes
// the Reader.
func Open(ctx context.Context, name string, opts Options) (*Reader, error) {
	opts, err := opts.filled()
	if err != nil {
		return nil, err
	}
	return open(ctx, input{name: name, typed: true}, opts)
}

// open opens an input. The options are filled.
func open(ctx context.Context, in input, opts Options) (*Reader, error) {
	if opts.fetch != nil || !isAddress(in.name) && !opts.Follow {
		return openWith(ctx, in, opts)
	}
	opts.fetch = fetch.New(fetch.Options{UserAgent: opts.UserAgent, Timeout: opts.Timeout, AllowPrivate: opts.AllowPrivate})
	r, err := openWith(ctx, in, opts)
	if err != nil {
		opts.fetch.Close()
		return nil, err
	}
	r.closers = append([]io.Closer{opts.fetch}, r.closers...)
	return r, nil
}

// openWith is open with a client for addresses, if one is needed.
func openWith(ctx context.Context, in input, opts Options) (*Reader, error) {
	if opts.Follow {
		opts.page = func(address string) (*fetch.Response, error) { return opts.fetch.Found(ctx, address) }
	}
	switch {
	case in.name == "-":
		if opts.Stdin == nil {
			return nil, fmt.Errorf("-: %w", errNoStdin)
		}
		return NewReader(opts.Stdin, in.name, opts)
	case isAddress(in.name):
		return get(ctx, in, opts)
	}
	f, err := os.Open(in.name)
	if err != nil {
		return nil, named(err)
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

// get asks a web server for an address. The body is read as Next needs it.
func get(ctx context.Context, in input, opts Options) (*Reader, error) {
	ask := opts.fetch.Found
	if in.typed {
		ask = opts.fetch.Named
	}
	resp, err := ask(ctx, in.name)
	if err != nil {
		return nil, err
	}
	opts.URL, opts.ContentType = resp.URL, resp.ContentType
	r, err := NewReader(resp.Body, in.name, opts)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	r.closers = append(r.closers, resp.Body)
	return r, nil
}

// NewFetched returns a Reader of what a client has fetched. With Follow the
// pages of a feed's items are fetched by the same client. The Reader closes the
// response, but not the client.
func NewFetched(ctx context.Context, c *fetch.Client, resp *fetch.Response, opts Options) (*Reader, error) {
	opts.URL, opts.ContentType, opts.fetch = resp.URL, resp.ContentType, c
	if opts.Follow {
		opts.page = func(address string) (*fetch.Response, error) { return c.Found(ctx, address) }
	}
	r, err := NewReader(resp.Body, resp.URL, opts)
	if err != nil {
		return nil, err
	}
	r.closers = append(r.closers, resp.Body)
	return r, nil
}

type closerFunc func()

func (f closerFunc) Close() error { f(); return nil }
