package api

import (
	"encoding/json"
	"net/http"

	"readout/event"
)

// A tieBody is a tie of a row to one of another article, as store.Tie has it:
// an event or a statement.
type tieBody struct {
	Kind      string          `json:"kind"`
	Back      bool            `json:"back,omitempty"`
	Own       string          `json:"own"`
	Event     json.RawMessage `json:"event,omitempty"`
	Statement json.RawMessage `json:"statement,omitempty"`
}

// elsewhere are the operations that hold a row against other articles.
func (a *API) elsewhere() []operation {
	one := func(kind, id, what string, row param) operation {
		return operation{
			method: http.MethodGet, path: "/" + kind + "s/{article}/{" + kind + "}/elsewhere", id: id, tag: kind + "s",
			summary: "What other articles have on " + what + ": who contradicts it, who says it too, where it is told again",
			params:  []param{articleParam, row}, answers: found("Contradictions first, then what others say, then the same told again; at most a hundred", schema{"type": "array", "items": ref("Tie")}), steady: true,
			serve: func(w http.ResponseWriter, r *http.Request) error { return a.ties(w, r, rowID(r, kind)) },
		}
	}
	return []operation{
		one("event", "listEventElsewhere", "an event", eventParam),
		one("statement", "listStatementElsewhere", "what a statement says", statementParam),
	}
}

func (a *API) ties(w http.ResponseWriter, r *http.Request, id string) error {
	ties, err := a.opts.Store.Elsewhere(r.Context(), id)
	if err != nil {
		return err
	}
	events, statements := a.eventList(), a.statementList()
	out := make([]tieBody, len(ties))
	for i, t := range ties {
		out[i] = tieBody{Kind: t.Kind, Back: t.Back, Own: t.Own}
		if t.Event != nil {
			out[i].Event, err = events.object(a, r, t.Event)
		} else {
			out[i].Statement, err = statements.object(a, r, t.Statement)
		}
		if err != nil {
			return err
		}
	}
	return writeJSON(w, http.StatusOK, out)
}

// tieSchema is that of a tie.
func tieSchema() schema {
	s := of[tieBody]()
	p := s["properties"].(schema)
	p["kind"] = schema{"type": "string", "enum": []any{event.Denies, event.AgreesWith, event.SameEvent}, "description": "Whether they contradict each other, somebody else says so too, or the same is told again"}
	p["back"] = schema{"type": "boolean", "description": "It is the other row that denies or agrees"}
	p["own"] = schema{"type": "string", "description": "Id of the event that is held against the other: the one asked for, or one of the statement asked for"}
	p["event"], p["statement"] = ref("Event"), ref("Statement")
	return s
}
