package api

import (
	"fmt"
	"testing"
)

func BenchmarkEvents(b *testing.B) {
	a, s := fresh(b)
	for i := range 100 {
		put(b, s, sample(fmt.Sprintf("a%02d", i), "2021-06-12"))
	}
	for _, target := range []string{"/events?size=50", "/events?type=SANCTION&size=50", "/events.csv?size=50", "/events.atom?size=50", "/statements?words=wrong&size=50"} {
		b.Run(target, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if w := ask(a, "GET", Root+target, ""); w.Code != 200 {
					b.Fatal(w.Body)
				}
			}
		})
	}
}
