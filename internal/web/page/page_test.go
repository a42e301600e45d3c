package page_test

import (
	"net/http"
	"testing"
)

// addresses are all pages of the sample desk.
var addresses = []string{"/", "/days/2021-06-16", "/articles", "/articles/geneva", "/events", "/events/geneva/ev1", "/statements", "/statements/geneva/st1", "/entities",
	"/entities/Q7747", "/pairs", "/pairs/USA/RUS", "/issues", "/issues/diplomatic", "/sources", "/searches", "/search", "/search?words=ambassador", "/judgements"}

func TestPages(t *testing.T) {
	h := desk(t, filledStore(t))
	for _, a := range addresses {
		body := get(t, h, a, http.StatusOK)
		t.Log(a, len(body))
	}
}
