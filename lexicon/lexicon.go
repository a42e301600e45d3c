// Package lexicon holds Readout's knowledge as plain text: countries, offices,
// roles, places, cues and event patterns. The files are embedded in the
// program; a user's folder can replace or add to them.
//
// A file is named KIND.txt or KIND.ANYTHING.txt. All files of a kind are read,
// in order of name. Lines are UTF-8; "#" at the start of a line, or after a
// blank, opens a comment. The comment at the head of each file must name
// "origin:" and "licence:". A user's folder may hold dictionaries of PETRARCH
// as well (see dictionary.go).
package lexicon

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

//go:embed data
var embedded embed.FS

// A Set is all knowledge files in force. It is read-only once opened and safe
// for concurrent use. What its methods return may be shared by several callers
// and is read-only as well.
type Set struct {
	files []File
	hash  string
	added added // by dictionaries

	patterns    memo[Patterns]
	bodies      memo[[]Body]
	classes     memo[[]Class]
	countries   memo[[]Country]
	designators memo[[]Designator]
	given       memo[[]Given]
	honorifics  memo[[]Honorific]
	names       memo[[]NameList]
	offices     memo[[]Office]
	places      memo[gazetteer]
	people      memo[[]Person]
	roles       memo[[]Role]
	titles      memo[[]Title]
}

// A File is one knowledge file, comments and blank lines left out.
type File struct {
	Name    string // "actors.bodies.txt"
	Kind    string // "actors"
	Origin  string // from the head comment
	Licence string
	User    bool // from the user's folder, not embedded
	Lines   []Line
}

// A Line is one line of knowledge with its place, for messages.
type Line struct {
	File string
	No   int // from 1
	Text string
}

// An Error is a fault in a knowledge file.
type Error struct {
	File string
	Line int // from 1, or 0 for the whole file
	Msg  string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.Msg)
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Msg)
}

// Errorf returns an Error at the line.
func (l Line) Errorf(format string, args ...any) error {
	return &Error{l.File, l.No, fmt.Sprintf(format, args...)}
}

// Fields splits the line at "|" and trims each field.
func (l Line) Fields() []string {
	f := strings.Split(l.Text, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	return f
}

// List splits a field at ";" and trims the items; empty items are dropped.
func List(field string) []string {
	var out []string
	for _, s := range strings.Split(field, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Open reads the embedded files and, if dir is not empty, those in dir: a file
// there with an embedded file's name replaces it, any other adds to its kind.
// All faults found are returned together.
func Open(dir string) (*Set, error) {
	sub, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, fmt.Errorf("embedded lexicon: %w", err)
	}
	files := map[string]File{}
	kinds := map[string]bool{}
	var faults []error
	load := func(fsys fs.FS, user bool) {
		names, err := fs.Glob(fsys, "*.txt")
		if err != nil {
			faults = append(faults, err)
		}
		for _, name := range names {
			b, err := fs.ReadFile(fsys, name)
			if err != nil {
				faults = append(faults, err)
				continue
			}
			if kind := dictionaryKind(name); user && kind != "" && !kinds[kindOf(name)] {
				f := readDictionary(name, kind, string(b))
				f.User = true
				files[name] = f
				continue
			}
			f, err := readFile(name, string(b))
			if err != nil {
				faults = append(faults, err)
			}
			if f.User = user; !user {
				kinds[f.Kind] = true
			} else if !kinds[f.Kind] {
				faults = append(faults, &Error{name, 0, fmt.Sprintf("%q is no kind of knowledge: a name begins with one of %s, or is that of a PETRARCH dictionary (NAME.actors.txt, NAME.agents.txt)",
					f.Kind, strings.Join(slices.Sorted(maps.Keys(kinds)), ", "))})
			}
			files[name] = f
		}
	}
	load(sub, false)
	if dir != "" {
		if _, err := os.Stat(dir); err != nil {
			return nil, fmt.Errorf("lexicon folder: %w", err)
		}
		load(os.DirFS(dir), true)
	}
	s := &Set{}
	names := make([]string, 0, len(files))
	for n := range files {
		names = append(names, n)
	}
	sort.Strings(names)
	h := sha256.New()
	for _, n := range names {
		f := files[n]
		s.files = append(s.files, f)
		fmt.Fprintf(h, "%s\n", n)
		for _, l := range f.Lines {
			fmt.Fprintf(h, "%d %s\n", l.No, l.Text)
		}
	}
	s.hash = "sha256:" + hex.EncodeToString(h.Sum(nil))
	if len(faults) == 0 {
		s.readDictionaries()
	}
	return s, errors.Join(faults...)
}

// Hash identifies the knowledge in force: "sha256:" and hexadecimal digits.
func (s *Set) Hash() string { return s.hash }

// Files returns the files of a kind in order of name, or all for kind "".
func (s *Set) Files(kind string) []File {
	var out []File
	for _, f := range s.files {
		if kind == "" || f.Kind == kind {
			out = append(out, f)
		}
	}
	return out
}

// Lines returns the lines of all files of a kind, in order of file name.
func (s *Set) Lines(kind string) []Line {
	var out []Line
	for _, f := range s.files {
		if f.Kind == kind {
			out = append(out, f.Lines...)
		}
	}
	return out
}

// kindOf is what a file's name begins with.
func kindOf(name string) string {
	kind, _, _ := strings.Cut(name, ".")
	return kind
}

func readFile(name, text string) (File, error) {
	f := File{Name: name, Kind: kindOf(name)}
	if !utf8.ValidString(text) {
		return f, &Error{name, 0, "not valid UTF-8"}
	}
	head := true
	for i, t := range strings.Split(text, "\n") {
		t = strings.TrimRight(t, " \t\r")
		if c, ok := strings.CutPrefix(t, "#"); ok {
			if k, v, ok := strings.Cut(c, ":"); ok && head {
				switch strings.ToLower(strings.TrimSpace(k)) {
				case "origin":
					f.Origin = strings.TrimSpace(v)
				case "licence":
					f.Licence = strings.TrimSpace(v)
				}
			}
			continue
		}
		for _, mark := range []string{" #", "\t#"} {
			if j := strings.Index(t, mark); j >= 0 {
				t = strings.TrimRight(t[:j], " \t")
			}
		}
		if strings.TrimSpace(t) == "" {
			continue
		}
		head = false
		f.Lines = append(f.Lines, Line{name, i + 1, t})
	}
	if f.Origin == "" || f.Licence == "" {
		return f, &Error{name, 0, `the comment at the head must name "origin:" and "licence:"`}
	}
	return f, nil
}
