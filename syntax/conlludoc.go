package syntax

import (
	"io"
	"strings"

	"readout/article"
)

// ReadDocuments calls yield for each document of a CoNLL-U file: an article
// rebuilt from the sentences, and its analysis with spans into the article's
// text. A "# newdoc" begins a document, a "# newpar" a block, whose kind is
// that of "# block" or else a paragraph; sentences of a block are joined by
// one blank, or by nothing after SpaceAfter=No. Faults are those of
// ScanCoNLLU; an error of yield ends the reading and is returned.
func ReadDocuments(r io.Reader, yield func(*Document) error) error {
	var d *documentBuilder
	err := ScanCoNLLU(r, func(c *CoNLLU) error {
		id, first := c.Comment("newdoc id")
		if !first {
			_, first = c.Comment("newdoc")
		}
		if first && d != nil {
			done := d.finish()
			d = nil
			if err := yield(done); err != nil {
				return err
			}
		}
		if d == nil {
			d = &documentBuilder{doc: &Document{Article: &article.Article{ID: id}}}
		}
		d.add(c)
		return nil
	})
	if err != nil || d == nil {
		return err
	}
	return yield(d.finish())
}

type documentBuilder struct {
	doc   *Document
	text  strings.Builder
	space bool // a blank follows the last sentence
}

func (d *documentBuilder) add(c *CoNLLU) {
	a := d.doc.Article
	_, par := c.Comment("newpar")
	if !par {
		_, par = c.Comment("newpar id")
	}
	switch {
	case par || len(a.Blocks) == 0:
		if d.text.Len() > 0 {
			d.text.WriteString("\n\n")
		}
		kind := article.Paragraph
		if k, ok := c.Comment("block"); ok {
			kind = article.Kind(k)
		}
		a.Blocks = append(a.Blocks, article.Block{Kind: kind, Span: article.Span{Start: d.text.Len()}})
	case d.space:
		d.text.WriteByte(' ')
	}
	s := c.Sentence
	at := d.text.Len()
	s.Start, s.End = s.Start+at, s.End+at
	s.Block = len(a.Blocks) - 1
	for i := range s.Tokens {
		s.Tokens[i].Start += at
		s.Tokens[i].End += at
	}
	d.doc.Sentences = append(d.doc.Sentences, s)
	d.text.WriteString(c.Text)
	d.space = c.Space
	a.Blocks[s.Block].End = d.text.Len()
}

func (d *documentBuilder) finish() *Document {
	d.doc.Article.Text = d.text.String()
	return d.doc
}
