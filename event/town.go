package event

import "readout/actor"

// inhabit gives the towns that are a party to an event the sector of those who
// live in them, for whom they stand: who blockades or shells a town does it to
// its people. PLOVER's gold has CVL for a town that is not the seat of those who
// govern.
func inhabit(cast *actor.Cast, events []Event) {
	for i := range events {
		for _, parties := range [2][]int{events[i].Actors, events[i].Recipients} {
			for _, p := range parties {
				if e := &cast.Entities[p]; e.Kind == actor.Place && e.Town && len(e.Sectors) == 0 {
					e.Sectors = []string{"CVL"}
				}
			}
		}
	}
}
