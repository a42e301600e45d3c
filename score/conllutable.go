package score

import (
	"fmt"
	"io"
)

// WriteTable writes the scores in percent as the shared task prints them: one
// line a metric with precision, recall, F1 and, for the metrics over words,
// accuracy over aligned words.
func (s *CoNLLUScores) WriteTable(w io.Writer) error {
	rows := []struct {
		name  string
		score CoNLLUScore
	}{
		{"Tokens", s.Tokens}, {"Sentences", s.Sentences}, {"Words", s.Words},
		{"UPOS", s.UPOS}, {"XPOS", s.XPOS}, {"UFeats", s.UFeats}, {"AllTags", s.AllTags},
		{"Lemmas", s.Lemmas}, {"UAS", s.UAS}, {"LAS", s.LAS},
	}
	const head = "Metric     | Precision |    Recall |  F1 Score | AligndAcc\n" +
		"-----------+-----------+-----------+-----------+-----------\n"
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	for _, r := range rows {
		aligned := ""
		if r.score.Aligned > 0 {
			aligned = fmt.Sprintf("%10.2f", 100*r.score.AlignedAccuracy())
		}
		if _, err := fmt.Fprintf(w, "%-11s|%10.2f |%10.2f |%10.2f |%s\n", r.name,
			100*r.score.Precision(), 100*r.score.Recall(), 100*r.score.F1(), aligned); err != nil {
			return err
		}
	}
	return nil
}
