package intake

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// maxLayers bounds how often compressed input may be compressed again.
const maxLayers = 3

// unpack replaces r.in by its decompressed bytes as long as it begins like
// gzip or zstd. Several gzip members, or zstd frames, make one stream.
func (r *Reader) unpack() error {
	for range maxLayers {
		head, err := r.in.Peek(4)
		if err != nil && err != io.EOF {
			return err
		}
		switch {
		case isGzip(head):
			z, err := gzip.NewReader(r.in)
			if err != nil {
				return fmt.Errorf("gzip: %w", err)
			}
			r.closers, r.stored = append(r.closers, z), nil
			r.in = bufio.NewReaderSize(z, bufferSize)
		case isZstd(head):
			z, err := zstd.NewReader(r.in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20))
			if err != nil {
				return fmt.Errorf("zstd: %w", err)
			}
			r.closers, r.stored = append(r.closers, z.IOReadCloser()), nil
			r.in = bufio.NewReaderSize(z, bufferSize)
		default:
			return nil
		}
	}
	head, err := r.in.Peek(4)
	if err != nil && err != io.EOF {
		return err
	}
	if isGzip(head) || isZstd(head) {
		return fmt.Errorf("%w: compressed more than %d times over", ErrUnreadable, maxLayers)
	}
	return nil
}

func isGzip(b []byte) bool { return bytes.HasPrefix(b, []byte{0x1f, 0x8b}) }

// isZstd accepts the magic number of a frame and those of skippable frames.
func isZstd(b []byte) bool {
	return len(b) >= 4 && (b[0] == 0x28 && b[1] == 0xb5 && b[2] == 0x2f && b[3] == 0xfd ||
		b[0]&0xf0 == 0x50 && b[1] == 0x2a && b[2] == 0x4d && b[3] == 0x18)
}

// dropMark takes a byte order mark off the input and returns its length. After
// one of UTF-16 the input is read as UTF-8.
func (r *Reader) dropMark() (int64, error) {
	head, err := r.in.Peek(3)
	if err != nil && err != io.EOF {
		return 0, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, err = r.in.Discard(3)
		return 3, err
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		d := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		r.in = bufio.NewReaderSize(transform.NewReader(r.in, d), bufferSize)
		r.stored = nil
		r.opts.ContentType = ""
	}
	return 0, nil
}
