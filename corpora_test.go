package readout_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"testing"

	"readout/intake"
)

// TestLawOnCorpora reads real reports: each record keeps the law, and a second
// reading gives the same bytes.
func TestLawOnCorpora(t *testing.T) {
	r := mustReader(t)
	for _, c := range []struct {
		file  string
		every int // of so many articles one is read
	}{
		{"corpora/whitehouse-2021-2025.jsonl.gz", 40},
		{"corpora/current-events-2025.jsonl.gz", 20},
		{"articles/guardian-sample.jsonl.gz", 5},
		{"attribution/gum-speakers.jsonl", 2},
		{"gold-records/articles.jsonl", 1},
	} {
		t.Run(filepath.Base(c.file), func(t *testing.T) {
			if testing.Short() {
				c.every *= 10
			}
			in, err := intake.Open(context.Background(), dataFile(t, c.file), intake.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			n := 0
			for i := 0; ; i++ {
				a, err := in.Next()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				if i%c.every != 0 {
					continue
				}
				n++
				var out [2]bytes.Buffer
				for k := range out {
					rec, err := r.Read(context.Background(), a)
					if err != nil {
						t.Fatal(err)
					}
					if err := rec.Check(); err != nil {
						t.Errorf("%s: %v", a.ID, err)
					}
					if err := rec.AppendJSON(&out[k]); err != nil {
						t.Fatal(err)
					}
				}
				if !bytes.Equal(out[0].Bytes(), out[1].Bytes()) {
					t.Errorf("%s: two readings differ", a.ID)
				}
			}
			if n == 0 {
				t.Error("no article was read")
			}
		})
	}
}
