package record

import "readout/event"

// Keep leaves out the events that keep says no to, with all that refers to
// them; the others keep their order.
func (in *Reading) Keep(keep func(*event.Event) bool) {
	to := make([]int, len(in.Events)) // new index of each event, or -1
	var events []event.Event
	var according []int
	for i := range in.Events {
		to[i] = -1
		if !keep(&in.Events[i]) {
			continue
		}
		to[i] = len(events)
		events = append(events, in.Events[i])
		if in.AccordingTo != nil {
			according = append(according, in.AccordingTo[i])
		}
	}
	for i := range events {
		if w := events[i].Within; w >= 0 {
			events[i].Within = to[w]
		}
		if a := events[i].Again; a >= 0 {
			events[i].Again = to[a]
		}
	}
	var links []Join
	for _, l := range in.Links {
		ok := true
		for _, end := range []*End{&l.From, &l.To} {
			if !end.Statement {
				end.Index = to[end.Index]
				ok = ok && end.Index >= 0
			}
		}
		if ok {
			links = append(links, l)
		}
	}
	in.Events, in.AccordingTo, in.Links = events, according, links
}
