// Runs the contenders in turn, several rounds of each, and prints the medians beside each other.
//   node compare.mjs --build DIR --work DIR [--rounds N] [--requests N]

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    build: { type: "string" },
    work: { type: "string" },
    rounds: { type: "string", default: "5" },
    requests: { type: "string", default: "100000" },
    stored: { type: "string", default: "1000000" },
    idle: { type: "string", default: "10000" },
    path: { type: "string", default: "10000" },
  },
});
const here = import.meta.dirname;
const programs = join(values.build, "tests/bench/load");
const secret = "00112233445566778899aabbccddeeff";

// The next line of a program's output; the stream stays open for those after it.
const lines = new WeakMap();
const lineOf = async (stream) => {
  if (!lines.has(stream)) lines.set(stream, createInterface({ input: stream })[Symbol.asyncIterator]());
  const { value, done } = await lines.get(stream).next();
  if (done) throw new Error("ended without a line");
  return value.trim();
};

const starts = {
  none: (folder) => [join(programs, "intake_only"), ["--store", "none", "--data", folder]],
  log: (folder) => [join(programs, "intake_only"), ["--store", "log", "--data", folder]],
  motcua: (folder) => [join(programs, "intake_only"), ["--store", "sqlite", "--data", folder]],
  each: (folder) => [join(programs, "intake_only"), ["--store", "each", "--data", folder]],
  beast: () => [join(programs, "bare_server"), []],
  "node each": (folder) => [process.execPath, [join(here, "node_server.mjs"), "each", folder, secret]],
  "node grouped": (folder) => [process.execPath, [join(here, "node_server.mjs"), "grouped", folder, secret]],
};

// A server with a folder of its own, until stop().
const serve = async (name, keep = false) => {
  const folder = join(values.work, `${name.replace(" ", "-")}-${keep ? "kept" : "fresh"}`);
  if (!keep) rmSync(folder, { recursive: true, force: true });
  const [program, args] = starts[name](folder);
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  const port = await lineOf(child.stdout);
  const memory = (key) =>
    Number(new RegExp(`${key}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;
  const stop = async () => {
    child.stdin.end();
    if (child.exitCode === null) await once(child, "exit");
  };
  return { port, memory, stop };
};

const firstCitizen = 7_001_000_200_000_000; // posts.cpp

const freePort = async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
};

// The program itself, with its content, its store and its deliveries to the platform at `graph`.
const serveWhole = async (graph) => {
  const folder = join(values.work, "whole");
  mkdirSync(folder, { recursive: true });
  const root = join(here, "../../..");
  const [port, staff] = [await freePort(), await freePort()];
  writeFileSync(
    join(folder, "motcua.toml"),
    `[server]
public = "127.0.0.1:${port}"
staff = "127.0.0.1:${staff}"
data = "${folder}/data"
content = "${root}/content"
web = "${root}/server/web"
[[unit]]
id = "mac-dinh"
[[account]]
id = "page"
channel = "messenger"
unit = "mac-dinh"
app_id = "880000000000001"
page_id = "104857600000001"
app_secret = "${secret}"
verify_token = "verify"
page_token = "token"
graph = "http://127.0.0.1:${graph}"
sends_per_second = 1000
`,
  );
  const child = spawn(join(values.build, "motcua"), ["serve", "--config", join(folder, "motcua.toml")], { stdio: ["ignore", "pipe", "ignore"] });
  await lineOf(child.stdout); // it listens
  await new Promise((go) => setTimeout(go, 5_000)); // and is idle
  const idles = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;
  const ready = async () => (await fetch(`http://127.0.0.1:${staff}/readyz`)).json();
  const drained = async () => {
    for (const until = Date.now() + 60_000; Date.now() < until; await new Promise((go) => setTimeout(go, 200))) {
      const now = await ready();
      if (now.events_waiting === 0 && now.outbox_waiting === 0) return;
    }
  };
  const stop = async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { port: String(port), idles, drained, stop };
};

const post = async (port, requests, more = []) => {
  const client = spawn(join(programs, "load_client"), ["--port", port, "--requests", String(requests), ...more], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const figures = JSON.parse(await lineOf(client.stdout));
  return { ...figures, end: () => client.stdin.end() };
};

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const medians = (runs) =>
  Object.fromEntries(["per_second", "p50_us", "p99_us", "mb"].map((key) => [key, median(runs.map((run) => run[key]))]));
const row = (name, m) =>
  console.log(
    `${name.padEnd(34)} ${Math.round(m.per_second).toLocaleString("en").padStart(9)}/s   p50 ${(m.p50_us / 1000).toFixed(2)} ms   ` +
      `p99 ${(m.p99_us / 1000).toFixed(2)} ms   ${m.mb.toFixed(0)} MB`,
  );
const ratio = (what, value, wanted) => console.log(`  ${what}: ${value.toFixed(2)} (${wanted})`);

// Every contender once a round, so that what the machine does meanwhile hits all alike.
const race = async (names, connections, requests) => {
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const name of names) {
      const server = await serve(name);
      const slow = name.includes("each") || name.includes("node");
      const figures = await post(server.port, slow ? Math.ceil(requests / 5) : requests, ["--connections", String(connections)]);
      if (figures.refused) throw new Error(`${name}: ${figures.refused} refused`);
      runs[name].push({ ...figures, mb: server.memory("VmHWM") });
      await server.stop();
    }
  }
  return Object.fromEntries(names.map((name) => [name, medians(runs[name])]));
};

const labels = {
  beast: "bare Beast server, answers 200",
  none: "motcua's intake, store off",
  log: "append-only log, grouped fdatasync",
  motcua: "motcua",
  each: "motcua, one commit a request",
  "node grouped": "Node, fastify, grouped commits",
  "node each": "Node, fastify, a commit a request",
};

const requests = Number(values.requests);
console.log(`64 connections, medians of ${values.rounds} rounds`);
const at64 = await race(Object.keys(labels), 64, requests);
for (const [name, label] of Object.entries(labels)) row(label, at64[name]);
ratio("throughput to the log's", at64.motcua.per_second / at64.log.per_second, "at least 0.85");
ratio("p99 to the log's", at64.motcua.p99_us / at64.log.p99_us, "at most 1.5");
ratio("throughput to one commit a request", at64.motcua.per_second / at64.each.per_second, "at least 12");
ratio("throughput to Node, grouped", at64.motcua.per_second / at64["node grouped"].per_second, "at least 2.5");
ratio("throughput to Node, a commit a request", at64.motcua.per_second / at64["node each"].per_second, "at least 15");
ratio("memory to Node's", at64.motcua.mb / at64["node grouped"].mb, "at most 0.5");

console.log("one connection");
const alone = await race(["motcua", "each"], 1, requests / 20);
for (const name of ["motcua", "each"]) row(labels[name], alone[name]);
ratio("latency to one commit's", alone.motcua.p50_us / alone.each.p50_us, "at most 1.15");

const stored = Number(values.stored);
if (stored > 0) {
  console.log(`${stored.toLocaleString("en")} messages stored`);
  const server = await serve("motcua", false);
  const empty = await post(server.port, requests);
  await post(server.port, stored, ["--first", String(requests), "--people", "100000"]);
  const full = await post(server.port, requests, ["--first", String(requests + stored)]);
  row("empty", { ...empty, mb: 0 });
  row("full", { ...full, mb: server.memory("VmRSS") });
  ratio("throughput to the empty store's", full.per_second / empty.per_second, "at least 0.9");
  await server.stop();
}

// From when a webhook was due to the first call to a platform that takes 50 ms to answer, each of another citizen.
const path = Number(values.path);
if (path > 0) {
  const rate = 500;
  console.log(`the whole path, ${rate} messages a second for ${path / rate} s`);
  const platform = spawn(join(programs, "slow_platform"), [], { stdio: ["pipe", "pipe", "inherit"] });
  const graph = await lineOf(platform.stdout);
  const server = await serveWhole(graph);
  console.log(`  idle with its content: ${server.idles.toFixed(0)} MB (at most 64)`);
  const people = path + 1;
  await post(server.port, 1, ["--people", String(people)]); // the account is proven, the mind is warm
  const sent = await post(server.port, path, ["--rate", String(rate), "--first", "1", "--people", String(people)]);
  const first = await server.drained().then(() => {
    platform.stdin.end();
    return lineOf(platform.stdout).then(JSON.parse);
  });
  const took = [];
  for (let n = 1; n <= path; n += 1) {
    const called = first[String(firstCitizen + n)];
    if (called) took.push((called - sent.begun_us) / 1000 - ((n - 1) * 1000) / rate);
  }
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(share * took.length))].toFixed(1);
  console.log(`  p50 ${at(0.5)} ms   p95 ${at(0.95)} ms (under 300)   p99 ${at(0.99)} ms   refused ${sent.refused}   unanswered ${path - took.length}`);
  await server.stop();
}

const idle = Number(values.idle);
if (idle > 0) {
  console.log(`${idle.toLocaleString("en")} idle connections`);
  const server = await serve("none");
  const before = server.memory("VmRSS");
  const held = await post(server.port, idle, ["--connections", String(idle), "--idle"]);
  console.log(`  ${(server.memory("VmRSS") - before).toFixed(0)} MB (at most 64)`);
  held.end();
  await server.stop();
}
rmSync(values.work, { recursive: true, force: true });
