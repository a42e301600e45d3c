// Package network is the learned part of the analysis: one small neural
// network that gives parts of speech, a dependency tree and names for the
// tokens of a sentence.
//
// Words enter as a word vector beside the mean of hashed prefix, suffix and
// n-gram vectors, a word vector learned elsewhere from much text, the sum of
// shape vectors and the sum of vectors for what a gazetteer knows of them; layers of bidirectional LSTM with
// coupled gates read the sentence; the tags come from linear layers, the arcs
// from a biaffine score, the labels from a layer over pairs of words.
//
// Weights are 8-bit integers. Matrix products are exact in integers and all
// other arithmetic is single IEEE 754 operations in a fixed order, so every
// machine and every code path gives the same result to the last bit.
// Package network/learn trains the parameters.
package network

// Config is the shape of a network.
type Config struct {
	Word    int `json:"word"`    // width of word vectors
	Affix   int `json:"affix"`   // width of prefix, suffix and n-gram vectors
	Buckets int `json:"buckets"` // rows of the affix table
	Vector  int `json:"vector"`  // width of vectors learned elsewhere; may be 0
	Shape   int `json:"shape"`   // width of shape vectors
	Marks   int `json:"marks"`   // rows of the marks table: how many bits of Token.Marks count; may be 0
	Mark    int `json:"mark"`    // width of mark vectors; may be 0
	Hidden  int `json:"hidden"`  // LSTM cells a direction
	Layers  int `json:"layers"`  // LSTM layers
	Arc     int `json:"arc"`     // width of arc vectors
	Label   int `json:"label"`   // width of the label layer
	Tag     int `json:"tag"`     // width of the tag layer
	Name    int `json:"name"`    // width of the name layer
}

// Input returns the width of what enters the first layer.
func (c Config) Input() int { return c.Form() + c.Shape + c.Mark }

// Form returns the width of the part of it that depends on a token's form alone.
func (c Config) Form() int { return c.Word + c.Affix + c.Vector }

// LayerInput returns the width of the input of LSTM layer l.
func (c Config) LayerInput(l int) int {
	if l == 0 {
		return c.Input()
	}
	return 2 * c.Hidden
}

// Heads returns the width of the layer that feeds all the outputs: arc
// vectors of dependents and heads, label vectors of dependents and heads,
// tag and name vectors, side by side in this order.
func (c Config) Heads() int { return 2*c.Arc + 2*c.Label + c.Tag + c.Name }

// Inventory is what a network can give, each list in its output order.
type Inventory struct {
	UPos  []string `json:"upos"`
	XPos  []string `json:"xpos"`
	Rel   []string `json:"rel"`
	Kinds []string `json:"kinds"` // of names; outputs are O, B-kind, I-kind, …
}

// A Dense is a layer y = x·W + B with W of In rows and Out columns.
type Dense struct {
	In, Out int
	W, B    []float32
}

// A Cell is one direction of an LSTM layer whose input gate is one minus the
// forget gate (Greff et al. 2017, "LSTM: A Search Space Odyssey", CIFG):
//
//	f, g, o = σ(x·Wx + h·Wh + B), tanh(…), σ(…)
//	c' = f·c + (1-f)·g
//	h' = o·tanh(c')
//
// X and H are stored as [in × 3·hidden] and [hidden × 3·hidden], columns f, g, o.
type Cell struct {
	X Dense
	H []float32
}

// Params are the parameters of a network as real numbers.
type Params struct {
	Config
	Inventory
	Words []string // word i has row i+1 of Word; row 0 is for unknown words

	Word, Affix, Shape, Mark []float32
	Vectors                  *Vectors  // of width Config.Vector; nil if that is 0
	Cells                    [][2]Cell // per layer: reading forwards, backwards
	Heads                    Dense     // 2·Hidden → Config.Heads()
	Arc                      Dense     // Arc → Arc, B is the score of being a head
	ArcRoot                  []float32 // head vector of the root
	LabelRoot                []float32 // label head vector of the root
	Rel                      Dense     // Label → len(Rel)
	UPos, XPos               Dense     // Tag → …
	Name                     Dense     // Name → …
}

// Slope is what negative values are multiplied with in the layer of heads.
const Slope = 0.125
