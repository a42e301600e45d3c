# Every habit of the house. `make` alone builds the program.
FUZZTIME ?= 20s
# Where the treebanks, gold sets and corpora lie; what needs them says so when they are missing.
export READOUT_DATA ?= $(abspath ../shared/data)

.PHONY: build demo test lint fuzz bench score speed desk-bench ci

build: ## one static binary, ./readout
	CGO_ENABLED=0 go build -trimpath -o readout ./cmd/readout

demo: ## read the shipped report and print it for a person
	go run ./cmd/readout read examples/singapore-summit.txt

test: ## all tests
	go test ./...

lint:
	gofmt -l $$(git ls-files '*.go')
	go vet ./...
	staticcheck ./...

fuzz: ## each fuzz test for FUZZTIME
	FUZZTIME=$(FUZZTIME) .ci/fuzz

bench: speed ## a corpus end to end, then each stage on one core
	go test -run '^$$' -bench . -benchmem -cpu 1 ./...

score: build ## the figures of README.md and docs/MODELS.md, from the data
	./readout score conllu --gold $(READOUT_DATA)/treebank/ewt-dev.conllu
	./readout score conllu --gold $(READOUT_DATA)/treebank/ewt-dev.conllu --pretokenized
	./readout score conllu --gold $(READOUT_DATA)/treebank/gum-dev.conllu
	./readout score names --gold $(READOUT_DATA)/names/uner-ewt-dev.conll
	./readout score statements --gold $(READOUT_DATA)/attribution/polnear.dev.jsonl
	./readout score statements --gold $(READOUT_DATA)/attribution/gum-speakers.jsonl --speakers
	./readout score events --gold $(READOUT_DATA)/events/plover-gsr.dev.jsonl
	./readout score records --gold $(READOUT_DATA)/gold-records

speed: build ## a corpus into Parquet on one core and on two: articles a second, memory, start
	@dir=$$(mktemp -d); for n in 1 2; do echo "cores: $$n"; \
	  GOMAXPROCS=$$n /usr/bin/time -f '%e s, %U s of processor, %M kB of memory' ./readout run --jobs $$n --restart \
	    $(READOUT_DATA)/corpora/whitehouse-2021-2025.jsonl.gz -o $$dir/speed.parquet 2>&1 | grep -v ': reading\|: writing'; done; \
	  echo '{"id":"1","text":"Nothing happened."}' > $$dir/one.jsonl; echo "start, one article:"; \
	  /usr/bin/time -f '%e s' ./readout run $$dir/one.jsonl -o $$dir/one.jsonl.zst 2>&1 | tail -1; rm -r $$dir

DESK_EVENTS ?= 1000000
desk-bench: build ## a store of DESK_EVENTS events, and how fast it answers: p50 and p95
	@mkdir -p desk-bench
	@for c in whitehouse-2021-2025 current-events-2025; do \
	  ./readout run $(READOUT_DATA)/corpora/$$c.jsonl.gz -o desk-bench/$$c.jsonl --duplicates ignore; done
	go run ./internal/deskbench --events $(DESK_EVENTS) --store desk-bench/$(DESK_EVENTS).db desk-bench/*.jsonl

ci: ## all that must hold before a change lands
	.ci/run
