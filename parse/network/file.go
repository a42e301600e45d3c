package network

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
)

// magic begins a file of weights; its last byte is the version of the format.
const magic = "RDNET\x00\x00\x02"

// header is the JSON after the magic and its length in four bytes.
type header struct {
	Config
	Inventory
	Words   int `json:"words"`
	Vectors int `json:"vectors"`
}

// Write writes the parameters in 8 bits. The format: magic; the header's
// length (32 bits, little endian, as all numbers) and the header in JSON; the
// words, a newline after each; the vectors, if there are any (their keys, the
// step, then one byte a value); then the tables (step, then one byte a value)
// and the layers (a scale per column, a bias per column, one byte a weight, row
// by row) in the order of Params.
func (p *Params) Write(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString(magic)
	h := header{Config: p.Config, Inventory: p.Inventory, Words: len(p.Words)}
	if p.Vector > 0 {
		h.Vectors = p.Vectors.Len()
	}
	head, err := json.Marshal(h)
	if err != nil {
		return fmt.Errorf("network header: %w", err)
	}
	put := func(v any) { _ = binary.Write(&b, binary.LittleEndian, v) } // a bytes.Buffer never fails
	put(uint32(len(head)))
	b.Write(head)
	for _, word := range p.Words {
		b.WriteString(word)
		b.WriteByte('\n')
	}
	if p.Vector > 0 {
		b.Write(p.Vectors.append(nil))
	}
	for _, t := range [][]float32{p.Word, p.Affix, p.Shape, p.Mark} {
		var top float32
		for _, v := range t {
			top = max(top, abs(v))
		}
		step := float32(max(top, 1e-9) / 127)
		put(step)
		q := make([]int8, len(t))
		for i, v := range t {
			q[i] = int8(math.RoundToEven(float64(v) / float64(step)))
		}
		put(q)
	}
	layer := func(d Dense, unit float32) {
		q, scale := quantise(d, unit)
		put(scale)
		if d.B == nil {
			d.B = make([]float32, d.Out)
		}
		put(d.B)
		put(q)
	}
	for l, pair := range p.Cells {
		for _, c := range pair {
			unit := float32(limit)
			if l == 0 {
				unit = 1
			}
			layer(c.X, unit)
			layer(Dense{In: p.Hidden, Out: 3 * p.Hidden, W: c.H}, limit)
		}
	}
	layer(p.Heads, limit)
	layer(Dense{In: p.Config.Arc, Out: p.Config.Arc, W: p.Arc.W}, 1)
	put(p.Arc.B)
	put(p.ArcRoot)
	put(p.LabelRoot)
	for _, d := range []Dense{p.Rel, p.UPos, p.XPos, p.Name} {
		layer(d, 1)
	}
	_, err = w.Write(b.Bytes())
	return err
}

var errShort = errors.New("network weights of the wrong length")

// Read makes a model of what Params.Write wrote.
func Read(data []byte) (*Model, error) {
	r := &cursor{data: data}
	if string(r.bytes(len(magic))) != magic {
		return nil, errors.New("not network weights of this version")
	}
	var h header
	if err := json.Unmarshal(r.bytes(int(r.uint32())), &h); err != nil {
		return nil, fmt.Errorf("network header: %w", err)
	}
	c := h.Config
	for _, n := range []int{c.Word, c.Affix, c.Buckets, c.Shape, c.Hidden, c.Layers, c.Arc, c.Label, c.Tag, c.Name} {
		if n <= 0 || n > 1<<16 || c.Layers > 64 {
			return nil, fmt.Errorf("network header: size %d out of range", n)
		}
	}
	if c.Marks < 0 || c.Marks > 32 || c.Mark < 0 || c.Mark > 1<<16 {
		return nil, fmt.Errorf("network header: %d marks of width %d", c.Marks, c.Mark)
	}
	if h.Words < 0 || h.Words > len(data) {
		return nil, fmt.Errorf("network header: %d words", h.Words)
	}
	if c.Vector < 0 || c.Vector > 1<<12 || h.Vectors < 0 || h.Vectors > len(data) {
		return nil, fmt.Errorf("network header: %d vectors of width %d", h.Vectors, c.Vector)
	}
	if len(h.UPos) == 0 || len(h.XPos) == 0 || len(h.Rel) == 0 || len(h.UPos)+len(h.XPos)+len(h.Rel)+len(h.Kinds) > 1<<10 {
		return nil, errors.New("network header: bad lists of outputs")
	}
	m := &Model{cfg: c, inv: h.Inventory, index: make(map[string]int32, h.Words)}
	for i := range h.Words {
		end := bytes.IndexByte(r.data, '\n')
		if end < 0 {
			return nil, errShort
		}
		m.index[string(r.bytes(end))] = int32(i + 1)
		r.bytes(1)
	}
	if len(r.data) != h.size() {
		return nil, errShort
	}
	if c.Vector > 0 {
		m.vectors = r.vectors(h.Vectors, c.Vector)
	}
	table := func(rows, cols int) tables {
		t := tables{cols: cols, step: r.floats(1)[0]}
		t.q = r.ints(rows * cols)
		return t
	}
	layer := func(in, out int) *matrix {
		scale, bias := r.floats(out), r.floats(out)
		return newMatrix(in, out, r.ints(in*out), scale, bias)
	}
	m.word = table(h.Words+1, c.Word)
	m.affix = table(c.Buckets, c.Affix)
	m.shape = table(ShapeRows, c.Shape)
	m.mark = table(c.Marks, c.Mark)
	for l := range c.Layers {
		var pair [2]quantCell
		for d := range pair {
			pair[d] = quantCell{c.Hidden, layer(c.LayerInput(l), 3*c.Hidden), layer(c.Hidden, 3*c.Hidden)}
		}
		m.cells = append(m.cells, pair)
	}
	m.heads = layer(2*c.Hidden, c.Heads())
	m.arc = layer(c.Arc, c.Arc)
	m.arcBias, m.arcRoot, m.labelRoot = r.floats(c.Arc), r.floats(c.Arc), r.floats(c.Label)
	m.rel = layer(c.Label, len(h.Rel))
	m.upos = layer(c.Tag, len(h.UPos))
	m.xpos = layer(c.Tag, len(h.XPos))
	m.name = layer(c.Name, 2*len(h.Kinds)+1)
	m.root = slices.Index(h.Rel, "root")
	return m, nil
}

// size returns how many bytes follow the words.
func (h *header) size() int {
	layer := func(in, out int) int { return in*out + 8*out }
	n := 4*4 + (h.Words+1)*h.Word + h.Buckets*h.Affix + ShapeRows*h.Shape + h.Marks*h.Mark
	if h.Vector > 0 {
		n += 4*(h.Vectors+1) + h.Vectors*h.Vector
	}
	for l := range h.Layers {
		n += 2 * (layer(h.LayerInput(l), 3*h.Hidden) + layer(h.Hidden, 3*h.Hidden))
	}
	n += layer(2*h.Hidden, h.Heads()) + layer(h.Arc, h.Arc) + 4*(2*h.Arc+h.Label)
	n += layer(h.Label, len(h.Rel)) + layer(h.Tag, len(h.UPos)) + layer(h.Tag, len(h.XPos))
	return n + layer(h.Name, 2*len(h.Kinds)+1)
}

// cursor takes values off the front of data; past the end it gives nothing.
type cursor struct{ data []byte }

func (r *cursor) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.data = nil
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *cursor) uint32() uint32 {
	b := r.bytes(4)
	if b == nil {
		return 0
	}
	return binary.LittleEndian.Uint32(b)
}

func (r *cursor) floats(n int) []float32 {
	b := r.bytes(4 * n)
	f := make([]float32, n)
	for i := range f {
		f[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return f
}

func (r *cursor) ints(n int) []int8 {
	b := r.bytes(n)
	q := make([]int8, n)
	for i := range q {
		q[i] = int8(b[i])
	}
	return q
}
