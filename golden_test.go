package readout_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/intake"
	"readout/internal/mark"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden holds what is read in the shipped reports, as a person sees it,
// to what was read before. A change shows in the diff and is reviewed there:
// go test -run Golden -update .
func TestGolden(t *testing.T) {
	reports, err := filepath.Glob("examples/*.txt")
	if err != nil || len(reports) == 0 {
		t.Fatalf("no reports in examples: %v", err)
	}
	pages, err := filepath.Glob("examples/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages in examples: %v", err)
	}
	for _, name := range append(reports, pages...) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			var got bytes.Buffer
			if err := mark.Report(&got, readFile(t, name, intake.Options{})); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", "golden", strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))+".golden")
			if *update {
				if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got.String()); d != "" {
				t.Errorf("-golden +got\n%s", d)
			}
		})
	}
}
