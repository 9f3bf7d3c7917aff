// SQLite FTS5: one document a label, bm25, any of the question's words; asked over a pipe.

import { converse } from "./native.mjs";
import { folded, question } from "./questioning.mjs";

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

await question((rows, folder) => {
  // Line by line, or the answers would wait in the program's buffer.
  const program = converse(["stdbuf", "-oL", "sqlite3", "-batch", ":memory:"], folder);
  const documents = new Map();
  for (const { text, label } of rows) documents.set(label, `${documents.get(label) ?? ""}${folded(text)}\n`);
  program.tell(`CREATE VIRTUAL TABLE known USING fts5(label UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2');`);
  for (const [label, words] of documents) {
    program.tell(`INSERT INTO known VALUES (${quoted(label)}, ${quoted(words.replaceAll("\n", " "))});`);
  }
  program.tell("INSERT INTO known(known) VALUES ('optimize');");
  const ask = (text) => {
    const words = new Set(folded(text).match(/[\p{L}\p{N}]+/gu));
    if (words.size === 0) return [];
    const any = [...words].map((word) => `"${word}"`).join(" OR ");
    program.tell(
      "SELECT json_group_array(json_array(label, score)) FROM (SELECT label, -rank AS score FROM known " +
        `WHERE known MATCH ${quoted(any)} ORDER BY rank LIMIT 5);`);
    return JSON.parse(program.hear()).map(([label, score]) => ({ label, score }));
  };
  ask(rows[0].text);
  return { ask, stop: program.end };
});
