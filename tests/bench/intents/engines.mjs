// The engines: what they are called, which program asks them, what they were set to, which version ran.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const installed = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
const debian = (name) => execFileSync("dpkg-query", ["-W", "-f=${Version}", name], { encoding: "utf8" });

export const engines = [
  {
    name: "motcua",
    program: "motcua.mjs",
    how: "`motcua evaluate` with the lexicon of `content/lexicon`; it scores itself by the same definitions",
    version: (root) => {
      try {
        return execFileSync(join(root, "build/release/motcua"), ["--version"], { encoding: "utf8" }).trim().replace("motcua ", "");
      } catch {
        return "not built";
      }
    },
  },
  {
    name: "nlp.js",
    program: "nlpjs.mjs",
    how: "@nlpjs/basic, neural classifier and tokenizer by default, locale vi (it has no rules for it); its None is no answer",
    version: () => installed("@nlpjs/nlp"),
  },
  {
    name: "fastText",
    program: "fasttext.mjs",
    how: "supervised, lr 1, one-vs-all, 50 epochs, wordNgrams 2, minn 2, maxn 5, one thread so that a run can be repeated; no autotune",
    version: () => debian("fasttext"),
  },
  {
    name: "SQLite FTS5",
    program: "fts5.mjs",
    how: "one document a label, bm25, any word of the question, unicode61 remove_diacritics 2, đ written as d",
    version: () => execFileSync("sqlite3", ["--version"], { encoding: "utf8" }).split(" ")[0],
  },
  {
    name: "MiniSearch",
    program: "minisearch.mjs",
    how: "one document a phrase, folded terms, prefix and fuzzy 0.2 from four letters on; a label counts its five best phrases",
    version: () => installed("minisearch"),
  },
  {
    name: "linear SVM",
    program: "svm.mjs",
    how: "liblinear (L2-regularised L2-loss, C = 1, bias), letter 2- to 5-grams within words, sublinear tf-idf",
    version: () => debian("liblinear-tools"),
  },
];
