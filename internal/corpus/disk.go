package corpus

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// A file is what the journal and the outputs need of a file.
type file interface {
	io.ReadWriteSeeker
	io.WriterAt
	io.ReaderAt
	io.Closer
	Sync() error
	Truncate(size int64) error
	Stat() (fs.FileInfo, error)
}

// A disk opens files for writing. Tests put one in that fills up.
type disk struct {
	// openFile is os.OpenFile when nil.
	openFile func(name string, flag int, perm fs.FileMode) (file, error)
}

// open opens a file for reading and writing, and makes it if need be.
func (d disk) open(name string) (file, error) {
	if d.openFile != nil {
		return d.openFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	}
	return os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
}

// create makes a file, empty if it was there.
func (d disk) create(name string) (file, error) {
	f, err := d.open(name)
	if err != nil {
		return nil, err
	}
	if err := f.Truncate(0); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// replace puts a file with these bytes in the place of another, in one step
// that a crash leaves done or not done.
func (d disk) replace(name string, b []byte) error {
	f, err := d.create(name + ".new")
	if err != nil {
		return err
	}
	if _, err := f.Write(b); err != nil {
		f.Close()
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	return move(name+".new", name)
}

// move renames a file on one disk and makes the new name safe.
func move(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(to))
}

// syncFolder forces the names in a folder to the disk, where systems can.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
