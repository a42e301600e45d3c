package statement

import (
	"math"
	"strings"

	"readout/lexicon"
)

// The weights of a candidate's reliability are added up and put through the
// logistic function: one for the frame itself, one for each sign, alone and
// with the frame, and one, times custom, for how its cue has done.
type weights struct {
	any map[string]float64            // of a sign
	in  map[string]map[string]float64 // of a sign with a frame, "verb obj"; "" is the frame's own
}

// custom is the name of the weight of how a cue has done.
const custom = "cue"

// readWeights reads the knowledge of kind "cueweights": "sign = thousandths"
// or "part frame | sign = thousandths", a frame's own with no sign.
func readWeights(set *lexicon.Set) (*weights, error) {
	list, err := set.Weights("cueweights")
	w := &weights{map[string]float64{}, map[string]map[string]float64{}}
	for _, l := range list {
		w.set(l.Name, float64(l.Value)/1000)
	}
	return w, err
}

func (w *weights) set(name string, value float64) {
	frame, sign, ok := strings.Cut(name, "|")
	if !ok {
		w.any[name] = value
		return
	}
	frame = strings.TrimSpace(frame)
	if w.in[frame] == nil {
		w.in[frame] = map[string]float64{}
	}
	w.in[frame][strings.TrimSpace(sign)] = value
}

// of returns the probability for a frame, how its cue has done and its signs.
func (w *weights) of(frame string, done float64, signs []string) float64 {
	in := w.in[frame]
	x := in[""] + done*(w.any[custom]+in[custom])
	for _, s := range signs {
		x += w.any[s] + in[s]
	}
	return 1 / (1 + math.Exp(-x))
}
