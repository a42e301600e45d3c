package network

import (
	"slices"
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	var r Reader
	key := func(form string) string { return string(r.Read([]Token{{Form: form}})[0].Key) }
	for _, c := range []struct{ form, same string }{
		{"“", `"`}, {"”", `"`}, {"«", `"`}, {"’s", "'s"}, {"—", "-"}, {"--", "–"}, {"…", "..."}, {".....", "..."},
		{"Putin", "PUTIN"}, {"1995", "2021"}, {"É", "é"},
	} {
		if key(c.form) != key(c.same) {
			t.Errorf("%q reads as %q, %q as %q", c.form, key(c.form), c.same, key(c.same))
		}
	}
	if key("12") == key("123") || key("Putin") == key("Putins") {
		t.Error("different words read alike")
	}
}

// TestReadIsBounded gives huge and broken forms.
func TestReadIsBounded(t *testing.T) {
	var r Reader
	for _, form := range []string{"", "\xff", strings.Repeat("\xff", 1<<16), strings.Repeat("世", 1<<16), strings.Repeat("-", 1<<16)} {
		f := r.Read([]Token{{Form: form, Space: 200}})[0]
		if len(f.Affix) > 200 {
			t.Errorf("%d hashes", len(f.Affix))
		}
		for _, s := range f.Shape {
			if s >= ShapeRows {
				t.Errorf("row %d of %d", s, ShapeRows)
			}
		}
	}
	a := slices.Clone(r.Read([]Token{{Form: "Lund"}})[0].Affix)
	if b := r.Read([]Token{{Form: "Lund"}})[0].Affix; !slices.Equal(a, b) {
		t.Error("reading twice gave other hashes")
	}
}
