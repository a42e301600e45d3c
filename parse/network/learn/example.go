package learn

import "readout/parse/network"

// An Example is one sentence with what a network should give for it.
type Example struct {
	Tokens []network.Token
	Tree   bool // whether Heads, Rel, UPos and XPos are known
	Heads  []int
	Rel    []int
	UPos   []int
	XPos   []int
	// Names has per token the set of outputs that are right, bit i for output
	// i; no bit where nothing is known.
	Names  []uint32
	Silver bool // labelled by models
	// Soft, if set, stands in place of UPos, XPos and Heads as what is right, and
	// of Rel with the head in Heads, where it says something.
	Soft *Soft
}
