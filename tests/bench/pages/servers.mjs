// motcua, ready to answer, and the bare server beside it; both end with stop().

import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

const freePort = async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  return port;
};

// Data and configuration stand in `work`.
export const startServers = async (root, work) => {
  const binary = `${root}/build/bench/motcua`;
  const config = `${work}/motcua.toml`;
  const bare = spawn(`${root}/build/bench/tests/bench/load/bare_server`, { stdio: ["pipe", "pipe", "inherit"] });
  const barePort = Number((await once(createInterface(bare.stdout), "line"))[0]);
  const [port, staff] = [await freePort(), await freePort()];
  await writeFile(config, `[server]\npublic = "127.0.0.1:${port}"\nstaff = "127.0.0.1:${staff}"\ndata = "${work}/data"\ncontent = "${root}/content"\n`);
  const server = spawn(binary, ["serve", "--config", config], { stdio: ["ignore", "pipe", "ignore"] });
  for await (const line of createInterface(server.stdout)) if (line.includes("chat page")) break;
  const stop = async () => {
    bare.stdin.end();
    if (server.exitCode === null && server.kill()) await once(server, "exit");
  };
  return { binary, config, barePort, port, staff, stop };
};
