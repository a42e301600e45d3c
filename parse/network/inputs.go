package network

// knownInputs is how many inputs of the first layer a Runner remembers. Of the
// tokens of news, six in ten are among them.
const knownInputs = 1024

// inputs remembers what the first layer makes of tokens: two of the same form,
// marks and features enter the network alike. A token has one place, which the
// last that was read there keeps; those of one batch do not take each other's.
type inputs struct {
	known []input
	batch uint32  // number of the batch that is read
	place []int32 // per row of the batch, -1 for none
	fresh []int32 // rows of tokens that were not known
	old   []int32 // the other rows
}

// An input is a token as the network sees it, with its sums.
type input struct {
	text  string // empty when the place is free
	marks uint32
	shape [shapes]uint16
	batch uint32       // the last that used it
	z     [2][]float32 // for each direction
}

// begin starts a batch.
func (s *inputs) begin() {
	if s.known == nil {
		s.known = make([]input, knownInputs)
	}
	s.batch++
	s.place, s.fresh, s.old = s.place[:0], s.fresh[:0], s.old[:0]
}

// add adds a row to the batch and reports whether its token is known, or will be
// before that row is read. A token without text is not remembered.
func (s *inputs) add(text string, marks uint32, shape [shapes]uint16) bool {
	row := int32(len(s.place))
	at := int32((uint32(placeOf(text)) ^ (marks^uint32(shape[1])<<8^uint32(shape[3]))*0x9e3779b1>>16) % knownInputs)
	k := &s.known[at]
	switch {
	case text == "":
		at = -1
	case k.text == text && k.marks == marks && k.shape == shape:
		k.batch = s.batch
		s.place, s.old = append(s.place, at), append(s.old, row)
		return true
	case k.batch == s.batch:
		at = -1
	default:
		k.text, k.marks, k.shape, k.batch = text, marks, shape, s.batch
	}
	s.place, s.fresh = append(s.place, at), append(s.fresh, row)
	return false
}

// exchange keeps the sums of direction d of the tokens that were not known, rows
// of z of width w, and fills in those of the others.
func (s *inputs) exchange(z []float32, w, d int) {
	for _, row := range s.fresh {
		if at := s.place[row]; at >= 0 {
			k := &s.known[at]
			k.z[d] = size(k.z[d], w)
			copy(k.z[d], z[int(row)*w:])
		}
	}
	for _, row := range s.old {
		copy(z[int(row)*w:][:w], s.known[s.place[row]].z[d])
	}
}
