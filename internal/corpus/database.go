package corpus

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"

	"readout/store"
)

// openDatabase begins a database, PATH.part. It is written from the beginning
// when a run starts again, like all outputs.
func openDatabase(t Target) (*output, error) {
	path := t.Path + ".part"
	for _, name := range []string{path, path + "-wal", path + "-shm", path + "-journal"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	s, err := store.Open(context.Background(), path)
	if err != nil {
		return nil, err
	}
	o := &output{Target: t, sum: sha256.New(), sink: &dbSink{s: s}}
	o.count = &counter{w: o.sum}
	return o, nil
}

// openServer begins to write into a server's database. What is there already
// stays; an article replaces itself. A run that starts again puts all articles
// again, of which those that are there stay untouched.
func openServer(t Target) (*output, error) {
	s, err := store.Open(context.Background(), t.Address)
	if err != nil {
		return nil, err
	}
	return &output{Target: t, sink: &dbSink{s: s}, count: &counter{}}, nil
}

// finishDatabase closes the database, forces it to the disk and takes its hash.
func (o *output) finishDatabase() error {
	if err := o.sink.close(); err != nil || o.Form == "server" {
		return err
	}
	f, err := os.OpenFile(o.Path+".part", os.O_RDWR, 0)
	if err != nil {
		return err
	}
	_, err = io.Copy(o.count, f)
	return errors.Join(err, f.Sync(), f.Close())
}

// abandon closes what an output that is not to be finished holds.
func (o *output) abandon() {
	switch s := o.sink.(type) {
	case *dbSink:
		s.s.Close()
	default:
		o.f.Close()
	}
}

// dbSink writes records into a database, many in one transaction.
type dbSink struct {
	s     *store.Store
	batch []store.Coded
}

// perTransaction is how many records wait in memory for one transaction.
const perTransaction = 200

func (s *dbSink) add(c *coded) (int, error) {
	s.batch = append(s.batch, store.Coded{Record: c.record, Line: c.line, Events: c.events, Statements: c.statements})
	if len(s.batch) < perTransaction {
		return 1, nil
	}
	return 1, s.flush()
}

func (s *dbSink) flush() error {
	err := s.s.Put(context.Background(), s.batch)
	clear(s.batch)
	s.batch = s.batch[:0]
	return err
}

func (s *dbSink) close() error { return errors.Join(s.flush(), s.s.Close()) }
