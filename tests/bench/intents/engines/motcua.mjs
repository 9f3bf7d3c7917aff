// motcua's own matcher: the release build teaches, asks and scores by itself.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = process.env.MOTCUA_ROOT;
const binary = join(root, "build/release/motcua");
// Whose lexicon it reads by: a list of abbreviations and dialect words is part of what a user would get.
const content = ["--content", join(root, "content")];

const canEvaluate = () => spawnSync(binary, ["evaluate", "--help"], { stdio: "ignore" }).status === 0;

if (!existsSync(binary) || !canEvaluate()) {
  console.error("motcua: not built");
  process.exit(1);
}
const { status, stdout, stderr } = spawnSync(binary, ["evaluate", ...content, ...process.argv.slice(2), "--json"], {
  encoding: "utf8", maxBuffer: 1 << 28,
});
if (status !== 0) {
  console.error(`motcua: ${stderr.trim().split("\n").at(-1) || "ended without a word"}`);
  process.exit(1);
}
console.log(JSON.stringify({ figures: JSON.parse(stdout) }));
