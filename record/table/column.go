package table

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A Row is a row of one of the tables.
type Row interface{ Event | Statement }

// A Column is one column of a table, as the codebook explains it.
type Column struct {
	Name string
	Type string // string, integer, number, boolean or date
	Null bool   // may be empty
	Doc  string
}

// Columns lists the columns of the table of T, in order. The caller owns the
// result.
func Columns[T Row]() []Column { return slices.Clone(columns[T]()) }

// columns are the columns, made once: they are asked for with every row.
func columns[T Row]() []Column {
	if _, ok := any((*T)(nil)).(*Event); ok {
		return eventColumns()
	}
	return statementColumns()
}

var (
	eventColumns     = sync.OnceValue(columnsOf[Event])
	statementColumns = sync.OnceValue(columnsOf[Statement])
)

func columnsOf[T Row]() []Column {
	t := reflect.TypeFor[T]()
	out := make([]Column, t.NumField())
	for i := range out {
		f := t.Field(i)
		name, flags, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		out[i] = Column{Name: name, Type: typeName(f.Type), Null: strings.Contains(flags, "optional"), Doc: f.Tag.Get("doc")}
	}
	return out
}

func typeName(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[*Day]():
		return "date"
	case t.Kind() == reflect.Pointer:
		return typeName(t.Elem())
	case t.Kind() == reflect.Bool:
		return "boolean"
	case t.Kind() == reflect.Float64:
		return "number"
	case t.Kind() == reflect.String:
		return "string"
	}
	return "integer"
}

// Cells returns the cells of a row as text, in the order of Columns.
func Cells[T Row](row *T) []string { return appendCells(nil, row) }

// appendCells appends the cells of a row as text.
func appendCells[T Row](cells []string, row *T) []string {
	v := reflect.ValueOf(row).Elem()
	for i := range v.NumField() {
		cells = append(cells, cellText(v.Field(i), v.Type().Field(i).Tag))
	}
	return cells
}

func cellText(v reflect.Value, tag reflect.StructTag) string {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		if d, ok := v.Interface().(*Day); ok {
			return d.String()
		}
		return cellText(v.Elem(), "")
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	case reflect.Int32, reflect.Int64:
		if v.Int() == 0 && strings.Contains(tag.Get("parquet"), "optional") {
			return ""
		}
		return strconv.FormatInt(v.Int(), 10)
	}
	return v.String()
}

// setCell reads the text of a cell into a field.
func setCell(v reflect.Value, s string) error {
	switch v.Kind() {
	case reflect.Pointer:
		if s == "" {
			return nil
		}
		if v.Type() == reflect.TypeFor[*Day]() {
			d := ParseDay(s)
			if d == nil {
				return fmt.Errorf("%q is no date", s)
			}
			v.Set(reflect.ValueOf(d))
			return nil
		}
		v.Set(reflect.New(v.Type().Elem()))
		return setCell(v.Elem(), s)
	case reflect.String:
		v.SetString(s)
		return nil
	}
	if s == "" {
		return nil
	}
	switch v.Kind() {
	case reflect.Bool:
		// R writes TRUE and FALSE, Python True and False.
		b, err := strconv.ParseBool(s)
		if err != nil {
			return fmt.Errorf("%q is neither true nor false", s)
		}
		v.SetBool(b)
	case reflect.Float64:
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return fmt.Errorf("%q is no number", s)
		}
		v.SetFloat(x)
	default:
		n, err := strconv.ParseInt(s, 10, v.Type().Bits())
		if err != nil {
			return fmt.Errorf("%q is no whole number", s)
		}
		v.SetInt(n)
	}
	return nil
}

// Values returns the values of a row in the order of Columns, for a database:
// strings, int64, float64 and bool, a date as text, and nil for what is empty.
func Values[T Row](row *T) []any {
	v := reflect.ValueOf(row).Elem()
	out := make([]any, v.NumField())
	for i, c := range columns[T]() {
		f := v.Field(i)
		switch {
		case c.Null && f.IsZero():
		case c.Type == "date":
			out[i] = cellText(f, "")
		case f.Kind() == reflect.Pointer:
			out[i] = f.Elem().Interface()
		case c.Type == "integer":
			out[i] = f.Int()
		default:
			out[i] = f.Interface()
		}
	}
	return out
}

// FromCells makes a row of the text of its cells, in the order of Columns.
func FromCells[T Row](cells []string) (*T, error) {
	row := new(T)
	v := reflect.ValueOf(row).Elem()
	for i, c := range columns[T]() {
		if err := setCell(v.Field(i), cells[i]); err != nil {
			return nil, fmt.Errorf("column %s: %w", c.Name, err)
		}
	}
	return row, nil
}
