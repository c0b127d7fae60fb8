CREATE VIRTUAL TABLE headline_search USING fts5(headline, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");
--> statement-breakpoint
CREATE TABLE known_words (word TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE post_words;
--> statement-breakpoint
CREATE VIRTUAL TABLE temp.indexed_words USING fts5vocab(main, post_search, instance);
--> statement-breakpoint
INSERT INTO headline_search (rowid, headline)
SELECT doc, group_concat(term, ' ' ORDER BY "offset") FROM temp.indexed_words WHERE col = 'headline' GROUP BY doc;
--> statement-breakpoint
DROP TABLE temp.indexed_words;
--> statement-breakpoint
CREATE VIRTUAL TABLE temp.indexed_words USING fts5vocab(main, post_search, col);
--> statement-breakpoint
INSERT INTO known_words (word)
SELECT term FROM temp.indexed_words
WHERE col = 'body' AND length(term) >= 4 AND term NOT GLOB '*[0-9]*' AND term NOT GLOB ('*[' || char(0x1780) || '-' || char(0x17FF) || ']*');
--> statement-breakpoint
DROP TABLE temp.indexed_words;
