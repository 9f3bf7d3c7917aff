// fastText: supervised, words and pairs of words, letter 2- to 5-grams; asked over a pipe. Of the
// settings tried (lr 0.1 to 2, softmax and one-vs-all) these find most on motcua's golden set at 50 epochs; MASSIVE is
// some 3 points better off with lr 0.1 and softmax, small data some 8 with lr 2 and 100 epochs.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { converse, runToEnd } from "./native.mjs";
import { question } from "./questioning.mjs";

const settings = "-lr 1 -epoch 50 -loss ova -wordNgrams 2 -minn 2 -maxn 5 -thread 1".split(" ");
const prefix = "__label__";

// Punctuation stands apart, as in fastText's tutorial.
const spaced = (text) => text.replace(/([.!?,'/()":;])/g, " $1 ").replace(/\s+/g, " ").trim();

await question((rows, folder) => {
  const lessons = join(folder, "lessons.txt");
  const model = join(folder, "model");
  writeFileSync(lessons, rows.map(({ text, label }) => `${prefix}${label} ${spaced(text)}\n`).join(""));
  const training = runToEnd(["fasttext", "supervised", "-input", lessons, "-output", model, ...settings], folder);
  const program = converse(["fasttext", "predict-prob", `${model}.bin`, "-", "5"], folder);
  const ask = (text) => {
    program.tell(spaced(text));
    const words = program.hear().split(" ").filter(Boolean);
    return Array.from({ length: words.length >> 1 }, (_, at) => ({
      label: words[2 * at].slice(prefix.length), score: Number(words[2 * at + 1]),
    }));
  };
  ask(rows[0].text);
  return { ask, stop: async () => Math.max(training, await program.end()) };
});
