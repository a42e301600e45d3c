package learn

import (
	"strings"
	"testing"

	"readout/parse/network"
)

// Models list their labels by how frequent they were in training: what one of
// them says must be read by its own list.
func TestRenumber(t *testing.T) {
	first := network.Inventory{UPos: []string{"NOUN", "VERB"}, XPos: []string{"NN", "VB"}, Rel: []string{"root", "obj"}, Kinds: []string{"person"}}
	other := network.Inventory{UPos: []string{"VERB", "NOUN"}, XPos: []string{"NN", "VB"}, Rel: []string{"obj", "root"}, Kinds: []string{"person"}}
	n, err := renumber(other, first)
	if err != nil {
		t.Fatal(err)
	}
	got := []network.Result{{UPos: 0, XPos: 0, Rel: 1}}
	n.apply(got)
	if got[0].UPos != 1 || got[0].XPos != 0 || got[0].Rel != 0 {
		t.Errorf("VERB, NN, root of the other became %+v", got[0])
	}
	other.Rel[0] = "iobj"
	if _, err := renumber(other, first); err == nil || !strings.Contains(err.Error(), "iobj") {
		t.Errorf("a label that the first lacks: %v", err)
	}
	other.Rel[0], other.Kinds = "obj", []string{"group"}
	if _, err := renumber(other, first); err == nil {
		t.Error("other kinds of name were taken")
	}
}
