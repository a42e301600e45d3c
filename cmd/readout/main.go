// Readout reads news reports and writes down, with proof, who did and said
// what to whom, about what, when, where and according to whom.
package main

import (
	"os"

	"readout/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
}
