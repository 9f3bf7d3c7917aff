// Asks every engine every data set, one after the other, and writes the tables.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { goldenSets } from "./data/golden.mjs";
import { massiveSets } from "./data/massive.mjs";
import { engines } from "./engines.mjs";
import { figuresOf } from "./measure.mjs";
import { report } from "./report.mjs";

const { root, work, results } = parseArgs({
  options: { root: { type: "string" }, work: { type: "string" }, results: { type: "string" } },
}).values;

const jsonLines = (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

let failures = 0;
const tables = [];
for (const set of [...goldenSets(root), ...massiveSets()]) {
  if (set.skipped) {
    console.error(`${set.title}: ${set.skipped}`);
    tables.push(set);
    continue;
  }
  const folder = join(work, set.name);
  mkdirSync(folder);
  const train = join(folder, "train.jsonl");
  const test = join(folder, "test.jsonl");
  writeFileSync(train, jsonLines(set.train));
  writeFileSync(test, jsonLines(set.test));
  const rows = [];
  for (const engine of engines) {
    const began = Date.now();
    const { figures, failure } = await figuresOf(engine, { root, folder, train, test });
    const seconds = Math.round((Date.now() - began) / 1000);
    if (failure) failures += 1;
    console.error(`${set.name}, ${engine.name}: ${failure ?? `top-1 ${figures.top1.toFixed(1)}`} (${seconds} s)`);
    rows.push({ engine, figures, failure });
  }
  tables.push({ ...set, rows });
}

writeFileSync(results, report(tables, engines, root));
console.error(`written: ${results}`);
if (failures > 0) process.exitCode = 1;
