// Package codebook writes down what the columns and codes of the outputs
// mean. It is generated from the code that writes them, so that it cannot tell
// another story.
package codebook

import (
	"fmt"
	"io"
	"strings"

	"readout/event"
	"readout/record/exchange"
	"readout/record/table"
)

// Write writes the codebook as Markdown.
func Write(w io.Writer) error {
	var b strings.Builder
	b.WriteString(`# Codebook

Made by ` + "`go test -run Codebook -update .`" + ` from the code that writes the files; a test holds the two together.

`)
	tables(&b)
	forms(&b)
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

func forms(b *strings.Builder) {
	b.WriteString(`## PLOVER: .plover.jsonl

One JSON object a line, with the fields of PLOVER's exchange form. ` + "`date`" + ` is the column day above, and an event without one is left
out. ` + "`mode`" + ` has the auxiliary modes (historical, future, hypothetical, negation) behind the others. ` + "`text_info`" + ` has the number of the
sentence, the trigger's place in the article, and the article's id. ` + "`link`" + ` is the happening.

## ICEWS: .icews.tsv

Tab-separated, with a line of names, one line a pair of source and target. Actors of an event without recipients stand for each other's
targets, in both directions; an event of one party has no line. Numbers of events and stories run from 1 through the file. Left out are
events that did not happen, have not happened yet or might happen (negation, future, hypothetical), background without a day of its own,
and events without a CAMEO code. Intensity is PLOVER's score, on the same scale from −10 to 10. District and Province stay empty.

`)
	fmt.Fprintf(b, "Columns: %s.\n\n", strings.Join(exchange.ICEWSColumns, ", "))
	b.WriteString(`## GDELT 2: .gdelt.tsv

Tab-separated, without a line of names, one line a pair of actors; an event of one party has an empty second actor. Left out is what
ICEWS leaves out. GoldsteinScale is PLOVER's score; NumMentions, NumSources and NumArticles are reports, publishers and reports of a merged
happening (` + "`--one-a-day`" + `), else 1. IsRootEvent is 1 in the first two sentences. Actor codes are built as CAMEO does, of country or body
and roles. ActionGeo_CountryCode is FIPS 10-4; the type is 1 for a country or what lies in it without coordinates, 3 and 4 for cities.
Places of actors, tone, ethnic and religious codes stay empty. DATEADDED is the day of publication.

`)
	fmt.Fprintf(b, "Columns: %s.\n\n", strings.Join(exchange.GDELTColumns, ", "))
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
