package cli_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestInterrupt stops a run as Ctrl-C does, in a process of its own. It says
// what is safe, and the same command goes on and ends with the bytes of a run
// that was never stopped.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals between processes")
	}
	var in strings.Builder
	for i := range 300 {
		fmt.Fprintf(&in, `{"id":"a%d","published":"2021-06-16","text":"Russia expelled %d American diplomats on Friday. The foreign ministry said that note number %d had been handed to the ambassador in the morning."}`+"\n", i, i+2, i)
	}
	dir := t.TempDir()
	corpus := filepath.Join(dir, "in.jsonl")
	if err := os.WriteFile(corpus, []byte(in.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	files := func(out string) (all [2][]byte) {
		for i, end := range []string{"", ".manifest.json"} {
			b, err := os.ReadFile(out + end)
			if err != nil {
				t.Fatal(err)
			}
			all[i] = b
		}
		return all
	}
	run := func(out string, checkpoint string) (*exec.Cmd, *bytes.Buffer) {
		c := exec.Command("readout", "run", corpus, "-o", out, "--checkpoint", checkpoint)
		said := new(bytes.Buffer)
		c.Stderr = said
		return c, said
	}
	whole := filepath.Join(dir, "whole", "out.jsonl")
	if c, said := run(whole, "1h"); c.Run() != nil {
		t.Fatal(said)
	}

	out := filepath.Join(dir, "stopped", "out.jsonl")
	c, said := run(out, "5ms")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	var at struct{ Articles int }
	for deadline := time.Now().Add(time.Minute); at.Articles < 3; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the run does not begin")
		}
		if b, err := os.ReadFile(out + ".run/checkpoint.json"); err == nil {
			_ = json.Unmarshal(b, &at) // it is replaced whole, so that it always is
		}
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := c.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Fatalf("%v: %s", err, said)
	}
	if want := "stopped: what is read is safe in " + out + ".run, and the same command goes on from there"; !strings.Contains(said.String(), want) {
		t.Errorf("it said %q, want %q", said, want)
	}
	if _, err := os.Stat(out); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("half an output: %v", err)
	}

	c, said = run(out, "1h")
	if err := c.Run(); err != nil {
		t.Fatal(said)
	}
	want, got := files(whole), files(out)
	for i := range want {
		if !bytes.Equal(want[i], got[i]) {
			t.Errorf("file %d has %d bytes, and %d in an unbroken run", i, len(got[i]), len(want[i]))
		}
	}
}
