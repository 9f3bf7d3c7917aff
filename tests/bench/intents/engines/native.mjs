// Runs other people's programs: to the end, or line by line as a partner that answers; either way with its peak memory.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";

const megabytes = (file) => Number(readFileSync(file, "utf8").trim().split("\n").at(-1)) / 1024;
const timed = (file, command) => ["/usr/bin/time", "-f", "%M", "-o", file, ...command];

// Returns the peak in MB.
export function runToEnd(command, folder) {
  const file = join(folder, "peak");
  const [program, ...rest] = timed(file, command);
  execFileSync(program, rest, { stdio: ["ignore", "ignore", "inherit"] });
  return megabytes(file);
}

// Two named pipes, read and written without the event loop: about 40 microseconds there and back. Answers are ASCII.
export function converse(command, folder) {
  const [there, back, file] = ["there", "back", "peak"].map((name) => join(folder, name));
  execFileSync("mkfifo", [there, back]);
  const child = spawn("bash", ["-c", 'exec "${@:3}" < "$1" > "$2"', "bash", there, back, ...timed(file, command)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  const writer = openSync(there, "w");
  const reader = openSync(back, "r");
  const buffer = Buffer.alloc(1 << 16);
  let heard = "";

  return {
    tell: (text) => writeSync(writer, `${text}\n`),
    hear: () => {
      let end = heard.indexOf("\n");
      while (end < 0) {
        const count = readSync(reader, buffer);
        if (count === 0) throw new Error(`error: ${command[0]} ended`);
        heard += buffer.toString("latin1", 0, count);
        end = heard.indexOf("\n");
      }
      const line = heard.slice(0, end);
      heard = heard.slice(end + 1);
      return line;
    },
    end: async () => {
      closeSync(writer);
      await ended;
      closeSync(reader);
      return megabytes(file);
    },
  };
}
