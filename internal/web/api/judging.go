package api

import (
	"bytes"
	"context"
	"net/http"
	"sort"
	"strconv"
	"strings"
	"time"

	"readout/internal/atom"
	"readout/internal/tell"
	"readout/internal/web/access"
	"readout/store"
)

// A newJudgement is what someone says of an event.
type newJudgement struct {
	Verdict string            `json:"verdict"`
	Who     string            `json:"who,omitempty"`
	Why     string            `json:"why,omitempty"`
	Fields  map[string]string `json:"fields,omitempty"`
}

// judging are the operations on judgements.
func (a *API) judging() []operation {
	out := []operation{
		{
			method: http.MethodGet, path: "/events/{article}/{event}/judgements", id: "getJudgements", tag: "judgements", summary: "What people judged of an event, first ones first",
			params: []param{articleParam, eventParam}, answers: found("The judgements", schema{"type": "array", "items": ref("Judgement")}),
			serve: func(w http.ResponseWriter, r *http.Request) error {
				id := rowID(r, "event")
				if _, err := a.opts.Store.Event(r.Context(), id); err != nil {
					return err
				}
				all, err := a.opts.Store.Judgements(r.Context(), id)
				if err != nil {
					return err
				}
				return writeJSON(w, http.StatusOK, all)
			},
		},
		{
			method: http.MethodPost, path: "/events/{article}/{event}/judgements", id: "judgeEvent", tag: "judgements",
			summary: "Judge an event right or wrong, or correct it; the machine's record stays as it is",
			params:  []param{articleParam, eventParam},
			body: &body{doc: "The verdict, whose it is (the name of the token when nothing is said), why, and for a correction the columns with their right values: " +
				strings.Join(store.Correctable(), ", "), media: []string{"application/json"}, schema: ref("NewJudgement")},
			answers: []answer{{status: http.StatusCreated, doc: "The judgement", media: "application/json", schema: ref("Judgement")}},
			serve: func(w http.ResponseWriter, r *http.Request) error {
				var in newJudgement
				if err := readJSON(w, r, &in); err != nil {
					return err
				}
				if in.Who == "" {
					in.Who = access.From(r.Context()).Name
				}
				j := store.Judgement{Event: rowID(r, "event"), Verdict: in.Verdict, Who: in.Who, Why: in.Why, Fields: in.Fields, When: a.opts.Now()}
				if err := a.opts.Store.Judge(r.Context(), &j); err != nil {
					return err
				}
				return writeJSON(w, http.StatusCreated, j)
			},
		},
		{
			method: http.MethodGet, path: "/judgements/gold.jsonl", id: "exportGold", tag: "judgements", summary: "The judged sentences as gold, for readout score events --gold",
			answers: []answer{{status: http.StatusOK, doc: "One sentence a line", media: "application/jsonl", schema: schema{"type": "string"}}},
			serve: func(w http.ResponseWriter, r *http.Request) error {
				var b bytes.Buffer
				if err := a.opts.Store.Gold(r.Context(), &b); err != nil {
					return err
				}
				w.Header().Set("Content-Type", "application/jsonl; charset=utf-8")
				w.Header().Set("Content-Disposition", `attachment; filename="readout-gold.jsonl"`)
				_, err := w.Write(b.Bytes())
				return wrapBegun(err)
			},
		},
	}
	return append(out, listed(a, a.judgementList())...)
}

func (a *API) judgementList() list[store.Judgement] {
	return list[store.Judgement]{
		path: "/judgements", id: "Judgements", tag: "judgements", what: "judgements", plain: true,
		load: func(ctx context.Context, _ *http.Request, _ store.Filter, _ store.Page) (store.List[store.Judgement], error) {
			all, err := a.opts.Store.Judgements(ctx, "")
			return store.List[store.Judgement]{Items: all, Total: len(all)}, err
		},
		columns: []string{"id", "event_id", "article_id", "verdict", "who", "when", "why", "fields", "type", "trigger", "trigger_start", "trigger_end", "sentence", "engine"},
		cells: func(j *store.Judgement) []string {
			return []string{strconv.FormatInt(j.ID, 10), j.Event, j.Article, j.Verdict, j.Who, j.When.UTC().Format(time.RFC3339), j.Why, corrections(j.Fields), j.Type, j.Trigger,
				strconv.Itoa(j.Start), strconv.Itoa(j.End), j.Quote, j.Engine}
		},
		entry: func(j *store.Judgement) atom.Entry {
			e := atom.Entry{ID: atom.ID("judgement", strconv.FormatInt(j.ID, 10)+" "+j.Article), Title: j.Who + ": " + j.Type + " " + j.Verdict, Updated: j.When, Published: j.When, Author: j.Who,
				Summary: strings.TrimSpace(j.Quote + " " + corrections(j.Fields) + " " + j.Why), Page: tell.Article(j.Article)}
			if j.Event != "" {
				e.Page = tell.Event(j.Event)
			}
			return e
		},
		row: ref("Judgement"),
	}
}

// corrections writes corrected fields in one line.
func corrections(fields map[string]string) string {
	out := make([]string, 0, len(fields))
	for k, v := range fields {
		out = append(out, k+"="+v)
	}
	sort.Strings(out)
	return strings.Join(out, "; ")
}
