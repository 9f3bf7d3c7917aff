// Asks wrk for the pages of motcua and of the bare server in turns, and prints medians and ratios.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { startServers } from "./servers.mjs";

const [root, work, seconds] = process.argv.slice(2);
const rounds = 3;
const pages = {
  "index": "/tra-cuu",
  "shelf": "/tra-cuu?viec=sinh-con",
  "entry": "/tra-cuu/khai-sinh",
  "leaflet": "/tra-cuu/khai-sinh/in",
  "search": "/tra-cuu?hoi=lam%20lai%20cccd%20bi%20mat",
  "feed": "/tra-cuu/moi.atom",
};

const wrk = async (url) => {
  const { stdout } = await promisify(execFile)("wrk", ["-t1", "-c16", `-d${seconds}s`, "--latency", url]);
  if (/Non-2xx/.test(stdout)) throw new Error(`${url}: ${stdout}`);
  return { perSecond: Number(stdout.match(/Requests\/sec:\s+([\d.]+)/)[1]), p99: stdout.match(/99%\s+(\S+)/)[1] };
};
const median = (all) => all.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(all.length / 2)];

const { barePort, port, stop } = await startServers(root, work);
try {
  const floor = [];
  const found = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    floor.push(await wrk(`http://127.0.0.1:${barePort}/`));
    for (const [name, path] of Object.entries(pages)) found[name].push(await wrk(`http://127.0.0.1:${port}${path}`));
  }
  const base = median(floor);
  console.log(`| page | a second | of the bare server | p99 |\n| --- | --: | --: | --: |`);
  console.log(`| bare server | ${Math.round(base.perSecond)} | 1.00 | ${base.p99} |`);
  for (const [name, all] of Object.entries(found)) {
    const one = median(all);
    console.log(`| ${name} | ${Math.round(one.perSecond)} | ${(one.perSecond / base.perSecond).toFixed(2)} | ${one.p99} |`);
  }
} finally {
  await stop();
}
