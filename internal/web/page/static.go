package page

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"path"
	"strings"

	"readout/internal/chart"
)

//go:embed static
var staticFiles embed.FS

// An asset is a file that pages use. Its address holds a hash of its bytes, so
// that it may be kept for ever.
type asset struct {
	body []byte
	kind string
}

// assets holds the files by address, and their addresses by name.
type assets struct {
	files   map[string]asset
	address map[string]string
}

func newAssets() (assets, error) {
	a := assets{files: map[string]asset{}, address: map[string]string{}}
	entries, err := staticFiles.ReadDir("static")
	if err != nil {
		return a, err
	}
	for _, e := range entries {
		b, err := staticFiles.ReadFile("static/" + e.Name())
		if err != nil {
			return a, err
		}
		a.add(e.Name(), b)
	}
	a.add("world.svg", chart.World)
	return a, nil
}

func (a assets) add(name string, body []byte) {
	sum := sha256.Sum256(body)
	ext := path.Ext(name)
	address := "/static/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
	kind := map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}[ext]
	a.files[address] = asset{body, kind}
	a.address[name] = address
}

// serve answers for the files; what is not there is answered by missing.
func (a assets) serve(missing http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		f, ok := a.files[r.URL.Path]
		if !ok {
			missing(w, r)
			return
		}
		w.Header().Set("Content-Type", f.kind)
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		_, _ = w.Write(f.body) // the reader may have gone
	}
}
