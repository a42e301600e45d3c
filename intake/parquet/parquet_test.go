package parquet

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"pgregory.net/rapid"
)

type report struct {
	ID      int64     `parquet:"id"`
	Title   *string   `parquet:"title,optional,dict"`
	Text    string    `parquet:"text,zstd"`
	Day     int32     `parquet:"day,date"`
	At      time.Time `parquet:"at,timestamp(microsecond)"`
	Authors []string  `parquet:"authors,list"`
	Tags    []string  `parquet:"tags"`
	Doc     struct {
		Lang string `parquet:"lang"`
	} `parquet:"doc"`
	Good  bool    `parquet:"good"`
	Score float64 `parquet:"score"`
	Price int64   `parquet:"price,decimal(2:10)"`
}

func reports(n int) []report {
	all := make([]report, n)
	for i := range all {
		r := &all[i]
		r.ID, r.Text, r.Day = int64(i), fmt.Sprintf("Text %d.", i), 18794
		r.At = time.Date(2021, 6, 16, 10, 0, i, 0, time.UTC)
		if i%3 > 0 {
			s := fmt.Sprintf("Title %d", i%7)
			r.Title = &s
		}
		for k := range i % 4 {
			r.Authors = append(r.Authors, fmt.Sprintf("A%d", k))
		}
		r.Tags = append(r.Tags, r.Authors...)
		r.Doc.Lang, r.Good, r.Score, r.Price = "en", i%2 == 0, float64(i)/2, int64(-i)
	}
	return all
}

// table writes reports into a table with groups of the given number of rows.
func table(t testing.TB, all []report, group int) []byte {
	t.Helper()
	var b bytes.Buffer
	w := pq.NewGenericWriter[report](&b, pq.PageBufferSize(256))
	for i := range all {
		if _, err := w.Write(all[i : i+1]); err != nil {
			t.Fatal(err)
		}
		if (i+1)%group == 0 {
			if err := w.Flush(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t testing.TB, b []byte) *File {
	t.Helper()
	f, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// read returns the rows from one on, or the faults in their places.
func read(t testing.TB, f *File, from int64, columns ...int) []string {
	t.Helper()
	r := f.Rows(columns, from, 1<<20)
	defer r.Close()
	var out []string
	for range f.NumRows() + 100 {
		row := r.Row()
		values, err := r.Next()
		switch {
		case err == io.EOF:
			return out
		case err != nil:
			out = append(out, err.Error())
		default:
			out = append(out, fmt.Sprintf("%d %s", row, strings.Join(values, "|")))
		}
	}
	t.Fatal("no end")
	return nil
}

func TestColumns(t *testing.T) {
	f := open(t, table(t, reports(3), 10))
	want := []string{"id", "title", "text", "day", "at", "authors", "tags", "doc.lang", "good", "score", "price"}
	if d := cmp.Diff(want, f.Columns()); d != "" {
		t.Fatal(d)
	}
	if d := cmp.Diff([]string{
		"0 0||Text 0.|2021-06-16|2021-06-16T10:00:00Z|||en|true|0|0.00",
		"1 1|Title 1|Text 1.|2021-06-16|2021-06-16T10:00:01Z|A0|A0|en|false|0.5|-0.01",
		"2 2|Title 2|Text 2.|2021-06-16|2021-06-16T10:00:02Z|A0, A1|A0, A1|en|true|1|-0.02",
	}, read(t, f, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"1 Text 1.|1", "2 Text 2.|2"}, read(t, f, 1, 2, 0)); d != "" {
		t.Error(d)
	}
}

// TestFromAnyRow: the rows from any on are those that are read in one go.
func TestFromAnyRow(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 300).Draw(rt, "rows")
		f := open(t, table(t, reports(n), rapid.IntRange(1, 120).Draw(rt, "group")))
		whole := read(t, f, 0, 5, 2, 1, 6)
		if len(whole) != n || f.NumRows() != int64(n) {
			rt.Fatalf("%d rows of %d", len(whole), n)
		}
		from := rapid.IntRange(0, n).Draw(rt, "from")
		if d := cmp.Diff(append([]string{}, whole[from:]...), append([]string{}, read(t, f, int64(from), 5, 2, 1, 6)...)); d != "" {
			rt.Fatalf("from %d: %s", from, d)
		}
	})
}

// TestDamage: a table with a broken row group gives the rows of the others.
func TestDamage(t *testing.T) {
	b := table(t, reports(30), 10)
	f := open(t, b)
	offset := f.file.Metadata().RowGroups[1].Columns[2].MetaData.DataPageOffset
	for i := range 40 {
		b[int(offset)+i] = 0xff
	}
	got := read(t, open(t, b), 0, 2)
	faults := 0
	for _, s := range got {
		if strings.HasPrefix(s, "rows ") {
			faults++
		}
	}
	if faults != 1 || len(got) < 21 || got[len(got)-1] != "29 Text 29." {
		t.Errorf("%q", got)
	}
}

func TestNoTable(t *testing.T) {
	good := table(t, reports(5), 10)
	huge := bytes.Clone(good)
	binary.LittleEndian.PutUint32(huge[len(huge)-8:], 1<<31)
	for name, c := range map[string]struct {
		in   []byte
		want error
	}{
		"empty": {nil, ErrTruncated}, "short": {[]byte("PAR1"), ErrTruncated}, "cut off": {good[:len(good)-9], ErrTruncated},
		"other": {bytes.Repeat([]byte("x"), 100), ErrBroken}, "encrypted": {append(bytes.Clone(good[:len(good)-4]), "PARE"...), ErrBroken},
		"footer too long": {huge, ErrBroken},
	} {
		if _, err := Open(bytes.NewReader(c.in), int64(len(c.in))); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestTooLarge(t *testing.T) {
	all := reports(3)
	all[1].Text = strings.Repeat("long ", 1000)
	f := open(t, table(t, all, 10))
	r := f.Rows([]int{2}, 0, 1000)
	defer r.Close()
	for i, want := range []error{nil, ErrTooLarge, nil, io.EOF} {
		if _, err := r.Next(); !errors.Is(err, want) {
			t.Errorf("row %d: %v", i, err)
		}
	}
}

// TestLargePages: a page is found too large however it is packed, and what is
// not too large passes.
func TestLargePages(t *testing.T) {
	type row struct {
		Text string `parquet:"text"`
	}
	for _, codec := range []compress.Codec{&pq.Uncompressed, &pq.Snappy, &pq.Gzip, &pq.Brotli, &pq.Zstd, &pq.Lz4Raw} {
		for version := 1; version <= 2; version++ {
			var b bytes.Buffer
			w := pq.NewGenericWriter[row](&b, pq.Compression(codec), pq.DataPageVersion(version))
			if _, err := w.Write([]row{{strings.Repeat("All is well. ", 10_000)}, {"No."}}); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			f := open(t, b.Bytes())
			column := f.file.Metadata().RowGroups[0].Columns[0].MetaData
			for _, c := range []struct {
				max  int64
				want error
			}{{1 << 20, nil}, {100_000, ErrTooLarge}} {
				if err := checkPages(f.in, f.size, &column, 8, c.max); !errors.Is(err, c.want) {
					t.Errorf("%s, version %d, at most %d: %v", codec, version, c.max, err)
				}
			}
			// What a page says of its length does not count.
			packed := b.Bytes()[column.DataPageOffset:]
			h := pageHeader{}
			c := compact{r: bufio.NewReader(bytes.NewReader(packed)), left: int64(len(packed)), number: h.set}
			if err := c.structure(0); err != nil {
				t.Fatal(err)
			}
			if codec != &pq.Uncompressed {
				page := packed[int64(len(packed))-c.left:][:h.packed][h.levels:]
				if err := checkPacked(bytes.NewReader(page), codec.CompressionCodec(), int64(len(page)), 100_000); !errors.Is(err, ErrTooLarge) {
					t.Errorf("%s, version %d: %v", codec, version, err)
				}
			}
			if got := read(t, f, 1, 0); len(got) != 1 || got[0] != "1 No." {
				t.Errorf("%s: %q", codec, got)
			}
		}
	}
}

// TestUnsupportedLZ4: what parquet-go would read as zeros is an error. When it
// reads it, the check can go.
func TestUnsupportedLZ4(t *testing.T) {
	type row struct {
		Text string `parquet:"text"`
	}
	var all []row
	for i := range 3000 {
		all = append(all, row{fmt.Sprintf("x%d", i*7919)})
	}
	var b bytes.Buffer
	w := pq.NewGenericWriter[row](&b, pq.Compression(&pq.Lz4Raw))
	if _, err := w.Write(all); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r := open(t, b.Bytes()).Rows([]int{0}, 0, 1000)
	defer r.Close()
	if _, err := r.Next(); !errors.Is(err, ErrUnsupported) {
		t.Error(err)
	}
}

// TestLZ4Length: a broken block is an error and no loop.
func TestLZ4Length(t *testing.T) {
	for in, want := range map[string]int64{"\x30abc": 3, "\x10a\x01\x00\x00": 5, "\x1fa\x01\x00\xff\x01\x00": 276} {
		if got, err := lz4Len([]byte(in)); got != want || err != nil {
			t.Errorf("%q: %d, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "\x30ab", "\x10a\x02\x00\x00", "\x10a\x00\x00\x00", "\xf0", "\xf0\xff", "\x10a\x01"} {
		if n, err := lz4Len([]byte(in)); err == nil {
			t.Errorf("%q: %d", in, n)
		}
	}
}

// TestListBomb: a description whose list says that it is longer than the table.
func TestListBomb(t *testing.T) {
	footer := []byte("\x15\x04\x19\xfc\xff\xff\xff\xff\x07\x1c\x00\x00")
	in := append([]byte(Magic), footer...)
	in = append(binary.LittleEndian.AppendUint32(in, uint32(len(footer))), Magic...)
	if _, err := Open(bytes.NewReader(in), int64(len(in))); !errors.Is(err, ErrBroken) {
		t.Error(err)
	}
}

// FuzzFooter: whatever description a table has, it is an error or rows.
func FuzzFooter(f *testing.F) {
	good := table(f, reports(20), 7)
	n := int(binary.LittleEndian.Uint32(good[len(good)-8:]))
	body := good[:len(good)-8-n]
	f.Add(good[len(good)-8-n:len(good)-8], 0, byte(0))
	f.Add(good[len(good)-8-n:len(good)-8], 60, byte(0xff))
	f.Fuzz(func(t *testing.T, footer []byte, at int, with byte) {
		in := bytes.Clone(body)
		if at >= 0 && at < len(in) && at > 4 {
			in[at] ^= with
		}
		in = binary.LittleEndian.AppendUint32(append(in, footer...), uint32(len(footer)))
		in = append(in, Magic...)
		file, err := Open(bytes.NewReader(in), int64(len(in)))
		if err != nil {
			return
		}
		if file.NumRows() > 10_000 || len(file.leaves) == 0 {
			return
		}
		r := file.Rows([]int{0, len(file.leaves) - 1}, 0, 1<<16)
		defer r.Close()
		for range 20_000 {
			if _, err := r.Next(); err == io.EOF {
				return
			}
		}
		t.Error("no end")
	})
}
