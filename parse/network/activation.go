package network

import "math"

// Tanh is a rational approximation of the hyperbolic tangent (an odd
// polynomial of degree 13 over an even one of degree 6 between ±7.905, after
// Eigen), right to about four units in the last place. Each operation is
// rounded to single precision, so it is the same everywhere.
func Tanh(x float32) float32 {
	const limit = 7.90531110763549805
	if x > limit {
		x = limit
	}
	if x < -limit {
		x = -limit
	}
	s := float32(x * x)
	p := float32(s*-2.76076847742355e-16) + 2.00018790482477e-13
	p = float32(p*s) + -8.60467152213735e-11
	p = float32(p*s) + 5.12229709037114e-08
	p = float32(p*s) + 1.48572235717979e-05
	p = float32(p*s) + 6.37261928875436e-04
	p = float32(p*s) + 4.89352455891786e-03
	p = float32(p * x)
	q := float32(s*1.19825839466702e-06) + 1.18534705686654e-04
	q = float32(q*s) + 2.26843463243900e-03
	q = float32(q*s) + 4.89352518554385e-03
	return float32(p / q)
}

// Sigmoid is the logistic function, by Tanh.
func Sigmoid(x float32) float32 {
	return float32(Tanh(float32(x*0.5))*0.5) + 0.5
}

// BagScale is what the sum of a token's n affix vectors is multiplied with.
func BagScale(n int) float32 {
	if n == 0 {
		return 0
	}
	return 1 / float32(math.Sqrt(float64(n)))
}

func tanhsGo(x []float32) {
	for i, v := range x {
		x[i] = Tanh(v)
	}
}

func sigmoidsGo(x []float32) {
	for i, v := range x {
		x[i] = Sigmoid(v)
	}
}
