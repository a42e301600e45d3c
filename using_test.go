package readout_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"readout/record/table"
)

// fence is a block of code in a document.
var fence = regexp.MustCompile("(?s)```(python|sql|r)\n(.*?)```")

// ours are words of the snippets that name what they make themselves, or are
// arguments of the libraries.
var ours = map[string]bool{"events": true, "statements": true, "entities": true, "articles": true, "actor": true, "recipient": true, "n": true, "tone": true, "size": true, "mean": true, "character": true}

// TestUsingColumns: every column that docs/USING.md names is there.
func TestUsingColumns(t *testing.T) {
	known := map[string]bool{}
	for _, c := range append(table.Columns[table.Event](), table.Columns[table.Statement]()...) {
		known[c.Name] = true
	}
	quoted := regexp.MustCompile(`"([a-z_]+)"`)
	bare := regexp.MustCompile(`\b[a-z][a-z_]*\b`)
	call := regexp.MustCompile(`(?s)(?:filter|count|select|colClasses = c)\((.*?)\) *(?:\||\n|,)|\$([a-z_]+)`)
	named := 0
	check := func(name string) {
		if !ours[name] {
			named++
			if !known[name] {
				t.Errorf("docs/USING.md names a column %q that is not there", name)
			}
		}
	}
	for _, m := range fence.FindAllStringSubmatch(page(t, "docs/USING.md"), -1) {
		switch m[1] {
		case "python":
			for _, q := range quoted.FindAllStringSubmatch(m[2], -1) {
				check(q[1])
			}
		case "sql":
			for _, w := range bare.FindAllString(regexp.MustCompile(`'[^']*'`).ReplaceAllString(m[2], ""), -1) {
				check(w)
			}
		case "r":
			for _, c := range call.FindAllStringSubmatch(m[2], -1) {
				args := regexp.MustCompile(`"[^"]*"|\bis\.na\b|\bsort\b`).ReplaceAllString(c[1]+" "+c[2], "")
				for _, w := range bare.FindAllString(args, -1) {
					check(w)
				}
			}
		}
	}
	for _, m := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(page(t, "docs/USING.md"), -1) {
		check(m[1])
	}
	if named < 40 {
		t.Errorf("only %d names seen: the search is broken", named)
	}
}

// TestUsingRuns runs the snippets whose programs are at hand.
func TestUsingRuns(t *testing.T) {
	dir := t.TempDir()
	files(t, dir)
	have := map[string]bool{}
	can := func(args ...string) bool {
		key := strings.Join(args, " ")
		if _, known := have[key]; !known {
			have[key] = exec.Command(args[0], args[1:]...).Run() == nil
		}
		return have[key]
	}
	ran := 0
	for _, m := range fence.FindAllStringSubmatch(page(t, "docs/USING.md"), -1) {
		var run []string
		switch {
		case m[1] == "python":
			module := regexp.MustCompile(`import (\w+)`).FindStringSubmatch(m[2])[1]
			if can("python3", "-c", "import "+module) {
				run = []string{"python3", "-c", m[2]}
			}
		case m[1] == "sql" && strings.Contains(m[2], "parquet") && can("duckdb", "--version"):
			run = []string{"duckdb", "-c", m[2]}
		case m[1] == "r" && (!strings.Contains(m[2], "library(") && can("Rscript", "--version") || can("Rscript", "-e", "library(arrow); library(dplyr)")):
			run = []string{"Rscript", "-e", m[2]}
		}
		if run == nil {
			continue
		}
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		c := exec.CommandContext(ctx, run[0], run[1:]...)
		c.Dir = dir
		if out, err := c.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s\n%s", m[1], err, m[2], out)
		}
		cancel()
		ran++
	}
	if ran == 0 {
		t.Skip("neither pandas, polars, DuckDB nor R is here")
	}
}

// files writes the tables that the snippets read.
func files(t *testing.T, dir string) {
	t.Helper()
	lat := 46.2
	es := []table.Event{
		{ID: "a/ev1", ArticleID: "a", Type: "SANCTION", CAMEO: "161", Quad: 4, Score: -5.5, Day: table.ParseDay("2021-04-15"), Published: table.ParseDay("2021-06-16"),
			Actors: "Russia", ActorCountries: "RUS", Recipients: "United States|France", RecipientCountries: "USA|FRA", Latitude: &lat, Reports: 1, Publishers: 1},
		{ID: "b/ev1", ArticleID: "b", Type: "CONSULT", Quad: 1, Score: 2.5, Day: table.ParseDay("2021-06-16"), Negation: true, Reports: 1, Publishers: 1},
	}
	ss := []table.Statement{{ID: "a/st1", ArticleID: "a", Kind: "direct", Speaker: "Macron", SpeakerCountry: "FRA", SpeakerSectors: "GOV",
		About: "Iran", Published: table.ParseDay("2021-06-16"), Content: "“No.”"}}
	for _, name := range []string{"events.parquet", "events.csv", "statements.parquet"} {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		switch name {
		case "events.parquet":
			fill(t, table.NewParquet[table.Event](f), es)
		case "events.csv":
			fill(t, table.NewCSV[table.Event](f, ','), es)
		default:
			fill(t, table.NewParquet[table.Statement](f), ss)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func fill[T table.Row](t *testing.T, w table.Writer[T], rows []T) {
	t.Helper()
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}
