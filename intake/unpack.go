package intake

import (
	"bufio"
	"bytes"
	"encoding/binary"
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
			r.in = bufio.NewReaderSize(cutOff{z, "gzip"}, bufferSize)
		case isZstd(head):
			dict, err := r.dictionary()
			if err != nil {
				return err
			}
			z, err := zstd.NewReader(r.in, append(dict, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))...)
			if err != nil {
				return fmt.Errorf("zstd: %w", err)
			}
			r.closers, r.stored = append(r.closers, z.IOReadCloser()), nil
			r.in = bufio.NewReaderSize(cutOff{z, "zstd"}, bufferSize)
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

// cutOff says of packed data that ends before its end what has happened.
type cutOff struct {
	in   io.Reader
	kind string
}

func (c cutOff) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	if err == io.ErrUnexpectedEOF {
		err = fmt.Errorf("the %s data is cut off: %w", c.kind, err)
	}
	return n, err
}

func isGzip(b []byte) bool { return bytes.HasPrefix(b, []byte{0x1f, 0x8b}) }

// isZstd accepts the magic number of a frame and those of skippable frames.
func isZstd(b []byte) bool {
	return len(b) >= 4 && (b[0] == 0x28 && b[1] == 0xb5 && b[2] == 0x2f && b[3] == 0xfd ||
		b[0]&0xf0 == 0x50 && b[1] == 0x2a && b[2] == 0x4d && b[3] == 0x18)
}

// Bounds of zstd: the window, and a dictionary that comes with the input.
const (
	maxWindow     = 128 << 20
	maxDictionary = 16 << 20
)

// dictionaryID is the number of a dictionary that has none of its own.
const dictionaryID = 0

// dictionary takes the dictionary off the input with which a web archive may
// begin: a skippable frame of its own kind, in which it may be packed itself.
// See https://iipc.github.io/warc-specifications/specifications/warc-zstd/.
func (r *Reader) dictionary() ([]zstd.DOption, error) {
	head, err := r.in.Peek(8)
	if err != nil || !bytes.HasPrefix(head, []byte{0x5d, 0x2a, 0x4d, 0x18}) {
		return nil, ignoreEOF(err)
	}
	size := binary.LittleEndian.Uint32(head[4:])
	if size > maxDictionary {
		return nil, fmt.Errorf("zstd: %w: a dictionary of %d bytes", ErrTooLarge, size)
	}
	dict := make([]byte, 8+size)
	if _, err := io.ReadFull(r.in, dict); err != nil {
		return nil, fmt.Errorf("zstd: dictionary: %w", err)
	}
	dict = dict[8:]
	if isZstd(dict) {
		z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary))
		if err != nil {
			return nil, fmt.Errorf("zstd: %w", err)
		}
		defer z.Close()
		if dict, err = z.DecodeAll(dict, nil); err != nil {
			return nil, fmt.Errorf("zstd: dictionary: %w", err)
		}
	}
	if bytes.HasPrefix(dict, []byte{0x37, 0xa4, 0x30, 0xec}) {
		return []zstd.DOption{zstd.WithDecoderDicts(dict)}, nil
	}
	return []zstd.DOption{zstd.WithDecoderDictRaw(dictionaryID, dict)}, nil
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
