package page_test

import (
	"strings"
	"testing"
)

// TestStart: the first page shows the newest day up to today; where there are
// only days to come the first of these, and where there are no days the articles.
func TestStart(t *testing.T) {
	records, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	one := *records[0]
	for _, c := range []struct {
		published   string
		want, never []string
	}{
		{"2199-03-04", []string{"4 March 2199", "/articles/" + one.Article.ID}, []string{"Nothing read yet"}},
		{"2019-03-04", []string{"4 March 2019", "Latest day"}, []string{"4 March 2199"}},
		{"", []string{"Articles without a date", "/articles/" + one.Article.ID}, []string{"Nothing read yet"}},
	} {
		s := emptyStore(t)
		later := one
		if later.Article.Published = c.published; c.published == "2019-03-04" {
			other := *records[1]
			other.Article.Published = "2199-03-04"
			put(t, s, &other)
		}
		put(t, s, &later)
		got := get(t, desk(t, s), "/", 200)
		main := got[strings.Index(got, "<main"):]
		for _, w := range c.want {
			if !strings.Contains(main, w) {
				t.Errorf("published %q: no %q in\n%s", c.published, w, main)
			}
		}
		for _, w := range c.never {
			if strings.Contains(main, "<h1>"+w) {
				t.Errorf("published %q: there is %q", c.published, w)
			}
		}
	}
}
