package actor

// skeleton reduces a folded word to the consonants that survive
// transliteration: spellings of one name in Latin script mostly agree in it
// ("Poutine", "Putin"; "Aleksey", "Alexei"; "Zelensky", "Zelenskyy"). Words
// that agree need not be one name; sameSpelling decides.
func skeleton(w string) string {
	out := make([]byte, 0, len(w))
	add := func(c byte) {
		if n := len(out); n == 0 || out[n-1] != c {
			out = append(out, c)
		}
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		next := byte(0)
		if i+1 < len(w) {
			next = w[i+1]
		}
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'j':
			if i == 0 {
				add('a')
			}
		case 'w', 'v':
			add('v')
		case 'x':
			add('k')
			add('s')
		case 'q', 'c':
			switch {
			case c == 'c' && next == 'h':
				add('s')
				i++
			case c == 'c' && (next == 'e' || next == 'i'):
				add('s')
			default:
				add('k')
			}
		case 'k', 'g':
			if c == 'k' && next == 'h' {
				i++
				add('h')
			} else if c == 'k' {
				add('k')
			} else {
				add('g')
			}
		case 's', 'z':
			if next == 'h' {
				i++
			}
			add('s')
		case 't':
			if next == 's' || next == 'z' {
				add('s')
				i++
			} else {
				add('t')
			}
		case 'p':
			if next == 'h' {
				add('f')
				i++
			} else {
				add('p')
			}
		case 'h':
			if i == 0 || !consonant(w[i-1]) {
				add('h')
			}
		default:
			add(c)
		}
	}
	return string(out)
}

func consonant(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return false
	}
	return 'a' <= c && c <= 'z'
}

// sameSpelling reports whether two folded words may be spellings of one name:
// equal skeletons and few changed letters. Words of fewer than four letters
// must be equal.
func sameSpelling(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < 4 || len(b) < 4 || len(a) > 40 || len(b) > 40 || a[0] != b[0] && !vowels(a[0], b[0]) {
		return false
	}
	if skeleton(a) != skeleton(b) {
		return false
	}
	return distance(a, b) <= 1+max(len(a), len(b))/4
}

// sameKnown is sameSpelling for the names of those whom the lexicon knows and
// the text may not mean: in words of five letters one may differ, not two
// ("Rossi" is not "Ressa").
func sameKnown(a, b string) bool {
	return sameSpelling(a, b) && (max(len(a), len(b)) > 5 || distance(a, b) <= 1)
}

func vowels(a, b byte) bool { return !consonant(a) && !consonant(b) }

// distance is the edit distance of two words of at most 40 letters.
func distance(a, b string) int {
	var row [41]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := 0; i < len(a); i++ {
		diag := row[0]
		row[0] = i + 1
		for j := 0; j < len(b); j++ {
			cost := diag
			if a[i] != b[j] {
				cost++
			}
			diag = row[j+1]
			row[j+1] = min(cost, row[j]+1, diag+1)
		}
	}
	return row[len(b)]
}
