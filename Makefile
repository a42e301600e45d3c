# Every habit of the house. `make` alone builds the program.
FUZZTIME ?= 20s
# Where the treebanks, gold sets and corpora lie; what needs them says so when they are missing.
export READOUT_DATA ?= $(abspath ../shared/data)

.PHONY: build demo test lint fuzz bench score ci train

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
	@go list ./... | while read -r pkg; do \
	  for f in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
	    echo "$$pkg $$f"; go test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; done; done

bench: ## each stage, one core
	go test -run '^$$' -bench . -benchmem -cpu 1 ./...

ci:
	.ci/run
