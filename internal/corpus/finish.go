package corpus

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"readout/intake"
	"readout/internal/parallel"
	"readout/record"
	"readout/record/table"
	"readout/relation"
)

// finish writes the outputs from the journal.
func (r *run) finish(ctx context.Context) (*Manifest, error) {
	f := finishing{run: r, m: newManifest(r)}
	var err error
	if f.m.begun, err = r.j.begun(); err != nil {
		return nil, err
	}
	defer f.m.begun.close()
	if err := f.reprints(); err != nil {
		return nil, err
	}
	defer func() {
		if f.verdicts != nil {
			f.verdicts.f.Close()
		}
	}()
	err = f.open()
	if err == nil && f.OneADay {
		err = f.merge(ctx)
	}
	if err == nil {
		err = f.write(ctx)
	}
	if err != nil {
		for _, o := range f.outs {
			o.abandon()
		}
		return nil, err
	}
	return f.m, f.publish()
}

// finishing is the second stage of a run.
type finishing struct {
	*run
	m       *Manifest
	outs    []*output
	rejects *output
	first   []int32          // by number of article: the one it reprints, or -1; nil when nobody asks
	ids     map[int32]string // of articles that others reprint
	tables  struct{ events, statements bool }
	// verdicts tells what becomes of each event, in order; nil unless events
	// of one happening are merged.
	verdicts *verdicts
}

// reprints finds out which articles reprint others.
func (f *finishing) reprints() (err error) {
	if f.Duplicates == Ignore {
		return nil
	}
	if f.first, err = relation.Duplicates(f.j.prints, f.j.at.Articles); err != nil {
		return fmt.Errorf("finding reprints: %w", err)
	}
	f.ids = map[int32]string{}
	for _, of := range f.first {
		if of >= 0 {
			f.ids[of] = ""
		}
	}
	if len(f.ids) == 0 {
		return nil
	}
	n := int32(0)
	return f.j.entries(func(e entry, _ []byte) error {
		if e.Kind == recordEntry {
			if _, wanted := f.ids[n]; wanted {
				f.ids[n] = e.ID
			}
			n++
		}
		return nil
	})
}

// open begins all outputs.
func (f *finishing) open() error {
	for _, t := range f.Targets {
		o, err := openOutput(t, f.disk, f.Reader.Engine())
		if err != nil {
			return err
		}
		f.outs = append(f.outs, o)
		switch {
		case t.Form == "jsonl":
		case t.Form == "db", t.Form == "server":
			f.tables.events, f.tables.statements = true, true
		case t.Rows == Statements:
			f.tables.statements = true
		default:
			f.tables.events = true
		}
	}
	o, err := openOutput(Target{Path: f.rejectsPath(), Form: "jsonl"}, f.disk, f.Reader.Engine())
	f.rejects = o
	if o != nil {
		f.outs = append(f.outs, o)
	}
	return err
}

func (r *run) rejectsPath() string { return r.Targets[0].Path + ".rejects.jsonl" }

// write gives the journal to the outputs.
func (f *finishing) write(ctx context.Context) error {
	if err := f.each(ctx, f.put); err != nil {
		return err
	}
	for _, o := range f.outs {
		if err := o.finish(); err != nil {
			return err
		}
	}
	return nil
}

// each goes through the journal: records are taken apart on all cores and
// given to yield in order.
func (f *finishing) each(ctx context.Context, yield func(unpacked) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	feed, ended := make(chan logged), make(chan error, 1)
	go func() {
		defer close(feed)
		n := 0
		ended <- f.j.entries(func(e entry, line []byte) error {
			l := logged{entry: e, number: n, line: bytes.Clone(line)}
			if e.Kind == recordEntry {
				n++
			}
			select {
			case feed <- l:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}()
	next := func() (logged, bool) { l, ok := <-feed; return l, ok }
	err := parallel.Ordered(ctx, f.Jobs, next, f.unpack, func(u unpacked) error {
		if u.err != nil {
			return fmt.Errorf("%s: %w", f.dir, u.err)
		}
		return yield(u)
	})
	stop()
	for range feed { // nothing that Ordered left keeps the reader waiting
	}
	if ended := <-ended; err == nil {
		err = ended
	}
	return err
}

// logged is an entry of the journal with its line.
type logged struct {
	entry
	number int
	line   []byte
}

// unpacked is an entry as the outputs need it.
type unpacked struct {
	entry
	coded *coded // nil but for records that are to be written
	again bool   // the record is of a reprint
	err   error
}

func (f *finishing) unpack(l logged) (u unpacked) {
	u.entry = l.entry
	if l.Kind != recordEntry {
		return u
	}
	of := ""
	if f.first != nil && f.first[l.number] >= 0 {
		of, u.again = f.ids[f.first[l.number]], true
		if f.Duplicates == Drop {
			return u
		}
	}
	c := &coded{number: l.number, line: l.line, record: new(record.Record)}
	u.coded = c
	if u.err = json.Unmarshal(l.line, c.record); u.err != nil {
		return u
	}
	if u.again {
		if c.line, u.err = marked(c.record, of); u.err != nil {
			return u
		}
	}
	flat := table.Flattener{DuplicateOf: of}
	flat.Load(c.record)
	if f.tables.events {
		c.events = make([]table.Event, len(c.record.Events))
		for i := range c.events {
			c.events[i] = flat.Event(i)
			c.events[i].Happening = relation.HappeningID(relation.Happening(&c.events[i]))
		}
	}
	if f.tables.statements {
		c.statements = make([]table.Statement, len(c.record.Statements))
		for i := range c.statements {
			c.statements[i] = flat.Statement(i)
		}
	}
	return u
}

// put gives an entry to the outputs and counts it.
func (f *finishing) put(u unpacked) error {
	if err := f.m.count(u); err != nil {
		return err
	}
	f.watch(Finishing, f.m.Counts.Articles)
	if u.Kind == rejectEntry {
		line, err := json.Marshal(reject{u.At, u.ID, u.Reason})
		if err != nil {
			return err
		}
		return f.rejects.add(&coded{line: append(line, '\n')})
	}
	if u.coded == nil {
		return nil
	}
	if f.verdicts != nil {
		if err := f.verdicts.apply(u.coded); err != nil {
			return err
		}
	}
	for _, o := range f.outs {
		if o == f.rejects {
			continue
		}
		if err := o.add(u.coded); err != nil {
			return err
		}
	}
	return nil
}

// A reject is a line of OUT.rejects.jsonl.
type reject struct {
	intake.Position
	ID     string `json:"id,omitempty"`
	Reason string `json:"reason"`
}

// publish gives the outputs their names, the manifest last: with it the run
// is complete.
func (f *finishing) publish() error {
	if err := f.m.endInputs(); err != nil {
		return err
	}
	for _, o := range f.outs {
		if o == f.rejects && o.rows == 0 {
			for _, name := range []string{o.Path + ".part", o.Path} {
				if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
					return err
				}
			}
			continue
		}
		if o.Form != "server" {
			if err := move(o.Path+".part", o.Path); err != nil {
				return err
			}
		}
		f.m.resource(o)
	}
	b, err := f.m.bytes()
	if err != nil {
		return err
	}
	return f.disk.replace(f.manifestPath(), b)
}
