package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestStop: a run that is stopped goes on where it was.
func TestStop(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.jsonl")
	writeCorpus(t, in, 60)
	want := unbroken(t, in)
	dir := t.TempDir()
	o := options(t, dir, in)
	for stop := 10; ; stop += 15 {
		ctx, cancel := context.WithCancel(context.Background())
		o.Watch = func(p Progress) {
			if p.Articles >= stop {
				cancel()
			}
		}
		s, err := Run(ctx, o)
		cancel()
		if err == nil {
			if s.Resumed == 0 {
				t.Error("nothing was taken over")
			}
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
	}
	compare(t, "after stops", want, contents(t, dir))
	o.Watch, o.Inputs = nil, []string{in, in}
	if _, err := Run(context.Background(), o); err == nil {
		t.Error("the outputs of another corpus were replaced")
	}
}

// errFull stands for a full disk, or a power cut: nothing works any more.
var errFull = errors.New("no space left on device")

// frail is a disk that fails at its nth operation. A write that fails is done
// in part, and what was not forced to the disk may be lost.
type frail struct {
	left  int
	rand  *rand.Rand
	files []*frailFile
}

type frailFile struct {
	*os.File
	d     *frail
	sound int64 // bytes that were forced to the disk
}

func (d *frail) fails() bool { d.left--; return d.left < 0 }

func (d *frail) open(name string, flag int, perm fs.FileMode) (file, error) {
	if d.fails() {
		return nil, errFull
	}
	f, err := os.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	x := &frailFile{f, d, info.Size()}
	d.files = append(d.files, x)
	return x, nil
}

func (f *frailFile) Write(b []byte) (int, error) {
	if f.d.fails() {
		n, _ := f.File.Write(b[:len(b)/2])
		return n, errFull
	}
	return f.File.Write(b)
}

func (f *frailFile) Sync() error {
	if f.d.fails() {
		return errFull
	}
	info, err := f.Stat()
	if err == nil {
		f.sound = info.Size()
	}
	return err
}

func (f *frailFile) Truncate(size int64) error {
	if f.d.fails() {
		return errFull
	}
	f.sound = min(f.sound, size)
	return f.File.Truncate(size)
}

// crash loses some of what was not forced to the disk.
func (d *frail) crash(t *testing.T) {
	for _, f := range d.files {
		info, err := os.Stat(f.Name())
		if err != nil || info.Size() <= f.sound {
			continue
		}
		if err := os.Truncate(f.Name(), f.sound+d.rand.Int64N(info.Size()-f.sound+1)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestFull: wherever the disk fills up or the power goes, the fault names the
// place, and a later run goes on to the same bytes.
func TestFull(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.jsonl")
	writeCorpus(t, in, 24)
	want := unbroken(t, in)
	r := rand.New(rand.NewPCG(6, 1))
	dir := t.TempDir()
	kept, finished, ops := false, 0, 0
	for at := 0; finished < 9; at += 1 + r.IntN(9) {
		d := &frail{left: at, rand: r}
		o := options(t, dir, in)
		o.disk.openFile = d.open
		_, err := Run(context.Background(), o)
		if err == nil {
			compare(t, fmt.Sprint("full at ", at), want, contents(t, dir))
			if finished++; finished < 9 {
				at = r.IntN(40)
				dir = t.TempDir()
			}
			continue
		}
		if !errors.Is(err, errFull) {
			t.Fatalf("full at %d: %v", at, err)
		}
		kept = kept || strings.Contains(err.Error(), "are kept: the same command goes on")
		ops++
		d.crash(t)
	}
	t.Logf("%d failures", ops)
	if !kept {
		t.Error("no message told that work is kept")
	}
}
