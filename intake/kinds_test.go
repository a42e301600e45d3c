package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/article"
)

// A kindsFile is a text whose blocks are told beside them: "kind| text".
type kindsFile struct {
	kinds []article.Kind
	texts []string
}

func readKinds(t *testing.T, path string) kindsFile {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var f kindsFile
	for line := range strings.SplitSeq(string(b), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if kind, text, ok := strings.Cut(line, "| "); ok && !strings.Contains(kind, " ") {
			f.kinds = append(f.kinds, article.Kind(kind))
			f.texts = append(f.texts, text)
		} else if line != "" {
			f.texts[len(f.texts)-1] += "\n" + line
		}
	}
	return f
}

func compareKinds(t *testing.T, a *article.Article, want kindsFile) {
	t.Helper()
	for i := range max(len(a.Blocks), len(want.kinds)) {
		switch {
		case i >= len(a.Blocks):
			t.Errorf("block %d missing: %s %q", i, want.kinds[i], want.texts[i])
		case i >= len(want.kinds):
			t.Errorf("block %d not wanted: %s %q", i, a.Blocks[i].Kind, a.Words(a.Blocks[i].Span))
		default:
			if got := a.Words(a.Blocks[i].Span); got != want.texts[i] || a.Blocks[i].Kind != want.kinds[i] {
				t.Fatalf("block %d\n got %s %q\nwant %s %q", i, a.Blocks[i].Kind, got, want.kinds[i], want.texts[i])
			}
		}
	}
}

func TestKinds(t *testing.T) {
	files, err := filepath.Glob("testdata/*.kinds.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test files: %v", err)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			want := readKinds(t, path)
			sep := "\n\n"
			if strings.Contains(path, "lines.kinds") {
				sep = "\n"
			}
			input := strings.Join(want.texts, sep)
			for _, variant := range []string{input, "\ufeff" + strings.ReplaceAll(input, "\n", "\r\n"), "\n\n  " + input + " \n\n"} {
				all, items, fatal := readAll(t, strings.NewReader(variant), Options{})
				if len(all) != 1 || items != nil || fatal != nil {
					t.Fatalf("%d articles, %v, %v", len(all), items, fatal)
				}
				compareKinds(t, all[0], want)
			}
		})
	}
}

// TestOneLineHead parts title and date that stand on one line.
func TestOneLineHead(t *testing.T) {
	a := readText(t, "Hackers attack church website Sunday, January 20, 2008\nThe website of the church has been attacked by hackers, its owners said on Sunday.\n\nThey called it a crime.")
	want := kindsFile{
		[]article.Kind{article.Title, article.Credit, article.Paragraph, article.Paragraph},
		[]string{"Hackers attack church website", "Sunday, January 20, 2008",
			"The website of the church has been attacked by hackers, its owners said on Sunday.", "They called it a crime."},
	}
	compareKinds(t, a, want)
	if a.Published != "2008-01-20" {
		t.Errorf("published %q", a.Published)
	}
}

func readText(t testing.TB, s string) *article.Article {
	t.Helper()
	all, items, fatal := readAll(t, strings.NewReader(s), Options{})
	if len(all) != 1 || items != nil || fatal != nil {
		t.Fatalf("%d articles, %v, %v", len(all), items, fatal)
	}
	return all[0]
}

// TestBlockKind puts single blocks into the middle of a report.
func TestBlockKind(t *testing.T) {
	const before = "Leaders meet in Geneva\n\nThe two leaders met in Geneva on Wednesday, and nobody knew what they said.\n\n"
	const after = "\n\nThe talks went on until the evening, and nobody left the room before the end of them."
	for kind, blocks := range map[article.Kind][]string{
		article.Caption: {
			"Vladimir Putin and Joe Biden shake hands – Jo Doe / POOL / AFP",
			"Vladimir Putin and Joe Biden shake hands — Jo Doe/AFP via Getty Images",
			"The leaders at the villa. (AP Photo/Jo Doe, File)",
			"The leaders at the villa. [Jo Doe/Reuters]",
			"The leaders at the villa (Jo Doe/Pool via AP)",
			"The leaders at the villa. (Photo by Jo Doe/Getty Images)",
			"The leaders at the villa. Photograph: Jo Doe/The Guardian",
			"The leaders at the villa. Photo: Jo Doe",
			"The leaders at the villa. Credit: Jo Doe/Reuters",
			"The leaders at the villa | Photo credit: AP",
			"The leaders at the villa. © AFP",
			"The leaders at the villa. Jo Doe/AFP/Getty Images",
			"The leaders at the villa. REUTERS/Jo Doe/File Photo",
			"The leaders at the villa. Photo courtesy of Jo Doe",
			"FILE PHOTO: The leaders at the villa, Switzerland, June 16, 2021.",
			"FILE - In this Jan. 5, 2021, file photo, the president waves to his guests.",
			"Pictured: The two leaders, who met for the first time.",
			"Image: The two leaders at the villa",
			"(Photo: The White House)",
			"[Image: Wikimedia Commons]",
			"In this photo released by the Kremlin, the two leaders shake hands.",
			"In this June 16, 2021, photo, the two leaders shake hands.",
			"In this image taken from video, smoke rises over the port of Beirut.",
			"A handout photo made available by the ministry shows the villa.",
			"This combination of pictures shows the two leaders.",
		},
		article.Credit: {
			"Getty Images", "AFP", "REUTERS", "(Reuters)", "AP Photo/Jo Doe", "Jo Doe / Getty Images", "Image credit: Jo Doe",
			"© AFP", "© 2021 AFP", "Copyright 2021 The Associated Press. All rights reserved.", "Photo by Jo Doe",
			"Jo Doe via Getty Images", "(Reporting by Jo Doe; Editing by Max Roe)", "Additional reporting by Jo Doe in Geneva",
			"Written by Jo Doe", "Jo Doe in Geneva and Max Roe contributed to this report.", "By Jo Doe", "BY JO DOE AND MAX ROE", "By Jo Doe, Reuters", "By Jo Doe | 16 June 2021",
			"June 16, 2021", "16 June 2021", "Wednesday, June 16, 2021", "Published 16 June 2021", "2021-06-16",
			"Posted on June 16th, 2021 at 10:32 am", "Updated: 16 Jun 2021, 10:32 GMT", "Geneva, 16 June 2021",
		},
		article.Source: {
			"Source link", "source link", "Source Link »", "Source: Reuters", "Source: https://news.example/1", "https://news.example/1",
			"Read also: Biden flies home", "READ ALSO – Biden flies home", "Also read: Biden flies home", "READ MORE: Biden flies home", "Read more",
			"Read more »", "[Read more]", "Related: Biden flies home", "Related articles", "See also: Biden flies home",
			"Sign up for our newsletter", "Sign up for our daily briefing.", "Subscribe to our newsletter for more news.", "Follow us on Twitter and Facebook",
			"Share this", "Share this article", "Share on Facebook", "This article was originally published by The Sample on June 16.",
			"This story has not been edited by our staff and comes from a news agency.", "Click here to read more", "Click here",
			"Advertisement", "ADVERTISEMENT", "Story continues below advertisement", "Tags: Russia, United States", "Topics: diplomacy",
			"Comments (12)", "12 comments", "Follow @sample for more.", "Download our app", "***", "— — —", "Watch: The leaders shake hands",
			"We use cookies to improve your experience.",
		},
		article.Heading: {
			"The Navalny case", "“Cybersecurity Consultations”", "No worries in the Arctic?", "Return of ambassadors to their place of employment",
			"War and peace", "1. The hostages", "What comes next?", "THE SANCTIONS", "Cold comfort for the U.S.", "Image and reality", "Photo opportunities",
			"Sources of tension", "The source of the leak", "More than a handshake", "A credit to diplomacy", "Related problems elsewhere",
			"Read between the lines", "Share prices and sanctions", "By land and sea", "Watch the border",
		},
		article.Paragraph: {
			"Image is everything in politics, and both men know it.",
			"Image — and power — matter to the president more than money.",
			"Pictures of the meeting were shown on television all evening.",
			"Photographs show soldiers at the border, according to the ministry.",
			"The photo was taken by a soldier, according to Reuters.",
			"“They lied to us,” he told Reuters.",
			"The agency TASS/Interfax reported that the talks had failed.",
			"The talks failed, according to a survey by ABC News/Washington Post.",
			"He spoke to the BBC/ITV pool before leaving (and to CNN afterwards).",
			"Source material was found in the flat, police said.",
			"Sources close to the president said that he was pleased.",
			"Sources: the president will resign on Friday, two newspapers reported.",
			"Related attacks were reported in three other towns.",
			"Follow the money, the prosecutor said.",
			"Read more than one newspaper, the minister advised his critics.",
			"Share prices fell in Moscow after the announcement.",
			"Sign-ups for the army have doubled, the general said.",
			"By Tuesday evening, Russian troops had left the town.",
			"By John Major’s account, the talks had been cordial.",
			"In this photo opportunity the president saw a chance.",
			"In this image of calm, nobody believed.",
			"Reporting by the BBC has shown that the villages were burnt.",
			"Copyright law was not discussed, the ministers said.",
			"Advertisement revenue fell by half, the newspaper said.",
			"“No,” he said",
			"He added:",
			"Asked about sanctions, the president replied: “No.”",
			"June 16, 2021, was the day on which everything changed.",
			"On June 16, 2021, the two leaders met in Geneva.",
			"Related: he said that the two cases had nothing to do with each other, that the police had been told as much, and that the prosecutor would not be asked to open another inquiry.",
			"The minister (of the Interior/Police) resigned.",
			"The villa costs 9 million francs (8 million euros).",
			"The statement was issued by the foreign ministry – and by AFP.",
			"Getty Images said that it would remove the pictures from its site.",
			"Reuters was not able to confirm the report.",
			"AFP and Reuters were refused entry.",
			"Tags on the bodies gave no names, the doctors said.",
			"Watch out, he warned them.",
			"- and nobody asked why.",
		},
	} {
		for _, block := range blocks {
			a := readText(t, before+block+after)
			if len(a.Blocks) != 4 {
				t.Errorf("%q: %d blocks", block, len(a.Blocks))
				continue
			}
			if got := a.Blocks[2]; got.Kind != kind || a.Words(got.Span) != block {
				t.Errorf("%q: got %s, want %s", a.Words(got.Span), got.Kind, kind)
			}
		}
	}
}
