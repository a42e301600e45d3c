package api

import (
	"encoding/json"
	"testing"
)

// A call is one request by which an operation is tried.
type call struct {
	op, target, body, media string
	status                  int
}

// calls try every operation, every status that is documented, and every
// parameter; the order counts, for what some add others change or take away.
var calls = []call{
	{op: "describe", target: "/openapi.json", status: 200},
	{op: "getArticle", target: "/articles/a1", status: 200},
	{op: "getArticle", target: "/articles/none", status: 404},
	{op: "getRecord", target: "/articles/a1/record", status: 200},
	{op: "getEvent", target: "/events/a1/ev1", status: 200},
	{op: "getEvent", target: "/events/a1/ev9", status: 404},
	{op: "getStatement", target: "/statements/a1/st1", status: 200},
	{op: "listEventElsewhere", target: "/events/a1/ev1/elsewhere", status: 200},
	{op: "listEventElsewhere", target: "/events/a1/ev9/elsewhere", status: 404},
	{op: "listStatementElsewhere", target: "/statements/a1/st1/elsewhere", status: 200},
	{op: "listStatementElsewhere", target: "/statements/a1/st99/elsewhere", status: 404},
	{op: "getEntity", target: "/entities/Q159", status: 200},
	{op: "getEntity", target: "/entities/Q0", status: 404},
	{op: "getPair", target: "/pairs/RUS/USA", status: 200},
	{op: "getPair", target: "/pairs/RUS/USA?by=eon", status: 400},
	{op: "getPairCSV", target: "/pairs/RUS/USA/series.csv", status: 200},
	{op: "countFacets", target: "/facets/events", status: 200},
	{op: "countFacets", target: "/facets/statements?name=speaker&name=about", status: 200},
	{op: "countFacets", target: "/facets/articles", status: 200},
	{op: "countFacets", target: "/facets/entities", status: 200},
	{op: "countFacets", target: "/facets/events?name=colour", status: 400},
	{op: "countDays", target: "/histograms/events", status: 200},
	{op: "countDays", target: "/histograms/statements?by=month", status: 200},
	{op: "countDays", target: "/histograms/articles?by=year", status: 200},
	{op: "listEvents", target: "/events?size=1", status: 200},
	{op: "listEvents", target: "/events?size=0", status: 400},
	{op: "listEvents", target: "/events?from=spring", status: 400},
	{op: "listEvents", target: "/events?token=!", status: 400},
	{op: "judgeEvent", target: "/events/a1/ev1/judgements", body: `{"verdict":"corrected","who":"Ada","why":"It was a threat.","fields":{"type":"THREATEN"}}`, status: 201},
	{op: "judgeEvent", target: "/events/a1/ev2/judgements", body: `{"verdict":"wrong","who":"Ada"}`, status: 201},
	{op: "judgeEvent", target: "/events/a1/ev2/judgements", body: `{"verdict":"perhaps","who":"Ada"}`, status: 400},
	{op: "judgeEvent", target: "/events/a1/ev2/judgements", body: `{"verdict":"right"}`, status: 400},
	{op: "judgeEvent", target: "/events/a1/ev9/judgements", body: `{"verdict":"right","who":"Ada"}`, status: 404},
	{op: "judgeEvent", target: "/events/a1/ev2/judgements", body: `right`, media: "text/plain", status: 415},
	{op: "getJudgements", target: "/events/a1/ev1/judgements", status: 200},
	{op: "getEvent", target: "/events/a1/ev1", status: 200},
	{op: "exportGold", target: "/judgements/gold.jsonl", status: 200},
	{op: "addSource", target: "/sources", body: `{"url":"https://example.org/feed.xml","publisher":"Example","every":600,"follow":false}`, status: 201},
	{op: "addSource", target: "/sources", body: `{"url":"https://example.org/feed.xml"}`, status: 400},
	{op: "addSource", target: "/sources", body: `{"url":"gopher://example.org/"}`, status: 400},
	{op: "addSource", target: "/sources", body: `{"url":"https://example.org/2","every":1}`, status: 400},
	{op: "getSource", target: "/sources/1", status: 200},
	{op: "getSource", target: "/sources/99", status: 404},
	{op: "getSource", target: "/sources/x", status: 404},
	{op: "changeSource", target: "/sources/1", body: `{"url":"https://example.org/feed.xml","title":"Example","paused":true}`, status: 200},
	{op: "fetchSource", target: "/sources/1/fetch", status: 202},
	{op: "addSearch", target: "/searches", body: `{"name":"Expulsions","query":"type=SANCTION&actor_country=RUS"}`, status: 201},
	{op: "addSearch", target: "/searches", body: `{"name":"Said","kind":"statements","query":""}`, status: 201},
	{op: "addSearch", target: "/searches", body: `{"name":"Read","kind":"articles","query":"words=envoys"}`, status: 201},
	{op: "addSearch", target: "/searches", body: `{"name":"","query":""}`, status: 400},
	{op: "addSearch", target: "/searches", body: `{"name":"x","query":"colour=red"}`, status: 400},
	{op: "getSearch", target: "/searches/1", status: 200},
	{op: "changeSearch", target: "/searches/1", body: `{"name":"Sanctions","query":"type=SANCTION"}`, status: 200},
	{op: "getSearchFeed", target: "/searches/1/feed.atom", status: 200},
	{op: "getSearchFeed", target: "/searches/2/feed.atom", status: 200},
	{op: "getSearchFeed", target: "/searches/3/feed.atom", status: 200},
	{op: "addChannel", target: "/searches/1/channels", body: `{"form":"webhook","to":"https://example.org/hook"}`, status: 201},
	{op: "addChannel", target: "/searches/1/channels", body: `{"form":"email","to":"ada@example.org","every":"day"}`, status: 201},
	{op: "addChannel", target: "/searches/1/channels", body: `{"form":"pigeon","to":"ada"}`, status: 400},
	{op: "addChannel", target: "/searches/1/channels", body: `{"form":"email","to":"not an address"}`, status: 400},
	{op: "changeChannel", target: "/searches/1/channels/1", body: `{"to":"https://example.org/other","disabled":true}`, status: 200},
	{op: "changeChannel", target: "/searches/1/channels/9", body: `{"to":"https://example.org/other"}`, status: 404},
	{op: "deleteChannel", target: "/searches/1/channels/1", status: 204},
	{op: "lists"},
	{op: "deleteSearch", target: "/searches/1", status: 204},
	{op: "deleteSearch", target: "/searches/1", status: 404},
	{op: "deleteSource", target: "/sources/1", status: 204},
	{op: "readArticle", target: "/articles?published=2021-06-16&url=https%3A%2F%2Fexample.org%2Fx", body: "Russia expelled ten American diplomats on Friday.\n", media: "text/plain", status: 201},
	{op: "readArticle", target: "/articles", body: `{"id":"new","published":"2021-06-16","text":"Russia expelled ten American diplomats on Friday."}`, status: 201},
	{op: "readArticle", target: "/articles", body: `{"id":"new","published":"2021-06-16","text":"Russia expelled ten American diplomats on Friday."}`, status: 200},
	{op: "readArticle", target: "/articles", body: `{"url":"http://127.0.0.1:9/"}`, status: 422},
	{op: "readArticle", target: "/articles", body: `{"text":" "}`, status: 422},
	{op: "readArticle", target: "/articles?published=soon", body: `{"text":"x"}`, status: 400},
	{op: "deleteArticle", target: "/articles/new", status: 204},
	{op: "deleteArticle", target: "/articles/new", status: 404},
	{op: "deleteArticles", target: "/articles", status: 400},
	{op: "deleteArticles", target: "/articles?article=b2", status: 200},
}

// samples are values by which each parameter of a query is tried.
var samples = map[string]string{
	"words": "expelled", "actor": "Q159", "recipient": "United States", "party": "Q30", "speaker": "Antony Blinken", "about": "Q159", "entity": "Q159", "country": "RUS", "actor_country": "RUS",
	"recipient_country": "USA", "sector": "GOV", "type": "SANCTION", "mode": "expel", "context": "diplomatic", "speech": "direct", "from": "2021-06", "to": "2022", "place": "Moscow", "publisher": "Example",
	"aux": "none", "confidence": "0.5", "article": "a1", "judged": "none", "reprints": "none", "quad": "4", "size": "2", "order": "newest", "by": "week", "name": "country",
}

// TestDescription holds the description against the handlers: it is valid, each
// operation answers as it says, whatever is asked, and nothing it says is left
// untried. The checks are made by a program that knows nothing of ours.
func TestDescription(t *testing.T) {
	a, s := fresh(t)
	put(t, s, sample("a1", "2021-06-12"), sample("b2", "2021-06-13"))
	doc := map[string]any{}
	if err := json.Unmarshal(ask(a, "GET", Root+"/openapi.json", "").Body.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	strict(doc)
	c := newContract(t, doc)
	for i := range a.operations {
		op := &a.operations[i]
		if c.ops[op.id] != nil {
			t.Errorf("two operations are called %s", op.id)
		}
		c.ops[op.id] = op
		for _, p := range op.params {
			if p.doc == "" {
				t.Errorf("%s: nothing is said of the parameter %s", op.id, p.name)
			}
		}
	}
	for _, x := range calls {
		if x.op == "lists" {
			c.lists(a)
			continue
		}
		c.try(a, x)
	}
	c.complete(doc)
}
