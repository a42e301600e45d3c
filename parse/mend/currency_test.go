package mend

import (
	"testing"

	"readout/syntax"
)

func TestCurrencies(t *testing.T) {
	s := lined("fines VERB VBZ -1 root|airline NOUN NN 0 obj|Kesto PROPN NNP 3 compound|AU$ PROPN NNP 1 appos|90 NUM CD 5 compound|million NUM CD 3 nummod")
	s.Names = []syntax.Name{{First: 2, Last: 4, Kind: syntax.Organization}, {First: 3, Last: 4, Kind: syntax.Organization}}
	currencies(s)
	if k := s.Tokens[2]; k.Head != 1 || k.Rel != "appos" {
		t.Errorf("who is fined hangs on %d as %s", k.Head, k.Rel)
	}
	if k := s.Tokens[3]; k.UPos != "SYM" || k.XPos != "$" || k.Head != 2 {
		t.Errorf("AU$ is %s, %s and hangs on %d", k.UPos, k.XPos, k.Head)
	}
	if len(s.Names) != 1 || s.Names[0].Last != 3 {
		t.Errorf("names: %v", s.Names)
	}
}
