package cli

import (
	"fmt"
	"strings"

	"readout/internal/mark"
	"readout/internal/tell"
)

// elsewhere prints what other articles have on an event or a statement.
func (a *asking) elsewhere(id string) error {
	ties, err := a.store.Elsewhere(a.ctx, id)
	if err != nil {
		return err
	}
	if a.limit > 0 && len(ties) > a.limit {
		ties = ties[:a.limit]
	}
	if a.format == "text" && len(ties) == 0 {
		_, err := fmt.Fprintln(a.out, "No other article tells of it.")
		return err
	}
	for i, t := range ties {
		switch {
		case a.format == "jsonl":
			err = writeRow(a.out, t)
		case i == 0 || tell.Tie(t) != tell.Tie(ties[i-1]):
			_, err = fmt.Fprintf(a.out, "%s%s\n", ifTrue(i > 0, "\n"), strings.ToUpper(tell.Tie(t)))
		}
		switch {
		case err != nil:
		case a.format == "jsonl":
			continue
		case t.Event != nil:
			err = a.event(t.Event)
		default:
			err = mark.Statement(a.out, &t.Statement.Statement)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
