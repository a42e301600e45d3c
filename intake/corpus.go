package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"sync/atomic"

	"readout/article"
	"readout/intake/fetch"
)

// A Corpus reads the articles of many inputs, one input after the other, in
// constant memory. Faults are items: nothing but the end of the context ends
// it early. It is not safe for concurrent use, except for Done.
type Corpus struct {
	ctx   context.Context
	opts  Options
	pull  func() (input, bool)
	stop  func()
	index int     // of the current input
	state State   // of the current input
	in    *Reader // of the current input, nil between two
	after *Position

	done atomic.Int64
	base int64 // stored bytes of the inputs before the current one
	size int64 // stored bytes of the current one, 0 if unknown
	read int64 // stored bytes read of the current one
}

// NewCorpus returns a Corpus of the inputs that names stand for:
//
//   - a file, whatever is in it;
//   - a folder: the files in it and in the folders below, in the order of their
//     names; what begins with a dot is passed over, and links to folders are
//     not followed;
//   - a pattern with *, ? or [, unless a file has that name: the files and
//     folders that it matches;
//   - an http or https address, which is asked for as a browser would;
//   - "-" for opts.Stdin;
//   - "@FILE": the names in FILE, one a line, of the kinds above; "@-" takes
//     them from opts.Stdin. Blank lines, and lines that begin with "#", are
//     passed over. Addresses in a list are asked for politely, as package fetch
//     says: robots.txt counts, and hosts in private networks are refused.
//
// Nothing is opened before the first Next; the only error is for options that
// make no sense. The caller closes the Corpus.
func NewCorpus(ctx context.Context, names []string, opts Options) (*Corpus, error) {
	opts, err := opts.filled()
	if err != nil {
		return nil, err
	}
	c := &Corpus{ctx: ctx, opts: opts, index: -1}
	c.opts.read = &c.read
	c.opts.fetch = fetch.New(fetch.Options{UserAgent: opts.UserAgent, Timeout: opts.Timeout, AllowPrivate: opts.AllowPrivate})
	c.pull, c.stop = iter.Pull(inputs(names, opts))
	return c, nil
}

// Resume has the first Next return the item that follows the one at the given
// position, which an Item of the same inputs had. It must be called before the
// first Next.
func (c *Corpus) Resume(after Position) { c.after = &after }

// Next returns the next item. It returns io.EOF behind the last, the error of
// the context when that has ended, and an error when the inputs are not those
// of the position given to Resume.
func (c *Corpus) Next() (Item, error) {
	for {
		if err := c.ctx.Err(); err != nil {
			return Item{}, err
		}
		if c.in == nil {
			in, err := c.nextInput()
			if err != nil {
				return Item{}, err
			}
			if err := c.open(in); err != nil {
				return Item{Position{Input: c.index, Name: in.name}, nil, err}, nil
			}
		}
		a, err := c.in.Next()
		c.done.Store(c.base + c.read)
		if err == io.EOF {
			c.leave()
			continue
		}
		if c.ctx.Err() != nil {
			continue // the fault is that of the context
		}
		return c.item(a, err), nil
	}
}

// item is what the current input gave.
func (c *Corpus) item(a *article.Article, err error) Item {
	at := c.in.At()
	at.Input = c.index
	var one *ItemError
	switch {
	case errors.As(err, &one):
		one.Input = c.index
	case err != nil:
		c.leave()
	case !c.opts.KeepForeign:
		if _, foreign := Foreign(a); foreign {
			err = &ItemError{at, &SkipError{"language " + a.Language}}
		}
	}
	return Item{at, a, err}
}

// An input is one thing to open.
type input struct {
	name  string
	typed bool  // an address that the caller named, not one found in a list
	state State // of a file
	err   error // why there is nothing to open
}

// nextInput moves to the next input that is to be read.
func (c *Corpus) nextInput() (input, error) {
	for {
		in, ok := c.pull()
		if !ok && c.after != nil {
			return in, fmt.Errorf("the inputs have changed: there is no number %d, %s", c.after.Input, c.after.Name)
		}
		if !ok {
			return in, io.EOF
		}
		c.index++
		c.state = in.state
		switch {
		case c.after == nil:
			return in, nil
		case c.index < c.after.Input:
		case in.name != c.after.Name:
			return in, fmt.Errorf("the inputs have changed: number %d was %s and is %s", c.index, c.after.Name, in.name)
		case c.after.Record == 0:
			c.after = nil
		default:
			return in, nil
		}
		c.base += in.state.Bytes
	}
}

// open opens an input, and moves in it to where Resume said.
func (c *Corpus) open(in input) error {
	after := c.after
	c.after, c.read = nil, 0
	if in.err != nil {
		return in.err
	}
	r, err := open(c.ctx, in, c.opts)
	if err != nil {
		return err
	}
	if after != nil {
		r.Resume(*after)
	}
	c.in, c.size = r, in.state.Bytes
	return nil
}

// leave closes the current input.
func (c *Corpus) leave() {
	c.in.Close() // it was only read
	c.in = nil
	c.base += max(c.size, c.read)
	c.read = 0
	c.done.Store(c.base)
}

// Done returns how many bytes of the inputs, as they are stored, are done
// with. It may be called while Next runs.
func (c *Corpus) Done() int64 { return c.done.Load() }

// State returns how the file that the last item came from was just before it
// was opened; it is zero for what is no file.
func (c *Corpus) State() State { return c.state }

// A State tells whether a file is still what it was.
type State struct {
	Bytes    int64 `json:"bytes,omitempty"`
	Modified int64 `json:"modified,omitempty"` // in nanoseconds since 1970
}

// StateOf returns the state of a regular file, and zero for all else.
func StateOf(info fs.FileInfo) State {
	if !info.Mode().IsRegular() {
		return State{}
	}
	return State{info.Size(), info.ModTime().UnixNano()}
}

// Close releases what is open.
func (c *Corpus) Close() error {
	c.stop()
	err := c.opts.fetch.Close()
	if c.in != nil {
		err = errors.Join(err, c.in.Close())
		c.in = nil
	}
	return err
}

// Size says how much there is to read.
type Size struct {
	Inputs int
	Bytes  int64 // as stored, of the inputs whose size is known
	Known  bool  // whether the sizes of all are
}

// Measure returns the size of the inputs that names stand for, as NewCorpus
// takes them. It looks at names and sizes only. Names that come from
// opts.Stdin cannot be looked at beforehand: their size is not known.
func Measure(ctx context.Context, names []string, opts Options) (Size, error) {
	s := Size{Known: true}
	opts.Stdin = nil
	for in := range inputs(names, opts) {
		if err := ctx.Err(); err != nil {
			return s, err
		}
		s.Inputs++
		s.Bytes += in.state.Bytes
		if in.state.Bytes == 0 && (in.name == "-" || in.name == "@-" || isAddress(in.name)) {
			s.Known = false
		}
	}
	return s, nil
}
