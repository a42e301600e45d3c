package page

import (
	"cmp"
	"fmt"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"readout/store"
)

// judge notes what a person says of an event. A field of the form that differs
// from the machine's is a correction.
func (p *pages) judge(w http.ResponseWriter, r *http.Request) error {
	v, err := p.eventView(r)
	if err != nil {
		return err
	}
	if err := r.ParseForm(); err != nil {
		return badRequest{err}
	}
	j := store.Judgement{Event: v.E.ID, Verdict: r.PostForm.Get("verdict"), Who: line(r, "who", 100), Why: strings.TrimSpace(clip(r.PostForm.Get("why"), 2000)), When: p.now()}
	if name := p.caller(r.Context()); name != "" {
		j.Who = name
	}
	v.Form.Verdict, v.Form.Who, v.Form.Why = j.Verdict, j.Who, j.Why
	for i := range v.Form.Fields {
		f := &v.Form.Fields[i]
		if _, sent := r.PostForm[f.Name]; !sent {
			continue
		}
		value := line(r, f.Name, 1000)
		if value != f.Value && j.Verdict == store.Corrected {
			if j.Fields == nil {
				j.Fields = map[string]string{}
			}
			j.Fields[f.Name] = value
		}
		f.Value = value
	}
	if j.Verdict == store.Corrected && len(j.Fields) == 0 {
		v.Fault = "A correction needs at least one corrected field: open “Corrected fields” and change what is wrong."
		p.show(w, r, http.StatusUnprocessableEntity, "event", v)
		return nil
	}
	if err := p.store.Judge(r.Context(), &j); err != nil {
		v.Fault = sentence(err.Error()) + "."
		p.show(w, r, http.StatusUnprocessableEntity, "event", v)
		return nil
	}
	http.Redirect(w, r, v.Self+"#judged", http.StatusSeeOther)
	return nil
}

// line is a field of a form in one line, of at most so many code points.
func line(r *http.Request, name string, most int) string {
	return clip(strings.Join(strings.Fields(r.PostForm.Get(name)), " "), most)
}

type judgementsPage struct {
	frame
	First, Next string
	Judgements  []store.Judgement
}

// judgements lists what people said of events, the newest first.
func (p *pages) judgements(w http.ResponseWriter, r *http.Request) error {
	all, err := p.store.Judgements(r.Context(), "")
	if err != nil {
		return err
	}
	v := judgementsPage{frame: frame{Title: "Corrections", Self: "/judgements", Cite: "Corrections",
		More: []choice{{Label: "Gold for readout score", Link: "/api/v1/judgements/gold.jsonl"}}}}
	before, err := strconv.ParseInt(cmp.Or(r.URL.Query().Get("before"), strconv.Itoa(math.MaxInt)), 10, 64)
	if err != nil {
		return badRequest{fmt.Errorf("before %q: want the number of a judgement", r.URL.Query().Get("before"))}
	}
	slices.Reverse(all)
	all = slices.DeleteFunc(all, func(j store.Judgement) bool { return j.ID >= before })
	if before != math.MaxInt {
		v.First = "/judgements"
	}
	if len(all) > rowsAPage {
		all = all[:rowsAPage]
		v.Next = fmt.Sprintf("/judgements?before=%d", all[rowsAPage-1].ID)
	}
	v.Judgements = all
	p.show(w, r, http.StatusOK, "judgements", &v)
	return nil
}
