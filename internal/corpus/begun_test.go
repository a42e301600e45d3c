package corpus

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestChanged: a run does not go on over inputs that are no longer what it has
// read, and the manifest vouches for none of them.
func TestChanged(t *testing.T) {
	stopAt := func(o Options, articles int) error {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		o.Watch = func(p Progress) {
			if p.Articles >= articles {
				cancel()
			}
		}
		_, err := Run(ctx, o)
		return err
	}
	later := func(t *testing.T, name string) {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, time.Time{}, info.ModTime().Add(time.Second)); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		name, want string
		change     func(t *testing.T, first, second string)
	}{
		{"longer", "first.jsonl has changed since it was read: it had ", func(t *testing.T, first, _ string) { writeCorpus(t, first, 21) }},
		{"as long", "first.jsonl has changed since it was read: it was of ", func(t *testing.T, first, _ string) { later(t, first) }},
		{"half read", "second.jsonl has changed", func(t *testing.T, _, second string) { writeCorpus(t, second, 50) }},
		{"gone", "first.jsonl was read and is gone", func(t *testing.T, first, _ string) {
			if err := os.Remove(first); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := t.TempDir()
			first, second := filepath.Join(in, "first.jsonl"), filepath.Join(in, "second.jsonl")
			writeCorpus(t, first, 20)
			writeCorpus(t, second, 60)
			o := options(t, t.TempDir(), first)
			o.Inputs = []string{first, second}
			if err := stopAt(o, 30); !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
			test.change(t, first, second)
			_, err := Run(context.Background(), o)
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "--restart") {
				t.Fatalf("got %v, want %q", err, test.want)
			}
			o.Restart = true
			if _, err := Run(context.Background(), o); err != nil {
				t.Fatal(err)
			}
		})
	}

	// While it is read, or between two parts of a run that has read all.
	in := filepath.Join(t.TempDir(), "in.jsonl")
	writeCorpus(t, in, 20)
	o := options(t, t.TempDir(), in)
	var told []string
	o.Complain = func(err error) { told = append(told, err.Error()) }
	o.Watch = func(p Progress) {
		if p.Stage == Coding && p.Articles == 10 {
			later(t, in)
		}
	}
	s, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Manifest.Inputs[0]; !got.Changed || got.Hash != "" || !strings.Contains(told[len(told)-1], "in.jsonl has changed") {
		t.Errorf("%+v, %q", got, told)
	}

	// After it is complete.
	o = options(t, t.TempDir(), in)
	if _, err := Run(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	later(t, in)
	if s, err := Run(context.Background(), o); err != nil || !s.Already {
		t.Errorf("the same bytes with a later date: %v", err)
	}
	b, err := os.ReadFile(in)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(in, []byte(strings.ToUpper(string(b))), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(in, time.Time{}, time.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(context.Background(), o); err == nil || !strings.Contains(err.Error(), "in.jsonl has changed since: --restart") {
		t.Errorf("other bytes of the same length: %v", err)
	}
}
