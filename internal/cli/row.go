package cli

import (
	"encoding/json"
	"io"
)

// writeRow writes a value as a line of JSON.
func writeRow(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
