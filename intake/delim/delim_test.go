package delim

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// readAll returns each record as "line@offset: a|b", or its fault.
func readAll(t testing.TB, in string, comma byte, max int64) []string {
	t.Helper()
	r := NewReader(bufio.NewReaderSize(strings.NewReader(in), 16), comma, max, 1, 0)
	var out []string
	for range len(in) + 2 {
		fields, err := r.Next()
		line, offset := r.At()
		switch {
		case err == io.EOF:
			return out
		case err != nil:
			out = append(out, fmt.Sprintf("%d@%d: %v", line, offset, err))
		default:
			out = append(out, fmt.Sprintf("%d@%d: %s", line, offset, strings.Join(fields, "|")))
		}
	}
	t.Fatalf("no end to %q", in)
	return nil
}

func TestRecords(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"plain", "a,b\nc,d\n", []string{"1@0: a|b", "2@4: c|d"}},
		{"no line end, CRLF, blank lines", "a,b\r\n\r\n\nc,d", []string{"1@0: a|b", "4@8: c|d"}},
		{"empty fields", ",\n\"\",\n", []string{"1@0: |", "2@2: |"}},
		{"quoted", "\"a, b\",\"say \"\"no\"\"\"\r\nc,d\n", []string{"1@0: a, b|say \"no\"", "2@21: c|d"}},
		{"line ends inside", "\"a\n\nb\",c\nd,e\n", []string{"1@0: a\n\nb|c", "4@9: d|e"}},
		{"mark inside a plain field", "5\" gun,b\n", []string{"1@0: 5\" gun|b"}},
		{"mark not doubled", "\"say \"no\"\",b\nc,d\n", []string{"1@0: " + ErrQuote.Error(), "2@13: c|d"}},
		{"never closed", "a,\"b\nc,d\ne,f\n", []string{"1@0: " + ErrOpen.Error(), "2@5: c|d", "3@9: e|f"}},
		{"never closed, last line", "a,\"b", []string{"1@0: " + ErrOpen.Error()}},
		{"NUL", "a\x00,b\n", []string{"1@0: a\x00|b"}},
		{"empty", "", nil},
	} {
		if d := cmp.Diff(c.want, readAll(t, c.in, ',', 1000)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestTooLong(t *testing.T) {
	long := strings.Repeat("x", 100)
	tooBig := ErrTooBig.Error() + ": more than 50 bytes"
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"a,b\n" + long + "\nc,d\n", []string{"1@0: a|b", "2@4: " + tooBig, "3@105: c|d"}},
		{"a,b\n" + long, []string{"1@0: a|b", "2@4: " + tooBig}},
		{"\"a\n" + strings.Repeat("bb,cc\n", 20), append([]string{"1@0: " + tooBig}, shifted(20)...)},
	} {
		if d := cmp.Diff(c.want, readAll(t, c.in, ',', 50)); d != "" {
			t.Error(d)
		}
	}
}

func shifted(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("%d@%d: bb|cc", i+2, 3+6*i))
	}
	return out
}

// TestReject gives up a record for what it holds: its second line is read anew.
func TestReject(t *testing.T) {
	r := NewReader(bufio.NewReader(strings.NewReader("\"a\nb\"\nc\n")), ',', 100, 1, 0)
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	r.Reject()
	if fields, err := r.Next(); err != nil || fields[0] != `b"` {
		t.Fatal(fields, err)
	}
	if line, offset := r.At(); line != 2 || offset != 3 {
		t.Error(line, offset)
	}
}

// TestAgainstStandard: what encoding/csv writes is read as it was.
func TestAgainstStandard(t *testing.T) {
	field := rapid.StringOfN(rapid.RuneFrom([]rune("ab,\"\n é;")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(field, 2, 4), 1, 20).Draw(t, "rows")
		var in strings.Builder
		w := csv.NewWriter(&in)
		w.UseCRLF = rapid.Bool().Draw(t, "crlf")
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		r := NewReader(bufio.NewReaderSize(strings.NewReader(in.String()), 16), ',', 10_000, 1, 0)
		for i, row := range rows {
			got, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			for k := range row {
				want := row[k]
				if w.UseCRLF {
					want = strings.ReplaceAll(want, "\n", "\r\n")
				}
				if got[k] != want {
					t.Fatalf("row %d: %q, want %q", i, got, row)
				}
			}
		}
		if _, err := r.Next(); err != io.EOF {
			t.Fatal(err)
		}
	})
}

// FuzzRecords: no panic, no endless reading, and every byte of the input lies
// in exactly one record, fault or blank line.
func FuzzRecords(f *testing.F) {
	for _, s := range []string{"a,b\n", "\"a\nb\",c", "\"\"\"", "\"a\"b\n\"", "\r\r\n,", "\"\r\n", "x\"\n\"y"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		r := NewReader(bufio.NewReaderSize(strings.NewReader(string(in)), 16), ',', 64, 1, 0)
		last := int64(-1)
		for n := 0; ; n++ {
			_, err := r.Next()
			line, offset := r.At()
			if err == io.EOF {
				return
			}
			if err != nil && !errors.Is(err, ErrQuote) && !errors.Is(err, ErrOpen) && !errors.Is(err, ErrTooBig) {
				t.Fatal(err)
			}
			if offset <= last || offset >= int64(len(in)) {
				t.Fatalf("record at byte %d after one at %d of %q", offset, last, in)
			}
			if offset > 0 && in[offset-1] != '\n' {
				t.Fatalf("record at byte %d of %q begins no line", offset, in)
			}
			if want := 1 + strings.Count(string(in[:offset]), "\n"); line != want {
				t.Fatalf("line %d of byte %d in %q, want %d", line, offset, in, want)
			}
			last = offset
		}
	})
}
