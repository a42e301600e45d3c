package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/syntax"
)

// findAuthor finds whose words the whole text is, from a title such as
// "Statement from President Joe Biden on …" or "Joint Statement by … and …" or
// from a signature, and whom an interview asks.
func (r *casting) findAuthor() {
	r.voice = r.official(r.doc.Article.Publisher)
	title := r.doc.Article.Title
	if len(r.doc.Article.Blocks) > 0 && title == "" && r.doc.Article.Blocks[0].Kind == "title" {
		title = r.doc.Article.Words(r.doc.Article.Blocks[0].Span)
	}
	r.findConferees(title)
	r.findHost(title)
	if r.interview = r.isInterview(title); r.interview {
		r.unmarked()
		r.author = r.interviewee(title)
		if r.interview = r.author < 0 || !r.metByI(r.author); r.interview {
			r.asker = r.interviewer(r.author)
			return
		}
		r.author, r.authors = -1, -1
	}
	r.entitledBy(title)
	r.selfNamed()
	if r.stated = r.author >= 0 || r.authors >= 0; !r.stated {
		r.author = r.signer()
	}
	if r.author < 0 && r.authors < 0 {
		r.author = r.writer(r.doc.Article.Byline)
	}
	if r.voice == "" {
		r.voice = r.titleVoice(title)
	}
}

// titleVoice returns the code of the country whose official gives out the text
// by its title, whoever publishes it: "Statement by Press Secretary Jane Roe on …",
// "Readout of President Roe's Call with …", "FACT SHEET: President Roe's Plan …";
// else "".
func (r *casting) titleVoice(title string) string {
	e := int32(-1)
	switch ws := strings.Fields(title); {
	case len(ws) == 0:
	case r.stated && r.author >= 0 && r.k.class.addressNoun[strings.ToLower(ws[0])]:
		e = r.author
	case len(ws) > 2 && strings.EqualFold(ws[0]+" "+ws[1], "fact sheet:"):
		for i := range ws {
			ws[i] = strings.TrimSuffix(strings.TrimSuffix(ws[i], "’s"), "'s")
		}
		if p := r.personAt(ws[2:]); p >= 0 {
			e = r.personEntity(p)
		}
	case r.ours >= 0 && r.confers && r.k.class.reportNoun[strings.ToLower(ws[0])]:
		e = r.ours
	}
	if e < 0 {
		return ""
	}
	x := &r.ents[r.find(e)]
	if _, ok := r.k.states[x.country]; !ok || !slices.Contains(x.sectors, "GOV") {
		return ""
	}
	return x.country
}

// quotedAt reports whether byte at of the text stands in quotation marks.
func (r *casting) quotedAt(at int) bool {
	return slices.ContainsFunc(r.g.quotes, func(q quotation) bool { return q.Start <= at && at < q.End })
}

// writer returns the person whom the byline names alone ("By Jane Roe"), of a
// text that says "I" in its own words; -1 without.
func (r *casting) writer(byline string) int32 {
	ws := strings.Fields(byline)
	if len(ws) > 0 && strings.EqualFold(ws[0], "by") {
		ws = ws[1:]
	}
	for i, w := range ws {
		if !nameWord(w) && !(i > 0 && i < len(ws)-1 && (r.k.class.particle[w] || len(w) == 2 && w[1] == '.')) {
			return -1
		}
	}
	if len(ws) < 2 || len(ws) > 4 || !r.tellsOfSelf() {
		return -1
	}
	if _, ok := r.k.given[fold(ws[0])]; !ok {
		return -1 // "Associated Press", "Staff Writer"
	}
	if p := r.personAt(ws); p >= 0 {
		return r.personEntity(p)
	}
	return r.personCalled(ws)
}

// tellsOfSelf reports whether the text says "I" outside quotation marks.
func (r *casting) tellsOfSelf() bool {
	return slices.ContainsFunc(r.cands, func(c candidate) bool { return c.by == byPronoun && c.person == 1 && !c.plural && c.quote < 0 })
}

// official returns the code of the country whose government the publisher is,
// or "".
func (r *casting) official(publisher string) string {
	for _, f := range r.k.trie.find(strings.TrimPrefix(publisher, "The ")) {
		switch {
		case f.kind == formMetonym:
			return r.k.parties[f.ref].Code
		case f.kind == formBody && r.k.bodies[f.ref].Kind == Government:
			return r.k.bodies[f.ref].Country
		}
	}
	return ""
}

// signatureReach is how many sentences from the end a signature may stand.
const signatureReach = 6

// signer returns the person whose name stands by itself near the end of a text
// that says "I": "Sincerely, JANE ROE"; -1 without.
func (r *casting) signer() int32 {
	if !r.tellsOfSelf() {
		return -1
	}
	n := len(r.doc.Sentences)
	for s := n - 1; s > 0 && s >= n-signatureReach; s-- {
		toks := r.doc.Sentences[s].Tokens
		if len(toks) > 8 || r.doc.Sentences[s-1].Block == r.doc.Sentences[s].Block && len(r.doc.Sentences[s-1].Tokens) > 2 {
			continue
		}
		for i := r.g.ranges[s][0]; i < r.g.ranges[s][1]; i++ {
			c := &r.cands[i]
			if c.by != byName || c.ent < 0 || c.last-c.first < 2 || int(c.last-c.first)+3 < len(toks) {
				continue
			}
			if e := r.find(c.ent); r.ents[e].kind == Person && !slices.ContainsFunc(toks, func(t syntax.Token) bool { return t.UPos == "VERB" || t.UPos == "AUX" || t.Form == ":" }) {
				return e
			}
		}
	}
	return -1
}

// entitledBy makes the author, or the authors, whom a title names as such.
func (r *casting) entitledBy(title string) {
	ws := strings.Fields(title)
	if len(ws) < 3 {
		return
	}
	if at := slices.IndexFunc(ws[:min(len(ws), 10)], func(w string) bool { return strings.EqualFold(w, "joint") }); at >= 0 && hasWord(fold(title), "statement") {
		r.jointlyBy(ws[:at], ws[at+1:])
		return
	}
	if r.k.class.addressNoun[strings.ToLower(ws[0])] {
		for at, w := range ws {
			switch w = strings.ToLower(w); {
			case w == "from", w == "by", w == "of" && at == 1:
				r.signedBy(r.k.byline(ws[at+1:]))
				return
			case w == "on", w == "regarding", w == "about":
				return
			}
		}
		return
	}
	// "President Biden Statement on …"
	for at, w := range ws[:min(len(ws), 6)] {
		if strings.EqualFold(w, "statement") && at > 1 {
			if p := r.personIn(ws[:at]); p >= 0 {
				r.author = r.personEntity(p)
			}
			return
		}
	}
}

// byline cuts the words behind "by" where the title goes on to what it is
// about.
func (k *knowledge) byline(ws []string) []string {
	for i, w := range ws {
		if k.class.bylineEnd[strings.ToLower(w)] {
			return ws[:i]
		}
		if i > 1 && i+1 < len(ws) && len(w) > 5 && strings.HasSuffix(w, "ing") {
			return ws[:i] // "Statement by President Roe Welcoming the …"
		}
	}
	return ws
}

// signedBy makes the author whom the words name.
func (r *casting) signedBy(ws []string) {
	for n := 1; n < min(len(ws), 5); n++ {
		// "Vice President Roe": who bears the office under that name
		if p := r.inOffice(ws[:n], r.voice); p >= 0 && r.k.people[p].surname == fold(strings.Trim(ws[n], ",")) {
			r.author = r.personEntity(p)
			return
		}
	}
	if p := r.personIn(ws); p >= 0 {
		r.author = r.personEntity(p)
		return
	}
	if p := r.inOffice(ws, r.voice); p >= 0 {
		r.author = r.personEntity(p)
		return
	}
	if r.author = r.stranger(ws, r.voice); r.author < 0 {
		r.authorsAre(ws)
	}
}

// personIn returns the first person whom the lexicon knows by words in a row,
// or by a title that stands before them.
func (r *casting) personIn(ws []string) int32 {
	for i := range ws {
		if p := r.personAt(ws[i:]); p >= 0 {
			return p
		}
		switch strings.ToLower(ws[i]) {
		case "on", "regarding", "about", "at", "after":
			return -1
		}
	}
	return -1
}

// personAt returns the person whom the words begin to name, or -1.
func (r *casting) personAt(ws []string) int32 {
	for n := min(4, len(ws)); n > 1; n-- {
		words := strings.Trim(strings.Join(ws[:n], " "), ",")
		c := candidate{forms: r.k.trie.find(words), key: fold(words), title: -1, role: -1}
		if p := r.choosePerson(&c, formPerson); p >= 0 {
			return p
		}
	}
	for n := min(4, len(ws)-1); n > 0; n-- {
		titles := r.titlesOf(ws[:n])
		if len(titles) == 0 || !nameWord(strings.Trim(ws[n], ",")) || len(ws) > n+1 && (nameWord(ws[n+1]) || r.k.class.particle[ws[n+1]]) {
			continue
		}
		words := strings.Trim(ws[n], ",")
		c := candidate{forms: r.k.trie.find(words), key: fold(words), title: -1, role: -1, nouns: titles}
		if titles[0].kind == formTitle {
			c.title = titles[0].ref
		}
		return r.choosePerson(&c, formSurname)
	}
	return -1
}

// titlesOf returns the titles and roles that all of the words are: "Vice
// President".
func (r *casting) titlesOf(ws []string) []form {
	var out []form
	for _, f := range r.k.trie.find(strings.ToLower(strings.Join(ws, " "))) {
		if f.kind == formTitle || f.kind == formRole {
			out = append(out, f)
		}
	}
	return out
}

// inOffice returns who held, when the text appeared, the office that the words
// are ("the Vice President"), in the country of the code; or -1.
func (r *casting) inOffice(ws []string, code string) int32 {
	if code == "" {
		return -1
	}
	if len(ws) > 0 && strings.EqualFold(ws[0], "the") {
		ws = ws[1:]
	}
	for _, f := range r.k.trie.find(strings.ToLower(strings.Join(ws, " "))) {
		if f.kind == formTitle {
			if p, _ := r.k.holder(f.ref, code, r.date); p >= 0 {
				return p
			}
		}
	}
	return -1
}

// stranger returns the entity of somebody whom the lexicon does not know and
// whom the words name behind his office: "Press Secretary Jane Roe"; -1 where
// they name nobody so. He speaks for the country of the code.
func (r *casting) stranger(ws []string, code string) int32 {
	last := len(ws)
	from := last
	for from > 0 && last-from < 3 && nameWord(ws[from-1]) && !r.office(ws[:from]) {
		from--
	}
	if last-from < 2 || from == 0 || !r.office(ws[:from]) {
		return -1
	}
	e := r.personCalled(ws[from:last])
	if x := &r.ents[e]; len(x.cands) == 0 && code != "" && x.country == "" {
		x.country, x.sectors = code, []string{"GOV"}
	}
	return e
}

// personCalled returns the person of the text with the name that the words
// are, or a new one.
func (r *casting) personCalled(ws []string) int32 {
	surname, given := fold(ws[len(ws)-1]), fold(ws[0])
	for _, e := range r.byLast[skeleton(surname)] {
		e = r.find(e)
		if x := &r.ents[e]; x.kind == Person && !x.plural && (x.given == given || x.given == "") {
			return e
		}
	}
	x := blank(Person)
	x.name, x.surname, x.given, x.gender = strings.Join(ws, " "), surname, given, r.k.given[given]
	e := r.make(x)
	r.indexPerson(e)
	return e
}

// nameWord reports whether a word is written as a name is.
func nameWord(w string) bool {
	c, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c) && len(w) > n && !strings.ContainsAny(w, ",:;()")
}

// office reports whether the words end with a title or a role.
func (r *casting) office(ws []string) bool {
	for n := 1; n <= min(3, len(ws)); n++ {
		for _, f := range r.k.trie.find(strings.ToLower(strings.Join(ws[len(ws)-n:], " "))) {
			if f.kind == formTitle || f.kind == formRole {
				return true
			}
		}
	}
	return false
}
