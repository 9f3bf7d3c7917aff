// MiniSearch: one document a phrase, terms folded; prefixes and fuzzy 0.2 for terms of four letters and more, as its
// documentation has it.

import MiniSearch from "minisearch";

import { folded, question, topFive } from "./questioning.mjs";

const phrasesCounted = 5;

await question((rows) => {
  const search = new MiniSearch({
    fields: ["text"],
    storeFields: ["label"],
    processTerm: (term) => folded(term.toLowerCase()),
    searchOptions: { prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 3 ? 0.2 : null) },
  });
  search.addAll(rows.map(({ text, label }, id) => ({ id, text, label })));
  return {
    // A label is worth its best five phrases together: on every data set that finds more than the best one alone,
    // and more than one document a label.
    ask: (text) => {
      const sums = new Map();
      const counts = new Map();
      for (const { label, score } of search.search(text)) {
        const count = counts.get(label) ?? 0;
        if (count === phrasesCounted) continue;
        counts.set(label, count + 1);
        sums.set(label, (sums.get(label) ?? 0) + score);
      }
      return topFive(sums);
    },
  };
});
