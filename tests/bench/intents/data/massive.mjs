// The data set that is not from motcua's field: MASSIVE 1.0 in Vietnamese, its test rows as they are and written
// carelessly in three ways.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { mistyped, random, teencoded, unmarked } from "./careless.mjs";

const seed = 20261126;

const rowsOf = (file) =>
  readFileSync(file, "utf8").split("\n").filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ text, label }) => ({ text: text.normalize("NFC"), label }));

export function massiveSets() {
  const set = { name: "massive", title: "MASSIVE 1.0, vi-VN" };
  const folder = process.env.MOTCUA_MASSIVE;
  if (!folder || !existsSync(join(folder, "train.jsonl")) || !existsSync(join(folder, "dev.jsonl"))) {
    return [{ ...set, skipped: "skipped: MOTCUA_MASSIVE names no folder with train.jsonl and dev.jsonl." }];
  }
  const train = rowsOf(join(folder, "train.jsonl"));
  const dev = rowsOf(join(folder, "dev.jsonl"));
  const draw = random(seed);
  const ways = {
    as_is: (text) => text,
    no_diacritics: unmarked,
    typos: (text) => mistyped(text, draw),
    teencode: (text) => teencoded(text, draw),
  };
  const test = Object.entries(ways).flatMap(([style, write]) =>
    dev.map((row) => ({ text: write(row.text), label: row.label, style })));
  const labels = new Set(train.map((row) => row.label)).size;
  const about = `${train.length} training rows of ${labels} intents; ${dev.length} development rows, each asked in ` +
    "four ways: as it is, without diacritics, with a slip every 12 characters, in teencode. The plain top-1 and top-3 " +
    "are over all four.";
  return [{ ...set, about, train, test }];
}
