package intake

import (
	"bufio"
	"bytes"
	"io"
	"mime"
	"path"
	"strings"

	"readout/intake/parquet"
)

// detect looks at the first bytes and chooses the source of items.
func (r *Reader) detect() (itemSource, error) {
	packed, err := r.isArchive()
	if err != nil {
		return nil, err
	}
	if packed {
		return r.archive(), nil
	}
	if err := r.unpack(); err != nil {
		return nil, err
	}
	base, err := r.dropMark()
	if err != nil {
		return nil, err
	}
	first, second, err := r.significant()
	if err != nil {
		return nil, err
	}
	switch {
	case first == '{' && (second == '"' || second == '}'):
		return &lines{r: r, offset: base}, nil
	case first == '[' && (second == '{' || second == ']'):
		return &values{r: r, scan: valueScanner{in: r.in, max: r.opts.MaxBytes, line: 1}, array: true}, nil
	}
	head, err := r.head()
	if err != nil {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(head, warcMark):
		return r.archive(), nil
	case bytes.HasPrefix(head, []byte(parquet.Magic)):
		return r.parquet()
	case isFeed(head):
		return r.feed(), nil
	}
	if t, err := r.table(head, base); t != nil || err != nil {
		return t, err
	}
	if first != '<' && r.saysLines(first) {
		return &lines{r: r, offset: base}, nil
	}
	return &whole{r: r}, nil
}

// saysLines reports whether the name of an input, or its transport, says that
// it is JSON, which its first line may not be: then that line is at fault, and
// no text.
func (r *Reader) saysLines(first byte) bool {
	name := strings.ToLower(r.name)
	for _, packed := range []string{".gz", ".zst"} {
		name = strings.TrimSuffix(name, packed)
	}
	media, _, _ := mime.ParseMediaType(r.opts.ContentType)
	switch ext := path.Ext(name); {
	case ext == ".jsonl" || ext == ".ndjson":
		return first != 0
	case ext == ".json" || media == "application/json":
		return first == '{' || first == '['
	}
	return false
}

// head returns the first bytes of the input, up to the size of the buffer, and
// at least its first line: it does not wait for more than that.
func (r *Reader) head() ([]byte, error) {
	b, _ := r.in.Peek(r.in.Buffered())
	if bytes.IndexByte(b, '\n') >= 0 {
		return b, nil
	}
	b, err := r.in.Peek(r.in.Size())
	return b, ignoreEOF(err)
}

// ignoreEOF drops what Peek says when there are fewer bytes.
func ignoreEOF(err error) error {
	if err == io.EOF || err == bufio.ErrBufferFull {
		return nil
	}
	return err
}

// significant returns the first two bytes that are not white space, looking no
// further than the buffer reaches; zero stands for a byte that is not there.
func (r *Reader) significant() (first, second byte, err error) {
	for n := 1; n <= r.in.Size(); n++ {
		b, err := r.in.Peek(n)
		if len(b) < n {
			return first, 0, ignoreEOF(err)
		}
		c := b[n-1]
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' {
			continue
		}
		if first == 0 {
			first = c
			if c != '{' && c != '[' {
				return c, 0, nil
			}
			continue
		}
		return first, c, nil
	}
	return first, 0, nil
}
