// How long a keystroke of the 1022 operator takes on the staff listener, over one connection and while sixteen colleagues
// type, beside a bare server that only answers 200. Questions: the golden set's, letter by letter.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { startServers } from "./servers.mjs";

const [root, work] = process.argv.slice(2);
const questions = 40;
const colleagues = 16;

const call = (agent, port, path, { method = "GET", body, cookie } = {}) => new Promise((resolve, reject) => {
  const headers = { ...(cookie ? { Cookie: cookie } : {}), ...(body ? { "Content-Type": "application/json" } : {}) };
  const began = process.hrtime.bigint();
  const out = request({ agent, host: "127.0.0.1", port, path, method, headers }, (answer) => {
    answer.resume().on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, ms: Number(process.hrtime.bigint() - began) / 1e6 }));
  }).on("error", reject);
  out.end(body);
});

// One person types: every prefix of every question, one after the other.
const typist = async (port, pathOf, typed, cookie) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const took = [];
  for (const words of typed) {
    const letters = [...words];
    for (let upto = 2; upto <= letters.length; upto += 1) {
      const one = await call(agent, port, pathOf(letters.slice(0, upto).join("")), { cookie });
      if (one.status !== 200) throw new Error(`HTTP ${one.status}`);
      took.push(one.ms);
    }
  }
  agent.destroy();
  return took;
};

const row = (name, took) => {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2);
  console.log(`| ${name} | ${took.length} | ${at(0.5)} | ${at(0.99)} | ${at(1)} |`);
};

const golden = await readFile(`${root}/content/golden/plain.yaml`, "utf8");
const typed = [...golden.matchAll(/^\s*- \{?\s*text: "?([^"\n}]+?)"?(?:, |\}|$)/gm)].map((found) => found[1]).filter((_, n) => n % 7 === 0).slice(0, questions);
if (typed.length < questions) throw new Error(`only ${typed.length} questions were read from the golden set`);

const { binary, config, barePort, staff, stop } = await startServers(root, work);
try {
  const link = execFileSync(binary, ["staff", "add", "truc", "--name", "Trực 1022", "--role", "operator", "--config", config]).toString().trim();
  const token = link.slice(link.search(/[^/?#=]+$/));
  const accepted = await call(undefined, staff, `/api/staff/invitations/${token}`, { method: "POST", body: JSON.stringify({ password: "một câu dài dễ nhớ" }) });
  if (accepted.status >= 300) throw new Error(`the invitation: HTTP ${accepted.status}`);
  const cookie = accepted.headers["set-cookie"][0].split(";")[0];
  const answers = (words) => `/api/staff/referral/answers?unit=mac-dinh&q=${encodeURIComponent(words)}`;
  const all = (of, pathOf, with_) => Promise.all(Array.from({ length: colleagues }, (_, n) => typist(of, pathOf, typed.filter((__, m) => m % 4 === n % 4), with_)));
  console.log("| a keystroke | of them | p50 ms | p99 ms | longest ms |\n| --- | --: | --: | --: | --: |");
  row("bare server, one operator", await typist(barePort, () => "/", typed));
  row("answers, one operator", await typist(staff, answers, typed, cookie));
  row(`bare server, ${colleagues} operators`, (await all(barePort, () => "/")).flat());
  row(`answers, ${colleagues} operators`, (await all(staff, answers, cookie)).flat());
} finally {
  await stop();
}
