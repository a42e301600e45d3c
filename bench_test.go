package readout_test

import (
	"bytes"
	"context"
	"testing"

	"readout"
	"readout/article"
	"readout/intake"
)

// sample is the first shipped report, read once.
func sample(b *testing.B) *article.Article {
	b.Helper()
	in, err := intake.Open(context.Background(), "examples/singapore-summit.txt", intake.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	a, err := in.Next()
	if err != nil {
		b.Fatal(err)
	}
	return a
}

// BenchmarkRead reads one report from article to record.
func BenchmarkRead(b *testing.B) {
	r, a := mustReader(b), sample(b)
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Read(context.Background(), a); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWrite writes one record as a line of JSON.
func BenchmarkWrite(b *testing.B) {
	rec, err := mustReader(b).Read(context.Background(), sample(b))
	if err != nil {
		b.Fatal(err)
	}
	var buf bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		buf.Reset()
		if err := rec.AppendJSON(&buf); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(buf.Len()))
	}
}

// BenchmarkStart makes a reader: what every run of the program pays first.
func BenchmarkStart(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readout.NewReader(readout.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
