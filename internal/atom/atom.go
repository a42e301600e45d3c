// Package atom writes feeds in the Atom Syndication Format (RFC 4287), with
// pages as RFC 5005 has them.
package atom

import (
	"crypto/sha1"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// ContentType is that of feeds.
const ContentType = "application/atom+xml; charset=utf-8"

// A Feed is a feed without its entries.
type Feed struct {
	ID       string // absolute IRI, the same for ever
	Title    string
	Subtitle string
	Self     string    // its own address
	Page     string    // address of the same for a person
	Next     string    // address of the older entries; empty at the end
	Updated  time.Time // of the newest entry; zero means Epoch
	Author   string
	Version  string // of the program that writes it
}

// An Entry is one item of a feed.
type Entry struct {
	ID         string // absolute IRI, the same for ever
	Title      string
	Page       string // address for a person
	Related    string // address of what it was read in
	Updated    time.Time
	Published  time.Time // zero for none
	Author     string    // empty for that of the feed
	Summary    string    // plain text
	Categories []string
}

// Epoch stands for times that are not known: a feed must name one.
var Epoch = time.Unix(0, 0).UTC()

// ID makes the id of a thing of ours: an UUID of its name (version 5), so that
// it is the same in every store and under every address.
func ID(kind, name string) string {
	space := [16]byte{0x3b, 0x6f, 0x1d, 0x52, 0x8c, 0x0e, 0x4a, 0x77, 0x9d, 0x21, 0x5e, 0x0c, 0x64, 0xf3, 0xb8, 0x19} // drawn once
	h := sha1.New()
	h.Write(space[:])
	_, _ = io.WriteString(h, kind+"\n"+name) // never fails
	u := h.Sum(nil)[:16]
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

type feedXML struct {
	XMLName   xml.Name   `xml:"http://www.w3.org/2005/Atom feed"`
	Lang      string     `xml:"xml:lang,attr"`
	ID        string     `xml:"id"`
	Title     string     `xml:"title"`
	Subtitle  string     `xml:"subtitle,omitempty"`
	Updated   string     `xml:"updated"`
	Author    personXML  `xml:"author"`
	Generator generator  `xml:"generator"`
	Links     []linkXML  `xml:"link"`
	Entries   []entryXML `xml:"entry"`
}

type generator struct {
	Version string `xml:"version,attr,omitempty"`
	Name    string `xml:",chardata"`
}

type personXML struct {
	Name string `xml:"name"`
}

type linkXML struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type entryXML struct {
	ID         string        `xml:"id"`
	Title      string        `xml:"title"`
	Updated    string        `xml:"updated"`
	Published  string        `xml:"published,omitempty"`
	Author     *personXML    `xml:"author"`
	Links      []linkXML     `xml:"link"`
	Summary    string        `xml:"summary,omitempty"`
	Categories []categoryXML `xml:"category"`
}

type categoryXML struct {
	Term string `xml:"term,attr"`
}

// Write writes a feed.
func Write(w io.Writer, f Feed, entries []Entry) error {
	x := feedXML{
		Lang: "en", ID: f.ID, Title: clean(f.Title), Subtitle: clean(f.Subtitle), Updated: stamp(f.Updated), Author: personXML{or(clean(f.Author), "Readout")},
		Generator: generator{f.Version, "Readout"}, Links: links("self", ContentType, f.Self, "alternate", "text/html", f.Page, "next", ContentType, f.Next),
	}
	for _, e := range entries {
		y := entryXML{
			ID: e.ID, Title: or(clean(e.Title), "Untitled"), Updated: stamp(e.Updated), Summary: clean(e.Summary),
			Links: links("alternate", "text/html", e.Page, "related", "", e.Related),
		}
		if !e.Published.IsZero() {
			y.Published = stamp(e.Published)
		}
		if name := clean(e.Author); name != "" {
			y.Author = &personXML{name}
		}
		for _, c := range e.Categories {
			y.Categories = append(y.Categories, categoryXML{clean(c)})
		}
		x.Entries = append(x.Entries, y)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(x); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// links makes links of triples of relation, type and address; those without
// address are left out.
func links(parts ...string) []linkXML {
	var out []linkXML
	for i := 0; i+2 < len(parts); i += 3 {
		if parts[i+2] != "" {
			out = append(out, linkXML{parts[i], parts[i+1], parts[i+2]})
		}
	}
	return out
}

func stamp(t time.Time) string {
	if t.IsZero() {
		t = Epoch
	}
	return t.UTC().Format(time.RFC3339)
}

func or(s, t string) string {
	if s == "" {
		return t
	}
	return s
}

// clean drops the characters that XML forbids, and white space at the ends.
func clean(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r', r >= 0x20 && r <= 0xd7ff, r >= 0xe000 && r <= 0xfffd && r != utf8.RuneError, r >= 0x10000 && r <= 0x10ffff:
			return r
		}
		return -1
	}, s))
}
