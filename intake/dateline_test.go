package intake

import "testing"

func mustMarkers(t testing.TB) *markers {
	t.Helper()
	m, err := loadMarkers()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestDates(t *testing.T) {
	m := mustMarkers(t)
	for in, want := range map[string]string{
		"2021-06-16": "2021-06-16", "2021-06-16T10:32:00Z": "2021-06-16", "2021-06-16T23:30:00+02:00": "2021-06-16",
		"2021-06-16 10:32:00": "2021-06-16", "2021-06-16T10:32:05.123+0200": "2021-06-16", "20210616": "2021-06-16",
		"20210616T103200Z": "2021-06-16", "20210616103200": "2021-06-16", "2021/06/16": "2021-06-16", "16.06.2021": "2021-06-16",
		"16/06/2021": "2021-06-16", "06/16/2021": "2021-06-16", "06/05/2021": "", "06/06/2021": "2021-06-06",
		"June 16, 2021": "2021-06-16", "16 June 2021": "2021-06-16", "Jun. 16, 2021": "2021-06-16", "June 16th, 2021": "2021-06-16",
		"Wed, 16 Jun 2021 10:00:00 GMT": "2021-06-16", "Wed Jun 16 10:00:00 CEST 2021": "2021-06-16", "Wednesday, June 16, 2021": "2021-06-16",
		"Published 16 June 2021": "2021-06-16", "Published: June 16, 2021 at 5:04 p.m. EDT": "2021-06-16",
		"Posted on 16 June 2021, 10:32 GMT+2": "2021-06-16", "16 June 2021 | Updated 17 June 2021": "2021-06-16",
		"First published on Wed 16 Jun 2021 17.04 BST": "2021-06-16", "Last updated: 2021-06-16 10:32 UTC": "2021-06-16",
		"June 2021": "", "16 June": "", "2021": "", "": "", "yesterday": "", "June 31, 2021": "", "2021-13-01": "", "2021-02-29": "",
		"June 16, 2021 was a Wednesday": "", "June 16 and 17, 2021": "", "0021-06-16": "", "1623837120": "", "tomorrow, June 16, 2021": "",
	} {
		if got, ok := m.declaredDate(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestByline(t *testing.T) {
	m := mustMarkers(t)
	for in, want := range map[string]string{
		"By Jane Doe": "Jane Doe", "BY JANE DOE": "JANE DOE", "By Jane Doe and Max Roe": "Jane Doe and Max Roe", "By Jane Doe, Reuters": "Jane Doe",
		"By Jane Doe, Max Roe and Erik van der Berg": "Jane Doe, Max Roe and Erik van der Berg", "By JANE DOE, Associated Press": "JANE DOE",
		"By Jane Doe | 16 June 2021": "Jane Doe", "By Jane Doe, June 16, 2021": "Jane Doe", "By: Jane Doe": "Jane Doe", "By Martin Luther King Jr.": "Martin Luther King Jr",
		"By Monday Evening": "", "By Christmas": "", "By the way": "", "By The Numbers": "", "By then the talks had failed.": "", "By": "", "Bye Jane Doe": "",
		"By John Major’s account, the talks had been cordial.": "",
	} {
		if got, ok := m.byline(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestURLDate(t *testing.T) {
	for in, want := range map[string]string{
		"https://news.example/2021/06/16/summit": "2021-06-16", "https://news.example/world/2021-06-16-summit.html": "2021-06-16",
		"https://news.example/2021/06/summit": "", "https://news.example/2021/13/16/summit": "", "https://news.example/12021/06/16": "",
		"https://news.example/2021/06/160": "", "": "", "%": "",
	} {
		if got := urlDate(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
