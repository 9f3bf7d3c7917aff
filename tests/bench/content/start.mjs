// How long a motcua takes until it has answered its first question, and the most memory it held by then.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

const [binary, content, name] = process.argv.slice(2);
const begun = process.hrtime.bigint();
const child = spawn(binary, ["match", "--content", content], { stdio: ["pipe", "pipe", "inherit"] });
child.stdin.write('{"text":"lam giay khai sinh can gi"}\n');
const ended = once(child, "exit");
const first = await Promise.race([once(child.stdout, "data"), ended.then(() => undefined)]);
if (!first) throw new Error(`${name}: no answer`);
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;
child.stdin.end();
await ended;
console.log(`${name}: ${seconds.toFixed(2)} s to the first answer, at most ${peak.toFixed(0)} MB`);
