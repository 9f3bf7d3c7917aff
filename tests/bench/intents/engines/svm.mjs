// A linear SVM on letter 2- to 5-grams within words, tf-idf: taught by liblinear, asked here.

import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";

import { runToEnd } from "./native.mjs";
import { question, topFive } from "./questioning.mjs";
import { vectoriser } from "./tfidf.mjs";

// Writes the lessons as liblinear reads them.
const write = async (file, lines) => {
  const out = createWriteStream(file);
  for (const line of lines) out.write(`${line}\n`);
  out.end();
  await finished(out);
};

// Weights of a model file: one row a feature (the bias last), one number a class.
const readModel = async (file) => {
  const model = { labels: [], weights: null };
  let at = -1;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (at >= 0) {
      for (const number of line.trim().split(" ")) model.weights[at++] = Number(number);
    } else if (line.startsWith("label ")) {
      model.labels = line.trim().split(" ").slice(1).map(Number);
    } else if (line.startsWith("nr_feature ")) {
      model.bias = Number(line.split(" ")[1]);
    } else if (line.trim() === "w") {
      model.weights = new Float32Array((model.bias + 1) * model.labels.length);
      at = 0;
    }
  }
  return model;
};

await question(async (rows, folder) => {
  const vector = vectoriser(rows.map(({ text }) => text));
  const names = [...new Set(rows.map(({ label }) => label))];
  const numbers = new Map(names.map((label, at) => [label, at]));
  const lessons = join(folder, "lessons.svm");
  const file = join(folder, "model");
  await write(lessons, rows.map(({ text, label }) => {
    const features = [...vector(text)].sort((a, b) => a[0] - b[0]);
    return `${numbers.get(label)} ${features.map(([feature, value]) => `${feature + 1}:${value.toPrecision(7)}`).join(" ")}`;
  }));
  const peak = runToEnd(["liblinear-train", "-q", "-s", "1", "-c", "1", "-B", "1", lessons, file], folder);
  const { labels, weights, bias } = await readModel(file);
  const classes = labels.length;
  const sums = new Float32Array(classes);
  return {
    ask: (text) => {
      sums.set(weights.subarray(bias * classes, (bias + 1) * classes));
      for (const [feature, value] of vector(text)) {
        const from = feature * classes;
        for (let at = 0; at < classes; at += 1) sums[at] += value * weights[from + at];
      }
      return topFive(labels.map((label, at) => [names[label], sums[at]]));
    },
    stop: () => Math.max(peak, process.resourceUsage().maxRSS / 1024),
  };
});
