//go:build !linux

package store

// startServer starts no server: only on Linux can it be made sure that it ends
// with the tests.
func startServer() error { return errNoServer }
