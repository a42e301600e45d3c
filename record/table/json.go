package table

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// MarshalJSON writes the row as an object of its columns; empty ones are left out.
func (e Event) MarshalJSON() ([]byte, error) { return object(&e) }

// MarshalJSON writes the row as an object of its columns; empty ones are left out.
func (s Statement) MarshalJSON() ([]byte, error) { return object(&s) }

// MarshalText writes the day as YYYY-MM-DD.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

func object[T Row](row *T) ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	v := reflect.ValueOf(row).Elem()
	for i, c := range columns[T]() {
		f := v.Field(i)
		if c.Null && f.IsZero() {
			continue
		}
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		value, err := json.Marshal(f.Interface())
		if err != nil {
			return nil, err
		}
		b.WriteString(`"` + c.Name + `":`)
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
