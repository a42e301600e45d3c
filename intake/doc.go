// Package intake turns bytes into articles: plain text, HTML pages, JSON Lines
// and JSON arrays, tables with named columns (CSV, TSV, Parquet), RSS and Atom
// feeds, and web archives (WARC), from files, folders, patterns, lists,
// standard input or the web, any of them compressed with gzip or zstd. The
// packages below it read single formats record by record. The kind of an input is told by its content; only a table
// whose columns have no usual name is told by its file's.
//
// A Reader reads one input:
//
//	r, err := intake.Open(ctx, "report.html", intake.Options{})
//	for {
//		a, err := r.Next()
//		...
//	}
//
// A Corpus reads many, in order. What cannot be read is an Item with an error
// that names its place, and the corpus goes on; every Item has a Position, from
// which another run over the same inputs can be resumed:
//
//	c, err := intake.NewCorpus(ctx, []string{"2020/", "more.jsonl.gz"}, intake.Options{})
//	c.Resume(last)
//	for {
//		it, err := c.Next()
//		...
//	}
//
// Every article keeps the promises of article.Article: the text is valid UTF-8
// and each block stands in it word for word. Inside a block of plain text
// nothing is rewritten, so a hard-wrapped paragraph keeps its line ends; in a
// block made from HTML, white space is collapsed to what a browser shows.
// Captions, credits and source lines are marked as such, so that they are not
// read as news; the boilerplate of a page (navigation, share buttons, cookie
// notices, comments) is left out.
//
// What an article's source does not tell is filled in:
//
//   - the title is the first block if that is written like one; a title told
//     beside the text becomes the first block unless the text begins with it;
//   - the date of publication is the one declared by the source (a JSON field,
//     JSON-LD, a meta or time element), or Options.Published, or one found on a
//     line of its own above the text or in the address; the date counts as the
//     source wrote it, in its own time zone;
//   - the publisher is that of the metadata, or the host of the address;
//   - the id is "a" and the first 16 hexadecimal digits of the SHA-256 of the
//     address, a line feed and the text;
//   - the language is told from the words: see Foreign.
//
// Article.Warnings says what a reader of the record should know: a missing
// date, text cut off at a limit, characters that could not be decoded, a
// foreign language.
//
// Memory and time are bounded whatever the input holds: see Options for the
// limits. Input that cannot be read gives an error that names what it seems to
// be. Nothing is fetched but the address given to Open.
package intake
