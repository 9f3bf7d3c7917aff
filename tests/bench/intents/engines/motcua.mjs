// motcua's own matcher: the release build teaches, asks and scores by itself.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const binary = join(process.env.MOTCUA_ROOT, "build/release/motcua");

const canEvaluate = () => {
  try {
    execFileSync(binary, ["evaluate", "--help"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

if (!existsSync(binary) || !canEvaluate()) {
  console.error("motcua: not built");
  process.exit(1);
}
const printed = execFileSync(binary, ["evaluate", ...process.argv.slice(2), "--json"], {
  encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"],
});
console.log(JSON.stringify({ figures: JSON.parse(printed) }));
