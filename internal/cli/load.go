package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"slices"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/spf13/cobra"

	"readout"
	"readout/event"
	"readout/intake"
	"readout/internal/parallel"
	"readout/record"
	"readout/store"
)

func newLoad(s Streams, open opener, opts *readout.Options) *cobra.Command {
	var address string
	var jobs int
	var confidence float64
	var input *inputFlags
	c := &cobra.Command{
		Use:   "load --store STORE INPUT…",
		Short: "Load articles or records into a store",
		Long: `Load articles or records into a store, which is made when it is not there.

An INPUT that holds records (readout/1), or is itself a store, is put in as it is. All
other inputs are articles, which are read first. An article that is there already
replaces itself: nothing is ever there twice. What has not changed since it was read by this very engine is
not read again; what another engine read is replaced, and the judgements of its events
go with the events of the same type at the same words.

` + inputHelp + `

Loading may be stopped and given again at any time, and goes on while others search
the store.`,
		Example: `  readout load --store news.db articles.jsonl.gz
  readout load --store news.db records.jsonl.zst        # what readout run wrote
  readout load --store postgres://desk@db/news news.db  # from one store into another
  readout load --store news.db --published 2021-06-16 report.txt`,
		Args: wanted(1, 0, "something to load, such as a file or a folder, is"),
		RunE: func(c *cobra.Command, names []string) error {
			in, err := input.options(s)
			if err != nil {
				return err
			}
			if jobs < 1 {
				return usageError{fmt.Errorf("--jobs %d: want 1 or more", jobs)}
			}
			if confidence < 0 || confidence > 1 {
				return usageError{fmt.Errorf("--confidence %v: want 0 to 1", confidence)}
			}
			if opts.Confidence = confidence; confidence == 0 {
				opts.Confidence = -1
			}
			st, err := openStore(c.Context(), address, true)
			if err != nil {
				return err
			}
			l := loading{Streams: s, ctx: c.Context(), store: st, progress: newProgress(s.Err, true), skipped: map[string]int{}}
			return errors.Join(l.all(names, in, open, jobs), st.Close())
		},
	}
	fs := c.Flags()
	storeFlag(fs, &address)
	input = newInputFlags(c)
	fs.IntVar(&jobs, "jobs", runtime.GOMAXPROCS(0), "articles read at the same time")
	fs.Float64Var(&confidence, "confidence", event.DefaultLeast, "leave out events of less confidence, `0` (all) to 1")
	return c
}

// loading is one run of the command.
type loading struct {
	Streams
	ctx      context.Context
	store    *store.Store
	progress *progress
	batch    []store.Coded
	last     time.Time // of the last transaction
	put      int
	same     int // articles that were there already, read by this engine
	failed   bool
	skipped  map[string]int
}

// Bounds of a transaction.
const (
	perLoad  = 200
	loadTime = 2 * time.Second
)

func (l *loading) all(names []string, opts intake.Options, open opener, jobs int) error {
	var articles []string
	for _, name := range names {
		form, err := formOf(name)
		switch {
		case err != nil:
			l.complain(err)
		case form == "store":
			l.must(name, l.copy(name))
		case form == "records":
			l.must(name, l.records(name))
		default:
			articles = append(articles, name)
		}
		if l.ctx.Err() != nil {
			break
		}
	}
	var err error
	if len(articles) > 0 && l.ctx.Err() == nil {
		err = l.articles(articles, opts, open, jobs)
	}
	if err = errors.Join(err, l.flush()); err != nil {
		return err
	}
	if err := l.ctx.Err(); err != nil {
		return err
	}
	l.progress.clear()
	fmt.Fprintf(l.Err, "readout: %s put", number(l.put, "article"))
	if l.same > 0 {
		fmt.Fprintf(l.Err, ", %d there already", l.same)
	}
	fmt.Fprintln(l.Err)
	for _, reason := range slices.Sorted(maps.Keys(l.skipped)) {
		fmt.Fprintf(l.Err, "readout: left out: %d of %s\n", l.skipped[reason], reason)
	}
	if l.failed {
		return errPartly
	}
	return nil
}

// complain names an input that could not be read.
func (l *loading) complain(err error) {
	l.failed = true
	l.progress.clear()
	fmt.Fprintf(l.Err, "readout: %v\n", err)
}

// must names what went wrong with an input.
func (l *loading) must(name string, err error) {
	if err != nil && l.ctx.Err() == nil {
		l.complain(fmt.Errorf("%s: %w", name, err))
	}
}

// add takes up a record for the next transaction.
func (l *loading) add(c store.Coded) error {
	l.batch = append(l.batch, c)
	l.progress.show(l.put + len(l.batch))
	if len(l.batch) < perLoad && time.Since(l.last) < loadTime {
		return nil
	}
	return l.flush()
}

func (l *loading) flush() error {
	// What has been read is kept, also when the command is being stopped.
	err := l.store.Put(context.WithoutCancel(l.ctx), l.batch)
	if err == nil {
		l.put += len(l.batch)
	}
	l.batch, l.last = l.batch[:0], time.Now()
	return err
}

// records puts the records of a file.
func (l *loading) records(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in, err := unpack(f)
	if err != nil {
		return err
	}
	n := 0
	return record.Read(in, func(r *record.Record) error {
		n++
		if err := r.Check(); err != nil {
			return fmt.Errorf("record %d: %w", n, err)
		}
		c, err := store.Code(r, nil)
		if err != nil {
			return err
		}
		if err := l.add(c); err != nil {
			return err
		}
		return l.ctx.Err()
	})
}

// copy puts what another store holds.
func (l *loading) copy(name string) error {
	from, err := store.Open(l.ctx, name)
	if err != nil {
		return err
	}
	return errors.Join(from.EachCoded(l.ctx, l.add), from.Close())
}

// articles reads articles and puts their records.
func (l *loading) articles(names []string, opts intake.Options, open opener, jobs int) error {
	reader, err := open()
	if err != nil {
		return err
	}
	corpus, err := intake.NewCorpus(l.ctx, names, opts)
	if err != nil {
		return err
	}
	defer corpus.Close()
	type loaded struct {
		coded store.Coded
		same  bool
		err   error
	}
	var ended error
	next := func() (intake.Item, bool) {
		var it intake.Item
		it, ended = corpus.Next()
		return it, ended == nil
	}
	read := func(it intake.Item) loaded {
		if it.Err != nil {
			return loaded{err: it.Err}
		}
		text, engine, err := l.store.Known(l.ctx, it.Article.ID)
		if err == nil && text == it.Article.Digest() && engine == reader.Engine() {
			return loaded{same: true}
		}
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return loaded{err: err}
		}
		rec, err := reader.Read(l.ctx, it.Article)
		if err != nil {
			return loaded{err: fmt.Errorf("%v: %w", it.Position, err)}
		}
		c, err := store.Code(rec, nil)
		return loaded{coded: c, err: err}
	}
	err = parallel.Ordered(l.ctx, jobs, next, read, func(x loaded) error {
		var skip *intake.SkipError
		switch {
		case l.ctx.Err() != nil:
			return l.ctx.Err()
		case errors.As(x.err, &skip):
			l.skipped[skip.Reason]++
		case x.err != nil:
			l.complain(x.err)
		case x.same:
			l.same++
		default:
			return l.add(x.coded)
		}
		return nil
	})
	if err == nil && !errors.Is(ended, io.EOF) {
		err = ended
	}
	return err
}

// formOf tells records and stores from what is to be read, by content.
func formOf(name string) (string, error) {
	if store.Remote(name) {
		return "store", nil
	}
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return "", nil // intake says what is wrong
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head := make([]byte, 512)
	n, err := io.ReadFull(f, head)
	if head = head[:n]; bytes.HasPrefix(head, []byte("SQLite format 3\x00")) {
		return "store", nil
	}
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	in, err := unpack(f)
	if err != nil {
		return "", nil // not packed in this way: intake looks at it
	}
	start := make([]byte, len(`{"schema":"readout/`))
	if _, err := io.ReadFull(in, start); err == nil && string(start) == `{"schema":"readout/` {
		return "records", nil
	}
	return "", nil
}

// unpack reads through gzip or zstd, if that is what the file holds.
func unpack(f *os.File) (io.Reader, error) {
	head := make([]byte, 4)
	n, _ := io.ReadFull(f, head) // a shorter file is not packed
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	switch head = head[:n]; {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		return gzip.NewReader(f)
	case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return f, nil
}
