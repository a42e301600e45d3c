package api

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"readout/internal/web/problem"
)

// about introduces the description.
const about = `Readout's record of the news: who did and said what to whom, about what, when, where and according to whom.

Every list can be had as JSON page by page, as CSV and as JSON Lines (all rows, unless a size is given), and as an Atom feed. A page's
next token, which the Link header has as well, leads to the page behind it and stays good while rows are added. Ids that stand in a path
are escaped as one segment, so that a slash in them is %2F. Faults are told as problem details (RFC 9457). GET answers carry an ETag;
a request with If-None-Match is answered 304 when nothing has changed.

When the server has tokens, a request carries one as bearer, or as the password of the basic scheme: scope read is needed to look, and
scope write for everything else.`

var tags = [][2]string{
	{"events", "Who did what to whom"}, {"statements", "Who said what"}, {"articles", "What was read"}, {"entities", "Persons, bodies and countries"},
	{"pairs", "Two parties over time"}, {"counts", "Counts by property, day and place"}, {"judgements", "What people say of the machine's findings"},
	{"sources", "Where articles come from"}, {"searches", "Saved searches, and how they tell what they find"}, {"api", "The API itself"},
}

// describe writes the OpenAPI description of the operations.
func (a *API) describe() ([]byte, error) {
	paths := map[string]schema{}
	for i := range a.operations {
		op := &a.operations[i]
		if paths[op.path] == nil {
			paths[op.path] = schema{}
		}
		paths[op.path][strings.ToLower(op.method)] = op.describe()
	}
	var tagList []any
	for _, t := range tags {
		tagList = append(tagList, schema{"name": t[0], "description": t[1]})
	}
	return json.Marshal(schema{
		"openapi":    "3.1.0",
		"info":       schema{"title": "Readout", "version": a.opts.Version, "description": about},
		"servers":    []any{schema{"url": Root}},
		"security":   []any{schema{}, schema{"bearer": []any{}}, schema{"basic": []any{}}},
		"tags":       tagList,
		"paths":      paths,
		"components": schema{"schemas": schemas(), "securitySchemes": schema{"bearer": schema{"type": "http", "scheme": "bearer"}, "basic": schema{"type": "http", "scheme": "basic"}}},
	})
}

func (op *operation) describe() schema {
	out := schema{"operationId": op.id, "tags": []any{op.tag}, "summary": op.summary}
	if len(op.params) > 0 {
		var list []any
		for _, p := range op.params {
			list = append(list, schema{"name": p.name, "in": p.in, "required": p.in == "path", "description": p.doc, "schema": p.schema})
		}
		out["parameters"] = list
	}
	if op.body != nil {
		content := schema{}
		for _, media := range op.body.media {
			content[media] = schema{"schema": schema{"type": "string"}}
			if media == "application/json" {
				content[media] = schema{"schema": op.body.schema}
			}
		}
		out["requestBody"] = schema{"required": true, "description": op.body.doc, "content": content}
	}
	responses := schema{"default": schema{"description": "What went wrong", "content": schema{problem.ContentType: schema{"schema": ref("Problem")}}}}
	if op.method == http.MethodGet {
		responses["304"] = schema{"description": "Nothing has changed"}
	}
	for _, x := range op.answers {
		r := schema{"description": x.doc}
		if x.media != "" {
			r["content"] = schema{x.media: schema{"schema": x.schema}}
		}
		if op.method == http.MethodGet {
			r["headers"] = schema{"ETag": schema{"description": "Stands for the answer", "schema": schema{"type": "string"}}}
		}
		if x.status == http.StatusCreated && op.path != "/searches/{id}/channels" && !strings.HasSuffix(op.path, "/judgements") {
			r["headers"] = schema{"Location": schema{"description": "Address of what was added", "schema": schema{"type": "string"}}}
		}
		responses[strconv.Itoa(x.status)] = r
	}
	out["responses"] = responses
	return out
}
