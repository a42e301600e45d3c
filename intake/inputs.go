package intake

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// inputs yields what names stand for, one by one, in an order that depends on
// the names and the folders only. What cannot be opened is an input with an
// error.
func inputs(names []string, opts Options) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, name := range names {
			more := true
			if list, ok := strings.CutPrefix(name, "@"); ok && list != "" {
				more = fromList(list, opts, yield)
			} else {
				more = expand(name, true, yield)
			}
			if !more {
				return
			}
		}
	}
}

// maxName bounds the length of a line in a list of names.
const maxName = 64 << 10

// fromList yields what the names in a list stand for. It returns false when
// yield did.
func fromList(list string, opts Options, yield func(input) bool) bool {
	fault := func(err error) bool { return yield(input{name: "@" + list, err: fmt.Errorf("@%s: %w", list, err)}) }
	in := opts.Stdin
	if list != "-" {
		f, err := os.Open(list)
		var path *fs.PathError
		if errors.As(err, &path) {
			err = path.Err
		}
		if err != nil {
			return fault(err)
		}
		defer f.Close()
		in = f
	} else if in == nil {
		return fault(errNoStdin)
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxName)
	for n := 1; lines.Scan(); n++ {
		name := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		switch {
		case name == "" || name[0] == '#':
			continue
		case name == "-" || name[0] == '@':
			if !yield(input{name: name, err: fmt.Errorf("@%s:%d: %q cannot stand in a list", list, n, name)}) {
				return false
			}
		case !expand(name, false, yield):
			return false
		}
	}
	if err := lines.Err(); err != nil {
		return fault(err)
	}
	return true
}

var errNoStdin = errors.New("no standard input was given")

// expand yields what one name stands for. It returns false when yield did.
func expand(name string, typed bool, yield func(input) bool) bool {
	if name == "-" || isAddress(name) {
		return yield(input{name: name, typed: typed})
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		any := false
		more := walk(name, func(in input) bool { any = true; return yield(in) })
		if more && !any {
			return yield(input{name: name, err: fmt.Errorf("%s: the folder has no files", name)})
		}
		return more
	case err == nil:
		return yield(file(name, info))
	case !errors.Is(err, fs.ErrNotExist) || !strings.ContainsAny(name, "*?["):
		return yield(input{name: name, err: named(err)})
	}
	matches, err := filepath.Glob(name)
	if err == nil && len(matches) == 0 {
		err = errors.New("no file matches")
	}
	if err != nil {
		return yield(input{name: name, err: fmt.Errorf("%s: %w", name, err)})
	}
	for _, m := range matches {
		info, err := os.Stat(m)
		more := true
		switch {
		case err != nil:
			more = yield(input{name: m, err: named(err)})
		case info.IsDir():
			more = walk(m, yield)
		default:
			more = yield(file(m, info))
		}
		if !more {
			return false
		}
	}
	return true
}

// walk yields the files in a folder and those below, by name.
func walk(dir string, yield func(input) bool) bool {
	entries, err := os.ReadDir(dir)
	if err != nil && !yield(input{name: dir, err: named(err)}) {
		return false
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		name := filepath.Join(dir, e.Name())
		if e.IsDir() {
			if !walk(name, yield) {
				return false
			}
			continue
		}
		info, err := os.Stat(name) // of what a link points to
		switch {
		case err != nil:
			if !yield(input{name: name, err: named(err)}) {
				return false
			}
		case info.Mode().IsRegular():
			if !yield(file(name, info)) {
				return false
			}
		}
	}
	return true
}

// named returns a fault of the file system that begins with the file's name, as
// all others do, and not with what was tried.
func named(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return fmt.Errorf("%s: %w", path.Path, path.Err)
	}
	return err
}

// file is the input that a file makes.
func file(name string, info fs.FileInfo) input { return input{name: name, state: StateOf(info)} }

// A countedFile counts the bytes that are read of a file.
type countedFile struct {
	*os.File
	read *int64
}

func (f *countedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	*f.read += int64(n)
	return n, err
}

func (f *countedFile) ReadAt(p []byte, at int64) (int, error) {
	n, err := f.File.ReadAt(p, at)
	*f.read += int64(n)
	return n, err
}

// Seek counts what is passed over as read.
func (f *countedFile) Seek(offset int64, whence int) (int64, error) {
	at, err := f.File.Seek(offset, whence)
	if err == nil && (whence == io.SeekStart || offset != 0) {
		*f.read = at
	}
	return at, err
}
