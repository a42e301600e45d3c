package syntax

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"readout/article"
)

// A CoNLLU is one sentence of a CoNLL-U file with what Sentence has no room
// for. The format is that of https://universaldependencies.org/format.html.
//
// Spans are offsets into Text, which is put together from the words and their
// SpaceAfter=No, not taken from the "# text" comment. Words of a multiword
// token stand in word order with adjoining spans inside its surface. Empty
// nodes and enhanced dependencies are left out.
type CoNLLU struct {
	Sentence
	Line     int      // number of the sentence's first line, from 1
	Comments []string // comment lines without "#" and the blanks after it
	Text     string   // the surface: tokens with their spaces, none at the end
	Space    bool     // a blank follows the sentence's last token
	Misc     []string // per word, the MISC column, empty for "_"
	Ranges   []Range  // multiword tokens in order
}

// A Range is a multiword token: words [First, Last) of its sentence share
// the surface at Span, as "don't" is do and n't.
type Range struct {
	First, Last int
	article.Span
	Misc string
}

// Comment returns the value of the comment "key = value", and whether there
// is such a comment; "# newpar" alone has an empty value.
func (c *CoNLLU) Comment(key string) (string, bool) {
	for _, l := range c.Comments {
		rest, ok := strings.CutPrefix(l, key)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " ")
		if rest == "" {
			return "", true
		}
		if v, ok := strings.CutPrefix(rest, "="); ok {
			return strings.TrimSpace(v), true
		}
	}
	return "", false
}

// ReadCoNLLU calls yield for each sentence of r until the end, a fault or an
// error of yield, which it returns as it is. A fault names the line. Spans are
// offsets into the sentence's own surface (CoNLLU.Text); Block is 0.
func ReadCoNLLU(r io.Reader, yield func(Sentence) error) error {
	return ScanCoNLLU(r, func(c *CoNLLU) error { return yield(c.Sentence) })
}

// ScanCoNLLU is ReadCoNLLU with comments, MISC and multiword tokens. The
// sentence belongs to the caller; nothing of it is used again.
func ScanCoNLLU(r io.Reader, yield func(*CoNLLU) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), longestLine)
	var p conlluParser
	line := 0
	for sc.Scan() {
		line++
		b := bytes.TrimSuffix(sc.Bytes(), []byte("\r"))
		if line == 1 {
			b = bytes.TrimPrefix(b, []byte("\ufeff"))
		}
		if len(b) == 0 {
			c, err := p.finish()
			if err != nil {
				return fmt.Errorf("CoNLL-U line %d: %w", line, err)
			}
			if c != nil {
				if err := yield(c); err != nil {
					return err
				}
			}
			continue
		}
		if !utf8.Valid(b) {
			return fmt.Errorf("CoNLL-U line %d: not valid UTF-8", line)
		}
		if err := p.line(line, string(b)); err != nil {
			return fmt.Errorf("CoNLL-U line %d: %w", line, err)
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("CoNLL-U line %d: %w", line+1, err)
	}
	c, err := p.finish()
	if err != nil {
		return fmt.Errorf("CoNLL-U line %d: %w", line+1, err)
	}
	if c == nil {
		return nil
	}
	return yield(c)
}

const longestLine = 16 << 20

// conlluParser gathers the lines of one sentence.
type conlluParser struct {
	c    *CoNLLU
	text []byte
	end  int // id of the open multiword token's last word, or 0
}

func (p *conlluParser) line(no int, s string) error {
	if p.c == nil {
		p.c = &CoNLLU{Line: no}
		p.text = p.text[:0]
		p.end = 0
	}
	c := p.c
	if s[0] == '#' {
		if len(c.Tokens) > 0 || len(c.Ranges) > 0 {
			return errors.New("comment inside a sentence")
		}
		c.Comments = append(c.Comments, strings.TrimLeft(s[1:], " "))
		return nil
	}
	var f [10]string
	n := 0
	for rest, more := s, true; more; n++ {
		if n == len(f) {
			return errors.New("more than 10 columns")
		}
		f[n], rest, more = strings.Cut(rest, "\t")
	}
	if n != len(f) {
		return fmt.Errorf("%d columns instead of 10", n)
	}
	if f[1] == "" {
		return errors.New("empty word")
	}
	if a, b, ok := strings.Cut(f[0], "-"); ok {
		return p.open(a, b, f[1], f[9])
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	return p.word(&f)
}

// open begins the multiword token with words a to b.
func (p *conlluParser) open(a, b, form, misc string) error {
	first, err1 := strconv.Atoi(a)
	last, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || last < first {
		return fmt.Errorf("bad range %q", a+"-"+b)
	}
	if first != len(p.c.Tokens)+1 || p.end >= first {
		return fmt.Errorf("range %s-%s out of order", a, b)
	}
	p.end = last
	start := p.surface(form)
	p.c.Ranges = append(p.c.Ranges, Range{first - 1, last, article.Span{Start: start, End: len(p.text)}, column(misc)})
	p.c.Space = !hasValue(misc, "SpaceAfter=No")
	return nil
}

// surface adds the form of a token to the text and returns where it starts.
func (p *conlluParser) surface(form string) int {
	if p.c.Space && len(p.text) > 0 {
		p.text = append(p.text, ' ')
	}
	start := len(p.text)
	p.text = append(p.text, form...)
	return start
}

func (p *conlluParser) word(f *[10]string) error {
	c := p.c
	id, err := strconv.Atoi(f[0])
	if err != nil || id != len(c.Tokens)+1 {
		return fmt.Errorf("word id %q, want %d", f[0], len(c.Tokens)+1)
	}
	head := -1
	if f[6] != "_" {
		h, err := strconv.Atoi(f[6])
		if err != nil || h < 0 {
			return fmt.Errorf("bad head %q", f[6])
		}
		head = h - 1
	}
	t := Token{Form: f[1], Lemma: column(f[2]), UPos: column(f[3]), XPos: column(f[4]),
		Feats: column(f[5]), Head: head, Rel: column(f[7])}
	if f[1] == "_" && f[2] == "_" {
		t.Lemma = "_"
	}
	if id > p.end {
		t.Start = p.surface(f[1])
		t.End = len(p.text)
		c.Space = !hasValue(f[9], "SpaceAfter=No")
	}
	c.Tokens = append(c.Tokens, t)
	c.Misc = append(c.Misc, column(f[9]))
	return nil
}

// finish returns the gathered sentence, or nil if there is none.
func (p *conlluParser) finish() (*CoNLLU, error) {
	c := p.c
	p.c = nil
	if c == nil || len(c.Tokens) == 0 && len(c.Ranges) == 0 {
		return nil, nil
	}
	if p.end > len(c.Tokens) {
		return nil, fmt.Errorf("multiword token ends at word %d of %d", p.end, len(c.Tokens))
	}
	for i := range c.Tokens {
		if h := c.Tokens[i].Head; h >= len(c.Tokens) || h == i {
			return nil, fmt.Errorf("word %d has head %d of %d words", i+1, h+1, len(c.Tokens))
		}
	}
	c.Text = string(p.text)
	c.Span = article.Span{Start: 0, End: len(c.Text)}
	for _, r := range c.Ranges {
		share(c.Tokens[r.First:r.Last], c.Text, r.Span)
	}
	c.Names = namesOf(c.Misc)
	return c, nil
}

// share divides the surface of a multiword token among its words: where the
// words put together are the surface, exactly; else in proportion, or whole to
// each if it has too few characters.
func share(words []Token, text string, s article.Span) {
	at, exact := s.Start, true
	for i := range words {
		words[i].Start = at
		at += len(words[i].Form)
		words[i].End = at
		exact = exact && at <= s.End && text[words[i].Start:at] == words[i].Form
	}
	if exact && at == s.End {
		return
	}
	runes := utf8.RuneCountInString(text[s.Start:s.End])
	at = s.Start
	for i := range words {
		w := &words[i]
		if runes < len(words) {
			w.Span = s
			continue
		}
		w.Start = at
		for n := runes*(i+1)/len(words) - runes*i/len(words); n > 0; n-- {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
		w.End = at
	}
}

func column(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

// hasValue reports whether a MISC column holds the item.
func hasValue(misc, item string) bool {
	for misc != "" {
		var f string
		f, misc, _ = strings.Cut(misc, "|")
		if f == item {
			return true
		}
	}
	return false
}

// namesOf reads the names that WriteCoNLLU put into MISC as Name=B-KIND and
// Name=I-KIND.
func namesOf(misc []string) []Name {
	var out []Name
	open := false
	for i, m := range misc {
		v := ""
		for m != "" && v == "" {
			var f string
			f, m, _ = strings.Cut(m, "|")
			v, _ = strings.CutPrefix(f, "Name=")
			if v == f {
				v = ""
			}
		}
		switch {
		case strings.HasPrefix(v, "B-"):
			out = append(out, Name{i, i + 1, v[2:]})
			open = true
		case strings.HasPrefix(v, "I-") && open && out[len(out)-1].Kind == v[2:]:
			out[len(out)-1].Last = i + 1
		default:
			open = false
		}
	}
	return out
}
