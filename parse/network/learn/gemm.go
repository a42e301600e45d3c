package learn

// depth is how many inputs are multiplied before C is touched again.
const depth = 256

// gemm adds A·B to C: C is m×n with row stride ldc, A is m×k and B is k×n,
// both read through a row and a column stride, so that a transposed operand
// costs nothing more. The order of the additions depends only on the shape
// and on the kind of CPU.
func (s *scratch) gemm(m, n, k int, a []float32, ars, acs int, b []float32, brs, bcs int, c []float32, ldc int) {
	if m == 0 || n == 0 || k == 0 {
		return
	}
	s.b.pack(n, k, b, brs, bcs)
	s.multiply(m, a, ars, acs, &s.b, c, ldc)
}

// packed is a k×n right operand in the order in which tiles read it.
type packed struct {
	n, k int
	v    []float32
}

func (p *packed) pack(n, k int, b []float32, brs, bcs int) {
	nr := tileCols
	panels := (n + nr - 1) / nr
	p.n, p.k = n, k
	p.v = grow(p.v, panels*nr*k)
	v := p.v
	for k0 := 0; k0 < k; k0 += depth {
		kk := min(depth, k-k0)
		for q := range panels {
			packCols(v[:nr*kk], b, brs, bcs, k0, kk, q*nr, min(nr, n-q*nr), nr)
			v = v[nr*kk:]
		}
	}
}

// multiply adds A·B to C for a packed B.
func (s *scratch) multiply(m int, a []float32, ars, acs int, b *packed, c []float32, ldc int) {
	mr, nr := tileRows, tileCols
	n, k := b.n, b.k
	panels := (n + nr - 1) / nr
	s.edge = grow(s.edge, mr*nr)
	for k0 := 0; k0 < k; k0 += depth {
		kk := min(depth, k-k0)
		block := b.v[k0*panels*nr:]
		for i := 0; i < m; i += mr {
			rows := min(mr, m-i)
			at, rs, cs := a[i*ars+k0*acs:], ars, acs
			if rows < mr {
				s.a = grow(s.a, mr*kk)
				fillRows(s.a, at, ars, acs, rows, kk, mr)
				at, rs, cs = s.a, 1, mr
			}
			for p := range panels {
				j := p * nr
				bp := block[p*nr*kk : (p+1)*nr*kk]
				if rows == mr && j+nr <= n {
					tile(kk, at, rs, cs, bp, c[i*ldc+j:], ldc)
					continue
				}
				e := s.edge[:mr*nr]
				clear(e)
				tile(kk, at, rs, cs, bp, e, nr)
				cols := min(nr, n-j)
				for r := range rows {
					dst := c[(i+r)*ldc+j:][:cols]
					for q, v := range e[r*nr:][:cols] {
						dst[q] += v
					}
				}
			}
		}
	}
}

// scratch holds one goroutine's buffers.
type scratch struct {
	a, edge, spare []float32
	b, own         packed
}

// temp returns n zeros, valid until the next call.
func (s *scratch) temp(n int) []float32 {
	s.spare = grow(s.spare, n)[:n]
	clear(s.spare)
	return s.spare
}

func packCols(dst, b []float32, brs, bcs, k0, kk, j, cols, nr int) {
	if cols < nr {
		clear(dst)
	}
	if bcs == 1 {
		for p := range kk {
			copy(dst[p*nr:][:cols], b[(k0+p)*brs+j:])
		}
		return
	}
	for q := range cols {
		o := k0*brs + (j+q)*bcs
		for p := range kk {
			dst[p*nr+q] = b[o]
			o += brs
		}
	}
}

// fillRows copies the last rows of A, fewer than a tile has, column by column,
// with zeros for the missing ones.
func fillRows(dst, a []float32, ars, acs, rows, kk, mr int) {
	clear(dst[:mr*kk])
	for r := range rows {
		o := r * ars
		for p := range kk {
			dst[p*mr+r] = a[o]
			o += acs
		}
	}
}

// tileGo is the reference kernel: C += A·B for one tile.
func tileGo(k int, a []float32, ars, acs int, b, c []float32, ldc int) {
	for p := range k {
		bp := b[p*tileCols : (p+1)*tileCols]
		for r := range tileRows {
			av := a[r*ars+p*acs]
			cr := c[r*ldc:][:tileCols]
			for q, bv := range bp {
				cr[q] += av * bv
			}
		}
	}
}

func grow(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, n+n/4)
	}
	return s[:n]
}
