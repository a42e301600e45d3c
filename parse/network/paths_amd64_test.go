package network

// paths returns what this machine can stand for and a function that makes it
// itself again.
func paths() ([]path, func()) {
	a, v := avx2, vnni
	all := []path{
		{"scalar", func() { sse2, avx2, vnni = false, false, false }},
		{"sse2", func() { sse2, avx2, vnni = true, false, false }},
	}
	if a {
		all = append(all, path{"avx2", func() { sse2, avx2, vnni = true, true, false }})
	}
	if v {
		all = append(all, path{"vnni", func() { sse2, avx2, vnni = true, true, true }})
	}
	return all, func() { sse2, avx2, vnni = true, a, v }
}
