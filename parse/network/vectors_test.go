package network

import (
	"math"
	"strings"
	"testing"
)

func TestVectors(t *testing.T) {
	forms, values := []string{"peace", "Peace", "“", "war"}, [][]float32{{3, -1}, {9, 9}, {1, 0}, {-30, 0.5}}
	for i := range 40 {
		forms, values = append(forms, strings.Repeat("w", i+1)), append(values, []float32{1, -1})
	}
	v := NewVectors(forms, values)
	if v.Len() != len(forms)-1 {
		t.Fatalf("%d vectors: of forms that fold to one the first counts", v.Len())
	}
	c := cursor{data: append(v.append(nil), 1, 2)}
	again := c.vectors(v.Len(), v.Width)
	if len(c.data) != 2 {
		t.Errorf("%d bytes are left of 2", len(c.data))
	}
	fill := func(form string) [2]float32 {
		var read Reader
		x, y := [2]float32{7, 7}, [2]float32{7, 7}
		key := read.Read([]Token{{Form: form}})[0].Key
		v.Fill(x[:], key)
		again.Fill(y[:], key)
		if x != y {
			t.Errorf("%q is %v, and %v once written and read", form, x, y)
		}
		return x
	}
	if got := fill("treaty"); got != [2]float32{} {
		t.Errorf("an unknown form has %v", got)
	}
	peace := fill("PEACE")
	if ratio := peace[0] / peace[1]; math.Abs(float64(ratio)+3) > 0.2 {
		t.Errorf("peace is %v, want 3 to -1", peace)
	}
	if got := fill("Péacè"); got != peace {
		t.Errorf("with diacritics peace is %v", got)
	}
	if got := fill("\""); got[0] <= 0 || got[1] != 0 {
		t.Errorf("a quotation mark is %v", got)
	}
	if got := fill("war"); got[0] != -127*v.Step {
		t.Errorf("war is %v, want the first value cut off at %v", got, -127*v.Step)
	}
}
