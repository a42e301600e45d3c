package readout_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// order lists the rooms of the house. Data goes down this list, and a room
// may import only rooms that stand above it. A folder inside a room belongs to
// the room.
var order = []string{
	"article", "lexicon", "syntax", "parse", "timex", "actor", "place", "event", "statement", "record",
	"relation", "intake", "store", "score", "readout", "internal/parallel", "internal/mark", "internal/corpus", "internal/review", "internal/chart", "internal/atom", "internal/tell", "internal/desk",
	"internal/alert", "internal/web/access", "internal/web/problem", "internal/web/api", "internal/web/page", "internal/web", "internal/deskbench", "internal/cli", "cmd/readout", "cmd/train",
}

// only names the rooms that may import less than their place in the order
// allows: intake makes articles and knows nothing of what is read in them.
var only = map[string][]string{
	"intake":      {"article"},
	"timex":       {"article", "lexicon", "syntax"},
	"actor":       {"article", "lexicon", "syntax", "timex"},
	"place":       {"article", "lexicon", "syntax", "actor"},
	"event":       {"article", "lexicon", "syntax", "timex", "actor", "place"},
	"statement":   {"article", "lexicon", "syntax", "timex", "actor", "place", "event"},
	"record":      {"article", "syntax", "timex", "actor", "place", "event", "statement"},
	"relation":    {"record"},
	"store":       {"event", "record", "relation"},
	"cmd/readout": {"internal/cli"},
}

// room returns the room that a path inside the module belongs to, or "".
func room(path string) string {
	path = strings.TrimPrefix(path, "readout/")
	if path == "readout" || path == "." {
		return "readout"
	}
	for _, r := range order {
		if path == r || strings.HasPrefix(path, r+"/") {
			return r
		}
	}
	return ""
}

func TestImportOrder(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != "." || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		files++
		from := room(filepath.ToSlash(filepath.Dir(path)))
		if from == "" {
			t.Errorf("%s: this folder is no room of the house; add it to the order", path)
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, im := range f.Imports {
			name, err := strconv.Unquote(im.Path.Value)
			if err != nil {
				return err
			}
			if name != "readout" && !strings.HasPrefix(name, "readout/") {
				continue
			}
			to := room(name)
			allowed := only[from]
			switch {
			case to == from:
			case slices.Index(order, to) >= slices.Index(order, from):
				t.Errorf("%s: %s may not import %s: it stands below it", path, from, name)
			case allowed != nil && !slices.Contains(allowed, to):
				t.Errorf("%s: %s may import only %v, not %s", path, from, allowed, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Fatalf("only %d files seen: the walk is broken", files)
	}
}
