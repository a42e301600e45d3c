package corpus

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestMain lets the test program stand for a run in a process of its own:
// CORPUS_IN into CORPUS_DIR.
func TestMain(m *testing.M) {
	dir := os.Getenv("CORPUS_DIR")
	if dir == "" {
		os.Exit(m.Run())
	}
	err := func() error {
		o := Options{Reader: stub{time.Millisecond}, Inputs: []string{os.Getenv("CORPUS_IN")}, Jobs: 2, Checkpoint: time.Millisecond}
		for _, n := range outputs {
			t, err := ParseTarget(filepath.Join(dir, n), "")
			if err != nil {
				return err
			}
			o.Targets = append(o.Targets, t)
		}
		_, err := Run(context.Background(), o)
		return err
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// TestKill kills a run at 50 random moments, starting it again each time, and
// whenever it comes to its end compares every byte with an unbroken run.
func TestKill(t *testing.T) {
	kills := 50
	if testing.Short() {
		kills = 5
	}
	in := filepath.Join(t.TempDir(), "in.jsonl")
	writeCorpus(t, in, 120)
	want := unbroken(t, in)
	took := 220 * time.Millisecond // about what a run takes

	r := rand.New(rand.NewPCG(2, 50))
	dir, killed, whole := t.TempDir(), 0, 0
	for killed < kills || whole == 0 {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), "CORPUS_DIR="+dir, "CORPUS_IN="+in)
		c.Stderr = os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if killed < kills {
			after := time.AfterFunc(time.Duration(r.Int64N(int64(took))), func() { _ = c.Process.Kill() })
			err := c.Wait()
			after.Stop()
			if err != nil && !c.ProcessState.Exited() {
				killed++
				continue
			}
		} else if err := c.Wait(); err != nil {
			t.Fatal(err)
		}
		if c.ProcessState.ExitCode() != 0 {
			t.Fatalf("after %d kills: %v", killed, c.ProcessState)
		}
		compare(t, fmt.Sprint("after ", killed, " kills"), want, contents(t, dir))
		whole++
		dir = t.TempDir()
	}
	t.Logf("%d kills, %d whole runs", killed, whole)
}
