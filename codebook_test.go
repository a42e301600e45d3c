package readout_test

import (
	"bytes"
	"os"
	"testing"

	"readout/record/codebook"
)

// TestCodebook: docs/CODEBOOK.md is what the code says.
func TestCodebook(t *testing.T) {
	var want bytes.Buffer
	if err := codebook.Write(&want); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("docs/CODEBOOK.md", want.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got := page(t, "docs/CODEBOOK.md"); got != want.String() {
		t.Error("docs/CODEBOOK.md is out of date: go test -run Codebook -update .")
	}
}
