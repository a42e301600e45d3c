package network

// paths returns what this machine can stand for and a function that makes it
// itself again.
func paths() ([]path, func()) {
	n := neon
	return []path{{"scalar", func() { neon = false }}, {"neon", func() { neon = true }}}, func() { neon = n }
}
