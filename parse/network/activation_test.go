package network

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestTanh(t *testing.T) {
	for x := -12.0; x < 12; x += 0.001 {
		if got, want := float64(Tanh(float32(x))), math.Tanh(float64(float32(x))); math.Abs(got-want) > 5e-7 {
			t.Fatalf("Tanh(%g) = %g, want %g", x, got, want)
		}
	}
}

// TestActivations compares the machine's kernels with the reference, bit for
// bit.
func TestActivations(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for range 500 {
		n := rng.IntN(70)
		x := make([]float32, n)
		for i := range x {
			x[i] = float32(rng.NormFloat64() * 6)
			if rng.IntN(9) == 0 {
				x[i] = float32(math.Ldexp(rng.NormFloat64(), rng.IntN(200)-120))
			}
		}
		a, b := append([]float32(nil), x...), append([]float32(nil), x...)
		Tanhs(a)
		tanhsGo(b)
		same(t, "tanh", x, a, b)
		copy(a, x)
		copy(b, x)
		Sigmoids(a)
		sigmoidsGo(b)
		same(t, "sigmoid", x, a, b)
	}
}

func same(t *testing.T, what string, x, got, want []float32) {
	t.Helper()
	for i := range got {
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
			t.Fatalf("%s(%g) is %g, want %g", what, x[i], got[i], want[i])
		}
	}
}
