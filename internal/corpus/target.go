package corpus

import (
	"fmt"
	"path/filepath"
	"strings"
)

// A Target is one file that a run writes.
type Target struct {
	Path string
	Form string // jsonl, csv, tsv, parquet, plover, icews, gdelt or db
	Rows string // events or statements, for csv, tsv and parquet
	Pack string // gz, zst or nothing
}

// Rows of a table.
const (
	Events     = "events"
	Statements = "statements"
)

// endings tells the form of a file from the end of its name, the longer first.
var endings = []struct{ end, form string }{
	{".plover.jsonl", "plover"}, {".icews.tsv", "icews"}, {".gdelt.tsv", "gdelt"},
	{".jsonl", "jsonl"}, {".ndjson", "jsonl"}, {".csv", "csv"}, {".tsv", "tsv"}, {".parquet", "parquet"},
	{".db", "db"}, {".sqlite", "db"},
}

// ParseTarget tells from the ending of a path what is to be written there.
// For a table, ".statements" or ".events" before the ending says what a row
// is, and otherwise rows does, or else it is an event.
func ParseTarget(path, rows string) (Target, error) {
	t := Target{Path: path}
	name := strings.ToLower(filepath.Base(path))
	for _, pack := range []string{"gz", "zst"} {
		if rest, ok := strings.CutSuffix(name, "."+pack); ok {
			name, t.Pack = rest, pack
		}
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(name, e.end)
		if !ok {
			continue
		}
		t.Form = e.form
		switch t.Form {
		case "csv", "tsv", "parquet":
			switch {
			case rows != "" && rows != Events && rows != Statements:
				return t, fmt.Errorf("rows %q: want %s or %s", rows, Events, Statements)
			case strings.HasSuffix(stem, "."+Statements) || stem == Statements:
				t.Rows = Statements
			case strings.HasSuffix(stem, "."+Events) || stem == Events || rows == "":
				t.Rows = Events
			default:
				t.Rows = rows
			}
		}
		if t.Pack != "" && (t.Form == "parquet" || t.Form == "db") {
			return t, fmt.Errorf("%s: a %s file is not packed once more: leave out .%s", path, t.Form, t.Pack)
		}
		return t, nil
	}
	return t, fmt.Errorf("%s: the ending tells no format; there are .jsonl, .csv, .tsv, .parquet, .plover.jsonl, .icews.tsv, .gdelt.tsv and .db, all but .parquet and .db with .gz or .zst as well", path)
}

// OfEvents reports whether the target has a row an event.
func (t Target) OfEvents() bool {
	switch t.Form {
	case "jsonl", "db":
		return false
	}
	return t.Rows != Statements
}
