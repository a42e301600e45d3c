package page

import (
	"net/url"
	"strings"

	"readout/store"
)

// Addresses of pages are permanent. Those of rows and parties are package
// tell's, all others are made here and nowhere else.

// split parts the id of a row into article and id there.
func split(id string) (article, local string) {
	at := strings.LastIndexByte(id, '/')
	if at < 0 {
		return id, ""
	}
	return id[:at], id[at+1:]
}

func issueAddress(context string) string { return "/issues/" + url.PathEscape(context) }

func dayAddress(day string) string { return "/days/" + url.PathEscape(day) }

// listAddress is that of a list with a filter.
func listAddress(k store.Kind, f store.Filter) string { return "/" + string(k) + query(f) }

// query is a filter as the query of an address, with its question mark.
func query(f store.Filter) string {
	if q := f.Query().Encode(); q != "" {
		return "?" + q
	}
	return ""
}

// dataAddress is where the API has what a page shows; the form is json, csv,
// jsonl or atom.
func dataAddress(page, form string) string {
	path, q, ok := strings.Cut(page, "?")
	out := "/api/v1" + path
	if form != "json" {
		out += "." + form
	}
	if ok {
		out += "?" + q
	}
	return out
}

// outside is an address of the web that may stand in a page as a link: only
// http and https, so that no article can smuggle in a script.
func outside(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
