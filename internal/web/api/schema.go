package api

import (
	"encoding/json"
	"reflect"
	"strings"
	"time"

	"readout/internal/desk"
	"readout/internal/web/problem"
	"readout/record"
	"readout/record/table"
	"readout/store"
)

// A schema is one of JSON Schema 2020-12, which OpenAPI 3.1 uses.
type schema map[string]any

// ref points to a schema by its name.
func ref(name string) schema { return schema{"$ref": "#/components/schemas/" + name} }

// pageSchema is that of a page of a list.
func pageSchema(row schema, plain bool) schema {
	s := schema{"type": "object", "required": []any{"items", "total"}, "properties": schema{
		"items":    schema{"type": "array", "items": row},
		"total":    schema{"type": "integer", "description": "Rows on all pages"},
		"at_least": schema{"type": "boolean", "description": "Counting was ended early: there are at least so many"},
	}}
	if !plain {
		p := s["properties"].(schema)
		p["next"] = schema{"type": "string", "description": "Token of the next page; none at the end"}
		p["said"] = schema{"type": "string", "description": "What was asked for, in words"}
	}
	return s
}

// schemas are those that the description names.
func schemas() map[string]any {
	text := func(doc string) schema { return schema{"type": "string", "description": doc} }
	address := text("Permanent address")
	event, statement := rowSchema[table.Event](), rowSchema[table.Statement]()
	extend(event, schema{"actor_keys": text("Key of each actor"), "recipient_keys": text("Key of each recipient"), "according_to_key": text("Key of who asserts it"),
		"judgement": ref("Judgement"), "address": address}, "address")
	extend(statement, schema{"speaker_key": text("Key of the speaker"), "co_speaker_keys": text("Key of each of those who make it with the speaker"), "addressee_keys": text("Key of each addressee"), "about_keys": text("Key of each of those spoken about"), "reported_by_key": text("Key of who reports it"), "address": address}, "address")
	article, entity := of[store.Article](), of[store.Entity]()
	extend(article, schema{"address": address})
	extend(entity, schema{"address": address}, "address")
	reading := of[articleBody]()
	extend(reading, schema{"record": ref("Record"), "events": schema{"type": "array", "items": ref("Event")}, "statements": schema{"type": "array", "items": ref("Statement")}})
	return map[string]any{
		"Event": event, "Statement": statement, "Article": article, "Entity": entity, "Reading": reading, "Record": of[record.Record](), "Pair": of[pairBody](), "Tie": tieSchema(),
		"Facets": of[facetsBody](), "Histogram": of[store.Histogram](), "Place": of[store.PlaceCount](), "Judgement": of[store.Judgement](), "NewJudgement": of[newJudgement](),
		"Source": of[sourceBody](), "NewSource": of[newSource](), "Search": of[searchBody](), "NewSearch": of[newSearch](), "Channel": of[channelBody](), "NewChannel": of[newChannel](),
		"NewArticle": of[newArticle](), "Outcome": of[desk.Outcome](), "Problem": of[problem.Problem](),
	}
}

// rowSchema is that of a row of a table, whose columns explain themselves.
func rowSchema[T table.Row]() schema {
	properties, required := schema{}, []any{}
	for _, c := range table.Columns[T]() {
		s := schema{"type": c.Type, "description": c.Doc}
		if c.Type == "date" {
			s["type"], s["format"] = "string", "date"
		}
		properties[c.Name] = s
		if !c.Null {
			required = append(required, c.Name)
		}
	}
	return schema{"type": "object", "properties": properties, "required": required}
}

// extend adds properties to an object.
func extend(s, properties schema, required ...any) {
	for k, v := range properties {
		s["properties"].(schema)[k] = v
	}
	s["required"] = append(s["required"].([]any), required...)
}

func of[T any]() schema { return schemaOf(reflect.TypeFor[T]()) }

// schemaOf is the schema of what encoding/json makes of a type.
func schemaOf(t reflect.Type) schema {
	switch t {
	case reflect.TypeFor[time.Time]():
		return schema{"type": "string", "format": "date-time"}
	case reflect.TypeFor[json.RawMessage]():
		return schema{}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem())
	case reflect.Bool:
		return schema{"type": "boolean"}
	case reflect.Int, reflect.Int32, reflect.Int64:
		return schema{"type": "integer"}
	case reflect.Float64:
		return schema{"type": "number"}
	case reflect.String:
		return schema{"type": "string"}
	case reflect.Slice:
		return schema{"type": "array", "items": schemaOf(t.Elem())}
	case reflect.Array:
		return schema{"type": "array", "items": schemaOf(t.Elem()), "minItems": t.Len(), "maxItems": t.Len()}
	case reflect.Map:
		return schema{"type": "object", "additionalProperties": schemaOf(t.Elem())}
	}
	s := schema{"type": "object", "properties": schema{}, "required": []any{}}
	for i := range t.NumField() {
		f := t.Field(i)
		name, flags, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-" || !f.IsExported():
		case f.Anonymous && name == "":
			inner := schemaOf(f.Type)
			extend(s, inner["properties"].(schema), inner["required"].([]any)...)
		default:
			extend(s, schema{name: schemaOf(f.Type)})
			if !strings.Contains(flags, "omit") {
				extend(s, nil, name)
			}
		}
	}
	return s
}
