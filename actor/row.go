package actor

// rowPlace returns the entity of a place of which the names behind it say that
// it lies in another country than any place the lexicon has by that name, or
// than the capital that it is the name of: "Salisbury, Wiltshire, England"; or
// -1 where they say nothing new.
func (r *casting) rowPlace(i int32, c *candidate) int32 {
	if len(c.forms) == 0 && c.kind == Place {
		code := r.rowCountry(i, c)
		if code == "" {
			return -1
		}
		e := r.unknownName(c, Place)
		if x := &r.ents[e]; x.country == "" && x.kind == Place {
			x.country = code // "Caizichi, Hunan, China"
		}
		return e
	}
	if !anyForm(c.forms, func(f form) bool { return f.kind == formPlace || f.kind == formCapital }) ||
		anyForm(c.forms, func(f form) bool { return f.kind == formCountry || f.kind == formPerson || f.kind == formBody }) {
		return -1
	}
	code := r.rowCountry(i, c)
	if code == "" || anyForm(c.forms, func(f form) bool { return f.kind == formCapital && r.k.parties[f.ref].Code == code }) {
		return -1
	}
	known, other := int32(-1), false
	for _, f := range c.forms {
		if f.kind == formPlace && r.k.sites[f.ref].country == code && known < 0 {
			known = f.ref
		} else if f.kind == formPlace || f.kind == formCapital {
			other = true
		}
	}
	if !other {
		return -1
	}
	e := r.otherEntity("place:"+c.key+"|"+code, func() ent {
		x := blank(Place)
		x.gender, x.key, x.country, x.town = 'n', c.key, code, true
		if known >= 0 {
			x.site, x.town = known+1, r.k.sites[known].town
		}
		return x
	})
	r.indexWords(e, c.key)
	return e
}

// rowCountry returns the code of the country that closes the row of places,
// with commas between, which begins with candidate i; "" for a row that is
// joined by "and", or of no country.
func (r *casting) rowCountry(i int32, c *candidate) string {
	tokens := r.doc.Sentences[c.sent].Tokens
	code := ""
	end := int(c.last)
	for k, n := i+1, 0; n < 3 && k < r.g.ranges[c.sent][1]; k++ {
		d := &r.cands[k]
		if int(d.first) < end {
			continue
		}
		if int(d.first) != end+1 || tokens[end].Form != "," || d.by != byName || d.first != d.core[0] {
			break
		}
		if p := r.k.partyIn(d.forms); p >= 0 {
			if code = r.k.parties[p].Code; anyForm(d.forms, func(f form) bool { return f.kind == formCountry }) {
				end = int(d.last)
				break
			}
			code = ""
		}
		end = int(d.last)
		n++
	}
	if code == "" || end < len(tokens) && (tokens[end].UPos == "CCONJ" || tokens[end].Form == "," && end+1 < len(tokens) && tokens[end+1].UPos == "CCONJ") {
		return ""
	}
	return code
}
