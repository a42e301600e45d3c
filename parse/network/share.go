package network

import "math"

// Shares are the probabilities of all outputs for a sentence of n tokens, a
// row a token: what a network that learns from this one is told.
type Shares struct {
	UPos, XPos []float32
	Head       []float32 // rows of n+1: each token as head, then the root
	Rel        []float32 // given the head of the Result
}

// shares hands the rows of logit that belong to the sentences that ask for
// Shares to pick's place, as probabilities.
func (r *Runner) shares(batch []Sentence, m *matrix, pick func(*Shares) *[]float32) {
	w := m.width()
	for i, s := range r.seq {
		if batch[s].Shares == nil {
			continue
		}
		to := pick(batch[s].Shares)
		n := len(batch[s].Tokens)
		*to = size(*to, n*m.out)
		for t := range n {
			softmax((*to)[t*m.out:][:m.out], r.logit[(r.rows[i]+t)*w:])
		}
	}
}

// softmax sets p to the probabilities that go with the scores z.
func softmax(p, z []float32) {
	z = z[:len(p)]
	top, sum := z[argmax(z)], 0.0
	for i, v := range z {
		e := math.Exp(float64(v - top))
		p[i] = float32(e)
		sum += e
	}
	for i := range p {
		p[i] /= float32(sum)
	}
}
