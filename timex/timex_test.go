package timex_test

import (
	"testing"

	"readout/syntax/syntaxtest"
	"readout/timex"
)

// Expectations are marked in the text: [[words|kind|value]]. What is not
// marked must not be found.
var marked = []struct{ published, text string }{
	{"2021-06-16", "They met [[this Wednesday|date|2021-06-16]], spoke on [[Tuesday night|time|2021-06-15TNI]] and will meet again on [[Tuesday|date|2021-06-22]]."},
	{"2021-06-16", "[[Yesterday|date|2021-06-15]] he left; [[the following day|date|2021-06-16]] he returned."},
	{"2021-06-16", "Talks began [[last month|date|2021-05]] and will end [[next month|date|2021-07]]."},
	{"2021-06-16", "In [[March|date|2021-03]] the envoy was recalled. [[A month later|date|2021-04]] he returned."},
	{"2021-06-16", "The ban expires in [[April|date|2022-04]] and was agreed in [[April|date|2021-04]]."},
	{"2021-06-16", "The war has gone on for [[the past three years|duration|P3Y]], since [[January|date|2021-01]] at least."},
	{"2021-06-16", "It fell in [[a matter of months|duration|PXM]]."},
	{"2021-06-16", "They met on [[June 16–17|date|2021-06-16/2021-06-17]], [[between]] [[3 and 5 May|date|2021-05-03/2021-05-05]] and from [[Monday to Friday|date|2021-06-14/2021-06-18]]."},
	{"2021-06-16", "The border was drawn in [[the 1990s|date|199]], after [[the 19th century|date|18]]."},
	{"2021-06-16", "It rose in [[mid-June|date|2021-06]], in [[late 2019|date|2019]], at [[the end of June|date|2021-06]] and in [[the first quarter of 2021|date|2021-Q1]]."},
	{"2021-06-16", "Dated [[16 June 2021|date|2021-06-16]], [[June 16, 2021|date|2021-06-16]], [[16/06/2021|date|2021-06-16]], [[06/16/2021|date|2021-06-16]] and [[2021-06-16|date|2021-06-16]]."},
	{"2021-06-16", "Which day [[05/06/2021|date|]] is, nobody can tell."},
	{"2021-06-16", "Since [[9/11|date|2001-09-11]] and [[Sept. 11|date|2001-09-11]] the rules have changed."},
	{"2021-09-20", "The mayor resigned on [[Sept. 11|date|2021-09-11]]."},
	{"2021-06-16", "The guns fell silent at [[Christmas|date|2020-12-25]] and for [[Ramadan|date|]]."},
	{"2021-06-16", "Shops will close at [[9 a.m. EST on Friday|time|2021-06-18T09:00]], at [[noon|time|2021-06-18T12:00]] and at [[5:30 pm local time|time|2021-06-18T17:30]]."},
	{"2021-06-16", "Fighting went on [[overnight|date|2021-06-15/2021-06-16]]."},
	{"2021-06-16", "It appears [[daily|set|P1D]], [[every Friday|set|XXXX-WXX-5]], [[twice a year|set|P1Y]], on [[Mondays|set|XXXX-WXX-1]] and [[every other week|set|P2W]]."},
	{"2021-06-16", "After a [[two-day|duration|P2D]] visit the [[decades-long|duration|PXDE]] feud ended."},
	{"2021-06-16", "The 20-year-old, aged 6 months, the two-year-old and children 5 years old and older were there."},
	{"2021-06-16", "Police may march, a second man may fall, and the spring in his step broke."},
	{"2021-06-16", "So said Ms May, reading The Sunday Times in USA Today style."},
	{"2021-06-16", "Flight 2019 carried 1990 passengers, $2020, 2,015 bags and Resolution 2231."},
	{"2021-06-16", "They will vote in [[two weeks|date|2021-W26]], for the first time in [[two years|duration|P2Y]]."},
	{"2021-06-16", "He came [[two days ago|date|2021-06-14]], [[three weeks ago|date|2021-W21]], [[a year ago|date|2020]] and [[two decades ago|date|200]]."},
	{"2021-06-16", "[[Recently|date|PAST_REF]], in [[recent weeks|date|PAST_REF]], [[now|date|PRESENT_REF]] and in [[the coming days|date|FUTURE_REF]]."},
	{"2021-06-16", "They met [[last weekend|date|2021-W23-WE]], [[this week|date|2021-W24]] and [[last summer|date|2020-SU]]; [[this autumn|date|2021-FA]] they may meet again."},
	{"2021-06-16", "[[Two years ago today|date|2019-06-16]] it began; on [[this day in 1943|date|1943-06-16]] it ended."},
	{"2021-06-16", "From [[June 2007 to 2008|date|2007-06/2008]], in [[2014-2016|date|2014/2016]] and in [[2015-16|date|2015/2016]]."},
	{"2021-06-16", "He ruled [[two years and three months|duration|P2Y3M]], then for [[half a century|duration|P50Y]] and [[60 to 90 days|duration|PXD]]."},
	{"2021-06-16", "In [[2014|date|2014]] he fled to the capital and hid. In [[April|date|2014-04]] he was caught."},
	{"2021-06-16", "They voted on [[the first Monday in May|date|2021-05-03]] and on [[the evening of 12 June|time|2021-06-12TEV]]."},
	{"2021-06-16", "The budget for [[fiscal year 2022|date|]] passed at [[the start of the year|date|2021]]."},
	{"2021-06-16", "He met the rebels on [[Friday, June 4|date|2021-06-04]] and had set [[20 June|date|2021-06-20]] as the day."},
	{"", "In [[2014|date|2014]], on [[16 June 2014|date|2014-06-16]], last week's talks ended [[Tuesday|date|]] or [[yesterday|date|]]."},
}

func TestMarked(t *testing.T) {
	f := finder(t)
	for i, m := range marked {
		s := m.text
		s = replaceAll(s, "[[between]]", "between")
		if m.published == "" {
			s = replaceAll(s, "last week's", "[[last week|date|]]'s")
		}
		text, want, err := unmark(s)
		if err != nil {
			t.Fatal(err)
		}
		c := &tally{}
		c.count(example{i, m.published, text, want}, f.Find(syntaxtest.Document(text, m.published)))
		for _, miss := range c.misses {
			t.Errorf("%q: %s", text, miss)
		}
	}
}

func replaceAll(s, old, with string) string {
	for i := 0; i+len(old) <= len(s); i++ {
		if s[i:i+len(old)] == old {
			return s[:i] + with + replaceAll(s[i+len(old):], old, with)
		}
	}
	return s
}

func TestBounds(t *testing.T) {
	for _, c := range []struct{ value, from, to string }{
		{"2021-06-16", "2021-06-16", "2021-06-16"},
		{"2021-06-16TMO", "2021-06-16", "2021-06-16"},
		{"2021-06-16T09:30", "2021-06-16", "2021-06-16"},
		{"2021-06-16T24:00", "2021-06-16", "2021-06-16"},
		{"2021-02", "2021-02-01", "2021-02-28"},
		{"2020-02", "2020-02-01", "2020-02-29"},
		{"2021-12", "2021-12-01", "2021-12-31"},
		{"2021", "2021-01-01", "2021-12-31"},
		{"199", "1990-01-01", "1999-12-31"},
		{"19", "1900-01-01", "1999-12-31"},
		{"2021-W24", "2021-06-14", "2021-06-20"},
		{"2020-W53", "2020-12-28", "2021-01-03"},
		{"2021-W24-WE", "2021-06-19", "2021-06-20"},
		{"2021-Q1", "2021-01-01", "2021-03-31"},
		{"2021-H2", "2021-07-01", "2021-12-31"},
		{"2021-SU", "2021-06-01", "2021-08-31"},
		{"2021-WI", "2021-12-01", "2022-02-28"},
		{"2021-06-16/2021-06-17", "2021-06-16", "2021-06-17"},
		{"2007-06/2008", "2007-06-01", "2008-12-31"},
	} {
		if from, to, ok := timex.Bounds(c.value); !ok || from != c.from || to != c.to {
			t.Errorf("Bounds(%q) = %s, %s, %v; want %s, %s", c.value, from, to, ok, c.from, c.to)
		}
	}
	for _, v := range []string{"", "P2D", "PXM", "PAST_REF", "XXXX-WXX-5", "T09:00", "2021-13", "2021-02-30", "2021-W54", "2019-W53", "2021-Q5",
		"2021-06-17/2021-06-16", "2021-06-16T25:00", "20210", "2021-", "/", "x", "0000"} {
		if from, to, ok := timex.Bounds(v); ok {
			t.Errorf("Bounds(%q) = %s, %s; want none", v, from, to)
		}
	}
}
