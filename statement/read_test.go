package statement

import (
	"strings"
	"testing"

	"readout/actor"
	"readout/article"
	"readout/parse"
	"readout/syntax"
)

// A textReader reads texts of tests from plain text to statements.
type textReader struct {
	parser   *parse.Parser
	resolver *actor.Resolver
	finder   *Finder
}

func newTextReader(t *testing.T) textReader {
	return textReader{newParser(t), newResolver(t), newFinder(t, Options{})}
}

// A readText is a text with what was found in it.
type readText struct {
	*article.Article
	doc  *syntax.Document
	cast *actor.Cast
	list []Statement
}

// read reads an article and checks what any reading must hold to.
func (x textReader) read(t *testing.T, a *article.Article) readText {
	d := x.parser.Parse(a)
	cast := x.resolver.Resolve(d)
	r := readText{a, d, cast, x.finder.Find(d, cast)}
	checkStatements(t, d, cast, r.list)
	return r
}

// who names the speakers of a statement: "-" for nobody known, " + " between
// several.
func (r readText) who(s *Statement) string {
	if s.Speaker < 0 {
		return "-"
	}
	names := []string{r.cast.Entities[s.Speaker].Name}
	for _, e := range s.CoSpeakers {
		names = append(names, r.cast.Entities[e].Name)
	}
	return strings.Join(names, " + ")
}

// content is the words of a statement's content, " ... " between its parts.
func (r readText) content(s *Statement) string {
	var parts []string
	for _, c := range s.Content {
		parts = append(parts, r.Words(c))
	}
	return strings.Join(parts, " ... ")
}
