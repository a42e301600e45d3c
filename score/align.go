package score

// matchingBlocks pairs equal items of a and b as Ratcliff and Obershelp do:
// the longest common run first, then, in the same way, what lies before it and
// what lies behind it. Of equally long runs the first in a, then in b, counts.
// each is called with the start of every run in a and in b and its length.
func matchingBlocks[T comparable](a, b []T, each func(i, j, n int)) {
	at := map[T][]int{}
	for j, x := range b {
		at[x] = append(at[x], j)
	}
	type window struct{ alo, ahi, blo, bhi int }
	todo := []window{{0, len(a), 0, len(b)}}
	last, run := map[int]int{}, map[int]int{}
	for len(todo) > 0 {
		w := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		bi, bj, n := w.alo, w.blo, 0
		clear(last)
		for i := w.alo; i < w.ahi; i++ {
			clear(run)
			for _, j := range at[a[i]] {
				if j < w.blo {
					continue
				}
				if j >= w.bhi {
					break
				}
				k := last[j-1] + 1
				run[j] = k
				if k > n {
					bi, bj, n = i-k+1, j-k+1, k
				}
			}
			last, run = run, last
		}
		if n == 0 {
			continue
		}
		each(bi, bj, n)
		if w.alo < bi && w.blo < bj {
			todo = append(todo, window{w.alo, bi, w.blo, bj})
		}
		if bi+n < w.ahi && bj+n < w.bhi {
			todo = append(todo, window{bi + n, w.ahi, bj + n, w.bhi})
		}
	}
}

// alike is the share of items that matchingBlocks pairs, of those of both, 0
// to 1; two empty lists are alike.
func alike[T comparable](a, b []T) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	paired := 0
	matchingBlocks(a, b, func(_, _, n int) { paired += n })
	return 2 * float64(paired) / float64(len(a)+len(b))
}
