package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"readout/event"
)

// agreeDays is how many days apart two items of news on one topic may be for
// the one to bear out the other.
const agreeDays = 7

// agreementTrials are the events found in dated items of news that have a topic
// of which another item tells within some days: right if another tells an event
// of the same type and countries. No person checked them.
func (c *coder) agreementTrials(file string) ([]trial, error) {
	f, in, err := packedJSON(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	type sighting struct {
		item int
		day  time.Time
	}
	var items []sighting
	var found []trial
	var of []int // by trial, its item
	var keys []string
	told := map[string][]sighting{} // by topic and event
	on := map[string][]sighting{}   // by topic
	topics := []string{}            // by item
	for {
		var item struct {
			ID, Published, Text string
			Topic               []string
		}
		if err := in.Decode(&item); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		day, err := time.Parse(time.DateOnly, item.Published)
		if err != nil || len(item.Topic) == 0 {
			continue
		}
		topic := item.Topic[len(item.Topic)-1]
		at := sighting{len(items), day}
		items, topics = append(items, at), append(topics, topic)
		on[topic] = append(on[topic], at)
		samples, cast := c.read(articleOf(item.ID, item.Published, item.Text))
		for _, s := range samples {
			key := strings.Join([]string{topic, s.Type, strings.Join(countriesOf(cast, s.Actors), "+"), strings.Join(countriesOf(cast, s.Recipients), "+")}, "\t")
			told[key] = append(told[key], at)
			found = append(found, trial{fromAgreement, topic, s.Features, false, s.Confidence, item.ID + " " + event.Summary(cast, &s.Event)})
			of, keys = append(of, at.item), append(keys, key)
		}
	}
	near := func(list []sighting, i int) bool {
		for _, s := range list {
			if s.item != i && s.day.Sub(items[i].day).Abs() <= agreeDays*24*time.Hour {
				return true
			}
		}
		return false
	}
	var out []trial
	for k := range found {
		if !near(on[topics[of[k]]], of[k]) {
			continue
		}
		found[k].right = near(told[keys[k]], of[k])
		out = append(out, found[k])
	}
	return out, nil
}
