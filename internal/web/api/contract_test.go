package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout/internal/web/problem"
)

// strict makes a document of which nothing undocumented may differ.
func strict(v any) {
	switch v := v.(type) {
	case map[string]any:
		if _, ok := v["properties"].(map[string]any); ok && v["type"] == "object" {
			v["additionalProperties"] = false
		}
		for _, x := range v {
			strict(x)
		}
	case []any:
		for _, x := range v {
			strict(x)
		}
	}
}

type contract struct {
	t     *testing.T
	doc   map[string]any
	check *jsonschema.Compiler
	ops   map[string]*operation
	tried map[string]bool
}

// docURL is what the validator calls the description.
const docURL = "http://desk.test/openapi.json"

func newContract(t *testing.T, doc map[string]any) *contract {
	b, err := os.ReadFile("testdata/openapi-3.1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	form, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("http://desk.test/form.json", form); err != nil {
		t.Fatal(err)
	}
	whole, err := c.Compile("http://desk.test/form.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := whole.Validate(doc); err != nil {
		t.Errorf("the description is no OpenAPI 3.1: %v", err)
	}
	if err := c.AddResource(docURL, doc); err != nil {
		t.Fatal(err)
	}
	return &contract{t: t, doc: doc, check: c, ops: map[string]*operation{}, tried: map[string]bool{}}
}

// at follows a path of names into the description, "" for none.
func (c *contract) at(names ...string) (any, string) {
	var v any = c.doc
	pointer := docURL + "#"
	for _, n := range names {
		m, _ := v.(map[string]any)
		if v = m[n]; v == nil {
			return nil, ""
		}
		pointer += "/" + strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(n)
	}
	return v, pointer
}

// valid holds a value against the schema at a place of the description.
func (c *contract) valid(what, pointer string, v any) {
	c.t.Helper()
	s, err := c.check.Compile(pointer)
	if err != nil {
		c.t.Errorf("%s: %v", what, err)
		return
	}
	if err := s.Validate(v); err != nil {
		c.t.Errorf("%s: not as described: %v", what, err)
	}
}

// asked holds a request that was accepted against the description.
func (c *contract) asked(op *operation, x call, r *http.Request) {
	c.t.Helper()
	list, _ := c.at("paths", op.path, strings.ToLower(op.method), "parameters")
	params, _ := list.([]any)
	known := map[string]int{}
	for i, p := range params {
		known[p.(map[string]any)["name"].(string)] = i
	}
	for name, got := range r.URL.Query() {
		i, ok := known[name]
		if !ok {
			c.t.Errorf("%s: the parameter %s is not described", x.op, name)
			continue
		}
		_, pointer := c.at("paths", op.path, strings.ToLower(op.method))
		s := params[i].(map[string]any)["schema"].(map[string]any)
		var v any = got[0]
		switch s["type"] {
		case "array":
			var items []any
			for _, g := range got {
				items = append(items, g)
			}
			v = items
		case "integer", "number":
			f, err := strconv.ParseFloat(got[0], 64)
			if err != nil {
				c.t.Errorf("%s: %s is no number", x.op, name)
			}
			v = f
		}
		c.valid(x.op+" "+name, fmt.Sprintf("%s/parameters/%d/schema", pointer, i), v)
	}
	if x.body == "" {
		return
	}
	media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	_, pointer := c.at("paths", op.path, strings.ToLower(op.method), "requestBody", "content", media, "schema")
	if pointer == "" {
		c.t.Errorf("%s: a body of %s is not described", x.op, media)
		return
	}
	var v any = x.body
	if media == "application/json" {
		v = parse(c.t, []byte(x.body))
	}
	c.valid(x.op+" "+x.body, pointer, v)
}

// answered holds an answer against the description.
func (c *contract) answered(op *operation, x call, w *httptest.ResponseRecorder) {
	c.t.Helper()
	base := []string{"paths", op.path, strings.ToLower(op.method), "responses"}
	status := strconv.Itoa(w.Code)
	if w.Code >= 400 {
		status = "default"
	}
	v, _ := c.at(append(base, status)...)
	if v == nil {
		c.t.Errorf("%s: the status %d is not described", x.op, w.Code)
		return
	}
	content, ok := v.(map[string]any)["content"].(map[string]any)
	if !ok {
		if w.Body.Len() > 0 {
			c.t.Errorf("%s: a body that is not described: %s", x.op, w.Body)
		}
		return
	}
	headers, _ := v.(map[string]any)["headers"].(map[string]any)
	for name := range headers {
		if name != "ETag" && w.Header().Get(name) == "" {
			c.t.Errorf("%s %s: no header %s", x.op, x.target, name)
		}
	}
	media, _, _ := mime.ParseMediaType(w.Header().Get("Content-Type"))
	if content[media] == nil {
		c.t.Errorf("%s: a body of %q is not described", x.op, media)
		return
	}
	_, pointer := c.at(append(base, status, "content", media, "schema")...)
	switch media {
	case "application/json", problem.ContentType:
		c.valid(x.op+" "+x.target, pointer, parse(c.t, w.Body.Bytes()))
	default:
		c.valid(x.op+" "+x.target, pointer, w.Body.String())
	}
}

func parse(t *testing.T, b []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Errorf("%v in %s", err, b)
	}
	return v
}

// try makes one request and holds the answer against the description.
func (c *contract) try(a *API, x call) {
	c.t.Helper()
	op := c.ops[x.op]
	if op == nil {
		c.t.Errorf("there is no operation %s", x.op)
		return
	}
	request := func() *http.Request {
		r := httptest.NewRequest(op.method, Root+x.target, strings.NewReader(x.body))
		if x.body != "" {
			r.Header.Set("Content-Type", "application/json")
		}
		if x.media != "" {
			r.Header.Set("Content-Type", x.media)
		}
		return r
	}
	w := httptest.NewRecorder()
	r := request()
	a.ServeHTTP(w, r)
	if w.Code != x.status {
		c.t.Errorf("%s %s: status %d, not %d: %s", x.op, x.target, w.Code, x.status, w.Body)
		return
	}
	c.tried[fmt.Sprint(x.op, " ", w.Code)] = true
	for name := range r.URL.Query() {
		c.tried[x.op+"?"+name] = true
	}
	if w.Code >= 400 {
		c.tried[x.op+" default"] = true
		if got := w.Header().Get("Content-Type"); got != problem.ContentType {
			c.t.Errorf("%s: a fault of type %s", x.target, got)
		}
	}
	if w.Code < 400 {
		c.asked(op, x, request())
	}
	c.answered(op, x, w)
}

// lists tries every parameter of a query of every GET, one by one, and that what
// was answered before is answered 304.
func (c *contract) lists(a *API) {
	for id, op := range c.ops {
		if op.method != http.MethodGet {
			continue
		}
		target := op.path
		for from, to := range map[string]string{"{article}": "a1", "{event}": "ev1", "{statement}": "st1", "{key}": "Q159", "{a}": "RUS", "{b}": "USA", "{kind}": "events", "{id}": "2"} {
			target = strings.ReplaceAll(target, from, to)
		}
		if id == "getSource" {
			target = "/sources/1"
		}
		c.try(a, call{op: id, target: target, status: 200})
		for _, p := range op.params {
			if p.in != "query" || p.name == "token" {
				continue
			}
			v, ok := samples[p.name]
			if !ok {
				c.t.Errorf("the test knows no value for the parameter %s", p.name)
			}
			c.try(a, call{op: id, target: target + "?" + p.name + "=" + strings.ReplaceAll(v, " ", "+"), status: 200})
		}
		if slices.ContainsFunc(op.params, func(p param) bool { return p.name == "token" }) {
			var first page
			w := ask(a, "GET", Root+strings.NewReplacer(".csv", "", ".jsonl", "", ".atom", "").Replace(op.path)+"?size=1", "")
			if err := json.Unmarshal(w.Body.Bytes(), &first); err != nil || first.Next == "" {
				c.t.Errorf("%s: no second page: %v", id, err)
			}
			c.try(a, call{op: id, target: target + "?size=1&token=" + first.Next, status: 200})
		}
		c.try(a, call{op: id, target: target + "?colour=red", status: 400})
		if op.steady {
			tag := ask(a, "GET", Root+target, "").Header().Get("ETag")
			if w := ask(a, "GET", Root+target, "", "If-None-Match", tag); w.Code != http.StatusNotModified || w.Body.Len() > 0 {
				c.t.Errorf("%s: asked again: status %d with %d bytes", target, w.Code, w.Body.Len())
			}
		}
		c.tried[id+" 304"] = true // of the others the server makes it; see package web
	}
}

// complete reports what is described and was not tried.
func (c *contract) complete(doc map[string]any) {
	for path, methods := range doc["paths"].(map[string]any) {
		for method, v := range methods.(map[string]any) {
			op := v.(map[string]any)
			id := op["operationId"].(string)
			if c.ops[id] == nil || c.ops[id].path != path || !strings.EqualFold(c.ops[id].method, method) {
				c.t.Errorf("%s %s is described but not served", method, path)
			}
			params, _ := op["parameters"].([]any)
			for _, p := range params {
				if name := p.(map[string]any)["name"].(string); p.(map[string]any)["in"] == "query" && !c.tried[id+"?"+name] && method == "get" {
					c.t.Errorf("%s: the parameter %s was not tried", id, name)
				}
			}
			for status := range op["responses"].(map[string]any) {
				if status != "default" && !c.tried[id+" "+status] {
					c.t.Errorf("%s: the status %s was not tried", id, status)
				}
			}
		}
	}
	n := 0
	for _, methods := range doc["paths"].(map[string]any) {
		n += len(methods.(map[string]any))
	}
	if n != len(c.ops) {
		c.t.Errorf("%d operations are described, and %d served", n, len(c.ops))
	}
}
