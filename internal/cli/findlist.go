package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"readout/internal/mark"
	"readout/record/table"
	"readout/store"
)

// list prints what is found.
func (a *asking) list() error {
	switch a.kind {
	case store.Statements:
		rows := tableRows(a, func(s *store.Statement) *table.Statement { return &s.Statement })
		return walk(a, a.store.Statements, rows, func(s *store.Statement) error { return mark.Statement(a.out, &s.Statement) })
	case store.Articles:
		return walk(a, a.store.Articles, cellRows(a, []string{"article_id", "url", "title", "byline", "publisher", "published", "language", "duplicate_of", "lead", "events", "statements"}, func(x *store.Article) []string {
			return []string{x.ID, x.URL, x.Title, x.Byline, x.Publisher, x.Published, x.Language, x.DuplicateOf, x.Lead, strconv.Itoa(x.Events), strconv.Itoa(x.Statements)}
		}), a.article)
	case store.Entities:
		return walk(a, a.store.Entities, cellRows(a, []string{"key", "name", "kind", "country", "sectors", "wikidata", "articles", "events", "statements"}, func(e *store.Entity) []string {
			return []string{e.Key, e.Name, e.Kind, e.Country, strings.Join(e.Sectors, "+"), e.Wikidata, strconv.Itoa(e.Articles), strconv.Itoa(e.Events), strconv.Itoa(e.Statements)}
		}), a.entity)
	}
	rows := tableRows(a, func(e *store.Event) *table.Event { return &e.Event })
	return walk(a, a.store.Events, rows, a.event)
}

// event shows an event, and what people judged of it.
func (a *asking) event(e *store.Event) error {
	if err := mark.Event(a.out, &e.Event); err != nil {
		return err
	}
	if j := e.Judgement; j != nil {
		fmt.Fprintf(a.out, "    judged %s by %s, %s%s\n", j.Verdict, j.Who, j.When.Format("2006-01-02"), ifTrue(j.Why != "", ": "+j.Why))
	}
	return nil
}

func (a *asking) article(x *store.Article) error {
	var from []string
	for _, s := range []string{x.Published, x.Publisher} {
		if s != "" {
			from = append(from, s)
		}
	}
	title := x.Title
	if title == "" {
		title = "(no title)"
	}
	fmt.Fprintf(a.out, "%s  %s\n", x.ID, strings.Join(from, ", "))
	fmt.Fprintf(a.out, "    %s\n", title)
	if x.Lead != "" {
		fmt.Fprintf(a.out, "    %s\n", x.Lead)
	}
	fmt.Fprintf(a.out, "    %s, %s\n", number(x.Events, "event"), number(x.Statements, "statement"))
	return nil
}

func (a *asking) entity(e *store.Entity) error {
	what := strings.TrimSpace(e.Country + " " + strings.Join(e.Sectors, "+"))
	fmt.Fprintf(a.out, "%s  %s, %s%s\n", e.Key, e.Name, e.Kind, ifTrue(what != "", ", "+what))
	fmt.Fprintf(a.out, "    %s, %s, %s\n", number(e.Articles, "article"), number(e.Events, "event"), number(e.Statements, "statement"))
	return nil
}

// rows writes what is found as rows; close writes what remains.
type rows[T any] struct {
	write func(items []T) error
	close func() error
}

// tableRows writes rows of a table of the codebook.
func tableRows[T any, R table.Row](a *asking, row func(*T) *R) rows[T] {
	comma := ','
	if a.format == "tsv" {
		comma = '\t'
	}
	if a.format != "csv" && a.format != "tsv" {
		return rows[T]{}
	}
	w := table.NewCSV[R](a.out, comma)
	return rows[T]{func(items []T) error {
		for i := range items {
			if _, err := w.Write([]R{*row(&items[i])}); err != nil {
				return err
			}
		}
		return nil
	}, w.Close}
}

// cellRows writes rows of cells under a line of names.
func cellRows[T any](a *asking, names []string, cells func(*T) []string) rows[T] {
	if a.format != "csv" && a.format != "tsv" {
		return rows[T]{}
	}
	w := a.csv()
	_ = w.Write(names) // an error stays with the writer
	return rows[T]{func(items []T) error {
		for i := range items {
			_ = w.Write(cells(&items[i]))
		}
		return w.Error()
	}, func() error { w.Flush(); return w.Error() }}
}

// walk goes through the pages of a list and prints its items: as rows, as
// lines of JSON, or as show does for a person.
func walk[T any](a *asking, list lister[T], out rows[T], show func(*T) error) error {
	page := store.Page{Size: store.MaxPage, Order: a.order}
	total, first := 0, true
	for n := 0; ; {
		if a.limit > 0 {
			page.Size = min(store.MaxPage, a.limit-n)
		}
		l, err := list(a.ctx, a.filter, page)
		if err != nil {
			return err
		}
		if first {
			total, first = l.Total, false
			if a.format == "text" {
				if err := a.title(l.Total, l.AtLeast); err != nil {
					return err
				}
			}
		}
		n += len(l.Items)
		switch a.format {
		case "text":
			for i := range l.Items {
				fmt.Fprintln(a.out)
				if err := show(&l.Items[i]); err != nil {
					return err
				}
			}
		case "jsonl":
			for i := range l.Items {
				if err := writeRow(a.out, l.Items[i]); err != nil {
					return err
				}
			}
		default:
			if err := out.write(l.Items); err != nil {
				return err
			}
		}
		if l.Next == "" || l.Next == page.Token || a.limit > 0 && n >= a.limit {
			if a.format == "text" && total > n {
				fmt.Fprintf(a.out, "\n%d are shown; --limit 0 shows all.\n", n)
			}
			break
		}
		page.Token = l.Next
	}
	if out.close != nil {
		return out.close()
	}
	return nil
}

// lister lists what a filter wants, as the methods of a store do.
type lister[T any] = func(context.Context, store.Filter, store.Page) (store.List[T], error)
