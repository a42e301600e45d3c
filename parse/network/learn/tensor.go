package learn

import "math"

// shards is how many parts a batch is cut into. Each part has its own
// gradient and these are added in order, so the result does not depend on
// which part was done first or on how many cores there are.
const shards = 2

// A tensor is a parameter with its gradients and the state of its optimiser.
type tensor struct {
	v    []float32
	m, s []float32 // running means of the gradient and its square
	avg  []float32 // running mean of v
	g    [shards][]float32
	cols int

	// A table's gradient lives in few rows a batch: only those are cleared,
	// added and stepped.
	table   bool
	rows    [shards][]int32
	touched [shards][]bool
}

func newTensor(n int) *tensor {
	t := &tensor{v: make([]float32, n), m: make([]float32, n), s: make([]float32, n), avg: make([]float32, n)}
	for i := range t.g {
		t.g[i] = make([]float32, n)
	}
	return t
}

func newTable(rows, cols int) *tensor {
	t := newTensor(rows * cols)
	t.cols, t.table = cols, true
	for i := range t.touched {
		t.touched[i] = make([]bool, rows)
	}
	return t
}

// row returns the gradient of a table's row, noting that it is in use.
func (t *tensor) row(shard int, row int32) []float32 {
	if !t.touched[shard][row] {
		t.touched[shard][row] = true
		t.rows[shard] = append(t.rows[shard], row)
	}
	return t.g[shard][int(row)*t.cols:][:t.cols]
}

// Adam's constants (Kingma and Ba 2015), with the shorter memory that Dozat
// and Manning (2017) found best for parsing.
const (
	decayMean   = 0.9
	decaySquare = 0.95
	tiny        = 1e-8
)

// step moves the values by Adam with rate lr after adding up the shards'
// gradients times scale, and clears the gradients.
func (t *tensor) step(lr, scale float32, count int) {
	c1 := 1 - math.Pow(decayMean, float64(count))
	c2 := 1 - math.Pow(decaySquare, float64(count))
	k := adamStep{
		scale: scale, mean: decayMean, newMean: 1 - decayMean, square: decaySquare, newSquare: 1 - decaySquare,
		rate: float32(float64(lr) * math.Sqrt(c2) / c1), eps: float32(tiny * math.Sqrt(c2)),
	}
	if !t.table {
		t.move(0, len(t.v), &k)
		return
	}
	for i := 1; i < shards; i++ {
		for _, r := range t.rows[i] {
			t.row(0, r)
		}
	}
	for _, r := range t.rows[0] {
		t.move(int(r)*t.cols, int(r+1)*t.cols, &k)
	}
	for i := range shards {
		for _, r := range t.rows[i] {
			t.touched[i][r] = false
		}
		t.rows[i] = t.rows[i][:0]
	}
}

// adamStep holds the numbers of one step, in the order the kernel reads them.
type adamStep struct{ scale, mean, newMean, square, newSquare, rate, eps float32 }

// move steps values [from, to) and clears their gradients.
func (t *tensor) move(from, to int, k *adamStep) {
	adam(t.v[from:to], t.m[from:to], t.s[from:to], t.g[0][from:to], t.g[1][from:to], k)
}

func adamGo(v, m, s, g0, g1 []float32, k *adamStep) {
	for i := range v {
		g := (g0[i] + g1[i]) * k.scale
		m[i] = float32(k.mean*m[i]) + float32(k.newMean*g)
		s[i] = float32(k.square*s[i]) + float32(float32(k.newSquare*g)*g)
		v[i] -= float32(k.rate*m[i]) / (float32(math.Sqrt(float64(s[i]))) + k.eps)
	}
	clear(g0)
	clear(g1)
}

// norm returns the sum of squares of the gradient.
func (t *tensor) norm() float64 {
	var sum float64
	if !t.table {
		for i, g := range t.g[0] {
			g += t.g[1][i]
			sum += float64(g) * float64(g)
		}
	}
	return sum
}

// average moves the running mean of the values.
func (t *tensor) average(keep float32) {
	for i, v := range t.v {
		t.avg[i] = keep*t.avg[i] + (1-keep)*v
	}
}
