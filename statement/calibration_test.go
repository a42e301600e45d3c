package statement

import (
	"math"
	"testing"
)

// Confidence says how often a statement is right: of the statements of the
// development part with a confidence about p, about p agree with a gold
// attribution in source and content.
func TestCalibration(t *testing.T) {
	if testing.Short() {
		t.Skip("parses 84 articles")
	}
	gold := readGold(t, "polnear.dev.jsonl")
	f := newFinder(t, Options{Outermost: true}) // as PolNeAR marks them
	const bins = 7
	var seen, right, sum [bins]float64
	for i, d := range parseGold(t, gold) {
		list := f.Find(d, nil)
		for k, hit := range agreeing(d, gold[i], list) {
			b := min(bins-1, int((list[k].Confidence-0.3)*10))
			seen[b]++
			sum[b] += list[k].Confidence
			if hit {
				right[b]++
			}
		}
	}
	total, off := 0.0, 0.0
	for b := range seen {
		if seen[b] == 0 {
			continue
		}
		t.Logf("confidence %.2f: %.2f right of %.0f", sum[b]/seen[b], right[b]/seen[b], seen[b])
		total += seen[b]
		off += math.Abs(sum[b] - right[b])
	}
	if e := off / total; e > 0.06 {
		t.Errorf("confidence is off by %.3f on average", e)
	}
}
