package store

import (
	"context"
	"slices"
	"strings"
)

// asked is a filter as the index is asked.
type asked struct {
	kind       Kind
	span       span
	terms      [][]int64 // each group must be met by one of its terms
	words      [][]term
	confidence float64 // at least, 0 when the terms say it all
	article    string
	none       bool // a part that nothing can meet
}

// ask looks up what a filter is about.
func (s *Store) ask(ctx context.Context, k Kind, f Filter) (*asked, error) {
	f, err := f.clean()
	if err != nil {
		return nil, err
	}
	q := &asked{kind: k, span: spanOf(f), words: parseWords(f.Words), article: f.Article}
	if k == Entities {
		q.span = span{0, 1 << 62} // they have no days
	}
	if level := threshold(f.MinConfidence); level != "" && k != Entities {
		if err := s.group(ctx, q, []string{"confidence"}, []string{level}); err != nil {
			return nil, err
		}
	}
	if f.MinConfidence*10 != float64(int(f.MinConfidence*10)) && k != Entities {
		q.confidence = f.MinConfidence
	}
	judged := distinct([]string{f.Judged})
	if f.Judged == "any" {
		judged = []string{Right, Wrong, Corrected}
	}
	for _, part := range []struct {
		facets string
		values []string
		look   func(context.Context, []string) ([]string, error)
	}{
		{"actor", f.Actor, s.keysOf}, {"recipient", f.Recipient, s.keysOf}, {"party", f.Party, s.keysOf}, {"speaker", f.Speaker, s.keysOf},
		{"about", f.About, s.keysOf}, {"entity", f.Entity, s.keysOf},
		{"country", f.Country, s.codesOf}, {"actor_country", f.ActorCountry, s.codesOf}, {"recipient_country", f.RecipientCountry, s.codesOf},
		{"sector", f.Sector, nil}, {"type", f.Type, nil}, {"mode", f.Mode, nil}, {"context", f.Context, nil}, {"speech", f.Speech, nil},
		{"place place_country", f.Place, nil}, {"publisher", f.Publisher, nil}, {"aux", f.Aux, nil}, {"reprints", distinct([]string{f.Reprints}), nil},
		{"judged", judged, nil},
	} {
		if len(part.values) == 0 {
			continue
		}
		values := part.values
		if part.look != nil {
			if values, err = part.look(ctx, values); err != nil {
				return nil, err
			}
		}
		if err := s.group(ctx, q, strings.Fields(part.facets), values); err != nil {
			return nil, err
		}
	}
	return q, nil
}

// mostNames is how many bearers of a name are looked for.
const mostNames = 200

// keysOf gives the keys of parties: values are keys themselves, or names, or the
// codes of countries, which stand for the states.
func (s *Store) keysOf(ctx context.Context, values []string) ([]string, error) {
	out := slices.Clone(values)
	for _, v := range values {
		if isCode(v) {
			if err := s.each(ctx, "SELECT key FROM entities WHERE kind = 'country' AND country = ? ORDER BY articles DESC, key LIMIT ?", []any{strings.ToUpper(v), mostNames}, collect(&out)); err != nil {
				return nil, err
			}
		}
		if err := s.each(ctx, "SELECT key FROM names WHERE fold = ? AND form <> 'office' GROUP BY key ORDER BY SUM(articles) DESC, key LIMIT ?", []any{fold(v), mostNames}, collect(&out)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// codesOf gives the codes of countries: values are codes themselves, or names.
func (s *Store) codesOf(ctx context.Context, values []string) ([]string, error) {
	out := slices.Clone(values)
	for _, v := range values {
		if err := s.each(ctx, "SELECT DISTINCT country FROM entities WHERE key IN (SELECT key FROM names WHERE fold = ?) AND kind = 'country' AND country IS NOT NULL ORDER BY country", []any{fold(v)}, collect(&out)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// group adds a group of terms: values of facets.
func (s *Store) group(ctx context.Context, q *asked, facets, values []string) error {
	var ids []int64
	for _, facet := range facets {
		args := []any{facet}
		for _, v := range values {
			args = append(args, fold(v))
		}
		if err := s.each(ctx, "SELECT id FROM terms WHERE facet = ? AND fold IN (?"+strings.Repeat(", ?", len(values)-1)+") ORDER BY id", args, collect(&ids)); err != nil {
			return err
		}
	}
	q.none = q.none || len(ids) == 0
	q.terms = append(q.terms, ids)
	return nil
}

// all reports whether the question has no part but days.
func (q *asked) all() bool {
	return len(q.terms) == 0 && len(q.words) == 0 && q.confidence == 0 && q.article == ""
}

// everyDay reports whether the question asks for no days.
func (q *asked) everyDay() bool { return q.span == span{0, 1 << 62} }

// from is the FROM and WHERE of the rows that the question is about, with
// its arguments, and the name of the column of their numbers. The table of facets is
// f when it is joined, which facets asks for.
func (s *Store) from(q *asked, facets bool) (sqlText, seq string, args []any) {
	k := string(q.kind)
	var conds []string
	match, matchArgs := s.d.match(q.kind, q)
	text := k + "_facets f"
	seq = "f.seq"
	if match != "" {
		text, seq = k+"_index i", "i.rowid"
		if facets || q.confidence > 0 {
			text += " JOIN " + k + "_facets f ON f.seq = i.rowid"
		}
		conds, args = append(conds, match), append(args, matchArgs...)
	}
	if q.span.from > 0 {
		conds, args = append(conds, seq+" >= ?"), append(args, q.span.from)
	}
	if q.span.to < 1<<62 {
		conds, args = append(conds, seq+" < ?"), append(args, q.span.to)
	}
	if q.confidence > 0 {
		conds, args = append(conds, "f.confidence >= ?"), append(args, q.confidence)
	}
	if q.article != "" {
		of := k + " WHERE article_id = ?"
		if q.kind == Entities {
			of = "entities WHERE key IN (SELECT key FROM appearances WHERE article_id = ?)"
		}
		conds, args = append(conds, seq+" IN (SELECT seq FROM "+of+")"), append(args, q.article)
	}
	if len(conds) > 0 {
		text += " WHERE " + strings.Join(conds, " AND ")
	}
	return text, seq, args
}

// meets reports whether a row meets the question, but for its words.
func (q *asked) meets(seq int64, confidence float64, cell []byte) bool {
	if q.none || seq < q.span.from || seq >= q.span.to || confidence < q.confidence {
		return false
	}
	for _, g := range q.terms {
		met := false
		eachTerm(cell, func(_ byte, id int64) { met = met || slices.Contains(g, id) })
		if !met {
			return false
		}
	}
	return true
}
