package store

import (
	"time"
)

// Verdicts of a judgement.
const (
	Right     = "right"
	Wrong     = "wrong"
	Corrected = "corrected"
)

// A Judgement is what a person said of an event. Judgements stand beside the
// machine's records and outlive them: when an article is read anew, each goes
// with the event of the same type at the same words.
type Judgement struct {
	ID      int64             `json:"id"`
	Event   string            `json:"event_id"` // empty when no event stands there any more
	Article string            `json:"article_id"`
	Verdict string            `json:"verdict"`
	Who     string            `json:"who"`
	When    time.Time         `json:"when"` // UTC, to the second
	Why     string            `json:"why,omitempty"`
	Fields  map[string]string `json:"fields,omitempty"` // of a correction: column of the codebook → right value
	// What was judged.
	Type    string `json:"type"`
	Trigger string `json:"trigger"`
	Start   int    `json:"trigger_start"`
	End     int    `json:"trigger_end"`
	Quote   string `json:"sentence"`
	Engine  string `json:"engine"`
}

// A Source is a feed or a page that articles come from.
type Source struct {
	ID        int64         `json:"id"`
	URL       string        `json:"url"`
	Title     string        `json:"title,omitempty"`
	Publisher string        `json:"publisher,omitempty"` // of its articles, where they name none
	Every     time.Duration `json:"every"`               // between two fetches
	Follow    bool          `json:"follow"`              // fetch the page of each item
	Paused    bool          `json:"paused"`
	Fetched   time.Time     `json:"fetched,omitzero"` // last tried
	Worked    time.Time     `json:"worked,omitzero"`  // last fetched without error
	Error     string        `json:"error,omitempty"`  // of the last try
	Failures  int           `json:"failures"`         // in a row
	Articles  int           `json:"articles"`         // that came from it
	ETag      string        `json:"-"`
	Modified  string        `json:"-"` // Last-Modified of the last answer
}

// A Search is a filter that someone saved, with where its finds are to go.
type Search struct {
	ID      int64     `json:"id"`
	Name    string    `json:"name"`
	Kind    Kind      `json:"kind"` // Events, Statements or Articles
	Filter  Filter    `json:"-"`
	Owner   string    `json:"owner,omitempty"`
	Created time.Time `json:"created"`
	Deliver []Channel `json:"deliver"`
}

// A Channel is one way in which a search tells what it found, with how far it
// has come.
type Channel struct {
	ID       int64     `json:"id"`
	Form     string    `json:"form"`              // atom, webhook or email
	To       string    `json:"to,omitempty"`      // address of the webhook or of mail
	Secret   string    `json:"-"`                 // signs what goes to a webhook
	Every    string    `json:"every,omitempty"`   // hour, day or week for digests; empty: at once
	Token    string    `json:"-"`                 // a page token in the order Added: what was told already lies before it
	Sent     time.Time `json:"sent,omitzero"`     // last success
	Failures int       `json:"failures"`          // in a row
	Error    string    `json:"error,omitempty"`   // of the last try
	Next     time.Time `json:"next,omitzero"`     // not to be tried before
	Disabled bool      `json:"disabled,omitzero"` // given up, or switched off
}

// A Key to the API, of which the store holds only a hash.
type Access struct {
	Hash    string    `json:"-"` // SHA-256 of the token, hexadecimal
	Name    string    `json:"name"`
	Scope   string    `json:"scope"` // read or write
	Created time.Time `json:"created"`
	Used    time.Time `json:"used,omitzero"`
}
