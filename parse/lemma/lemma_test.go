package lemma

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLemma(t *testing.T) {
	l, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split(strings.TrimSpace(`
said VERB VBD say
warned VERB VBD warn
voted VERB VBD vote
vetoed VERB VBD veto
fled VERB VBD flee
dying VERB VBG die
exiled VERB VBN exile
Expelled VERB VBN expel
shelled VERB VBD shell
seized VERB VBN seize
targeting VERB VBG target
negotiating VERB VBG negotiate
committed VERB VBN commit
was AUX VBD be
's AUX VBZ be
’s AUX VBZ be
's PART POS 's
’s PART POS 's
' PART POS 's
n't PART RB not
n’t PART RB not
N'T PART RB not
ca AUX MD can
wo AUX MD will
'll AUX MD will
’ll AUX MD will
’ve AUX VBP have
countries NOUN NNS country
allies NOUN NNS ally
crises NOUN NNS crisis
spokeswomen NOUN NNS spokeswoman
Embargoes NOUN NNS embargo
children NOUN NNS child
Nations PROPN NNPS Nation
Biden PROPN NNP Biden
McConnell PROPN NNP McConnell
NATO PROPN NNP NATO
O’Neill PROPN NNP O’Neill
United VERB NNP Unite
United ADJ NNP United
The DET DT the
an DET DT a
These DET DT this
They PRON PRP they
me PRON PRP I
I PRON PRP I
i PRON PRP I
Him PRON PRP he
whom PRON WP who
200,000 NUM CD 200000
Two NUM CD two
bn NUM CD billion
French ADJ JJ French
Ukrainian ADJ JJ Ukrainian
Many ADJ JJ many
better ADJ JJR good
larger ADJ JJR large
heaviest ADJ JJS heavy
However ADV RB however
“ PUNCT `+"``"+` "
” PUNCT '' "
– PUNCT : -
https://example.org/A ADD ADD https://example.org/A
`), "\n") {
		f := strings.Fields(c)
		if got := l.Lemma(f[0], f[1], f[2]); got != f[3] {
			t.Errorf("%s/%s: lemma %q, want %q", f[0], f[2], got, f[3])
		}
	}
	if got := l.Lemma("", "NOUN", "NN"); got != "" {
		t.Errorf("empty form: %q", got)
	}
}

// No form, tag or case may make the lemmatiser panic, give an empty lemma or
// cut a character.
func FuzzLemma(f *testing.F) {
	l, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Said", "VERB", "VBD")
	f.Add("İİs", "NOUN", "NNS")
	f.Add("İ", "NOUN", "NNS")
	f.Add("x", "NOUN", "NNS")
	f.Add("é", "NOUN", "NNS")
	f.Add("’", "PART", "POS")
	f.Add("\xff’s\x80", "AUX", "VBZ")
	f.Fuzz(func(t *testing.T, form, upos, xpos string) {
		got := l.Lemma(form, upos, xpos)
		if form != "" && got == "" {
			t.Errorf("Lemma(%q, %q, %q) is empty", form, upos, xpos)
		}
		if utf8.ValidString(form) && !utf8.ValidString(got) {
			t.Errorf("Lemma(%q, %q, %q) = %q cuts a character", form, upos, xpos, got)
		}
	})
}
