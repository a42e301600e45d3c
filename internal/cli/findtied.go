package cli

import (
	"fmt"

	"readout/event"
	"readout/internal/mark"
	"readout/store"
)

// A tiedRow is a tie as find --elsewhere writes it with --format jsonl.
type tiedRow struct {
	Kind      string           `json:"kind"`
	Back      bool             `json:"back,omitempty"`
	Own       string           `json:"own"`
	Event     *store.Event     `json:"event,omitempty"`
	Statement *store.Statement `json:"statement,omitempty"`
}

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
		_, err := fmt.Fprintf(a.out, "No other article tells of it.\n")
		return err
	}
	for i, t := range ties {
		switch {
		case a.format == "jsonl":
			err = writeRow(a.out, tiedRow(t))
		case i == 0 || saidTie(t) != saidTie(ties[i-1]):
			_, err = fmt.Fprintf(a.out, "%s%s\n", ifTrue(i > 0, "\n"), saidTie(t))
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

// saidTie is a heading for ties of one sort.
func saidTie(t store.Tie) string {
	switch {
	case t.Kind == event.Denies && t.Back:
		return "CONTRADICTED BY"
	case t.Kind == event.Denies:
		return "CONTRADICTS"
	case t.Kind == event.AgreesWith:
		return "ALSO SAID BY"
	}
	return "TOLD AGAIN"
}
