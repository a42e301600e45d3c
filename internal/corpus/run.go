// Package corpus reads whole corpora: many articles on all cores, in bounded
// memory, into files that are the same to the byte however often the run was
// stopped, killed and started again on its way.
//
// A run has two stages. Coding reads article after article and keeps the
// records in a journal beside the output (see journal). Finishing finds
// reprints over the whole corpus and writes the outputs from the journal in one
// pass, each under another name until it is whole. What is lost to a crash is at
// most the reading since the last checkpoint, or the finishing.
package corpus

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	"readout/article"
	"readout/intake"
	"readout/internal/parallel"
	"readout/record"
	"readout/record/table"
	"readout/relation"
)

// Options of a run. Reader, Inputs and Targets must be given.
type Options struct {
	Reader  Reader
	Inputs  []string
	Intake  intake.Options
	Targets []Target
	// Jobs is the number of articles read at one time; 0 means one a core.
	Jobs int
	// Checkpoint is the time between checkpoints; 0 means DefaultCheckpoint.
	Checkpoint time.Duration
	// Restart throws away an unfinished run, and replaces a finished one.
	Restart bool
	// Duplicates says what becomes of reprints: Mark, Drop or Ignore.
	Duplicates string
	// Confidence is that below which Reader leaves out events: it is written
	// down in the manifest.
	Confidence float64
	// OneADay has events of one happening in several reports stand in one row
	// of the tables of events.
	OneADay bool
	// Watch is told how the run goes on; it may be nil.
	Watch func(Progress)
	// Complain is told of each input that could not be read; it may be nil.
	Complain func(error)

	disk disk // tests only
}

// A Reader makes the record of an article; readout.Reader does. It is used by
// several goroutines at once.
type Reader interface {
	Engine() record.Engine
	Read(ctx context.Context, a *article.Article) (*record.Record, error)
}

// What becomes of reprints.
const (
	Mark   = "mark"
	Drop   = "drop"
	Ignore = "ignore"
)

// DefaultCheckpoint is the time between checkpoints.
const DefaultCheckpoint = 2 * time.Second

// Progress tells how far a run is.
type Progress struct {
	Articles int   // records so far, those of earlier starts included
	Fresh    int   // records made since this start
	Bytes    int64 // of the corpus read so far
	Stage    string
}

// Stages of a run, as Progress names them.
const (
	Coding    = "reading"
	Finishing = "writing"
)

// A Summary tells what a run came to.
type Summary struct {
	Manifest *Manifest
	Resumed  int  // articles that an earlier start had read
	Already  bool // the run was complete before this start
}

// Run codes a corpus, or goes on with it where an earlier start was stopped.
// When ctx ends, what is done is made safe and ctx.Err comes back wrapped.
func Run(ctx context.Context, o Options) (*Summary, error) {
	r, err := newRun(o)
	if err != nil {
		return nil, err
	}
	if s, err := r.already(); s != nil || err != nil {
		return s, err
	}
	if r.j, err = openJournal(r.dir, r.recipe, r.disk); err != nil {
		if errors.Is(err, errOther) {
			err = fmt.Errorf("%s holds an unfinished run that was %w: go on with those, or begin again with --restart", r.dir, err)
		}
		return nil, err
	}
	defer r.j.close()
	s := &Summary{Resumed: r.j.at.Articles}
	if !r.j.at.Coded {
		if err := r.j.unchanged(); err != nil {
			return nil, fmt.Errorf("%s holds an unfinished run, and %w: begin again with --restart", r.dir, err)
		}
		if err := r.code(ctx); err != nil {
			return nil, err
		}
	}
	if s.Manifest, err = r.finish(ctx); err != nil {
		return nil, err
	}
	return s, os.RemoveAll(r.dir)
}

// run is one run on its way.
type run struct {
	Options
	dir    string // of the journal
	recipe string
	j      *journal
	fresh  int
	source *intake.Corpus
}

func newRun(o Options) (*run, error) {
	if len(o.Inputs) == 0 || len(o.Targets) == 0 {
		return nil, errors.New("a run needs inputs and an output")
	}
	if o.Jobs == 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	if o.Checkpoint == 0 {
		o.Checkpoint = DefaultCheckpoint
	}
	if o.Duplicates == "" {
		o.Duplicates = Mark
	}
	r := &run{Options: o, dir: o.Targets[0].Path + ".run"}
	r.recipe = r.hash()
	if o.Restart {
		if err := os.RemoveAll(r.dir); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// item is an item before the work on it.
type item struct {
	intake.Item
	state intake.State // of the input
}

// done is an item after the work on it.
type done struct {
	entry
	state intake.State // of the input
	line  *bytes.Buffer
	print []byte
	err   error // a reject
}

// code reads the corpus from where the journal ends.
func (r *run) code(ctx context.Context) (err error) {
	if r.source, err = intake.NewCorpus(ctx, r.Inputs, r.Intake); err != nil {
		return err
	}
	defer r.source.Close()
	if at := r.j.at.After; at != nil {
		r.source.Resume(*at)
	}
	var broken error // of the source
	next := func() (item, bool) {
		it, err := r.source.Next()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				broken = err
			}
			return item{}, false
		}
		return item{it, r.source.State()}, true
	}
	last := time.Now()
	err = parallel.Ordered(ctx, r.Jobs, next, func(it item) done { return r.read(ctx, it) }, func(d done) error {
		if err := ctx.Err(); err != nil {
			return err // what was cut short by the end is no reject
		}
		if err := r.take(d); err != nil {
			return err
		}
		if time.Since(last) >= r.Checkpoint {
			last = time.Now()
			return r.kept(r.j.commit(false))
		}
		return nil
	})
	if err == nil {
		err = broken
	}
	if err == nil || ctx.Err() != nil {
		err = errors.Join(err, r.kept(r.j.commit(err == nil)))
	}
	return err
}

// kept words an error of writing the journal.
func (r *run) kept(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("writing %s: %w; the %d articles up to the last checkpoint are kept: the same command goes on from there", r.dir, err, r.j.saved)
}

// read makes the record of an item.
func (r *run) read(ctx context.Context, it item) done {
	d := done{entry: entry{Kind: rejectEntry, At: it.Position}, state: it.state}
	var skip *intake.SkipError
	switch {
	case errors.As(it.Err, &skip):
		d.Kind, d.Reason = skipEntry, skip.Reason
		return d
	case it.Err != nil:
		d.err = it.Err
		return d
	}
	d.ID = it.Article.ID
	rec, err := r.record(ctx, it.Article)
	if err != nil {
		d.err = fmt.Errorf("%s: %w", it.Position, err)
		return d
	}
	d.line = new(bytes.Buffer)
	if err := rec.AppendJSON(d.line); err != nil {
		d.err = fmt.Errorf("%s: %w", it.Position, err)
		return d
	}
	day := int32(relation.Undated)
	if published := table.ParseDay(rec.Article.Published); published != nil {
		day = int32(*published)
	}
	p := new(relation.Printer).Print(&rec.Article, day)
	d.Kind, d.print = recordEntry, p.Append(nil)
	return d
}

// record reads an article. An article that breaks the program is a reject and
// must not end a run of days.
func (r *run) record(ctx context.Context, a *article.Article) (rec *record.Record, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("article %q broke the reading: %v", a.ID, p)
		}
	}()
	return r.Reader.Read(ctx, a)
}

// take puts an item into the journal.
func (r *run) take(d done) error {
	var line []byte
	if d.line != nil {
		line = d.line.Bytes()
		r.fresh++
	}
	if d.err != nil {
		d.Reason = reason(d.err)
		if r.Complain != nil {
			r.Complain(d.err)
		}
	}
	if err := r.j.add(d.entry, d.state, line, d.print); err != nil {
		return r.kept(err)
	}
	r.watch(Coding, r.j.at.Articles)
	return nil
}

func (r *run) watch(stage string, articles int) {
	if r.Watch == nil {
		return
	}
	p := Progress{Articles: articles, Fresh: r.fresh, Stage: stage}
	if r.source != nil {
		p.Bytes = r.source.Done()
	}
	r.Watch(p)
}

// reason is the cause of a reject without the place, which stands beside it.
func reason(err error) string {
	var bad *intake.ItemError
	if errors.As(err, &bad) {
		return bad.Err.Error()
	}
	return err.Error()
}
