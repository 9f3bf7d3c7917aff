// MiniSearch: one document a phrase, terms folded, prefixes and fuzzy 0.2; a label is worth its best phrase.

import MiniSearch from "minisearch";

import { folded, question, topFive } from "./questioning.mjs";

const mode = process.env.MS ?? "phrase";
await question((rows) => {
  const search = new MiniSearch({
    fields: ["text"],
    storeFields: ["label"],
    processTerm: (term) => folded(term.toLowerCase()),
    searchOptions: { fuzzy: (term) => (term.length > 3 ? 0.2 : null), prefix: (term) => term.length > 3 },
  });
  if (mode === "label") {
    const d = new Map();
    for (const { text, label } of rows) d.set(label, `${d.get(label) ?? ""} ${text}`);
    search.addAll([...d].map(([label, text], id) => ({ id, text, label })));
  } else
  search.addAll(rows.map(({ text, label }, id) => ({ id, text, label })));
  return {
    ask: (text) => {
      const scores = new Map();
      for (const { label, score } of search.search(text)) {
        if (!scores.has(label)) scores.set(label, score);
      }
      return topFive(scores);
    },
  };
});
