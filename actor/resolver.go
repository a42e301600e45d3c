package actor

import (
	"fmt"
	"sync"

	"readout/lexicon"
	"readout/syntax"
)

// Options change how a Resolver works. The zero value is right.
type Options struct{}

// A Resolver finds who can act in articles. It is safe for concurrent use.
type Resolver struct {
	k    *knowledge
	pool sync.Pool // of *casting
}

// NewResolver compiles the lexicon's knowledge of countries, offices, people,
// bodies, titles, roles and names. The error joins all faults found in the
// files.
func NewResolver(set *lexicon.Set, _ Options) (*Resolver, error) {
	k, err := compile(set)
	if err != nil {
		return nil, fmt.Errorf("reading the lexicon: %w", err)
	}
	r := &Resolver{k: k}
	r.pool.New = func() any { return newCasting(k) }
	return r, nil
}

// Resolve finds everyone in the document. It reads the document and keeps
// nothing of it. Offices are those held on Article.Published; without a date,
// those held now as far as the lexicon knows. The work is linear in the text:
// each mention looks back over a bounded number of others.
func (r *Resolver) Resolve(doc *syntax.Document) *Cast {
	c := r.pool.Get().(*casting)
	c.begin(doc)
	c.identify()
	c.resolve()
	c.settle()
	cast := c.cast()
	c.end()
	r.pool.Put(c) // not deferred: what a fault leaves half done is not used again
	return cast
}
