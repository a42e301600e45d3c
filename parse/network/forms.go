package network

import "strings"

// knownForms is how many forms a Runner remembers. A text has the same few
// words again and again.
const knownForms = 4096

// forms remembers what the forms of tokens alone give: part of their input
// vectors and of their features. A form has one place, which the last that was
// read there keeps.
type forms struct {
	known []form
	long  form     // for a form that is too long to be remembered
	texts []string // the forms of the sentence read last; empty for those too long
	bag   []int32
}

type form struct {
	text       string
	shape      [shapes]uint16
	letterCase int
	letters    int
	x          []float32 // word, affix and other vector, side by side; nil when the place is free
}

// read fills the parts of the input vectors of a sentence that depend on forms, rows
// of x, and the features that read holds, without their keys and affixes.
func (f *forms) read(m *Model, read *Reader, tokens []Token, x []float32) {
	if f.known == nil {
		f.known = make([]form, knownForms)
		f.bag = make([]int32, m.cfg.Affix)
	}
	in := m.cfg.Input()
	read.feats, f.texts = size(read.feats, len(tokens)), size(f.texts, len(tokens))
	var c cases
	for i := range tokens {
		text := tokens[i].Form
		k := &f.long
		if len(text) <= longestForm {
			k = &f.known[placeOf(text)]
		}
		if k == &f.long || k.x == nil || k.text != text {
			f.learn(m, read, k, text)
		}
		c.add(k.letterCase, k.letters)
		read.feats[i], f.texts[i] = Features{Shape: k.shape}, k.text
		copy(x[i*in:], k.x)
	}
	read.context(tokens, c)
}

// learn makes k the form of a text.
func (f *forms) learn(m *Model, read *Reader, k *form, text string) {
	read.hash, read.bytes = read.hash[:0], read.bytes[:0]
	var feat Features
	k.letterCase, k.letters = read.word(text, &feat)
	k.shape = feat.Shape
	if k != &f.long {
		k.text = strings.Clone(text) // the text of an article is not kept
	}
	if k.x == nil {
		k.x = make([]float32, m.cfg.Form())
	}
	for j, v := range m.word.row(int(m.index[string(feat.Key)])) {
		k.x[j] = float32(float32(v) * m.word.step)
	}
	clear(f.bag)
	for _, h := range feat.Affix {
		addBytes(f.bag, m.affix.row(int(h%uint32(m.cfg.Buckets))))
	}
	step := float32(BagScale(len(feat.Affix)) * m.affix.step)
	a := k.x[m.cfg.Word:][:m.cfg.Affix]
	for j, v := range f.bag {
		a[j] = float32(float32(v) * step)
	}
	m.vectors.Fill(k.x[m.cfg.Word+m.cfg.Affix:], feat.Key)
}

// placeOf hashes a form (FNV-1a, 64 bits, folded).
func placeOf(text string) int {
	h := uint64(0xcbf29ce484222325)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 0x100000001b3
	}
	return int((h ^ h>>32) % knownForms)
}
