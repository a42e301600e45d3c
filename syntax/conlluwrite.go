package syntax

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WriteCoNLLU writes the document in CoNLL-U: "# newdoc" with the article's
// ID, "# newpar" and "# block" with the block's kind where a block begins, and
// for each sentence "# sent_id" and "# text", in which every run of white
// space is one blank. A word and the clitics that adjoin it ("do" and "n't",
// "Russia" and "'s") are one multiword token, as in the English treebanks.
// MISC holds SpaceAfter=No and names as Name=B-KIND, Name=I-KIND. A document
// without sentences writes nothing.
func WriteCoNLLU(w io.Writer, d *Document) error {
	b := bufio.NewWriter(w)
	id := collapse(d.Article.ID)
	block := -1
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if i == 0 {
			b.WriteString("# newdoc")
			if id != "" {
				b.WriteString(" id = " + id)
			}
			b.WriteByte('\n')
		}
		if s.Block != block {
			block = s.Block
			b.WriteString("# newpar\n")
			if block >= 0 && block < len(d.Article.Blocks) {
				b.WriteString("# block = " + string(d.Article.Blocks[block].Kind) + "\n")
			}
		}
		b.WriteString("# sent_id = ")
		if id != "" {
			b.WriteString(id + "-")
		}
		fmt.Fprintf(b, "%d\n# text = %s\n", i+1, collapse(d.Article.Words(s.Span)))
		next := -1
		if i+1 < len(d.Sentences) {
			next = d.Sentences[i+1].Start
		}
		s.writeWords(b, next)
		b.WriteByte('\n')
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing CoNLL-U: %w", err)
	}
	return nil
}

// writeWords writes one line a word and one a multiword token; next is where
// the first word after the sentence starts, or -1.
func (s *Sentence) writeWords(b *bufio.Writer, next int) {
	names := s.nameMarks()
	for i := 0; i < len(s.Tokens); {
		end := i + 1
		for end < len(s.Tokens) && s.clings(end) {
			end++
		}
		after := next
		if end < len(s.Tokens) {
			after = s.Tokens[end].Start
		}
		space := ""
		if after == s.Tokens[end-1].End {
			space = "SpaceAfter=No"
		}
		if end > i+1 {
			var form strings.Builder
			for _, t := range s.Tokens[i:end] {
				form.WriteString(t.Form)
			}
			row(b, fmt.Sprintf("%d-%d", i+1, end), form.String(), "", "", "", "", "", "", "", space)
			space = ""
		}
		for ; i < end; i++ {
			t := &s.Tokens[i]
			head := ""
			if t.Rel != "" {
				head = strconv.Itoa(t.Head + 1)
			}
			misc := names[i]
			if misc != "" && space != "" {
				misc += "|"
			}
			row(b, strconv.Itoa(i+1), t.Form, t.Lemma, t.UPos, t.XPos, t.Feats, head, t.Rel, "", misc+space)
		}
	}
}

func (s *Sentence) nameMarks() []string {
	marks := make([]string, len(s.Tokens))
	for _, n := range s.Names {
		for i := max(n.First, 0); i < n.Last && i < len(marks); i++ {
			if i == n.First {
				marks[i] = "Name=B-" + n.Kind
			} else {
				marks[i] = "Name=I-" + n.Kind
			}
		}
	}
	return marks
}

func row(b *bufio.Writer, columns ...string) {
	for i, c := range columns {
		if i > 0 {
			b.WriteByte('\t')
		}
		if c == "" {
			c = "_"
		}
		b.WriteString(c)
	}
	b.WriteByte('\n')
}

// clings reports whether token i is a clitic that adjoins the word before it.
func (s *Sentence) clings(i int) bool {
	t, p := &s.Tokens[i], &s.Tokens[i-1]
	last, _ := utf8.DecodeLastRuneInString(p.Form)
	if t.Start != p.End || !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != '.' {
		return false
	}
	form := strings.ReplaceAll(strings.ToLower(t.Form), "’", "'")
	switch form {
	case "'s", "n't", "'m", "'re", "'ve", "'ll", "'d", "nt", "s", "m", "ve", "re", "ll", "`s", "´s":
		return true
	case "'":
		return t.XPos == "POS"
	}
	switch strings.ToLower(p.Form) {
	case "can":
		return form == "not"
	case "gon", "wan":
		return form == "na"
	case "got", "ought", "out":
		return form == "ta" || form == "a"
	case "gim", "lem":
		return form == "me"
	case "du":
		return form == "nno"
	}
	return false
}

// collapse makes every run of white space one blank, none at the ends.
func collapse(s string) string {
	return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
}
