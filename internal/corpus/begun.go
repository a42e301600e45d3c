package corpus

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"readout/intake"
)

// begun is a line of the file of inputs in the journal: an input of which an
// item was read, as it was then.
type begun struct {
	Input int    `json:"input"`
	Name  string `json:"name"`
	intake.State
}

// begin notes an input.
func (j *journal) begin(b begun) error {
	line, err := json.Marshal(b)
	if err != nil {
		return err
	}
	line = append(line, '\n')
	j.at.Inputs += int64(len(line))
	_, err = j.inputBuf.Write(line)
	return err
}

// begunReader reads the committed inputs of a journal in their order.
type begunReader struct {
	f  *os.File
	in *json.Decoder
	at begun // the last that was read
}

func (j *journal) begun() (*begunReader, error) {
	f, err := os.Open(filepath.Join(j.dir, inputsName))
	if err != nil {
		return nil, err
	}
	return &begunReader{f, json.NewDecoder(bufio.NewReader(io.LimitReader(f, j.at.Inputs))), begun{Input: -1}}, nil
}

// next moves to the next input; io.EOF ends them.
func (b *begunReader) next() error {
	b.at = begun{}
	if err := b.in.Decode(&b.at); err != nil {
		if errors.Is(err, io.EOF) {
			return io.EOF
		}
		return fmt.Errorf("%s: %w", b.f.Name(), err)
	}
	return nil
}

// find moves on to the input of a number.
func (b *begunReader) find(input int) error {
	for b.at.Input < input {
		if err := b.next(); err != nil {
			return err
		}
	}
	return nil
}

func (b *begunReader) close() { b.f.Close() } // it was only read

// unchanged returns an error that names the first input that is no longer what
// the journal has read of it.
func (j *journal) unchanged() error {
	b, err := j.begun()
	if err != nil {
		return err
	}
	defer b.close()
	for {
		if err := b.next(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := b.at.changed(); err != nil {
			return err
		}
	}
}

// changed tells how a file differs from what it was; it is nil when it does
// not, and for what is no file.
func (b *begun) changed() error {
	if b.State == (intake.State{}) {
		return nil
	}
	info, err := os.Stat(b.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s was read and is gone", b.Name)
	case err != nil:
		return err
	}
	switch now := intake.StateOf(info); {
	case now.Bytes != b.Bytes:
		return fmt.Errorf("%s has changed since it was read: it had %d bytes and has %d", b.Name, b.Bytes, now.Bytes)
	case now.Modified != b.Modified:
		return fmt.Errorf("%s has changed since it was read: it was of %s and is of %s", b.Name, moment(b.Modified), moment(now.Modified))
	}
	return nil
}

func moment(ns int64) string { return time.Unix(0, ns).UTC().Format(time.DateTime) }
