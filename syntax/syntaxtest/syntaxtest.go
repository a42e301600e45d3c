// Package syntaxtest makes documents for the tests of what reads them, without
// a parser.
package syntaxtest

import (
	"strings"
	"unicode/utf8"

	"readout/article"
	"readout/syntax"
)

// Document makes a document of bare tokens, without tags or trees: paragraphs
// are separated by blank lines, sentences by a full stop and a capital.
func Document(text, published string) *syntax.Document {
	a := &article.Article{Text: text, Published: published}
	doc := &syntax.Document{Article: a}
	pos := 0
	for _, p := range strings.Split(text, "\n\n") {
		if p != "" {
			a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Span: article.Span{Start: pos, End: pos + len(p)}})
			sentences(doc, pos, pos+len(p))
		}
		pos += len(p) + 2
	}
	return doc
}

func sentences(doc *syntax.Document, from, to int) {
	text := doc.Article.Text
	start := from
	for i := from; i < to; i++ {
		if c := text[i]; (c == '.' || c == '?' || c == '!') && i+2 < to && text[i+1] == ' ' && text[i+2] >= 'A' && text[i+2] <= 'Z' && i-start > 20 && !abbreviated(text[start:i]) {
			sentence(doc, start, i+1)
			start = i + 2
		}
	}
	sentence(doc, start, to)
}

func abbreviated(s string) bool {
	w := s[strings.LastIndexAny(s, " .")+1:]
	return len(w) <= 2 || strings.Contains("Sept Oct Nov Jan Gen Mrs Col", w)
}

func sentence(doc *syntax.Document, from, to int) {
	if from >= to {
		return
	}
	st := syntax.Sentence{Span: article.Span{Start: from, End: to}, Block: len(doc.Article.Blocks) - 1}
	text := doc.Article.Text
	add := func(i, j int) {
		if i < j {
			st.Tokens = append(st.Tokens, syntax.Token{Span: article.Span{Start: i, End: j}, Form: text[i:j], Head: -1})
		}
	}
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == ' ' || r == '\u00a0' || r == '\t' || r == '\n' {
			i += n
			continue
		}
		j := i
		for j < to {
			r, n := utf8.DecodeRuneInString(text[j:])
			if r == ' ' || r == '\u00a0' || r == '\t' || r == '\n' {
				break
			}
			j += n
		}
		split(text, i, j, add)
		i = j
	}
	doc.Sentences = append(doc.Sentences, st)
}

// split cuts marks off a run without spaces, as treebanks do.
func split(text string, i, j int, add func(i, j int)) {
	for i < j {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune("([{\"“‘'$—–", r) {
			break
		}
		add(i, i+n)
		i += n
	}
	var tail [][2]int
	for i < j {
		r, n := utf8.DecodeLastRuneInString(text[i:j])
		if !strings.ContainsRune(")]}\"”’',;:?!—–%", r) && (r != '.' || strings.Count(text[i:j], ".") > 1 || j-i <= 4 && text[i] >= 'A' && text[i] <= 'Z') {
			break
		}
		tail = append(tail, [2]int{j - n, j})
		j -= n
	}
	w := text[i:j]
	cut := -1
	for _, c := range []string{"'s", "’s", "n't", "n’t", "'ll", "’ll"} {
		if strings.HasSuffix(w, c) && len(w) > len(c) {
			cut = j - len(c)
		}
	}
	if cut > 0 {
		add(i, cut)
		add(cut, j)
	} else {
		add(i, j)
	}
	for k := len(tail) - 1; k >= 0; k-- {
		add(tail[k][0], tail[k][1])
	}
}
