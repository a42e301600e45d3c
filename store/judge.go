package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"readout/record/table"
)

// Judge notes what a person said of an event. The judgement's Event, Verdict
// and Who must be given; what was judged is filled in. A time of zero means now.
func (s *Store) Judge(ctx context.Context, j *Judgement) error {
	if !slices.Contains([]string{Right, Wrong, Corrected}, j.Verdict) {
		return invalid("verdict %q: want right, wrong or corrected", j.Verdict)
	}
	if strings.TrimSpace(j.Who) == "" {
		return invalid("a judgement needs to say whose it is")
	}
	if (j.Verdict == Corrected) != (len(j.Fields) > 0) {
		return invalid("a correction, and nothing else, names the fields that it corrects")
	}
	for name, value := range j.Fields {
		if !slices.Contains(correctable, name) {
			return invalid("field %q cannot be corrected: want %s", name, strings.Join(correctable, ", "))
		}
		if _, err := table.FromCells[table.Event](with(name, value)); err != nil {
			return invalid("%v", err)
		}
	}
	e, err := s.Event(ctx, j.Event)
	if err != nil {
		return err
	}
	if j.When.IsZero() {
		j.When = time.Now()
	}
	j.When = j.When.UTC().Truncate(time.Second)
	j.Article, j.Type, j.Trigger, j.Start, j.End, j.Quote = e.ArticleID, e.Type, e.Trigger, int(e.Start), int(e.End), e.Sentence
	fields, err := json.Marshal(j.Fields)
	if err != nil {
		return err
	}
	return s.write(ctx, func(p *putting) error {
		c, err := coded(p.each, j.Article)
		if err != nil {
			return err
		}
		engine := c.Record.Engine
		j.Engine = strings.Join([]string{engine.Version, engine.Lexicon, engine.Model}, " ")
		if err := p.row(`INSERT INTO judgements (event_id, article_id, verdict, who, at, why, fields, type, trigger, trigger_start, trigger_end, sentence, engine)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
			j.Event, j.Article, j.Verdict, j.Who, j.When.Unix(), j.Why, string(fields), j.Type, j.Trigger, j.Start, j.End, j.Quote, j.Engine).Scan(&j.ID); err != nil {
			return err
		}
		p.sums.judged[j.Article] = true
		return p.put(c)
	})
}

// judged ties the judgements of an article to its events: each to the event of
// the same type at the same words, or else at words that overlap them.
func (p *putting) judged(r *Reading) error {
	var all []*Judgement
	if err := p.each("SELECT "+judgementColumns+" FROM judgements WHERE article_id = ? ORDER BY id", []any{r.Article.ID}, func(rs *sql.Rows) error {
		j, err := scanJudgement(rs)
		all = append(all, j)
		return err
	}); err != nil {
		return err
	}
	for _, j := range all {
		var best *Event
		for i := range r.Events {
			e := &r.Events[i]
			if e.Type != j.Type || int(e.Start) >= j.End || int(e.End) <= j.Start {
				continue
			}
			if best == nil || int(e.Start) == j.Start && int(e.End) == j.End && (int(best.Start) != j.Start || int(best.End) != j.End || e.ID == j.Event) {
				best = e
			}
		}
		j.Event = ""
		if best != nil {
			j.Event, best.Judgement = best.ID, j
		}
		p.tie = append(p.tie, j)
	}
	return nil
}

// tied writes which events judgements are of.
func (p *putting) tied() error {
	for _, j := range p.tie {
		if err := p.exec("UPDATE judgements SET event_id = ? WHERE id = ?", null(j.Event), j.ID); err != nil {
			return err
		}
	}
	p.tie = nil
	return nil
}

// correctable are the columns that a correction may name.
var correctable = []string{"type", "mode", "contexts", "cameo", "date", "historical", "future", "hypothetical", "negation", "actors", "actor_countries", "actor_sectors",
	"recipients", "recipient_countries", "recipient_sectors", "object_count", "object", "place", "place_country", "according_to"}

// Correctable lists the columns of events that a correction may name.
func Correctable() []string { return slices.Clone(correctable) }

// with are the cells of a row that is empty but for one column.
func with(name, value string) []string {
	cols := table.Columns[table.Event]()
	out := make([]string, len(cols))
	for i, c := range cols {
		if c.Name == name {
			out[i] = value
		}
	}
	return out
}

const judgementColumns = "id, COALESCE(event_id, ''), article_id, verdict, who, at, why, fields, type, trigger, trigger_start, trigger_end, sentence, engine"

func scanJudgement(rs *sql.Rows) (*Judgement, error) {
	var j Judgement
	var at int64
	var fields string
	if err := rs.Scan(&j.ID, &j.Event, &j.Article, &j.Verdict, &j.Who, &at, &j.Why, &fields, &j.Type, &j.Trigger, &j.Start, &j.End, &j.Quote, &j.Engine); err != nil {
		return nil, err
	}
	j.When = time.Unix(at, 0).UTC()
	return &j, json.Unmarshal([]byte(fields), &j.Fields)
}

// Judgements lists all judgements of an event, or of all events when id is
// empty, in the order in which they were made.
func (s *Store) Judgements(ctx context.Context, event string) ([]Judgement, error) {
	query, args := "SELECT "+judgementColumns+" FROM judgements", []any{}
	if event != "" {
		query, args = query+" WHERE event_id = ?", append(args, event)
	}
	rs, err := s.query(ctx, query+" ORDER BY id", args...)
	if err != nil {
		return nil, err
	}
	defer rs.Close()
	out := []Judgement{}
	for rs.Next() {
		j, err := scanJudgement(rs)
		if err != nil {
			return nil, err
		}
		out = append(out, *j)
	}
	return out, rs.Err()
}
