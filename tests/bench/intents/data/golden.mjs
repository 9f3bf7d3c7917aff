// The data sets made of motcua's own content: what the entries are asked as, and the golden questions.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";

import { outOfScope } from "../score.mjs";

const notEntries = new Set(["golden", "outside", "lexicon", "units", "phrases"]);
// What a golden question expects that no entry answers.
const outside = new Set([outOfScope, "outside"]);

const yamlFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const path = join(folder, item.name);
      if (item.isDirectory()) return notEntries.has(item.name) ? [] : yamlFiles(path);
      return item.name.endsWith(".yaml") ? [path] : [];
    });

const read = (file) => parse(readFileSync(file, "utf8"));

const entriesOf = (folder) =>
  yamlFiles(folder)
    .map(read)
    .filter((entry) => entry?.id && entry.title)
    .map((entry) => ({ id: entry.id, title: entry.title, askedAs: (entry.asked_as ?? []).map(String) }));

// A file is a list of questions, or names some lists of questions.
const questionsOf = (file) => {
  const content = read(file) ?? [];
  const lists = Array.isArray(content) ? [content] : Object.values(content).filter(Array.isArray);
  return lists.flat().flatMap((row) => {
    const label = row?.entry ?? (outside.has(row?.expect) ? outOfScope : undefined);
    if (!row?.text || !label) return [];
    return [{ text: String(row.text), label, style: row.style ?? basename(file, ".yaml") }];
  });
};

export function goldenSets(root) {
  const content = join(root, "content");
  const golden = process.env.MOTCUA_GOLDEN || join(content, "golden");
  const full = { name: "golden", title: "motcua golden" };
  const small = { name: "small", title: "Small data: three phrases an entry" };
  const test = existsSync(golden) ? yamlFiles(golden).flatMap(questionsOf) : [];
  if (test.length === 0) {
    const skipped = "skipped: there are no golden questions in content/golden.";
    return [{ ...full, skipped }, { ...small, skipped }];
  }

  const entries = entriesOf(content);
  const known = new Set([...entries.map((entry) => entry.id), outOfScope]);
  const unknown = new Set(test.map((row) => row.label).filter((label) => !known.has(label)));
  for (const label of unknown) console.error(`golden questions for an entry that does not exist: ${label}`);

  const taught = (phrases) => entries.flatMap((entry) =>
    [...new Set(phrases(entry))].map((text) => ({ text, label: entry.id })));
  const unanswered = test.filter((row) => row.label === outOfScope).length;
  const about = (train, what) =>
    `${train.length} training phrases (${what}) for ${entries.length} entries; ${test.length - unanswered} golden ` +
    `questions that an entry answers, ${unanswered} that none does.`;
  const all = taught((entry) => [entry.title, ...entry.askedAs]);
  const three = taught((entry) => entry.askedAs.slice(0, 3));
  return [
    { ...full, about: about(all, "title and asked_as"), train: all, test },
    { ...small, about: about(three, "the first three of asked_as"), train: three, test },
  ];
}
