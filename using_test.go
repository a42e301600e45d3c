package readout_test

import (
	"context"
	"fmt"
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
var ours = map[string]bool{"events": true, "statements": true, "entities": true, "articles": true, "actor": true, "recipient": true, "n": true, "tone": true, "a": true, "r": true, "size": true, "mean": true, "character": true, "logical": true, "happened": true}

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
	for i, m := range fence.FindAllStringSubmatch(page(t, "docs/USING.md"), -1) {
		language, code := m[1], m[2]
		if language == "sql" && !strings.Contains(code, "parquet") {
			continue // it is SQLite's
		}
		t.Run(fmt.Sprintf("%d-%s", i+1, language), func(t *testing.T) {
			run := interpreter(language, code)
			if run == nil { // what is left to try without a library that reads Parquet
				code = fromCSV.Replace(code)
				run = interpreter(language, code)
			}
			if run == nil {
				t.Skip("what it needs is not here")
			}
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
			defer cancel()
			c := exec.CommandContext(ctx, run[0], append(run[1:], code)...)
			c.Dir = dir
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s\n%s", err, code, out)
			}
		})
	}
}

// fromCSV makes a snippet read CSV.
var fromCSV = strings.NewReplacer(
	`pd.read_parquet("events.parquet")`, `pd.read_csv("events.csv")`,
	"library(arrow)", "",
	`read_parquet("events.parquet")`, `read.csv("events.csv", na.strings = "", colClasses = c(negation = "logical", hypothetical = "logical"))`,
	`read_parquet("statements.parquet")`, `read.csv("statements.csv", na.strings = "")`,
)

// duckdb runs SQL as DuckDB's own program does, for machines that have it as a
// package of Node.js.
const duckdb = `const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
  const c = await (await DuckDBInstance.create(':memory:')).connect();
  for (const q of (process.argv[1] || '').split(';')) if (q.trim()) await c.runAndReadAll(q);
})().catch(e => { console.error(e); process.exit(1); });`

// interpreter returns the command that runs code when it is given as the last
// argument, or nil when there is none.
func interpreter(language, code string) []string {
	can := func(args ...string) bool { return exec.Command(args[0], args[1:]...).Run() == nil }
	switch language {
	case "python":
		needs := "import " + regexp.MustCompile(`import (\w+)`).FindStringSubmatch(code)[1]
		if strings.Contains(code, "pd.read_parquet") {
			needs += ", pyarrow"
		}
		for _, python := range []string{"python3", "/usr/bin/python3"} {
			if can(python, "-c", needs) {
				return []string{python, "-c"}
			}
		}
	case "sql":
		if can("duckdb", "--version") {
			return []string{"duckdb", "-c"}
		}
		if can("node", "-e", duckdb, "") {
			return []string{"node", "-e", duckdb}
		}
	case "r":
		needs := append(regexp.MustCompile(`library\(\w+\)`).FindAllString(code, -1), "1")
		if can("Rscript", "-e", strings.Join(needs, "; ")) {
			return []string{"Rscript", "-e"}
		}
	}
	return nil
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
	for _, name := range []string{"events.parquet", "events.csv", "statements.parquet", "statements.csv"} {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		switch name {
		case "events.parquet":
			fill(t, table.NewParquet[table.Event](f), es)
		case "events.csv":
			fill(t, table.NewCSV[table.Event](f, ','), es)
		case "statements.csv":
			fill(t, table.NewCSV[table.Statement](f, ','), ss)
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
