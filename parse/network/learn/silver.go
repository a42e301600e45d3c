package learn

import (
	"fmt"
	"slices"

	"readout/parse/network"
	"readout/syntax"
)

// Silver turns sentences without trees into training data: the models, which
// must have the same labels and kinds, vote on their tags, trees and names. Nothing is
// assumed of the name of a token on which no two models agree, if there are
// several. A sentence of some length in which they see no finite verb is left
// out: they will have taken its verb for a noun ("Hamas hands over the
// remains"). links, if set, gives the names known from elsewhere for a sentence.
func Silver(models []*network.Model, sentences []Sentence, links func(sentence int) []Link) ([]Sentence, error) {
	inv := models[0].Inventory()
	runners := make([]*network.Runner, len(models))
	number := make([]numbers, len(models))
	for i, m := range models {
		runners[i] = m.NewRunner()
		var err error
		if number[i], err = renumber(m.Inventory(), inv); err != nil {
			return nil, fmt.Errorf("model %d: %w", i+1, err)
		}
	}
	var out []Sentence
	const at = 32
	for from := 0; from < len(sentences); from += at {
		part := sentences[from:min(from+at, len(sentences))]
		given := make([][]network.Sentence, len(models))
		for m, r := range runners {
			given[m] = make([]network.Sentence, len(part))
			for i, s := range part {
				given[m][i].Tokens, given[m][i].Shares = s.Tokens, new(network.Shares)
			}
			r.Run(given[m])
		}
		for i, s := range part {
			votes := make([][]network.Result, len(models))
			each := make([]*network.Sentence, len(models))
			for m := range given {
				each[m] = &given[m][i]
				votes[m] = each[m].Result
				number[m].apply(votes[m])
			}
			res := network.Vote(votes)
			silver := voted(inv, s, votes, res)
			if verbless(silver.Tree) {
				continue
			}
			silver.Soft = soften(&inv, number, each, res)
			if links != nil {
				for _, l := range links(from + i) {
					l.apply(silver.Names)
				}
			}
			out = append(out, silver)
		}
	}
	return out, nil
}

// numbers are what the outputs of a model are in the order of another's.
type numbers struct{ upos, xpos, rel []int }

// renumber returns the numbers of the labels of inventory a in b.
func renumber(a, b network.Inventory) (numbers, error) {
	var missing []string
	table := func(from, to []string) []int {
		out := make([]int, len(from))
		for i, label := range from {
			if out[i] = slices.Index(to, label); out[i] < 0 {
				missing = append(missing, label)
			}
		}
		return out
	}
	n := numbers{table(a.UPos, b.UPos), table(a.XPos, b.XPos), table(a.Rel, b.Rel)}
	if !slices.Equal(a.Kinds, b.Kinds) {
		return n, fmt.Errorf("kinds of name %v, the first model has %v", a.Kinds, b.Kinds)
	}
	if len(missing) > 0 {
		return n, fmt.Errorf("the first model lacks the labels %v", missing)
	}
	return n, nil
}

func (n numbers) apply(results []network.Result) {
	for i := range results {
		r := &results[i]
		r.UPos, r.XPos, r.Rel = n.upos[r.UPos], n.xpos[r.XPos], n.rel[r.Rel]
	}
}

// verbless reports whether a tree of six words or more has no finite verb.
func verbless(s *syntax.Sentence) bool {
	for i := range s.Tokens {
		switch s.Tokens[i].XPos {
		case "VBD", "VBZ", "VBP", "MD":
			return false
		}
	}
	return len(s.Tokens) > 5
}

func voted(inv network.Inventory, s Sentence, votes [][]network.Result, res []network.Result) Sentence {
	out := Sentence{Tokens: s.Tokens, Silver: true, Tree: &syntax.Sentence{Tokens: make([]syntax.Token, len(res))}, Names: make([]uint32, len(res))}
	for i, r := range res {
		out.Tree.Tokens[i] = syntax.Token{Form: s.Tokens[i].Form, UPos: inv.UPos[r.UPos], XPos: inv.XPos[r.XPos], Head: r.Head, Rel: inv.Rel[r.Rel]}
		agree := 0
		for _, v := range votes {
			if v[i].Name == r.Name {
				agree++
			}
		}
		if agree > 1 || len(votes) == 1 {
			out.Names[i] = 1 << r.Name
		}
	}
	return out
}

// A Link says that tokens [First, Last) are a name of some kind.
type Link struct{ First, Last int }

// apply allows only outputs that make the tokens one name. Where a name of
// just these tokens was voted for, its kind stays.
func (l Link) apply(names []uint32) {
	begins, goesOn := anyBegin&names[l.First], uint32(0)
	same := begins != 0 && names[l.First]&^begins == 0
	for k := range kinds {
		if begins == begin(k) {
			goesOn = inside(k)
		}
	}
	for i := l.First + 1; i < l.Last; i++ {
		same = same && names[i] == goesOn
	}
	if l.Last < len(names) {
		same = same && names[l.Last]&anyInside == 0
	}
	if same {
		return
	}
	names[l.First] = anyBegin
	for i := l.First + 1; i < l.Last; i++ {
		names[i] = anyInside
	}
	if l.Last < len(names) && names[l.Last]&anyInside != 0 {
		names[l.Last] = 0
	}
}

// IsName reports whether the forms may be a name: each has a capital, but for
// small words inside.
func IsName(forms []string) bool {
	if len(forms) == 0 || !capital(forms[0]) || article(forms[0]) || len(forms) == 1 && demonym(forms[0]) {
		return false
	}
	for _, f := range forms[1:] {
		if !capital(f) && !joint(f) {
			return false
		}
	}
	return capital(forms[len(forms)-1])
}
