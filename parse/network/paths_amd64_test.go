package network

// paths returns what this machine can stand for and a function that makes it
// itself again.
func paths() ([]path, func()) {
	a, v := avx2, vnni
	all := []path{{"scalar", func() { avx2, vnni = false, false }}}
	if a {
		all = append(all, path{"avx2", func() { avx2, vnni = true, false }})
	}
	if v {
		all = append(all, path{"vnni", func() { avx2, vnni = true, true }})
	}
	return all, func() { avx2, vnni = a, v }
}
