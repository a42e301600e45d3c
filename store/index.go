package store

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"slices"
	"strconv"
)

// codes are what facets are called in the cells of facets. They are permanent.
var codes = []string{"", "type", "mode", "context", "quad", "actor", "recipient", "party", "actor_country", "recipient_country", "country", "sector",
	"place", "place_country", "publisher", "aux", "speaker", "about", "entity", "speech", "language", "kind", "reprints", "judged", "confidence", "spot"}

// term gives the number of a term, which it makes when there is none.
func (p *putting) term(facet, value string) (int64, error) {
	if !p.known {
		var epoch int64
		if err := p.row("SELECT value FROM state WHERE name = 'epoch'").Scan(&epoch); err != nil {
			return 0, err
		}
		if epoch != p.s.epoch || len(p.s.terms) > 1<<19 {
			clear(p.s.terms)
		}
		p.s.epoch, p.known = epoch, true
	}
	f := fold(value)
	k := facet + "\x00" + f
	if id, ok := p.s.terms[k]; ok {
		return id, nil
	}
	var id int64
	err := p.row("SELECT id FROM terms WHERE facet = ? AND fold = ?", facet, f).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		err = p.row("INSERT INTO terms (facet, fold, value, events, statements, articles, entities) VALUES (?, ?, ?, 0, 0, 0, 0) RETURNING id", facet, f, value).Scan(&id)
	}
	if err == nil {
		p.s.terms[k] = id
	}
	return id, err
}

// index writes what a row is found and counted by.
func (p *putting) index(k Kind, seq int64, words string, tags []tag, confidence, score float64, quad int) error {
	for i := 1; i <= int(confidence*10+1e-9); i++ {
		tags = append(tags, tag{facet: "confidence", value: strconv.Itoa(i)})
	}
	byFacet := make(map[byte][]int64, 12)
	all := make([]int64, 0, len(tags))
	for _, t := range tags {
		id, err := p.term(t.facet, t.value)
		if err != nil {
			return err
		}
		if slices.Contains(all, id) { // values that differ in case only
			continue
		}
		all = append(all, id)
		c := byte(slices.Index(codes, t.facet))
		byFacet[c] = append(byFacet[c], id)
	}
	var cell []byte
	for _, c := range slices.Sorted(maps.Keys(byFacet)) {
		cell = binary.AppendUvarint(append(cell, c), uint64(len(byFacet[c])))
		for _, id := range byFacet[c] {
			cell = binary.AppendUvarint(cell, uint64(id))
		}
	}
	p.sums.row(k, seq, all, 1)
	if err := p.exec("INSERT INTO "+string(k)+"_facets (seq, confidence, score, quad, terms) VALUES (?, ?, ?, ?, ?)", seq, confidence, score, quad, cell); err != nil {
		return err
	}
	if p.pending[k] == nil {
		p.pending[k] = map[int64]indexRow{}
	}
	p.pending[k][seq] = indexRow{words, all}
	return nil
}

// indexRow is a row of an index that is to be written.
type indexRow struct {
	words string
	terms []int64
}

// flushIndex writes the indexes, at the very end and in the order of the rows:
// FTS5 writes down what it has gathered whenever a row does not come behind the
// last one, or another statement needs a savepoint.
func (p *putting) flushIndex() error {
	for _, k := range []Kind{Events, Statements, Articles, Entities} {
		for _, seq := range slices.Sorted(maps.Keys(p.gone[k])) {
			if err := p.exec("DELETE FROM "+string(k)+"_index WHERE rowid = ?", seq); err != nil {
				return err
			}
		}
		for _, seq := range slices.Sorted(maps.Keys(p.pending[k])) {
			row := p.pending[k][seq]
			words, terms := p.s.d.indexed(row.words, row.terms)
			if err := p.exec(p.s.d.insertIndex(k), seq, words, terms); err != nil {
				return err
			}
		}
	}
	return nil
}

// unindex takes a row out of index and counts.
func (p *putting) unindex(k Kind, seq int64) error {
	var cell []byte
	err := p.row("SELECT terms FROM "+string(k)+"_facets WHERE seq = ?", seq).Scan(&cell)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	var all []int64
	eachTerm(cell, func(_ byte, id int64) { all = append(all, id) })
	p.sums.row(k, seq, all, -1)
	if err := p.exec("DELETE FROM "+string(k)+"_facets WHERE seq = ?", seq); err != nil {
		return err
	}
	if _, fresh := p.pending[k][seq]; fresh {
		delete(p.pending[k], seq)
		return nil
	}
	if p.gone[k] == nil {
		p.gone[k] = map[int64]bool{}
	}
	p.gone[k][seq] = true
	return nil
}

// eachTerm reads a cell of facets.
func eachTerm(cell []byte, yield func(facet byte, id int64)) {
	for len(cell) > 1 {
		facet := cell[0]
		n, w := binary.Uvarint(cell[1:])
		if w <= 0 {
			return
		}
		cell = cell[1+w:]
		for ; n > 0; n-- {
			id, w := binary.Uvarint(cell)
			if w <= 0 {
				return
			}
			cell = cell[w:]
			yield(facet, int64(id))
		}
	}
}

// flushTerms writes how many rows have each term. Terms that no row has are
// taken away.
func (p *putting) flushTerms() error {
	gone := false
	for _, id := range slices.Sorted(maps.Keys(p.sums.terms)) {
		n := p.sums.terms[id]
		if *n != [4]int{} {
			if err := p.exec("UPDATE terms SET events = events + ?, statements = statements + ?, articles = articles + ?, entities = entities + ? WHERE id = ?", n[0], n[1], n[2], n[3], id); err != nil {
				return err
			}
		}
		if slices.Min(n[:]) >= 0 && *n != [4]int{} {
			continue
		}
		stmt, err := p.stmt("DELETE FROM terms WHERE id = ? AND events = 0 AND statements = 0 AND articles = 0 AND entities = 0")
		if err != nil {
			return err
		}
		r, err := stmt.ExecContext(p.ctx, id)
		if err != nil {
			return err
		}
		if k, err := r.RowsAffected(); err != nil {
			return err
		} else if k > 0 {
			gone = true
		}
	}
	if !gone {
		return nil
	}
	clear(p.s.terms)
	p.s.epoch++
	return p.row("UPDATE state SET value = value + 1 WHERE name = 'epoch' RETURNING value").Scan(&p.s.epoch)
}

// thresholds gives the terms that all rows of at least some confidence have.
func threshold(confidence float64) string {
	n := int(math.Floor(confidence*10 + 1e-9))
	if n < 1 {
		return ""
	}
	return strconv.Itoa(n)
}
