// Runs one engine on one data set, and returns its figures or why it has none.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";

import { score } from "./score.mjs";

const programs = fileURLToPath(new URL("engines", import.meta.url));
const longest = 8 * 60_000;

const rowsOf = (file) => readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

export async function figuresOf(engine, { root, folder, train, test }) {
  const answers = join(folder, `${engine.program}.jsonl`);
  const child = spawn(process.execPath, [join(programs, engine.program), "--train", train, "--test", test], {
    cwd: folder,
    env: { ...process.env, MOTCUA_ROOT: root },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: longest,
  });
  let complaint = "";
  child.stderr.on("data", (bytes) => { complaint += bytes; });
  const written = finished(child.stdout.pipe(createWriteStream(answers)));
  const [code] = await once(child, "close");
  await written;
  if (code !== 0) {
    const words = complaint.split("\n").filter((line) => line.trim());
    return { failure: words.find((line) => /^(\w*error:|motcua:)/i.test(line)) ?? words.at(-1) ?? `ended with ${code}` };
  }
  const lines = rowsOf(answers);
  const last = lines.pop();
  return { figures: last.figures ?? { ...score(rowsOf(test), lines), ...last } };
}
