//go:build !amd64 && !arm64

package network

// kernels reports whether the machine has vector kernels.
func kernels() bool { return false }

// packedAt is not used without kernels.
func packedAt(i, o int) int { return i*lanes + o }

// sums computes acc = x·W for rows of x, each stride values apart; a row of
// acc has width values.
func (m *matrix) sums(acc []int32, x []int16, stride, rows int) { m.sumsGo(acc, x, stride, rows) }
