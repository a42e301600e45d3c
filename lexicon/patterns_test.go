package lexicon

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// openWith opens the lexicon with one more file.
func openWith(t *testing.T, name, text string) *Set {
	t.Helper()
	dir := t.TempDir()
	text = "# origin: test\n# licence: Apache-2.0\n" + text
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPatternsShipped(t *testing.T) {
	s, err := Open("")
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Patterns()
	if err != nil {
		t.Fatal(err)
	}
	lines, types := 0, map[string]bool{}
	for _, r := range p.Rules {
		lines += len(r.Patterns)
		types[r.Type] = true
	}
	delete(types, "NOTHING") // idioms that tell no event
	if lines < 1000 || len(types) != 16 {
		t.Errorf("%d patterns of %d types; want 1000 or more of 16", lines, len(types))
	}
}

func TestPatternLine(t *testing.T) {
	s := openWith(t, "patterns.t.txt", `rule aid/hand mode=none cameo=070 context=economic table=future doer=R prior=0.6 armed keep
A hand_over|pass O{envoy|GOV}:R{STATE} to|for R? [that R must X] / cameo=0711 prefer=-1
> One. => A AID B
noun said {talks}(door|gate) not must giving of X [by A]
adj A ready to *
`)
	p, err := s.Patterns()
	if err != nil {
		t.Fatal(err)
	}
	var r *Rule
	for i := range p.Rules {
		if p.Rules[i].Name == "aid/hand" {
			r = &p.Rules[i]
		}
	}
	if r == nil || r.Type != "AID" || r.Doer != 'R' || r.Prior != 0.6 || r.Table != "future" || !reflect.DeepEqual(r.Flags, []string{"armed", "keep"}) ||
		r.Code.Modes == nil || len(r.Code.Modes) != 0 || len(r.Patterns) != 3 {
		t.Fatalf("rule read as %+v", r)
	}
	a := r.Patterns[0]
	want := []Slot{
		{Role: 'A', Where: Before},
		{Role: 'O', Where: Object, Class: []string{"envoy", "GOV"}, Owner: 'R', OwnerClass: []string{"STATE"}},
		{Role: 'R', Where: Prep, Preps: []string{"to", "for"}, Any: true},
		{Role: 'X', Where: ThatVer, Subject: 'R', Must: true, Optional: true},
	}
	if !reflect.DeepEqual(a.Slots, want) || !reflect.DeepEqual(a.Triggers, []string{"hand_over", "pass"}) || a.Code.CAMEO != "0711" || a.Code.Prefer != -1 {
		t.Errorf("read as %+v", a)
	}
	if len(a.Examples) != 1 || a.Examples[0].Text != "One." || a.Examples[0].Want != "A AID B" {
		t.Errorf("examples %+v", a.Examples)
	}
	b := r.Patterns[1]
	if b.Kind != NounPattern || !b.Said || !b.Not || !b.Modal || b.Slots[0].Class[0] != "talks" || len(b.Slots[0].Words) != 2 || b.Slots[0].Role != 0 {
		t.Errorf("read as %+v", b)
	}
	if c := r.Patterns[2]; c.Kind != AdjPattern || c.Slots[1].Where != ToVerb || c.Slots[1].Role != '*' {
		t.Errorf("read as %+v", c)
	}
}

func TestPatternFaults(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A hand R", "patterns.t.txt:3: a pattern outside a rule"},
		{"rule hand\nA hand R", `rule name "hand" is not type/short-name`},
		{"rule aid/hand odd\nA hand R", `unknown word "odd"`},
		{"rule aid/hand cameo=7\nA hand R", "two to four digits"},
		{"rule aid/hand prior=2\nA hand R", "not between 0 and 1"},
		{"rule aid/hand table=nosuch\nA hand R", `no table "nosuch"`},
		{"rule aid/hand", `rule "aid/hand" has no pattern`},
		{"rule aid/hand\nA hand R\nrule aid/hand\nA pass R", `already at patterns.t.txt:3`},
		{"rule aid/hand\nA R", "patterns.t.txt:4: no trigger"},
		{"rule aid/hand\nA hand out R to", `no slot after "to"`},
		{"rule aid/hand\nA hand [to R", "[ without ]"},
		{"rule aid/hand\nA hand to R]", "] without ["},
		{"rule aid/hand\nA hand [to R [on R]]", "brackets inside brackets"},
		{"rule aid/hand\nA hand O{}", "cannot read"},
		{"rule aid/hand\nA hand R:R", `cannot read slot "R:R"`},
		{"rule aid/hand\nA hand that B", "after that"},
		{"rule aid/hand\nA hand R / colour=red", `unknown word "colour=red"`},
		{"rule aid/hand\nA hand R\n> No arrow.", "an example is"},
		{"> One. => two", "an example before any pattern"},
		{"table t\nwhen 07", "when needs a key and a code"},
		{"table t\nlike t", `no table "t" above`},
	} {
		_, err := openWith(t, "patterns.t.txt", c.text).Patterns()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q", c.text, err, c.want)
		}
	}
}

// Reading patterns holds on any text.
func FuzzPatterns(f *testing.F) {
	f.Add("rule aid/hand cameo=070\nA hand O{x}:R [to|for R?] that R must X / mode=a")
	f.Add("table x\nwhen * type=AID\n> a => b\nnoun adj said not must * {")
	f.Fuzz(func(t *testing.T, text string) {
		s := &Set{}
		for i, l := range strings.Split(text, "\n") {
			s.files = append(s.files, File{Name: "patterns.txt", Kind: "patterns", Lines: []Line{{"patterns.txt", i + 1, l}}})
		}
		s.Patterns()
	})
}

func TestNarrowLine(t *testing.T) {
	s := openWith(t, "patterns.t.txt", `narrow 030|031 {trade} 0311|0312 mode=assist
> One. => A AGREE B
narrow 030 {trade} 0311|0312
narrow 030 trade 0311
narrow 3x {trade} 0311
narrow 030 {trade} 0311 soon
`)
	p, err := s.Patterns()
	var got []Narrowing
	for _, n := range p.Narrowings {
		if n.Line.File == "patterns.t.txt" {
			got = append(got, n)
		}
	}
	if len(got) != 2 || got[0].From != "030" || got[0].Class != "trade" || got[0].Code.CAMEO != "0311" || got[0].Code.Modes[0] != "assist" ||
		got[1].From != "031" || got[1].Code.CAMEO != "0312" || len(got[1].Examples) != 1 || len(got[0].Examples) != 0 {
		t.Errorf("read as %+v", got)
	}
	if err == nil {
		t.Fatal("no fault found")
	}
	for i, want := range []string{"1 codes before the class and 2", "as many codes", "not two to four digits", `unknown word "soon"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("fault %d, %q, not found in %v", i, want, err)
		}
	}
}
