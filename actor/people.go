package actor

import (
	"strings"

	"readout/lexicon"
)

// enterPeople enters the holders of offices and others with all their names.
func (k *knowledge) enterPeople(offices []lexicon.Office, people []lexicon.Person) {
	type key struct{ name, country string }
	byKey := map[key]int32{}
	byItem := map[string]int32{}
	byName := map[string]int32{}
	find := func(name, country, item string) int32 {
		if i, ok := byItem[item]; ok && item != "" {
			return i
		}
		if i, ok := byKey[key{name, country}]; ok {
			return i
		}
		// One name in two countries or bodies is one person unless both are
		// states: António Guterres of Portugal and of the United Nations.
		if i, ok := byName[name]; ok {
			other := &k.people[i]
			if (country == "" || international[country] || other.country == "" || international[other.country]) &&
				(item == "" || other.wikidata == "" || item == other.wikidata) {
				return i
			}
		}
		i := int32(len(k.people))
		k.people = append(k.people, person{name: name, country: country, wikidata: item})
		byKey[key{name, country}] = i
		if _, ok := byName[name]; !ok {
			byName[name] = i
		}
		if item != "" {
			byItem[item] = i
		}
		return i
	}
	fill := func(p *person, gender byte, country, item string) {
		if p.gender == 0 {
			p.gender = gender
		}
		if p.country == "" || international[p.country] && country != "" {
			p.country = country
		}
		if p.wikidata == "" {
			p.wikidata = item
		}
	}
	short := map[int32][]string{}
	k.people = make([]person, 0, len(offices))
	for _, o := range offices {
		i := find(o.Person, o.Country, o.Wikidata)
		p := &k.people[i]
		fill(p, o.Gender, o.Country, o.Wikidata)
		p.offices = append(p.offices, o)
		k.terms[o.Title] = append(k.terms[o.Title], term{i, o.From, o.To, o.Country})
		if k.topOffice(&o) {
			p.leadsFrom = append(p.leadsFrom, o.From)
		}
		short[i] = append(short[i], o.Short...)
	}
	for _, q := range people {
		i := find(q.Name, q.Country, q.Wikidata)
		p := &k.people[i]
		fill(p, q.Gender, q.Country, q.Wikidata)
		p.spells = append(p.spells, q)
		short[i] = append(short[i], q.Variants...)
	}
	for i := range k.people {
		k.addPerson(int32(i), short[int32(i)])
		if p := &k.people[i]; p.given != "" && p.surname != "" {
			key := skeleton(p.given) + " " + skeleton(p.surname)
			k.sound[key] = append(k.sound[key], int32(i))
		}
	}
}

// addPerson enters the name and the other forms of a person.
func (k *knowledge) addPerson(i int32, forms []string) {
	p := &k.people[i]
	surname := func(s string) {
		if !k.calendar[strings.ToLower(s)] {
			k.addName(s, form{kind: formSurname, ref: i})
		}
	}
	sur := ""
	for _, f := range forms {
		if !strings.Contains(strings.TrimSpace(f), " ") {
			surname(f)
			if sur == "" && strings.Contains(p.name, f) {
				sur = f
			}
		} else {
			k.addName(f, form{kind: formPerson, ref: i})
			if s := k.surnameOf(f); len(s) > 0 && !strings.Contains(f, " of ") && p.country != "" && !k.surnameFirst(p.country) {
				surname(s)
			}
		}
	}
	parts := strings.Fields(p.name)
	if len(parts) == 1 {
		k.addName(p.name, form{kind: formPerson, ref: i})
		p.surname = fold(p.name)
		return
	}
	k.addName(p.name, form{kind: formPerson, ref: i})
	if sur == "" {
		if k.surnameFirst(p.country) {
			sur = parts[0]
		} else {
			sur = k.surnameOf(p.name)
		}
		surname(sur)
		if s, ok := strings.CutPrefix(sur, "al-"); ok {
			surname(s)
		}
	}
	p.surname = lastWord(fold(sur))
	p.given = fold(parts[0])
	if k.surnameFirst(p.country) {
		p.given = fold(parts[len(parts)-1])
	} else if len(parts) > 2 && len([]rune(strings.Trim(parts[1], "."))) <= 1 {
		k.addName(parts[0]+" "+strings.Join(parts[2:], " "), form{kind: formPerson, ref: i})
	}
}

// surnameFirst reports whether the names of a state's people begin with the surname.
func (k *knowledge) surnameFirst(code string) bool {
	return k.class.surnameFirst[strings.ToLower(code)]
}

// surnameOf returns the last word of a full name with the particles before it,
// and without "Jr." and the like.
func (k *knowledge) surnameOf(name string) string {
	w := strings.Fields(name)
	for len(w) > 1 && k.class.nameSuffix[fold(w[len(w)-1])] {
		w = w[:len(w)-1]
	}
	if len(w) < 2 {
		return ""
	}
	i := len(w) - 1
	for i > 1 && k.class.particle[fold(w[i-1])] {
		i--
	}
	return strings.Join(w[i:], " ")
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
