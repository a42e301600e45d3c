package corpus

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"readout/store"
)

// A Target is one file that a run writes, or a database of a server.
type Target struct {
	Path string // of a server's database a name, beside which journal and manifest stand
	Form string // jsonl, csv, tsv, parquet, plover, icews, gdelt, db or server
	Rows string // events or statements, for csv, tsv and parquet
	Pack string // gz, zst or nothing
	// Address is that of a server's database.
	Address string
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
	if store.Remote(path) {
		u, err := url.Parse(path)
		if err != nil {
			return Target{}, errors.New("the postgres address cannot be understood")
		}
		name := strings.Trim(u.Path, "/")
		if name == "" || strings.Contains(name, "/") {
			return Target{}, fmt.Errorf("%s: want the name of a database at the end, as in postgres://desk@db/news", u.Redacted())
		}
		return Target{Path: name + ".postgres", Form: "server", Address: path}, nil
	}
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
	return t, fmt.Errorf("%s: the ending tells no format; there are .jsonl, .csv, .tsv, .parquet, .plover.jsonl, .icews.tsv, .gdelt.tsv and .db, all but .parquet and .db with .gz or .zst as well; and postgres:// addresses", path)
}

// OfEvents reports whether the target has a row an event.
func (t Target) OfEvents() bool {
	switch t.Form {
	case "jsonl", "db", "server":
		return false
	}
	return t.Rows != Statements
}
