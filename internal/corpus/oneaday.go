package corpus

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"readout/record/table"
	"readout/relation"
)

// Scratch files of merging, in the folder of the journal.
const (
	reportsName  = "reports"
	verdictsName = "verdicts"
)

// merge finds out which events of the corpus are one happening.
func (f *finishing) merge(ctx context.Context) (err error) {
	reports, err := f.disk.create(filepath.Join(f.dir, reportsName))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, reports.Close()) }()
	buf := bufio.NewWriterSize(reports, 64<<10)
	n := 0
	var line []byte
	err = f.each(ctx, func(u unpacked) error {
		if u.coded == nil {
			return nil
		}
		for i := range u.coded.events {
			r := relation.NewReport(&u.coded.events[i], u.coded.number)
			line = r.Append(line[:0])
			if _, err := buf.Write(line); err != nil {
				return err
			}
			n++
		}
		return nil
	})
	if err == nil {
		err = buf.Flush()
	}
	if err != nil {
		return fmt.Errorf("merging happenings: %w", err)
	}
	out, err := f.disk.create(filepath.Join(f.dir, verdictsName))
	if err != nil {
		return err
	}
	if err := relation.Merge(reports, n, out); err != nil {
		out.Close()
		return fmt.Errorf("merging happenings: %w", err)
	}
	f.verdicts = &verdicts{f: out, in: bufio.NewReaderSize(io.NewSectionReader(out, 0, int64(n)*relation.VerdictSize), 64<<10)}
	return nil
}

// verdicts are read in the order of the events.
type verdicts struct {
	f  file
	in *bufio.Reader
}

// apply leaves out the rows that others stand for, and gives those the counts.
func (v *verdicts) apply(c *coded) error {
	var b [relation.VerdictSize]byte
	kept := make([]table.Event, 0, len(c.events))
	for i := range c.events {
		if _, err := io.ReadFull(v.in, b[:]); err != nil {
			return fmt.Errorf("merging happenings: %w", err)
		}
		var x relation.Verdict
		x.Decode(b[:])
		if x.Reports == 0 {
			continue
		}
		c.events[i].Reports, c.events[i].Publishers = int32(x.Reports), int32(x.Publishers)
		kept = append(kept, c.events[i])
	}
	c.events = kept
	return nil
}
