package score

import (
	"fmt"
	"io"
	"os"
)

// FromFile opens a file and reads it by read, whose errors it says the name of
// the file with.
func FromFile[T any](name string, read func(io.Reader) (T, error)) (T, error) {
	f, err := os.Open(name)
	if err != nil {
		var none T
		return none, err
	}
	defer f.Close()
	out, err := read(f)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return out, err
}
