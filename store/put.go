package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"sync"

	"readout/record/table"
)

// Put writes records, all or none. A record replaces the one of the same
// article, if there is one; what is there already stays untouched. The
// judgements of the article's events go with the events of the same type at the
// same words.
func (s *Store) Put(ctx context.Context, batch []Coded) error {
	return s.write(ctx, func(p *putting) error {
		for i := range batch {
			if err := p.put(&batch[i]); err != nil {
				return fmt.Errorf("article %s: %w", batch[i].Record.Article.ID, err)
			}
		}
		return nil
	})
}

// write is one transaction that writes. What it counts is added up at its end.
func (s *Store) write(ctx context.Context, do func(p *putting) error) (err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			clear(s.terms) // some may be of this transaction only
			err = errors.Join(err, tx.Rollback())
		}
	}()
	if err = s.d.lock(ctx, tx); err != nil {
		return err
	}
	p := &putting{ctx: ctx, s: s, tx: tx, prepared: map[string]*sql.Stmt{}, last: map[Kind]map[int64]int64{}, sums: newSums(),
		pending: map[Kind]map[int64]indexRow{}, gone: map[Kind]map[int64]bool{}}
	if err = do(p); err != nil {
		return err
	}
	if err = p.flush(); err != nil {
		return err
	}
	return tx.Commit()
}

// putting is one transaction that writes.
type putting struct {
	ctx      context.Context
	s        *Store
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
	last     map[Kind]map[int64]int64 // the greatest number of a day
	sums     sums
	pending  map[Kind]map[int64]indexRow // rows for the indexes
	gone     map[Kind]map[int64]bool     // rows to be taken out of them
	added    int64                       // articles that ever came; 0 when it was not asked for
	changed  bool
	tie      []*Judgement // with the events that they are now of
	known    bool         // the terms in memory are those of the database
}

func (p *putting) stmt(query string) (*sql.Stmt, error) {
	stmt := p.prepared[query]
	if stmt == nil {
		var err error
		if stmt, err = p.tx.PrepareContext(p.ctx, p.s.d.rebind(query)); err != nil {
			return nil, err
		}
		p.prepared[query] = stmt
	}
	return stmt, nil
}

func (p *putting) exec(query string, args ...any) error {
	stmt, err := p.stmt(query)
	if err == nil {
		_, err = stmt.ExecContext(p.ctx, p.s.d.clean(args)...)
	}
	return err
}

// row asks for one row.
func (p *putting) row(query string, args ...any) *sql.Row {
	stmt, err := p.stmt(query)
	if err != nil {
		return p.tx.QueryRowContext(p.ctx, p.s.d.rebind(query), p.s.d.clean(args)...) // it fails in the same way
	}
	return stmt.QueryRowContext(p.ctx, p.s.d.clean(args)...)
}

// each gives the rows of a query to yield, which must not ask anything itself.
func (p *putting) each(query string, args []any, yield func(*sql.Rows) error) error {
	stmt, err := p.stmt(query)
	if err != nil {
		return err
	}
	rs, err := stmt.QueryContext(p.ctx, p.s.d.clean(args)...)
	if err != nil {
		return err
	}
	return eachRow(rs, yield)
}

// put writes one record.
func (p *putting) put(c *Coded) error {
	id := c.Record.Article.ID
	line := string(bytes.TrimSpace(c.Line))
	digest := digest(c, line)
	old, err := p.old(id)
	if err != nil {
		return err
	}
	if old != nil && old.digest == digest && !old.judged {
		return nil
	}
	r := c.reading()
	if err := p.judged(r); err != nil {
		return err
	}
	if old != nil {
		if err := p.remove(id); err != nil {
			return err
		}
	}
	if err := p.insert(r, line, digest, old); err != nil {
		return err
	}
	return p.tied()
}

// digest tells whether what is to be put is there already.
func digest(c *Coded, line string) string {
	h := sha256.New()
	h.Write([]byte(line))
	for i := range c.Events {
		fmt.Fprintln(h, table.Cells(&c.Events[i]))
	}
	for i := range c.Statements {
		fmt.Fprintln(h, table.Cells(&c.Statements[i]))
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// replaced is what remains of an article that is put again: its place in the
// order, and those of its rows by id.
type replaced struct {
	added  int64
	sha256 string
	digest string
	seqs   map[string]int64
	judged bool // what people said of it is to be looked at anew
}

func (p *putting) old(id string) (*replaced, error) {
	old := replaced{seqs: map[string]int64{}, judged: p.sums.judged[id]}
	var seq int64
	err := p.row("SELECT seq, added, sha256, digest FROM articles WHERE article_id = ?", id).Scan(&seq, &old.added, &old.sha256, &old.digest)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	old.seqs[id] = seq
	for _, query := range []string{"SELECT event_id, seq FROM events WHERE article_id = ?", "SELECT statement_id, seq FROM statements WHERE article_id = ?"} {
		if err := p.each(query, []any{id}, func(rs *sql.Rows) error {
			var row string
			var n int64
			err := rs.Scan(&row, &n)
			old.seqs[row] = n
			return err
		}); err != nil {
			return nil, err
		}
	}
	return &old, nil
}

// number gives a row its number: that which it had, if its day is the same, or
// the next of its day.
func (p *putting) number(k Kind, day int64, id string, old *replaced) (int64, error) {
	if old != nil {
		if n, ok := old.seqs[id]; ok && n>>dayShift == day {
			return n, nil
		}
	}
	days := p.last[k]
	if days == nil {
		days = map[int64]int64{}
		p.last[k] = days
	}
	n, ok := days[day]
	if !ok {
		var greatest sql.NullInt64
		if err := p.row("SELECT MAX(seq) FROM "+string(k)+" WHERE seq >= ? AND seq < ?", day<<dayShift, (day+1)<<dayShift).Scan(&greatest); err != nil {
			return 0, err
		}
		n = day<<dayShift - 1
		if greatest.Valid {
			n = greatest.Int64
		}
		if old != nil { // a number that is being put again
			for _, x := range old.seqs {
				if x>>dayShift == day {
					n = max(n, x)
				}
			}
		}
	}
	days[day] = n + 1
	return n + 1, nil
}

// insert writes an article that is not there.
func (p *putting) insert(r *Reading, line, digest string, old *replaced) error {
	p.changed = true
	a := &r.Article
	added, err := p.arrival(r, old)
	if err != nil {
		return err
	}
	seq, err := p.number(Articles, dayNumber(table.ParseDay(a.Published)), a.ID, old)
	if err != nil {
		return err
	}
	if err := p.exec(`INSERT INTO articles (seq, added, article_id, url, title, byline, publisher, published, language, duplicate_of, lead, events, statements, sha256, digest, record)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, seq, added, a.ID, null(a.URL), null(a.Title), null(a.Byline), null(a.Publisher), null(a.Published), null(a.Language),
		null(a.DuplicateOf), a.Lead, a.Events, a.Statements, r.Record.Article.SHA256, digest, line); err != nil {
		return err
	}
	most := 0.0
	for i := range r.Events {
		e := &r.Events[i]
		e.ArticleID = a.ID
		n, err := p.number(Events, dayNumber(e.Day), e.ID, old)
		if err != nil {
			return err
		}
		values := append([]any{n, added<<20 + int64(i+1)}, table.Values(&e.Event)...)
		if err := p.exec(insertEvent(), append(values, null(keys(e.Actors)), null(keys(e.Recipients)), null(keyOf(e.Source)))...); err != nil {
			return err
		}
		if err := p.index(Events, n, e.words(), e.tags(), e.Confidence, e.Score, int(e.Quad)); err != nil {
			return err
		}
		if err := p.pair(e, n>>dayShift, 1); err != nil {
			return err
		}
		most = max(most, e.Confidence)
	}
	for i := range r.Statements {
		x := &r.Statements[i]
		x.ArticleID = a.ID
		n, err := p.number(Statements, dayNumber(x.Published), x.ID, old)
		if err != nil {
			return err
		}
		values := append([]any{n, added<<20 + int64(i+1)}, table.Values(&x.Statement)...)
		if err := p.exec(insertStatement(), append(values, null(keyOf(x.Speaker)), null(keys(x.Addressees)), null(keys(x.About)), null(keyOf(x.Reporter)), null(keys(x.CoSpeakers)))...); err != nil {
			return err
		}
		if err := p.index(Statements, n, x.words(), x.tags(), x.Confidence, 0, 0); err != nil {
			return err
		}
		most = max(most, x.Confidence)
	}
	if err := p.appear(r); err != nil {
		return err
	}
	return p.index(Articles, seq, r.words(), r.tags(), most, 0, 0)
}

// arrival is the place of an article in the order in which articles came. It
// keeps its place when it is read anew, but not when its text has changed.
func (p *putting) arrival(r *Reading, old *replaced) (int64, error) {
	if old != nil && old.sha256 == r.Record.Article.SHA256 {
		return old.added, nil
	}
	if p.added == 0 {
		if err := p.row("SELECT value FROM state WHERE name = 'added'").Scan(&p.added); err != nil {
			return 0, err
		}
	}
	p.added++
	return p.added, nil
}

// appear writes who is in the article.
func (p *putting) appear(r *Reading) error {
	for i := range r.Record.Entities {
		e := &r.Record.Entities[i]
		if err := p.exec(`INSERT INTO appearances (article_id, entity, key, name, kind, country, sectors, office, named, mentions, published) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			r.Article.ID, e.ID, r.Keys[e.ID], e.Name, e.Kind, null(e.Country), null(strings.Join(e.Sectors, "+")), null(e.Office), named(e), len(e.Mentions), null(r.Article.Published)); err != nil {
			return err
		}
		p.sums.latest[r.Keys[e.ID]] = e
	}
	return p.appearances(r.Article.ID, 1)
}

func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// insertEvent and insertStatement insert rows.
var (
	insertEvent     = sync.OnceValue(func() string { return insertRow[table.Event](Events, eventKeys) })
	insertStatement = sync.OnceValue(func() string { return insertRow[table.Statement](Statements, statementKeys) })
)

// Columns behind those of the codebook.
const (
	eventKeys     = "actor_keys, recipient_keys, according_to_key"
	statementKeys = "speaker_key, addressee_keys, about_keys, reported_by_key, co_speaker_keys"
)

func insertRow[T table.Row](k Kind, more string) string {
	cols := append(names(table.Columns[T]()), strings.Split(more, ", ")...)
	return fmt.Sprintf("INSERT INTO %s (seq, added, %s) VALUES (?, ?%s)", k, strings.Join(cols, ", "), strings.Repeat(", ?", len(cols)))
}
