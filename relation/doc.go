// Package relation holds what lies between records: which articles reprint
// another, and which events of different reports are one happening. It works on
// whole corpora in bounded memory, and what it finds depends on the articles
// and their order only.
package relation
