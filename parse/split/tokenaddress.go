package split

import "strings"

// address returns the end of a web or mail address, domain or file name that
// begins at p, or p. When it fails it moves t.noAddress past the characters
// that cannot begin one, so that the work stays linear.
func (t *tokeniser) address(p, j int) int {
	s := t.text[p:j]
	c := s[0] | 0x20
	if c == 'h' || c == 'f' || c == 'w' || c == 'm' {
		if hasFold(s, "http://") || hasFold(s, "https://") || hasFold(s, "ftp://") || hasFold(s, "www.") || hasFold(s, "mailto:") {
			return t.trimAddress(p, t.addressEnd(p, j))
		}
	}
	if class[s[0]]&(letters|digits) == 0 || t.adjoins(p) && t.last() == word {
		return p
	}
	// local is the run of characters that a name or domain is made of.
	e, lastDot := p, -1
	for e < j {
		b := t.text[e]
		if class[b]&(letters|digits) == 0 && b != '.' && b != '-' && b != '+' && b != '%' && b != '~' {
			break
		}
		if b == '.' {
			lastDot = e
		}
		e++
	}
	if e < j && t.text[e] == '@' && e > p {
		d := e + 1
		for d < j && (class[t.text[d]]&(letters|digits) != 0 || t.text[d] == '.' || t.text[d] == '-') {
			d++
		}
		if d > e+1 {
			return t.trimAddress(p, d)
		}
	}
	for lastDot == e-1 && lastDot > p { // the stop after it
		e--
		lastDot = strings.LastIndexByte(t.text[p:e], '.')
		if lastDot >= 0 {
			lastDot += p
		}
		if e-p > 253 {
			break
		}
	}
	if lastDot > p && e-p <= 253 && t.domain(p, lastDot, e, j) {
		if e < j && t.text[e] == '/' {
			return t.trimAddress(p, t.addressEnd(e, j))
		}
		return e
	}
	t.noAddress = e
	return p
}

// addressEnd returns where the characters of an address at p end.
func (t *tokeniser) addressEnd(p, j int) int {
	for p < j {
		r, n := t.runeAt(p)
		switch r {
		case '<', '>', '"', '“', '”', '«', '»', '{', '}', '|', '^', '`', '‘', '…':
			return p
		}
		p += n
	}
	return p
}

// trimAddress takes the punctuation of the sentence from the end of an address.
func (t *tokeniser) trimAddress(p, e int) int {
	open := strings.Count(t.text[p:e], "(") - strings.Count(t.text[p:e], ")")
	for e > p+1 {
		switch t.text[e-1] {
		case '.', ',', ';', ':', '!', '?', '\'', ']', '*', '-':
		case ')':
			if open >= 0 {
				return e
			}
			open++
		default:
			if strings.HasSuffix(t.text[p:e], "’") {
				e -= len("’")
				continue
			}
			return e
		}
		e--
	}
	return e
}

// domain reports whether text[p:e], whose last stop is at dot, is a domain
// or file name and not two sentences without a blank between them.
func (t *tokeniser) domain(p, dot, e, j int) bool {
	end := t.text[dot+1 : e]
	if len(end) < 2 || len(end) > 20 || class[t.text[p]]&(letters|digits) == 0 {
		return false
	}
	first := t.text[p:dot]
	if strings.Contains(first, "..") {
		return false
	}
	switch strings.ToLower(end) {
	case "com", "org", "net", "edu", "gov", "info", "biz", "int", "mil", "io", "tv":
		return end[0] >= 'a' || first == strings.ToUpper(first)
	case "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "htm", "html", "jpg", "jpeg", "png", "gif",
		"mp3", "mp4", "zip", "csv", "xml", "exe":
		return true
	case "uk", "ca", "de", "fr", "ru", "ua", "cn", "eu", "jp", "au", "nz", "ch", "nl", "se", "dk", "fi", "pl",
		"cz", "gr", "tr", "il", "ir", "iq", "kr", "br", "mx", "za", "tw", "hk":
		return end[0] >= 'a' && strings.ToLower(first) == first
	case "us", "it", "in", "no", "be", "at", "es", "to", "me", "is", "co", "ly":
		return end[0] >= 'a' && strings.ToLower(first) == first && (strings.Contains(first, ".") || e < j && t.text[e] == '/')
	}
	return strings.Contains(first, ".") && lowerLabels(t.text[p:e])
}

// lowerLabels reports whether s is at least three names of two or more small
// letters each, with stops between.
func lowerLabels(s string) bool {
	n := 0
	for _, l := range strings.Split(s, ".") {
		if len(l) < 2 {
			return false
		}
		for i := 0; i < len(l); i++ {
			if l[i] < 'a' || l[i] > 'z' {
				return false
			}
		}
		n++
	}
	return n >= 3
}

func hasFold(s, prefix string) bool {
	return len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
