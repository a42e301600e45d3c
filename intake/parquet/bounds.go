package parquet

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/format"
)

// maxPage bounds a page, in bytes when it is unpacked. Writers make pages of
// about a megabyte; parquet-go takes as much memory as a page names, and
// unpacks whatever it holds.
const maxPage = 256 << 20

// checkFooter walks over the description of a table of size bytes.
func checkFooter(r io.ReaderAt, size, length int64) error {
	c := compact{r: bufio.NewReader(io.NewSectionReader(r, size-8-length, length)), left: length}
	if err := c.structure(0); err != nil {
		return fmt.Errorf("%w: its description: %w", ErrBroken, endless(err))
	}
	return nil
}

// endless makes an end that comes too early an error that says so.
func endless(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// A pageHeader is what a page says of itself.
type pageHeader struct {
	kind             format.PageType
	packed, unpacked int64
	values           int64
	levels           int64 // bytes at the beginning that are never packed
	plain            bool  // what follows them is not packed either
}

// set takes a number of the header. The fields are those of PageHeader in
// https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift
func (h *pageHeader) set(path [2]int16, n int64) {
	switch path {
	case [2]int16{1, 0}:
		h.kind = format.PageType(n)
	case [2]int16{2, 0}:
		h.unpacked = n
	case [2]int16{3, 0}:
		h.packed = n
	case [2]int16{5, 1}, [2]int16{7, 1}, [2]int16{8, 1}:
		h.values = n
	case [2]int16{8, 5}, [2]int16{8, 6}:
		h.levels += n
	case [2]int16{8, 7}:
		h.plain = n == 0
	}
}

// checkPages looks at the pages of a column of a row group, before parquet-go
// reads them: none may be longer than max bytes, unpacked, or have more values
// of width bytes than go into that. The pages are unpacked for that, a little
// at a time. size is that of the table.
func checkPages(r io.ReaderAt, size int64, column *format.ColumnMetaData, width int, max int64) error {
	from := column.DataPageOffset
	if column.DictionaryPageOffset != 0 {
		from = column.DictionaryPageOffset
	}
	length := column.TotalCompressedSize
	if from < 0 || length < 0 || from > size || length > size-from {
		return fmt.Errorf("%w: pages outside the table", ErrBroken)
	}
	in := bufio.NewReaderSize(io.NewSectionReader(r, from, length), 1<<16)
	values := int64(0)
	for left := length; left > 0 && values < column.NumValues; {
		h := pageHeader{}
		c := compact{r: in, left: left, number: h.set}
		if err := c.structure(0); err != nil {
			return fmt.Errorf("%w: a page's header: %w", ErrBroken, endless(err))
		}
		if left = c.left; h.packed > left || h.packed < 0 || h.levels < 0 || h.levels > h.packed {
			return fmt.Errorf("%w: a page of %d bytes where %d are left", ErrBroken, h.packed, left)
		}
		if h.packed > max || h.unpacked < 0 || h.unpacked > max || h.values < 0 || h.values > max/int64(width) {
			return fmt.Errorf("%w: a page of %d values and %d bytes", ErrTooLarge, h.values, h.unpacked)
		}
		page := io.LimitReader(in, h.packed)
		if _, err := io.CopyN(io.Discard, page, h.levels); err != nil {
			return fmt.Errorf("%w: %w", ErrBroken, endless(err))
		}
		if n := h.packed - h.levels; n > 0 && !h.plain {
			// https://github.com/parquet-go/parquet-go/issues/608: of such pages it
			// keeps zeros in place of what it unpacked.
			if column.Codec == format.Lz4Raw && 3*n > h.unpacked-h.levels {
				return fmt.Errorf("%w: LZ4 that packs to more than a third; write the table with zstd or snappy", ErrUnsupported)
			}
			if err := checkPacked(page, column.Codec, n, max); err != nil {
				return err
			}
		}
		if _, err := io.Copy(io.Discard, page); err != nil {
			return fmt.Errorf("%w: %w", ErrBroken, err)
		}
		left -= h.packed
		if h.kind != format.DictionaryPage {
			values += h.values
		}
	}
	return nil
}

// checkPacked unpacks what is left of a page, n bytes, to see that it is no
// longer than max.
func checkPacked(r io.Reader, codec format.CompressionCodec, n, max int64) error {
	size, err := int64(0), error(nil)
	switch codec {
	case format.Gzip:
		var z *gzip.Reader
		if z, err = gzip.NewReader(r); err == nil {
			size, err = count(z, max)
		}
	case format.Brotli:
		size, err = count(brotli.NewReader(r), max)
	case format.Zstd:
		var z *zstd.Decoder
		if z, err = zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxPage)); err == nil {
			size, err = count(z, max)
			z.Close()
		}
	case format.Snappy, format.Lz4Raw: // one block, which says or shows its length
		packed := make([]byte, n)
		if _, err = io.ReadFull(r, packed); err != nil {
			break
		}
		if codec == format.Snappy {
			var k int
			k, err = snappy.DecodedLen(packed)
			size = int64(k)
		} else {
			size, err = lz4Len(packed)
		}
	}
	switch { // of other codecs parquet-go knows none
	case err != nil:
		return fmt.Errorf("%w: a page: %w", ErrBroken, endless(err))
	case size > max:
		return fmt.Errorf("%w: a page of more than %d bytes", ErrTooLarge, max)
	}
	return nil
}

// count reads up to max+1 bytes and says how many there are.
func count(r io.Reader, max int64) (int64, error) {
	return io.Copy(io.Discard, io.LimitReader(r, max+1))
}

var errLZ4 = errors.New("a broken LZ4 block")

// lz4Len returns how long a block is when it is unpacked. A broken one is an
// error: parquet-go would try it with ever more memory. The format is that of
// https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
func lz4Len(b []byte) (int64, error) {
	out := 0
	length := func(n int) (int, error) { // goes on in bytes of 255
		if n < 15 {
			return n, nil
		}
		for len(b) > 0 {
			more := b[0]
			b = b[1:]
			if n += int(more); more < 255 {
				return n, nil
			}
		}
		return 0, errLZ4
	}
	for {
		if len(b) == 0 {
			return 0, errLZ4
		}
		token := b[0]
		b = b[1:]
		literals, err := length(int(token >> 4))
		if err != nil || literals > len(b) {
			return 0, errLZ4
		}
		if b, out = b[literals:], out+literals; len(b) == 0 {
			return int64(out), nil // the last sequence has literals only
		}
		if len(b) < 2 {
			return 0, errLZ4
		}
		back := int(b[0]) | int(b[1])<<8
		b = b[2:]
		match, err := length(int(token & 15))
		if err != nil || back == 0 || back > out {
			return 0, errLZ4
		}
		out += match + 4
	}
}
