package network

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVote(t *testing.T) {
	// Token 1 is the root for two models, token 0 for one; of the heads of
	// token 2 each model names another.
	a := []Result{{UPos: 1, Head: 1, Rel: 5, Name: 1}, {UPos: 2, Head: -1, Rel: 0}, {UPos: 3, Head: 1, Rel: 6}}
	b := []Result{{UPos: 1, Head: 1, Rel: 5, Name: 0}, {UPos: 2, Head: -1, Rel: 0}, {UPos: 4, Head: 0, Rel: 7}}
	c := []Result{{UPos: 9, Head: -1, Rel: 0, Name: 1}, {UPos: 2, Head: 0, Rel: 8}, {UPos: 4, Head: 1, Rel: 7}}
	want := []Result{{UPos: 1, Head: 1, Rel: 5, Name: 1}, {UPos: 2, Head: -1, Rel: 0}, {UPos: 4, Head: 1, Rel: 6}}
	if d := cmp.Diff(want, Vote([][]Result{a, b, c})); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(b, Vote([][]Result{b})); d != "" {
		t.Errorf("one model: %s", d)
	}
}
