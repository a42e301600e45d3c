package network

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Vectors are word vectors learned elsewhere, in 8 bits with one step for all
// values. They are inputs of a network and are not trained with it.
//
// A folded form is known by a hash of 32 bits alone. A form without a vector
// has one of another form's with a probability of 2^-32 times the number of
// vectors.
type Vectors struct {
	Width int
	Step  float32
	keys  []uint32 // ascending
	rows  []byte   // Width signed values a key
}

// reach is the largest value of a vector, in units of the root of the mean
// square of all; greater ones are cut off there. vectorSize is that root after
// they are scaled.
const (
	reach      = 4.5
	vectorSize = 0.3
)

// NewVectors packs vectors of one width for the forms, the most frequent first.
// Of forms that fold to one the first counts.
func NewVectors(forms []string, values [][]float32) *Vectors {
	v := &Vectors{}
	if len(forms) == 0 {
		return v
	}
	v.Width = len(values[0])
	type row struct {
		key uint32
		of  int
	}
	var rows []row
	seen := make(map[uint32]bool, len(forms))
	var read Reader
	var sum float64
	for i, form := range forms {
		key := vectorKey(read.Read([]Token{{Form: form}})[0].Key)
		if seen[key] {
			continue
		}
		seen[key] = true
		rows = append(rows, row{key, i})
		for _, x := range values[i] {
			sum += float64(x) * float64(x)
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.key, b.key) })
	unit := math.Sqrt(sum / float64(len(rows)*v.Width))
	v.Step = float32(reach * vectorSize / 127)
	for _, r := range rows {
		v.keys = append(v.keys, r.key)
		for _, x := range values[r.of] {
			q := math.RoundToEven(float64(x) / unit / reach * 127)
			v.rows = append(v.rows, byte(int8(max(-127, min(127, q)))))
		}
	}
	return v
}

// Len returns how many vectors there are.
func (v *Vectors) Len() int { return len(v.keys) }

// vectorKey returns what a folded form is known by.
func vectorKey(form []byte) uint32 { return hash(5, form) }

// Fill puts the vector of a folded form into x, of length Width: that of the
// form without diacritics where it has none of its own, zeros for an unknown one.
func (v *Vectors) Fill(x []float32, form []byte) {
	i, ok := slices.BinarySearch(v.keys, vectorKey(form))
	if !ok && slices.ContainsFunc(form, func(c byte) bool { return c >= utf8.RuneSelf }) {
		i, ok = slices.BinarySearch(v.keys, vectorKey(plain(form)))
	}
	if !ok {
		clear(x)
		return
	}
	for j, q := range v.rows[i*v.Width:][:v.Width] {
		x[j] = float32(float32(int8(q)) * v.Step)
	}
}

// plain returns a form without diacritics.
func plain(form []byte) []byte {
	var out []byte
	for _, r := range string(norm.NFD.Bytes(form)) {
		if !unicode.Is(unicode.Mn, r) {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// append adds the keys, the step and the rows, as the file has them.
func (v *Vectors) append(b []byte) []byte {
	for _, k := range v.keys {
		b = binary.LittleEndian.AppendUint32(b, k)
	}
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v.Step))
	return append(b, v.rows...)
}

// vectors takes n vectors off the front, which share its memory.
func (r *cursor) vectors(n, width int) Vectors {
	v := Vectors{Width: width, keys: make([]uint32, n)}
	keys := r.bytes(4 * n)
	for i := range v.keys {
		v.keys[i] = binary.LittleEndian.Uint32(keys[4*i:])
	}
	v.Step = r.floats(1)[0]
	v.rows = r.bytes(n * width)
	return v
}
