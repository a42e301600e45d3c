package readout

import (
	"regexp"
	"testing"

	"readout/record"
)

// TestGuarded checks that a fault in a stage is an error that names where it lies.
func TestGuarded(t *testing.T) {
	if err := guarded(func(*record.Reading) {}, nil); err != nil {
		t.Error(err)
	}
	none := []int{}
	err := guarded(func(*record.Reading) { none[len(none)]++ }, nil)
	if want := regexp.MustCompile(`please report it: .*index out of range.* at [^/ ]+/fault_test\.go:16$`); err == nil || !want.MatchString(err.Error()) {
		t.Errorf("got %v, want %v", err, want)
	}
}
