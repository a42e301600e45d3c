package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// already looks whether the run is complete, or whether it would overwrite
// what is not its own.
func (r *run) already() (*Summary, error) {
	if r.Restart {
		return nil, nil
	}
	m, err := ReadManifest(r.Targets[0].Path)
	if err != nil {
		return nil, err
	}
	if m != nil && r.made(m) {
		if name := r.changed(m); name != "" {
			return nil, fmt.Errorf("%s is complete, but %s has changed since: --restart reads it anew", r.Targets[0].Path, name)
		}
		// What a crash left between the manifest and the end.
		return &Summary{Manifest: m, Resumed: m.Counts.Articles, Already: true}, os.RemoveAll(r.dir)
	}
	if _, err := os.Stat(filepath.Join(r.dir, checkpointName)); err == nil {
		return nil, nil
	}
	for _, t := range r.Targets {
		if t.Form == "server" {
			continue // it may hold other articles too
		}
		if _, err := os.Stat(t.Path); !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s is there already and is of another run: --restart replaces it", t.Path)
		}
	}
	return nil, nil
}

// made reports whether a complete run is this one.
func (r *run) made(m *Manifest) bool {
	if m.Recipe != r.recipe || m.Options != r.settings() {
		return false
	}
	for _, t := range r.Targets {
		i := slices.IndexFunc(m.Resources, func(res Resource) bool { return res.Path == filepath.Base(t.Path) && res.Table == t.Rows })
		if i < 0 {
			return false
		}
		if t.Form == "server" {
			continue
		}
		if info, err := os.Stat(t.Path); err != nil || info.Size() != m.Resources[i].Bytes {
			return false
		}
	}
	return true
}

// changed names an input that is no longer as the manifest says. Of inputs
// that are older than the manifest only the size is looked at.
func (r *run) changed(m *Manifest) string {
	made, err := os.Stat(r.manifestPath())
	if err != nil {
		return r.manifestPath()
	}
	for _, in := range m.Inputs {
		if in.Hash == "" {
			continue
		}
		info, err := os.Stat(in.Name)
		if err != nil || info.Size() != in.Bytes {
			return in.Name
		}
		if info.ModTime().After(made.ModTime()) {
			if sum, err := hashFile(in.Name); err != nil || sum != in.Hash {
				return in.Name
			}
		}
	}
	return ""
}
