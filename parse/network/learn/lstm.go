package learn

import "readout/parse/network"

// An order lists the rows of a batch as an LSTM goes through them: step by
// step, at each step the sentences that are still going, longest first.
type order struct {
	step []int32 // first position of each step, and the end
	row  []int32 // per position, the row in sentence order
}

// set makes the order of reading sentences with the given bounds (rows
// [bounds[i], bounds[i+1]), lengths falling), forwards or backwards.
func (o *order) set(bounds []int, backwards bool) {
	o.step, o.row = o.step[:0], o.row[:0]
	for t := 0; ; t++ {
		o.step = append(o.step, int32(len(o.row)))
		for i := 0; i+1 < len(bounds); i++ {
			if n := bounds[i+1] - bounds[i]; t >= n {
				break
			}
			if backwards {
				o.row = append(o.row, int32(bounds[i+1]-1-t))
			} else {
				o.row = append(o.row, int32(bounds[i]+t))
			}
		}
		if len(o.row) == int(o.step[t]) {
			return
		}
	}
}

// A pass holds what one direction of one layer keeps between going forwards
// and going back.
type pass struct {
	order
	x, z, c, tc, h, prev []float32 // rows in the order's positions
	drop                 []float32 // per sentence, what is kept of the state
	dx, dz, dh, dc       []float32
	zero, spill          []float32 // the state before the first step, its gradient
}

// forward reads x (rows in sentence order, c.in columns) and writes the
// states to columns [col, col+hidden) of y, which has width columns.
func (p *pass) forward(s *scratch, c *cell, x, y []float32, col, width int) {
	n, h := len(p.row), c.hidden
	p.x = grow(p.x, n*c.in)[:n*c.in]
	p.z = grow(p.z, n*3*h)[:n*3*h]
	p.c, p.tc = grow(p.c, n*h)[:n*h], grow(p.tc, n*h)[:n*h]
	p.h, p.prev = grow(p.h, n*h)[:n*h], grow(p.prev, n*h)[:n*h]
	for i, r := range p.row {
		copy(p.x[i*c.in:(i+1)*c.in], x[int(r)*c.in:])
		copy(p.z[i*3*h:(i+1)*3*h], c.b.v)
	}
	s.gemm(n, 3*h, c.in, p.x, c.in, 1, c.x.v, 3*h, 1, p.z, 3*h)
	s.own.pack(3*h, h, c.h.v, 3*h, 1)
	for t := 0; t+1 < len(p.step); t++ {
		from, to := int(p.step[t]), int(p.step[t+1])
		if t > 0 {
			before := int(p.step[t-1])
			for i := from; i < to; i++ {
				b := i - from
				hp, dst, keep := p.h[(before+b)*h:][:h], p.prev[i*h:][:h], p.drop[b*h:][:h]
				for j := range dst {
					dst[j] = hp[j] * keep[j]
				}
			}
			s.multiply(to-from, p.prev[from*h:], h, 1, &s.own, p.z[from*3*h:], 3*h)
		} else {
			clear(p.prev[from*h : to*h])
		}
		for i := from; i < to; i++ {
			z := p.z[i*3*h:][:3*h]
			f, g, o := z[:h], z[h:2*h], z[2*h:]
			cs, tc, hs := p.c[i*h:][:h], p.tc[i*h:][:h], p.h[i*h:][:h]
			var old []float32
			if t > 0 {
				old = p.c[(int(p.step[t-1])+i-from)*h:][:h]
			}
			network.Sigmoids(f)
			network.Tanhs(g)
			network.Sigmoids(o)
			if t > 0 {
				for j := range cs {
					cs[j] = (1-f[j])*g[j] + f[j]*old[j]
				}
			} else {
				for j := range cs {
					cs[j] = (1 - f[j]) * g[j]
				}
			}
			copy(tc, cs)
			network.Tanhs(tc)
			for j := range hs {
				hs[j] = o[j] * tc[j]
			}
		}
	}
	for i, r := range p.row {
		copy(y[int(r)*width+col:][:h], p.h[i*h:])
	}
}

// cellBack takes the gradients dh of a cell's output and dc of its state to
// those of its gates' inputs and of its old state.
func cellBack(f, g, o, df, dg, do, dh, dc, tc, old, dold []float32) {
	n := len(f)
	g, o, df, dg, do = g[:n], o[:n], df[:n], dg[:n], do[:n]
	dh, dc, tc, old, dold = dh[:n], dc[:n], tc[:n], old[:n], dold[:n]
	for j := range f {
		fj, gj, oj := f[j], g[j], o[j]
		d := dc[j] + dh[j]*oj*(1-tc[j]*tc[j])
		do[j] = dh[j] * tc[j] * oj * (1 - oj)
		dg[j] = d * (1 - fj) * (1 - gj*gj)
		dold[j] = d * fj
		df[j] = d * (old[j] - gj) * fj * (1 - fj)
	}
}

// backward takes the gradient of y and adds that of x to dx and those of the
// parameters to the shard's.
func (p *pass) backward(s *scratch, shard int, c *cell, dy []float32, col, width int, dx []float32) {
	n, h := len(p.row), c.hidden
	p.dz = grow(p.dz, n*3*h)[:n*3*h]
	p.dh, p.dc = grow(p.dh, n*h)[:n*h], grow(p.dc, n*h)[:n*h]
	clear(p.dc)
	p.zero, p.spill = grow(p.zero, h), grow(p.spill, h)
	for i, r := range p.row {
		copy(p.dh[i*h:(i+1)*h], dy[int(r)*width+col:])
	}
	s.own.pack(h, 3*h, c.h.v, 1, 3*h)
	for t := len(p.step) - 2; t >= 0; t-- {
		from, to := int(p.step[t]), int(p.step[t+1])
		before := 0
		if t > 0 {
			before = int(p.step[t-1])
		}
		for i := from; i < to; i++ {
			z, dz := p.z[i*3*h:][:3*h], p.dz[i*3*h:][:3*h]
			f, g, o := z[:h], z[h:2*h], z[2*h:]
			df, dg, do := dz[:h], dz[h:2*h], dz[2*h:]
			dh, dc, tc := p.dh[i*h:][:h], p.dc[i*h:][:h], p.tc[i*h:][:h]
			var old, dold []float32
			if t > 0 {
				old, dold = p.c[(before+i-from)*h:][:h], p.dc[(before+i-from)*h:][:h]
			}
			if t == 0 {
				old, dold = p.zero[:h], p.spill[:h]
			}
			cellBack(f, g, o, df, dg, do, dh, dc, tc, old, dold)
		}
		if t > 0 {
			m := to - from
			d := s.temp(m * h)
			s.multiply(m, p.dz[from*3*h:], 3*h, 1, &s.own, d, h)
			for b := range m {
				dst, keep := p.dh[(before+b)*h:][:h], p.drop[b*h:][:h]
				for j, v := range d[b*h:][:h] {
					dst[j] += v * keep[j]
				}
			}
		}
	}
	s.gemm(c.in, 3*h, n, p.x, 1, c.in, p.dz, 3*h, 1, c.x.g[shard], 3*h)
	if n1 := int(p.step[1]); n > n1 {
		s.gemm(h, 3*h, n-n1, p.prev[n1*h:], 1, h, p.dz[n1*3*h:], 3*h, 1, c.h.g[shard], 3*h)
	}
	db := c.b.g[shard]
	for i := range n {
		for j, v := range p.dz[i*3*h:][:3*h] {
			db[j] += v
		}
	}
	p.dx = grow(p.dx, n*c.in)[:n*c.in]
	clear(p.dx)
	s.gemm(n, c.in, 3*h, p.dz, 3*h, 1, c.x.v, 1, 3*h, p.dx, c.in)
	for i, r := range p.row {
		dst := dx[int(r)*c.in:][:c.in]
		for j, v := range p.dx[i*c.in:][:c.in] {
			dst[j] += v
		}
	}
}
