package score

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readLines reads JSON Lines, each line that is not blank by read. On an error,
// which names the line, it returns what was read before.
func readLines[T any](r io.Reader, read func(line []byte) (T, error)) ([]T, error) {
	var out []T
	in := bufio.NewReaderSize(r, 1<<16)
	for no := 1; ; no++ {
		line, err := in.ReadBytes('\n')
		if len(strings.TrimSpace(string(line))) > 0 {
			v, bad := read(line)
			if bad != nil {
				return out, fmt.Errorf("line %d: %w", no, bad)
			}
			out = append(out, v)
		}
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, fmt.Errorf("line %d: %w", no, err)
		}
	}
}

// isRecord reports whether a line is a record as RECORD.md describes it, which
// names its schema, and no scorer's own form.
func isRecord(line []byte) (bool, error) {
	var head struct {
		Schema string `json:"schema"`
	}
	err := json.Unmarshal(line, &head)
	return head.Schema != "", err
}
