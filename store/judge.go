package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"readout/record/table"
)

// Judge notes what a person said of an event. The judgement's Event, Verdict
// and Who must be given; what was judged is filled in. A time of zero means now.
func (s *Store) Judge(ctx context.Context, j *Judgement) error {
	if !slices.Contains([]string{Right, Wrong, Corrected}, j.Verdict) {
		return fmt.Errorf("verdict %q: want right, wrong or corrected", j.Verdict)
	}
	if strings.TrimSpace(j.Who) == "" {
		return errors.New("a judgement needs to say whose it is")
	}
	if (j.Verdict == Corrected) != (len(j.Fields) > 0) {
		return errors.New("a correction, and nothing else, names the fields that it corrects")
	}
	for name, value := range j.Fields {
		if !slices.Contains(correctable, name) {
			return fmt.Errorf("field %q cannot be corrected: want %s", name, strings.Join(correctable, ", "))
		}
		if _, err := table.FromCells[table.Event](with(name, value)); err != nil {
			return err
		}
	}
	e, err := s.Event(ctx, j.Event)
	if err != nil {
		return err
	}
	a, err := s.Article(ctx, e.ArticleID)
	if err != nil {
		return err
	}
	if j.When.IsZero() {
		j.When = time.Now()
	}
	j.When = j.When.UTC().Truncate(time.Second)
	j.Article, j.Type, j.Trigger, j.Start, j.End, j.Quote, j.Engine = e.ArticleID, e.Type, e.Trigger, int(e.Start), int(e.End), e.Sentence, a.Record.Engine.Version+" "+a.Record.Engine.Lexicon+" "+a.Record.Engine.Model
	fields, err := json.Marshal(j.Fields)
	if err != nil {
		return err
	}
	return s.db.QueryRowContext(ctx, `INSERT INTO judgements (event_id, article_id, verdict, who, at, why, fields, type, trigger, trigger_start, trigger_end, sentence, engine)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
		j.Event, j.Article, j.Verdict, j.Who, j.When.Unix(), j.Why, string(fields), j.Type, j.Trigger, j.Start, j.End, j.Quote, j.Engine).Scan(&j.ID)
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
	rs, err := s.db.QueryContext(ctx, query+" ORDER BY id", args...)
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

func (s *Store) lastJudgements(ctx context.Context) (map[string]*Judgement, error) {
	all, err := s.Judgements(ctx, "")
	out := map[string]*Judgement{}
	for i := range all {
		out[all[i].Event] = &all[i]
	}
	return out, err
}
