// Package intake turns bytes into articles: plain text, HTML pages and JSON
// Lines, from files, standard input or the web, any of them compressed with
// gzip or zstd. The kind of an input is told by its content, never by its name.
//
//	r, err := intake.Open(ctx, "report.html", intake.Options{})
//	for {
//		a, err := r.Next()
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
// Memory and time are bounded whatever the input holds: see Options for the
// limits. Input that cannot be read gives an error that names what it seems to
// be. Nothing is fetched but the address given to Open.
package intake
