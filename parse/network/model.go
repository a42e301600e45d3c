package network

// A Model is a network ready to be used. It is immutable and safe for
// concurrent use by many Runners.
type Model struct {
	cfg   Config
	inv   Inventory
	index map[string]int32

	word, affix, shape, mark tables
	vectors                  Vectors
	cells                    [][2]quantCell
	heads, arc, rel          *matrix
	upos, xpos, name         *matrix
	arcBias, arcRoot         []float32
	labelRoot                []float32
	root                     int // index of the relation root, or -1
}

// tables is an embedding table in 8 bits with one step for all values.
type tables struct {
	cols int
	q    []int8
	step float32
}

func (t *tables) row(i int) []int8 { return t.q[i*t.cols : (i+1)*t.cols] }

type quantCell struct {
	hidden int
	x, h   *matrix
}

// Config returns the shape of the network.
func (m *Model) Config() Config { return m.cfg }

// Inventory returns the outputs of the network.
func (m *Model) Inventory() Inventory { return m.inv }
