package corpus

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"readout/record"
	"readout/record/exchange"
	"readout/record/table"
)

// A coded article is a record from the journal on its way to the outputs.
type coded struct {
	number     int // of the record in the run, from 0
	record     *record.Record
	line       []byte // the record as a line of JSON
	events     []table.Event
	statements []table.Statement
}

// A sink writes articles in one form. It gets them in order and counts what it
// wrote.
type sink interface {
	add(c *coded) (rows int, err error)
	close() error
}

// An output is a sink with the file beneath it, which gets its name only when
// it is whole.
type output struct {
	Target
	sink
	f     file
	buf   *bufio.Writer
	pack  io.Closer // nil when not packed
	sum   hash.Hash
	count *counter
	rows  int
}

// openOutput begins a file beside the target, PATH.part.
func openOutput(t Target, d disk, engine record.Engine) (*output, error) {
	switch t.Form {
	case "db":
		return openDatabase(t)
	case "server":
		return openServer(t)
	}
	f, err := d.create(t.Path + ".part")
	if err != nil {
		return nil, err
	}
	o := &output{Target: t, f: f, sum: sha256.New()}
	o.count = &counter{w: io.MultiWriter(f, o.sum)}
	o.buf = bufio.NewWriterSize(o.count, 64<<10)
	w := io.Writer(o.buf)
	switch t.Pack {
	case "gz":
		z := gzip.NewWriter(o.buf)
		w, o.pack = z, z
	case "zst":
		z, err := zstd.NewWriter(o.buf, zstd.WithEncoderConcurrency(1))
		if err != nil {
			f.Close()
			return nil, err
		}
		w, o.pack = z, z
	}
	o.sink = newSink(t, w, engine)
	return o, nil
}

func newSink(t Target, w io.Writer, engine record.Engine) sink {
	meta := []string{"readout.version", engine.Version, "readout.lexicon", engine.Lexicon, "readout.model", engine.Model}
	switch {
	case t.Form == "jsonl":
		return lineSink{w}
	case t.Form == "plover":
		return eventSink{exchange.NewPLOVER(w, engine)}
	case t.Form == "icews":
		return eventSink{exchange.NewICEWS(w)}
	case t.Form == "gdelt":
		return eventSink{exchange.NewGDELT(w)}
	case t.Rows == Statements:
		return statementSink{tableWriter[table.Statement](t.Form, w, meta)}
	}
	return eventSink{tableWriter[table.Event](t.Form, w, meta)}
}

func tableWriter[T table.Row](form string, w io.Writer, meta []string) table.Writer[T] {
	switch form {
	case "parquet":
		return table.NewParquet[T](w, meta...)
	case "tsv":
		return table.NewCSV[T](w, '\t')
	}
	return table.NewCSV[T](w, ',')
}

func (o *output) add(c *coded) error {
	n, err := o.sink.add(c)
	o.rows += n
	return o.named(err)
}

// finish writes what remains and forces it to the disk.
func (o *output) finish() error {
	if o.Form == "db" || o.Form == "server" {
		return o.named(o.finishDatabase())
	}
	err := o.sink.close()
	if err == nil && o.pack != nil {
		err = o.pack.Close()
	}
	if err == nil {
		err = o.buf.Flush()
	}
	if err == nil {
		err = o.f.Sync()
	}
	return o.named(errors.Join(err, o.f.Close()))
}

func (o *output) named(err error) error {
	if err != nil {
		return fmt.Errorf("writing %s: %w", o.Path, err)
	}
	return nil
}

// hash is that of the file; a server's database has none.
func (o *output) hash() string {
	if o.sum == nil {
		return ""
	}
	return "sha256:" + hex.EncodeToString(o.sum.Sum(nil))
}

// lineSink writes whole records, one a line.
type lineSink struct{ w io.Writer }

func (s lineSink) add(c *coded) (int, error) {
	_, err := s.w.Write(c.line)
	return 1, err
}

func (lineSink) close() error { return nil }

type eventSink struct{ w table.Writer[table.Event] }

func (s eventSink) add(c *coded) (int, error) { return s.w.Write(c.events) }
func (s eventSink) close() error              { return s.w.Close() }

type statementSink struct{ w table.Writer[table.Statement] }

func (s statementSink) add(c *coded) (int, error) { return s.w.Write(c.statements) }
func (s statementSink) close() error              { return s.w.Close() }

// marked gives the record's line with the mark of a reprint in it.
func marked(r *record.Record, of string) ([]byte, error) {
	r.Article.DuplicateOf = of
	var buf bytes.Buffer
	err := r.AppendJSON(&buf)
	return buf.Bytes(), err
}
