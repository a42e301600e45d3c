package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"readout/intake"
	"readout/record"
	"readout/record/table"
)

// A Manifest tells what a run was made of and came to, so that it can be cited
// and repeated. It is a data package as the Frictionless standard describes
// it, with the run in its own fields. The same run gives the same bytes.
type Manifest struct {
	Profile   string        `json:"profile"` // "tabular-data-package" or "data-package"
	Name      string        `json:"name"`
	Resources []Resource    `json:"resources"`
	Engine    record.Engine `json:"engine"`
	Recipe    string        `json:"recipe"` // hash of inputs by name, options and engine
	Options   Settings      `json:"options"`
	Counts    Counts        `json:"counts"`
	Inputs    []Input       `json:"inputs,omitempty"` // left out when there are more than a thousand
	InputsSum string        `json:"inputs_sum"`       // SHA-256 over a line "hash bytes name" an input

	sum      hash.Hash
	current  *Input
	number   int // of the current input
	begun    *begunReader
	complain func(error)
}

// Settings are the options that decide what a run writes.
type Settings struct {
	Confidence float64        `json:"confidence"`
	Published  string         `json:"published,omitempty"`
	Columns    intake.Columns `json:"columns,omitzero"`
	Duplicates string         `json:"duplicates"`
	OneADay    bool           `json:"one_a_day,omitempty"`
}

// A Resource is one file that the run wrote.
type Resource struct {
	Path   string  `json:"path"` // beside the manifest
	Format string  `json:"format"`
	Table  string  `json:"table,omitempty"` // events or statements
	Bytes  int64   `json:"bytes"`
	Hash   string  `json:"hash,omitempty"` // none of a server's database
	Rows   int     `json:"rows"`
	Schema *Schema `json:"schema,omitempty"`
}

// A Schema lists the columns of a table.
type Schema struct {
	Fields []Field `json:"fields"`
}

// A Field is a column of a table.
type Field struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Description string `json:"description"`
}

// Counts are what a run came to.
type Counts struct {
	Inputs     int            `json:"inputs"`
	Articles   int            `json:"articles"`
	Duplicates int            `json:"duplicates"` // articles that reprint another
	Rejected   int            `json:"rejected"`
	Skipped    map[string]int `json:"skipped"` // by reason
	Events     int            `json:"events"`
	Types      map[string]int `json:"types"` // events by PLOVER type
	Statements int            `json:"statements"`
}

// An Input is one file or address that was read.
type Input struct {
	Name     string `json:"name"`
	Bytes    int64  `json:"bytes,omitempty"`
	Hash     string `json:"hash,omitempty"`    // none of what is no file, or has changed
	Changed  bool   `json:"changed,omitempty"` // what was read is no longer there
	Articles int    `json:"articles"`
	Rejected int    `json:"rejected,omitempty"`
	Skipped  int    `json:"skipped,omitempty"`
}

const mostInputs = 1000

func newManifest(r *run) *Manifest {
	return &Manifest{
		Profile: "data-package", Name: filepath.Base(r.Targets[0].Path), Engine: r.Reader.Engine(), Recipe: r.recipe,
		Options: r.settings(), Counts: Counts{Skipped: map[string]int{}, Types: map[string]int{}}, sum: sha256.New(), complain: r.Complain,
	}
}

func (r *run) settings() Settings {
	return Settings{Confidence: r.Confidence, Published: r.Intake.Published, Columns: r.Intake.Columns, Duplicates: r.Duplicates, OneADay: r.OneADay}
}

// hash identifies all that decides what the journal of a run holds.
func (r *run) hash() string {
	h := sha256.New()
	e := json.NewEncoder(h)
	for _, part := range []any{r.Reader.Engine(), r.Inputs, r.Confidence, r.Intake.Published, r.Intake.Columns, r.Intake.MaxBytes, r.Intake.MaxText} {
		_ = e.Encode(part) // neither these types nor a hash can fail
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// count takes an entry of the journal into account.
func (m *Manifest) count(u unpacked) error {
	if m.current == nil || m.number != u.At.Input {
		if err := m.endInput(); err != nil {
			return err
		}
		m.current, m.number = &Input{Name: u.At.Name}, u.At.Input
	}
	switch u.Kind {
	case rejectEntry:
		m.current.Rejected++
		m.Counts.Rejected++
	case skipEntry:
		m.current.Skipped++
		m.Counts.Skipped[u.Reason]++
	case recordEntry:
		m.current.Articles++
		m.Counts.Articles++
		if u.again {
			m.Counts.Duplicates++
		}
	}
	if u.coded != nil {
		m.Counts.Events += len(u.coded.record.Events)
		m.Counts.Statements += len(u.coded.record.Statements)
		for i := range u.coded.record.Events {
			m.Counts.Types[u.coded.record.Events[i].Type]++
		}
	}
	return nil
}

// endInput closes the account of the current input, and takes its hash when it
// is a file that is still what was read.
func (m *Manifest) endInput() error {
	in := m.current
	if in == nil {
		return nil
	}
	m.current = nil
	if err := m.begun.find(m.number); err != nil {
		return err
	}
	if m.begun.at.State != (intake.State{}) {
		in.Bytes = m.begun.at.Bytes
		err := m.begun.at.changed()
		if err == nil {
			in.Hash, err = hashFile(in.Name)
		}
		if in.Changed = err != nil; in.Changed && m.complain != nil {
			m.complain(fmt.Errorf("%w; the manifest gives no hash of it", err))
		}
	}
	fmt.Fprintf(m.sum, "%s %d %s\n", in.Hash, in.Bytes, in.Name)
	if m.Counts.Inputs++; m.Counts.Inputs <= mostInputs {
		m.Inputs = append(m.Inputs, *in)
	}
	return nil
}

func hashFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), nil
}

// endInputs closes the account of all inputs.
func (m *Manifest) endInputs() error {
	err := m.endInput()
	m.InputsSum = "sha256:" + hex.EncodeToString(m.sum.Sum(nil))
	if m.Counts.Inputs > mostInputs {
		m.Inputs = nil
	}
	return err
}

// resource adds a file that was written.
func (m *Manifest) resource(o *output) {
	res := Resource{Path: filepath.Base(o.Path), Format: o.Form, Table: o.Rows, Bytes: o.count.n, Hash: o.hash(), Rows: o.rows}
	switch {
	case o.Rows == Events:
		res.Schema = schema[table.Event]()
	case o.Rows == Statements:
		res.Schema = schema[table.Statement]()
	}
	m.Resources = append(m.Resources, res)
}

func schema[T table.Row]() *Schema {
	s := &Schema{}
	for _, c := range table.Columns[T]() {
		s.Fields = append(s.Fields, Field{c.Name, c.Type, c.Doc})
	}
	return s
}

func (m *Manifest) bytes() ([]byte, error) {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(m)
	return buf.Bytes(), err
}

// ReadManifest reads the manifest of the run that wrote to path first. It is nil
// when there is none.
func ReadManifest(path string) (*Manifest, error) {
	b, err := os.ReadFile(path + manifestEnd)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	m := new(Manifest)
	if err := json.Unmarshal(b, m); err != nil {
		return nil, fmt.Errorf("%s%s: %w", path, manifestEnd, err)
	}
	return m, nil
}

const manifestEnd = ".manifest.json"

func (r *run) manifestPath() string { return r.Targets[0].Path + manifestEnd }
