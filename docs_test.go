package readout_test

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"readout/record"
	"readout/store"
)

func page(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestDependenciesHaveReasons: each direct dependency of go.mod has its line.
func TestDependenciesHaveReasons(t *testing.T) {
	doc := page(t, "docs/DEPENDENCIES.md")
	direct, _, _ := strings.Cut(page(t, "go.mod"), "// indirect")
	modules := regexp.MustCompile(`(?m)^\t(\S+) v`).FindAllStringSubmatch(direct, -1)
	if len(modules) == 0 {
		t.Fatal("no modules seen in go.mod")
	}
	for _, m := range modules[:len(modules)-1] { // the last is the first indirect one
		if !strings.Contains(doc, "| "+m[1]+" |") {
			t.Errorf("docs/DEPENDENCIES.md gives no reason for %s", m[1])
		}
	}
}

// TestRecordIsDocumented: docs/RECORD.md names every field of the record.
func TestRecordIsDocumented(t *testing.T) {
	doc := page(t, "docs/RECORD.md")
	var walk func(typ reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		for i := range typ.NumField() {
			f := typ.Field(i)
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && !strings.Contains(doc, "`"+name+"`") && !strings.Contains(doc, "`"+name+"[]`") {
				t.Errorf("docs/RECORD.md does not tell of %s.%s", typ.Name(), name)
			}
			walk(f.Type)
		}
	}
	walk(reflect.TypeFor[record.Record]())
}

// TestFilterIsDocumented: docs/STORE.md names every part of a filter.
func TestFilterIsDocumented(t *testing.T) {
	doc := page(t, "docs/STORE.md")
	for _, name := range store.FilterNames() {
		if !strings.Contains(doc, "`"+name+"`") {
			t.Errorf("docs/STORE.md does not tell of %s", name)
		}
	}
}

// TestLinks: what the documents link to is there.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#]+)\)`)
	docs, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(docs, "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md") {
		for _, m := range link.FindAllStringSubmatch(page(t, name), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
