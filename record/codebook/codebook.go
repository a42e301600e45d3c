// Package codebook writes down what the columns and codes of the outputs
// mean. It is generated from the code that writes them, so that it cannot tell
// another story.
package codebook

import (
	"fmt"
	"io"
	"strings"

	"readout/event"
	"readout/record/table"
)

// Write writes the codebook as Markdown.
func Write(w io.Writer) error {
	var b strings.Builder
	b.WriteString(`# Codebook

Made by ` + "`go test -run Codebook -update .`" + ` from the code that writes the files; a test holds the two together.

`)
	tables(&b)
	ontology(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

func tables(b *strings.Builder) {
	b.WriteString(`## Tables: .csv, .tsv, .parquet

One row an event, or one row a statement (` + "`--rows statements`" + `, or a name such as ` + "`x.statements.csv`" + `). The columns are the same in
all three forms and stand in this order. In CSV and TSV the first line names them; dates are written 2021-06-16, booleans true and
false, and what is not known is empty. In Parquet it is null. White space inside a cell is single spaces. A list stands in one cell
with ` + "`|`" + ` between its items; the lists about actors have one item for each actor, in one order, some of which may be empty, and so
have those about recipients.

`)
	columns[table.Event](b, "Events")
	columns[table.Statement](b, "Statements")
}

func columns[T table.Row](b *strings.Builder, name string) {
	fmt.Fprintf(b, "### %s\n\n| column | type | may be empty | meaning |\n|---|---|---|---|\n", name)
	for _, c := range table.Columns[T]() {
		null := ""
		if c.Null {
			null = "yes"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", c.Name, c.Type, null, strings.ReplaceAll(c.Doc, "|", `\|`))
	}
	b.WriteByte('\n')
}

var quads = [...]string{1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}

func ontology(b *strings.Builder) {
	b.WriteString(`## PLOVER 2.0

Types with their quad class and score, and their modes with scores of their own. The ontology is that of the Open Event Data
Alliance (CC BY-SA 4.0).

| type | quad | score | modes |
|---|---|---|---|
`)
	for _, k := range event.Types() {
		var modes []string
		for _, m := range k.Modes {
			modes = append(modes, fmt.Sprintf("%s %g", m.Name, m.Score))
		}
		fmt.Fprintf(b, "| %s | %d %s | %g | %s |\n", k.Type, k.Quad, quads[k.Quad], k.Score, strings.Join(modes, ", "))
	}
	fmt.Fprintf(b, "\nContexts: %s.\n", strings.Join(event.Contexts(), ", "))
}
