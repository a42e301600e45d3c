package intake

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

func encode(t testing.TB, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCharset(t *testing.T) {
	const western = "“We met in Genève,” said Alexeï’s lawyer – and left."
	const russian = "Президент заявил, что соглашение подписано в Женеве. После встречи министры вернулись в Москву."
	const japan = "大統領はジュネーブで合意に署名したと述べた。会談の後、大臣たちは東京に戻った。"
	utf16le := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	utf16be := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	bare := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	for name, c := range map[string]struct{ in, contentType, want string }{
		"UTF-8":                  {western, "", western},
		"UTF-8 declared latin-1": {western, "text/plain; charset=iso-8859-1", western},
		"UTF-8 with mark":        {"\ufeff" + western, "", western},
		"windows-1252 guessed":   {encode(t, charmap.Windows1252, western), "", western},
		"windows-1252 declared":  {encode(t, charmap.Windows1252, western), "text/plain; charset=windows-1252", western},
		"windows-1251 guessed":   {encode(t, charmap.Windows1251, russian), "", russian},
		"KOI8-R declared":        {encode(t, charmap.KOI8R, russian), "text/plain; charset=koi8-r", russian},
		"Shift_JIS guessed":      {encode(t, japanese.ShiftJIS, japan), "", japan},
		"UTF-16 LE":              {encode(t, utf16le, western), "", western},
		"UTF-16 BE":              {encode(t, utf16be, western), "", western},
		"UTF-16 without mark":    {encode(t, bare, western), "", western},
		"page meta":              {"<meta charset=windows-1252><p>" + encode(t, charmap.Windows1252, western), "", western},
		"page header over meta":  {"<meta charset=koi8-r><p>" + encode(t, charmap.Windows1252, western), "text/html; charset=windows-1252", western},
		"JSON in UTF-16":         {encode(t, utf16le, `{"text":"`+strings.ReplaceAll(western, `"`, `\"`)+`"}`), "", western},
		"JSON in windows-1252":   {encode(t, charmap.Windows1252, `{"text":"`+western+`"}`), "", western},
	} {
		all, items, fatal := readAll(t, strings.NewReader(c.in), Options{ContentType: c.contentType})
		if len(all) != 1 {
			t.Errorf("%s: %v %v", name, items, fatal)
			continue
		}
		if all[0].Text != c.want {
			t.Errorf("%s: %q", name, all[0].Text)
		}
		if w := strings.Join(all[0].Warnings, "\n"); strings.Contains(w, "decoded") {
			t.Errorf("%s: %s", name, w)
		}
	}
}

// TestDamaged checks that bytes which cannot be decoded are told.
func TestDamaged(t *testing.T) {
	for _, in := range []string{
		"Genève, “we met” – he said \xff and left.",
		`{"text":"Genève, “we met” – he said ` + "\xff" + ` and left."}`,
		`{"text":"Genève, “we met” – he said \ud800 and left."}`,
		"<p>Genève, “we met” – he said \xff and left.",
	} {
		a := readText(t, in)
		if !strings.Contains(a.Text, "he said \uFFFD and left") || !strings.Contains(strings.Join(a.Warnings, "\n"), "1 characters could not be decoded") {
			t.Errorf("%q: %q %q", in, a.Text, a.Warnings)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\r\nb\rc\n": "a\nb\nc\n", "a\x1b[31mb\x00\x7f": "a[31mb", "a\u2028b\u0085c\fd": "a\nb\nc\nd", "é\u0080\u009b!": "é!", "\ufeffa": "a",
		"a\u00a0b\u00adc\u200bd": "a\u00a0b\u00adc\u200bd",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
