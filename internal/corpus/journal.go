package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"

	"readout/intake"
)

// The journal is the folder OUT.run beside the output of an unfinished run:
//
//	log.zst          what was read, entry by entry in the order of the corpus
//	inputs           each input that was begun: name, size, time of change
//	prints           one fingerprint a record (package relation)
//	checkpoint.json  how far all are sound, and where in the corpus that is
//
// The first three only grow. To commit is to end the zstd frame, force all to
// the disk, and then put the new checkpoint in the place of the old one in one
// step. After a crash they are cut back to the lengths in the checkpoint, so
// nothing is lost that was committed, and nothing is there twice.
const (
	logName        = "log.zst"
	printsName     = "prints"
	inputsName     = "inputs"
	checkpointName = "checkpoint.json"
)

// A checkpoint says how far a run has come.
type checkpoint struct {
	Recipe   string           `json:"recipe"`          // hash of all that decides what the journal holds
	Coded    bool             `json:"coded"`           // the corpus is read to its end
	After    *intake.Position `json:"after,omitempty"` // the last item in the journal
	Log      int64            `json:"log"`             // bytes of log.zst
	Prints   int64            `json:"prints"`          // bytes of prints
	Inputs   int64            `json:"inputs"`          // bytes of inputs
	Articles int              `json:"articles"`        // records in the log
	Rejected int              `json:"rejected"`
	Skipped  int              `json:"skipped"`
}

// Kinds of entry in the log.
const (
	recordEntry = "record"
	rejectEntry = "reject"
	skipEntry   = "skip"
)

// An entry is one item of the corpus as the log has it: a line with this, and
// for a record a second line with the record itself.
type entry struct {
	Kind   string          `json:"kind"`
	At     intake.Position `json:"at"`
	ID     string          `json:"id,omitempty"`     // of the article
	Reason string          `json:"reason,omitempty"` // why there is no record
}

// A journal is open for one run at a time; see lockFolder.
type journal struct {
	dir    string
	disk   disk
	at     checkpoint
	unlock func()

	log, prints, inputs file
	count               *counter
	zip                 *zstd.Encoder
	printBuf, inputBuf  *bufio.Writer
	dirty               bool
	saved               int // articles at the last commit
}

// openJournal opens or begins the journal in the folder. A journal with
// another recipe is an error that wraps errOther.
func openJournal(dir, recipe string, d disk) (_ *journal, err error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	j := &journal{dir: dir, disk: d}
	if j.unlock, err = lockFolder(dir); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			j.close()
		}
	}()
	b, err := os.ReadFile(filepath.Join(dir, checkpointName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		j.at = checkpoint{Recipe: recipe}
	case err != nil:
		return nil, err
	default:
		if err := json.Unmarshal(b, &j.at); err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Join(dir, checkpointName), err)
		}
		if j.at.Recipe != recipe {
			return nil, errOther
		}
	}
	if j.log, err = j.cut(logName, j.at.Log); err != nil {
		return nil, err
	}
	if j.prints, err = j.cut(printsName, j.at.Prints); err != nil {
		return nil, err
	}
	if j.inputs, err = j.cut(inputsName, j.at.Inputs); err != nil {
		return nil, err
	}
	j.count = &counter{w: j.log, n: j.at.Log}
	j.zip, err = zstd.NewWriter(j.count, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20))
	if err != nil {
		return nil, err
	}
	j.printBuf, j.inputBuf, j.saved = bufio.NewWriter(j.prints), bufio.NewWriter(j.inputs), j.at.Articles
	return j, nil
}

var errOther = errors.New("begun with other inputs, options or another engine")

// cut opens a file of the journal and cuts it to its sound length.
func (j *journal) cut(name string, size int64) (file, error) {
	f, err := j.disk.open(filepath.Join(j.dir, name))
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || info.Size() < size {
		f.Close()
		return nil, fmt.Errorf("%s is shorter than %s says: it was changed from outside; begin again with --restart", filepath.Join(j.dir, name), checkpointName)
	}
	if err := f.Truncate(size); err != nil {
		f.Close()
		return nil, err
	}
	if _, err := f.Seek(size, io.SeekStart); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// add appends an entry from an input in the given state. Record and print are
// nil but for records.
func (j *journal) add(e entry, state intake.State, record, print []byte) error {
	if j.at.After == nil || j.at.After.Input != e.At.Input {
		if err := j.begin(begun{e.At.Input, e.At.Name, state}); err != nil {
			return err
		}
	}
	head, err := json.Marshal(e)
	if err != nil {
		return err
	}
	j.dirty = true
	if _, err := j.zip.Write(append(head, '\n')); err != nil {
		return err
	}
	switch e.Kind {
	case recordEntry:
		if _, err := j.zip.Write(record); err != nil {
			return err
		}
		if _, err := j.printBuf.Write(print); err != nil {
			return err
		}
		j.at.Articles++
		j.at.Prints += int64(len(print))
	case rejectEntry:
		j.at.Rejected++
	case skipEntry:
		j.at.Skipped++
	}
	at := e.At
	j.at.After = &at
	return nil
}

// commit makes all that was added safe.
func (j *journal) commit(coded bool) error {
	if !j.dirty && j.at.Coded == coded {
		return nil
	}
	if j.dirty {
		if err := j.zip.Close(); err != nil {
			return err
		}
		if err := errors.Join(j.printBuf.Flush(), j.inputBuf.Flush()); err != nil {
			return err
		}
		for _, f := range []file{j.log, j.prints, j.inputs} {
			if err := f.Sync(); err != nil {
				return err
			}
		}
		j.zip.Reset(j.count)
	}
	j.at.Log, j.at.Coded = j.count.n, coded
	b, err := json.Marshal(j.at)
	if err != nil {
		return err
	}
	if err := j.disk.replace(filepath.Join(j.dir, checkpointName), b); err != nil {
		return err
	}
	j.dirty, j.saved = false, j.at.Articles
	return nil
}

// entries reads the log from its beginning. The bytes given to yield are
// valid until it returns.
func (j *journal) entries(yield func(e entry, record []byte) error) error {
	f, err := os.Open(filepath.Join(j.dir, logName))
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := zstd.NewReader(io.LimitReader(f, j.at.Log), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
	if err != nil {
		return err
	}
	defer z.Close()
	in := lineReader{in: bufio.NewReaderSize(z, 64<<10)}
	for {
		line, err := in.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name(), err)
		}
		var e entry
		if err := json.Unmarshal(line, &e); err != nil {
			return fmt.Errorf("%s: %w", f.Name(), err)
		}
		var record []byte
		if e.Kind == recordEntry {
			if record, err = in.next(); err != nil {
				return fmt.Errorf("%s: %w", f.Name(), err)
			}
		}
		if err := yield(e, record); err != nil {
			return err
		}
	}
}

// close lets go of the files and of the folder.
func (j *journal) close() {
	for _, f := range []file{j.log, j.prints, j.inputs} {
		if f != nil {
			f.Close()
		}
	}
	if j.unlock != nil {
		j.unlock()
	}
}

// lineReader reads lines of any length, with their line feeds.
type lineReader struct {
	in  *bufio.Reader
	buf bytes.Buffer
}

func (l *lineReader) next() ([]byte, error) {
	l.buf.Reset()
	for {
		part, err := l.in.ReadSlice('\n')
		l.buf.Write(part)
		if err == nil || !errors.Is(err, bufio.ErrBufferFull) {
			if errors.Is(err, io.EOF) && l.buf.Len() > 0 {
				err = io.ErrUnexpectedEOF
			}
			return l.buf.Bytes(), err
		}
	}
}

// counter counts the bytes that pass.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}
