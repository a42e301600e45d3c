package readout_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestGoldenReadme: the sample in README.md is what the program prints, but
// for the findings that it leaves out. With -update it is made anew.
func TestGoldenReadme(t *testing.T) {
	golden := page(t, "testdata/golden/singapore-summit.golden")
	title, _, _ := strings.Cut(golden, "\n")
	readme := page(t, "README.md")
	before, rest, ok := strings.Cut(readme, "    "+title+"\n")
	if !ok {
		t.Fatalf("README.md has no sample that begins with %q", title)
	}
	end := strings.Index(rest, "\n\nEvery event")
	if end < 0 {
		t.Fatal("README.md: the sample is not followed by “Every event”")
	}
	old := "    " + title + "\n" + rest[:end] + "\n"
	want := refreshed(old, golden)
	if *update {
		if err := os.WriteFile("README.md", []byte(before+want+rest[end+1:]), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(want, old); d != "" {
		t.Errorf("README.md: the sample is not what is printed; go test -run Golden -update . makes it anew\n%s", d)
	}
}

// refreshed returns the sample old with its head and its findings as golden has
// them. A finding is known by its last line, words of the text.
func refreshed(old, golden string) string {
	const indent = "    "
	head, findings, _ := strings.Cut(golden, "\nWHO DID WHAT TO WHOM\n")
	printed := map[string]string{}
	for _, f := range items(findings) {
		lines := strings.Split(f, "\n")
		if last := lines[len(lines)-1]; printed[last] == "" {
			printed[last] = f
		}
	}
	var out strings.Builder
	write := func(s string) {
		for _, line := range strings.Split(s, "\n") {
			if line != "" {
				line = indent + line
			}
			out.WriteString(line + "\n")
		}
	}
	write(head)
	lines := strings.Split(old, "\n")
	for i := range lines {
		lines[i] = strings.TrimPrefix(lines[i], indent)
	}
	_, findings, _ = strings.Cut(strings.Join(lines, "\n"), "\nWHO DID WHAT TO WHOM\n")
	write("WHO DID WHAT TO WHOM")
	for _, f := range items(findings) {
		lines := strings.Split(f, "\n")
		switch now := printed[lines[len(lines)-1]]; {
		case len(lines) > 1 && now != "":
			write(now)
		case len(lines) == 1 && !strings.HasPrefix(f, "  2") && !strings.HasPrefix(f, "  undated"):
			write(f) // a heading, a gap, "…"
		}
	}
	return out.String()
}

// items splits findings into those of one line, such as headings, and those
// with the lines that hang below them.
func items(findings string) []string {
	var out []string
	for _, line := range strings.Split(strings.TrimRight(findings, "\n"), "\n") {
		if strings.HasPrefix(line, "      ") && len(out) > 0 {
			out[len(out)-1] += "\n" + line
		} else {
			out = append(out, line)
		}
	}
	return out
}
