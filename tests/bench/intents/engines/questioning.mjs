// What the engines' programs have in common: read the files, teach, ask every question with a clock, print the answers.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const untimed = 100;

const rowsOf = (file) =>
  readFileSync(file, "utf8").split("\n").filter(Boolean)
    .map((line) => JSON.parse(line))
    .map((row) => ({ ...row, text: row.text.normalize("NFC").toLowerCase() }));

// Marks off, đ as d: for the engines that drop diacritics themselves but leave that one letter.
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

// The five best of { label: score }, best first.
export const topFive = (scores) =>
  [...scores].sort((a, b) => b[1] - a[1]).slice(0, 5).map(([label, score]) => ({ label, score }));

// `teach(rows, folder)` makes an engine ready and returns { ask(text) -> candidates, stop?() -> peak MB }. Training lasts
// until the first question can be asked. Without stop, the peak is this process's own.
export async function question(teach) {
  const given = parseArgs({ options: { train: { type: "string" }, test: { type: "string" } } }).values;
  const lessons = rowsOf(given.train);
  const questions = rowsOf(given.test);
  const folder = mkdtempSync(join(process.cwd(), "engine-"));
  const began = process.hrtime.bigint();
  const engine = await teach(lessons, folder);
  const trained = process.hrtime.bigint();

  // A server has been asked before: the first questions only warm the engine up.
  for (const lesson of lessons.slice(0, untimed)) await engine.ask(lesson.text);
  const lines = [];
  for (const { text } of questions) {
    const asked = process.hrtime.bigint();
    const candidates = await engine.ask(text);
    lines.push({ candidates, microseconds: Number(process.hrtime.bigint() - asked) / 1000 });
  }
  const own = process.resourceUsage().maxRSS / 1024;
  lines.push({ train_seconds: Number(trained - began) / 1e9, peak_mb: (await engine.stop?.()) ?? own });
  process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  rmSync(folder, { recursive: true });
}
